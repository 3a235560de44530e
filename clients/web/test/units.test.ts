import { describe, expect, it } from 'vitest';
import { fragmentOf, parseRoute } from '../src/app/route.js';
import { ago, bearing, clock, degrees, directionTo, distance, speed, whole } from '../src/model/units.js';
import {
  ringStep,
  screenHeading,
  toScreenX,
  toScreenY,
  toWorldX,
  toWorldZ,
} from '../src/radar/projection.js';

const quarter = Math.PI / 2;

describe('Figures', () => {
  it('are bearings of three digits, and a full circle is north again', () => {
    expect([bearing(0), bearing(quarter), bearing(2 * Math.PI - 0.001)]).toEqual(['000°', '090°', '000°']);
    expect(degrees(-quarter)).toBe(270);
  });

  it('are distances as short as they may be', () => {
    expect([distance(840.4), distance(4230), distance(31_400)]).toEqual(['840', '4.2k', '31k']);
  });

  it('are whole numbers in groups of three', () => {
    expect([whole(-3400), whole(1_234_567.8), whole(-0.4)]).toEqual([
      '−3\u2009400',
      '1\u2009234\u2009568',
      '0',
    ]);
  });

  it('are speeds, astern with a sign, and at rest without one', () => {
    expect([speed(-12.34), speed(-0.04), speed(250.4)]).toEqual(['−12.3', '0.0', '250']);
  });

  it('are times', () => {
    expect([clock(0), clock(247.9)]).toEqual(['0:00', '4:07']);
    expect([ago(100, 130), ago(0, 600), ago(0, 7300)]).toEqual(['just now', '10 min ago', '2 h ago']);
  });

  it('are directions clockwise from north', () => {
    expect(directionTo(0, 0, 0, 5)).toBeCloseTo(0);
    expect(directionTo(0, 0, 5, 0)).toBeCloseTo(quarter);
    expect(directionTo(0, 0, -5, 0)).toBeCloseTo(3 * quarter);
  });
});

describe('A radar', () => {
  const projection = { centerX: 100, centerY: 100, radius: 50, worldX: 1000, worldZ: -2000, range: 500 };

  it('has north up and east to the right, and finds its way back', () => {
    expect([toScreenX(projection, 1500), toScreenY(projection, -1500)]).toEqual([150, 50]);
    expect([toWorldX(projection, 150), toWorldZ(projection, 50)]).toEqual([1500, -1500]);
  });

  it('steers where a hand points', () => {
    expect(screenHeading(100, 100, 100, 20)).toBeCloseTo(0);
    expect(screenHeading(100, 100, 180, 100)).toBeCloseTo(quarter);
    expect(screenHeading(100, 100, 20, 100)).toBeCloseTo(3 * quarter);
  });

  it('has between two and five rings at a round distance', () => {
    for (const range of [1000, 2000, 5000, 10_000, 20_000, 30_000, 50_000]) {
      const rings = range / ringStep(range);
      expect(rings).toBeGreaterThanOrEqual(2);
      expect(rings).toBeLessThanOrEqual(5);
    }
  });
});

describe('An address', () => {
  const id = '00000000-0000-4000-8000-00000000000a';

  it('leads straight into a session', () => {
    expect(parseRoute(`#/session/${id.toUpperCase()}`)).toEqual({ page: 'session', id });
    expect(parseRoute(fragmentOf({ page: 'session', id }))).toEqual({ page: 'session', id });
  });

  it('leads to the list if it is anything else', () => {
    for (const fragment of ['', '#', '#/', '#/session/', '#/session/..%2f', '#/session/<b>', '#/other']) {
      expect(parseRoute(fragment)).toEqual({ page: 'sessions' });
    }
  });
});
