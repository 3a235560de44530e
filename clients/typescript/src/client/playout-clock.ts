import { carryOnMs } from './pose-track.js';

/** Bounds of the interpolation delay, in ms. */
export interface PlayoutOptions {
  /** Delay on a steady network, and the least there is: one update interval. */
  readonly delayMs: number;
  /** Most that jitter may bring it to. */
  readonly maxDelayMs: number;
}

/** 100 ms, up to 250 ms on a network that jitters. */
export const defaultPlayout: PlayoutOptions = { delayMs: 100, maxDelayMs: 250 };

const windowMs = 5000;
/** An error of the clock beyond this is not worked off but shown at once. */
const snapMs = 500;
/** How long it would take to work off an error of the clock, were there no bounds on how fast. */
const correctionMs = 1000;
const mostSlower = 0.1;
const mostFaster = 0.25;
/** When the stream stays away: with these two, 150 ms of carrying on last for 300 ms. */
const stalledRate = 0.42;
const stallsWithinMs = 40;

/**
 * The clock on which the world is shown: it runs behind the stream of updates by the interpolation delay.
 *
 * The stream itself sets it. The fastest update of the last five seconds says how far the server's clock is away, latency included; how
 * much later the others come is jitter, and the delay grows with it within bounds. So the next update is there before it is needed, unless it
 * is later than any lately.
 *
 * Nothing on the screen jumps: errors are worked off by running up to a tenth slower or a quarter faster than real time, unless they exceed
 * half a second. When the clock reaches the newest update and goes beyond it, it slows down within 40 ms to 42 % of real time, so that a
 * stall of 300 ms is bridged in motion; 150 ms beyond the newest update it holds still.
 */
export class PlayoutClock {
  readonly #options: PlayoutOptions;
  /** Arrival minus server time, with the arrival. */
  readonly #transits: { at: number; transit: number }[] = [];
  #fastest = 0;
  #lateness = 0;
  #newest = 0;
  #shown: number | undefined;
  #lastNow = 0;

  constructor(options: PlayoutOptions = defaultPlayout) {
    this.#options = options;
  }

  /** Interpolation delay now, in ms. */
  get delay(): number {
    return Math.min(this.#options.maxDelayMs, this.#options.delayMs + this.#lateness);
  }

  /** How late updates come in comparison with the fastest, in ms: rises at once, decays slowly. */
  get lateness(): number {
    return this.#lateness;
  }

  /**
   * An update came.
   * @param serverTime - Its time, in ms.
   * @param now - Client clock, in ms.
   */
  update(serverTime: number, now: number): void {
    const transit = now - serverTime;
    this.#transits.push({ at: now, transit });
    while (this.#transits.length > 1 && now - this.#transits[0]!.at > windowMs) this.#transits.shift();
    let fastest = Infinity;
    for (const entry of this.#transits) fastest = Math.min(fastest, entry.transit);
    this.#fastest = fastest;
    this.#newest = serverTime;
    const late = transit - fastest;
    this.#lateness = late > this.#lateness ? late : this.#lateness + (late - this.#lateness) / 64;
  }

  /** Server time to show at `now` (client clock, ms). Never runs backwards, but for a restart. */
  time(now: number): number {
    if (this.#transits.length === 0) return 0;
    const passed = Math.max(0, now - this.#lastNow);
    this.#lastNow = now;
    const end = this.#newest + carryOnMs;
    const wanted = Math.min(now - this.#fastest - this.delay, end);
    const shown = this.#shown;
    if (shown === undefined || Math.abs(wanted - shown - passed) > snapMs) return (this.#shown = wanted);
    const behind = wanted - shown - passed;
    const beyond = shown - this.#newest;
    let rate = 1 + Math.max(-mostSlower, Math.min(mostFaster, behind / correctionMs));
    if (beyond > 0)
      rate = Math.min(rate, Math.max(stalledRate, 1 - (beyond * (1 - stalledRate)) / stallsWithinMs));
    return (this.#shown = Math.max(shown, Math.min(end, shown + passed * rate)));
  }

  /** Starts anew, as after a lost connection. */
  reset(): void {
    this.#transits.length = 0;
    this.#lateness = 0;
    this.#shown = undefined;
  }
}
