import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as sink from '../../../tests/Artemis.Protocol.Generator.Tests/TypeScript/Approved/sink/index.js';
import * as artemis from '../src/generated/index.js';
import { ProtocolError, Reader, Writer } from '../src/runtime/index.js';
import type { Codecs } from './support/conformance.js';
import { deep, everything, full, loose } from './support/samples.js';

/** Whether an action ends, or ends in the one error that it may end in. */
function isRefusedAtMost(action: () => unknown): boolean {
  try {
    action();
    return true;
  } catch (error) {
    if (error instanceof ProtocolError) return true;
    throw error;
  }
}

function decoders(protocol: Codecs): [string, (reader: Reader) => unknown][] {
  const names = (catalogue: string) => Object.keys(protocol[catalogue]);
  const objects = names('ObjectType').map((name): [string, (reader: Reader) => unknown] => [
    name,
    (reader) => protocol[`decode${name}`](reader, protocol[`create${name}`]()),
  ]);
  const bodies = [...names('EventType'), ...names('CommandType'), ...names('MessageType')];
  const streams = names('PacketType').map((name): [string, (reader: Reader) => unknown] => [
    name,
    (reader) => {
      const Stream = protocol[`${name}Reader`];
      if (!Stream) return protocol[`decode${name}`](reader);
      const stream = new Stream().open(reader);
      if ('nextObject' in stream) while (stream.nextObject());
      if ('nextEvent' in stream) while (stream.nextEvent());
      return stream;
    },
  ]);
  return [
    ...objects,
    ...streams,
    ...bodies.map((name): [string, (reader: Reader) => unknown] => [name, protocol[`decode${name}`]]),
  ];
}

describe.each([
  ['Artemis', decoders(artemis)],
  ['Sink', decoders(sink)],
])('A decoder of %s', (_, all) => {
  test.each(all)('refuses what is not %s, and does nothing else', (_, decode) => {
    // Small bytes make small counts and masks, which lead deeper.
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 120 }), fc.uint8Array({ max: 3, maxLength: 120 }));
    fc.assert(fc.property(bytes, (input) => isRefusedAtMost(() => decode(new Reader(input)))));
  });
});

const bytesOf = (write: (writer: Writer) => void) => {
  const writer = new Writer();
  write(writer);
  return writer.toBytes();
};

const quantizedEverything = () => {
  const value = sink.createEverythingQuantized();
  sink.quantizeEverything(everything(), value);
  return value;
};

const samples: [string, Uint8Array, (reader: Reader) => unknown][] = [
  [
    'object',
    bytesOf((writer) => sink.encodeEverything(writer, quantizedEverything(), sink.EverythingAllFields)),
    (reader) => sink.decodeEverything(reader, sink.createEverything()),
  ],
  [
    'command',
    bytesOf((writer) => sink.encodeGo(writer, { deep: deep(), speed: 5 })),
    (reader) => sink.decodeGo(reader),
  ],
  [
    'packet',
    bytesOf((writer) =>
      sink.encodeVersion(writer, { numbers: [1n, 2n], loose: loose() }, { major: 2, minor: 0 }),
    ),
    (reader) => sink.decodeVersion(reader),
  ],
  ['message', bytesOf((writer) => sink.encodeFull(writer, full())), (reader) => sink.decodeFull(reader)],
];

describe.each(samples)('An encoded %s', (_, bytes, decode) => {
  test('is refused if it is cut off anywhere, without a look at what lies behind', () => {
    expect(isRefusedAtMost(() => decode(new Reader(bytes)))).toBe(true);
    for (let length = 0; length < bytes.length; length++)
      expect(() => decode(new Reader(bytes, 0, length)), `${length} bytes`).toThrow(ProtocolError);
  });

  test('with any of its bytes changed is decoded or refused', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        const changed = bytes.slice();
        changed[at] = value;
        return isRefusedAtMost(() => decode(new Reader(changed)));
      }),
      { numRuns: 500 },
    );
  });
});

test('A body of an older peer may end in front of newer fields, and nowhere else', () => {
  const event = { deep: deep(), loose: loose(), later: 7, lists: [1, 2], maybe: 3 };
  const whole = bytesOf((writer) => sink.encodeBig(writer, event));
  const older = bytesOf((writer) => sink.encodeBig(writer, event, { major: 2, minor: 0 }));
  expect(whole.slice(0, older.length)).toEqual(older);
  const arrived = sink.decodeBig(new Reader(older), { ...sink.createBig(), later: 9, lists: [9], maybe: 2 });
  expect(arrived).toMatchObject({ later: 0, lists: [], maybe: undefined });
  expect(() => sink.decodeBig(new Reader(older, 0, older.length - 1))).toThrow('Truncated');
});
