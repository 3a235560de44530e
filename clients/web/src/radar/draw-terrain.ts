import type { Scene, SceneItem } from '@artemis/client';
import type { Palette } from './palette.js';
import { type Projection, toScreenX, toScreenY } from './projection.js';

const tau = 2 * Math.PI;
const tints = ['120 90 200', '70 130 200', '190 90 150', '80 160 150'];

/** What stands still: nebulae, black holes, asteroids, mines and anomalies; over the whole square of a picture. */
export function drawTerrain(
  c: OffscreenCanvasRenderingContext2D,
  p: Projection,
  scene: Scene,
  colors: Palette,
): void {
  const scale = p.radius / p.range;
  for (const item of scene.items.values()) {
    if (!isTerrain(item) || !isWithin(p, item)) continue;
    const x = toScreenX(p, item.pose.x);
    const y = toScreenY(p, item.pose.z);
    switch (item.kind) {
      case 'nebula':
        drawNebula(c, x, y, Math.max(6, item.state.radius * scale), item.state.tint);
        break;
      case 'blackHole':
        drawBlackHole(c, x, y, item.state.pullRadius * scale, item.state.hurtRadius * scale, colors);
        break;
      case 'asteroid':
        drawAsteroid(c, x, y, Math.max(2, item.state.radius * scale), item.id);
        break;
      case 'mine':
        drawMine(c, x, y, item.state.armed ? colors.alert : colors.ink2);
        break;
      case 'anomaly':
        drawAnomaly(c, x, y, colors.good);
        break;
    }
  }
}

/** A number that changes when the picture of the terrain would. */
export function stampOf(p: Projection, scene: Scene): number {
  let stamp = 0;
  for (const item of scene.items.values()) {
    if (!isTerrain(item) || !isWithin(p, item)) continue;
    const armed = item.kind === 'mine' && item.state.armed ? 1 : 0;
    // The order of the items does not matter.
    stamp = (stamp + Math.imul(item.id * 2 + armed + 1, 0x9e3779b1)) | 0;
  }
  return stamp;
}

type Terrain = Extract<SceneItem, { kind: 'nebula' | 'blackHole' | 'asteroid' | 'mine' | 'anomaly' }>;

function isTerrain(item: SceneItem): item is Terrain {
  switch (item.kind) {
    case 'nebula':
    case 'blackHole':
    case 'asteroid':
    case 'mine':
    case 'anomaly':
      return true;
    default:
      return false;
  }
}

/** Whether some of it is in the square; what is far off is drawn larger than it is, by ten pixels at most. */
function isWithin(p: Projection, item: Terrain): boolean {
  const reach = p.range + reachOf(item) + (10 * p.range) / p.radius;
  return Math.max(Math.abs(item.pose.x - p.worldX), Math.abs(item.pose.z - p.worldZ)) < reach;
}

/** How far from its middle something reaches, in units. */
function reachOf(item: Terrain): number {
  if (item.kind === 'nebula' || item.kind === 'asteroid') return item.state.radius;
  return item.kind === 'blackHole' ? item.state.pullRadius : 0;
}

const fogs: HTMLCanvasElement[] = [];
const fogSize = 256;

function drawNebula(
  c: OffscreenCanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  tint: number,
): void {
  const index = tint % tints.length;
  const fog = (fogs[index] ??= fogOf(tints[index]!));
  c.drawImage(fog, x - size, y - size, size * 2, size * 2);
}

/** A cloud, drawn once: a picture costs less than a gradient. */
function fogOf(color: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = fogSize;
  const c = canvas.getContext('2d')!;
  const half = fogSize / 2;
  const fog = c.createRadialGradient(half, half, half * 0.1, half, half, half);
  fog.addColorStop(0, `rgb(${color} / 0.3)`);
  fog.addColorStop(0.6, `rgb(${color} / 0.17)`);
  fog.addColorStop(1, `rgb(${color} / 0)`);
  c.fillStyle = fog;
  c.fillRect(0, 0, fogSize, fogSize);
  return canvas;
}

function drawBlackHole(
  c: OffscreenCanvasRenderingContext2D,
  x: number,
  y: number,
  pull: number,
  hurt: number,
  colors: Palette,
): void {
  c.strokeStyle = 'rgb(199 176 255 / 0.35)';
  c.lineWidth = 1;
  c.setLineDash([3, 5]);
  c.beginPath();
  c.arc(x, y, pull, 0, tau);
  c.stroke();
  c.setLineDash([]);
  c.fillStyle = colors.void;
  c.strokeStyle = colors.unknown;
  c.lineWidth = 2;
  c.beginPath();
  c.arc(x, y, Math.max(4, hurt), 0, tau);
  c.fill();
  c.stroke();
}

function drawAsteroid(
  c: OffscreenCanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  seed: number,
): void {
  c.fillStyle = '#6f7d86';
  c.beginPath();
  for (let i = 0; i < 7; i++) {
    const angle = (i / 7) * tau;
    const r = size * (0.75 + 0.35 * (((seed * 31 + i * 17) % 7) / 7));
    c.lineTo(x + Math.sin(angle) * r, y - Math.cos(angle) * r);
  }
  c.closePath();
  c.fill();
}

function drawMine(c: OffscreenCanvasRenderingContext2D, x: number, y: number, color: string): void {
  c.strokeStyle = color;
  c.lineWidth = 1.5;
  c.beginPath();
  c.moveTo(x - 4, y - 4);
  c.lineTo(x + 4, y + 4);
  c.moveTo(x + 4, y - 4);
  c.lineTo(x - 4, y + 4);
  c.stroke();
}

function drawAnomaly(c: OffscreenCanvasRenderingContext2D, x: number, y: number, color: string): void {
  c.strokeStyle = color;
  c.lineWidth = 1.5;
  c.beginPath();
  for (let i = 0; i < 4; i++) {
    const angle = (i / 4) * tau;
    c.moveTo(x + Math.sin(angle) * 2.5, y + Math.cos(angle) * 2.5);
    c.lineTo(x + Math.sin(angle) * 7, y + Math.cos(angle) * 7);
  }
  c.stroke();
}
