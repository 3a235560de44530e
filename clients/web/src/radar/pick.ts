import type { GameModel } from '../model/game.js';
import { type Projection, toScreenX, toScreenY } from './projection.js';

const reach = 24;

/** The ship or base nearest to a point of the screen, within the reach of a finger; 0 if there is none. */
export function nearestContact(game: GameModel, p: Projection, x: number, y: number): number {
  let best = 0;
  let bestDistance = reach;
  for (const item of game.scene.items.values()) {
    if (item.id === game.ownShipId) continue;
    if (item.kind !== 'npcShip' && item.kind !== 'playerShip' && item.kind !== 'base') continue;
    const away = Math.hypot(toScreenX(p, item.pose.x) - x, toScreenY(p, item.pose.z) - y);
    if (away < bestDistance) {
      best = item.id;
      bestDistance = away;
    }
  }
  return best;
}
