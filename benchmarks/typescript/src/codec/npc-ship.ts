import { Reader, Writer } from '@artemis/client/runtime';
import {
  createNpcShip,
  createNpcShipQuantized,
  decodeNpcShip,
  encodeNpcShip,
  NpcShipAllFields,
  NpcShipFields,
  NpcShipViews,
  quantizeNpcShip,
  type NpcShip,
  type NpcShipQuantized,
} from '@artemis/client/protocol';
import { NpcShip as BebopShip, NpcShipDelta as BebopDelta } from '../generated/ships.js';
import { bebopDecode, bebopEncode } from '../peers/bebop.js';
import { jsonDecode, jsonEncode } from '../peers/json.js';
import { msgpackDecode, msgpackEncode } from '../peers/msgpack.js';
import type { Loop } from '../stopclock.js';
import type { Suite } from '../suite.js';
import { pick, randomMasks, sampleNpcShip } from './samples.js';

const f = NpcShipFields;

/** Four masks that are usual in play. */
const fixedMasks = [
  f.posX | f.posZ | f.heading | f.velocity,
  NpcShipViews.Mid,
  NpcShipViews.Mid | f.velocity | f.hull | f.scanState,
  NpcShipAllFields & ~f.name,
];

// The loops are written out for each object: shared ones would be called with functions of both, and V8 would inline neither.

/** The most frequent object of a game's stream. */
export function benchNpcShip(suite: Suite): void {
  const ship = sampleNpcShip();
  const plain = { ...ship };
  run('full', [NpcShipAllFields], {
    encode: {
      bebop: bebopEncode(BebopShip, [ship]),
      '@msgpack/msgpack': msgpackEncode(plain),
      JSON: jsonEncode(plain),
    },
    decode: {
      bebop: bebopDecode(BebopShip, [ship], (record) => record.name),
      '@msgpack/msgpack': msgpackDecode(plain),
      JSON: jsonDecode(plain),
    },
  });
  fixedMasks.forEach((mask, index) => run(`delta.fixed${index + 1}`, [mask], deltaPeers([mask])));
  const masks = randomMasks(NpcShipAllFields);
  run('delta.random', masks, deltaPeers(masks));

  function run(name: string, list: number[], peers: Record<'encode' | 'decode', Record<string, Loop>>): void {
    const updates = list.map((mask) => bytes(ship, mask));
    const size = Math.round(updates.reduce((sum, update) => sum + update.length, 0) / updates.length);
    suite.run(`NpcShip.${name}.encode`, size, encoding(ship, list), peers.encode);
    suite.run(`NpcShip.${name}.decode`, size, decoding(updates), peers.decode);
  }

  function deltaPeers(list: number[]): Record<'encode' | 'decode', Record<string, Loop>> {
    const records = list.map((mask) => pick(ship, NpcShipFields, mask));
    return {
      encode: { bebop: bebopEncode(BebopDelta, records) },
      decode: { bebop: bebopDecode(BebopDelta, records, (record) => record) },
    };
  }
}

function quantized(ship: NpcShip): NpcShipQuantized {
  const result = createNpcShipQuantized();
  quantizeNpcShip(ship, result);
  return result;
}

function bytes(ship: NpcShip, mask: number): Uint8Array {
  const writer = new Writer();
  encodeNpcShip(writer, quantized(ship), mask);
  return writer.toBytes();
}

/** Encodes into a kept writer. */
function encoding(ship: NpcShip, masks: number[]): Loop {
  const writer = new Writer();
  const value = quantized(ship);
  const last = masks.length - 1;
  return (count) => {
    let total = 0;
    for (let i = 0; i < count; i++) {
      writer.reset();
      encodeNpcShip(writer, value, masks[i & last]!);
      total += writer.at;
    }
    return total;
  };
}

/** Decodes updates that lie one behind another, as in a stream, onto a ship that is there. */
function decoding(updates: Uint8Array[]): Loop {
  const stream = Uint8Array.from(updates.flatMap((update) => [...update]));
  const reader = new Reader(stream);
  const target = createNpcShip();
  const last = updates.length - 1;
  return (count) => {
    let total = 0;
    reader.at = 0;
    for (let i = 0; i < count; i++) {
      if ((i & last) === 0) reader.at = 0;
      total += decodeNpcShip(reader, target);
    }
    return total + target.posX;
  };
}
