import type { ShipClass } from '@artemis/client/protocol';
import { signal } from '@preact/signals';

/** What instruments have to know of a class of ship. */
export interface ShipClassInfo {
  /** Full strength of the shields; 0 if it is not known. */
  readonly shieldsFore: number;
  readonly shieldsAft: number;
  readonly beams: readonly BeamArc[];
  /** From one shot of a beam to its next, at full effect. */
  readonly beamCycleSeconds: number;
  /** How far off a target of torpedoes may be, in units; infinite if it is not known. */
  readonly torpedoRange: number;
  /** How many homing torpedoes there is room for, those in tubes among them; infinite if it is not known. */
  readonly homingMost: number;
  /** How much energy there is room for; infinite if it is not known. */
  readonly energyMost: number;
  /** What a homing torpedo is changed into, and out of. */
  readonly energyPerTorpedo: number;
}

/** Where a beam reaches. */
export interface BeamArc {
  /** Units. */
  readonly range: number;
  /** Width in radians. */
  readonly arc: number;
  /** Where its middle points, from the bow clockwise, in radians. */
  readonly facing: number;
}

/** A class of ship as the server's HTTP API tells of it. */
export interface ShipClassDto {
  readonly shipClass: ShipClass;
  readonly shieldsFore: number;
  readonly shieldsAft: number;
  readonly beamRange: number;
  readonly beamArcDegrees: number;
  readonly beamCycleSeconds: number;
  readonly beamBearingsDegrees: readonly number[];
  readonly torpedoRange: number;
  readonly homingMost: number;
  readonly energyMost: number;
  readonly energyPerTorpedo: number;
}

const unknown: ShipClassInfo = {
  shieldsFore: 0,
  shieldsAft: 0,
  beams: [],
  beamCycleSeconds: 0,
  torpedoRange: Infinity,
  homingMost: Infinity,
  energyMost: Infinity,
  energyPerTorpedo: 100,
};

/** The classes that the server has told of. */
export const shipClasses = signal<ReadonlyMap<ShipClass, ShipClassInfo>>(new Map());

/** A class of ship; one that is not known has no figures. */
export const shipClassInfo = (shipClass: ShipClass | undefined): ShipClassInfo =>
  (shipClass === undefined ? undefined : shipClasses.value.get(shipClass)) ?? unknown;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** What a server's word means for the instruments. */
export function readShipClass(dto: ShipClassDto): ShipClassInfo {
  const arc = radians(dto.beamArcDegrees);
  return {
    shieldsFore: dto.shieldsFore,
    shieldsAft: dto.shieldsAft,
    beamCycleSeconds: dto.beamCycleSeconds,
    torpedoRange: dto.torpedoRange,
    homingMost: dto.homingMost,
    energyMost: dto.energyMost,
    energyPerTorpedo: dto.energyPerTorpedo,
    beams: dto.beamBearingsDegrees.map((bearing) => ({
      range: dto.beamRange,
      arc,
      facing: radians(bearing),
    })),
  };
}
