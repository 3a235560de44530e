import type { SceneItem } from '@artemis/client';
import { Faction, NpcKind, ShipClass } from '@artemis/client/protocol';
import { escort } from './hulls/escort.js';
import { battleship } from './hulls/fleet/battleship.js';
import { dreadnought } from './hulls/fleet/dreadnought.js';
import { lightCruiser } from './hulls/fleet/light-cruiser.js';
import { missileCruiser } from './hulls/fleet/missile-cruiser.js';
import { scout } from './hulls/fleet/scout.js';
import { freighter } from './hulls/freighter.js';
import { hold } from './hulls/hold.js';
import type { Model } from './hulls/model.js';
import { drone } from './hulls/raiders/drone.js';
import { eliteRaider } from './hulls/raiders/elite-raider.js';
import { fighter } from './hulls/raiders/fighter.js';
import { heavyRaider } from './hulls/raiders/heavy-raider.js';
import { lightRaider } from './hulls/raiders/light-raider.js';
import { unknownRaider } from './hulls/raiders/unknown-raider.js';
import { station } from './hulls/station.js';

const builders = {
  lightCruiser,
  scout,
  battleship,
  missileCruiser,
  dreadnought,
  unknownRaider,
  lightRaider,
  heavyRaider,
  eliteRaider,
  fighter,
  drone,
  freighter,
  escort,
  station,
  hold,
} satisfies Record<string, () => Model>;

/** A kind of hull. */
export type HullName = keyof typeof builders;

/** Every kind of hull. */
export const hullNames = Object.keys(builders) as HullName[];

const ofClass: Record<ShipClass, HullName> = {
  [ShipClass.LightCruiser]: 'lightCruiser',
  [ShipClass.Scout]: 'scout',
  [ShipClass.Battleship]: 'battleship',
  [ShipClass.MissileCruiser]: 'missileCruiser',
  [ShipClass.Dreadnought]: 'dreadnought',
};

const ofKind: Partial<Record<NpcKind, HullName>> = {
  [NpcKind.Light]: 'lightRaider',
  [NpcKind.Heavy]: 'heavyRaider',
  [NpcKind.Elite]: 'eliteRaider',
  [NpcKind.Fighter]: 'fighter',
  [NpcKind.Drone]: 'drone',
  [NpcKind.Freighter]: 'freighter',
  [NpcKind.Escort]: 'escort',
};

/**
 * The hull of a ship or a base; undefined for anything else.
 *
 * An enemy that is not scanned looks like any other: only what the server has told is looked at.
 */
export function hullOf(item: SceneItem): HullName | undefined {
  switch (item.kind) {
    case 'playerShip':
      return ofClass[item.state.shipClass] ?? 'lightCruiser';
    case 'npcShip':
      return ofKind[item.state.kind] ?? (item.state.faction === Faction.Hostile ? 'unknownRaider' : 'escort');
    case 'base':
      return item.state.faction === Faction.Hostile ? 'hold' : 'station';
    default:
      return undefined;
  }
}

/** The hulls that were needed so far; each is built once, however many ships have it. */
export class ShipModels {
  readonly #built = new Map<HullName, Model>();

  /** A hull. */
  get(name: HullName): Model {
    let model = this.#built.get(name);
    if (!model) this.#built.set(name, (model = builders[name]()));
    return model;
  }

  dispose(): void {
    for (const { geometry } of this.#built.values()) geometry.dispose();
    this.#built.clear();
  }
}
