import { describe, expect, it } from 'vitest';
import { beamReach } from '../src/model/beams.js';

const quarter = Math.PI / 2;
const bow = { range: 1000, arc: quarter, facing: 0 };
const ship = { posX: 100, posY: 0, posZ: 200, heading: quarter };

describe('The reach of beams', () => {
  it('has what lies ahead, as the bow points east', () => {
    expect(beamReach([bow], ship, { posX: 900, posY: 0, posZ: 200 })).toBe('bears');
  });

  it('counts height into the distance', () => {
    expect(beamReach([bow], ship, { posX: 900, posY: 700, posZ: 200 })).toBe('out of range');
  });

  it('leaves out what is near and abeam', () => {
    expect(beamReach([bow], ship, { posX: 100, posY: 0, posZ: 500 })).toBe('out of arc');
  });

  it('has what is abeam with a beam that faces there', () => {
    const port = { ...bow, facing: -quarter };
    expect(beamReach([bow, port], ship, { posX: 100, posY: 0, posZ: 500 })).toBe('bears');
  });

  it('is nothing without beams', () => {
    expect(beamReach([], ship, { posX: 101, posY: 0, posZ: 200 })).toBe('out of range');
  });
});
