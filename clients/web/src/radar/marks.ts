import type { SceneItem } from '@artemis/client';
import { Faction } from '@artemis/client/protocol';
import type { Palette } from './palette.js';

const tau = 2 * Math.PI;

/** The side of a contact; undefined for what is on none. */
export function sideOf(item: SceneItem): Faction | undefined {
  switch (item.kind) {
    case 'playerShip':
      return Faction.Friendly;
    case 'npcShip':
      return item.state.surrendered ? Faction.Neutral : item.state.faction;
    case 'base':
      return item.state.faction;
    default:
      return undefined;
  }
}

/** The colour of a side. */
export function sideColor(side: Faction | undefined, colors: Palette): string {
  if (side === Faction.Friendly) return colors.friend;
  if (side === Faction.Hostile) return colors.hostile;
  return side === Faction.Neutral ? colors.neutral : colors.unknown;
}

/** A mark of a side: friends are round, foes are diamonds, neutrals are square. */
export function drawMark(
  c: CanvasRenderingContext2D,
  side: Faction | undefined,
  x: number,
  y: number,
  size: number,
  color: string,
  filled: boolean,
): void {
  c.beginPath();
  if (side === Faction.Hostile) {
    c.moveTo(x, y - size * 1.25);
    c.lineTo(x + size * 1.25, y);
    c.lineTo(x, y + size * 1.25);
    c.lineTo(x - size * 1.25, y);
    c.closePath();
  } else if (side === Faction.Friendly) c.arc(x, y, size, 0, tau);
  else c.rect(x - size, y - size, size * 2, size * 2);
  c.lineWidth = 1.75;
  c.strokeStyle = color;
  c.fillStyle = filled ? color : 'rgb(5 9 14 / 0.8)';
  c.fill();
  c.stroke();
}

/** A hexagon for a base. */
export function drawBase(c: CanvasRenderingContext2D, x: number, y: number, color: string): void {
  c.strokeStyle = color;
  c.fillStyle = 'rgb(5 9 14 / 0.8)';
  c.lineWidth = 1.75;
  c.beginPath();
  for (let i = 0; i < 6; i++) {
    const angle = (i / 6) * tau;
    c.lineTo(x + Math.sin(angle) * 9, y - Math.cos(angle) * 9);
  }
  c.closePath();
  c.fill();
  c.stroke();
  c.beginPath();
  c.arc(x, y, 2.5, 0, tau);
  c.fillStyle = color;
  c.fill();
}

/** An arrowhead of a hull, as seen from above. */
export function drawHull(
  c: CanvasRenderingContext2D,
  x: number,
  y: number,
  heading: number,
  size: number,
  stroke: string,
  fill: string,
): void {
  c.save();
  c.translate(x, y);
  c.rotate(heading);
  c.beginPath();
  c.moveTo(0, -size * 1.2);
  c.lineTo(size * 0.8, size);
  c.lineTo(0, size * 0.5);
  c.lineTo(-size * 0.8, size);
  c.closePath();
  c.fillStyle = fill;
  c.strokeStyle = stroke;
  c.lineWidth = 1.75;
  c.lineJoin = 'round';
  c.fill();
  c.stroke();
  c.restore();
}

/** Four corners around what is selected. */
export function drawBracket(c: CanvasRenderingContext2D, x: number, y: number, color: string): void {
  const size = 13;
  const arm = 5;
  c.strokeStyle = color;
  c.lineWidth = 2;
  c.beginPath();
  for (let i = 0; i < 4; i++) {
    const sx = i === 0 || i === 3 ? -1 : 1;
    const sy = i < 2 ? -1 : 1;
    c.moveTo(x + sx * size, y + sy * (size - arm));
    c.lineTo(x + sx * size, y + sy * size);
    c.lineTo(x + sx * (size - arm), y + sy * size);
  }
  c.stroke();
}
