import { CanvasTexture } from 'three';

/** A soft round glow, drawn here so that no image has to be loaded. */
export function glowTexture(): CanvasTexture {
  const size = 128;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const context = canvas.getContext('2d')!;
  const glow = context.createRadialGradient(size / 2, size / 2, 0, size / 2, size / 2, size / 2);
  glow.addColorStop(0, 'rgb(255 255 255 / 1)');
  glow.addColorStop(0.25, 'rgb(255 255 255 / 0.5)');
  glow.addColorStop(0.6, 'rgb(255 255 255 / 0.12)');
  glow.addColorStop(1, 'rgb(255 255 255 / 0)');
  context.fillStyle = glow;
  context.fillRect(0, 0, size, size);
  return new CanvasTexture(canvas);
}
