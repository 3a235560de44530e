/** Bounds of the interpolation delay, in ms. */
export interface PlayoutOptions {
  /** Delay on a steady network, and the least there is: one update interval. */
  readonly delayMs: number;
  /** Most that jitter may add up to. */
  readonly maxDelayMs: number;
}

/** 100 ms, up to 250 ms on a network that jitters. */
export const defaultPlayout: PlayoutOptions = { delayMs: 100, maxDelayMs: 250 };

const windowMs = 5000;
const snapMs = 500;

/**
 * The clock on which the world is shown: it runs behind the stream of updates by the interpolation delay.
 *
 * The stream itself sets it. The fastest update of the last five seconds says how far the server's clock is away, latency
 * included; how much later the others come is jitter, and the delay grows with it within bounds. Corrections are slewed
 * by at most a tenth of real time, so that nothing on the screen jumps, unless they exceed half a second.
 */
export class PlayoutClock {
  readonly #options: PlayoutOptions;
  /** Arrival minus server time, with the arrival. */
  readonly #transits: { at: number; transit: number }[] = [];
  #base = 0;
  #late = 0;
  #offset: number | undefined;
  #lastNow = 0;
  #lastTime = -Infinity;

  constructor(options: PlayoutOptions = defaultPlayout) {
    this.#options = options;
  }

  /** Interpolation delay now, in ms. */
  get delay(): number {
    const { delayMs, maxDelayMs } = this.#options;
    // A lateness of up to half an interval is within what extrapolation bridges unseen.
    return Math.min(maxDelayMs, Math.max(delayMs, delayMs + this.#late - delayMs / 2));
  }

  /** How late the latest updates came in comparison with the fastest, in ms; the worst of the last five seconds decays slowly. */
  get lateness(): number {
    return this.#late;
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
    let base = Infinity;
    for (const entry of this.#transits) base = Math.min(base, entry.transit);
    this.#base = base;
    const late = transit - base;
    this.#late = late > this.#late ? late : this.#late + (late - this.#late) / 64;
  }

  /** Server time to show at `now` (client clock, ms). Never runs backwards, but for a restart. */
  time(now: number): number {
    if (this.#transits.length === 0) return 0;
    const wanted = -this.#base - this.delay;
    if (this.#offset === undefined || Math.abs(wanted - this.#offset) > snapMs) this.#offset = wanted;
    else {
      const most = Math.max(0, now - this.#lastNow) * 0.1;
      this.#offset += Math.max(-most, Math.min(most, wanted - this.#offset));
    }
    this.#lastNow = now;
    const time = now + this.#offset;
    this.#lastTime = Math.abs(time - this.#lastTime) > snapMs ? time : Math.max(time, this.#lastTime);
    return this.#lastTime;
  }

  /** Starts anew, as after a lost connection. */
  reset(): void {
    this.#transits.length = 0;
    this.#late = 0;
    this.#offset = undefined;
    this.#lastTime = -Infinity;
  }
}
