import { Faction, NpcKind, ScanState } from '@artemis/client/protocol';
import { shipClassName } from './catalog.js';
import type { GameModel } from './game.js';
import { directionTo } from './units.js';

/** A ship or a base that the own ship sees. */
export interface Contact {
  readonly id: number;
  readonly kind: 'ship' | 'npc' | 'base';
  readonly name: string;
  readonly what: string;
  readonly side: 'friendly' | 'hostile' | 'neutral';
  /** Units. */
  readonly away: number;
  /** Radians clockwise from north. */
  readonly direction: number;
}

const kinds: Record<number, string> = {
  [NpcKind.Light]: 'Light cruiser',
  [NpcKind.Heavy]: 'Heavy cruiser',
  [NpcKind.Elite]: 'Elite',
  [NpcKind.Fighter]: 'Fighter',
  [NpcKind.Drone]: 'Drone',
  [NpcKind.Freighter]: 'Freighter',
  [NpcKind.Escort]: 'Escort',
  [NpcKind.Unknown]: 'Not scanned',
};

const sides: Record<number, Contact['side']> = {
  [Faction.Friendly]: 'friendly',
  [Faction.Hostile]: 'hostile',
  [Faction.Neutral]: 'neutral',
};

/** A kind of computer-flown ship in words. */
export const npcKindName = (kind: NpcKind): string => kinds[kind] ?? 'Ship';

/** Ships and bases in sight, nearest first. */
export function contactsOf(game: GameModel): Contact[] {
  const { posX: x, posY: y, posZ: z } = game.place;
  const found: Contact[] = [];
  const add = (
    id: number,
    at: { posX: number; posY: number; posZ: number },
    contact: Omit<Contact, 'id' | 'away' | 'direction'>,
  ): void => {
    const away = Math.hypot(at.posX - x, at.posY - y, at.posZ - z);
    found.push({ id, away, direction: directionTo(x, z, at.posX, at.posZ), ...contact });
  };
  for (const [id, ship] of game.world.playerShips) {
    if (id !== game.ownShipId)
      add(id, ship, { kind: 'ship', name: ship.name, what: shipClassName(ship.shipClass), side: 'friendly' });
  }
  for (const [id, npc] of game.world.npcShips) {
    const known = npc.scanState !== ScanState.None || npc.faction === Faction.Friendly;
    add(id, npc, {
      kind: 'npc',
      name: npc.name,
      what: npc.surrendered ? 'Surrendered' : known ? kinds[npc.kind]! : 'Not scanned',
      side: npc.surrendered ? 'neutral' : (sides[npc.faction] ?? 'neutral'),
    });
  }
  for (const [id, base] of game.world.bases) {
    add(id, base, { kind: 'base', name: base.name, what: 'Base', side: sides[base.faction] ?? 'neutral' });
  }
  return found.sort((a, b) => a.away - b.away);
}
