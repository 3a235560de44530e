import type { SceneItem } from '@artemis/client';

const levels = 5;
const step = 34;

/**
 * How high something is drawn, in units. Ships are drawn larger than life, and those that meet around one target would stand in each other;
 * so each has a level of its own, a little above or below where it is.
 */
export function drawnHeight({ id, kind, pose }: SceneItem): number {
  return kind === 'npcShip' ? pose.y + ((id % levels) - (levels - 1) / 2) * step : pose.y;
}
