// UTF-8 in both directions. Short texts that come again and again, such as names and keys, are decoded once.

const LongestKept = 64;
const Slots = 256;
const WordsPerSlot = LongestKept / 4;

const keptTexts = /* @__PURE__ */ new Array<string>(Slots).fill('');
const keptLengths = /* @__PURE__ */ new Uint8Array(Slots);
const keptWords = /* @__PURE__ */ new Int32Array(Slots * WordsPerSlot);
const decoder = /* @__PURE__ */ new TextDecoder('utf-8', { ignoreBOM: true });

/** Decodes UTF-8; what is ill-formed becomes U+FFFD. The bytes must lie within the view. */
export function decodeText(view: DataView, at: number, length: number): string {
  if (length === 0) return '';
  if (length > LongestKept) return decodeAnew(view, at, length);

  let hash = length;
  const whole = length >> 2;
  for (let i = 0; i < whole; i++) hash = mix(hash, view.getInt32(at + (i << 2), true));
  const tail = length & 3 ? tailWord(view, at + (whole << 2), length & 3) : 0;
  hash = mix(hash, tail);

  const slot = (hash ^ (hash >>> 15)) & (Slots - 1);
  if (isKept(slot, view, at, length, tail)) return keptTexts[slot]!;
  const text = decodeAnew(view, at, length);
  const base = slot * WordsPerSlot;
  for (let i = 0; i < whole; i++) keptWords[base + i] = view.getInt32(at + (i << 2), true);
  if (length & 3) keptWords[base + whole] = tail;
  keptLengths[slot] = length;
  keptTexts[slot] = text;
  return text;
}

function mix(hash: number, word: number): number {
  return Math.imul(hash ^ word, 0x2c1b3c6d) ^ (hash >>> 13);
}

function tailWord(view: DataView, at: number, count: number): number {
  let word = view.getUint8(at);
  if (count > 1) word |= view.getUint8(at + 1) << 8;
  if (count > 2) word |= view.getUint8(at + 2) << 16;
  return word;
}

function isKept(slot: number, view: DataView, at: number, length: number, tail: number): boolean {
  if (keptLengths[slot] !== length) return false;
  const base = slot * WordsPerSlot;
  const whole = length >> 2;
  for (let i = 0; i < whole; i++)
    if (keptWords[base + i] !== view.getInt32(at + (i << 2), true)) return false;
  return !(length & 3) || keptWords[base + whole] === tail;
}

function decodeAnew(view: DataView, at: number, length: number): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, length);
  if (length <= 24) {
    let text = '';
    for (let i = 0; i < length; i++) {
      const unit = bytes[i]!;
      if (unit > 0x7f) return decoder.decode(bytes);
      text += String.fromCharCode(unit);
    }
    return text;
  }
  return decoder.decode(bytes);
}

/**
 * Encodes UTF-8, cut at a character boundary. Half a surrogate pair becomes U+FFFD.
 *
 * @param into - At least `max` bytes from `at` on.
 * @returns Bytes written, at most `max`.
 */
export function encodeText(text: string, into: Uint8Array, at: number, max: number): number {
  const start = at;
  const end = at + max;
  for (let i = 0; i < text.length; i++) {
    let unit = text.charCodeAt(i);
    if (unit < 0x80) {
      if (at === end) break;
      into[at++] = unit;
    } else if (unit < 0x800) {
      if (at + 2 > end) break;
      into[at++] = 0xc0 | (unit >> 6);
      into[at++] = 0x80 | (unit & 0x3f);
    } else {
      if ((unit & 0xf800) === 0xd800) {
        unit = text.codePointAt(i)!;
        if (unit < 0x10000) unit = 0xfffd;
        else i++;
      }
      if (unit < 0x10000) {
        if (at + 3 > end) break;
        into[at++] = 0xe0 | (unit >> 12);
      } else {
        if (at + 4 > end) break;
        into[at++] = 0xf0 | (unit >> 18);
        into[at++] = 0x80 | ((unit >> 12) & 0x3f);
      }
      into[at++] = 0x80 | ((unit >> 6) & 0x3f);
      into[at++] = 0x80 | (unit & 0x3f);
    }
  }
  return at - start;
}

/** The longest beginning of a text, in whole characters, whose UTF-8 takes at most `max` bytes. */
export function cutText(text: string, max: number): string {
  // Three bytes a UTF-16 unit is the worst, so most texts need no count.
  if (text.length * 3 <= max) return text;
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i)!;
    bytes += utf8Size(code);
    if (bytes > max) return text.slice(0, i);
    if (code >= 0x10000) i++;
  }
  return text;
}

/** Bytes that {@link encodeText} writes. */
export function encodedLength(text: string, max: number): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i)!;
    const size = utf8Size(code);
    if (bytes + size > max) break;
    bytes += size;
    if (code >= 0x10000) i++;
  }
  return bytes;
}

function utf8Size(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
