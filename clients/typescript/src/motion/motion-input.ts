/** What the motion step goes by: the helm's orders, and what ship and place allow. */
export interface MotionInput {
  /** 0: the rudder stays where it was put; 1: the ship turns to its course by the shorter way and holds it. */
  steering: number;
  /** Rudder as ordered: −1 is hard to port, 1 hard to starboard. */
  rudder: number;
  /** Course as ordered, in radians clockwise from north. */
  course: number;
  /** Impulse lever as ordered, 0 to 1. */
  impulse: number;
  /** Whether impulse drives backwards. The warp drive does not engage in reverse. */
  reverse: boolean;
  /** Climb as ordered: −1 is steepest down, 1 steepest up. */
  climb: number;
  /** Warp factor as ordered, 0 to 4. */
  warpFactor: number;
  /** Highest warp factor that the place allows, 0 to 4. */
  warpCeiling: number;
  /** Warp drive's effect: 1 is normal, 0 is none. */
  warpEffect: number;
  /** Top impulse speed as the engines are, in units per second. */
  topSpeed: number;
  /** Top turning speed as the thrusters are, in radians per second. */
  topTurnRate: number;
  /** Pull of black holes along x, in units per second. */
  driftX: number;
  /** Pull of black holes along z, in units per second. */
  driftZ: number;
  /** Whether the ship is made fast to a base; then it does not move at all. */
  docked: boolean;
}

/** {@link MotionInput.steering}: the rudder stays where it was put. */
export const STEER_BY_RUDDER = 0;

/** {@link MotionInput.steering}: the ship turns to its course and holds it. */
export const STEER_TO_COURSE = 1;

/** The edges of the world, which are the protocol's and not the game's. */
export interface MotionLimits {
  /** No position passes this on any axis, in units. */
  readonly worldLimit: number;
  /** No speed passes this, in units per second. */
  readonly speedLimit: number;
}

/** Input of a ship that lies still with its engines off. */
export function createMotionInput(): MotionInput {
  return {
    steering: STEER_BY_RUDDER,
    rudder: 0,
    course: 0,
    impulse: 0,
    reverse: false,
    climb: 0,
    warpFactor: 0,
    warpCeiling: 0,
    warpEffect: 0,
    topSpeed: 0,
    topTurnRate: 0,
    driftX: 0,
    driftZ: 0,
    docked: false,
  };
}
