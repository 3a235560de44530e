import { describe, expect, it } from 'vitest';
import { Labels } from '../src/radar/labels.js';
import type { Projection } from '../src/radar/projection.js';

type Entry = readonly [text: string, x: number, y: number, rank: number];
interface Drawn {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly align: string;
}

const disc: Projection = { centerX: 200, centerY: 200, radius: 190, worldX: 0, worldZ: 0, range: 1000 };
const width = (text: string): number => text.length * 6;

/** Draws labels and tells which were drawn, and where. */
function draw(labels: Labels, ...entries: readonly Entry[]): Drawn[] {
  const drawn: Drawn[] = [];
  const nothing = (): undefined => undefined;
  const canvas = {
    textAlign: '',
    beginPath: nothing,
    moveTo: nothing,
    lineTo: nothing,
    stroke: nothing,
    strokeText: nothing,
    measureText: (text: string) => ({ width: width(text) }),
    fillText: (text: string, x: number, y: number) => drawn.push({ text, x, y, align: canvas.textAlign }),
  };
  labels.begin();
  entries.forEach(([text, x, y, rank], id) => labels.add(id, text, x, y, '#fff', rank));
  labels.draw(canvas as never, 'sans-serif', disc);
  return drawn;
}

function boxOf({ text, x, y, align }: Drawn) {
  const left = x - (align === 'left' ? 0 : align === 'right' ? width(text) : width(text) / 2);
  return { left, right: left + width(text), top: y - 6, bottom: y + 6 };
}

describe('Labels', () => {
  it('stand to the right above their marks', () => {
    expect(draw(new Labels(), ['Haven', 100, 100, 1])).toEqual([
      { text: 'Haven', x: 111, y: 90, align: 'left' },
    ]);
  });

  it('never stand on each other or on a mark', () => {
    const crowd = Array.from(
      { length: 30 },
      (_, index) => [`Ship ${index}`, 200 + ((index * 37) % 50), 200 + ((index * 23) % 40), 0] as const,
    );
    const drawn = draw(new Labels(), ...crowd);
    expect(drawn.length).toBeGreaterThan(3);
    const boxes = drawn.map(boxOf);
    for (const [index, box] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        const apart = box.right <= other.left || other.right <= box.left || box.bottom <= other.top;
        expect(apart || other.bottom <= box.top).toBe(true);
      }
      for (const [, x, y] of crowd) {
        expect(x > box.left && x < box.right && y > box.top && y < box.bottom).toBe(false);
      }
    }
  });

  it('are left out where there is no place, the lowest rank first', () => {
    const crowd = Array.from({ length: 30 }, (_, index) => [`Ship ${index}`, 200, 200, 0] as const);
    const drawn = draw(new Labels(), ...crowd, ['Chosen', 200, 200, 2]);
    expect(drawn.length).toBeLessThan(31);
    expect(drawn[0]!.text).toBe('Chosen');
  });

  it('stay inside the disc', () => {
    const [label] = draw(new Labels(), ['Outpost 4', 380, 200, 1]);
    expect(boxOf(label!).right).toBeLessThan(380);
  });

  it('keep their place from frame to frame while it is free', () => {
    const labels = new Labels();
    const [, before] = draw(labels, ['Haven', 100, 100, 1], ['Viper', 102, 100, 0]);
    const [, after] = draw(labels, ['Haven', 60, 60, 1], ['Viper', 102, 100, 0]);
    expect(after).toEqual(before);
  });

  it('give way to figures, which give way to marks', () => {
    const labels = new Labels();
    const nothing = (): undefined => undefined;
    const drawn: { text: string; x: number }[] = [];
    const canvas = {
      strokeText: nothing,
      measureText: (text: string) => ({ width: width(text) }),
      fillText: (text: string, x: number) => drawn.push({ text, x }),
    };
    labels.begin();
    // A mark stands on the figure's first place; its name would like the second.
    labels.add(1, 'Viper', 120, 100, '#fff', 2);
    labels.addFigure(-2000, '2.0k', 100, 100, '#999', [
      { x: 10, y: 0, align: 'left' },
      { x: 32, y: -10, align: 'left' },
    ]);
    labels.draw(canvas as never, 'sans-serif', disc);
    expect(drawn.map(({ text }) => text)).toEqual(['2.0k', 'Viper']);
    expect(drawn[0]!.x).toBe(132);
    expect(drawn[1]!.x).toBe(131);
  });
});
