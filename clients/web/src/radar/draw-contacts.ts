import type { Scene, SceneItem } from '@artemis/client';
import type { Labels } from './labels.js';
import { drawBase, drawBracket, drawHull, drawMark, sideColor, sideOf } from './marks.js';
import type { Palette } from './palette.js';
import { type Projection, toScreenX, toScreenY } from './projection.js';

/** How contacts are to be drawn. */
export interface ContactOptions {
  readonly ownShipId: number;
  /** A contact with a bracket around it; 0 is none. */
  readonly selectedId: number;
  /** What is being scanned, and how much of that is done, 0 to 1. */
  readonly scan: { readonly id: number; readonly progress: number } | undefined;
}

/**
 * Ships, bases and torpedoes; bases and the selected contact show at the rim if they are beyond it.
 * @param labels - Hears of all marks, and of the names that are wanted beside them.
 */
export function drawContacts(
  c: CanvasRenderingContext2D,
  p: Projection,
  scene: Scene,
  options: ContactOptions,
  colors: Palette,
  labels: Labels,
): void {
  for (const item of scene.items.values()) {
    if (item.id === options.ownShipId) continue;
    const x = toScreenX(p, item.pose.x);
    const y = toScreenY(p, item.pose.z);
    if (Math.hypot(x - p.centerX, y - p.centerY) > p.radius - 3) {
      if (item.kind === 'base' || item.id === options.selectedId) {
        drawBeyond(c, p, x, y, sideColor(sideOf(item), colors));
      }
      continue;
    }
    drawContact(c, item, x, y, options, colors, labels);
  }
}

function drawContact(
  c: CanvasRenderingContext2D,
  item: SceneItem,
  x: number,
  y: number,
  options: ContactOptions,
  colors: Palette,
  labels: Labels,
): void {
  const side = sideOf(item);
  const color = sideColor(side, colors);
  switch (item.kind) {
    case 'playerShip':
      drawHull(c, x, y, item.pose.heading, 9, colors.friend, colors.hull);
      break;
    case 'npcShip':
      drawCourseTick(c, x, y, item.pose.heading, color);
      drawMark(c, side, x, y, 5.5, color, item.state.scanState > 0);
      break;
    case 'base':
      drawBase(c, x, y, color);
      break;
    case 'torpedo': {
      const own = item.state.ownerId === options.ownShipId;
      drawHull(c, x, y, item.pose.heading, 4.5, own ? colors.own : colors.amber, 'transparent');
      return;
    }
    default:
      return;
  }
  if (item.id === options.selectedId) drawBracket(c, x, y, colors.amber);
  if (item.id === options.scan?.id) drawScan(c, x, y, options.scan.progress, colors);
  const rank = item.id === options.selectedId ? 2 : item.kind === 'npcShip' ? 0 : 1;
  labels.add(item.id, item.state.name, x, y, color, rank);
}

/** A ring that closes as the scan goes on. */
function drawScan(
  c: CanvasRenderingContext2D,
  x: number,
  y: number,
  progress: number,
  colors: Palette,
): void {
  c.lineWidth = 3;
  for (const [share, color] of [
    [1, 'rgb(143 220 255 / 0.2)'],
    [progress, colors.ice],
  ] as const) {
    c.strokeStyle = color;
    c.beginPath();
    c.arc(x, y, 19, -Math.PI / 2, (share * 2 - 0.5) * Math.PI);
    c.stroke();
  }
}

function drawCourseTick(
  c: CanvasRenderingContext2D,
  x: number,
  y: number,
  heading: number,
  color: string,
): void {
  c.strokeStyle = color;
  c.lineWidth = 1.5;
  c.beginPath();
  c.moveTo(x, y);
  c.lineTo(x + Math.sin(heading) * 15, y - Math.cos(heading) * 15);
  c.stroke();
}

function drawBeyond(c: CanvasRenderingContext2D, p: Projection, x: number, y: number, color: string): void {
  const angle = Math.atan2(y - p.centerY, x - p.centerX);
  c.save();
  c.translate(p.centerX + Math.cos(angle) * (p.radius - 9), p.centerY + Math.sin(angle) * (p.radius - 9));
  c.rotate(angle);
  c.fillStyle = color;
  c.beginPath();
  c.moveTo(6, 0);
  c.lineTo(-3, -4.5);
  c.lineTo(-3, 4.5);
  c.closePath();
  c.fill();
  c.restore();
}
