import { ShipClass } from '@artemis/client/protocol';

/** What the page has to know of a class of ship to draw its instruments. */
export interface ShipClassInfo {
  /** Full strength of the shields. */
  readonly shieldsFore: number;
  readonly shieldsAft: number;
  /** Range of the beams, in units. */
  readonly beamRange: number;
  /** Arc of each beam, in radians; their number is the list's length. */
  readonly beamArcs: readonly { readonly facing: number; readonly arc: number }[];
}

const arc = (145 * Math.PI) / 180;
const ahead = (count: number): ShipClassInfo['beamArcs'] =>
  Array.from({ length: count }, (_, index) => ({ facing: (index - (count - 1) / 2) * 0.2, arc }));

const classes: Record<number, ShipClassInfo> = {
  [ShipClass.LightCruiser]: { shieldsFore: 80, shieldsAft: 80, beamRange: 1000, beamArcs: ahead(2) },
  [ShipClass.Scout]: { shieldsFore: 60, shieldsAft: 60, beamRange: 1000, beamArcs: ahead(2) },
  [ShipClass.Battleship]: { shieldsFore: 250, shieldsAft: 150, beamRange: 1000, beamArcs: ahead(4) },
  [ShipClass.MissileCruiser]: { shieldsFore: 110, shieldsAft: 70, beamRange: 1000, beamArcs: ahead(1) },
  [ShipClass.Dreadnought]: { shieldsFore: 200, shieldsAft: 200, beamRange: 2000, beamArcs: ahead(1) },
};

/** A class of ship; one that is not known is taken for a light cruiser. */
export const shipClassInfo = (shipClass: ShipClass): ShipClassInfo =>
  classes[shipClass] ?? classes[ShipClass.LightCruiser]!;
