import { Faction } from '@artemis/client/protocol';
import { describe, expect, it } from 'vitest';
import { placeTags, type Tag, tagSize, tagStrength } from '../src/viewscreen/name-tags.js';

const tag = (id: number, x: number, top: number, away = 1000, marked = false): Tag => ({
  id,
  name: `Ship ${id}`,
  detail: '1.0k',
  side: Faction.Friendly,
  isBase: false,
  color: '#fff',
  x,
  top,
  away,
  marked,
});
const place = (...tags: Tag[]) => placeTags(tags, 800, () => 60);

describe('Names on the viewscreen', () => {
  it('stand above the ship as it is drawn, in its middle', () => {
    const [only] = place(tag(1, 400, 300));
    expect(only!.middle).toBeLessThan(300);
    expect(only!.left + only!.width / 2).toBeCloseTo(400);
    expect(only!.raised).toBe(false);
  });

  it('never stand on one another, and the first ones choose first', () => {
    const crowd = Array.from({ length: 40 }, (_, i) => tag(i, 300 + ((i * 37) % 120), 250 + ((i * 23) % 50)));
    const places = place(...crowd);
    expect(places[0]!.tag.id).toBe(0);
    expect(places.length).toBeGreaterThan(5);
    expect(places.length).toBeLessThan(crowd.length);
    for (const [i, a] of places.entries()) {
      for (const b of places.slice(i + 1)) {
        const beside = a.left + a.width <= b.left || b.left + b.width <= a.left;
        expect(beside || Math.abs(a.middle - b.middle) >= (a.size + b.size) / 2).toBe(true);
      }
    }
  });

  it('give way upwards from a nearer one', () => {
    const [near, far] = place(tag(1, 400, 300), tag(2, 410, 302));
    expect(far!.middle).toBeLessThan(near!.middle);
    expect(far!.raised).toBe(true);
  });

  it('stay within the picture', () => {
    const [left, right, high] = place(tag(1, 2, 300), tag(2, 799, 300), tag(3, 400, -50));
    expect(left!.left).toBeGreaterThanOrEqual(0);
    expect(right!.left + right!.width).toBeLessThanOrEqual(800);
    expect(high!.middle).toBeGreaterThan(0);
  });

  it('are smaller and dimmer for what is far, but not for what is aimed at', () => {
    const [near, far, target] = [tag(1, 0, 0, 300), tag(2, 0, 0, 9000), tag(3, 0, 0, 9000, true)];
    expect(tagSize(far)).toBeLessThan(tagSize(near));
    expect(tagStrength(far)).toBeLessThan(tagStrength(near));
    expect(tagSize(target)).toBe(tagSize(near));
    expect(tagStrength(target)).toBe(tagStrength(near));
  });
});
