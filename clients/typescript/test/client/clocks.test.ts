import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlayoutClock } from '../../src/client/playout-clock.js';
import { ClockSync } from '../../src/client/clock-sync.js';

describe('Time sync', () => {
  it('takes the offset of the shortest round trip', () => {
    const sync = new ClockSync();
    sync.answer(0, 5100, 200);
    sync.answer(1000, 6010, 1020);
    sync.answer(2000, 7200, 2300);
    expect(sync.offset).toBe(5000);
  });

  it('is wrong by no more than half of the shortest round trip', () => {
    const legs = fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(legs, fc.integer({ min: -1e6, max: 1e6 }), (trips, offset) => {
        const sync = new ClockSync();
        trips.forEach(([out, back], index) => {
          const sent = index * 1000;
          sync.answer(sent, sent + out + offset, sent + out + back);
        });
        const shortest = Math.min(...trips.map(([out, back]) => out + back));
        expect(Math.abs(sync.offset - offset)).toBeLessThanOrEqual(shortest / 2);
      }),
    );
  });

  it('ignores answers from before their question, and nonsense', () => {
    const sync = new ClockSync();
    sync.answer(100, 5, 50);
    sync.answer(0, Number.NaN, 10);
    expect(sync.isSynced).toBe(false);
  });
});

describe('The playout clock', () => {
  const steady = (
    clock: PlayoutClock,
    from: number,
    to: number,
    latency: (time: number) => number,
  ): number[] => {
    const shown: number[] = [];
    const arrivals: { time: number; at: number }[] = [];
    for (let time = from; time <= to; time += 100) arrivals.push({ time, at: time + latency(time) });
    for (let now = from; now <= to; now += 10) {
      for (const entry of arrivals) if (entry.at > now - 10 && entry.at <= now) clock.update(entry.time, now);
      shown.push(clock.time(now));
    }
    return shown;
  };

  it('runs one interval behind the stream on a steady network', () => {
    const clock = new PlayoutClock();
    const shown = steady(clock, 0, 3000, () => 40);
    expect(clock.delay).toBe(100);
    expect(shown.at(-1)).toBeCloseTo(3000 - 40 - 100, 5);
  });

  it('lies farther behind on a network that jitters, but never beyond its bound', () => {
    const clock = new PlayoutClock();
    steady(clock, 0, 6000, (time) => 40 + ((time / 100) % 3) * 60);
    expect(clock.delay).toBeGreaterThan(130);
    expect(clock.delay).toBeLessThanOrEqual(250);
  });

  it('never runs backwards, slower than 42 % or faster than 125 % of real time while latency wanders', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 20, max: 180 }), { minLength: 61, maxLength: 61 }),
        (latencies) => {
          const clock = new PlayoutClock();
          const shown = steady(clock, 0, 6000, (time) => latencies[time / 100]!).slice(25);
          const steps = shown.slice(1).map((time, index) => time - shown[index]!);
          expect(Math.min(...steps)).toBeGreaterThanOrEqual(4.2 - 1e-6);
          expect(Math.max(...steps)).toBeLessThanOrEqual(12.5 + 1e-6);
        },
      ),
    );
  });

  it('slows down while the stream stalls, and holds still 150 ms beyond the newest update', () => {
    const clock = new PlayoutClock();
    steady(clock, 0, 3000, () => 40);
    // The update of 3000 ms would have come at 3040; the one before lasts until then.
    const shown: number[] = [];
    for (let now = 3010; now <= 3600; now += 10) shown.push(clock.time(now));
    const steps = shown.slice(1).map((time, index) => time - shown[index]!);
    const until = (now: number): number[] => steps.slice(0, (now - 3010) / 10);
    expect(Math.min(...until(3040 + 300))).toBeGreaterThanOrEqual(4.2 - 1e-6);
    expect(steps.at(-1)).toBe(0);
    expect(shown.at(-1)).toBe(2900 + 150);
  });

  it('catches up by a quarter at most', () => {
    const clock = new PlayoutClock();
    steady(clock, 0, 3000, () => 40);
    for (let now = 3010; now <= 3600; now += 10) clock.time(now);
    const shown = steady(clock, 3600, 12_000, () => 40);
    const steps = shown.slice(1).map((time, index) => time - shown[index]!);
    expect(Math.max(...steps)).toBeLessThanOrEqual(12.5 + 1e-6);
    expect(shown.at(-1)).toBeCloseTo(12_000 - 40 - clock.delay, 0);
  });
});
