// UTF-8 in both directions. Short texts that come again and again, such as names and keys, are decoded once.

const LongestKept = 64;
const Slots = 256;
/** Its length, its first, middle and last word, which may overlap, and the words between. */
const WordsPerText = 4 + LongestKept / 4;

const keptTexts = /* @__PURE__ */ new Array<string>(Slots).fill('');
const keptWords = /* @__PURE__ */ new Int32Array(Slots * WordsPerText);
const decoder = /* @__PURE__ */ new TextDecoder('utf-8', { ignoreBOM: true });

/** Decodes UTF-8; what is ill-formed becomes U+FFFD. The bytes must lie within the view. */
export function decodeText(view: DataView, at: number, length: number): string {
  if (length < 4 || length > LongestKept) return length === 0 ? '' : decodeAnew(view, at, length);

  // Three words are all of a text of up to twelve bytes.
  const first = view.getInt32(at, true);
  const middle = view.getInt32(at + (length >> 1) - 2, true);
  const last = view.getInt32(at + length - 4, true);
  // A product's highest bits depend on all bits of the word.
  const slot =
    (Math.imul(first ^ length, 0x2c1b3c6d) ^ Math.imul(middle, 0x297a2d39) ^ Math.imul(last, 0x1b873593)) >>>
    24;
  const place = slot * WordsPerText;
  const same =
    keptWords[place] === length &&
    keptWords[place + 1] === first &&
    keptWords[place + 2] === middle &&
    keptWords[place + 3] === last &&
    (length <= 12 || isSameWithin(view, at, length, place));
  return same ? keptTexts[slot]! : keep(view, at, length, slot);
}

function isSameWithin(view: DataView, at: number, length: number, place: number): boolean {
  for (let i = 4; i < length - 4; i += 4)
    if (keptWords[place + 3 + (i >> 2)] !== view.getInt32(at + i, true)) return false;
  return true;
}

function keep(view: DataView, at: number, length: number, slot: number): string {
  const text = decodeAnew(view, at, length);
  const place = slot * WordsPerText;
  keptWords[place] = length;
  keptWords[place + 1] = view.getInt32(at, true);
  keptWords[place + 2] = view.getInt32(at + (length >> 1) - 2, true);
  keptWords[place + 3] = view.getInt32(at + length - 4, true);
  for (let i = 4; i < length - 4; i += 4) keptWords[place + 3 + (i >> 2)] = view.getInt32(at + i, true);
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
