import { describe, expect, it } from 'vitest';
import { ScanWatch } from '../src/model/scan-watch.js';

/** Runs ticks with what is scanned in each; returns what was told, with its tick. */
function run(watch: ScanWatch, from: number, count: number, scanId: number): [number, string][] {
  const told: [number, string][] = [];
  for (let tick = from; tick < from + count; tick++) {
    const name = watch.advance(tick, scanId, scanId === 0 ? undefined : `Raider ${scanId}`);
    if (name !== undefined) told.push([tick, name]);
  }
  return told;
}

describe('A scan', () => {
  it('that stops by itself is told once, a second later', () => {
    const watch = new ScanWatch();
    expect(run(watch, 10, 30, 7)).toEqual([]);
    expect(run(watch, 40, 100, 0)).toEqual([[60, 'Raider 7']]);
  });

  it.each(['before', 'after'])('that is done is not told, if the word comes %s it stops', (when) => {
    const watch = new ScanWatch();
    run(watch, 10, 30, 7);
    if (when === 'before') watch.done(7);
    expect(run(watch, 40, 3, 0)).toEqual([]);
    if (when === 'after') watch.done(7);
    expect(run(watch, 43, 100, 0)).toEqual([]);
  });

  it('that is stopped by order is not told, though the ship goes on for a moment; the next one is', () => {
    const watch = new ScanWatch();
    run(watch, 10, 30, 7);
    watch.stop();
    expect(run(watch, 40, 4, 7)).toEqual([]);
    expect(run(watch, 44, 100, 0)).toEqual([]);
    run(watch, 144, 10, 7);
    expect(run(watch, 154, 100, 0)).toEqual([[174, 'Raider 7']]);
  });

  it('that gives way to another one is not told', () => {
    const watch = new ScanWatch();
    run(watch, 10, 30, 7);
    expect(run(watch, 40, 100, 8)).toEqual([]);
  });

  it('that a lost connection has kept from being followed is not told', () => {
    const watch = new ScanWatch();
    run(watch, 10, 30, 7);
    watch.forget();
    expect(run(watch, 400, 100, 0)).toEqual([]);
  });

  it('of the game before is not told', () => {
    const watch = new ScanWatch();
    run(watch, 5000, 30, 7);
    expect(run(watch, 1, 100, 0)).toEqual([]);
  });
});
