import { badMessage, missingKey, truncated, within } from '../errors.js';
import type { Reader } from '../reader.js';
import { decodeText } from '../text.js';
import { describeFormat } from './describe.js';

/** Arrays and maps may lie in each other this deep, the outermost included. */
export const DepthLimit = 32;

/** The head of a map: how many pairs follow. `depth` is how many arrays and maps it lies in. */
export function readMapHead(reader: Reader, depth: number, key: string): number {
  const at = reader.at;
  const format = reader.u8(key);
  checkDepth(depth, at, key);
  if (format >= 0x80 && format <= 0x8f) return format & 0x0f;
  if (format === 0xde) return readBig16(reader, key);
  if (format === 0xdf) return readBig32(reader, key);
  throw badMessage(at, `${describeFormat(format)} instead of a map`, key);
}

/** Takes a nil, if one comes next. */
export function takeNil(reader: Reader): boolean {
  if (reader.at >= reader.end || reader.bytes[reader.at] !== 0xc0) return false;
  reader.at++;
  return true;
}

/** A list within bounds. `depth` is how many arrays and maps it lies in. */
export function readList<T>(
  reader: Reader,
  depth: number,
  min: number,
  max: number,
  key: string,
  readItem: (reader: Reader, depth: number) => T,
): T[] {
  const at = reader.at;
  const format = reader.u8(key);
  checkDepth(depth, at, key);
  let count: number;
  if (format >= 0x90 && format <= 0x9f) count = format & 0x0f;
  else if (format === 0xdc) count = readBig16(reader, key);
  else if (format === 0xdd) count = readBig32(reader, key);
  else throw badMessage(at, `${describeFormat(format)} instead of an array`, key);
  if (count < min || count > max) throw badMessage(at, `an array of ${count}`, key);

  const list: T[] = [];
  try {
    while (list.length < count) list.push(readItem(reader, depth + 1));
  } catch (error) {
    throw within(error, `${key}[${list.length}]`);
  }
  return list;
}

/** A record, with its key in front of that of whatever is wrong in it. */
export function readRecord<T>(
  reader: Reader,
  depth: number,
  key: string,
  read: (reader: Reader, depth: number) => T,
): T {
  try {
    return read(reader, depth);
  } catch (error) {
    throw within(error, key);
  }
}

export function readBool(reader: Reader, key: string): boolean {
  const format = reader.u8(key);
  if (format === 0xc2 || format === 0xc3) return format === 0xc3;
  throw badMessage(reader.at - 1, `${describeFormat(format)} instead of true or false`, key);
}

/** A whole number of at most 53 bits, within bounds. */
export function readInt(reader: Reader, min: number, max: number, key: string): number {
  const at = reader.at;
  const first = at < reader.end ? reader.bytes[at]! : 0xc0;
  let value: number;
  if (first <= 0x7f) {
    reader.at = at + 1;
    value = first;
  } else {
    value = Number(readNumber(reader, key, false));
  }
  if (value >= min && value <= max) return value;
  throw badMessage(at, `${value} is not within ${min} to ${max}`, key);
}

/** A whole number of up to 64 bits, within bounds. */
export function readBigInt(reader: Reader, min: bigint, max: bigint, key: string): bigint {
  const at = reader.at;
  const value = readNumber(reader, key, false);
  if (value >= min && value <= max) return BigInt(value);
  throw badMessage(at, `${value} is not within ${min} to ${max}`, key);
}

/** A number in any format, rounded to 32-bit precision. */
export function readF32(reader: Reader, key: string): number {
  return Math.fround(Number(readNumber(reader, key, true)));
}

/** A number in any format. */
export function readF64(reader: Reader, key: string): number {
  return Number(readNumber(reader, key, true));
}

/** A number in any format, rounded to 32-bit precision and then within bounds. */
export function readReal32(reader: Reader, min: number, max: number, key: string): number {
  return bounded(reader.at, readF32(reader, key), min, max, key);
}

/** A number in any format, within bounds. */
export function readReal64(reader: Reader, min: number, max: number, key: string): number {
  return bounded(reader.at, readF64(reader, key), min, max, key);
}

function bounded(at: number, value: number, min: number, max: number, key: string): number {
  if (value >= min && value <= max) return value;
  throw badMessage(at, `${value} is not within ${min} to ${max}`, key);
}

/** Text within bounds in bytes; ill-formed UTF-8 becomes U+FFFD. */
export function readText(reader: Reader, min: number, max: number, key: string): string {
  const at = reader.at;
  const format = reader.u8(key);
  let length: number;
  if (format >= 0xa0 && format <= 0xbf) length = format & 0x1f;
  else if (format === 0xd9) length = reader.u8(key);
  else if (format === 0xda) length = readBig16(reader, key);
  else if (format === 0xdb) length = readBig32(reader, key);
  else throw badMessage(at, `${describeFormat(format)} instead of text`, key);
  const start = reader.take(length, key);
  if (length < min || length > max) throw badMessage(at, `a text of ${length} bytes`, key);
  return decodeText(reader.view, start, length);
}

/** Bytes within bounds, copied. */
export function readBytes(reader: Reader, min: number, max: number, key: string): Uint8Array {
  const at = reader.at;
  const format = reader.u8(key);
  let length: number;
  if (format === 0xc4) length = reader.u8(key);
  else if (format === 0xc5) length = readBig16(reader, key);
  else if (format === 0xc6) length = readBig32(reader, key);
  else throw badMessage(at, `${describeFormat(format)} instead of bytes`, key);
  const start = reader.take(length, key);
  if (length < min || length > max) throw badMessage(at, `${length} bytes`, key);
  return reader.bytes.slice(start, start + length);
}

/** A UUID, in lower case. */
export function readUuid(reader: Reader, key: string): string {
  const at = reader.at;
  const text = readText(reader, 0, 0xffffffff, key);
  const start = reader.at - 36;
  if (text.length !== 36 || !isUuid(reader.bytes, start)) throw badMessage(at, 'not a UUID', key);
  return hasCapitals(reader.bytes, start) ? text.toLowerCase() : text;
}

function isUuid(bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < 36; i++) {
    const unit = bytes[start + i]!;
    const isDash = i === 8 || i === 13 || i === 18 || i === 23;
    const isHex = (unit >= 0x30 && unit <= 0x39) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x66);
    if (isDash ? unit !== 0x2d : !isHex) return false;
  }
  return true;
}

function hasCapitals(bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < 36; i++) if (bytes[start + i]! >= 0x41 && bytes[start + i]! <= 0x46) return true;
  return false;
}

/** Gives back a value that a required key must have. */
export function required<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw missingKey(key);
  return value;
}

/** Passes over one value with all that is in it. `depth` is how many arrays and maps it lies in. */
export function skipValue(reader: Reader, depth: number, key: string): void {
  const at = reader.at;
  const format = reader.u8(key);
  if (format <= 0x7f || format >= 0xe0) return;
  if (format <= 0x8f) return skipItems(reader, (format & 0x0f) * 2, depth, at, key);
  if (format <= 0x9f) return skipItems(reader, format & 0x0f, depth, at, key);
  if (format <= 0xbf) return void reader.take(format & 0x1f, key);
  switch (format) {
    case 0xc0:
    case 0xc2:
    case 0xc3:
      return;
    case 0xc4:
    case 0xd9:
      return void reader.take(reader.u8(key), key);
    case 0xc5:
    case 0xda:
      return void reader.take(readBig16(reader, key), key);
    case 0xc6:
    case 0xdb:
      return void reader.take(readBig32(reader, key), key);
    case 0xc7:
      return void reader.take(reader.u8(key) + 1, key);
    case 0xc8:
      return void reader.take(readBig16(reader, key) + 1, key);
    case 0xc9:
      return void reader.take(readBig32(reader, key) + 1, key);
    case 0xcc:
    case 0xd0:
      return void reader.take(1, key);
    case 0xcd:
    case 0xd1:
      return void reader.take(2, key);
    case 0xca:
    case 0xce:
    case 0xd2:
      return void reader.take(4, key);
    case 0xcb:
    case 0xcf:
    case 0xd3:
      return void reader.take(8, key);
    case 0xd4:
    case 0xd5:
    case 0xd6:
    case 0xd7:
    case 0xd8:
      return void reader.take((1 << (format - 0xd4)) + 1, key);
    case 0xdc:
      return skipItems(reader, readBig16(reader, key), depth, at, key);
    case 0xdd:
      return skipItems(reader, readBig32(reader, key), depth, at, key);
    case 0xde:
      return skipItems(reader, readBig16(reader, key) * 2, depth, at, key);
    case 0xdf:
      return skipItems(reader, readBig32(reader, key) * 2, depth, at, key);
    default:
      throw badMessage(at, '0xc1 begins no value', key);
  }
}

function skipItems(reader: Reader, count: number, depth: number, at: number, key: string): void {
  checkDepth(depth, at, key);
  // Every item takes a byte, so a count that cannot be met is noticed before it is tried.
  if (count > reader.left) throw truncated(reader.at, count, reader.end, key);
  for (let i = 0; i < count; i++) skipValue(reader, depth + 1, key);
}

function checkDepth(depth: number, at: number, key: string): void {
  if (depth >= DepthLimit) throw badMessage(at, `arrays and maps lie deeper than ${DepthLimit}`, key);
}

/** A number in any integer format, or in the float formats too. */
function readNumber(reader: Reader, key: string, floats: boolean): number | bigint {
  const format = reader.u8(key);
  if (format <= 0x7f) return format;
  if (format >= 0xe0) return format - 0x100;
  switch (format) {
    case 0xca:
      if (floats) return reader.view.getFloat32(reader.take(4, key));
      break;
    case 0xcb:
      if (floats) return reader.view.getFloat64(reader.take(8, key));
      break;
    case 0xcc:
      return reader.u8(key);
    case 0xcd:
      return readBig16(reader, key);
    case 0xce:
      return readBig32(reader, key);
    case 0xcf:
      return reader.view.getBigUint64(reader.take(8, key));
    case 0xd0:
      return reader.i8(key);
    case 0xd1:
      return reader.view.getInt16(reader.take(2, key));
    case 0xd2:
      return reader.view.getInt32(reader.take(4, key));
    case 0xd3:
      return reader.view.getBigInt64(reader.take(8, key));
  }
  throw badMessage(reader.at - 1, `${describeFormat(format)} instead of a number`, key);
}

function readBig16(reader: Reader, key: string): number {
  return reader.view.getUint16(reader.take(2, key));
}

function readBig32(reader: Reader, key: string): number {
  return reader.view.getUint32(reader.take(4, key));
}
