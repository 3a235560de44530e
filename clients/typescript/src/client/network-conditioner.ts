import type { SocketFactory, SocketLike } from './socket.js';

/** A network as it shall be. */
export interface NetworkConditions {
  /** Added to the round trip, in ms; half of it each way. */
  readonly latencyMs: number;
  /** Most that a message's way may be longer or shorter by, in ms. Messages never overtake each other. */
  readonly jitterMs: number;
}

/**
 * Makes a good network bad, to see how a client bears it: latency, jitter, stalls and lost connections, on demand.
 *
 * ```ts
 * const conditioner = new NetworkConditioner({ latencyMs: 120, jitterMs: 40 });
 * const game = new GameClient({ ...seat, socket: conditioner.wrap(environmentSocket) });
 * conditioner.stall(300);
 * ```
 */
export class NetworkConditioner {
  /** May be changed at any time; messages under way keep theirs. */
  conditions: NetworkConditions;
  readonly #random: () => number;
  readonly #sockets = new Set<ConditionedSocket>();
  #stalledUntil = -Infinity;

  /**
   * @param conditions - The network as it shall be; a perfect one by default.
   * @param random - Gives numbers from 0 to below 1.
   */
  constructor(
    conditions: NetworkConditions = { latencyMs: 0, jitterMs: 0 },
    random: () => number = Math.random,
  ) {
    this.conditions = conditions;
    this.#random = random;
  }

  /** A factory of sockets that go over this network. */
  wrap(factory: SocketFactory): SocketFactory {
    return (url) => {
      const socket = new ConditionedSocket(factory(url), () => this.#delay());
      this.#sockets.add(socket);
      socket.onEnd = () => this.#sockets.delete(socket);
      return socket;
    };
  }

  /** Lets nothing through for a while, in ms; then everything at once. */
  stall(durationMs: number): void {
    this.#stalledUntil = performance.now() + durationMs;
  }

  /** Breaks all connections. */
  disconnect(): void {
    for (const socket of [...this.#sockets]) socket.breakOff();
  }

  #delay(): number {
    const { latencyMs, jitterMs } = this.conditions;
    const way = Math.max(0, latencyMs / 2 + (this.#random() * 2 - 1) * jitterMs);
    return Math.max(way, this.#stalledUntil - performance.now());
  }
}

class ConditionedSocket implements SocketLike {
  onopen: SocketLike['onopen'] = null;
  onclose: SocketLike['onclose'] = null;
  onerror: SocketLike['onerror'] = null;
  onmessage: SocketLike['onmessage'] = null;
  onEnd: () => void = () => undefined;
  readonly #socket: SocketLike;
  readonly #out: Line;
  readonly #in: Line;
  #broken = false;

  constructor(socket: SocketLike, delay: () => number) {
    this.#socket = socket;
    this.#out = new Line(delay);
    this.#in = new Line(delay);
    socket.onopen = (event) => this.#in.pass(() => this.onopen?.(event));
    socket.onmessage = (event) => this.#in.pass(() => this.onmessage?.(event));
    socket.onerror = (event) => this.onerror?.(event);
    socket.onclose = (event) =>
      this.#in.pass(() => {
        this.onEnd();
        this.onclose?.(event);
      });
  }

  get binaryType(): string {
    return this.#socket.binaryType;
  }

  set binaryType(type: string) {
    this.#socket.binaryType = type;
  }

  get readyState(): number {
    return this.#broken ? 3 : this.#socket.readyState;
  }

  get bufferedAmount(): number {
    return this.#socket.bufferedAmount;
  }

  send(data: Uint8Array<ArrayBuffer>): void {
    this.#out.pass(() => {
      if (this.#socket.readyState === 1) this.#socket.send(data);
    });
  }

  close(code?: number, reason?: string): void {
    this.#out.pass(() => this.#socket.close(code, reason));
  }

  breakOff(): void {
    this.#broken = true;
    this.#in.cut();
    this.#out.cut();
    this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null;
    this.#socket.close();
    this.onEnd();
    this.onclose?.({ code: 1006, reason: 'The connection was broken on purpose.' } as never);
  }
}

/** One direction: everything takes its time, and nothing overtakes. */
class Line {
  readonly #delay: () => number;
  readonly #waiting: (() => void)[] = [];
  #lastDue = -Infinity;

  constructor(delay: () => number) {
    this.#delay = delay;
  }

  pass(run: () => void): void {
    const now = performance.now();
    const due = Math.max(this.#lastDue, now + this.#delay());
    if (due <= now && this.#waiting.length === 0) {
      run();
      return;
    }
    this.#lastDue = due;
    this.#waiting.push(run);
    // Timers are coarse and may change places; what has waited longest goes first, whichever of them rings.
    setTimeout(() => this.#waiting.shift()?.(), due - now);
  }

  cut(): void {
    this.#waiting.length = 0;
  }
}
