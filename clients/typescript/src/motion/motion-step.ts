import { cos, sin, wrapCircle, wrapHalf } from './exact-math.js';
import type { MotionInput, MotionLimits } from './motion-input.js';
import { STEER_TO_COURSE } from './motion-input.js';
import type { MotionState } from './motion-state.js';

/** Length of a tick, in seconds. */
export const TICK_SECONDS = 0.05;

/** Speed of each warp factor, in units per second. */
export const WARP_SPEED = 600.0;

/** Warp factors gained per second: four seconds a factor. */
export const WARP_SPIN_UP = 0.25;

/** Warp factors lost per second. */
export const WARP_SPIN_DOWN = 1.0;

/** Highest change of speed while warp is in play, in units per second squared. */
export const WARP_ACCELERATION = 900.0;

/** Share of top speed gained per second under impulse. */
export const ACCELERATION = 0.2;

/** Share of top speed lost per second under impulse. */
export const BRAKING = 0.3;

/** Share of the top turning speed gained or lost per second. */
export const TURN_ACCELERATION = 0.8;

/** Vertical speed at full climb, as a share of the speed ahead. */
export const CLIMB_SLOPE = 0.3;

/** Thrusters lift a ship as if it made at least this share of its top speed. */
export const CLIMB_THRUST = 0.5;

/** Share of the top vertical speed gained or lost per second. */
export const CLIMB_ACCELERATION = 0.5;

// A ship whose engines are dead still comes to rest, as if it had these top speeds.
const LEAST_SPEED = 10.0;
const LEAST_TURN_RATE = 0.02;

// Sums of a tick's share miss their goal by a rounding; this much past a step still counts as there.
const SLACK = 1.000000001;

/**
 * Moves a ship on by one tick of 50 ms, by the same arithmetic as the server to the last bit.
 *
 * @param state - The ship; changed in place.
 * @param input - Orders and abilities. Numbers must be finite and in their ranges.
 * @param limits - The world's edges.
 */
export function advanceMotion(state: MotionState, input: Readonly<MotionInput>, limits: MotionLimits): void {
  if (input.docked) {
    state.velocity = 0.0;
    state.turnRate = 0.0;
    state.climbVelocity = 0.0;
    state.warp = 0.0;
    return;
  }
  turn(state, input);
  spinWarp(state, input);
  accelerate(state, input, limits);
  climb(state, input, limits);
  move(state, input, limits);
}

function turn(state: MotionState, input: Readonly<MotionInput>): void {
  const top = input.topTurnRate;
  const change = (top > LEAST_TURN_RATE ? top : LEAST_TURN_RATE) * TURN_ACCELERATION * TICK_SECONDS;
  let wanted: number;
  if (input.steering === STEER_TO_COURSE) {
    const way = wrapHalf(input.course - state.heading);
    const left = way < 0.0 ? -way : way;
    const speed = state.turnRate < 0.0 ? -state.turnRate : state.turnRate;
    const lastStep = change * TICK_SECONDS;
    if (left <= lastStep && speed <= change * SLACK && top > 0.0) {
      state.heading = wrapCircle(input.course);
      state.turnRate = 0.0;
      return;
    }
    // The fastest turn that still stops on the course: slowing by `change` a tick, it takes `ticks` more after
    // this one, and the turns of all of them add up to the way that is left.
    const ticks = Math.floor((Math.sqrt(1.0 + 8.0 * (left / lastStep)) - 1.0) * 0.5);
    const fastest = left / TICK_SECONDS / (ticks + 1.0) + change * ticks * 0.5;
    wanted = fastest < top ? fastest : top;
    if (way < 0.0) wanted = -wanted;
  } else {
    wanted = input.rudder * top;
  }
  state.turnRate = approach(state.turnRate, wanted, change);
  state.heading = wrapCircle(state.heading + state.turnRate * TICK_SECONDS);
}

function spinWarp(state: MotionState, input: Readonly<MotionInput>): void {
  let wanted = input.warpFactor < input.warpCeiling ? input.warpFactor : input.warpCeiling;
  if (input.reverse) wanted = 0.0;
  const rate = wanted > state.warp ? WARP_SPIN_UP : WARP_SPIN_DOWN;
  state.warp = approach(state.warp, wanted, rate * TICK_SECONDS);
}

function accelerate(state: MotionState, input: Readonly<MotionInput>, limits: MotionLimits): void {
  const top = input.topSpeed > LEAST_SPEED ? input.topSpeed : LEAST_SPEED;
  let wanted = input.impulse * input.topSpeed;
  if (input.reverse) wanted = -wanted;
  wanted += state.warp * WARP_SPEED * input.warpEffect;
  const velocity = state.velocity;
  let rate: number;
  if (state.warp > 0.0 || velocity > top * 2.0) rate = WARP_ACCELERATION;
  else if (velocity >= 0.0 ? wanted > velocity : wanted < velocity) rate = top * ACCELERATION;
  else rate = top * BRAKING;
  state.velocity = clamp(approach(velocity, wanted, rate * TICK_SECONDS), limits.speedLimit);
}

function climb(state: MotionState, input: Readonly<MotionInput>, limits: MotionLimits): void {
  const ahead = state.velocity < 0.0 ? -state.velocity : state.velocity;
  const thrust = input.topSpeed * CLIMB_THRUST;
  const top = (ahead > thrust ? ahead : thrust) * CLIMB_SLOPE;
  const rate = (top > LEAST_SPEED ? top : LEAST_SPEED) * CLIMB_ACCELERATION;
  const wanted = input.climb * top;
  state.climbVelocity = clamp(approach(state.climbVelocity, wanted, rate * TICK_SECONDS), limits.speedLimit);
}

function move(state: MotionState, input: Readonly<MotionInput>, limits: MotionLimits): void {
  const x = state.posX + (state.velocity * sin(state.heading) + input.driftX) * TICK_SECONDS;
  const y = state.posY + state.climbVelocity * TICK_SECONDS;
  const z = state.posZ + (state.velocity * cos(state.heading) + input.driftZ) * TICK_SECONDS;
  state.posX = clamp(x, limits.worldLimit);
  state.posY = clamp(y, limits.worldLimit);
  state.posZ = clamp(z, limits.worldLimit);
}

function approach(value: number, wanted: number, step: number): number {
  const way = wanted - value;
  const most = step * SLACK;
  if (way <= most && way >= -most) return wanted;
  return way > 0.0 ? value + step : value - step;
}

function clamp(value: number, limit: number): number {
  return value > limit ? limit : value < -limit ? -limit : value;
}
