import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as frozen from '../../../tests/Artemis.Protocol.Generator.Tests/TypeScript/Approved/frozen/index.js';
import * as artemis from '../src/generated/index.js';
import { Conformance, type VectorCase } from './support/conformance.js';

/** A case whose bytes are given in parts. */
type FrozenCase = VectorCase & { parts?: [hex: string, meaning: string][] };

const folder = new URL('../../../protocol-schema/frozen/', import.meta.url);

describe.each([
  [
    'frozen.json',
    new Conformance(frozen, frozen.FrozenProtocol, {
      bytes: ['chart'],
      big: ['low', 'high'],
      commandFields: { Order: ['what', 'body'] },
    }),
  ],
  [
    'artemis.json',
    new Conformance(artemis, artemis.ArtemisProtocol, {
      bytes: ['fullSnapshot'],
      big: [],
      commandFields: { Command: ['subtype', 'payload'] },
    }),
  ],
])('The frames computed by hand in %s', (file, conformance) => {
  const { cases } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { cases: FrozenCase[] };
  test('are there', () => expect(cases.length).toBeGreaterThan(0));
  for (const item of cases) {
    test(item.name, () => {
      const hex = item.parts?.map(([bytes]) => bytes).join('');
      conformance.check(hex === undefined ? item : { ...item, hex });
    });
  }
});
