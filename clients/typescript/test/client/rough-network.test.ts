import { describe, expect, it } from 'vitest';
import { Scene, World } from '../../src/client/index.js';
import { createNpcShip, createPlayerShip } from '../../src/generated/index.js';

const frameMs = 1000 / 60;

/** Numbers from 0 to below 1, the same each time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

/** When updates of every 100 ms arrive: 60 ms of way and up to 20 ms more or less, in order, and stalls in which nothing gets through. */
function arrivals(seconds: number, stalls: readonly number[], seed: number): { time: number; at: number }[] {
  const random = chance(seed);
  let last = 0;
  return Array.from({ length: seconds * 10 }, (_, index) => {
    const time = (index + 1) * 100;
    const way = 60 + (random() * 2 - 1) * 20;
    const stall = stalls.find((begin) => time + way >= begin && time + way < begin + 300);
    last = Math.max(last, stall === undefined ? time + way : stall + 300);
    return { time, at: last };
  });
}

/** Where a ship that flies a wide circle at 60 units a second is shown, frame by frame, and the moment that is shown. */
function watch(options: { seconds: number; stalls: readonly number[]; seed: number }) {
  const world = new World();
  const scene = new Scene(world);
  scene.ownShipId = 1;
  world.take('playerShip', 1, createPlayerShip);
  const ship = world.take('npcShip', 2, createNpcShip);
  const queue = arrivals(options.seconds, options.stalls, options.seed);
  const frames: { now: number; time: number; x: number; z: number }[] = [];
  for (let now = 0; now < options.seconds * 1000 - 500; now += frameMs) {
    while (queue.length > 0 && queue[0]!.at <= now) {
      const { time, at } = queue.shift()!;
      world.time = time;
      const heading = (time / 1000) * 0.06;
      Object.assign(ship, { posX: 1000 * (1 - Math.cos(heading)), posZ: 1000 * Math.sin(heading), heading });
      scene.changed('npcShip', 2);
      scene.clock.update(time, at);
    }
    scene.advance(now);
    const item = scene.items.get(2);
    if (item && now > 2000) frames.push({ now, time: scene.time, x: item.pose.x, z: item.pose.z });
  }
  return frames;
}

const steps = (frames: ReturnType<typeof watch>): number[] =>
  frames.slice(1).map((frame, index) => Math.hypot(frame.x - frames[index]!.x, frame.z - frames[index]!.z));

const even = 60 * (frameMs / 1000);

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

describe('Another ship over a network of 120 ms ± 40', () => {
  it('moves evenly', () => {
    for (const seed of seeds) {
      const moved = steps(watch({ seconds: 20, stalls: [], seed }));
      expect(Math.min(...moved)).toBeGreaterThan(even * 0.85);
      expect(Math.max(...moved)).toBeLessThan(even * 1.15);
    }
  });

  it('slows down in a stall of 300 ms, and neither freezes nor jumps, then or afterwards', () => {
    for (const seed of seeds) {
      const moved = steps(watch({ seconds: 20, stalls: [8000], seed }));
      expect(Math.min(...moved)).toBeGreaterThan(even * 0.45);
      expect(Math.max(...moved)).toBeLessThan(even * 1.25);
    }
  });

  it('is shown where it was, as far behind as the clock says', () => {
    for (const seed of seeds) {
      for (const { time, x, z } of watch({ seconds: 20, stalls: [8000, 14_000], seed })) {
        const heading = (time / 1000) * 0.06;
        expect(Math.hypot(x - 1000 * (1 - Math.cos(heading)), z - 1000 * Math.sin(heading))).toBeLessThan(1);
      }
    }
  });
});
