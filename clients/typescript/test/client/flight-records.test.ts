import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HelmPredictor } from '../../src/client/helm-predictor.js';
import type { Pose } from '../../src/client/pose-track.js';
import { Scene } from '../../src/client/scene.js';
import { World } from '../../src/client/world.js';
import {
  HelmSetClimbCommandId,
  HelmSetCourseCommandId,
  HelmSetImpulseCommandId,
  HelmSetReverseCommandId,
  HelmSetRudderCommandId,
  HelmSetWarpCommandId,
  createPlayerShip,
  createShipMotion,
  ObjectUpdateReader,
  type PlayerShip,
  type ShipMotion,
} from '../../src/generated/index.js';
import { Reader } from '../../src/runtime/index.js';

/** What went into the C# client's parts and what came out of them, over a network of 120 ms ± 40 with a stall of 300 ms. */
type Step = [kind: string, ...numbers: number[]];

const folder = new URL('../../../../tests/netcode-vectors/', import.meta.url);
const read = (name: string): Step[] =>
  JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Step[];

const fieldOf: Record<number, string> = {
  [HelmSetImpulseCommandId]: 'impulse',
  [HelmSetRudderCommandId]: 'rudder',
  [HelmSetCourseCommandId]: 'course',
  [HelmSetWarpCommandId]: 'factor',
  [HelmSetReverseCommandId]: 'reverse',
  [HelmSetClimbCommandId]: 'climb',
};

describe('flights over a bad network', () => {
  it('are predicted at the helm as by the C# client, to the last bit', () => {
    const predictor = new HelmPredictor();
    const pose: Pose = { x: 0, y: 0, z: 0, heading: 0 };
    let samples = 0;
    for (const [kind, ...n] of read('helm')) {
      if (kind === 'order') {
        const [sequence, command, value, arrival] = n as [number, number, number, number];
        predictor.ordered(sequence, command, { [fieldOf[command]!]: value }, arrival);
      } else if (kind === 'state') {
        predictor.reconcile(n[0]!, shipOf(n), motionOf(n), n[1]!);
      } else {
        const [now, arrival, x, y, z, heading] = n as [number, number, number, number, number, number];
        predictor.sample(now, arrival, pose);
        expect(pose, `at ${String(now)} ms`).toStrictEqual({ x, y, z, heading });
        samples++;
      }
    }
    expect(samples).toBeGreaterThan(500);
    expect(predictor.error.snaps).toBe(0);
  });

  it('are shown to others as by the C# client, to the last bit', () => {
    const world = new World();
    const scene = new Scene(world);
    scene.ownShipId = 1;
    const ids: number[] = [];
    let shown = 0;
    for (const [kind, ...values] of read('remote')) {
      const [now, ...n] = values as [number, ...number[]];
      if (kind === 'contact') ids.push(now);
      else if (kind === 'update') {
        const body = new Reader(Buffer.from(values[1] as unknown as string, 'hex'));
        world.apply(new ObjectUpdateReader().open(body), scene);
        scene.clock.update(world.time, now);
      } else if (kind === 'show') {
        scene.advance(now);
        // Nothing was taken down before all were told of.
        if (n.length === 0) continue;
        const poses = ids.flatMap((id) => {
          const { x, y, z, heading } = scene.items.get(id)!.pose;
          return [x, y, z, heading];
        });
        expect(poses, `at ${String(now)} ms`).toStrictEqual(n);
        shown++;
      }
    }
    expect(shown).toBeGreaterThan(500);
  });
});

function shipOf(n: number[]): PlayerShip {
  const ship = createPlayerShip();
  [ship.posX, ship.posY, ship.posZ, ship.heading, ship.velocity, ship.impulse, ship.warpFactor] = n.slice(
    2,
    9,
  ) as [number, number, number, number, number, number, number];
  ship.reverse = n[9] === 1;
  return ship;
}

function motionOf(n: number[]): ShipMotion {
  const motion = createShipMotion();
  [
    motion.steering,
    motion.rudder,
    motion.course,
    motion.climb,
    motion.turnRate,
    motion.climbVelocity,
    motion.warp,
    motion.topSpeed,
    motion.topTurnRate,
    motion.warpEffect,
    motion.warpCeiling,
  ] = n.slice(10) as [number, number, number, number, number, number, number, number, number, number, number];
  return motion;
}
