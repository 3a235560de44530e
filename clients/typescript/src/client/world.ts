import type {
  Anomaly,
  Asteroid,
  Base,
  BlackHole,
  Mine,
  Nebula,
  NpcShip,
  ObjectUpdateReader,
  PlayerShip,
  RemovalReason,
  ShipMotion,
  ShipSystems,
  ShipTubes,
  Torpedo,
} from '../generated/index.js';
import { applyUpdate } from './world-decoder.js';

/** The types of object, by the name of their kind. */
export interface WorldObjects {
  playerShip: PlayerShip;
  shipMotion: ShipMotion;
  shipSystems: ShipSystems;
  shipTubes: ShipTubes;
  npcShip: NpcShip;
  base: Base;
  torpedo: Torpedo;
  mine: Mine;
  nebula: Nebula;
  asteroid: Asteroid;
  blackHole: BlackHole;
  anomaly: Anomaly;
}

/** What sort of thing an object is. */
export type ObjectKind = keyof WorldObjects;

/** Hears what happens to the world, in the order in which it came. */
export interface WorldObserver {
  /** All is forgotten; a snapshot follows. */
  cleared(): void;
  /** An object came, or some of its fields changed. */
  changed(kind: ObjectKind, id: number): void;
  /** An object is gone. */
  removed(id: number, reason: RemovalReason): void;
}

/**
 * The world as the ship knows it: the newest state that came, object by object. Objects are changed in place, so that one who holds
 * on to one sees it move; after a snapshot they are new ones.
 *
 * For showing it, take {@link Scene}: it lies a moment behind, and moves smoothly.
 */
export class World {
  /** Simulation step of the newest update, 20 a second. */
  tick = 0;
  /** Time of the newest update, in ms since the game began. */
  time = 0;
  /** Sequence of the last helm command that the newest update includes. */
  helmSequence = 0;

  /** Ships of crews. */
  readonly playerShips: ReadonlyMap<number, PlayerShip> = new Map();
  /** How ships are steered; only that of the own ship is known. */
  readonly shipMotions: ReadonlyMap<number, ShipMotion> = new Map();
  /** Systems of ships; only those of the own ship are known. */
  readonly shipSystems: ReadonlyMap<number, ShipSystems> = new Map();
  /** Tubes and stores of ships; only those of the own ship are known. */
  readonly shipTubes: ReadonlyMap<number, ShipTubes> = new Map();
  /** Ships that the computer flies. */
  readonly npcShips: ReadonlyMap<number, NpcShip> = new Map();
  /** Stations. */
  readonly bases: ReadonlyMap<number, Base> = new Map();
  /** Ordnance under way. */
  readonly torpedoes: ReadonlyMap<number, Torpedo> = new Map();
  /** Mines. */
  readonly mines: ReadonlyMap<number, Mine> = new Map();
  /** Nebulae. */
  readonly nebulae: ReadonlyMap<number, Nebula> = new Map();
  /** Asteroids. */
  readonly asteroids: ReadonlyMap<number, Asteroid> = new Map();
  /** Black holes. */
  readonly blackHoles: ReadonlyMap<number, BlackHole> = new Map();
  /** Anomalies. */
  readonly anomalies: ReadonlyMap<number, Anomaly> = new Map();

  readonly #tables = {
    playerShip: this.playerShips,
    shipMotion: this.shipMotions,
    shipSystems: this.shipSystems,
    shipTubes: this.shipTubes,
    npcShip: this.npcShips,
    base: this.bases,
    torpedo: this.torpedoes,
    mine: this.mines,
    nebula: this.nebulae,
    asteroid: this.asteroids,
    blackHole: this.blackHoles,
    anomaly: this.anomalies,
  } as { readonly [K in ObjectKind]: Map<number, WorldObjects[K]> };

  /**
   * Applies an update.
   * @param update - Opened, and in front of the objects.
   * @param observer - Hears what happens.
   * @throws ProtocolError - If the update is malformed; the world is then of no more use before the next snapshot.
   */
  apply(update: ObjectUpdateReader, observer?: WorldObserver): void {
    applyUpdate(this, update, observer);
  }

  /** Objects of a kind by id. */
  table<K extends ObjectKind>(kind: K): ReadonlyMap<number, WorldObjects[K]> {
    return this.#tables[kind];
  }

  /**
   * The object of a kind and an id, to decode into; made if it is not there.
   * @internal
   */
  take<K extends ObjectKind>(kind: K, id: number, create: () => WorldObjects[K]): WorldObjects[K] {
    const table = this.#tables[kind];
    let value = table.get(id);
    if (!value) table.set(id, (value = create()));
    return value;
  }

  /**
   * Removes an object, and what belongs to it.
   * @internal
   */
  remove(id: number): void {
    for (const table of Object.values(this.#tables)) table.delete(id);
  }

  /** Removes all objects. */
  clear(): void {
    for (const table of Object.values(this.#tables)) table.clear();
  }
}
