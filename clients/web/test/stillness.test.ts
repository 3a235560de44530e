import type { Scene, SceneItem } from '@artemis/client';
import { describe, expect, it } from 'vitest';
import type { Projection } from '../src/radar/projection.js';
import { Stillness } from '../src/radar/stillness.js';

const view: Projection = { centerX: 100, centerY: 100, radius: 100, worldX: 0, worldZ: 0, range: 1000 };
const own = 1;

/** A picture of the own ship and an enemy, painted at 0 ms; ten units are a pixel. */
function painted(): {
  stillness: Stillness;
  scene: Scene;
  enemy: SceneItem['pose'];
  ship: SceneItem['pose'];
} {
  const ship = { x: 0, y: 0, z: 0, heading: 0 };
  const enemy = { x: 300, y: 0, z: 0, heading: 0 };
  const items = new Map([
    [own, { id: own, kind: 'playerShip', pose: ship }],
    [2, { id: 2, kind: 'npcShip', pose: enemy }],
  ]);
  const scene = { items } as unknown as Scene;
  const stillness = new Stillness();
  expect(stillness.isOver(0, view, 1, scene, own)).toBe(true);
  return { stillness, scene, enemy, ship };
}

describe('The stillness of a radar', () => {
  it('lasts while nothing moves by half a pixel', () => {
    const { stillness, scene, enemy } = painted();
    enemy.x += 4;
    expect(stillness.isOver(16, view, 1, scene, own)).toBe(false);
    enemy.x += 4;
    expect(stillness.isOver(32, view, 1, scene, own)).toBe(true);
  });

  it('asks for finer steps of a finer canvas', () => {
    const { stillness, scene, enemy } = painted();
    expect(stillness.isOver(16, view, 2, scene, own)).toBe(true);
    enemy.x += 4;
    expect(stillness.isOver(32, view, 2, scene, own)).toBe(true);
  });

  it('ends sooner when the own ship turns, whose heading reaches to the rim', () => {
    const { stillness, scene, enemy, ship } = painted();
    enemy.heading = 0.01;
    expect(stillness.isOver(16, view, 1, scene, own)).toBe(false);
    ship.heading = 0.01;
    expect(stillness.isOver(32, view, 1, scene, own)).toBe(true);
  });

  it('ends when somebody new is in sight, when the view zooms, and after a fifth of a second', () => {
    const { stillness, scene } = painted();
    const pose = { x: 0, y: 0, z: 500, heading: 0 };
    (scene.items as Map<number, SceneItem>).set(3, { id: 3, kind: 'torpedo', pose } as SceneItem);
    expect(stillness.isOver(16, view, 1, scene, own)).toBe(true);
    expect(stillness.isOver(32, { ...view, range: 2000 }, 1, scene, own)).toBe(true);
    expect(stillness.isOver(200, { ...view, range: 2000 }, 1, scene, own)).toBe(false);
    expect(stillness.isOver(232, { ...view, range: 2000 }, 1, scene, own)).toBe(true);
  });

  it('heeds nothing that lies beyond the rim', () => {
    const { stillness, scene, enemy } = painted();
    enemy.x = 5000;
    expect(stillness.isOver(16, view, 1, scene, own)).toBe(false);
  });
});
