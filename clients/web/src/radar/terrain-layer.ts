import type { Scene } from '@artemis/client';
import { drawGrid } from './draw-dial.js';
import { drawTerrain, stampOf } from './draw-terrain.js';
import type { Palette } from './palette.js';
import { asRem } from '../ui/page-scale.js';
import { Picture } from './picture.js';
import type { Projection } from './projection.js';

/** How far the picture reaches beyond the disc, in CSS pixels: so far the view may move before it is painted anew. */
const margin = 64;

/**
 * The world's grid and what stands still in it, as a picture of its own below all that moves. It slides with the view, and is painted
 * anew only when the view has left it, or when something in it has changed.
 */
export class TerrainLayer {
  readonly #disc: HTMLElement;
  readonly #picture: Picture;
  /** The view that was painted, in a square that has the picture's size. */
  readonly #painted: Projection = { centerX: 0, centerY: 0, radius: 0, worldX: 0, worldZ: 0, range: 0 };
  #scale = 0;
  #stamp = 0;
  #left = 0;
  #top = 0;

  /** @param disc - Shows what of the canvas in it lies within the radar's circle. */
  constructor(disc: HTMLElement) {
    this.#disc = disc;
    this.#picture = new Picture(disc.querySelector('canvas')!);
  }

  /** Shows the view; `scale` is how many pixels of the canvas a CSS pixel has. */
  draw(p: Projection, scale: number, scene: Scene, colors: Palette): void {
    const painted = this.#painted;
    if (p.radius !== painted.radius - margin || scale !== this.#scale) this.#resize(p, scale);
    const unit = p.radius / p.range;
    const left = Math.round((painted.worldX - p.worldX) * unit * scale) / scale;
    const top = Math.round((p.worldZ - painted.worldZ) * unit * scale) / scale;
    const reaches = Math.max(Math.abs(left), Math.abs(top)) <= margin;
    // The picture has more of the world than the disc, at the same scale.
    if (painted.range === p.range * (painted.radius / p.radius) && reaches) {
      if (stampOf(painted, scene) === this.#stamp) {
        this.#slide(left, top);
        return;
      }
    }
    painted.range = p.range * (painted.radius / p.radius);
    painted.worldX = p.worldX;
    painted.worldZ = p.worldZ;
    this.#stamp = stampOf(painted, scene);
    this.#picture.paint(painted.radius * 2, painted.radius * 2, scale, (c) => {
      drawGrid(c, painted, p.range);
      drawTerrain(c, painted, scene, colors);
    });
    this.#slide(0, 0);
  }

  #resize({ centerX, centerY, radius }: Projection, scale: number): void {
    const half = radius + margin;
    this.#scale = scale;
    Object.assign(this.#painted, { centerX: half, centerY: half, radius: half, range: 0 });
    const { style } = this.#picture.canvas;
    style.left = style.top = asRem(-margin);
    style.width = style.height = asRem(half * 2);
    this.#disc.style.left = asRem(centerX - radius);
    this.#disc.style.top = asRem(centerY - radius);
    this.#disc.style.width = this.#disc.style.height = asRem(radius * 2);
  }

  #slide(left: number, top: number): void {
    if (left === this.#left && top === this.#top) return;
    this.#left = left;
    this.#top = top;
    this.#picture.canvas.style.transform = `translate(${asRem(left)}, ${asRem(top)})`;
  }
}
