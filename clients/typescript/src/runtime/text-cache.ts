// Short texts come again and again: names, keys, ids of scenarios. Here their UTF-8 is kept, so that they are encoded once and then
// copied four bytes at a time.

import { machineIsLittleEndian } from './endian.js';
import { scratchBytes, scratchView } from './scratch.js';
import { encodeText } from './text.js';
import type { Writer } from './writer.js';

// Names of this module's own: engines fold them into the code.
const out = scratchBytes;
const outView = scratchView;
const isLittleEndian = machineIsLittleEndian;

/** Longest text that is kept, in bytes. */
const LongestKept = 64;
const Slots = 128;
/** Its length in bytes, then its bytes. */
const WordsPerText = 1 + LongestKept / 4;

const keptTexts = /* @__PURE__ */ new Array<string>(Slots).fill('');
const keptWords = /* @__PURE__ */ new Int32Array(Slots * WordsPerText);
const keptBytes = /* @__PURE__ */ new Uint8Array(keptWords.buffer);

/** Room for a text that is about to be kept; the bytes past the longest tell one that fits from one that is cut. */
const fresh = /* @__PURE__ */ new Uint8Array(LongestKept + 4);

/**
 * Finds a text's place among those that are kept, and takes it in if it is not there.
 *
 * @returns The place; -1 for a text that is empty or too long.
 */
export function keepText(text: string): number {
  const length = text.length;
  if (length === 0 || length > LongestKept) return -1;
  const slot = (length * 5 + text.charCodeAt(0) * 3 + text.charCodeAt(length - 1)) & (Slots - 1);
  return keptTexts[slot] === text ? slot * WordsPerText : keepAnew(text, slot);
}

function keepAnew(text: string, slot: number): number {
  const size = encodeText(text, fresh, 0, fresh.length);
  if (size > LongestKept) return -1;
  const place = slot * WordsPerText;
  keptWords[place] = size;
  for (let i = 0; i < size; i++) keptBytes[(place + 1) * 4 + i] = fresh[i]!;
  keptTexts[slot] = text;
  return place;
}

/** Bytes of a kept text. */
export function keptLength(place: number): number {
  return keptWords[place]!;
}

/** Copies a kept text. Up to seven bytes behind it are overwritten. */
export function copyKept(place: number, view: DataView, at: number): void {
  const length = keptWords[place]!;
  // Names are short as a rule: two words without a loop.
  view.setInt32(at, keptWords[place + 1]!, isLittleEndian);
  view.setInt32(at + 4, keptWords[place + 2]!, isLittleEndian);
  for (let i = 8; i < length; i += 4) view.setInt32(at + i, keptWords[place + 1 + (i >> 2)]!, isLittleEndian);
}

/**
 * Writes a text of up to 255 bytes with its count in front, as {@link Writer.text} does, for encoders that keep the place in a
 * local and have made the scratch memory the writer's. Texts that were met before are copied in a few steps.
 *
 * @returns The place behind it.
 * @throws ProtocolError - `OutOfRange` if it is too short, `FrameTooLarge` if there is no room.
 */
export function putText(
  writer: Writer,
  at: number,
  text: string,
  min: number,
  max: number,
  field: string,
): number {
  const place = keepText(text);
  if (place >= 0) {
    const length = keptWords[place]!;
    const end = at + 1 + length;
    if (length >= min && length <= max && end <= writer.limit) {
      out[at] = length;
      copyKept(place, outView, at + 1);
      return end;
    }
  }
  writer.at = at;
  writer.text(text, min, max, field);
  return writer.at;
}
