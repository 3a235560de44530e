import {
  dequantizeFraction,
  dequantizeHeading,
  dequantizeLever,
  HelmSetClimbCommandId,
  HelmSetCourseCommandId,
  HelmSetImpulseCommandId,
  HelmSetReverseCommandId,
  HelmSetRudderCommandId,
  HelmSetWarpCommandId,
  type PlayerShip,
  quantizeFraction,
  quantizeHeading,
  quantizeLever,
  type ShipMotion,
  SpeedLimit,
  WorldLimit,
} from '../generated/index.js';
import {
  advanceMotion,
  copyMotionState,
  createMotionInput,
  createMotionState,
  type MotionInput,
  type MotionState,
  STEER_BY_RUDDER,
  STEER_TO_COURSE,
} from '../motion/index.js';
import { type Pose, turnBetween, wrapHeading } from './pose-track.js';

const limits = { worldLimit: WorldLimit, speedLimit: SpeedLimit };
const tickMs = 50;
/** A second ahead: ten states, one per broadcast, and the steps between them. */
const mostAhead = 20;
/** An order that the server does not speak of for so many ticks did not reach it. */
const lostAfter = 40;
const blendMs = 100;
/** A greater error than this is not blended but shown at once. */
const snapUnits = 50;
const snapRadians = 0.1;

interface PendingOrder {
  readonly sequence: number;
  /** The tick in which the server is expected to carry it out. */
  readonly tick: number;
  readonly apply: (input: MotionInput) => void;
}

/** How far the prediction was off when the last state came. */
export interface PredictionError {
  /** Units. */
  readonly distance: number;
  /** Radians. */
  readonly heading: number;
  /** How often an error was too great to be blended. */
  readonly snaps: number;
}

/**
 * Predicts the own ship at the helm: shows at once what an order will do, by running the server's own motion step ahead of the
 * newest state, with the orders that it does not include yet.
 *
 * When a state comes, the prediction begins again from it. What was shown and what is now predicted differ a little; a small difference is
 * worked off over 100 ms, a great one shown at once. Pure: the caller owns clock and network.
 */
export class HelmPredictor {
  readonly #base = createMotionState();
  readonly #input = createMotionInput();
  readonly #stepInput = createMotionInput();
  /** Predicted states after the ticks that follow the base. */
  readonly #states: MotionState[] = Array.from({ length: mostAhead + 1 }, createMotionState);
  #baseTick = 0;
  #predicted = 0;
  #orders: PendingOrder[] = [];
  #time: number | undefined;
  #lastNow = 0;
  readonly #offset: Pose = { x: 0, y: 0, z: 0, heading: 0 };
  #offsetAt = -Infinity;
  #error: PredictionError = { distance: 0, heading: 0, snaps: 0 };

  /** How far the prediction was off when the last state came. */
  get error(): PredictionError {
    return this.#error;
  }

  /** Whether there is a state to predict from. */
  get isReady(): boolean {
    return this.#predicted > 0 || this.#baseTick > 0;
  }

  /** Orders that no state includes yet. */
  get pendingOrders(): number {
    return this.#orders.length;
  }

  /**
   * An order was sent.
   * @param sequence - Its sequence.
   * @param commandId - Which command; those that do not move the ship are of no interest.
   * @param value - Its fields.
   * @param time - Server time at which it will arrive, in ms.
   */
  ordered(sequence: number, commandId: number, value: unknown, time: number): void {
    const apply = effectOf(commandId, value);
    if (!apply) return;
    this.#orders.push({ sequence, tick: Math.ceil(time / tickMs), apply });
    this.#predict();
  }

  /** An order was not carried out. */
  refused(sequence: number): void {
    this.#orders = this.#orders.filter((order) => order.sequence !== sequence);
  }

  /**
   * A state of the own ship came.
   * @param tick - The tick that it is of.
   * @param helmSequence - Sequence of the last helm order that it includes.
   */
  reconcile(tick: number, ship: PlayerShip, motion: ShipMotion, helmSequence: number): void {
    const ahead = tick - this.#baseTick;
    const known =
      this.#baseTick > 0 && ahead > 0 && ahead <= this.#predicted ? this.#states[ahead]! : undefined;
    const shown = this.#time === undefined ? undefined : this.#at(this.#time);
    if (known) {
      const distance = length(known.posX - ship.posX, known.posY - ship.posY, known.posZ - ship.posZ);
      const heading = Math.abs(turnBetween(ship.heading, known.heading));
      this.#error = { distance, heading, snaps: this.#error.snaps };
    }
    readState(ship, motion, this.#base);
    readInput(ship, motion, this.#input);
    this.#baseTick = tick;
    this.#orders = this.#orders.filter(
      (order) => order.sequence > helmSequence && order.tick > tick - lostAfter,
    );
    this.#predict();
    if (shown) this.#blend(shown);
  }

  /**
   * The pose to show.
   * @param now - Client clock, in ms.
   * @param time - Server time at which an order that is sent now would arrive, in ms.
   */
  sample(now: number, time: number, into: Pose): void {
    this.#advanceTime(now, time);
    const pose = this.#at(this.#time!);
    const left = 1 - (now - this.#offsetAt) / blendMs;
    const share = left > 0 && left <= 1 ? left : 0;
    into.x = pose.x + this.#offset.x * share;
    into.y = pose.y + this.#offset.y * share;
    into.z = pose.z + this.#offset.z * share;
    into.heading = wrapHeading(pose.heading + this.#offset.heading * share);
  }

  /** Forgets all, as after a lost connection. */
  reset(): void {
    this.#baseTick = this.#predicted = 0;
    this.#orders = [];
    this.#time = undefined;
    this.#offsetAt = -Infinity;
    this.#error = { distance: 0, heading: 0, snaps: 0 };
  }

  // Follows the estimate of the server's clock without passing on its corrections as jumps.
  #advanceTime(now: number, wanted: number): void {
    if (this.#time === undefined || Math.abs(wanted - this.#time) > 500) this.#time = wanted;
    else {
      const passed = Math.max(0, now - this.#lastNow);
      const change = wanted - this.#time - passed;
      this.#time += passed + Math.max(-passed * 0.1, Math.min(passed * 0.1, change));
    }
    this.#lastNow = now;
    this.#predict();
  }

  #predict(): void {
    const until = this.#time === undefined ? 1 : Math.ceil(this.#time / tickMs) + 1 - this.#baseTick;
    const count = Math.max(1, Math.min(mostAhead, until));
    const input = this.#stepInput;
    Object.assign(input, this.#input);
    copyMotionState(this.#base, this.#states[0]!);
    let next = 0;
    for (let ahead = 1; ahead <= count; ahead++) {
      while (next < this.#orders.length && this.#orders[next]!.tick <= this.#baseTick + ahead) {
        this.#orders[next++]!.apply(input);
      }
      const state = this.#states[ahead]!;
      copyMotionState(this.#states[ahead - 1]!, state);
      advanceMotion(state, input, limits);
    }
    this.#predicted = count;
  }

  #at(time: number): Pose {
    const place = Math.max(0, Math.min(this.#predicted, time / tickMs - this.#baseTick));
    const index = Math.min(this.#predicted - 1, Math.floor(place));
    const a = this.#states[index]!;
    const b = this.#states[index + 1]!;
    const share = place - index;
    return {
      x: a.posX + (b.posX - a.posX) * share,
      y: a.posY + (b.posY - a.posY) * share,
      z: a.posZ + (b.posZ - a.posZ) * share,
      heading: wrapHeading(a.heading + turnBetween(a.heading, b.heading) * share),
    };
  }

  #blend(shown: Pose): void {
    const left = Math.max(0, Math.min(1, 1 - (this.#lastNow - this.#offsetAt) / blendMs));
    const pose = this.#at(this.#time!);
    const offset = this.#offset;
    offset.x = shown.x + offset.x * left - pose.x;
    offset.y = shown.y + offset.y * left - pose.y;
    offset.z = shown.z + offset.z * left - pose.z;
    offset.heading = turnBetween(pose.heading, shown.heading + offset.heading * left);
    const tooFar =
      length(offset.x, offset.y, offset.z) >= snapUnits || Math.abs(offset.heading) >= snapRadians;
    if (tooFar) this.#error = { ...this.#error, snaps: this.#error.snaps + 1 };
    this.#offsetAt = tooFar ? -Infinity : this.#lastNow;
  }
}

// Math.hypot differs between engines in the last bit.
function length(x: number, y: number, z: number): number {
  return Math.sqrt(x * x + y * y + z * z);
}

function readState(ship: PlayerShip, motion: ShipMotion, into: MotionState): void {
  into.posX = ship.posX;
  into.posY = ship.posY;
  into.posZ = ship.posZ;
  into.heading = ship.heading;
  into.velocity = ship.velocity;
  into.turnRate = motion.turnRate;
  into.climbVelocity = motion.climbVelocity;
  into.warp = motion.warp;
}

function readInput(ship: PlayerShip, motion: ShipMotion, into: MotionInput): void {
  into.steering = motion.steering;
  into.rudder = motion.rudder;
  into.course = motion.course;
  into.impulse = ship.impulse;
  into.reverse = ship.reverse;
  into.climb = motion.climb;
  into.warpFactor = ship.warpFactor;
  into.warpCeiling = motion.warpCeiling;
  into.warpEffect = motion.warpEffect;
  into.topSpeed = motion.topSpeed;
  into.topTurnRate = motion.topTurnRate;
  into.driftX = motion.driftX;
  into.driftZ = motion.driftZ;
  into.docked = ship.docked;
}

/** What a helm order does to the input of the motion step, in the values that the server will read from the wire. */
function effectOf(commandId: number, value: unknown): ((input: MotionInput) => void) | undefined {
  const order = value as Record<string, number & boolean>;
  switch (commandId) {
    case HelmSetImpulseCommandId: {
      const impulse = dequantizeFraction(quantizeFraction(order['impulse']!));
      return (input) => void (input.impulse = impulse);
    }
    case HelmSetRudderCommandId: {
      const rudder = dequantizeLever(quantizeLever(order['rudder']!));
      return (input) => {
        input.steering = STEER_BY_RUDDER;
        input.rudder = rudder;
      };
    }
    case HelmSetCourseCommandId: {
      const course = dequantizeHeading(quantizeHeading(order['course']!));
      return (input) => {
        input.steering = STEER_TO_COURSE;
        input.course = course;
      };
    }
    case HelmSetWarpCommandId:
      return (input) => void (input.warpFactor = order['factor']!);
    case HelmSetReverseCommandId:
      return (input) => void (input.reverse = order['reverse']!);
    case HelmSetClimbCommandId: {
      const climb = dequantizeLever(quantizeLever(order['climb']!));
      return (input) => void (input.climb = climb);
    }
    default:
      return undefined;
  }
}
