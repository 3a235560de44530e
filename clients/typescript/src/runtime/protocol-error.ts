/** Why bytes are not what the protocol says. The same names in every language. */
export const DecodeStatus = {
  /** Nothing is wrong. */
  Ok: 'Ok',
  /** The bytes end before the value does. */
  Truncated: 'Truncated',
  /** A frame does not begin with the protocol's magic word. */
  BadMagic: 'BadMagic',
  /** A frame's lengths disagree, or its padding word is not 0. */
  BadLength: 'BadLength',
  /** A frame is longer than the protocol's limit. */
  FrameTooLarge: 'FrameTooLarge',
  /** A frame says that it comes from the wrong side. */
  WrongOrigin: 'WrongOrigin',
  /** Bytes are left over after the last field. */
  TrailingBytes: 'TrailingBytes',
  /** A value, a code or a count is outside its range. */
  OutOfRange: 'OutOfRange',
  /** An object entry has a type that the protocol lacks; its length cannot be known, so nothing after it can be read. */
  UnknownObject: 'UnknownObject',
  /** A mask has a bit set that no field has. */
  UnknownField: 'UnknownField',
  /** No packet or message has this type. */
  UnknownPacket: 'UnknownPacket',
  /** No command has this id. */
  UnknownCommand: 'UnknownCommand',
  /** No event has this id. */
  UnknownEvent: 'UnknownEvent',
  /** A message lacks a key that it must have. */
  MissingKey: 'MissingKey',
  /** A message's body is not MessagePack, or a key's value has the wrong type or is out of bounds. */
  BadMessage: 'BadMessage',
} as const;

export type DecodeStatus = (typeof DecodeStatus)[keyof typeof DecodeStatus];

/** The one error that decoders throw, and encoders where a value cannot be sent at all. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  /** What is wrong. */
  readonly status: Exclude<DecodeStatus, 'Ok'>;
  /** The same in words. */
  readonly detail: string;
  /** Where, in bytes from the beginning of what was given to decode; -1 if there is no such place. */
  readonly offset: number;
  /** The field or key, as a path such as `players[2].name`; empty if it is none in particular. */
  readonly field: string;

  constructor(status: Exclude<DecodeStatus, 'Ok'>, detail: string, offset = -1, field = '') {
    super(`${status}${field && ` in ${field}`}${offset < 0 ? '' : ` at byte ${offset}`}: ${detail}`);
    this.status = status;
    this.detail = detail;
    this.offset = offset;
    this.field = field;
  }
}
