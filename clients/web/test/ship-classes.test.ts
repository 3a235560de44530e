import { ShipClass } from '@artemis/client/protocol';
import { describe, expect, it } from 'vitest';
import { readShipClass, shipClassInfo } from '../src/model/ship-classes.js';

describe('A class of ship', () => {
  it('has an arc for each beam, in radians', () => {
    const { beams, ...figures } = readShipClass({
      shipClass: ShipClass.Scout,
      shieldsFore: 60,
      shieldsAft: 60,
      beamRange: 1000,
      beamArcDegrees: 90,
      beamCycleSeconds: 6,
      beamBearingsDegrees: [-180, 0],
      torpedoRange: 5400,
      homingMost: 8,
      energyMost: 2000,
      energyPerTorpedo: 100,
    });
    expect(beams).toEqual([
      { range: 1000, arc: Math.PI / 2, facing: -Math.PI },
      { range: 1000, arc: Math.PI / 2, facing: 0 },
    ]);
    expect(figures).toEqual({
      shieldsFore: 60,
      shieldsAft: 60,
      beamCycleSeconds: 6,
      torpedoRange: 5400,
      homingMost: 8,
      energyMost: 2000,
      energyPerTorpedo: 100,
    });
  });

  it('has no figures as long as the server has not told them', () => {
    expect(shipClassInfo(ShipClass.Scout)).toEqual({
      shieldsFore: 0,
      shieldsAft: 0,
      beams: [],
      beamCycleSeconds: 0,
      torpedoRange: Infinity,
      homingMost: Infinity,
      energyMost: Infinity,
      energyPerTorpedo: 100,
    });
  });
});
