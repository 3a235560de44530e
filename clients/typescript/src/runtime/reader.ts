import { outOfRange, trailingBytes, truncated } from './errors.js';
import { ProtocolError } from './protocol-error.js';
import { decodeText } from './text.js';

/**
 * A place in some bytes, from which decoders read. It never reads past {@link end}: what is missing, out of range or left over
 * is a {@link ProtocolError} with the offset and the field.
 */
export class Reader {
  // Declared only: a field that begins as undefined is one that engines look at twice.
  /** All bytes. */
  declare bytes: Uint8Array;
  /** The same bytes. */
  declare view: DataView;
  /** Offset of what is read next. */
  declare at: number;
  /** Offset just past the last byte that may be read. */
  declare end: number;

  /**
   * @param bytes - What to read. It is not copied.
   * @param at - Where to begin; 0 if not given.
   * @param end - Where to end; all if not given.
   */
  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
    this.end = end;
    checkWindow(bytes, at, end);
  }

  /** Goes on with other bytes. */
  reset(bytes: Uint8Array, at = 0, end = bytes.length): this {
    checkWindow(bytes, at, end);
    if (bytes !== this.bytes) {
      this.bytes = bytes;
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    this.at = at;
    this.end = end;
    return this;
  }

  /** Bytes that are left. */
  get left(): number {
    return this.end - this.at;
  }

  /** Passes over some bytes and gives the offset of the first. Throws `Truncated` if there are fewer. */
  take(size: number, field: string): number {
    const at = this.at;
    if (this.end - at < size) throw truncated(at, size, this.end, field);
    this.at = at + size;
    return at;
  }

  /** Throws `Truncated` unless so many bytes are left, before a list of them is made room for. */
  need(size: number, field: string): void {
    if (this.end - this.at < size) throw truncated(this.at, size, this.end, field);
  }

  /** Throws `TrailingBytes` unless all was read. */
  finish(): void {
    if (this.at !== this.end) throw trailingBytes(this.at, this.end);
  }

  u8(field: string): number {
    return this.view.getUint8(this.take(1, field));
  }

  i8(field: string): number {
    return this.view.getInt8(this.take(1, field));
  }

  u16(field: string): number {
    return this.view.getUint16(this.take(2, field), true);
  }

  i16(field: string): number {
    return this.view.getInt16(this.take(2, field), true);
  }

  u32(field: string): number {
    return this.view.getUint32(this.take(4, field), true);
  }

  i32(field: string): number {
    return this.view.getInt32(this.take(4, field), true);
  }

  u64(field: string): bigint {
    return this.view.getBigUint64(this.take(8, field), true);
  }

  i64(field: string): bigint {
    return this.view.getBigInt64(this.take(8, field), true);
  }

  f32(field: string): number {
    return this.view.getFloat32(this.take(4, field), true);
  }

  f64(field: string): number {
    return this.view.getFloat64(this.take(8, field), true);
  }

  /** One byte, 0 or 1; another throws `OutOfRange`. */
  bool(field: string): boolean {
    const byte = this.u8(field);
    if (byte > 1) throw outOfRange(this.at - 1, byte, field);
    return byte === 1;
  }

  /** Gives back a value that was just read, or throws `OutOfRange` if it is NaN or not between two others. */
  ranged<T extends number | bigint>(value: T, min: T, max: T, size: number, field: string): T {
    if (value >= min && value <= max) return value;
    throw outOfRange(this.at - size, value, field);
  }

  /** The count before a text, bytes or a list. */
  count(min: number, max: number, field: string): number {
    const size = max > 255 ? 2 : 1;
    const count = size === 1 ? this.u8(field) : this.u16(field);
    if (count < min || count > max) throw outOfRange(this.at - size, count, field);
    return count;
  }

  /** Text with a count in front; ill-formed UTF-8 becomes U+FFFD. Bounds in bytes. */
  text(min: number, max: number, field: string): string {
    const start = this.at + 1;
    if (max <= 255 && start <= this.end) {
      const length = this.view.getUint8(start - 1);
      if (length >= min && length <= max && length <= this.end - start) {
        this.at = start + length;
        return decodeText(this.view, start, length);
      }
    }
    return this.longText(min, max, field);
  }

  /** A text with a count of 16 bits, or one with something wrong. */
  private longText(min: number, max: number, field: string): string {
    const length = this.count(min, max, field);
    return decodeText(this.view, this.take(length, field), length);
  }

  /** Bytes with a count in front, copied. */
  bytesOf(min: number, max: number, field: string): Uint8Array {
    const length = this.count(min, max, field);
    const at = this.take(length, field);
    return this.bytes.slice(at, at + length);
  }
}

function checkWindow(bytes: Uint8Array, at: number, end: number): void {
  if (!(at >= 0 && at <= end && end <= bytes.length))
    throw new ProtocolError('Truncated', `there are no bytes ${at} to ${end} in ${bytes.length}`, at);
}
