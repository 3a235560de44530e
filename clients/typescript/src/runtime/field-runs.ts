import { truncated } from './errors.js';

/** A stretch of an object's fields that all have a fixed size, by their bits in a mask of 32 bits. */
export interface FieldRun {
  /** Bytes of the fields of each octet of a mask: 256 sums for its first byte, 256 for the next, and so on. */
  readonly sizes: Uint16Array;
  readonly fields: readonly (readonly [bit: number, size: number, name: string])[];
}

/** Makes the sums of a run once, so that decoders find with four loads how many bytes the set fields take. */
export function fieldRun(fields: FieldRun['fields']): FieldRun {
  const sizes = new Uint16Array(4 * 256);
  for (const [bit, size] of fields) {
    const octet = (bit >>> 3) << 8;
    const inOctet = 1 << (bit & 7);
    for (let i = 0; i < 256; i++) if (i & inOctet) sizes[octet + i]! += size;
  }
  return { sizes, fields };
}

/** Makes sure that the set fields of a run are there, so that they can be read without further checks. */
export function requireFields(run: FieldRun, mask: number, at: number, end: number): void {
  const sizes = run.sizes;
  const needed =
    sizes[mask & 0xff]! +
    sizes[256 + ((mask >>> 8) & 0xff)]! +
    sizes[512 + ((mask >>> 16) & 0xff)]! +
    sizes[768 + (mask >>> 24)]!;
  if (end - at < needed) throw firstMissing(run, mask, at, end);
}

function firstMissing(run: FieldRun, mask: number, at: number, end: number): Error {
  for (const [bit, size, name] of run.fields) {
    if (((mask >>> bit) & 1) === 0) continue;
    if (end - at < size) return truncated(at, size, end, name);
    at += size;
  }
  return truncated(at, 1, end, '');
}
