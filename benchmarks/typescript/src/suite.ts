import { allocated as allocatedBy, measure, type Loop } from './stopclock.js';

/** What one benchmark came to; the shape of the report for programs. */
export interface Result {
  language: 'typescript';
  name: string;
  /** Time of one operation in nanoseconds. */
  ns: number;
  /** Size of what is encoded or decoded; 0 where that means nothing. */
  bytes: number;
  /** Bytes allocated by one operation. */
  allocated: number;
  /** The same operation by other libraries, in nanoseconds. */
  peers: Record<string, number>;
}

/** Runs benchmarks one after another, says so, and collects what they came to. */
export class Suite {
  readonly results: Result[] = [];

  /**
   * @param name - Name in the report.
   * @param bytes - Size of what is encoded or decoded; 0 where that means nothing.
   * @param loop - Does the operation a number of times.
   * @param peers - The same by other libraries.
   */
  run(name: string, bytes: number, loop: Loop, peers: Record<string, Loop> = {}): void {
    const [ns = 0, ...times] = measure([loop, ...Object.values(peers)]);
    const allocated = allocatedBy(loop);
    const others = Object.fromEntries(Object.keys(peers).map((peer, i) => [peer, round(times[i] ?? 0)]));
    this.results.push({ language: 'typescript', name, ns: round(ns), bytes, allocated, peers: others });

    const beside = Object.entries(others).map(([peer, time]) => `  ${peer} ${(time / ns).toFixed(1)}x`);
    console.log(
      `  typescript  ${name.padEnd(34)} ${ns.toFixed(1).padStart(9)} ns ${String(allocated).padStart(6)} B${beside.join('')}`,
    );
  }
}

function round(ns: number): number {
  return Math.round(ns * 100) / 100;
}
