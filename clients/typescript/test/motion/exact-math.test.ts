import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cos, PI, sin, TWO_PI, wrapCircle, wrapHalf } from '../../src/motion/index.js';

const angles = fc.double({ min: -1000, max: 1000, noNaN: true });

describe('exact mathematics', () => {
  it('agrees with the library to a few units in the last place', () =>
    fc.assert(
      fc.property(angles, (angle) => {
        expect(Math.abs(sin(angle) - Math.sin(angle))).toBeLessThan(1e-15);
        expect(Math.abs(cos(angle) - Math.cos(angle))).toBeLessThan(1e-15);
      }),
    ));

  it('wraps angles onto the circle without turning them', () =>
    fc.assert(
      fc.property(angles, (angle) => {
        const circle = wrapCircle(angle);
        const half = wrapHalf(angle);
        expect(circle >= 0 && circle < TWO_PI).toBe(true);
        expect(half > -PI && half <= PI).toBe(true);
        expect(sin(circle)).toBeCloseTo(sin(angle), 11);
        expect(cos(half)).toBeCloseTo(cos(angle), 11);
      }),
    ));
});
