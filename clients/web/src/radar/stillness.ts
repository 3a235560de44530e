import type { Scene } from '@artemis/client';
import { type Projection, toScreenX, toScreenY } from './projection.js';

/** How far something moves before an eye sees it, in pixels of the canvas. */
const visible = 0.5;
/** How far from the middle of its mark a contact's heading is drawn, in CSS pixels. */
const markReach = 15;
/** What changes without moving is seen after so many milliseconds at the latest. */
const longestMs = 200;

interface Drawn {
  x: number;
  y: number;
  heading: number;
}

/**
 * Knows whether a picture of the ships would look different from the one before, so that it is not painted for nothing: on a chart
 * of the sector most frames move nothing by a pixel.
 */
export class Stillness {
  readonly #drawn = new Map<number, Drawn>();
  #view = { centerX: 0, centerY: 0, radius: 0, range: 0 };
  #scale = 0;
  #paintedMs = -Infinity;

  /**
   * Whether it is time to paint; if so, takes it that it is done.
   * @param nowMs - The frame's time.
   * @param scale - How many pixels of the canvas a CSS pixel has.
   */
  isOver(nowMs: number, p: Projection, scale: number, scene: Scene, ownShipId: number): boolean {
    const { centerX, centerY, radius, range } = p;
    const view = this.#view;
    const same =
      view.centerX === centerX &&
      view.centerY === centerY &&
      view.radius === radius &&
      view.range === range &&
      this.#scale === scale &&
      nowMs - this.#paintedMs < longestMs;
    if (same && !this.#moved(p, visible / scale, scene, ownShipId)) return false;
    Object.assign(view, { centerX, centerY, radius, range });
    this.#scale = scale;
    this.#paintedMs = nowMs;
    this.#remember(p, scene);
    return true;
  }

  #moved(p: Projection, step: number, scene: Scene, ownShipId: number): boolean {
    for (const { id, kind, pose } of scene.items.values()) {
      if (kind !== 'playerShip' && kind !== 'npcShip' && kind !== 'torpedo' && kind !== 'base') continue;
      const x = toScreenX(p, pose.x);
      const y = toScreenY(p, pose.z);
      if (Math.hypot(x - p.centerX, y - p.centerY) > p.radius) continue;
      const before = this.#drawn.get(id);
      if (!before || Math.abs(x - before.x) > step || Math.abs(y - before.y) > step) return true;
      const reach = id === ownShipId ? p.radius : markReach;
      if (Math.abs(pose.heading - before.heading) * reach > step) return true;
    }
    return false;
  }

  #remember(p: Projection, scene: Scene): void {
    for (const [id, { kind, pose }] of scene.items) {
      if (kind !== 'playerShip' && kind !== 'npcShip' && kind !== 'torpedo' && kind !== 'base') continue;
      let drawn = this.#drawn.get(id);
      if (!drawn) this.#drawn.set(id, (drawn = { x: 0, y: 0, heading: 0 }));
      drawn.x = toScreenX(p, pose.x);
      drawn.y = toScreenY(p, pose.z);
      drawn.heading = pose.heading;
    }
    // Torpedoes come and go all evening.
    if (this.#drawn.size > 2 * scene.items.size + 100) this.#drawn.clear();
  }
}
