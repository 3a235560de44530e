import {
  ArtemisProtocol,
  encodeCommandFrame,
  encodeRejoinFrame,
  encodeTimeSyncFrame,
  type TimeSync,
} from '../generated/index.js';
import {
  type CommandCodec,
  formatVersion,
  FrameReader,
  Origin,
  ProtocolError,
  type ProtocolVersion,
} from '../runtime/index.js';
import { ArtemisError } from './artemis-error.js';
import type { BackoffPolicy } from './backoff.js';
import type { Clock } from './clock.js';
import { ClockSync } from './clock-sync.js';
import { frameName } from './frame-names.js';
import { CloseCode, type EndReason, type LinkInput, type LinkState, nextLink } from './link-state.js';
import { NetworkMeter } from './network-meter.js';
import { type OpenedSocket, openSocket, type SocketClose, type SocketFactory } from './socket.js';

const syncQuicklyMs = 250;
const syncSteadilyMs = 2000;
const quickSyncs = 5;
/** A game answers each question: after so many without a word of any kind, ten seconds, the network is gone and has told nobody. */
const mostUnheard = 5;
const enterWithinMs = 10_000;

/** Where a seat is, and how to get there. */
export interface GameLinkOptions {
  readonly wsUrl: string;
  readonly playerId: string;
  readonly reconnectToken: string;
  readonly socket: SocketFactory;
  readonly clock: Clock;
  readonly backoff: BackoffPolicy;
}

/** What a link tells. */
export interface GameLinkHandlers {
  link(state: LinkState): void;
  /** A frame came; it is the reader's present one. */
  frame(frames: FrameReader): void;
  /** The server sent what cannot be read; the connection is given up and begins anew. */
  malformed(error: ProtocolError): void;
}

/** The connection behind a game client: opens it, says REJOIN, keeps the clock, and comes back after a loss. */
export class GameLink {
  readonly meter = new NetworkMeter();
  /** The server's clock. */
  readonly serverClock = new ClockSync();
  /** Why the session is about to close, if it said so. */
  closing: string | undefined;

  readonly #options: GameLinkOptions;
  readonly #handlers: GameLinkHandlers;
  readonly #frames = new FrameReader(ArtemisProtocol, Origin.Server);
  #state: LinkState = { phase: 'idle' };
  #socket: OpenedSocket | undefined;
  #sequence = 0;
  #entering: { resolve(): void; reject(error: ArtemisError): void } | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #syncTimer: ReturnType<typeof setTimeout> | undefined;
  #syncs = 0;
  #unheard = 0;

  constructor(options: GameLinkOptions, handlers: GameLinkHandlers) {
    this.#options = options;
    this.#handlers = handlers;
  }

  /** How the connection stands. */
  get state(): LinkState {
    return this.#state;
  }

  /** The client's clock, in ms. */
  now(): number {
    return this.#options.clock();
  }

  /** The client's clock as it goes over the wire, where 0 has a meaning of its own. */
  stamp(): number {
    return Math.max(this.now(), Number.MIN_VALUE);
  }

  /** Connects, and resolves when the game has let this player in. */
  connect(): Promise<void> {
    if (this.#state.phase !== 'idle')
      return Promise.reject(new Error('This client was connected already; make a new one.'));
    const entered = new Promise<void>((resolve, reject) => (this.#entering = { resolve, reject }));
    // Who follows the link need not wait for this as well.
    entered.catch(() => undefined);
    this.#input({ type: 'start' });
    this.#open();
    return entered;
  }

  /** The game has let this player in. */
  accepted(): void {
    this.#input({ type: 'accepted' });
    this.#entering?.resolve();
  }

  /** Begins to follow the server's clock anew. */
  startSync(): void {
    this.#syncs = 0;
    this.serverClock.reset();
    this.#ask();
  }

  /** Takes a time stamp from the server, and answers it if it asks. */
  sync({ stamp, echo }: TimeSync): void {
    if (echo === 0) this.send(encodeTimeSyncFrame({ stamp: this.stamp(), echo: stamp }, Origin.Client));
    else this.serverClock.answer(echo, stamp, this.now());
  }

  /** Sends an order. Returns its sequence; 0 if there is no connection to send it by. */
  order<T>(command: CommandCodec<T>, value: T, version: ProtocolVersion): number {
    if (this.#state.phase !== 'connected') return 0;
    const head = { sequence: this.#sequence + 1, clientTime: this.stamp() };
    return this.send(encodeCommandFrame(head, command, value, version)) ? ++this.#sequence : 0;
  }

  /** Sends a frame. Returns false, and drops it, while there is no connection. */
  send(frame: Uint8Array): boolean {
    const sent = this.#socket?.send(frame) ?? false;
    if (sent) this.meter.sent(frame.length, this.now());
    return sent;
  }

  /** Ends the connection for good. */
  end(reason: EndReason, message: string, cause?: ArtemisError): void {
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#syncTimer);
    this.#input({ type: 'end', reason, message }, cause);
    this.#socket?.close();
    this.#socket = undefined;
  }

  #open(): void {
    const { wsUrl, socket, playerId, reconnectToken } = this.#options;
    const protocolVersion = formatVersion(ArtemisProtocol.version);
    this.#sequence = 0;
    this.#unheard = 0;
    this.#syncTimer = setTimeout(() => this.#abandon(), enterWithinMs);
    try {
      this.#socket = openSocket(wsUrl, socket, {
        open: () => this.send(encodeRejoinFrame({ playerId, reconnectToken, protocolVersion })),
        message: (bytes) => this.#receive(bytes),
        close: (close) => this.#lost(close),
      });
    } catch (error) {
      // No WebSocket here, or an address that is none: that will not change.
      this.end('gaveUp', error instanceof Error ? error.message : 'No WebSocket could be made.');
    }
  }

  #lost({ code, reason }: SocketClose): void {
    this.#socket = undefined;
    clearTimeout(this.#syncTimer);
    if (this.closing !== undefined) {
      this.end('sessionClosed', this.closing);
      return;
    }
    this.#input({ type: 'lost', code, reason, now: this.now(), random: Math.random() });
    if (this.#state.phase !== 'disconnected') return;
    this.#retryTimer = setTimeout(() => {
      this.#input({ type: 'retry' });
      if (this.#state.phase === 'reconnecting') this.#open();
    }, this.#state.retryAt - this.now());
  }

  #input(input: LinkInput, cause?: ArtemisError): void {
    const next = nextLink(this.#state, input, this.#options.backoff);
    if (next === this.#state) return;
    this.#state = next;
    this.#handlers.link(next);
    if (next.phase === 'ended') this.#entering?.reject(cause ?? new ArtemisError(undefined, next.message));
  }

  #receive(bytes: Uint8Array): void {
    const socket = this.#socket;
    this.#unheard = 0;
    this.meter.message();
    try {
      this.#frames.open(bytes as Uint8Array<ArrayBuffer>);
      while (this.#frames.next()) {
        this.meter.received(frameName(this.#frames.type), this.#frames.frame.length, this.now());
        this.#handlers.frame(this.#frames);
      }
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      // What follows cannot be trusted; a new connection brings a snapshot.
      this.#handlers.malformed(error);
      socket?.close(CloseCode.Malformed, 'A frame is malformed.');
    }
  }

  // Begins anew after a silence.
  #abandon(): void {
    this.#socket?.close(CloseCode.HandshakeTimeout, 'Nothing was heard for too long.');
  }

  #ask(): void {
    clearTimeout(this.#syncTimer);
    if (this.#syncs >= quickSyncs && this.#unheard++ >= mostUnheard) {
      this.#abandon();
      return;
    }
    this.send(encodeTimeSyncFrame({ stamp: this.stamp(), echo: 0 }, Origin.Client));
    this.#syncs++;
    this.#syncTimer = setTimeout(
      () => this.#ask(),
      this.#syncs < quickSyncs ? syncQuicklyMs : syncSteadilyMs,
    );
  }
}
