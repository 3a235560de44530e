import { Ordnance, type Tube, TubeState } from '@artemis/client/protocol';
import { describe, expect, it } from 'vitest';
import { conversionOf } from '../src/model/conversion.js';
import { shipClassInfo } from '../src/model/ship-classes.js';

const info = { ...shipClassInfo(undefined), homingMost: 8, energyMost: 2000, energyPerTorpedo: 100 };
const tube = (state: TubeState, ordnance: Ordnance = Ordnance.Homing): Tube => ({
  state,
  ordnance,
  progress: 0,
});
const empty = [tube(TubeState.Empty), tube(TubeState.Empty)];

describe('Energy and torpedoes', () => {
  it('change into each other while there is some of one and room for the other', () => {
    expect(conversionOf(info, 1900, { homing: 7, tubes: empty })).toEqual({});
    expect(conversionOf(info, 100, { homing: 1, tubes: empty })).toEqual({});
  });

  it('do not where there is nothing to change', () => {
    const { toEnergy, toTorpedo } = conversionOf(info, 99, { homing: 0, tubes: empty });
    expect([toEnergy, toTorpedo]).toEqual(['No homing torpedo is left in store', 'That takes 100 energy']);
  });

  it('do not where there is no room, and torpedoes in tubes take up room', () => {
    const { toEnergy } = conversionOf(info, 1901, { homing: 1, tubes: empty });
    expect(toEnergy).toBe('There is no room for more energy');
    const full = (tubes: Tube[]) => conversionOf(info, 500, { homing: 7, tubes }).toTorpedo;
    expect(full([tube(TubeState.Loaded), tube(TubeState.Empty)])).toBe('There is no room for more torpedoes');
    expect(full([tube(TubeState.Loaded, Ordnance.Nuke), tube(TubeState.Empty)])).toBeUndefined();
  });
});
