// Short texts come again and again: names, keys, ids of scenarios. Here their UTF-8 is kept, so that they are encoded once and then
// copied four bytes at a time.

import { machineIsLittleEndian } from './endian.js';
import { encodeText } from './text.js';

/** Longest text that is kept, in bytes. */
const LongestKept = 64;
const Slots = 128;
const WordsPerSlot = LongestKept / 4;

const keptTexts = /* @__PURE__ */ new Array<string>(Slots).fill('');
const keptLengths = /* @__PURE__ */ new Uint8Array(Slots);
const keptWords = /* @__PURE__ */ new Int32Array(Slots * WordsPerSlot);
const keptBytes = /* @__PURE__ */ new Uint8Array(keptWords.buffer);

/** Room for a text that is about to be kept; the bytes past the longest tell one that fits from one that is cut. */
const fresh = /* @__PURE__ */ new Uint8Array(LongestKept + 4);

/**
 * Finds a text's place among those that are kept, and takes it in if it is not there.
 *
 * @returns The place; -1 for a text that is too long.
 */
export function keepText(text: string): number {
  const length = text.length;
  if (length === 0 || length > LongestKept) return -1;
  const slot = (length * 5 + text.charCodeAt(0) * 3 + text.charCodeAt(length - 1)) & (Slots - 1);
  if (keptTexts[slot] === text) return slot;

  const size = encodeText(text, fresh, 0, fresh.length);
  if (size > LongestKept) return -1;
  for (let i = 0; i < size; i++) keptBytes[slot * LongestKept + i] = fresh[i]!;
  keptLengths[slot] = size;
  keptTexts[slot] = text;
  return slot;
}

/** Bytes of a kept text. */
export function keptLength(slot: number): number {
  return keptLengths[slot]!;
}

/** Copies a kept text. Up to seven bytes behind it are overwritten. */
export function copyKept(slot: number, view: DataView, at: number): void {
  const base = slot * WordsPerSlot;
  const length = keptLengths[slot]!;
  // Names are short as a rule: two words without a loop.
  view.setInt32(at, keptWords[base]!, machineIsLittleEndian);
  view.setInt32(at + 4, keptWords[base + 1]!, machineIsLittleEndian);
  for (let i = 8; i < length; i += 4)
    view.setInt32(at + i, keptWords[base + (i >> 2)]!, machineIsLittleEndian);
}
