import { keptFrames, NamePictures, writeName } from './name-pictures.js';
import type { Projection } from './projection.js';
import { Recent } from './recent.js';

interface Label {
  id: number;
  text: string;
  x: number;
  y: number;
  width: number;
  color: string;
  rank: number;
  places: readonly Place[];
}

/** Where a text may stand from a point: where its edge is, in CSS pixels, and which edge that is. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'center' | 'right';
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const height = 13;
const fontSize = 11;
/** Room that a mark takes around its middle. */
const markRoom = 8;
/** From here on, a line leads from the mark to its name. */
const firstWithLine = 6;
const figureRank = 3;

/** Where a name may stand from its mark; what comes first is tried first. */
const besideMark: readonly Place[] = [
  { x: 11, y: -10, align: 'left' },
  { x: 11, y: 11, align: 'left' },
  { x: -11, y: -10, align: 'right' },
  { x: -11, y: 11, align: 'right' },
  { x: 0, y: -19, align: 'center' },
  { x: 0, y: 19, align: 'center' },
  { x: 26, y: -28, align: 'left' },
  { x: 26, y: 28, align: 'left' },
  { x: -26, y: -28, align: 'right' },
  { x: -26, y: 28, align: 'right' },
  { x: 40, y: -46, align: 'left' },
  { x: 40, y: 46, align: 'left' },
  { x: -40, y: -46, align: 'right' },
  { x: -40, y: 46, align: 'right' },
];

/**
 * Names beside marks. None stands on another one or on a mark; one that finds no free place is left out, so that a crowd stays
 * readable. Those of higher rank choose first, and who had a place keeps it while it is free, so that names do not jump.
 *
 * Keeps its entries from frame to frame, so that drawing makes no garbage, and names as pictures, which cost far less than letters.
 */
export class Labels {
  readonly #labels: Label[] = [];
  readonly #boxes: Box[] = [];
  readonly #widths = new Recent<number>(keptFrames);
  /** The place that each object's name had in the last frame. */
  #placeOf = new Map<number, number>();
  #placeBefore = new Map<number, number>();
  readonly #pictures = new NamePictures();
  #count = 0;
  #taken = 0;
  #scale = 0;
  #font = '';

  /**
   * Begins a new frame.
   * @param scale - How many pixels of the canvas a CSS pixel has; 0 writes letters, for texts that change all the time.
   */
  begin(scale = 0): void {
    this.#count = this.#taken = 0;
    this.#scale = scale;
    this.#widths.turn();
    this.#pictures.begin();
  }

  /** Keeps names away from a place that something else is drawn at. */
  block(x: number, y: number, room = markRoom): void {
    this.#take(x - room, y - room, x + room, y + room);
  }

  /** Asks for a name beside a mark. */
  add(id: number, text: string, x: number, y: number, color: string, rank: number): void {
    this.block(x, y);
    if (text) this.#want(id, text, x, y, color, rank, besideMark);
  }

  /** Asks for a figure at the first of its own places that is free; figures choose before all names. */
  addFigure(id: number, text: string, x: number, y: number, color: string, places: readonly Place[]): void {
    this.#want(id, text, x, y, color, figureRank, places);
  }

  #want(
    id: number,
    text: string,
    x: number,
    y: number,
    color: string,
    rank: number,
    places: readonly Place[],
  ): void {
    const label = (this.#labels[this.#count++] ??= { id, text, x, y, width: 0, color, rank, places });
    label.id = id;
    label.text = text;
    label.x = x;
    label.y = y;
    label.color = color;
    label.rank = rank;
    label.places = places;
  }

  /** Draws what finds a place; if there is a disc, what is of the lowest rank only within it. */
  draw(c: CanvasRenderingContext2D, font: string, disc?: Projection): void {
    this.#font = `500 ${fontSize}px ${font}`;
    // To set a canvas's typeface asks the page for its styles; who shows pictures only needs none.
    if (this.#scale === 0) c.font = this.#font;
    c.textBaseline = 'middle';
    c.lineJoin = 'round';
    [this.#placeOf, this.#placeBefore] = [this.#placeBefore, this.#placeOf];
    this.#placeOf.clear();
    for (let i = 0; i < this.#count; i++) this.#labels[i]!.width = this.#measure(c, this.#labels[i]!.text);
    for (let rank = figureRank; rank >= 0; rank--) {
      for (let i = 0; i < this.#count; i++) {
        const label = this.#labels[i]!;
        if (label.rank !== rank) continue;
        const place = this.#choose(label, disc);
        if (place >= 0) this.#write(c, label, place);
      }
    }
  }

  #choose(label: Label, disc: Projection | undefined): number {
    const { places } = label;
    const before = this.#placeBefore.get(label.id);
    if (before !== undefined && this.#fits(label, before, disc)) return before;
    for (let place = 0; place < places.length; place++) if (this.#fits(label, place, disc)) return place;
    if (label.rank === 0 || !disc) return -1;
    for (let place = 0; place < places.length; place++) if (this.#fits(label, place, undefined)) return place;
    return -1;
  }

  #fits({ x, y, width, places }: Label, index: number, disc: Projection | undefined): boolean {
    const place = places[index]!;
    const left = x + place.x - (place.align === 'left' ? 0 : place.align === 'right' ? width : width / 2);
    const right = left + width;
    const top = y + place.y - height / 2;
    const bottom = top + height;
    if (disc) {
      const across = Math.max(Math.abs(left - disc.centerX), Math.abs(right - disc.centerX));
      const down = Math.max(Math.abs(top - disc.centerY), Math.abs(bottom - disc.centerY));
      if (across * across + down * down > disc.radius * disc.radius) return false;
    }
    for (let i = 0; i < this.#taken; i++) {
      const other = this.#boxes[i]!;
      if (left < other.right && other.left < right && top < other.bottom && other.top < bottom) return false;
    }
    return true;
  }

  #write(c: CanvasRenderingContext2D, label: Label, index: number): void {
    const { id, text, x, y, width, color, places } = label;
    const place = places[index]!;
    const edge = x + place.x;
    const middle = y + place.y;
    const left = edge - (place.align === 'left' ? 0 : place.align === 'right' ? width : width / 2);
    this.#take(left, middle - height / 2, left + width, middle + height / 2);
    this.#placeOf.set(id, index);
    if (index >= firstWithLine) {
      c.strokeStyle = color;
      c.globalAlpha = 0.55;
      c.lineWidth = 1;
      c.beginPath();
      c.moveTo(x + place.x * 0.3, y + place.y * 0.3);
      c.lineTo(edge - Math.sign(place.x) * 2, middle);
      c.stroke();
      c.globalAlpha = 1;
    }
    if (this.#scale > 0) this.#pictures.draw(c, this.#font, text, color, left, middle, width, this.#scale);
    else writeName(c, text, color, left, middle);
  }

  #take(left: number, top: number, right: number, bottom: number): void {
    const box = (this.#boxes[this.#taken++] ??= { left, top, right, bottom });
    box.left = left;
    box.top = top;
    box.right = right;
    box.bottom = bottom;
  }

  #measure(c: CanvasRenderingContext2D, text: string): number {
    let width = this.#widths.get(text);
    if (width === undefined) {
      c.font = this.#font;
      width = c.measureText(text).width + 2;
      this.#widths.set(text, width);
    }
    return width;
  }
}
