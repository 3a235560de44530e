import {
  type AuthFail,
  type AuthOk,
  ArtemisProtocol,
  type CreateSession,
  dispatchServerFrame,
  encodeAuthFrame,
  encodeCreateSessionFrame,
  encodeJoinSessionFrame,
  encodeListSessionsFrame,
  ErrorCode,
  type GatewayError,
  type ListSessions,
  type Redirect,
  type ServerFrameHandler,
  type SessionCreated,
  type SessionSummary,
} from '../generated/index.js';
import { formatVersion, FrameReader, Origin } from '../runtime/index.js';
import { ArtemisError } from './artemis-error.js';
import { backoffDelay, defaultBackoff } from './backoff.js';
import { Emitter } from './emitter.js';
import type { Credentials, GatewayClientOptions, GatewayEvents, GatewayState } from './gateway-options.js';
import { CloseCode } from './link-state.js';
import { environmentSocket, type OpenedSocket, openSocket } from './socket.js';

/** The gateway cannot sign anybody in at the moment; asked again later, it may. */
const passing: ReadonlySet<ErrorCode | undefined> = new Set([
  ErrorCode.Internal,
  ErrorCode.RateLimited,
  ErrorCode.ShuttingDown,
  ErrorCode.Timeout,
]);

interface Request {
  readonly frame: Uint8Array;
  readonly answers: keyof Answers;
  resolve(answer: never): void;
  reject(error: unknown): void;
  timer?: ReturnType<typeof setTimeout>;
}

interface Answers {
  authOk: AuthOk;
  sessionList: SessionSummary[];
  sessionCreated: SessionCreated;
  redirect: Redirect;
}

/**
 * A connection to a gateway: signs in, and lists, makes and joins sessions. It comes back by itself after a loss and signs in again
 * with the token. A gateway that refuses it then for good ends the client: `error` says why.
 *
 * ```ts
 * const gateway = new GatewayClient({ url: 'ws://127.0.0.1:8080/' });
 * const { playerId } = await gateway.connect({ name: 'Ada' });
 * const { sessionId } = await gateway.createSession({ name: 'Patrol', scenario: 'siege', maxShips: 1 });
 * const seat = await gateway.joinSession(sessionId);
 * ```
 */
export class GatewayClient extends Emitter<GatewayEvents> {
  readonly #options: Required<GatewayClientOptions>;
  readonly #frames = new FrameReader(ArtemisProtocol, Origin.Server);
  readonly #queue: Request[] = [];
  #pending: Request | undefined;
  #socket: OpenedSocket | undefined;
  #credentials: Credentials | undefined;
  #playerId: string | undefined;
  #state: GatewayState = 'idle';
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #signedIn: { resolve(answer: AuthOk): void; reject(error: unknown): void } | undefined;
  #refusal: ArtemisError | undefined;

  constructor(options: GatewayClientOptions) {
    super();
    this.#options = {
      socket: environmentSocket,
      requestTimeoutMs: 15_000,
      backoff: defaultBackoff,
      ...options,
    };
  }

  /** How the connection stands. */
  get state(): GatewayState {
    return this.#state;
  }

  /** The own player's id; undefined before one has signed in. */
  get playerId(): string | undefined {
    return this.#playerId;
  }

  /** The token that proves that the name is one's own: that of {@link connect}, or a new one. Keep it. */
  get token(): string | undefined {
    return this.#credentials?.token;
  }

  /**
   * Connects and signs in; registers the name if it is free. Keeps trying while the gateway cannot be reached.
   * @returns The player's id, and the token if the name was registered just now: keep it.
   * @throws ArtemisError - With the gateway's code and reason if it refuses.
   */
  connect(credentials: Credentials): Promise<AuthOk> {
    if (this.#state !== 'idle')
      return Promise.reject(new Error('This client was connected already; make a new one.'));
    this.#credentials = credentials;
    return new Promise((resolve, reject) => {
      this.#signedIn = { resolve, reject };
      this.#open();
    });
  }

  /** The sessions, newest first, narrowed by a filter. */
  listSessions(filter: ListSessions = {}): Promise<SessionSummary[]> {
    return this.#ask(encodeListSessionsFrame(filter), 'sessionList');
  }

  /**
   * Makes a session. It is ready when this returns; join it next.
   * @throws ArtemisError - `NoCapacity`, `NotFound` for an unknown scenario, `Timeout`.
   */
  createSession(options: CreateSession): Promise<SessionCreated> {
    return this.#ask(encodeCreateSessionFrame(options), 'sessionCreated');
  }

  /**
   * Asks for a seat in a session. The answer says where its game is and what opens it.
   * @throws ArtemisError - `UnknownSession`, `SessionFull`, `WrongPassword`.
   */
  joinSession(sessionId: string, password?: string): Promise<Redirect> {
    return this.#ask(encodeJoinSessionFrame({ sessionId, password }), 'redirect');
  }

  /** Ends the connection. Requests under way fail. */
  close(): void {
    clearTimeout(this.#retry);
    this.#setState('closed');
    this.#socket?.close();
    this.#socket = undefined;
    this.#failAll(this.#whyClosed());
    this.#signedIn?.reject(this.#whyClosed());
    this.#signedIn = undefined;
  }

  #ask<K extends keyof Answers>(frame: Uint8Array, answers: K): Promise<Answers[K]> {
    if (this.#state === 'idle' || this.#state === 'closed') return Promise.reject(this.#whyClosed());
    return new Promise<Answers[K]>((resolve, reject) => {
      const request: Request = { frame, answers, resolve, reject };
      request.timer = setTimeout(() => this.#expire(request), this.#options.requestTimeoutMs);
      this.#queue.push(request);
      this.#next();
    });
  }

  // Answers carry no number, and the gateway gives them in order: one request at a time keeps them apart.
  #next(): void {
    if (this.#pending || this.#state !== 'ready') return;
    this.#pending = this.#queue.shift();
    if (this.#pending) this.#socket?.send(this.#pending.frame);
  }

  #answer<K extends keyof Answers>(kind: K, value: Answers[K]): void {
    const request = this.#pending;
    if (request?.answers !== kind) return;
    this.#settle();
    request.resolve(value as never);
    this.#next();
  }

  #settle(): void {
    clearTimeout(this.#pending?.timer);
    this.#pending = undefined;
  }

  #expire(request: Request): void {
    const index = this.#queue.indexOf(request);
    if (index >= 0) this.#queue.splice(index, 1);
    request.reject(ArtemisError.timeout());
    if (this.#pending !== request) return;
    this.#pending = undefined;
    // The answer may still come, and would be taken for that of the next request: begin with a new connection.
    this.#socket?.close(1000, 'No answer in time.');
  }

  #failAll(error: ArtemisError): void {
    const requests = this.#pending ? [this.#pending, ...this.#queue] : [...this.#queue];
    this.#pending = undefined;
    this.#queue.length = 0;
    for (const request of requests) {
      clearTimeout(request.timer);
      request.reject(error);
    }
  }

  #open(): void {
    if (this.#state !== 'lost') this.#setState('connecting');
    const { name, token } = this.#credentials!;
    this.#retry = setTimeout(
      () => this.#socket?.close(CloseCode.HandshakeTimeout, 'No answer in time.'),
      this.#options.requestTimeoutMs,
    );
    try {
      this.#socket = openSocket(this.#options.url, this.#options.socket, {
        open: () =>
          this.#socket?.send(
            encodeAuthFrame({ name, token, protocolVersion: formatVersion(ArtemisProtocol.version) }),
          ),
        message: (bytes) => this.#receive(bytes),
        close: () => this.#lost(),
      });
    } catch (error) {
      // No WebSocket here, or an address that is none: that will not change.
      this.#refused(
        new ArtemisError(undefined, error instanceof Error ? error.message : 'No WebSocket could be made.'),
      );
    }
  }

  #receive(bytes: Uint8Array): void {
    try {
      this.#frames.open(bytes as Uint8Array<ArrayBuffer>);
      while (this.#frames.next()) dispatchServerFrame(this.#frames, this.#handler);
    } catch {
      // A stream that cannot be followed is given up; the next connection begins anew.
      this.#socket?.close(CloseCode.Malformed, 'A frame is malformed.');
    }
  }

  #lost(): void {
    this.#socket = undefined;
    clearTimeout(this.#retry);
    if (this.#state === 'closed') return;
    const pending = this.#pending;
    this.#settle();
    pending?.reject(ArtemisError.disconnected());
    this.#setState('lost');
    this.#attempt++;
    const wait = backoffDelay(this.#options.backoff, this.#attempt, Math.random());
    this.#retry = setTimeout(() => this.#open(), wait);
  }

  #setState(state: GatewayState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.emit('state', state);
  }

  // Who was signed in before is let in again when the gateway is well; any other refusal is the last word.
  #notSignedIn(error: ArtemisError): void {
    if (this.#playerId !== undefined && passing.has(error.code)) this.#socket?.close(1000, 'Not signed in.');
    else this.#refused(error);
  }

  #refused(error: ArtemisError): void {
    this.#refusal = error;
    const waiting = this.#signedIn;
    this.#signedIn = undefined;
    if (waiting) waiting.reject(error);
    else this.emit('error', error);
    this.close();
  }

  #whyClosed(): ArtemisError {
    return this.#refusal ?? ArtemisError.disconnected();
  }

  readonly #handler: ServerFrameHandler = {
    authOk: (answer) => {
      clearTimeout(this.#retry);
      this.#attempt = 0;
      this.#playerId = answer.playerId;
      const { name, token } = this.#credentials!;
      const kept = answer.token ?? token;
      this.#credentials = kept === undefined ? { name } : { name, token: kept };
      this.#setState('ready');
      this.#signedIn?.resolve(answer);
      this.#signedIn = undefined;
      this.#next();
    },
    authFail: (answer: AuthFail) =>
      this.#notSignedIn(new ArtemisError(answer.code ?? ErrorCode.BadToken, answer.reason)),
    sessionList: (answer) => this.#answer('sessionList', answer.sessions),
    sessionCreated: (answer) => this.#answer('sessionCreated', answer),
    redirect: (answer) => this.#answer('redirect', answer),
    sessionLost: (lost) => this.emit('sessionLost', lost),
    gatewayError: ({ code, message }: GatewayError) => {
      const error = new ArtemisError(code, message);
      const request = this.#pending;
      if (!request) {
        if (this.#state !== 'ready') this.#notSignedIn(error);
        return;
      }
      this.#settle();
      request.reject(error);
      this.#next();
    },
  };
}
