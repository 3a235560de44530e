import type { SceneItem } from '@artemis/client';
import { Faction } from '@artemis/client/protocol';
import type { GameModel } from '../model/game.js';
import { type Projection, toScreenX, toScreenY } from './projection.js';

const reach = 24;

/** Whether something can be picked from a radar. */
export type Pickable = (item: SceneItem) => boolean;

/** All ships and bases. */
export const anyContact: Pickable = ({ kind }) =>
  kind === 'npcShip' || kind === 'playerShip' || kind === 'base';

/** What beams and torpedoes may be aimed at. */
export const anyTarget: Pickable = ({ kind, state }) =>
  (kind === 'npcShip' && state.faction !== Faction.Friendly) ||
  (kind === 'base' && state.faction === Faction.Hostile);

/** What is nearest to a point of the screen, within the reach of a finger, of all that can be picked; 0 if there is nothing. */
export function nearestContact(
  game: GameModel,
  p: Projection,
  x: number,
  y: number,
  pickable: Pickable,
): number {
  let best = 0;
  let bestDistance = reach;
  for (const item of game.scene.items.values()) {
    if (item.id === game.ownShipId || !pickable(item)) continue;
    const away = Math.hypot(toScreenX(p, item.pose.x) - x, toScreenY(p, item.pose.z) - y);
    if (away < bestDistance) {
      best = item.id;
      bestDistance = away;
    }
  }
  return best;
}
