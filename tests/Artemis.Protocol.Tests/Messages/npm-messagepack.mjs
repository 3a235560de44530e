// Reads MessagePack with npm's library and writes it again. In: a JSON list of values as hex. Out: a list of { value, hex }, bytes in the
// value as hex, whole numbers of 64 bits and what is no number as text.
import { readFileSync } from 'node:fs';
import { decode, encode, ExtData } from '@msgpack/msgpack';

const options = { useBigInt64: true };
const hex = (bytes) => Buffer.from(bytes).toString('hex');

function spell(value) {
  if (value instanceof ExtData) return { type: value.type, data: hex(value.data) };
  if (value instanceof Uint8Array) return hex(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return value.map(spell);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spell(inner)]));
  return value;
}

const inputs = JSON.parse(readFileSync(0, 'utf8'));
const outputs = inputs.map((input) => {
  const value = decode(Buffer.from(input, 'hex'), options);
  return { value: spell(value), hex: hex(encode(value, options)) };
});
process.stdout.write(JSON.stringify(outputs));
