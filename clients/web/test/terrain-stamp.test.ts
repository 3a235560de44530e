import type { Scene } from '@artemis/client';
import { describe, expect, it } from 'vitest';
import { stampOf } from '../src/radar/draw-terrain.js';
import type { Projection } from '../src/radar/projection.js';

const view: Projection = { centerX: 100, centerY: 100, radius: 100, worldX: 0, worldZ: 0, range: 1000 };

const item = (id: number, kind: string, x: number, state: object): object => ({
  id,
  kind,
  state,
  pose: { x, y: 0, z: 0, heading: 0 },
});
const stamp = (...items: readonly object[]): number =>
  stampOf(view, { items: new Map(items.map((entry, index) => [index, entry])) } as unknown as Scene);

const rock = item(7, 'asteroid', 100, { radius: 40 });
const mine = item(8, 'mine', 200, { armed: false });

describe('The stamp of the terrain', () => {
  it('is the same in any order, whatever ships and far rocks there are', () => {
    const ship = item(9, 'npcShip', 0, {});
    const far = item(10, 'asteroid', 5000, { radius: 40 });
    expect(stamp(mine, ship, far, rock)).toBe(stamp(rock, mine));
  });

  it('changes when a rock is gone and when a mine is armed', () => {
    expect(stamp(mine)).not.toBe(stamp(rock, mine));
    expect(stamp(rock, item(8, 'mine', 200, { armed: true }))).not.toBe(stamp(rock, mine));
  });

  it('counts a nebula that reaches into view from beyond', () => {
    expect(stamp(item(11, 'nebula', 2000, { radius: 1500 }))).not.toBe(stamp());
  });
});
