// Every decoder that the SDK exports, found by its name, and the whole way from a message's bytes through the dispatchers.
import { readdirSync, readFileSync } from 'node:fs';
import { FrameReader, Origin, ProtocolError, Reader } from '@artemis/client/runtime';
import * as protocol from '@artemis/client/protocol';

const HEADER = 24;

const corpus = readCorpus();
const decoders = Object.entries(protocol).filter(([name, value]) => /^decode[A-Z]/.test(name) && typeof value === 'function');
const objectTypes = new Map(Object.entries(protocol.ObjectType).map(([name, id]) => [id, name]));

/** What to feed: a name, golden inputs, and a function that says whether an input was accepted and what came of it. */
export const targets = [
  ...decoders.map(([name, decode]) => ({
    name,
    corpus: corpus.bodies.get(name.slice('decode'.length)) ?? corpus.any,
    feed: (bytes) => attempt(bytes, (reader) => decode(reader, protocol[`create${name.slice('decode'.length)}`]?.())),
  })),
  { name: 'frames from a server', corpus: corpus.frames, feed: (bytes) => attemptFrames(bytes, Origin.Server) },
  { name: 'frames from a client', corpus: corpus.frames, feed: (bytes) => attemptFrames(bytes, Origin.Client) },
];

function attempt(bytes, decode) {
  return guarded(() => {
    const reader = new Reader(bytes);
    const value = decode(reader);
    if (reader.at > reader.end) throw new Error(`the reader went to ${reader.at} of ${reader.end}`);
    return value;
  });
}

function attemptFrames(bytes, origin) {
  return guarded(() => {
    const seen = [];
    const frames = new FrameReader(protocol.ArtemisProtocol, origin).open(bytes);
    const dispatch = origin === Origin.Server ? protocol.dispatchServerFrame : protocol.dispatchClientFrame;
    const handler = taking(seen);
    while (frames.next()) dispatch(frames, handler);
    return seen;
  });
}

/** A handler that has every method and reads streams to their end. */
function taking(seen) {
  const streams = {
    objectUpdate(packet) {
      while (packet.nextObject()) {
        const name = objectTypes.get(packet.objectType);
        const value = protocol[`create${name}`]();
        // Every other one is passed over, as a client does with what it does not show.
        if (packet.objectId % 2 === 0) seen.push([name, packet.objectId, protocol[`decode${name}`](packet.body, value), value]);
      }
      seen.push(packet.packet);
    },
    events(packet) {
      while (packet.nextEvent()) protocol.dispatchEvent(packet.eventType, packet.event, anything);
      seen.push(packet.packet);
    },
    command(value, body) {
      seen.push(value);
      protocol.dispatchCommand(value.subtype, body, anything);
    },
  };
  const anything = new Proxy({}, { get: () => (...values) => seen.push(values) });
  return new Proxy(streams, { get: (known, name) => known[name] ?? ((...values) => seen.push([name, values])) });
}

/** What came of it. The one kind of error that decoders may throw is a refusal; all others are findings. */
function guarded(run) {
  try {
    const value = run();
    return { accepted: true, text: () => spell(value) };
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return { accepted: false, text: () => error.status };
  }
}

function spell(value) {
  return JSON.stringify(value, (_, item) => {
    if (typeof item === 'bigint') return `${item}n`;
    if (ArrayBuffer.isView(item)) return Buffer.from(item.buffer, item.byteOffset, item.byteLength).toString('hex');
    return typeof item === 'number' && !Number.isFinite(item) ? String(item) : item;
  });
}

/** Golden bytes, good and bad: bodies by the type that they are of, and whole frames. */
function readCorpus() {
  const folder = new URL('../../../protocol-schema/vectors/', import.meta.url);
  const bodies = new Map();
  const frames = [];
  const any = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const { kind, cases } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    for (const { type, hex } of cases) {
      if (hex === undefined) continue;
      const bytes = new Uint8Array(Buffer.from(hex, 'hex'));
      const isFrame = kind === 'packet' || kind === 'message' || kind === 'frames';
      if (isFrame) frames.push(bytes);
      const body = isFrame ? bytes.slice(HEADER) : bytes;
      any.push(body);
      if (kind !== 'frames') bodies.set(type, [...(bodies.get(type) ?? []), body]);
    }
  }
  return { bodies, frames, any };
}
