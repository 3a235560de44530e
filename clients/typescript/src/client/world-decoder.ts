import {
  createAnomaly,
  createAsteroid,
  createBase,
  createBlackHole,
  createMine,
  createNebula,
  createNpcShip,
  createPlayerShip,
  createShipMotion,
  createShipSystems,
  createShipTubes,
  createTorpedo,
  decodeAnomaly,
  decodeAsteroid,
  decodeBase,
  decodeBlackHole,
  decodeMine,
  decodeNebula,
  decodeNpcShip,
  decodePlayerShip,
  decodeShipMotion,
  decodeShipSystems,
  decodeShipTubes,
  decodeTorpedo,
  ObjectType,
  type ObjectUpdateReader,
  UpdateFlags,
} from '../generated/index.js';
import type { Reader } from '../runtime/index.js';
import type { ObjectKind, World, WorldObjects, WorldObserver } from './world.js';

interface Codec<K extends ObjectKind> {
  readonly kind: K;
  create(): WorldObjects[K];
  decode(reader: Reader, value: WorldObjects[K]): unknown;
}

const codec = <K extends ObjectKind>(
  kind: K,
  create: () => WorldObjects[K],
  decode: (reader: Reader, value: WorldObjects[K]) => unknown,
): Codec<K> => ({ kind, create, decode });

const codecs: Readonly<Record<number, Codec<ObjectKind>>> = {
  [ObjectType.PlayerShip]: codec('playerShip', createPlayerShip, decodePlayerShip),
  [ObjectType.ShipMotion]: codec('shipMotion', createShipMotion, decodeShipMotion),
  [ObjectType.ShipSystems]: codec('shipSystems', createShipSystems, decodeShipSystems),
  [ObjectType.ShipTubes]: codec('shipTubes', createShipTubes, decodeShipTubes),
  [ObjectType.NpcShip]: codec('npcShip', createNpcShip, decodeNpcShip),
  [ObjectType.Base]: codec('base', createBase, decodeBase),
  [ObjectType.Torpedo]: codec('torpedo', createTorpedo, decodeTorpedo),
  [ObjectType.Mine]: codec('mine', createMine, decodeMine),
  [ObjectType.Nebula]: codec('nebula', createNebula, decodeNebula),
  [ObjectType.Asteroid]: codec('asteroid', createAsteroid, decodeAsteroid),
  [ObjectType.BlackHole]: codec('blackHole', createBlackHole, decodeBlackHole),
  [ObjectType.Anomaly]: codec('anomaly', createAnomaly, decodeAnomaly),
} as Readonly<Record<number, Codec<ObjectKind>>>;

/** What {@link World.apply} does. */
export function applyUpdate(world: World, update: ObjectUpdateReader, observer?: WorldObserver): void {
  const { packet } = update;
  if (packet.flags & UpdateFlags.Snapshot) {
    world.clear();
    observer?.cleared();
  }
  world.tick = packet.tick;
  world.time = packet.time;
  world.helmSequence = packet.helmSequence;
  while (update.nextObject()) {
    // The reader refuses types that this version does not know.
    const entry = codecs[update.objectType]!;
    entry.decode(update.body, world.take(entry.kind, update.objectId, entry.create));
    observer?.changed(entry.kind, update.objectId);
  }
  for (const { id, reason } of packet.removed) {
    world.remove(id);
    observer?.removed(id, reason);
  }
}
