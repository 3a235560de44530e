import { describe, expect, it } from 'vitest';
import { BeamCharge } from '../src/model/beam-charge.js';
import type { ShipClassInfo } from '../src/model/ship-classes.js';

const half = Math.PI;
const [ahead, astern] = [
  { range: 1000, arc: half, facing: 0 },
  { range: 1000, arc: half, facing: Math.PI },
];
const info: ShipClassInfo = {
  shieldsFore: 80,
  shieldsAft: 80,
  beams: [ahead, astern, ahead],
  beamCycleSeconds: 6,
  torpedoRange: 5400,
  homingMost: 8,
  energyMost: 2000,
  energyPerTorpedo: 100,
};
const ship = { posX: 0, posY: 0, posZ: 0, heading: 0 };
const before = { posX: 0, posY: 0, posZ: 500 };

const shares = (charge: BeamCharge): number[] => [0, 1, 2].map((index) => charge.of(index, 1).share);

describe('The charge of beams', () => {
  it('is full before the first shot', () => {
    expect(shares(new BeamCharge())).toEqual([1, 1, 1]);
  });

  it('is gone from as many beams that bear as have fired, and comes back within a cycle', () => {
    const charge = new BeamCharge();
    charge.advance(100, 1);
    charge.fired(info, ship, before);
    expect(shares(charge)).toEqual([0, 1, 1]);
    charge.fired(info, ship, before);
    expect(shares(charge)).toEqual([0, 1, 0]);
    charge.advance(160, 1);
    expect(shares(charge)).toEqual([0.5, 1, 0.5]);
    expect(charge.of(0, 1).secondsLeft).toBeCloseTo(3);
    charge.advance(220, 1);
    expect(shares(charge)).toEqual([1, 1, 1]);
  });

  it('comes back as fast as the beams have power, and not without', () => {
    const charge = new BeamCharge();
    charge.fired(info, ship, before);
    charge.advance(20, 2);
    expect(charge.of(0, 2).share).toBeCloseTo(2 / 6);
    expect(charge.of(0, 2).secondsLeft).toBeCloseTo(2);
    charge.advance(2000, 0);
    expect(charge.of(0, 0)).toEqual({ share: expect.closeTo(2 / 6), secondsLeft: Infinity });
  });

  it('is gone from the beam charged best if it is not known where the target was', () => {
    const charge = new BeamCharge();
    charge.fired(info, ship, undefined);
    charge.fired(info, ship, undefined);
    expect(shares(charge)).toEqual([0, 0, 1]);
  });

  it('is full again in the next game', () => {
    const charge = new BeamCharge();
    charge.advance(5000, 1);
    charge.fired(info, ship, before);
    charge.advance(3, 1);
    expect(shares(charge)).toEqual([1, 1, 1]);
  });
});
