import {
  ArtemisProtocol,
  type CommandRefused,
  type ConfigureSession,
  type Console,
  dispatchEvent,
  dispatchServerFrame,
  encodeChatFrame,
  encodeCommandFrame,
  encodeConfigureSessionFrame,
  encodeKickPlayerFrame,
  encodeLeaveFrame,
  encodeRejoinFrame,
  encodeRenameShipFrame,
  encodeReturnToLobbyFrame,
  encodeSelectConsoleFrame,
  encodeSetReadyFrame,
  encodeStartGameFrame,
  encodeTimeSyncFrame,
  type EventsReader,
  type GameError,
  GameState,
  type GameStart,
  ObjectUpdateReader,
  type ServerFrameHandler,
  type SessionResults,
  type SessionState,
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
import { type BackoffPolicy, defaultBackoff } from './backoff.js';
import { type Clock, environmentClock } from './clock.js';
import { Emitter } from './emitter.js';
import { frameName } from './frame-names.js';
import { EventCollector, type GameEvent } from './game-events.js';
import { type EndReason, type LinkInput, type LinkState, nextLink } from './link-state.js';
import { NetworkMeter, type NetworkFigures } from './network-meter.js';
import { defaultPlayout, type PlayoutOptions } from './playout-clock.js';
import { Scene } from './scene.js';
import {
  afterConfigured,
  afterJoined,
  afterLeft,
  afterMoved,
  afterReady,
  afterRenamed,
  type ChatLine,
  chatLine,
  type PlayerView,
  sessionFromState,
  type SessionView,
} from './session-view.js';
import {
  environmentSocket,
  type OpenedSocket,
  openSocket,
  type SocketClose,
  type SocketFactory,
} from './socket.js';
import { ClockSync } from './clock-sync.js';
import { applyUpdate } from './world-decoder.js';
import { World } from './world.js';

/** Where a seat in a game is, and what proves that it is one's own: what a gateway's redirect says. */
export interface GameClientOptions {
  /** The game's WebSocket. */
  readonly wsUrl: string;
  readonly playerId: string;
  readonly reconnectToken: string;
  /** Opens sockets; the environment's own by default. */
  readonly socket?: SocketFactory;
  /** The clock; `performance.now` by default. */
  readonly clock?: Clock;
  /** When to try again after a loss. */
  readonly backoff?: BackoffPolicy;
  /** Bounds of the interpolation delay. */
  readonly playout?: PlayoutOptions;
}

/** What a game client tells. */
export interface GameClientEvents {
  /** The connection stands otherwise than before. */
  link: LinkState;
  /** The session, its roster or a seat has changed. */
  session: SessionView;
  chat: ChatLine;
  /** The game begins, or one has come into one that runs. */
  start: GameStart;
  /** The world has moved on; {@link GameClient.world} is up to date. */
  update: World;
  /** Something happened. Heard as soon as it comes. */
  event: GameEvent;
  /** The same, heard when the moment that {@link GameClient.scene} shows reaches it. */
  sceneEvent: GameEvent;
  /** An order of this client was not carried out. */
  refused: CommandRefused;
  results: SessionResults;
  /** A request could not be met. */
  error: ArtemisError;
}

const syncQuicklyMs = 250;
const syncSteadilyMs = 2000;
const quickSyncs = 5;
const hiddenAfterMs = 1000;

/**
 * A seat in a game: keeps the session, its chat and the world, gives orders, and comes back by itself after a lost connection.
 *
 * ```ts
 * const game = new GameClient({ ...seat, playerId });
 * game.on('update', (world) => console.log(world.tick, world.playerShips.get(game.ownShipId)?.heading));
 * game.start();
 * game.selectConsole(0, Console.Helm);
 * game.order(HelmSetImpulseCommand, { impulse: 1 });
 * ```
 */
export class GameClient extends Emitter<GameClientEvents> {
  /** The newest state of the world. */
  readonly world = new World();
  /** The world as it is to be shown; call {@link advance} once a frame. */
  readonly scene: Scene;
  /** The server's clock. */
  readonly time = new ClockSync();

  readonly #options: Required<GameClientOptions>;
  readonly #meter = new NetworkMeter();
  readonly #frames = new FrameReader(ArtemisProtocol, Origin.Server);
  readonly #snapshotFrames = new FrameReader(ArtemisProtocol, Origin.Server);
  readonly #events = new EventCollector(
    (event) => this.#happened(event),
    (refusal) => this.#refused(refusal),
  );
  #link: LinkState = { phase: 'idle' };
  #session: SessionView | undefined;
  #version: ProtocolVersion = ArtemisProtocol.version;
  #socket: OpenedSocket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #syncTimer: ReturnType<typeof setTimeout> | undefined;
  #syncs = 0;
  #sequence = 0;
  #startedShipId = 0;
  #closing: string | undefined;
  #advancedAt = 0;

  constructor(options: GameClientOptions) {
    super();
    this.#options = {
      socket: environmentSocket,
      clock: environmentClock,
      backoff: defaultBackoff,
      playout: defaultPlayout,
      ...options,
    };
    this.scene = new Scene(this.world, this.#options.playout);
  }

  /** How the connection stands. */
  get link(): LinkState {
    return this.#link;
  }

  /** The session; undefined before its state came. */
  get session(): SessionView | undefined {
    return this.#session;
  }

  /** The own player. */
  get me(): PlayerView | undefined {
    return this.#session?.players.find((player) => player.playerId === this.#options.playerId);
  }

  /** Object id of the own ship; 0 while there is none. */
  get ownShipId(): number {
    const ship = this.me?.ship;
    const objectId =
      ship === undefined ? 0 : this.#session?.ships.find((entry) => entry.ship === ship)?.objectId;
    return objectId || (ship === undefined ? 0 : this.#startedShipId);
  }

  /** The version that both sides speak. */
  get version(): ProtocolVersion {
    return this.#version;
  }

  /** The network's figures. */
  get network(): NetworkFigures {
    const rates = this.#meter.rates(this.#options.clock());
    return {
      pingMs: this.time.roundTrip,
      jitterMs: this.time.jitter,
      delayMs: this.scene.clock.delay,
      latenessMs: this.scene.clock.lateness,
      updatesPerSecond: rates.updates,
      bytesInPerSecond: rates.bytesIn,
      bytesOutPerSecond: rates.bytesOut,
      bytesByType: this.#meter.bytesByType,
    };
  }

  /** Connects. Follow `link` for how it goes. */
  start(): void {
    if (this.#link.phase !== 'idle') return;
    this.#input({ type: 'start' });
    this.#open();
  }

  /** Moves the scene on to now. Call it once a frame. */
  advance(): void {
    this.#advancedAt = this.#options.clock();
    this.scene.ownShipId = this.ownShipId;
    this.scene.advance(this.#advancedAt);
  }

  /**
   * Gives an order. It is carried out if one holds a console that may give it; otherwise `refused` is heard.
   * @returns The order's sequence; 0 if the connection is lost and the order was not sent.
   */
  order<T>(command: CommandCodec<T>, value: T): number {
    if (this.#link.phase !== 'connected') return 0;
    const sequence = this.#sequence + 1;
    const head = { sequence, clientTime: this.#now() };
    if (!this.#send(encodeCommandFrame(head, command, value, this.#version))) return 0;
    this.#sequence = sequence;
    return sequence;
  }

  /** Takes a console; gives up those held before unless `keep` is set. */
  selectConsole(ship: number, console: Console, keep = false): void {
    this.#send(encodeSelectConsoleFrame({ ship, console, keep }));
  }

  /** Says whether one is ready to start. */
  setReady(ready: boolean): void {
    this.#send(encodeSetReadyFrame({ ready }));
  }

  /** Starts the game. The creator's alone. */
  startGame(): void {
    this.#send(encodeStartGameFrame({}));
  }

  /** Names a ship. Its captain's alone. */
  renameShip(ship: number, name: string): void {
    this.#send(encodeRenameShipFrame({ ship, name }));
  }

  /** Changes the session in the lobby; what is absent stays. The creator's alone. */
  configureSession(change: ConfigureSession): void {
    this.#send(encodeConfigureSessionFrame(change));
  }

  /** Sends a player away for good. The creator's alone. */
  kickPlayer(playerId: string): void {
    this.#send(encodeKickPlayerFrame({ playerId }));
  }

  /** Takes everybody from the results back to the lobby. The creator's alone. */
  returnToLobby(): void {
    this.#send(encodeReturnToLobbyFrame({}));
  }

  /** Says something to all in the session: 1 to 240 bytes. */
  chat(message: string): void {
    this.#send(encodeChatFrame({ message }));
  }

  /** Leaves for good: the seat is free, and the token not valid any more. */
  leave(): void {
    this.#send(encodeLeaveFrame({}));
    this.#end('left', 'You have left.');
  }

  /** Ends the connection without giving up the seat. */
  close(): void {
    this.#end('left', 'The connection was closed.');
  }

  #open(): void {
    const { wsUrl, socket, playerId, reconnectToken } = this.#options;
    try {
      this.#socket = openSocket(wsUrl, socket, {
        open: () => {
          const protocolVersion = formatVersion(ArtemisProtocol.version);
          this.#send(encodeRejoinFrame({ playerId, reconnectToken, protocolVersion }));
        },
        message: (bytes) => this.#receive(bytes),
        close: (close) => this.#lost(close),
      });
    } catch (error) {
      this.#lost({ code: 1006, reason: error instanceof Error ? error.message : '' });
    }
  }

  #lost({ code, reason }: SocketClose): void {
    this.#socket = undefined;
    clearTimeout(this.#syncTimer);
    if (this.#closing !== undefined) {
      this.#end('sessionClosed', this.#closing);
      return;
    }
    this.#input({ type: 'lost', code, reason, now: this.#options.clock(), random: Math.random() });
    if (this.#link.phase !== 'disconnected') return;
    this.#timer = setTimeout(() => {
      this.#input({ type: 'retry' });
      if (this.#link.phase === 'reconnecting') this.#open();
    }, this.#link.retryAt - this.#options.clock());
  }

  #end(reason: EndReason, message: string): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#syncTimer);
    this.#input({ type: 'end', reason, message });
    this.#socket?.close();
    this.#socket = undefined;
  }

  #input(input: LinkInput): void {
    const next = nextLink(this.#link, input, this.#options.backoff);
    if (next === this.#link) return;
    this.#link = next;
    this.emit('link', next);
  }

  #send(frame: Uint8Array): boolean {
    const sent = this.#socket?.send(frame) ?? false;
    if (sent) this.#meter.sent(frame.length, this.#options.clock());
    return sent;
  }

  #receive(bytes: Uint8Array): void {
    try {
      this.#frames.open(bytes as Uint8Array<ArrayBuffer>);
      while (this.#frames.next()) {
        const type = this.#frames.type;
        this.#meter.received(frameName(type), this.#frames.frame.length, this.#options.clock());
        dispatchServerFrame(this.#frames, this.#handler);
      }
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      // What follows cannot be trusted; a new connection brings a snapshot.
      this.emit(
        'error',
        new ArtemisError(undefined, `The server sent what cannot be read: ${error.message}.`),
      );
      this.#socket?.close(1002, 'A frame is malformed.');
    }
  }

  #accepted(state: SessionState): void {
    const isNew = this.#link.phase !== 'connected';
    if (isNew || state.gameState === GameState.Lobby) {
      this.world.clear();
      this.scene.reset();
    }
    if (isNew) {
      this.#sequence = 0;
      this.#syncs = 0;
      this.time.reset();
      this.#sync();
    }
    this.#changeSession(sessionFromState(state, this.#session));
    if (state.fullSnapshot.length > 0) {
      this.#snapshotFrames.open(state.fullSnapshot as Uint8Array<ArrayBuffer>);
      if (this.#snapshotFrames.next()) this.#update(new ObjectUpdateReader().open(this.#snapshotFrames.body));
    }
    this.#input({ type: 'accepted' });
  }

  #changeSession(session: SessionView): void {
    this.#session = session;
    this.scene.ownShipId = this.ownShipId;
    this.emit('session', session);
  }

  #change<T>(change: (view: SessionView, message: T) => SessionView): (message: T) => void {
    return (message) => {
      if (this.#session) this.#changeSession(change(this.#session, message));
    };
  }

  #update(update: ObjectUpdateReader): void {
    const now = this.#options.clock();
    applyUpdate(this.world, update, this.scene);
    this.#meter.updated(now);
    this.scene.clock.update(this.world.time, now);
    // A page in the background draws no frames; its scene must not pile up what is due meanwhile.
    if (now - this.#advancedAt > hiddenAfterMs) this.scene.advance(now);
    this.emit('update', this.world);
  }

  #takeEvents(events: EventsReader): void {
    this.#events.tick = events.packet.tick;
    while (events.nextEvent()) dispatchEvent(events.eventType, events.event, this.#events.handler);
  }

  #happened(event: GameEvent): void {
    this.emit('event', event);
    this.scene.at(event.tick * 50, () => this.emit('sceneEvent', event));
  }

  #refused(refusal: CommandRefused): void {
    if (refusal.slot === this.me?.slot) this.emit('refused', refusal);
  }

  // A stamp of 0 would ask for no answer.
  #now(): number {
    return Math.max(this.#options.clock(), Number.MIN_VALUE);
  }

  #sync(): void {
    clearTimeout(this.#syncTimer);
    this.#send(encodeTimeSyncFrame({ stamp: this.#now(), echo: 0 }, Origin.Client));
    this.#syncs++;
    this.#syncTimer = setTimeout(
      () => this.#sync(),
      this.#syncs < quickSyncs ? syncQuicklyMs : syncSteadilyMs,
    );
  }

  #timeSync({ stamp, echo }: TimeSync): void {
    if (echo === 0) this.#send(encodeTimeSyncFrame({ stamp: this.#now(), echo: stamp }, Origin.Client));
    else this.time.answer(echo, stamp, this.#options.clock());
  }

  #failed({ code, message }: GameError): void {
    if (this.#link.phase === 'connecting' || this.#link.phase === 'reconnecting')
      this.#end('refused', message);
    else this.emit('error', new ArtemisError(code, message));
  }

  readonly #handler: ServerFrameHandler = {
    version: ({ agreedMajor, agreedMinor }) => {
      this.#version = { major: agreedMajor, minor: agreedMinor };
    },
    sessionState: (state) => this.#accepted(state),
    playerJoined: this.#change(afterJoined),
    playerLeft: this.#change(afterLeft),
    playerMoved: this.#change(afterMoved),
    playerReady: this.#change(afterReady),
    shipRenamed: this.#change(afterRenamed),
    sessionConfigured: this.#change(afterConfigured),
    chatMessage: (message) => this.emit('chat', chatLine(message, Date.now())),
    sessionResults: (results) => this.emit('results', results),
    sessionClosing: ({ reason }) => {
      this.#closing = reason;
    },
    gameStart: (start) => {
      this.#startedShipId = start.shipId;
      this.scene.ownShipId = this.ownShipId;
      this.emit('start', start);
    },
    objectUpdate: (update) => this.#update(update),
    events: (events) => this.#takeEvents(events),
    timeSync: (packet) => this.#timeSync(packet),
    gameError: (error) => this.#failed(error),
  };
}
