import type { Palette } from './palette.js';
import { Picture } from './picture.js';
import { type Projection, ringStep, toScreenX, toScreenY } from './projection.js';

const tau = 2 * Math.PI;

/** The disc with range rings and the ring of headings, on a canvas of its own below all that moves: it is drawn only when it changes. */
export class Dial {
  readonly #picture: Picture;
  #key = '';

  constructor(canvas: HTMLCanvasElement) {
    this.#picture = new Picture(canvas);
  }

  /** Draws it if it has changed; `scale` is how many pixels of the canvas a CSS pixel has. */
  draw(p: Projection, scale: number, colors: Palette): void {
    const [width, height] = [p.centerX * 2, p.centerY * 2];
    const key = `${width} ${height} ${scale} ${p.range}`;
    if (key === this.#key) return;
    this.#key = key;
    this.#picture.paint(width, height, scale, (c) => drawDisc(c, p, colors));
  }
}

function drawDisc(c: OffscreenCanvasRenderingContext2D, p: Projection, colors: Palette): void {
  const { centerX, centerY, radius } = p;
  const glow = c.createRadialGradient(centerX, centerY, 0, centerX, centerY, radius);
  glow.addColorStop(0, '#0f202d');
  glow.addColorStop(0.7, '#0a161f');
  glow.addColorStop(1, '#070e15');
  c.fillStyle = glow;
  c.beginPath();
  c.arc(centerX, centerY, radius, 0, tau);
  c.fill();

  c.lineWidth = 1;
  const step = ringStep(p.range);
  for (let r = step; r < p.range * 0.999; r += step) {
    const size = (r / p.range) * radius;
    c.strokeStyle = '#23394a';
    c.beginPath();
    c.arc(centerX, centerY, size, 0, tau);
    c.stroke();
  }
  drawHeadings(c, p, colors);
}

/**
 * The grid of the world, over the whole square of a picture.
 * @param range - Units from the middle to the rim of the disc, which say how wide the grid is.
 */
export function drawGrid(c: OffscreenCanvasRenderingContext2D, p: Projection, range: number): void {
  const step = ringStep(range);
  c.strokeStyle = 'rgb(120 170 200 / 0.06)';
  c.lineWidth = 1;
  c.beginPath();
  for (let x = Math.ceil((p.worldX - p.range) / step) * step; x < p.worldX + p.range; x += step) {
    const at = toScreenX(p, x);
    c.moveTo(at, p.centerY - p.radius);
    c.lineTo(at, p.centerY + p.radius);
  }
  for (let z = Math.ceil((p.worldZ - p.range) / step) * step; z < p.worldZ + p.range; z += step) {
    const at = toScreenY(p, z);
    c.moveTo(p.centerX - p.radius, at);
    c.lineTo(p.centerX + p.radius, at);
  }
  c.stroke();
}

function drawHeadings(c: OffscreenCanvasRenderingContext2D, p: Projection, colors: Palette): void {
  const { centerX, centerY, radius } = p;
  c.strokeStyle = colors.line2;
  c.lineWidth = 1.5;
  c.beginPath();
  c.arc(centerX, centerY, radius, 0, tau);
  c.stroke();
  c.textAlign = 'center';
  c.textBaseline = 'middle';
  const spacing = radius > 190 ? 5 : 10;
  for (let degrees = 0; degrees < 360; degrees += spacing) {
    const angle = (degrees * tau) / 360;
    const sin = Math.sin(angle);
    const cos = -Math.cos(angle);
    const major = degrees % 30 === 0;
    const length = major ? 9 : degrees % 10 === 0 ? 6 : 3;
    c.strokeStyle = major ? colors.ink3 : colors.line2;
    c.lineWidth = major ? 1.5 : 1;
    c.beginPath();
    c.moveTo(centerX + sin * (radius + 2), centerY + cos * (radius + 2));
    c.lineTo(centerX + sin * (radius + 2 + length), centerY + cos * (radius + 2 + length));
    c.stroke();
    if (major) {
      const cardinal = degrees % 90 === 0;
      c.fillStyle = cardinal ? colors.ink : colors.ink2;
      c.font = `${cardinal ? 650 : 500} 11px ${colors.font}`;
      c.fillText(
        String(degrees).padStart(3, '0'),
        centerX + sin * (radius + 22),
        centerY + cos * (radius + 22),
      );
    }
  }
}
