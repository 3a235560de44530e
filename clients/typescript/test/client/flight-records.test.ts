import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HelmPredictor } from '../../src/client/helm-predictor.js';
import { defaultPlayout, PlayoutClock } from '../../src/client/playout-clock.js';
import { type Pose, PoseTrack } from '../../src/client/pose-track.js';
import {
  HelmSetClimbCommandId,
  HelmSetCourseCommandId,
  HelmSetImpulseCommandId,
  HelmSetReverseCommandId,
  HelmSetRudderCommandId,
  HelmSetWarpCommandId,
  createPlayerShip,
  createShipMotion,
  type PlayerShip,
  type ShipMotion,
} from '../../src/generated/index.js';

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

  it.each(['remote', 'remote-course'])('are shown as by the C# client, to the last bit: %s', (name) => {
    const clock = new PlayoutClock(defaultPlayout);
    const track = new PoseTrack();
    const pose: Pose = { x: 0, y: 0, z: 0, heading: 0 };
    let streamTime = 0;
    let shown = 0;
    for (const [kind, ...n] of read(name)) {
      if (kind === 'update') {
        const [now, time] = n as [number, number];
        streamTime = time;
        clock.update(time, now);
      } else if (kind === 'push') {
        const [time, x, y, z, heading, speed] = n as [number, number, number, number, number, number];
        track.push(time, { x, y, z, heading }, 100, speed);
      } else {
        const [now, x, y, z, heading] = n as [number, number, number, number, number];
        track.sample(clock.time(now), streamTime, pose);
        expect(pose, `at ${String(now)} ms`).toStrictEqual({ x, y, z, heading });
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
