import { outOfRange } from '../errors.js';
import { scratchBytes, scratchView } from '../scratch.js';
import { keepText, keptLength } from '../text-cache.js';
import { encodedLength } from '../text.js';
import type { Writer } from '../writer.js';

/** The head of a map of so many pairs. */
export function writeMapHead(writer: Writer, count: number): void {
  if (count <= 0x0f) writer.u8(0x80 | count);
  else writeHead16or32(writer, 0xde, count);
}

/** The head of a list; one whose length is out of bounds is an error. */
export function writeListHead(writer: Writer, count: number, min: number, max: number, key: string): void {
  if (count < min || count > max) throw outOfRange(-1, `a list of ${count}`, key);
  if (count <= 0x0f) writer.u8(0x90 | count);
  else writeHead16or32(writer, 0xdc, count);
}

export function writeBool(writer: Writer, value: boolean): void {
  writer.u8(value ? 0xc3 : 0xc2);
}

/** A whole number of at most 53 bits, in the shortest format. */
export function writeInt(writer: Writer, value: number): void {
  if (value >= 0) {
    if (value <= 0x7f) writer.u8(value);
    else if (value <= 0xff) {
      writer.u8(0xcc);
      writer.u8(value);
    } else if (value <= 0xffff) {
      writer.u8(0xcd);
      scratchView.setUint16(writer.take(2), value);
    } else if (value <= 0xffffffff) {
      writer.u8(0xce);
      scratchView.setUint32(writer.take(4), value);
    } else writeBigInt(writer, BigInt(value));
  } else if (value >= -0x20) writer.u8(value + 0x100);
  else if (value >= -0x80) {
    writer.u8(0xd0);
    writer.i8(value);
  } else if (value >= -0x8000) {
    writer.u8(0xd1);
    scratchView.setInt16(writer.take(2), value);
  } else if (value >= -0x80000000) {
    writer.u8(0xd2);
    scratchView.setInt32(writer.take(4), value);
  } else writeBigInt(writer, BigInt(value));
}

/** A whole number of up to 64 bits, in the shortest format. */
export function writeBigInt(writer: Writer, value: bigint): void {
  if (value >= -0x80000000n && value <= 0xffffffffn) return writeInt(writer, Number(value));
  writer.u8(value > 0n ? 0xcf : 0xd3);
  scratchView.setBigInt64(writer.take(8), BigInt.asIntN(64, value));
}

/** A number as a 32-bit float, even if it is whole. */
export function writeF32(writer: Writer, value: number): void {
  writer.u8(0xca);
  scratchView.setFloat32(writer.take(4), value);
}

/** A number as a 64-bit float, even if it is whole. */
export function writeF64(writer: Writer, value: number): void {
  writer.u8(0xcb);
  scratchView.setFloat64(writer.take(8), value);
}

/** Text, cut at a character boundary to at most `max` bytes; one shorter than `min` bytes is an error. */
export function writeText(writer: Writer, value: string, min: number, max: number, key: string): void {
  const place = keepText(value);
  const kept = place < 0 ? max + 1 : keptLength(place);
  const length = kept <= max ? kept : encodedLength(value, max);
  if (length < min) throw outOfRange(-1, `a text of ${length} bytes`, key);
  if (length <= 0x1f) writer.u8(0xa0 | length);
  else if (length <= 0xff) {
    const at = writer.take(2);
    scratchBytes[at] = 0xd9;
    scratchBytes[at + 1] = length;
  } else writeHead16or32(writer, 0xda, length);
  writer.utf8(value, max);
}

/** Bytes; a length out of bounds is an error. */
export function writeBytes(writer: Writer, value: Uint8Array, min: number, max: number, key: string): void {
  const length = value.length;
  if (length < min || length > max) throw outOfRange(-1, `${length} bytes`, key);
  if (length <= 0xff) {
    writer.u8(0xc4);
    writer.u8(length);
  } else {
    writer.u8(length <= 0xffff ? 0xc5 : 0xc6);
    if (length <= 0xffff) scratchView.setUint16(writer.take(2), length);
    else scratchView.setUint32(writer.take(4), length);
  }
  writer.raw(value);
}

/** A UUID of 36 characters, in lower case. */
export function writeUuid(writer: Writer, value: string, key: string): void {
  if (value.length !== 36) throw outOfRange(-1, 'not a UUID', key);
  const at = writer.take(38);
  scratchBytes[at] = 0xd9;
  scratchBytes[at + 1] = 36;
  for (let i = 0; i < 36; i++) {
    const unit = value.charCodeAt(i);
    // The letters A to F become small; in whatever else there might be, nothing else is of use.
    scratchBytes[at + 2 + i] = unit >= 0x41 && unit <= 0x46 ? unit | 0x20 : unit;
  }
}

function writeHead16or32(writer: Writer, format: number, count: number): void {
  if (count <= 0xffff) {
    writer.u8(format);
    scratchView.setUint16(writer.take(2), count);
  } else {
    writer.u8(format + 1);
    scratchView.setUint32(writer.take(4), count);
  }
}
