import { describe, expect, it } from 'vitest';
import { HelmPredictor, type Pose } from '../../src/client/index.js';
import {
  createPlayerShip,
  createShipMotion,
  HelmSetCourseCommandId,
  HelmSetImpulseCommandId,
  HelmSetWarpCommandId,
  type PlayerShip,
  type ShipMotion,
  SpeedLimit,
  SteeringMode,
  WorldLimit,
} from '../../src/generated/index.js';
import {
  advanceMotion,
  createMotionInput,
  createMotionState,
  type MotionInput,
  type MotionState,
} from '../../src/motion/index.js';

const limits = { worldLimit: WorldLimit, speedLimit: SpeedLimit };

/** A server in small: one ship, its orders by the tick in which they are carried out, and its states over the wire. */
class Sea {
  tick = 0;
  helmSequence = 0;
  readonly input: MotionInput = {
    ...createMotionInput(),
    topSpeed: 60,
    topTurnRate: 0.2,
    warpCeiling: 4,
    warpEffect: 1,
  };
  readonly state: MotionState = createMotionState();
  readonly orders: { tick: number; sequence: number; apply: (input: MotionInput) => void }[] = [];

  step(): void {
    this.tick++;
    for (const order of this.orders.filter(({ tick }) => tick === this.tick)) {
      order.apply(this.input);
      this.helmSequence = order.sequence;
    }
    advanceMotion(this.state, this.input, limits);
  }

  ship(): PlayerShip {
    const { posX, posY, posZ, heading, velocity } = this.state;
    const { impulse, warpFactor, reverse, docked } = this.input;
    return {
      ...createPlayerShip(),
      posX,
      posY,
      posZ,
      heading,
      velocity,
      impulse,
      warpFactor,
      reverse,
      docked,
    };
  }

  motion(): ShipMotion {
    const { turnRate, climbVelocity, warp } = this.state;
    return { ...createShipMotion(), ...this.input, turnRate, climbVelocity, warp };
  }
}

/** Flies for a while over a network, and records what the helm shows at each frame and what the ship did. */
function fly(options: {
  seconds: number;
  latency: (tick: number) => number;
  orders: { at: number; command: number; value: object; apply: (input: MotionInput) => void }[];
}) {
  const sea = new Sea();
  const predictor = new HelmPredictor();
  const upMs = 60;
  const truth: MotionState[] = [{ ...sea.state }];
  const arrivals: { at: number; tick: number; ship: PlayerShip; motion: ShipMotion; helm: number }[] = [];
  options.orders.forEach(({ at, apply }, index) => {
    sea.orders.push({ tick: Math.ceil((at + upMs) / 50), sequence: index + 1, apply });
  });
  for (let tick = 1; tick <= options.seconds * 20; tick++) {
    sea.step();
    truth.push({ ...sea.state });
    if (tick % 2 === 0) {
      const at = tick * 50 + options.latency(tick);
      arrivals.push({ at, tick, ship: sea.ship(), motion: sea.motion(), helm: sea.helmSequence });
    }
  }
  const shown: (Pose & { time: number })[] = [];
  for (let now = 300; now < options.seconds * 1000 - 300; now += 10) {
    for (const arrival of arrivals.filter(({ at }) => at > now - 10 && at <= now)) {
      predictor.reconcile(arrival.tick, arrival.ship, arrival.motion, arrival.helm);
    }
    options.orders.forEach(({ at, command, value }, index) => {
      if (at > now - 10 && at <= now) predictor.ordered(index + 1, command, value, now + upMs);
    });
    const pose: Pose = { x: 0, y: 0, z: 0, heading: 0 };
    predictor.sample(now, now + upMs, pose);
    shown.push({ ...pose, time: now + upMs });
  }
  return { shown, truth, predictor };
}

const course = (radians: number) => ({
  command: HelmSetCourseCommandId,
  value: { course: radians },
  apply: (input: MotionInput) => {
    input.steering = SteeringMode.Course;
    input.course = radians;
  },
});

const impulse = (lever: number) => ({
  command: HelmSetImpulseCommandId,
  value: { impulse: lever },
  apply: (input: MotionInput) => void (input.impulse = lever),
});

describe('Prediction at the helm', () => {
  const orders = [
    { at: 500, ...impulse(1) },
    { at: 1500, ...course(2) },
    { at: 4000, ...course(1) },
    { at: 5000, ...impulse(0.25) },
  ];

  it('shows the ship where it will be when an order given now arrives', () => {
    const { shown, truth, predictor } = fly({ seconds: 8, latency: () => 60, orders });
    for (const pose of shown) {
      const before = truth[Math.floor(pose.time / 50)]!;
      const after = truth[Math.ceil(pose.time / 50)]!;
      const share = pose.time / 50 - Math.floor(pose.time / 50);
      const x = before.posX + (after.posX - before.posX) * share;
      const z = before.posZ + (after.posZ - before.posZ) * share;
      expect(Math.hypot(pose.x - x, pose.z - z)).toBeLessThan(0.5);
    }
    expect(predictor.error.snaps).toBe(0);
  });

  it('flies a course under jitter and a stall of 300 ms without a jump', () => {
    const latency = (tick: number): number => {
      const stalledFor = tick >= 60 && tick < 66 ? (66 - tick) * 50 : 0;
      return 60 + ((tick * 37) % 41) + stalledFor;
    };
    const { shown, predictor } = fly({ seconds: 8, latency, orders });
    expect(predictor.error.snaps).toBe(0);
    for (let i = 1; i < shown.length; i++) {
      const step = Math.hypot(shown[i]!.x - shown[i - 1]!.x, shown[i]!.z - shown[i - 1]!.z);
      // 60 u/s are 0.6 units in 10 ms; the clock may hurry by a tenth, and a blend adds a little.
      expect(step).toBeLessThan(1.2);
    }
  });

  it('answers to the helm at once, long before the server could', () => {
    const sea = new Sea();
    const predictor = new HelmPredictor();
    sea.step();
    sea.step();
    predictor.reconcile(2, sea.ship(), sea.motion(), 0);
    const pose: Pose = { x: 0, y: 0, z: 0, heading: 0 };
    predictor.sample(0, 200, pose);
    expect(pose.z).toBe(0);
    predictor.ordered(1, HelmSetImpulseCommandId, { impulse: 1 }, 200);
    predictor.sample(150, 350, pose);
    expect(pose.z).toBeGreaterThan(0);
  });

  it('takes back an order that was refused', () => {
    const sea = new Sea();
    const predictor = new HelmPredictor();
    sea.step();
    sea.step();
    predictor.reconcile(2, sea.ship(), sea.motion(), 0);
    predictor.ordered(1, HelmSetWarpCommandId, { factor: 4 }, 100);
    predictor.refused(1);
    const pose: Pose = { x: 0, y: 0, z: 0, heading: 0 };
    predictor.sample(0, 600, pose);
    expect(pose.z).toBe(0);
  });

  it('blends a small error and shows a great one at once', () => {
    const predictor = new HelmPredictor();
    const at = (posZ: number): PlayerShip => ({ ...createPlayerShip(), posZ });
    const pose: Pose = { x: 0, y: 0, z: 0, heading: 0 };
    predictor.reconcile(2, at(0), createShipMotion(), 0);
    predictor.sample(0, 110, pose);
    predictor.reconcile(4, at(40), createShipMotion(), 0);
    predictor.sample(0, 110, pose);
    expect(pose.z).toBeCloseTo(0);
    predictor.sample(50, 160, pose);
    expect(pose.z).toBeCloseTo(20);
    predictor.sample(100, 210, pose);
    expect(pose.z).toBeCloseTo(40);
    predictor.reconcile(6, at(140), createShipMotion(), 0);
    predictor.sample(100, 210, pose);
    expect(pose.z).toBeCloseTo(140);
    expect(predictor.error.snaps).toBe(1);
  });
});
