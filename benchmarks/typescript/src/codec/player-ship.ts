import { Reader, Writer } from '@artemis/client/runtime';
import {
  createPlayerShip,
  createPlayerShipQuantized,
  decodePlayerShip,
  diffPlayerShip,
  encodePlayerShip,
  PlayerShipAllFields,
  PlayerShipFields,
  PlayerShipViews,
  quantizePlayerShip,
  type PlayerShip,
  type PlayerShipQuantized,
} from '@artemis/client/protocol';
import { PlayerShip as BebopShip, PlayerShipDelta as BebopDelta } from '../generated/ships.js';
import { bebopDecode, bebopEncode } from '../peers/bebop.js';
import { jsonDecode, jsonEncode } from '../peers/json.js';
import { msgpackDecode, msgpackEncode } from '../peers/msgpack.js';
import type { Loop } from '../stopclock.js';
import type { Suite } from '../suite.js';
import { pick, randomMasks, samplePlayerShip } from './samples.js';

const f = PlayerShipFields;

/** Four masks that are usual in play. */
const fixedMasks = [
  f.heading | f.velocity | f.posX | f.posZ,
  PlayerShipViews.Mid,
  f.targetId | f.posX | f.posZ | f.shieldsFore | f.shieldsAft | f.energy,
  PlayerShipAllFields & ~f.name,
];

// The loops are written out for each object: shared ones would be called with functions of both, and V8 would inline neither.

/** The largest object of a game's stream. */
export function benchPlayerShip(suite: Suite): void {
  const ship = samplePlayerShip(0);
  const plain = { ...ship };
  run('full', [PlayerShipAllFields], {
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
  const masks = randomMasks(PlayerShipAllFields);
  run('delta.random', masks, deltaPeers(masks));

  const moments = Array.from({ length: 64 }, (_, moment) => samplePlayerShip(moment));
  suite.run('PlayerShip.quantize', 0, quantizing(moments));
  suite.run('PlayerShip.diff', 0, diffing(moments.map(quantized)));

  function run(name: string, list: number[], peers: Record<'encode' | 'decode', Record<string, Loop>>): void {
    const updates = list.map((mask) => bytes(ship, mask));
    const size = Math.round(updates.reduce((sum, update) => sum + update.length, 0) / updates.length);
    suite.run(`PlayerShip.${name}.encode`, size, encoding(ship, list), peers.encode);
    suite.run(`PlayerShip.${name}.decode`, size, decoding(updates), peers.decode);
  }

  function deltaPeers(list: number[]): Record<'encode' | 'decode', Record<string, Loop>> {
    const records = list.map((mask) => pick(ship, PlayerShipFields, mask));
    return {
      encode: { bebop: bebopEncode(BebopDelta, records) },
      decode: { bebop: bebopDecode(BebopDelta, records, (record) => record) },
    };
  }
}

function quantized(ship: PlayerShip): PlayerShipQuantized {
  const result = createPlayerShipQuantized();
  quantizePlayerShip(ship, result);
  return result;
}

function bytes(ship: PlayerShip, mask: number): Uint8Array {
  const writer = new Writer();
  encodePlayerShip(writer, quantized(ship), mask);
  return writer.toBytes();
}

/** Encodes into a kept writer. */
function encoding(ship: PlayerShip, masks: number[]): Loop {
  const writer = new Writer();
  const value = quantized(ship);
  const last = masks.length - 1;
  return (count) => {
    let total = 0;
    for (let i = 0; i < count; i++) {
      writer.reset();
      encodePlayerShip(writer, value, masks[i & last]!);
      total += writer.at;
    }
    return total;
  };
}

/** Decodes updates that lie one behind another, as in a stream, onto a ship that is there. */
function decoding(updates: Uint8Array[]): Loop {
  const stream = Uint8Array.from(updates.flatMap((update) => [...update]));
  const reader = new Reader(stream);
  const target = createPlayerShip();
  const last = updates.length - 1;
  return (count) => {
    let total = 0;
    reader.at = 0;
    for (let i = 0; i < count; i++) {
      if ((i & last) === 0) reader.at = 0;
      total += decodePlayerShip(reader, target);
    }
    return total + target.posX;
  };
}

function quantizing(moments: PlayerShip[]): Loop {
  const into = createPlayerShipQuantized();
  const last = moments.length - 1;
  return (count) => {
    let total = 0;
    for (let i = 0; i < count; i++) {
      quantizePlayerShip(moments[i & last]!, into);
      total += into.heading;
    }
    return total;
  };
}

function diffing(moments: PlayerShipQuantized[]): Loop {
  const last = moments.length - 1;
  return (count) => {
    let total = 0;
    for (let i = 0; i < count; i++) total += diffPlayerShip(moments[i & last]!, moments[(i + 1) & last]!);
    return total;
  };
}
