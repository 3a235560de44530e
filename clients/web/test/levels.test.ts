import type { SceneItem } from '@artemis/client';
import { describe, expect, it } from 'vitest';
import { drawnHeight } from '../src/viewscreen/levels.js';

const at = (kind: SceneItem['kind'], id: number): SceneItem =>
  ({ kind, id, pose: { x: 0, y: 10, z: 0, heading: 0 } }) as SceneItem;

describe('The level that a ship is drawn on', () => {
  it('differs between ships of one wave, and stays near to where they are', () => {
    const heights = [40, 41, 42, 43, 44].map((id) => drawnHeight(at('npcShip', id)));
    expect(new Set(heights).size).toBe(5);
    expect(heights.every((height) => Math.abs(height - 10) < 100)).toBe(true);
    expect(heights.reduce((sum, height) => sum + height, 0)).toBeCloseTo(50);
  });

  it('is the own one for all else', () => {
    expect(drawnHeight(at('base', 3))).toBe(10);
    expect(drawnHeight(at('torpedo', 4))).toBe(10);
    expect(drawnHeight(at('playerShip', 5))).toBe(10);
  });
});
