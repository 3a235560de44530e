const windowSize = 12;

/**
 * Finds the offset between two clocks from exchanged stamps.
 *
 * Each answer gives a round trip and an offset that is wrong by at most half of it, so the estimate is that of the shortest
 * round trip among the last twelve. Pure: the caller owns clock and network.
 */
export class ClockSync {
  readonly #samples: { roundTrip: number; offset: number }[] = [];
  #lastRoundTrip = 0;
  #smoothedRoundTrip = 0;
  #jitter = 0;

  /** Whether an answer was heard. */
  get isSynced(): boolean {
    return this.#samples.length > 0;
  }

  /** Server clock minus client clock, in ms; 0 before the first answer. */
  get offset(): number {
    let best: { roundTrip: number; offset: number } | undefined;
    for (const sample of this.#samples) if (!best || sample.roundTrip <= best.roundTrip) best = sample;
    return best?.offset ?? 0;
  }

  /** Round trip, smoothed, in ms. */
  get roundTrip(): number {
    return this.#smoothedRoundTrip;
  }

  /** Mean difference between one round trip and the next, in ms. */
  get jitter(): number {
    return this.#jitter;
  }

  /**
   * Takes an answer.
   * @param sentAt - Client clock when the question was sent, in ms.
   * @param serverTime - Server clock in the answer, in ms.
   * @param receivedAt - Client clock when the answer came, in ms.
   */
  answer(sentAt: number, serverTime: number, receivedAt: number): void {
    const roundTrip = receivedAt - sentAt;
    if (!(roundTrip >= 0) || !Number.isFinite(serverTime)) return;
    this.#samples.push({ roundTrip, offset: serverTime + roundTrip / 2 - receivedAt });
    if (this.#samples.length > windowSize) this.#samples.shift();
    if (this.#samples.length === 1) this.#smoothedRoundTrip = roundTrip;
    else {
      this.#smoothedRoundTrip += (roundTrip - this.#smoothedRoundTrip) / 8;
      this.#jitter += (Math.abs(roundTrip - this.#lastRoundTrip) - this.#jitter) / 8;
    }
    this.#lastRoundTrip = roundTrip;
  }

  /** Forgets all answers, as on a new connection. */
  reset(): void {
    this.#samples.length = 0;
    this.#jitter = 0;
  }
}
