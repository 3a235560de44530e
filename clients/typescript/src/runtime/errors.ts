import { ProtocolError } from './protocol-error.js';

// Makers of errors. Decoders write `throw truncated(…)`, so that an engine sees that nothing follows.

/** The bytes end before a value does. */
export function truncated(at: number, needed: number, end: number, field: string): ProtocolError {
  const left = Math.max(0, end - at);
  return new ProtocolError('Truncated', `${needed} bytes are needed and ${left} are left`, at, field);
}

/** A value, a code or a count is outside its range. */
export function outOfRange(at: number, value: unknown, field: string): ProtocolError {
  return new ProtocolError('OutOfRange', `${String(value)} is not allowed`, at, field);
}

/** An object entry has a type that the protocol lacks. */
export function unknownObject(at: number, type: number): ProtocolError {
  return new ProtocolError('UnknownObject', `no object has type ${type}`, at);
}

/** A mask has bits set that no field has. */
export function unknownField(at: number, mask: number | bigint, object: string): ProtocolError {
  return new ProtocolError(
    'UnknownField',
    `mask 0x${mask.toString(16)} has a bit that no field has`,
    at,
    object,
  );
}

/** Bytes are left over after the last field. */
export function trailingBytes(at: number, end: number): ProtocolError {
  return new ProtocolError('TrailingBytes', `${end - at} bytes are left over`, at);
}

/** A message lacks a key that it must have. */
export function missingKey(key: string): ProtocolError {
  return new ProtocolError('MissingKey', `'${key}' is missing`, -1, key);
}

/** A key's value has the wrong type or is out of bounds. */
export function badMessage(at: number, detail: string, key: string): ProtocolError {
  return new ProtocolError('BadMessage', detail, at, key);
}

/** Adds the outer field to an error's path. Anything that is not a protocol error passes through. */
export function within(error: unknown, outer: string): unknown {
  if (!(error instanceof ProtocolError)) return error;
  return new ProtocolError(
    error.status,
    error.detail,
    error.offset,
    error.field ? `${outer}.${error.field}` : outer,
  );
}
