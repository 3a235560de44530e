import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Pose, PoseTrack, turnBetween, wrapHeading } from '../../src/client/pose-track.js';

const at = (x: number, heading = 0): Pose => ({ x, y: 0, z: 0, heading });

const sample = (track: PoseTrack, time: number, streamTime = time): Pose => {
  const pose = at(0);
  track.sample(time, streamTime, pose);
  return pose;
};

describe('A pose track', () => {
  it('goes straight between two poses', () => {
    const track = new PoseTrack();
    track.push(0, at(0), 100);
    track.push(100, at(10), 100);
    expect(sample(track, 25, 100).x).toBeCloseTo(2.5);
    expect(sample(track, 100, 100).x).toBe(10);
  });

  it('turns the shorter way through north', () => {
    const track = new PoseTrack();
    track.push(0, at(0, 2 * Math.PI - 0.1), 100);
    track.push(100, at(0, 0.1), 100);
    const heading = sample(track, 50, 100).heading;
    expect(Math.min(heading, 2 * Math.PI - heading)).toBeCloseTo(0);
  });

  it('goes between poses a second apart as smoothly as between near ones', () => {
    const track = new PoseTrack();
    track.push(0, at(0), 1000);
    track.push(1000, at(500), 1000);
    const steps = [100, 200, 300].map((time) => sample(track, time, 1000).x);
    expect(steps).toEqual([50, 100, 150]);
  });

  it('carries a motion on for 150 ms when updates stay away, and then holds still', () => {
    const track = new PoseTrack();
    track.push(0, at(0), 100);
    track.push(100, at(10), 100);
    expect(sample(track, 200, 100).x).toBeCloseTo(20);
    expect(sample(track, 250, 100).x).toBeCloseTo(25);
    expect(sample(track, 900, 100).x).toBeCloseTo(25);
  });

  it('holds still at once when the stream went on without it, because then it stands', () => {
    const track = new PoseTrack();
    track.push(0, at(0), 100);
    track.push(100, at(10), 100);
    expect(sample(track, 200, 300).x).toBe(10);
  });

  it('begins to move where it stood, however long it stood there', () => {
    const track = new PoseTrack();
    track.push(0, at(0), 100);
    track.push(10_000, at(10), 100);
    expect(sample(track, 5000, 10_000).x).toBe(0);
    expect(sample(track, 9900, 10_000).x).toBe(0);
    expect(sample(track, 9950, 10_000).x).toBeCloseTo(5);
  });

  it('works off the error of having carried on over 100 ms, without a jump', () => {
    const track = new PoseTrack();
    track.push(0, at(0), 100);
    track.push(100, at(10), 100);
    expect(sample(track, 200, 100).x).toBeCloseTo(20);
    track.push(200, at(10), 100);
    expect(sample(track, 200, 200).x).toBeCloseTo(20);
    expect(sample(track, 250, 325).x).toBeCloseTo(15);
    expect(sample(track, 300, 425).x).toBeCloseTo(10);
  });

  it('ignores a pose older than the newest and replaces one of the same time', () => {
    const track = new PoseTrack();
    track.push(100, at(10), 100);
    track.push(50, at(99), 100);
    track.push(100, at(20), 100);
    expect(sample(track, 100).x).toBe(20);
  });

  it('never leaves the way between what it was told, with updates in time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e5, max: 1e5, noNaN: true }), { minLength: 2, maxLength: 20 }),
        (places) => {
          const track = new PoseTrack();
          places.forEach((x, index) => {
            track.push(index * 100, at(x), 100);
            if (index === 0) return;
            const [low, high] = [Math.min(places[index - 1]!, x), Math.max(places[index - 1]!, x)];
            for (const share of [0, 0.3, 0.9, 1]) {
              const shown = sample(track, (index - 1 + share) * 100, index * 100).x;
              expect(shown).toBeGreaterThanOrEqual(low - 1e-6);
              expect(shown).toBeLessThanOrEqual(high + 1e-6);
            }
          });
        },
      ),
    );
  });
});

describe('Directions', () => {
  it('turn by half a circle at most', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        (from, to) => {
          const turn = turnBetween(from, to);
          expect(Math.abs(turn)).toBeLessThanOrEqual(Math.PI + 1e-12);
          expect(Math.cos(from + turn)).toBeCloseTo(Math.cos(to));
        },
      ),
    );
  });

  it('wrap into one circle', () => {
    expect(wrapHeading(-Math.PI / 2)).toBeCloseTo(1.5 * Math.PI);
    expect(wrapHeading(2.5 * Math.PI)).toBeCloseTo(0.5 * Math.PI);
  });
});
