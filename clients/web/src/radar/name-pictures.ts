import { Recent } from './recent.js';

/** Room around the letters, for their dark rim. */
const rim = 3;
const height = 18;
/** Names come and go with their ships, and colours with what is known of them; ten seconds, if the screen keeps up. */
export const keptFrames = 600;

/** Writes a name with a dark rim, so that it can be read on anything. */
export function writeName(
  c: CanvasRenderingContext2D,
  text: string,
  color: string,
  left: number,
  middle: number,
): void {
  c.textAlign = 'left';
  c.strokeStyle = 'rgb(5 9 14 / 0.75)';
  c.lineWidth = rim;
  c.strokeText(text, left, middle);
  c.fillStyle = color;
  c.fillText(text, left, middle);
}

/** Names as pictures: rimmed letters cost more than all else on a radar, so each is written once. */
export class NamePictures {
  readonly #pictures = new Recent<HTMLCanvasElement>(keptFrames);

  /** Begins a new frame. */
  begin(): void {
    this.#pictures.turn();
  }

  /**
   * Draws a name, on whole pixels so that it stays sharp.
   * @param width - Of the letters, in CSS pixels.
   * @param scale - How many pixels of the canvas a CSS pixel has.
   */
  draw(
    c: CanvasRenderingContext2D,
    font: string,
    text: string,
    color: string,
    left: number,
    middle: number,
    width: number,
    scale: number,
  ): void {
    const key = `${text} ${color} ${scale}`;
    let picture = this.#pictures.get(key);
    if (!picture) this.#pictures.set(key, (picture = paint(font, text, color, width, scale)));
    const snap = (at: number): number => Math.round(at * scale) / scale;
    c.drawImage(
      picture,
      snap(left - rim),
      snap(middle - height / 2),
      picture.width / scale,
      picture.height / scale,
    );
  }
}

function paint(font: string, text: string, color: string, width: number, scale: number): HTMLCanvasElement {
  const picture = document.createElement('canvas');
  picture.width = Math.ceil((width + 2 * rim) * scale);
  picture.height = Math.ceil(height * scale);
  const c = picture.getContext('2d')!;
  c.setTransform(scale, 0, 0, scale, 0, 0);
  c.font = font;
  c.textBaseline = 'middle';
  c.lineJoin = 'round';
  writeName(c, text, color, rim, height / 2);
  return picture;
}
