import { Faction } from '@artemis/client/protocol';
import { describe, expect, it } from 'vitest';
import { anyContact, anyTarget, nearestContact, type Pickable } from '../src/radar/pick.js';
import type { Projection } from '../src/radar/projection.js';

const disc: Projection = { centerX: 200, centerY: 200, radius: 200, worldX: 0, worldZ: 0, range: 2000 };
const ownShipId = 1;

const item = (id: number, kind: string, x: number, faction?: Faction) => ({
  id,
  kind,
  state: { faction },
  pose: { x, y: 0, z: 0, heading: 0 },
});

/** What a finger picks at the middle of the radar, where the own ship is. */
function pick(pickable: Pickable, ...items: ReturnType<typeof item>[]): number {
  const scene = { items: new Map(items.map((entry) => [entry.id, entry])) };
  return nearestContact({ ownShipId, scene } as never, disc, 200, 200, pickable);
}

describe('A finger on the radar', () => {
  const own = item(ownShipId, 'playerShip', 0);
  const consort = item(2, 'playerShip', 20);
  const friend = item(3, 'npcShip', 40, Faction.Friendly);
  const enemy = item(4, 'npcShip', 80, Faction.Hostile);
  const farEnemy = item(5, 'npcShip', 120, Faction.Hostile);

  it('picks the nearest contact, but never the own ship', () => {
    expect(pick(anyContact, own, farEnemy, consort, enemy)).toBe(2);
    expect(pick(anyContact, own)).toBe(0);
  });

  it('reaches so far and no farther', () => {
    expect(pick(anyContact, own, item(6, 'npcShip', 230, Faction.Hostile))).toBe(6);
    expect(pick(anyContact, own, item(6, 'npcShip', 260, Faction.Hostile))).toBe(0);
  });

  it('picks no friend for a target, though it is nearer', () => {
    expect(pick(anyTarget, own, consort, friend, farEnemy, enemy)).toBe(4);
    expect(pick(anyTarget, own, consort, friend, item(7, 'base', 10, Faction.Friendly))).toBe(0);
    expect(pick(anyTarget, own, consort, item(8, 'base', 30, Faction.Hostile), enemy)).toBe(8);
  });
});
