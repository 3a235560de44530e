const windowMs = 3000;

/** How a connection does. */
export interface NetworkFigures {
  /** Round trip, smoothed, in ms. */
  readonly pingMs: number;
  /** Mean difference between one round trip and the next, in ms. */
  readonly jitterMs: number;
  /** How far behind the stream the scene is shown, in ms. */
  readonly delayMs: number;
  /** How late the latest updates came in comparison with the fastest, in ms. */
  readonly latenessMs: number;
  /** How far the prediction at the helm was off when the last state came, in units. */
  readonly predictionError: number;
  /** The same for the heading, in radians. */
  readonly predictionHeadingError: number;
  /** How often the prediction was so far off that the ship was put where she is, without a blend. */
  readonly predictionSnaps: number;
  readonly updatesPerSecond: number;
  readonly bytesInPerSecond: number;
  readonly bytesOutPerSecond: number;
  /** Bytes received since the start, by the name of the packet or message. */
  readonly bytesByType: ReadonlyMap<string, number>;
}

/** Counts what goes over a connection: rates over the last three seconds, and totals by type. */
export class NetworkMeter {
  /** Bytes received since the start, by the name of the packet or message. */
  readonly bytesByType: Map<string, number> = new Map();
  #received: { at: number; bytes: number }[] = [];
  #updates: number[] = [];
  #sent: { at: number; bytes: number }[] = [];

  /** Notes a frame that came. */
  received(type: string, bytes: number, now: number): void {
    this.bytesByType.set(type, (this.bytesByType.get(type) ?? 0) + bytes);
    this.#received.push({ at: now, bytes });
    if (this.#received.length > 2048) this.#trim(now);
  }

  /** Notes an update of the world. */
  updated(now: number): void {
    this.#updates.push(now);
    if (this.#updates.length > 2048) this.#trim(now);
  }

  /** Notes a frame that was sent. */
  sent(bytes: number, now: number): void {
    this.#sent.push({ at: now, bytes });
    if (this.#sent.length > 2048) this.#trim(now);
  }

  /** Bytes and updates a second over the last three seconds. */
  rates(now: number): { bytesIn: number; bytesOut: number; updates: number } {
    this.#trim(now);
    const seconds = windowMs / 1000;
    return {
      bytesIn: sum(this.#received, (entry) => entry.bytes) / seconds,
      bytesOut: sum(this.#sent, (entry) => entry.bytes) / seconds,
      updates: this.#updates.length / seconds,
    };
  }

  #trim(now: number): void {
    this.#received = this.#received.filter((entry) => now - entry.at < windowMs);
    this.#updates = this.#updates.filter((at) => now - at < windowMs);
    this.#sent = this.#sent.filter((entry) => now - entry.at < windowMs);
  }
}

function sum<T>(entries: readonly T[], of: (entry: T) => number): number {
  let total = 0;
  for (const entry of entries) total += of(entry);
  return total;
}
