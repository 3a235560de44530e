/** Does an operation a number of times and gives back something that depends on it, so that V8 cannot drop the work. */
export type Loop = (count: number) => number;

const ROUNDS = 60;
const ROUND_MS = 6;
const WARM_UP_MS = 250;
const ALLOCATION_ROUNDS = 15;
const ALLOCATION_COUNT = 500;

/** Swallows what loops return. */
let sink = 0;

/** Time of one operation in nanoseconds, and the bytes that it allocates. */
export interface Measurement {
  ns: number;
  allocated: number;
}

/**
 * Times an operation given as a loop: warms up until V8 has optimized it, finds how many operations fill a short round, and takes the
 * lower quartile of many rounds. What makes a round slower than others is what else the machine does, not the operation.
 */
export function measure(loop: Loop): Measurement {
  warmUp(loop);
  const count = calibrate(loop);
  const rounds = Array.from({ length: ROUNDS }, () => (time(loop, count) * 1e6) / count);
  return { ns: quantile(rounds, 0.25), allocated: allocated(loop) };
}

function warmUp(loop: Loop): void {
  const end = performance.now() + WARM_UP_MS;
  while (performance.now() < end) sink += loop(100);
}

function calibrate(loop: Loop): number {
  for (let count = 100; ; count *= 2) {
    const elapsed = time(loop, count);
    if (elapsed >= ROUND_MS / 2) return Math.max(1, Math.round((count * ROUND_MS) / elapsed));
  }
}

function time(loop: Loop, count: number): number {
  const start = performance.now();
  sink += loop(count);
  return performance.now() - start;
}

/**
 * Growth of the heap over a run too short for a collection; what the measuring itself takes is measured by an empty run. Needs
 * `--expose-gc`.
 */
function allocated(loop: Loop): number {
  const growth = (run: Loop): number => {
    const sizes = Array.from({ length: ALLOCATION_ROUNDS }, () => {
      globalThis.gc?.();
      const before = process.memoryUsage().heapUsed;
      sink += run(ALLOCATION_COUNT);
      return process.memoryUsage().heapUsed - before;
    });
    return quantile(sizes, 0.5);
  };
  return Math.max(0, Math.round((growth(loop) - growth((count) => count)) / ALLOCATION_COUNT));
}

function quantile(values: number[], share: number): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

/** Whatever all loops came to; printing it is what keeps them honest. */
export function consumed(): number {
  return sink;
}
