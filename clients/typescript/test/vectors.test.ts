import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as protocol from '../src/generated/index.js';
import { Conformance, type VectorCase } from './support/conformance.js';

const folder = new URL('../../../protocol-schema/vectors/', import.meta.url);
const conformance = new Conformance(protocol, protocol.ArtemisProtocol, {
  bytes: ['fullSnapshot'],
  big: [],
  commandFields: { Command: ['subtype', 'payload'] },
});

for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const vectors = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as {
    kind: string;
    cases: VectorCase[];
  };
  describe(`The golden vectors of ${file}`, () => {
    test('hold something', () => expect(vectors.cases.length).toBeGreaterThan(0));
    for (const item of vectors.cases)
      test(item.name, () => conformance.check({ ...item, kind: item.kind ?? vectors.kind }));
  });
}
