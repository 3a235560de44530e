/**
 * A canvas that shows a picture painted elsewhere. Without a graphics card a browser copies each canvas that was painted on whenever
 * anything on the page changes; a picture that is only shown it copies once.
 */
export class Picture {
  readonly canvas: HTMLCanvasElement;
  readonly #shown: ImageBitmapRenderingContext;

  constructor(canvas: HTMLCanvasElement) {
    this.canvas = canvas;
    this.#shown = canvas.getContext('bitmaprenderer')!;
  }

  /**
   * Shows another picture.
   * @param width - In CSS pixels, as is the height.
   * @param scale - How many pixels of the picture a CSS pixel has.
   * @param draw - Paints it, in CSS pixels.
   */
  paint(
    width: number,
    height: number,
    scale: number,
    draw: (c: OffscreenCanvasRenderingContext2D) => void,
  ): void {
    const sheet = new OffscreenCanvas(
      Math.max(1, Math.round(width * scale)),
      Math.max(1, Math.round(height * scale)),
    );
    const c = sheet.getContext('2d')!;
    c.setTransform(scale, 0, 0, scale, 0, 0);
    draw(c);
    this.#shown.transferFromImageBitmap(sheet.transferToImageBitmap());
  }
}
