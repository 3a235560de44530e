import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as sink from '../../../tests/Artemis.Protocol.Generator.Tests/TypeScript/Approved/sink/index.js';
import * as artemis from '../src/generated/index.js';
import type { Codecs } from './support/conformance.js';

interface Quantity {
  min: number;
  max: number;
  step: number;
  maxError: number;
  wraps: boolean;
}

const cases = [artemis as Codecs, sink as Codecs].flatMap((protocol) =>
  Object.keys(protocol)
    .filter((key) => key.endsWith('Quantity'))
    .map((key) => key.slice(0, -'Quantity'.length))
    .map((name) => {
      const send = protocol[`quantize${name}`] as (value: number) => number;
      const receive = (protocol[`dequantize${name}`] ?? ((value: number) => value)) as (
        code: number,
      ) => number;
      return [
        name,
        protocol[`${name}Quantity`] as Quantity,
        (value: number) => receive(send(value)),
      ] as const;
    }),
);

describe.each(cases)('The quantity %s', (_, quantity, arrive) => {
  const span = quantity.max - quantity.min;

  test('is off by no more than it says', () => {
    // Natural values are of 32 bits; rounding a number to them is the caller's error, not the codec's.
    const inRange = fc
      .double({ min: 0, max: 1, noNaN: true })
      .map((share) => Math.fround(quantity.min + share * span))
      .filter((value) => value >= quantity.min && value <= quantity.max);
    fc.assert(
      fc.property(inRange, (value) => {
        const error = Math.abs(arrive(value) - value);
        const onCircle = quantity.wraps ? Math.min(error, Math.abs(span - error)) : error;
        expect(onCircle).toBeLessThanOrEqual(quantity.maxError);
      }),
      { numRuns: 1000 },
    );
  });

  test('stays in its range, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity)), (value) => {
        const arrived = arrive(value);
        expect(arrived).toBeGreaterThanOrEqual(quantity.min - quantity.maxError);
        expect(arrived).toBeLessThanOrEqual(quantity.max + quantity.maxError);
      }),
    );
  });
});
