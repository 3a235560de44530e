import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as sink from '../../../tests/Artemis.Protocol.Generator.Tests/TypeScript/Approved/sink/index.js';
import * as artemis from '../src/generated/index.js';
import { Reader, Writer } from '../src/runtime/index.js';
import { arbitraryLike } from './support/arbitrary.js';
import type { Codecs } from './support/conformance.js';
import { everything } from './support/samples.js';

/** Functions of one kind of object, under names that are the same for all. */
function codec(protocol: Codecs, name: string, sample: unknown = protocol[`create${name}`]()) {
  return {
    name,
    sample: sample as Codecs,
    all: protocol[`${name}AllFields`] as number | bigint,
    fields: protocol[`${name}Fields`] as Record<string, number | bigint>,
    create: protocol[`create${name}`],
    createQuantized: protocol[`create${name}Quantized`],
    quantize: protocol[`quantize${name}`],
    dequantize: protocol[`dequantize${name}`],
    diff: protocol[`diff${name}`],
    copy: protocol[`copy${name}Quantized`],
    encode: protocol[`encode${name}`],
    decode: protocol[`decode${name}`],
    maxSize: protocol[`${name}MaxEncodedSize`] as number,
  };
}

type ObjectCodec = ReturnType<typeof codec>;

const objects = [
  ...Object.keys(artemis.ObjectType).map((name) => codec(artemis, name)),
  codec(sink, 'Reader'),
  codec(sink, 'Four'),
  codec(sink, 'Everything', everything()),
];

function masks(object: ObjectCodec): fc.Arbitrary<number | bigint> {
  const bits = Object.values(object.fields);
  return fc
    .subarray(bits)
    .map((set) => set.reduce<bigint>((mask, bit) => mask | BigInt.asUintN(64, BigInt(bit)), 0n))
    .map((mask) => (typeof object.all === 'bigint' ? mask : Number(BigInt.asUintN(32, mask))));
}

function quantized(object: ObjectCodec, value: unknown): Codecs {
  const result = object.createQuantized();
  object.quantize(value, result);
  return result;
}

function natural(object: ObjectCodec, value: unknown): Codecs {
  const result = object.create();
  object.dequantize(value, result);
  return result;
}

function encoded(object: ObjectCodec, value: unknown, mask: unknown): Uint8Array {
  const writer = new Writer();
  object.encode(writer, value, mask);
  return writer.toBytes();
}

describe.each(objects.map((object) => [object.name, object] as const))('%s', (_, object) => {
  const values = arbitraryLike(object.sample);

  test('arrives as it was quantized, whatever it was', () => {
    fc.assert(
      fc.property(values, (value) => {
        const sent = quantized(object, value);
        const bytes = encoded(object, sent, object.all);
        expect(bytes.length).toBeLessThanOrEqual(object.maxSize);
        const reader = new Reader(bytes);
        const arrived = object.create();
        expect(object.decode(reader, arrived)).toBe(object.all);
        expect(reader.left).toBe(0);
        expect(arrived).toEqual(natural(object, sent));
      }),
    );
  });

  test('changes nothing but the fields of the mask', () => {
    fc.assert(
      fc.property(values, values, masks(object), (before, after, mask) => {
        const target = natural(object, quantized(object, before));
        const kept = structuredClone(target);
        const sent = quantized(object, after);
        expect(object.decode(new Reader(encoded(object, sent, mask)), target)).toBe(mask);
        const expected = natural(object, sent);
        for (const [field, bit] of Object.entries(object.fields)) {
          const isSet = (BigInt.asUintN(64, BigInt(mask)) & BigInt.asUintN(64, BigInt(bit))) !== 0n;
          expect(target[field]).toEqual((isSet ? expected : kept)[field]);
        }
      }),
    );
  });

  test('is followed through a chain of deltas', () => {
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 8 }), (states) => {
        const baseline = object.createQuantized();
        const followed = natural(object, baseline);
        for (const state of states) {
          const current = quantized(object, state);
          const mask = object.diff(baseline, current);
          object.decode(new Reader(encoded(object, current, mask)), followed);
          object.copy(current, baseline, mask);
          expect(followed).toEqual(natural(object, current));
          expect(BigInt(object.diff(baseline, current))).toBe(0n);
        }
      }),
    );
  });

  test('is quantized once for all: what arrived is sent again as the same bytes', () => {
    fc.assert(
      fc.property(values, (value) => {
        const bytes = encoded(object, quantized(object, value), object.all);
        const arrived = object.create();
        object.decode(new Reader(bytes), arrived);
        expect(encoded(object, quantized(object, arrived), object.all)).toEqual(bytes);
      }),
    );
  });
});
