import { describe, expect, it } from 'vitest';
import { Labels } from '../src/radar/labels.js';

/** Draws labels and tells which were drawn, and where. */
function draw(...entries: readonly (readonly [text: string, x: number, y: number, rank: number])[]) {
  const drawn: { text: string; x: number; y: number; align: string }[] = [];
  const canvas = {
    textAlign: '',
    strokeText: () => undefined,
    fillText: (text: string, x: number, y: number) => drawn.push({ text, x, y, align: canvas.textAlign }),
  };
  const labels = new Labels();
  labels.begin();
  for (const [text, x, y, rank] of entries) labels.add(text, x, y, '#fff', rank);
  labels.draw(canvas as never, 'sans-serif');
  return drawn;
}

describe('Labels', () => {
  it('stand to the right above their marks', () => {
    expect(draw(['Haven', 100, 100, 1])).toEqual([{ text: 'Haven', x: 111, y: 90, align: 'left' }]);
  });

  it('give way to each other', () => {
    const [first, second] = draw(['Haven', 100, 100, 1], ['Viper', 102, 100, 0]);
    expect(first).toMatchObject({ text: 'Haven', y: 90 });
    expect(second).toMatchObject({ text: 'Viper', y: 111 });
  });

  it('are left out where there is no place, the lowest rank first', () => {
    const crowd = Array.from({ length: 9 }, (_, index) => [`Ship ${index}`, 100, 100, 0] as const);
    const drawn = draw(...crowd, ['Chosen', 100, 100, 2]);
    expect(drawn).toHaveLength(4);
    expect(drawn[0]!.text).toBe('Chosen');
  });
});
