import { CanvasTexture, LinearMipmapLinearFilter, RepeatWrapping } from 'three';
import { clouds, randomFrom } from './noise.js';

/** A texture that a canvas of this size is painted for, so that no image has to be loaded. */
function painted(width: number, height: number, paint: (c: CanvasRenderingContext2D) => void): CanvasTexture {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  paint(canvas.getContext('2d', { willReadFrequently: true })!);
  return new CanvasTexture(canvas);
}

/** Sets each pixel of a canvas. */
export function paintedByPixel(
  width: number,
  height: number,
  colorAt: (x: number, y: number, rgba: Uint8ClampedArray, at: number) => void,
): CanvasTexture {
  return painted(width, height, (c) => {
    const picture = c.createImageData(width, height);
    for (let y = 0, at = 0; y < height; y++)
      for (let x = 0; x < width; x++, at += 4) colorAt(x, y, picture.data, at);
    c.putImageData(picture, 0, 0);
  });
}

/**
 * Plating for hulls: how bright a panel is in red, where windows are in green, how it shines in blue.
 * It repeats on all sides.
 */
export function platingTexture(): CanvasTexture {
  const size = 512;
  const random = randomFrom(5);
  const texture = painted(size, size, (c) => {
    c.fillStyle = 'rgb(225 0 120)';
    c.fillRect(0, 0, size, size);
    // Panels of a course are as high as each other, as plates of a ship are.
    for (let y = 0; y < size;) {
      const high = Math.min(size - y, 24 + 8 * Math.floor(random() * 5));
      for (let x = 0; x < size;) {
        const wide = Math.min(size - x, 24 + 16 * Math.floor(random() * 7));
        const tone = 196 + Math.floor(random() ** 2 * -40) + Math.floor(random() * 44);
        c.fillStyle = `rgb(${tone} 0 ${Math.floor(60 + random() * 160)})`;
        c.fillRect(x, y, wide, high);
        panelDetails(c, random, x, y, wide, high);
        c.fillStyle = 'rgb(120 0 40)';
        c.fillRect(x, y, wide, 1.5);
        c.fillRect(x, y, 1.5, high);
        x += wide;
      }
      y += high;
    }
    windows(c, random, size);
  });
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.anisotropy = 4;
  return texture;
}

/** Hatches, vents and grooves. */
function panelDetails(
  c: CanvasRenderingContext2D,
  random: () => number,
  x: number,
  y: number,
  wide: number,
  high: number,
): void {
  if (wide < 40 || random() < 0.45) return;
  if (random() < 0.4) {
    c.fillStyle = 'rgb(120 0 60)';
    for (let line = 6; line < high - 6; line += 5) c.fillRect(x + 8, y + line, Math.min(34, wide - 16), 2);
    return;
  }
  c.fillStyle = random() < 0.5 ? 'rgb(150 0 90)' : 'rgb(244 0 200)';
  c.fillRect(x + 8 + random() * (wide - 32), y + 6, 14, high - 13);
}

/** Rows of small windows, some of which are lit. */
function windows(c: CanvasRenderingContext2D, random: () => number, size: number): void {
  for (let y = 18; y < size - 8; y += 42) {
    if (random() < 0.25) continue;
    c.globalCompositeOperation = 'lighter';
    c.fillStyle = 'rgb(0 51 0)';
    c.fillRect(0, y - 3, size, 12);
    c.globalCompositeOperation = 'source-over';
    for (let x = 6; x < size - 8; x += 13) {
      // Lit ones come in runs, as rooms do.
      if (Math.sin(x * 0.037 + y * 1.9) + random() < 0.75) continue;
      c.fillStyle = `rgb(200 ${Math.floor(170 + random() * 85)} 60)`;
      c.fillRect(x, y, 8, 6);
    }
  }
}

/** Grain for rocks, in red; it repeats on all sides well enough for rocks. */
export function rockTexture(): CanvasTexture {
  const size = 128;
  const texture = paintedByPixel(size, size, (x, y, rgba, at) => {
    // Around two circles, so that opposite borders fit.
    const [a, b] = [(x / size) * 2 * Math.PI, (y / size) * 2 * Math.PI];
    const grain = clouds(Math.cos(a) * 3 + 9, Math.sin(a) * 3 + Math.cos(b) * 3, Math.sin(b) * 3 + 4, 4);
    rgba.set([90 + 190 * (grain - 0.2), 0, 20, 255], at);
  });
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.minFilter = LinearMipmapLinearFilter;
  return texture;
}

/** Four different wisps of cloud side by side, as brightness. */
export function wispTexture(): CanvasTexture {
  const size = 128;
  return paintedByPixel(size * 2, size * 2, (x, y, rgba, at) => {
    const [u, v] = [((x % size) + 0.5) / size - 0.5, ((y % size) + 0.5) / size - 0.5];
    const which = Math.floor(x / size) + 2 * Math.floor(y / size);
    const shape = clouds(u * 4.5 + which * 17, v * 4.5, which * 3.1, 4);
    const edge = Math.max(0, 1 - 2 * Math.hypot(u, v));
    const light = 255 * Math.max(0, edge ** 1.1 * (0.15 + 2.4 * Math.max(0, shape - 0.34)));
    rgba.set([light, light, light, 255], at);
  });
}
