import { expect } from 'vitest';
import {
  beginEntry,
  endEntry,
  FrameReader,
  type Framing,
  Origin,
  parseVersion,
  ProtocolError,
  Reader,
  Writer,
} from '../../src/runtime/index.js';
import { bytesOf, hexOf, type Json, jsonOf, natural, type TypeHints } from './vector-json.js';

/** A case of a vector file; see protocol-schema/vectors/README.md. */
export interface VectorCase {
  name: string;
  type: string;
  kind: string;
  direction: 'both' | 'decode' | 'encode';
  origin?: 'server' | 'client';
  peer?: string;
  baseline?: Record<string, Json>;
  value?: Record<string, Json>;
  unknownKeys?: number;
  hex?: string;
  error?: string;
  path?: string;
}

/** Generated modules of a protocol, looked into by the names of types. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Codecs = Record<string, any>;

/** Checks generated code against one case, in the directions that it is about. */
export class Conformance {
  private readonly codecs: Codecs;
  private readonly framing: Framing;
  private readonly hints: TypeHints;

  constructor(codecs: Codecs, framing: Framing, hints: TypeHints) {
    this.codecs = codecs;
    this.framing = framing;
    this.hints = hints;
  }

  check(item: VectorCase): void {
    if (item.direction !== 'encode') this.checkDecoding(item);
    if (item.direction !== 'decode') this.checkEncoding(item);
  }

  private checkDecoding(item: VectorCase): void {
    const bytes = bytesOf(item.hex!);
    const error = errorOf(() => {
      const decoded = this.decode(item, bytes);
      if (!item.error) expect(jsonOf(decoded)).toEqual(item.value);
    });
    expect(error?.status).toBe(item.error);
    if (item.path !== undefined) expect(error?.field).toBe(item.path);
  }

  private checkEncoding(item: VectorCase): void {
    let encoded = '';
    const error = errorOf(() => (encoded = hexOf(this.encode(item))));
    if (item.error) expect(error, 'the encoder must refuse the value').toBeDefined();
    else if (error) throw error;
    else expect(encoded).toBe(item.hex);
  }

  // ---- Decoding

  private decode(item: VectorCase, bytes: Uint8Array<ArrayBuffer>): unknown {
    switch (item.kind) {
      case 'object':
        return this.decodeObject(item.type, new Reader(bytes));
      case 'event':
      case 'command':
        return this.codecs[`decode${item.type}`](new Reader(bytes));
      case 'frames':
        return this.decodeFrames(item, bytes);
      case 'packet':
        return this.decodePacket(item.type, this.onlyFrame(item, bytes));
      case 'message': {
        const message = this.codecs[`decode${item.type}`](this.onlyFrame(item, bytes));
        expect(unknownKeysOf(message)).toBe(item.unknownKeys ?? 0);
        if (item.name.includes('unknown keys') && !item.error)
          expect(hexOf(this.encodeFrame(item, message))).toBe(item.hex);
        return message;
      }
      default:
        throw new Error(`there is no kind '${item.kind}'`);
    }
  }

  private decodeObject(type: string, reader: Reader): Record<string, unknown> {
    const value = this.codecs[`create${type}`]();
    const mask = this.codecs[`decode${type}`](reader, value);
    return pick(value, mask, this.codecs[`${type}Fields`]);
  }

  private frames(item: VectorCase, bytes: Uint8Array<ArrayBuffer>): FrameReader {
    return new FrameReader(this.framing, item.origin === 'client' ? Origin.Client : Origin.Server).open(
      bytes,
    );
  }

  private decodeFrames(item: VectorCase, bytes: Uint8Array<ArrayBuffer>): unknown {
    const frames = this.frames(item, bytes);
    const all: unknown[] = [];
    while (frames.next())
      all.push({ type: frames.type, body: frames.body.bytes.slice(frames.body.at, frames.body.end) });
    return all;
  }

  private onlyFrame(item: VectorCase, bytes: Uint8Array<ArrayBuffer>): Reader {
    const frames = this.frames(item, bytes);
    expect(frames.next()).toBe(true);
    expect(frames.type).toBe(this.codecs[`${item.type}PacketType`] ?? this.codecs[`${item.type}MessageType`]);
    return frames.body;
  }

  private decodePacket(type: string, body: Reader): unknown {
    const StreamReader = this.codecs[`${type}Reader`];
    if (StreamReader) return this.decodeStream(new StreamReader(body).open(body));
    const packet = this.codecs[`decode${type}`](body);
    const [idField, bodyField] = this.hints.commandFields?.[type] ?? [];
    if (!idField || !bodyField) return packet;

    const name = Object.keys(this.codecs['CommandType']).find(
      (key) => this.codecs['CommandType'][key] === packet[idField],
    );
    if (!name) throw new ProtocolError('UnknownCommand', 'no such command');
    return { ...packet, [bodyField]: { type: name, fields: this.codecs[`decode${name}`](body) } };
  }

  private decodeStream(stream: Codecs): unknown {
    const result: Record<string, unknown> = {};
    if ('nextObject' in stream) {
      const objects: unknown[] = [];
      while (stream['nextObject']()) {
        const type = this.nameOf('ObjectType', stream['objectType']);
        objects.push({ type, id: stream['objectId'], fields: this.decodeObject(type, stream['body']) });
      }
      result['objects'] = objects;
    }
    if ('nextEvent' in stream) {
      const events: unknown[] = [];
      while (stream['nextEvent']()) {
        const reader = stream['event'] as Reader;
        const type = this.nameOf('EventType', stream['eventType']);
        if (type) events.push({ type, fields: this.codecs[`decode${type}`](reader) });
        else events.push({ id: stream['eventType'], raw: reader.bytes.slice(reader.at, reader.end) });
      }
      result['events'] = events;
    }
    return { ...stream['packet'], ...result };
  }

  private nameOf(catalogue: string, id: number): string {
    const ids = this.codecs[catalogue];
    return Object.keys(ids).find((key) => ids[key] === id) ?? '';
  }

  // ---- Encoding

  private encode(item: VectorCase): Uint8Array {
    const writer = new Writer();
    const peer = item.peer === undefined ? undefined : parseVersion(item.peer);
    switch (item.kind) {
      case 'object':
        if (item.baseline) return this.encodeDelta(item);
        this.encodeObject(item.type, item.value!, peer, (value, mask) =>
          this.codecs[`encode${item.type}`](writer, value, mask),
        );
        return writer.toBytes();
      case 'event':
      case 'command':
        this.codecs[`encode${item.type}`](writer, this.natural(item.type, item.value!), peer);
        return writer.toBytes();
      default:
        return this.encodeFrame(item, this.natural(item.type, item.value!));
    }
  }

  private natural(type: string, json: Record<string, Json>): Codecs {
    return natural(json, this.codecs[`create${type}`]?.(), this.hints) as Codecs;
  }

  private quantized(type: string, json: Record<string, Json>): Codecs {
    const value = this.codecs[`create${type}Quantized`]();
    this.codecs[`quantize${type}`](this.natural(type, json), value);
    return value;
  }

  private encodeObject(
    type: string,
    json: Record<string, Json>,
    peer: unknown,
    encode: (value: Codecs, mask: number | bigint) => void,
  ): void {
    const fields = this.codecs[`${type}Fields`];
    let mask = Object.keys(json).reduce((sum, key) => sum | BigInt(fields[key]), 0n);
    const known = this.codecs[`knownFieldsOf${type}`];
    if (peer && known) mask &= BigInt(known(peer));
    const isBig = typeof this.codecs[`${type}AllFields`] === 'bigint';
    encode(this.quantized(type, json), isBig ? mask : Number(mask));
  }

  private encodeDelta(item: VectorCase): Uint8Array {
    const { codecs, type } = { codecs: this.codecs, type: item.type };
    const baseline = this.quantized(type, item.baseline!);
    const current = this.quantized(type, item.value!);
    const mask = codecs[`diff${type}`](baseline, current);
    const writer = new Writer();
    codecs[`encode${type}`](writer, current, mask);
    const bytes = writer.toBytes();

    const followed = codecs[`create${type}`]();
    codecs[`dequantize${type}`](baseline, followed);
    expect(codecs[`decode${type}`](new Reader(bytes), followed)).toBe(mask);
    const expected = codecs[`create${type}`]();
    codecs[`dequantize${type}`](current, expected);
    expect(followed).toEqual(expected);

    codecs[`copy${type}Quantized`](current, baseline, mask);
    expect(baseline).toEqual(current);
    return bytes;
  }

  private encodeFrame(item: VectorCase, value: Codecs): Uint8Array {
    const { codecs, type } = { codecs: this.codecs, type: item.type };
    const peer = item.peer === undefined ? undefined : parseVersion(item.peer);
    if (codecs[`begin${type}`]) return this.encodeStream(type, value, peer);
    const [idField, bodyField] = this.hints.commandFields?.[type] ?? [];
    if (idField && bodyField) {
      const { type: command, fields } = item.value![bodyField] as {
        type: string;
        fields: Record<string, Json>;
      };
      return codecs[`encode${type}Frame`](
        value,
        codecs[`${command}Command`],
        this.natural(command, fields),
        peer,
      );
    }
    const encode = codecs[`encode${type}Frame`];
    const origin = item.origin === 'client' ? Origin.Client : Origin.Server;
    return encode.length > 1 ? encode(value, origin, peer) : encode(value, peer);
  }

  private encodeStream(type: string, value: Codecs, peer: unknown): Uint8Array {
    const writer = new Writer();
    this.codecs[`begin${type}`](writer, value);
    for (const { type: object, id, fields } of value['objects'] ?? []) {
      const known = this.codecs[`knownFieldsOf${object}`];
      if (peer && known && !known(peer)) continue;
      this.encodeObject(object, fields, peer, (item, mask) =>
        this.codecs[`encode${object}Entry`](writer, id, item, mask),
      );
    }
    for (const { type: event, id, fields, raw } of value['events'] ?? []) {
      if (event) this.codecs[`encode${event}Entry`](writer, this.natural(event, fields), peer);
      else {
        const start = beginEntry(writer, id);
        writer.raw(bytesOf(raw));
        endEntry(writer, start);
      }
    }
    return this.codecs[`end${type}`](writer, value);
  }
}

function errorOf(action: () => void): ProtocolError | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    if (error instanceof ProtocolError) return error;
    throw error;
  }
}

function pick(value: Codecs, mask: number | bigint, fields: Codecs): Record<string, unknown> {
  const set = Object.keys(fields).filter((key) => (BigInt(mask) & BigInt(fields[key])) !== 0n);
  return Object.fromEntries(set.map((key) => [key, value[key]]));
}

function unknownKeysOf(value: unknown): number {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return 0;
  const own = ('$unknown' in value ? (value.$unknown as { count: number } | undefined)?.count : 0) ?? 0;
  return Object.entries(value)
    .filter(([key]) => key !== '$unknown')
    .reduce((sum, [, inner]) => sum + unknownKeysOf(inner), own);
}
