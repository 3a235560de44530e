import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText, ProtocolError, Reader, Writer } from '../../src/runtime/index.js';
import { decodeText, encodedLength, encodeText } from '../../src/runtime/text.js';

const texts = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0xd7f0, max: 0xe010 }), { maxLength: 9 })
    .map((units) => String.fromCharCode(...units)),
);

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

test('Text is encoded as TextEncoder does it', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const into = new Uint8Array(400);
      const length = encodeText(text, into, 0, 400);
      expect(into.slice(0, length)).toEqual(new TextEncoder().encode(text));
      expect(encodedLength(text, 400)).toBe(length);
    }),
  );
});

test('Bytes are decoded as TextDecoder does it, well-formed or not', () => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 90 }),
    texts.map((text) => new TextEncoder().encode(text)),
    fc.uint8Array({ min: 0x78, max: 0xff, maxLength: 12 }),
  );
  fc.assert(
    fc.property(bytes, (input) => {
      // Twice, because the second time it comes from the cache.
      expect(decodeText(view(input), 0, input.length)).toBe(decoder.decode(input));
      expect(decodeText(view(input), 0, input.length)).toBe(decoder.decode(input));
    }),
  );
});

test('Text is cut at the last whole character that fits', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 0, max: 40 }), (text, max) => {
      const cut = cutText(text, max);
      const kept = new TextEncoder().encode(cut).length;
      expect(text.startsWith(cut)).toBe(true);
      expect(kept).toBeLessThanOrEqual(max);
      const next = String.fromCodePoint(
        ...[...text].slice([...cut].length, [...cut].length + 1).map((c) => c.codePointAt(0)!),
      );
      if (cut !== text) expect(kept + new TextEncoder().encode(next).length).toBeGreaterThan(max);
    }),
  );
});

test('A writer cuts text as cutText does, and what it writes is read again', () => {
  const writer = new Writer();
  fc.assert(
    fc.property(texts, fc.constantFrom(3, 24, 255, 300), (text, max) => {
      for (let time = 0; time < 2; time++) {
        writer.reset();
        writer.text(text, 0, max, 'name');
        const wellFormed = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
          new TextEncoder().encode(cutText(text, max)),
        );
        expect(new Reader(writer.toBytes()).text(0, max, 'name')).toBe(wellFormed);
      }
    }),
  );
});

test('Text that is too short is refused by writers and readers', () => {
  expect(() => new Writer().text('', 1, 8, 'name')).toThrow(ProtocolError);
  expect(() => new Reader(Uint8Array.of(0)).text(1, 8, 'name')).toThrow('OutOfRange in name at byte 0');
});
