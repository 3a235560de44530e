interface Label {
  text: string;
  x: number;
  y: number;
  color: string;
  rank: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const height = 13;
const letter = 6;

/** Where a label may stand, from its mark: to the right above and below, then to the left. */
const places = [
  { side: 1, y: -10 },
  { side: 1, y: 11 },
  { side: -1, y: -10 },
  { side: -1, y: 11 },
] as const;

/**
 * Names beside marks. One that finds no free place is left out, so that a crowd stays readable; those of higher rank choose first.
 *
 * Keeps its entries from frame to frame, so that drawing makes no garbage.
 */
export class Labels {
  readonly #labels: Label[] = [];
  readonly #boxes: Box[] = [];
  #count = 0;
  #placed = 0;

  /** Begins a new frame. */
  begin(): void {
    this.#count = this.#placed = 0;
  }

  /** Asks for a label. */
  add(text: string, x: number, y: number, color: string, rank: number): void {
    if (!text) return;
    const label = (this.#labels[this.#count++] ??= { text, x, y, color, rank });
    label.text = text;
    label.x = x;
    label.y = y;
    label.color = color;
    label.rank = rank;
  }

  /** Draws what finds a place. */
  draw(c: CanvasRenderingContext2D, font: string): void {
    c.font = `500 11px ${font}`;
    c.textBaseline = 'middle';
    c.lineWidth = 3;
    c.lineJoin = 'round';
    c.strokeStyle = 'rgb(5 9 14 / 0.75)';
    for (let rank = 2; rank >= 0; rank--) {
      for (let i = 0; i < this.#count; i++) {
        const label = this.#labels[i]!;
        if (label.rank === rank) this.#place(c, label);
      }
    }
  }

  #place(c: CanvasRenderingContext2D, { text, x, y, color }: Label): void {
    const width = text.length * letter;
    const box = (this.#boxes[this.#placed] ??= { left: 0, top: 0, right: 0, bottom: 0 });
    for (const place of places) {
      const edge = x + place.side * 11;
      box.left = place.side > 0 ? edge : edge - width;
      box.right = box.left + width;
      box.top = y + place.y - height / 2;
      box.bottom = box.top + height;
      if (!this.#isFree(box)) continue;
      this.#placed++;
      c.textAlign = place.side > 0 ? 'left' : 'right';
      c.fillStyle = color;
      c.strokeText(text, edge, y + place.y);
      c.fillText(text, edge, y + place.y);
      return;
    }
  }

  #isFree(box: Box): boolean {
    for (let i = 0; i < this.#placed; i++) {
      const other = this.#boxes[i]!;
      if (
        box.left < other.right &&
        other.left < box.right &&
        box.top < other.bottom &&
        other.top < box.bottom
      ) {
        return false;
      }
    }
    return true;
  }
}
