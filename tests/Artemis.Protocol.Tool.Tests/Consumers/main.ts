// What a user of the npm package writes, with a protocol of one's own: everything goes out as bytes and comes back the same.
import { FrameReader, Origin, ProtocolError, Reader, Writer } from '@artemis/client/runtime';
import {
  beginAlarms,
  beginReport,
  BuoyAllFields,
  BuoyFields,
  BuoysProtocol,
  BuoyViews,
  createBuoy,
  createBuoyQuantized,
  decodeBuoy,
  diffBuoy,
  dispatchClientFrame,
  dispatchCommand,
  dispatchEvent,
  dispatchServerFrame,
  DiveCommand,
  encodeBuoyEntry,
  encodeLogFrame,
  encodeOrderFrame,
  encodeRegisterFrame,
  encodeStormEntry,
  endAlarms,
  endReport,
  Faults,
  Kind,
  quantizeBuoy,
  type Buoy,
  type Log,
  type Register,
} from './generated/index.js';

let checks = 0;

function same(what: string, expected: unknown, actual: unknown): void {
  const spell = (value: unknown): string =>
    JSON.stringify(value, (_, item: unknown) => {
      if (typeof item === 'bigint') return `${item}n`;
      return item instanceof Uint8Array ? [...item] : item;
    });
  if (spell(expected) !== spell(actual)) throw new Error(`${what}: ${spell(expected)} became ${spell(actual)}`);
  checks++;
}

const buoy: Buoy = {
  class: Kind.Moored,
  place: { latitude: 54.5, longitude: -3.25 },
  temperature: 11.0625,
  depths: [0, 120, 12_000],
  label: 'Grüße',
  faults: Faults.Battery | Faults.Hull,
  drift: -5_000_000_000n,
};

// An object goes out whole, then only what changed.
const writer = new Writer();
const before = createBuoyQuantized();
const after = createBuoyQuantized();
quantizeBuoy(buoy, before);
quantizeBuoy({ ...buoy, temperature: 11.5, faults: Faults.Antenna }, after);
const changed = diffBuoy(before, after);
same('changed fields', BuoyFields.temperature | BuoyFields.faults, changed);
same('a view', BuoyFields.place | BuoyFields.faults, BuoyViews.Beacon);

beginReport(writer, { sequence: 2n ** 63n });
encodeBuoyEntry(writer, 17, before, BuoyAllFields);
encodeBuoyEntry(writer, 17, after, changed);
const report = endReport(writer, { lost: [3, 4_000_000_000] });

const received = createBuoy();
const ids: number[] = [];
each(report, Origin.Client, {
  report(packet) {
    while (packet.nextObject()) {
      ids.push(packet.objectId);
      decodeBuoy(packet.body, received);
    }
    same('fields of a packet', { sequence: 2n ** 63n, lost: [3, 4_000_000_000] }, packet.packet);
  },
});
same('ids', [17, 17], ids);
same('temperature', 11.5, received.temperature);
same('label', 'Grüße', received.label);
same('drift', -5_000_000_000n, received.drift);
same('depths', [0, 120, 12_000], received.depths);
same('latitude within its error', true, Math.abs(received.place.latitude - 54.5) < 1e-7);

// A packet with a list of structs and an optional text.
const log: Log = { readings: [{ minute: 4095, salinity: 50, trend: -16, isTrusted: true }], note: 'calm' };
each(encodeLogFrame(log, Origin.Client), Origin.Client, { log: (value) => same('log', log, value) });

// Events and commands.
beginAlarms(writer, { stamp: 1.5 });
encodeStormEntry(writer, { force: 12, at: { latitude: 0, longitude: 0 }, name: 'Ida' });
eachOfServer(endAlarms(writer), {
  alarms(packet) {
    while (packet.nextEvent()) {
      dispatchEvent(packet.eventType, packet.event, { storm: (storm) => same('storm', ['Ida', 12], [storm.name, storm.force]) });
    }
  },
});
eachOfServer(encodeOrderFrame({ delete: true }, DiveCommand, { depth: 300, until: 9n }), {
  order(order, body) {
    same('order', true, order.delete);
    dispatchCommand(order.what, body, { dive: (dive) => same('dive', { depth: 300, until: 9n }, dive) });
  },
});

// A message.
const register: Register = {
  serial: '0f8fad5b-d9cb-469f-a165-70867728950e',
  owner: { name: 'Ada', email: 'ada@example.org' },
  crew: [{ name: 'Bob' }],
  certificate: new Uint8Array([1, 2, 3]),
  ratings: [0.1, -2],
  built: 18_446_744_073_709_551_615n,
  kind: Kind.Wave,
};
each(encodeRegisterFrame(register), Origin.Client, { register: (value) => same('register', register, value) });

// Nonsense is refused with the one error that there is.
try {
  decodeBuoy(new Reader(new Uint8Array([0xff])), received);
  throw new Error('nonsense was accepted');
} catch (error) {
  same('refusal', 'Truncated', error instanceof ProtocolError ? error.status : String(error));
}

console.log(`${checks} checks passed`);

function each(message: Uint8Array<ArrayBuffer>, origin: Origin, handler: Parameters<typeof dispatchClientFrame>[1]): void {
  const frames = new FrameReader(BuoysProtocol, origin).open(message);
  while (frames.next()) dispatchClientFrame(frames, handler);
}

function eachOfServer(message: Uint8Array<ArrayBuffer>, handler: Parameters<typeof dispatchServerFrame>[1]): void {
  const frames = new FrameReader(BuoysProtocol, Origin.Server).open(message);
  while (frames.next()) dispatchServerFrame(frames, handler);
}
