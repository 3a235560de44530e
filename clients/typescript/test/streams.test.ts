import { describe, expect, test } from 'vitest';
import {
  ArtemisProtocol,
  beginEvents,
  beginObjectUpdate,
  createPlayerShip,
  createPlayerShipQuantized,
  createTorpedoQuantized,
  decodePlayerShip,
  decodeRedAlert,
  dispatchEvent,
  dispatchServerFrame,
  encodePlayerShipEntry,
  encodeRedAlertEntry,
  encodeTorpedoEntry,
  encodeVictoryEntry,
  endEvents,
  endObjectUpdate,
  EventsReader,
  EventType,
  ObjectType,
  ObjectUpdateReader,
  PlayerShipFields,
  RemovalReason,
  TorpedoAllFields,
  UpdateFlags,
} from '../src/generated/index.js';
import {
  beginEntry,
  endEntry,
  FrameReader,
  Origin,
  ProtocolError,
  Reader,
  Writer,
} from '../src/runtime/index.js';

function bodyOf(frame: Uint8Array<ArrayBuffer>): Reader {
  const frames = new FrameReader(ArtemisProtocol, Origin.Server).open(frame);
  expect(frames.next()).toBe(true);
  return frames.body;
}

function update(): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  const ship = { ...createPlayerShipQuantized(), posX: 8, name: 'Ada' };
  beginObjectUpdate(writer, { tick: 7, time: 350, helmSequence: 2, flags: UpdateFlags.Snapshot });
  encodePlayerShipEntry(writer, 1, ship, PlayerShipFields.posX | PlayerShipFields.name);
  encodeTorpedoEntry(writer, 2, createTorpedoQuantized(), TorpedoAllFields);
  encodePlayerShipEntry(writer, 3, ship, PlayerShipFields.posX);
  return endObjectUpdate(writer, { removed: [{ id: 9, reason: RemovalReason.Destroyed }] });
}

describe('An object update', () => {
  test('is gone through entry by entry, head first and removals last', () => {
    const reader = new ObjectUpdateReader().open(bodyOf(update()));
    expect(reader.packet).toMatchObject({ tick: 7, time: 350, helmSequence: 2, flags: UpdateFlags.Snapshot });
    const ships: [number, number][] = [];
    while (reader.nextObject()) {
      if (reader.objectType !== ObjectType.PlayerShip) continue;
      const ship = createPlayerShip();
      decodePlayerShip(reader.body, ship);
      ships.push([reader.objectId, ship.posX]);
    }
    expect(ships).toEqual([
      [1, 8],
      [3, 8],
    ]);
    expect(reader.packet.removed).toEqual([{ id: 9, reason: RemovalReason.Destroyed }]);
    expect(reader.nextObject()).toBe(false);
  });

  test('is passed over object by object if none is decoded, and its reader serves again', () => {
    const reader = new ObjectUpdateReader();
    for (let time = 0; time < 2; time++) {
      reader.open(bodyOf(update()));
      const types: number[] = [];
      while (reader.nextObject()) types.push(reader.objectType);
      expect(types).toEqual([ObjectType.PlayerShip, ObjectType.Torpedo, ObjectType.PlayerShip]);
      expect(reader.packet.removed).toHaveLength(1);
    }
  });

  test('cannot be followed past an object that nobody knows', () => {
    const writer = new Writer();
    beginObjectUpdate(writer, { tick: 1, time: 2, helmSequence: 3, flags: 0 });
    writer.u8(200);
    writer.u32(1);
    const reader = new ObjectUpdateReader().open(bodyOf(endObjectUpdate(writer, { removed: [] })));
    expect(() => reader.nextObject()).toThrow('UnknownObject');
  });

  test('that is cut off anywhere is refused', () => {
    const frame = update();
    for (let length = 24; length < frame.length; length++) {
      expect(() => {
        const reader = new ObjectUpdateReader().open(new Reader(frame, 24, length));
        while (reader.nextObject());
      }).toThrow(ProtocolError);
    }
  });

  test('that is full leaves the entry out that found no room', () => {
    const writer = new Writer();
    beginObjectUpdate(writer, { tick: 1, time: 2, helmSequence: 3, flags: 0 });
    const torpedo = createTorpedoQuantized();
    let entries = 0;
    const fill = () => {
      for (;;) {
        encodeTorpedoEntry(writer, entries, torpedo, TorpedoAllFields);
        entries++;
      }
    };
    expect(fill).toThrow('FrameTooLarge');
    writer.limit += 64;
    const reader = new ObjectUpdateReader().open(new Reader(endObjectUpdate(writer, { removed: [] }), 24));
    let read = 0;
    while (reader.nextObject()) read++;
    expect(read).toBe(entries);
  });
});

describe('A packet of events', () => {
  function events(): Uint8Array<ArrayBuffer> {
    const writer = new Writer();
    beginEvents(writer, { tick: 5 });
    encodeRedAlertEntry(writer, { on: true });
    const unknown = beginEntry(writer, 0x7fff);
    writer.raw(Uint8Array.of(1, 2, 3));
    endEntry(writer, unknown);
    encodeVictoryEntry(writer, { text: 'well done' });
    return endEvents(writer);
  }

  test('passes over events that nobody knows, and counts them', () => {
    const reader = new EventsReader().open(bodyOf(events()));
    const alerts: boolean[] = [];
    while (reader.nextEvent())
      if (reader.eventType === EventType.RedAlert) alerts.push(decodeRedAlert(reader.event).on);
    expect(reader.packet.tick).toBe(5);
    expect(alerts).toEqual([true]);
    expect(reader.unknownEvents).toBe(1);
  });

  test('is handed to the methods of a handler, unknown events untouched', () => {
    const reader = new EventsReader().open(bodyOf(events()));
    const seen: unknown[] = [];
    while (reader.nextEvent())
      dispatchEvent(reader.eventType, reader.event, {
        redAlert: (event) => seen.push(event),
        unknownEvent: (type, body) => seen.push([type, [...body]]),
      });
    expect(seen).toEqual([{ on: true }, [0x7fff, [1, 2, 3]]]);
  });
});

test('Frames are handed to the methods of a handler, unknown ones whole', () => {
  const unknown = update();
  new DataView(unknown.buffer).setUint32(20, 0x12345678, true);
  const frames = new FrameReader(ArtemisProtocol, Origin.Server).open(
    Uint8Array.from([...update(), ...unknown]),
  );
  const seen: unknown[] = [];
  while (frames.next())
    dispatchServerFrame(frames, {
      objectUpdate: (reader) => seen.push(reader.packet.tick),
      unknownFrame: (type, frame) => seen.push([type, frame.length]),
    });
  expect(seen).toEqual([7, [0x12345678, unknown.length]]);
});
