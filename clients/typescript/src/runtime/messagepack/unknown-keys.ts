import { within } from '../errors.js';
import type { Reader } from '../reader.js';
import type { Writer } from '../writer.js';
import { readText, skipValue } from './read.js';

/** Keys of a message that this version of the protocol does not know: counted, kept as they came, and sent on untouched. */
export interface UnknownKeys {
  /** How many there are. */
  readonly count: number;
  /** Keys and values one after another, in MessagePack. */
  readonly raw: Uint8Array;
}

/**
 * Passes over a value whose key is not known, and notes where both lie.
 *
 * @param places - Beginnings and ends noted so far.
 * @param start - Where the key began.
 * @param depth - How many arrays and maps the value lies in.
 */
export function skipUnknown(
  places: number[] | undefined,
  reader: Reader,
  start: number,
  depth: number,
): number[] {
  try {
    skipValue(reader, depth, '');
  } catch (error) {
    reader.at = start;
    throw within(error, readText(reader, 0, 0xffffffff, ''));
  }
  const noted = places ?? [];
  noted.push(start, reader.at);
  return noted;
}

/** Copies what {@link skipUnknown} noted; undefined if it was nothing. */
export function keepUnknown(reader: Reader, places: number[] | undefined): UnknownKeys | undefined {
  if (!places) return undefined;
  let size = 0;
  for (let i = 0; i < places.length; i += 2) size += places[i + 1]! - places[i]!;
  const raw = new Uint8Array(size);
  for (let i = 0, at = 0; i < places.length; i += 2) {
    raw.set(reader.bytes.subarray(places[i], places[i + 1]), at);
    at += places[i + 1]! - places[i]!;
  }
  return { count: places.length / 2, raw };
}

/** Writes kept keys behind the others. */
export function writeUnknown(writer: Writer, unknown: UnknownKeys | undefined): void {
  if (unknown) writer.raw(unknown.raw);
}
