/** Does an operation a number of times and gives back something that depends on it, so that V8 cannot drop the work. */
export type Loop = (count: number) => number;

const ROUNDS = 80;
const ROUND_MS = 3;
const WARM_UP_MS = 200;
const ALLOCATION_ROUNDS = 15;
const ALLOCATION_COUNT = 500;

/** Swallows what loops return. */
let sink = 0;

/**
 * Times operations given as loops, in nanoseconds: warms each up until V8 has optimized it, finds how many operations fill a short round, and
 * runs all in turn, round by round, so that whatever else the machine does meets all of them alike. Of each, the fastest tenth of its rounds
 * tells: what makes a round slower than others is not the operation.
 */
export function measure(loops: Loop[]): number[] {
  loops.forEach(warmUp);
  const counts = loops.map(calibrate);
  const rounds: number[][] = loops.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    loops.forEach((loop, i) => rounds[i]!.push((time(loop, counts[i]!) * 1e6) / counts[i]!));
  }
  return rounds.map((times) => quantile(times, 0.1));
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
 * The bytes that one operation allocates: growth of the heap over a run too short for a collection; what the measuring itself takes is measured by an empty run. Needs
 * `--expose-gc`.
 */
export function allocated(loop: Loop): number {
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
