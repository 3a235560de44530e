import { describe, expect, it } from 'vitest';
import { Recent } from '../src/radar/recent.js';

describe('Values kept while they are asked for', () => {
  it('stay as long as they are', () => {
    const kept = new Recent<string[]>(10);
    const first = ['made'];
    kept.set('a', first);
    for (let turn = 0; turn < 1000; turn++) {
      kept.turn();
      expect(kept.get('a')).toBe(first);
    }
    expect(kept.size).toBe(1);
  });

  it('are let go when nobody asks', () => {
    const kept = new Recent<number>(10);
    kept.set('a', 1);
    for (let turn = 0; turn < 9; turn++) kept.turn();
    expect(kept.get('a')).toBe(1);
    for (let turn = 0; turn < 20; turn++) kept.turn();
    expect(kept.get('a')).toBeUndefined();
    expect(kept.size).toBe(0);
  });

  it('are as few as are asked for, however many there were', () => {
    const kept = new Recent<number>(10);
    for (let turn = 0; turn < 5000; turn++) {
      kept.turn();
      for (let name = 0; name < 5; name++) {
        const key = `ship ${Math.floor(turn / 100) + name}`;
        if (kept.get(key) === undefined) kept.set(key, turn);
      }
    }
    expect(kept.size).toBeLessThanOrEqual(10);
  });
});
