import { decode, encode } from '@msgpack/msgpack';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as sink from '../../../tests/Artemis.Protocol.Generator.Tests/TypeScript/Approved/sink/index.js';
import { decodeSessionState, encodeSessionState, type SessionState } from '../src/generated/index.js';
import { ProtocolError, Reader, Writer } from '../src/runtime/index.js';
import { arbitraryLike } from './support/arbitrary.js';
import { full } from './support/samples.js';

const id = '0f8fad5b-d9cb-469f-a165-70867728950e';

const session = (): SessionState => ({
  sessionId: id,
  name: 'Friday night',
  gameState: 1,
  creatorId: id,
  scenario: 'siege',
  difficulty: 5,
  maxShips: 2,
  ships: [{ ship: 0, name: 'Intrepid', shipClass: 1, objectId: 70000, captain: id }],
  players: [
    {
      playerId: id,
      name: 'Zoë 🚀',
      slot: 3,
      ship: 1,
      console: 1,
      consoles: [1, 2],
      ready: true,
      connected: false,
    },
    { playerId: id, name: '', slot: 47, consoles: [], ready: false, connected: true },
  ],
  fullSnapshot: Uint8Array.from({ length: 300 }, (_, i) => i),
});

function bytesOf(write: (writer: Writer) => void): Uint8Array {
  const writer = new Writer();
  write(writer);
  return writer.toBytes();
}

/** Without what was not there, as another library has it. */
function bare<T>(value: T): T {
  if (Array.isArray(value)) return value.map(bare) as T;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  const there = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(there.map(([key, inner]) => [key, bare(inner)])) as T;
}

describe('A message', () => {
  test('is read by another MessagePack library', () => {
    expect(decode(bytesOf((writer) => encodeSessionState(writer, session())))).toEqual(session());
  });

  test('is written by another MessagePack library', () => {
    expect(bare(decodeSessionState(new Reader(encode(session()))))).toEqual(session());
  });

  test('of odds and ends goes there and back', () => {
    const bytes = bytesOf((writer) => sink.encodeFull(writer, full()));
    const arrived = bare(sink.decodeFull(new Reader(bytes)));
    expect(arrived).toEqual({
      ...full(),
      turn: arrived.turn,
      offset: arrived.offset,
      single: Math.fround(0.1),
    });
    expect(bytesOf((writer) => sink.encodeFull(writer, arrived))).toEqual(bytes);
  });

  test('of any values arrives as it would be sent again', () => {
    const ids = { id };
    const values = arbitraryLike(full()).map((value) => ({
      ...value,
      tree: {
        ...value.tree,
        leaves: value.tree.leaves.map((leaf) => ({ ...leaf, ...ids })),
        best: undefined,
      },
      trees: value.trees.map((tree) => ({ ...tree, leaves: [], best: { ...tree.best!, ...ids } })),
    }));
    fc.assert(
      fc.property(values, (value) => {
        const bytes = bytesOf((writer) => sink.encodeFull(writer, value));
        const arrived = sink.decodeFull(new Reader(bytes));
        expect(bytesOf((writer) => sink.encodeFull(writer, arrived))).toEqual(bytes);
      }),
    );
  });

  test('keeps keys that are not known, nested ones too, and sends them on as they came', () => {
    const newer = {
      ...session(),
      weather: { wind: [1.5, -2, 'gusts'] },
      players: [{ ...session().players[0]!, rank: null }],
    };
    const arrived = decodeSessionState(new Reader(encode(newer)));
    expect(arrived.$unknown?.count).toBe(1);
    expect(arrived.players[0]?.$unknown?.count).toBe(1);
    expect(decode(bytesOf((writer) => encodeSessionState(writer, arrived)))).toEqual(newer);
  });

  test('counts a key that comes twice as it came last, and nil as not there', () => {
    const bytes = bytesOf((writer) => sink.encodeFull(writer, { ...full(), class: undefined }));
    const head = new DataView(bytes.buffer);
    expect(head.getUint8(0)).toBe(0xde);
    head.setUint16(1, head.getUint16(1) + 2);
    const twice = [...encode('class'), ...encode('a'), ...encode('class'), ...encode(null)];
    expect(sink.decodeFull(new Reader(Uint8Array.from([...bytes, ...twice]))).class).toBeUndefined();
  });

  test.each([
    ['MissingKey', 'ships[0].shipClass', { ships: [{ ...session().ships[0], shipClass: undefined }] }],
    ['MissingKey', 'name', { name: null }],
    [
      'BadMessage',
      'players[1].consoles[2]',
      { players: [session().players[0], { ...session().players[1], consoles: [0, 1, 'x'] }] },
    ],
    ['BadMessage', 'difficulty', { difficulty: 12 }],
    ['BadMessage', 'difficulty', { difficulty: 2.5 }],
    ['BadMessage', 'creatorId', { creatorId: 'g' + id.slice(1) }],
    ['BadMessage', 'fullSnapshot', { fullSnapshot: 'text' }],
    ['BadMessage', 'ships', { ships: {} }],
  ])('that is wrong gives %s for %s', (status, field, change) => {
    const bytes = encode({ ...session(), ...change }, { ignoreUndefined: true });
    expect(() => decodeSessionState(new Reader(bytes))).toThrow(expect.objectContaining({ status, field }));
  });

  test('that is cut off anywhere is refused', () => {
    const bytes = encode(session());
    for (let length = 0; length < bytes.length; length++)
      expect(() => decodeSessionState(new Reader(bytes, 0, length))).toThrow(ProtocolError);
  });

  test('may not nest deeper than 32', () => {
    const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
    const message = (depth: number) => new Reader(encode({ ...session(), deep: nested(depth) }));
    expect(decodeSessionState(message(31)).$unknown?.count).toBe(1);
    expect(() => decodeSessionState(message(32))).toThrow(
      expect.objectContaining({ status: 'BadMessage', field: 'deep' }),
    );
  });
});
