import fc from 'fast-check';

const numbers = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.integer({ min: -200, max: 400 }),
  fc.constantFrom(NaN, Infinity, -Infinity, -0, 0.5, 4294967295, 4294967296),
);

/** Values of the same types as a sample's, any at all. Lists keep their lengths, and what is not empty stays so. */
export function arbitraryLike<T>(sample: T): fc.Arbitrary<T> {
  return like(sample) as fc.Arbitrary<T>;
}

function like(sample: unknown): fc.Arbitrary<unknown> {
  switch (typeof sample) {
    case 'boolean':
      return fc.boolean();
    case 'number':
      return numbers;
    case 'bigint':
      return fc.bigInt({ min: -(1n << 65n), max: 1n << 65n });
    case 'string':
      return fc.oneof(
        fc.string({ minLength: 1 }),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 400 }),
      );
    case 'undefined':
      return fc.constant(undefined);
  }
  if (sample instanceof Uint8Array)
    return fc.uint8Array({ minLength: sample.length, maxLength: sample.length });
  if (Array.isArray(sample)) return fc.tuple(...sample.map(like));
  const fields = Object.entries(sample as object).map(([key, value]) => [key, like(value)] as const);
  return fc.record(Object.fromEntries(fields));
}
