const windowMs = 3000;

/** How a connection does. */
export interface NetworkFigures extends NetworkTraffic {
  /** Round trip, smoothed, in ms. */
  readonly pingMs: number;
  /** Mean difference between one round trip and the next, in ms. */
  readonly jitterMs: number;
  /** How far behind the stream the scene is shown, in ms. */
  readonly delayMs: number;
  /** How late updates come in comparison with the fastest, in ms. */
  readonly latenessMs: number;
  /** How far the prediction at the helm was off when the last state came, in units. */
  readonly predictionError: number;
  /** The same for the heading, in radians. */
  readonly predictionHeadingError: number;
  /** How often the prediction was so far off that the ship was put where she is, without a blend. */
  readonly predictionSnaps: number;
}

/** What goes over a connection. */
export interface NetworkTraffic {
  /** Object updates a second, over the last three seconds. */
  readonly updatesPerSecond: number;
  /** Bytes received a second, over the last three seconds. */
  readonly bytesInPerSecond: number;
  /** Bytes sent a second, over the last three seconds. */
  readonly bytesOutPerSecond: number;
  /** WebSocket messages received since the start. */
  readonly messagesIn: number;
  /** Bytes received since the start, without WebSocket framing. */
  readonly bytesIn: number;
  /** Bytes sent since the start, without WebSocket framing. */
  readonly bytesOut: number;
  /** Bytes received since the start, by the name of the packet or message. */
  readonly bytesByType: ReadonlyMap<string, number>;
  /** Frames received since the start, by the name of the packet or message. */
  readonly framesByType: ReadonlyMap<string, number>;
}

/** Counts what goes over a connection: rates over the last three seconds, and totals by type. */
export class NetworkMeter {
  readonly #bytesByType = new Map<string, number>();
  readonly #framesByType = new Map<string, number>();
  #received: { at: number; bytes: number }[] = [];
  #updates: number[] = [];
  #sent: { at: number; bytes: number }[] = [];
  #messagesIn = 0;
  #bytesIn = 0;
  #bytesOut = 0;

  /** Notes a message that came. */
  message(): void {
    this.#messagesIn++;
  }

  /** Notes a frame that came. */
  received(type: string, bytes: number, now: number): void {
    this.#bytesIn += bytes;
    this.#bytesByType.set(type, (this.#bytesByType.get(type) ?? 0) + bytes);
    this.#framesByType.set(type, (this.#framesByType.get(type) ?? 0) + 1);
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
    this.#bytesOut += bytes;
    this.#sent.push({ at: now, bytes });
    if (this.#sent.length > 2048) this.#trim(now);
  }

  /** The figures as they are now. */
  measure(now: number): NetworkTraffic {
    this.#trim(now);
    const seconds = windowMs / 1000;
    return {
      updatesPerSecond: this.#updates.length / seconds,
      bytesInPerSecond: sum(this.#received) / seconds,
      bytesOutPerSecond: sum(this.#sent) / seconds,
      messagesIn: this.#messagesIn,
      bytesIn: this.#bytesIn,
      bytesOut: this.#bytesOut,
      bytesByType: this.#bytesByType,
      framesByType: this.#framesByType,
    };
  }

  #trim(now: number): void {
    this.#received = this.#received.filter((entry) => now - entry.at < windowMs);
    this.#updates = this.#updates.filter((at) => now - at < windowMs);
    this.#sent = this.#sent.filter((entry) => now - entry.at < windowMs);
  }
}

const sum = (entries: readonly { bytes: number }[]): number =>
  entries.reduce((total, { bytes }) => total + bytes, 0);
