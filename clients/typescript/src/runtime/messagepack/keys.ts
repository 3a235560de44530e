import { machineIsLittleEndian } from '../endian.js';
import type { Reader } from '../reader.js';
import { scratchView } from '../scratch.js';
import type { Writer } from '../writer.js';
import { readText } from './read.js';

/** The keys of a map, in the schema's order, as they are written: a MessagePack text each. */
export interface KeyTable {
  readonly names: readonly string[];
  /** Encoded keys, each from a multiple of four on. */
  readonly words: Int32Array;
  /** The same memory as {@link words}. */
  readonly bytes: Uint8Array;
  /** Where in {@link words} each key begins. */
  readonly starts: readonly number[];
  /** Bytes of each encoded key. */
  readonly sizes: readonly number[];
}

/** Encodes keys once. Names of a schema are ASCII and have at most 255 characters. */
export function keyTable(names: readonly string[]): KeyTable {
  const sizes = names.map((name) => name.length + (name.length <= 0x1f ? 1 : 2));
  const starts: number[] = [];
  let end = 0;
  for (const size of sizes) {
    starts.push(end);
    end += (size + 3) >> 2;
  }

  const words = new Int32Array(end);
  const bytes = new Uint8Array(words.buffer);
  names.forEach((name, i) => {
    let at = starts[i]! * 4;
    if (name.length > 0x1f) bytes[at++] = 0xd9;
    bytes[at++] = name.length <= 0x1f ? 0xa0 | name.length : name.length;
    for (let c = 0; c < name.length; c++) bytes[at++] = name.charCodeAt(c);
  });
  return { names, words, bytes, starts, sizes };
}

/** Writes a key. */
export function writeKey(writer: Writer, keys: KeyTable, index: number): void {
  const size = keys.sizes[index]!;
  const at = writer.take(size);
  const start = keys.starts[index]!;
  // Up to three bytes behind the key are overwritten; nothing is there yet.
  for (let i = 0; i < size; i += 4)
    scratchView.setInt32(at + i, keys.words[start + (i >> 2)]!, machineIsLittleEndian);
}

/**
 * Reads a key. One that is not text is an error.
 *
 * @param expected - The key that is most likely to come.
 * @returns Its place among the keys; -1 if it is none of them.
 */
export function readKey(reader: Reader, keys: KeyTable, expected: number): number {
  const count = keys.names.length;
  if (expected < count && takeKey(reader, keys, expected)) return expected;
  for (let i = 0; i < count; i++) if (takeKey(reader, keys, i)) return i;
  return keys.names.indexOf(readText(reader, 0, 0xffffffff, ''));
}

function takeKey(reader: Reader, keys: KeyTable, index: number): boolean {
  const size = keys.sizes[index]!;
  const at = reader.at;
  if (reader.end - at < size) return false;
  const bytes = reader.bytes;
  const known = keys.bytes;
  const start = keys.starts[index]! * 4;
  for (let i = 0; i < size; i++) if (bytes[at + i] !== known[start + i]) return false;
  reader.at = at + size;
  return true;
}
