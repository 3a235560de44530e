import type { Faction } from '@artemis/client/protocol';
import { drawBase, drawMark } from '../radar/marks.js';
import { writeName } from '../radar/name-pictures.js';
import type { Spot } from './space.js';

/** A ship or base as it is drawn, in CSS pixels, and what is to be written over it. */
export interface Tag {
  readonly id: number;
  readonly name: string;
  readonly detail: string;
  readonly side: Faction | undefined;
  readonly isBase: boolean;
  readonly color: string;
  /** Middle of the ship. */
  readonly x: number;
  /** Upper end of the ship. */
  readonly top: number;
  /** Units from the eye. */
  readonly away: number;
  /** Stands out from the others, whatever its distance. */
  readonly marked: boolean;
}

/** Where a tag stands: its left end and its middle line, and whether a line leads down to its ship. */
export interface TagPlace {
  readonly tag: Tag;
  readonly left: number;
  readonly middle: number;
  readonly width: number;
  readonly size: number;
  readonly raised: boolean;
}

const gap = 9;
const markRoom = 13;
/** How often a tag gives way upwards before it is left out. */
const steps = 5;
const nearest = 600;
const farthest = 8000;

/** How near something is, from 0 at the far end to 1. */
const nearness = (away: number): number =>
  Math.max(0, Math.min(1, 1 - Math.log(Math.max(1, away) / nearest) / Math.log(farthest / nearest)));

/** Size of letters for a distance, in half pixels. */
export const tagSize = ({ away, marked }: Pick<Tag, 'away' | 'marked'>): number =>
  marked ? 13 : Math.round((10.5 + 2.5 * nearness(away)) * 2) / 2;

/** How dim a tag is at a distance, up to 1. */
export const tagStrength = ({ away, marked }: Pick<Tag, 'away' | 'marked'>): number =>
  marked ? 1 : 0.55 + 0.45 * nearness(away);

/**
 * Finds places above the ships, so that none stands on another; one that finds none is left out.
 * @param tags - The first ones choose first.
 * @param measure - How wide a tag's text is at its size.
 */
export function placeTags(
  tags: readonly Tag[],
  width: number,
  measure: (tag: Tag, size: number) => number,
): TagPlace[] {
  const places: TagPlace[] = [];
  for (const tag of tags) {
    const size = tagSize(tag);
    const wide = markRoom + measure(tag, size);
    const left = Math.max(4, Math.min(width - wide - 4, tag.x - wide / 2));
    for (let step = 0; step < steps; step++) {
      // What reaches above the picture has its name at the upper border.
      const middle = Math.max(12, tag.top - gap) - step * (size + 4);
      if (middle < 10) break;
      const free = places.every(
        (other) =>
          left >= other.left + other.width + 4 ||
          other.left >= left + wide + 4 ||
          Math.abs(middle - other.middle) >= (size + other.size) / 2 + 3,
      );
      if (!free) continue;
      places.push({ tag, left, middle, width: wide, size, raised: step > 0 });
      break;
    }
  }
  return places;
}

/** Writes tags over their ships: a mark of the side, the name, and the detail dimmer. */
export function drawTags(
  c: CanvasRenderingContext2D,
  tags: readonly Tag[],
  width: number,
  font: string,
): void {
  c.textBaseline = 'middle';
  c.lineJoin = 'round';
  const style = (size: number): string => `600 ${size}px ${font}`;
  const measure = (tag: Tag, size: number): number => {
    c.font = style(size);
    return c.measureText(`${tag.name}  ${tag.detail}`).width;
  };
  for (const { tag, left, middle, size, raised } of placeTags(tags, width, measure)) {
    const strength = tagStrength(tag);
    c.globalAlpha = strength;
    c.font = style(size);
    if (raised) {
      c.globalAlpha = strength * 0.4;
      c.strokeStyle = tag.color;
      c.lineWidth = 1;
      c.beginPath();
      c.moveTo(tag.x, middle + size / 2 + 2);
      c.lineTo(tag.x, tag.top);
      c.stroke();
      c.globalAlpha = strength;
    }
    if (tag.isBase) drawStation(c, left + 4, middle, tag.color);
    else drawMark(c, tag.side, left + 4, middle, 3, tag.color, true);
    writeName(c, tag.name, tag.color, left + markRoom, middle);
    const detailAt = left + markRoom + c.measureText(`${tag.name}  `).width;
    c.globalAlpha = strength * 0.75;
    writeName(c, tag.detail, tag.color, detailAt, middle);
  }
  c.globalAlpha = 1;
}

/** A base's mark, as on the radar but smaller. */
function drawStation(c: CanvasRenderingContext2D, x: number, y: number, color: string): void {
  c.save();
  c.translate(x, y);
  c.scale(0.55, 0.55);
  drawBase(c, 0, 0, color);
  c.restore();
}

/** Four corners around a ship as it is drawn; one that is far gets some room. */
export function drawTargetBracket(
  c: CanvasRenderingContext2D,
  { left, right, top, bottom }: Spot,
  color: string,
): void {
  const [w, h] = [Math.max(10, (right - left) / 2), Math.max(9, (bottom - top) / 2)];
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const arm = Math.max(5, Math.min(16, w * 0.3));
  c.strokeStyle = color;
  c.lineWidth = 2;
  c.beginPath();
  for (const [sx, sy] of [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const) {
    c.moveTo(x + sx * w, y + sy * (h - arm));
    c.lineTo(x + sx * w, y + sy * h);
    c.lineTo(x + sx * (w - arm), y + sy * h);
  }
  c.stroke();
}
