import { cos, sin } from '../motion/index.js';

/** Where something is and where it points. */
export interface Pose {
  /** East, in units. */
  x: number;
  /** Up, in units. */
  y: number;
  /** North, in units. */
  z: number;
  /** Radians, clockwise from north. */
  heading: number;
}

const tau = 2 * Math.PI;
/** Three quarters of a second of what is told twenty times a second: the playout clock lies no farther behind. */
const capacity = 16;
const stride = 5;
/**
 * How long a motion is carried on when updates stay away, in ms.
 * @internal
 */
export const carryOnMs = 150;
/** Over how long the error of having carried on is worked off. */
const blendMs = 100;
/** The server tells a position at least every five seconds. */
const mostCarriedMs = 5250;

/** The shorter way from one direction to another, in radians, −π to π. */
export function turnBetween(from: number, to: number): number {
  const turn = (to - from) % tau;
  if (turn > Math.PI) return turn - tau;
  return turn < -Math.PI ? turn + tau : turn;
}

/** A direction brought into 0 to 2π. */
export function wrapHeading(heading: number): number {
  const wrapped = heading % tau;
  return wrapped < 0 ? wrapped + tau : wrapped;
}

/**
 * The last poses of one object, and the smooth way between them.
 *
 * Between two known poses it goes straight. If the next one is late it carries on for 150 ms and then holds still; when the late one comes, the
 * difference is worked off over 100 ms.
 */
export class PoseTrack {
  readonly #ring = new Float64Array(capacity * stride);
  #count = 0;
  #head = 0;
  #interval = 100;
  #shownAt = -Infinity;
  readonly #shown: Pose = { x: 0, y: 0, z: 0, heading: 0 };
  readonly #error: Pose = { x: 0, y: 0, z: 0, heading: 0 };
  readonly #filler: Pose = { x: 0, y: 0, z: 0, heading: 0 };
  #errorAt = -Infinity;
  #driftX = 0;
  #driftZ = 0;

  /** Time of the newest pose, in ms; −∞ if there is none. */
  get newest(): number {
    return this.#count === 0 ? -Infinity : this.#ring[this.#slot(this.#count - 1)]!;
  }

  /** The object's own update interval as far as it is known, in ms. */
  get interval(): number {
    return this.#interval;
  }

  /**
   * Adds a pose.
   * @param time - Server time, in ms. Older than the newest is ignored.
   * @param interval - How often the object is updated, in ms. If nothing was told of it for longer, it went on with its speed until one
   * interval before this pose.
   * @param speed - Speed along its heading, in units per second: with it the object goes on as long as the stream passes over it. 0 if it
   * stands then.
   */
  push(time: number, pose: Readonly<Pose>, interval: number, speed = 0): void {
    const newest = this.newest;
    if (time < newest) return;
    const wasCarried = this.#shownAt > newest && this.#count > 0;
    this.#interval = interval;
    if (time === newest) this.#count--;
    else if (this.#count > 0 && time - newest > interval * 1.5) {
      const filler = this.#filler;
      this.#carriedOn(time - interval, filler);
      this.#append(time - interval, filler.x, filler.y, filler.z, filler.heading);
    }
    this.#append(time, pose.x, pose.y, pose.z, pose.heading);
    this.#driftX = (sin(pose.heading) * speed) / 1000;
    this.#driftZ = (cos(pose.heading) * speed) / 1000;
    if (wasCarried) this.#beginBlend(this.#shownAt);
  }

  /** Forgets everything and puts the object where it is. */
  reset(time: number, pose: Readonly<Pose>, interval: number): void {
    this.#count = this.#head = 0;
    this.#driftX = this.#driftZ = 0;
    this.#shownAt = this.#errorAt = -Infinity;
    this.#interval = interval;
    this.#append(time, pose.x, pose.y, pose.z, pose.heading);
  }

  /**
   * The pose at a time.
   * @param time - Server time to show, in ms.
   * @param streamTime - Time of the newest update of the whole stream, in ms: an object that it passed over has not moved
   * otherwise than with its speed.
   * @param into - Takes the result.
   */
  sample(time: number, streamTime: number, into: Pose): void {
    this.#evaluate(time, streamTime, into);
    const left = 1 - (time - this.#errorAt) / blendMs;
    if (left > 0 && left <= 1) {
      into.x += this.#error.x * left;
      into.y += this.#error.y * left;
      into.z += this.#error.z * left;
      into.heading = wrapHeading(into.heading + this.#error.heading * left);
    }
    this.#shownAt = time;
    Object.assign(this.#shown, into);
  }

  #beginBlend(streamTime: number): void {
    const at = this.#shownAt;
    const shown = this.#shown;
    const error = this.#error;
    this.#evaluate(at, streamTime, error);
    error.x = shown.x - error.x;
    error.y = shown.y - error.y;
    error.z = shown.z - error.z;
    error.heading = turnBetween(error.heading, shown.heading);
    this.#errorAt = at;
  }

  #evaluate(time: number, streamTime: number, into: Pose): void {
    const ring = this.#ring;
    const last = this.#slot(this.#count - 1);
    if (this.#count === 0) return;
    if (time <= ring[this.#slot(0)]!) {
      this.#copy(this.#slot(0), into);
      return;
    }
    if (this.#count === 1) {
      this.#carriedOn(Math.min(time, this.#carriedUntil(streamTime)), into);
      return;
    }
    if (time >= ring[last]!) {
      if (time === ring[last]) this.#copy(last, into);
      else if (this.#isCarried || streamTime >= ring[last]! + this.#interval * 1.25)
        this.#carriedOn(Math.min(time, this.#carriedUntil(streamTime)), into);
      else
        this.#between(
          this.#slot(this.#count - 2),
          last,
          Math.min(time, this.#carriedUntil(streamTime)),
          into,
        );
      return;
    }
    let index = this.#count - 2;
    while (ring[this.#slot(index)]! > time) index--;
    this.#between(this.#slot(index), this.#slot(index + 1), time, into);
  }

  get #isCarried(): boolean {
    return this.#driftX !== 0 || this.#driftZ !== 0;
  }

  // What is told seldom is shown behind by as much.
  #carriedUntil(streamTime: number): number {
    return Math.max(this.newest, streamTime - Math.max(0, this.#interval - 100)) + carryOnMs;
  }

  #carriedOn(time: number, into: Pose): void {
    const last = this.#slot(this.#count - 1);
    const passed = Math.min(time - this.#ring[last]!, mostCarriedMs);
    this.#copy(last, into);
    into.x += this.#driftX * passed;
    into.z += this.#driftZ * passed;
  }

  #between(a: number, b: number, time: number, into: Pose): void {
    const ring = this.#ring;
    const share = (time - ring[a]!) / (ring[b]! - ring[a]!);
    into.x = ring[a + 1]! + (ring[b + 1]! - ring[a + 1]!) * share;
    into.y = ring[a + 2]! + (ring[b + 2]! - ring[a + 2]!) * share;
    into.z = ring[a + 3]! + (ring[b + 3]! - ring[a + 3]!) * share;
    into.heading = wrapHeading(ring[a + 4]! + turnBetween(ring[a + 4]!, ring[b + 4]!) * share);
  }

  #copy(slot: number, into: Pose): void {
    into.x = this.#ring[slot + 1]!;
    into.y = this.#ring[slot + 2]!;
    into.z = this.#ring[slot + 3]!;
    into.heading = this.#ring[slot + 4]!;
  }

  #append(time: number, x: number, y: number, z: number, heading: number): void {
    if (this.#count === capacity) {
      this.#head = (this.#head + 1) % capacity;
      this.#count--;
    }
    const slot = this.#slot(this.#count++);
    this.#ring[slot] = time;
    this.#ring[slot + 1] = x;
    this.#ring[slot + 2] = y;
    this.#ring[slot + 3] = z;
    this.#ring[slot + 4] = heading;
  }

  #slot(index: number): number {
    return ((this.#head + index) % capacity) * stride;
  }
}
