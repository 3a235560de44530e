import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MotionInput, MotionLimits, MotionState } from '../../src/motion/index.js';
import { advanceMotion } from '../../src/motion/index.js';

interface Trace {
  about: string;
  limits: MotionLimits;
  start: MotionState;
  legs: { ticks: number; input: MotionInput; state: MotionState }[];
}

const folder = new URL('../../../../tests/motion-vectors/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

describe('the motion step', () => {
  it('has traces to reproduce', () => expect(names.length).toBeGreaterThan(5));

  it.each(names)('reproduces %s to the last bit', (name) => {
    const trace = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Trace;
    const state = { ...trace.start };
    trace.legs.forEach((leg, index) => {
      for (let tick = 0; tick < leg.ticks; tick++) advanceMotion(state, leg.input, trace.limits);
      expect(state, `leg ${index}`).toStrictEqual(leg.state);
    });
  });
});
