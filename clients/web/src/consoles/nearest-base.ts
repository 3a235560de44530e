import { Faction } from '@artemis/client/protocol';
import type { GameModel } from '../model/game.js';
import { directionTo } from '../model/units.js';

/** The friendly base that is nearest to the own ship. */
export function nearestBase(
  game: GameModel,
): { id: number; name: string; away: number; direction: number } | undefined {
  const ship = game.ship;
  if (!ship) return undefined;
  let best: { id: number; name: string; away: number; direction: number } | undefined;
  for (const [id, base] of game.world.bases) {
    if (base.faction !== Faction.Friendly) continue;
    const away = Math.hypot(base.posX - ship.posX, base.posY - ship.posY, base.posZ - ship.posZ);
    if (!best || away < best.away) {
      best = {
        id,
        name: base.name,
        away,
        direction: directionTo(ship.posX, ship.posZ, base.posX, base.posZ),
      };
    }
  }
  return best;
}
