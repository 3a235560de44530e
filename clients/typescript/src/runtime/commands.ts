import type { Reader } from './reader.js';
import type { ProtocolVersion } from './version.js';
import type { Writer } from './writer.js';

/** All that is to be known of a kind of command. */
export interface CommandCodec<T> {
  /** Its id in packets that carry commands. */
  readonly id: number;
  /** Its name in the schema. */
  readonly name: string;
  /** Who may send it, as values of the schema's enum; empty means anybody. */
  readonly senders: readonly number[];
  /** Writes its fields, those that the peer knows. */
  readonly encode: (writer: Writer, value: T, peer?: ProtocolVersion) => void;
  /** Reads its fields, to the reader's end. */
  readonly decode: (reader: Reader, value?: T) => T;
}
