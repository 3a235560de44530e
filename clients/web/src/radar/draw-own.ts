import { bearing } from '../model/units.js';
import { drawHull } from './marks.js';
import type { Palette } from './palette.js';
import type { Projection } from './projection.js';

/** What the own ship does and what was ordered of it. Angles in radians. */
export interface OwnOverlay {
  heading: number;
  /** Course as ordered; undefined while there is none. */
  course: number | undefined;
  /** Course that a hand is choosing right now. */
  choosing: number | undefined;
  /** Beam arcs, ranges in units. */
  beams: readonly { readonly range: number; readonly arc: number; readonly facing: number }[];
}

const tau = 2 * Math.PI;

/** The own ship: its heading in ice, its orders in amber. */
export function drawOwn(
  c: CanvasRenderingContext2D,
  p: Projection,
  x: number,
  y: number,
  own: OwnOverlay,
  colors: Palette,
): void {
  for (const beam of own.beams) {
    const middle = own.heading + beam.facing - tau / 4;
    c.beginPath();
    c.moveTo(x, y);
    c.arc(x, y, (beam.range / p.range) * p.radius, middle - beam.arc / 2, middle + beam.arc / 2);
    c.closePath();
    c.fillStyle = 'rgb(143 220 255 / 0.06)';
    c.fill();
    c.strokeStyle = 'rgb(143 220 255 / 0.35)';
    c.lineWidth = 1;
    c.stroke();
  }
  drawRay(c, p, x, y, own.heading, 'rgb(143 220 255 / 0.5)', []);
  drawRimMark(c, p, own.heading, colors.ice, true);
  const ordered = own.choosing ?? own.course;
  if (ordered !== undefined) {
    drawRay(
      c,
      p,
      x,
      y,
      ordered,
      own.choosing === undefined ? 'rgb(255 192 97 / 0.45)' : colors.amber,
      [4, 5],
    );
    drawRimMark(c, p, ordered, colors.amber, false);
  }
  if (own.choosing !== undefined) drawChoice(c, p, own.choosing, colors);
  drawHull(c, x, y, own.heading, 10, colors.own, colors.hull);
}

function drawChoice(c: CanvasRenderingContext2D, p: Projection, heading: number, colors: Palette): void {
  const text = bearing(heading);
  const x = p.centerX + Math.sin(heading) * p.radius * 0.62;
  const y = p.centerY - Math.cos(heading) * p.radius * 0.62;
  c.font = `650 15px ${colors.font}`;
  const width = c.measureText(text).width + 16;
  c.fillStyle = colors.amber;
  c.beginPath();
  c.roundRect(x - width / 2, y - 13, width, 26, 6);
  c.fill();
  c.fillStyle = '#251703';
  c.textAlign = 'center';
  c.textBaseline = 'middle';
  c.fillText(text, x, y + 0.5);
}

function drawRay(
  c: CanvasRenderingContext2D,
  p: Projection,
  x: number,
  y: number,
  heading: number,
  color: string,
  dash: number[],
): void {
  const sin = Math.sin(heading);
  const cos = -Math.cos(heading);
  c.strokeStyle = color;
  c.lineWidth = 1.5;
  c.setLineDash(dash);
  c.beginPath();
  c.moveTo(x + sin * 16, y + cos * 16);
  c.lineTo(x + sin * p.radius, y + cos * p.radius);
  c.stroke();
  c.setLineDash([]);
}

function drawRimMark(
  c: CanvasRenderingContext2D,
  p: Projection,
  heading: number,
  color: string,
  inside: boolean,
): void {
  c.save();
  c.translate(p.centerX, p.centerY);
  c.rotate(heading);
  c.translate(0, -p.radius);
  c.fillStyle = color;
  c.beginPath();
  c.moveTo(0, inside ? -1 : 1);
  c.lineTo(-6.5, inside ? 10 : -11);
  c.lineTo(6.5, inside ? 10 : -11);
  c.closePath();
  c.fill();
  c.restore();
}
