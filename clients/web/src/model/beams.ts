import type { BeamArc } from './ship-classes.js';
import { directionTo } from './units.js';

interface Place {
  readonly posX: number;
  readonly posY: number;
  readonly posZ: number;
}

/**
 * Whether any beam of a ship reaches a place, by the rules of the game: all beams reach equally far, and an arc is level.
 * @returns `bears`, or what keeps all of them from it.
 */
export function beamReach(
  beams: readonly BeamArc[],
  ship: Place & { readonly heading: number },
  at: Place,
): 'bears' | 'out of range' | 'out of arc' {
  const away = Math.hypot(at.posX - ship.posX, at.posY - ship.posY, at.posZ - ship.posZ);
  const near = beams.filter(({ range }) => away <= range);
  if (near.length === 0) return 'out of range';
  const direction = directionTo(ship.posX, ship.posZ, at.posX, at.posZ);
  const bears = ({ arc, facing }: BeamArc): boolean =>
    Math.cos(direction - ship.heading - facing) >= Math.cos(arc / 2);
  return near.some(bears) ? 'bears' : 'out of arc';
}
