import { Ordnance, type ShipTubes, TubeState } from '@artemis/client/protocol';
import type { ShipClassInfo } from './ship-classes.js';

/** Why energy and homing torpedoes cannot be changed into each other now; undefined if they can. */
export interface Conversion {
  readonly toEnergy: string | undefined;
  readonly toTorpedo: string | undefined;
}

/** What can be changed into what, with so much energy and these stores. */
export function conversionOf(
  { homingMost, energyMost, energyPerTorpedo: worth }: ShipClassInfo,
  energy: number,
  stores: Pick<ShipTubes, 'homing' | 'tubes'>,
): Conversion {
  const inTubes = stores.tubes.filter(
    ({ state, ordnance }) => state !== TubeState.Empty && ordnance === Ordnance.Homing,
  ).length;
  return {
    toEnergy:
      stores.homing === 0
        ? 'No homing torpedo is left in store'
        : energy + worth > energyMost
          ? 'There is no room for more energy'
          : undefined,
    toTorpedo:
      energy < worth
        ? `That takes ${worth} energy`
        : stores.homing + inTubes >= homingMost
          ? 'There is no room for more torpedoes'
          : undefined,
  };
}
