/** Where a ship is and how it moves: what the motion step changes. X is east, y up, z north. */
export interface MotionState {
  /** East, in units. */
  posX: number;
  /** Up, in units. */
  posY: number;
  /** North, in units. */
  posZ: number;
  /** Where the bow points, in radians clockwise from north; 0 to 2π. */
  heading: number;
  /** Speed along the heading, in units per second; negative when backing. */
  velocity: number;
  /** Turning speed, in radians per second clockwise. */
  turnRate: number;
  /** Vertical speed, in units per second upwards. */
  climbVelocity: number;
  /** Warp factor that the drive has spun up to, 0 to 4. */
  warp: number;
}

/** A ship at rest in the middle of the world. */
export function createMotionState(): MotionState {
  return { posX: 0, posY: 0, posZ: 0, heading: 0, velocity: 0, turnRate: 0, climbVelocity: 0, warp: 0 };
}

/**
 * Copies a state without allocating.
 *
 * @param from - What is copied.
 * @param to - What is written over.
 */
export function copyMotionState(from: Readonly<MotionState>, to: MotionState): void {
  to.posX = from.posX;
  to.posY = from.posY;
  to.posZ = from.posZ;
  to.heading = from.heading;
  to.velocity = from.velocity;
  to.turnRate = from.turnRate;
  to.climbVelocity = from.climbVelocity;
  to.warp = from.warp;
}
