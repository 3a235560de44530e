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
  if (length < 4 || length > LongestKept) return length === 0 ? '' : decodeAnew(view, at, length);

  // The text in words: all whole ones, then the last four bytes, which may overlap.
  const first = view.getInt32(at, true);
  const last = view.getInt32(at + length - 4, true);
  let hash = mix(mix(length, first), last);
  for (let i = 4; i < length - 4; i += 4) hash = mix(hash, view.getInt32(at + i, true));

  const slot = hash & (Slots - 1);
  const base = slot * WordsPerSlot;
  let same =
    keptLengths[slot] === length && keptWords[base] === first && keptWords[base + WordsPerSlot - 1] === last;
  for (let i = 4; same && i < length - 4; i += 4)
    same = keptWords[base + (i >> 2)] === view.getInt32(at + i, true);
  return same ? keptTexts[slot]! : keep(slot, view, at, length, last);
}

/** Texts often differ in one character, and that in a word's highest byte: its bits must come down before the next word. */
function mix(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, 0x2c1b3c6d);
  return mixed ^ (mixed >>> 15) ^ (mixed >>> 24);
}

function keep(slot: number, view: DataView, at: number, length: number, last: number): string {
  const text = decodeAnew(view, at, length);
  const base = slot * WordsPerSlot;
  keptWords[base] = view.getInt32(at, true);
  for (let i = 4; i < length - 4; i += 4) keptWords[base + (i >> 2)] = view.getInt32(at + i, true);
  keptWords[base + WordsPerSlot - 1] = last;
  keptLengths[slot] = length;
  keptTexts[slot] = text;
  return text;
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
