import { outOfRange } from './errors.js';
import { ProtocolError } from './protocol-error.js';
import { scratchBytes, scratchView, WriterCapacity } from './scratch.js';
import { copyKept, keepText, keptLength } from './text-cache.js';
import { encodedLength, encodeText } from './text.js';

/** Whose bytes lie in the scratch memory now. */
const scratch: { owner: Writer | undefined } = { owner: undefined };

/**
 * Where encoders write. All writers share one memory; whichever is used next moves in and the one before keeps a copy of its
 * bytes, so that any number may be under way, and using one at a time costs nothing.
 */
export class Writer {
  /** Offset of what is written next, which is also how much was written. */
  at = 0;
  /** Most bytes that may be written. */
  limit: number;
  private kept: Uint8Array | undefined;

  /** @param limit - Most bytes that may be written; at most {@link WriterCapacity}. */
  constructor(limit = WriterCapacity) {
    this.limit = Math.min(limit, WriterCapacity);
  }

  /** Begins anew. */
  reset(): this {
    this.at = 0;
    this.kept = undefined;
    return this;
  }

  /** Makes the scratch memory this writer's. Every encoder does so first. */
  enter(): void {
    if (scratch.owner !== this) this.moveIn();
  }

  /** A copy of what was written. */
  toBytes(): Uint8Array<ArrayBuffer> {
    this.enter();
    return scratchBytes.slice(0, this.at);
  }

  /** What was written, without a copy: good until any writer is used again. */
  peek(): Uint8Array<ArrayBuffer> {
    this.enter();
    return scratchBytes.subarray(0, this.at);
  }

  /** Passes over room for some bytes and gives the offset of the first. Throws `FrameTooLarge` if there is not so much. */
  take(size: number): number {
    this.enter();
    const at = this.at;
    if (this.limit - at < size) throw tooLarge(at + size, this.limit);
    this.at = at + size;
    return at;
  }

  u8(value: number): void {
    scratchView.setUint8(this.take(1), value);
  }

  i8(value: number): void {
    scratchView.setInt8(this.take(1), value);
  }

  u16(value: number): void {
    scratchView.setUint16(this.take(2), value, true);
  }

  i16(value: number): void {
    scratchView.setInt16(this.take(2), value, true);
  }

  u32(value: number): void {
    scratchView.setUint32(this.take(4), value, true);
  }

  i32(value: number): void {
    scratchView.setInt32(this.take(4), value, true);
  }

  u64(value: bigint): void {
    scratchView.setBigUint64(this.take(8), value, true);
  }

  i64(value: bigint): void {
    scratchView.setBigInt64(this.take(8), value, true);
  }

  f32(value: number): void {
    scratchView.setFloat32(this.take(4), value, true);
  }

  f64(value: number): void {
    scratchView.setFloat64(this.take(8), value, true);
  }

  /** One byte: 1 for true. */
  bool(value: boolean): void {
    scratchView.setUint8(this.take(1), value ? 1 : 0);
  }

  /** The count before a text, bytes or a list. Throws `OutOfRange` if it is not within the bounds. */
  count(value: number, min: number, max: number, field: string): void {
    if (value < min || value > max) throw outOfRange(this.at, `a length of ${value}`, field);
    if (max > 255) this.u16(value);
    else this.u8(value);
  }

  /**
   * Text with its count in front, cut at a character boundary to at most `max` bytes. Throws `OutOfRange` if it is shorter than
   * `min` bytes.
   */
  text(value: string, min: number, max: number, field: string): void {
    const width = max > 255 ? 2 : 1;
    const start = this.take(width);
    const length = this.utf8(value, max);
    if (length < min) throw outOfRange(start, `a length of ${length}`, field);
    if (width === 1) scratchBytes[start] = length;
    else scratchView.setUint16(start, length, true);
  }

  /**
   * UTF-8 without a count, cut at a character boundary.
   *
   * @returns Bytes written, at most `max`.
   */
  utf8(value: string, max: number): number {
    this.enter();
    const at = this.at;
    const place = keepText(value);
    let length = place < 0 ? -1 : keptLength(place);
    if (length >= 0 && length <= max && length <= this.limit - at) {
      copyKept(place, scratchView, at);
    } else {
      // Three bytes a UTF-16 unit is the worst; only near the limit is the exact length worth a pass of its own.
      if (Math.min(max, value.length * 3) > this.limit - at) {
        length = encodedLength(value, max);
        if (length > this.limit - at) throw tooLarge(at + length, this.limit);
      }
      length = encodeText(value, scratchBytes, at, max);
    }
    this.at = at + length;
    return length;
  }

  /** Bytes with their count in front. Throws `OutOfRange` if there are too few or too many. */
  bytesOf(value: Uint8Array, min: number, max: number, field: string): void {
    this.count(value.length, min, max, field);
    const at = this.take(value.length);
    scratchBytes.set(value, at);
  }

  /** Bytes as they are. */
  raw(value: Uint8Array): void {
    const at = this.take(value.length);
    scratchBytes.set(value, at);
  }

  private moveIn(): void {
    const before = scratch.owner;
    if (before) before.kept = scratchBytes.slice(0, before.at);
    if (this.kept) scratchBytes.set(this.kept);
    this.kept = undefined;
    scratch.owner = this;
  }
}

/** What would be written does not fit. */
export function tooLarge(needed: number, limit: number): ProtocolError {
  return new ProtocolError('FrameTooLarge', `${needed} bytes are more than ${limit}`, limit);
}
