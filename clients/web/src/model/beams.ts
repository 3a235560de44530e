import type { BeamArc } from './ship-classes.js';
import { directionTo } from './units.js';

/** Where something is, in units. */
export interface Place {
  readonly posX: number;
  readonly posY: number;
  readonly posZ: number;
}

/** Where a ship is, and where its bow points, in radians clockwise from north. */
export interface Bearing extends Place {
  readonly heading: number;
}

/** How far two places are from each other, in units. */
export const distanceOf = (a: Place, b: Place): number =>
  Math.hypot(a.posX - b.posX, a.posY - b.posY, a.posZ - b.posZ);

/** Whether a place is near enough for a beam. */
const reaches = ({ range }: BeamArc, ship: Bearing, at: Place): boolean => distanceOf(ship, at) <= range;

/** Whether a beam reaches a place, by the rules of the game: an arc is level. */
export function bears(beam: BeamArc, ship: Bearing, at: Place): boolean {
  if (!reaches(beam, ship, at)) return false;
  const direction = directionTo(ship.posX, ship.posZ, at.posX, at.posZ);
  return Math.cos(direction - ship.heading - beam.facing) >= Math.cos(beam.arc / 2);
}

/**
 * Whether any beam of a ship reaches a place.
 * @returns `bears`, or what keeps all of them from it.
 */
export function beamReach(
  beams: readonly BeamArc[],
  ship: Bearing,
  at: Place,
): 'bears' | 'out of range' | 'out of arc' {
  if (beams.some((beam) => bears(beam, ship, at))) return 'bears';
  return beams.some((beam) => reaches(beam, ship, at)) ? 'out of arc' : 'out of range';
}
