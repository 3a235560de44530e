import {
  ArtemisProtocol,
  type CommandRefused,
  type ConfigureSession,
  Console,
  dispatchEvent,
  dispatchServerFrame,
  encodeChatFrame,
  encodeCommandFrame,
  encodeConfigureSessionFrame,
  encodeKickPlayerFrame,
  encodeLeaveFrame,
  encodeRenameShipFrame,
  encodeReturnToLobbyFrame,
  encodeSelectConsoleFrame,
  encodeSetReadyFrame,
  encodeStartGameFrame,
  type EventsReader,
  type GameError,
  GameState,
  ObjectUpdateReader,
  type ServerFrameHandler,
  type SessionState,
} from '../generated/index.js';
import { type CommandCodec, FrameReader, Origin, type ProtocolVersion } from '../runtime/index.js';
import { ArtemisError } from './artemis-error.js';
import { defaultBackoff } from './backoff.js';
import { environmentClock } from './clock.js';
import type { ClockSync } from './clock-sync.js';
import { Emitter } from './emitter.js';
import { EventCollector, type GameEvent } from './game-events.js';
import { GameLink } from './game-link.js';
import type { GameClientEvents, GameClientOptions } from './game-options.js';
import { HelmPredictor } from './helm-predictor.js';
import type { LinkState } from './link-state.js';
import type { NetworkFigures } from './network-meter.js';
import { defaultPlayout } from './playout-clock.js';
import { Scene } from './scene.js';
import {
  afterConfigured,
  afterJoined,
  afterLeft,
  afterMoved,
  afterReady,
  afterRenamed,
  chatLine,
  type PlayerView,
  sessionFromState,
  type SessionView,
} from './session-view.js';
import { environmentSocket } from './socket.js';
import { World, type WorldObserver } from './world.js';
import { applyUpdate } from './world-decoder.js';

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
  readonly #playerId: string;
  readonly #link: GameLink;
  readonly #snapshotFrames = new FrameReader(ArtemisProtocol, Origin.Server);
  readonly #events = new EventCollector(
    (event) => this.#happened(event),
    (refusal) => this.#refused(refusal),
  );
  #session: SessionView | undefined;
  #version: ProtocolVersion = ArtemisProtocol.version;
  #sequence = 0;
  #startedShipId = 0;
  #advancedAt = 0;
  readonly #predictor: HelmPredictor | undefined;
  #ownChanged = false;

  constructor(options: GameClientOptions) {
    super();
    this.#playerId = options.playerId;
    this.#predictor = (options.predictHelm ?? true) ? new HelmPredictor() : undefined;
    this.scene = new Scene(this.world, options.playout ?? defaultPlayout);
    const settings = {
      socket: environmentSocket,
      clock: environmentClock,
      backoff: defaultBackoff,
      ...options,
    };
    this.#link = new GameLink(settings, {
      link: (state) => this.emit('link', state),
      frame: (frames) => dispatchServerFrame(frames, this.#handler),
      malformed: ({ message }) =>
        this.emit('error', new ArtemisError(undefined, `The server sent what cannot be read: ${message}.`)),
    });
  }

  /** How the connection stands. */
  get link(): LinkState {
    return this.#link.state;
  }

  /** The server's clock. */
  get time(): ClockSync {
    return this.#link.time;
  }

  /** The server's time now, in ms since the game began, as far as it is known. */
  get serverTime(): number {
    return this.#link.now() + this.time.offset;
  }

  /** The session; undefined before its state came. */
  get session(): SessionView | undefined {
    return this.#session;
  }

  /** The own player. */
  get me(): PlayerView | undefined {
    return this.#session?.players.find((player) => player.playerId === this.#playerId);
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
    const rates = this.#link.meter.rates(this.#link.now());
    return {
      pingMs: this.time.roundTrip,
      jitterMs: this.time.jitter,
      delayMs: this.scene.clock.delay,
      latenessMs: this.scene.clock.lateness,
      predictionError: this.#predictor?.error.distance ?? 0,
      predictionHeadingError: this.#predictor?.error.heading ?? 0,
      predictionSnaps: this.#predictor?.error.snaps ?? 0,
      updatesPerSecond: rates.updates,
      bytesInPerSecond: rates.bytesIn,
      bytesOutPerSecond: rates.bytesOut,
      bytesByType: this.#link.meter.bytesByType,
    };
  }

  /** Connects. Follow `link` for how it goes. */
  start(): void {
    this.#link.start();
  }

  /** Moves the scene on to now. Call it once a frame. */
  advance(): void {
    this.#advancedAt = this.#link.now();
    this.scene.ownShipId = this.ownShipId;
    this.scene.advance(this.#advancedAt);
    this.#showPrediction(this.#advancedAt);
  }

  /**
   * Gives an order. It is carried out if one holds a console that may give it; otherwise `refused` is heard.
   * @returns The order's sequence; 0 if the connection is lost and the order was not sent.
   */
  order<T>(command: CommandCodec<T>, value: T): number {
    if (this.#link.state.phase !== 'connected') return 0;
    const sequence = this.#sequence + 1;
    const head = { sequence, clientTime: this.#link.stamp() };
    if (!this.#link.send(encodeCommandFrame(head, command, value, this.#version))) return 0;
    this.#sequence = sequence;
    this.#predictor?.ordered(sequence, command.id, value, this.#arrivalTime(this.#link.now()));
    return sequence;
  }

  /** Takes a console; gives up those held before unless `keep` is set. */
  selectConsole(ship: number, console: Console, keep = false): void {
    this.#link.send(encodeSelectConsoleFrame({ ship, console, keep }));
  }

  /** Says whether one is ready to start. */
  setReady(ready: boolean): void {
    this.#link.send(encodeSetReadyFrame({ ready }));
  }

  /** Starts the game. The creator's alone. */
  startGame(): void {
    this.#link.send(encodeStartGameFrame({}));
  }

  /** Names a ship. Its captain's alone. */
  renameShip(ship: number, name: string): void {
    this.#link.send(encodeRenameShipFrame({ ship, name }));
  }

  /** Changes the session in the lobby; what is absent stays. The creator's alone. */
  configureSession(change: ConfigureSession): void {
    this.#link.send(encodeConfigureSessionFrame(change));
  }

  /** Sends a player away for good. The creator's alone. */
  kickPlayer(playerId: string): void {
    this.#link.send(encodeKickPlayerFrame({ playerId }));
  }

  /** Takes everybody from the results back to the lobby. The creator's alone. */
  returnToLobby(): void {
    this.#link.send(encodeReturnToLobbyFrame({}));
  }

  /** Says something to all in the session: 1 to 240 bytes. */
  chat(message: string): void {
    this.#link.send(encodeChatFrame({ message }));
  }

  /** Leaves for good: the seat is free, and the token not valid any more. */
  leave(): void {
    this.#link.send(encodeLeaveFrame({}));
    this.#link.end('left', 'You have left.');
  }

  /** Ends the connection without giving up the seat. */
  close(): void {
    this.#link.end('left', 'The connection was closed.');
  }

  #accepted(state: SessionState): void {
    const isNew = this.#link.state.phase !== 'connected';
    if (isNew || state.gameState === GameState.Lobby) {
      this.world.clear();
      this.scene.reset();
      this.#predictor?.reset();
    }
    if (isNew) this.#sequence = 0;
    // A game's clock begins with the game.
    const begins = state.gameState === GameState.Running && this.#session?.gameState !== GameState.Running;
    if (isNew || begins) this.#link.startSync();
    this.#changeSession(sessionFromState(state, this.#session));
    if (state.fullSnapshot.length > 0) {
      this.#snapshotFrames.open(state.fullSnapshot as Uint8Array<ArrayBuffer>);
      if (this.#snapshotFrames.next()) this.#update(new ObjectUpdateReader().open(this.#snapshotFrames.body));
    }
    this.#link.accepted();
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
    const now = this.#link.now();
    this.#ownChanged = false;
    applyUpdate(this.world, update, this.#observer);
    this.#reconcile();
    this.#link.meter.updated(now);
    this.scene.clock.update(this.world.time, now);
    // A page in the background draws no frames; its scene must not pile up what is due meanwhile.
    if (now - this.#advancedAt > hiddenAfterMs) this.scene.advance(now);
    this.emit('update', this.world);
  }

  #takeEvents(events: EventsReader): void {
    this.#events.tick = events.packet.tick;
    while (events.nextEvent()) dispatchEvent(events.eventType, events.event, this.#events.handler);
  }

  // Server time at which what is sent now will arrive.
  #arrivalTime(now: number): number {
    return now + this.time.offset + this.time.roundTrip / 2;
  }

  // Even ticks always hold the own ship if it has changed; odd ones may leave it out.
  #reconcile(): void {
    const { tick, helmSequence, playerShips, shipMotions } = this.world;
    const ship = playerShips.get(this.ownShipId);
    const motion = shipMotions.get(this.ownShipId);
    if (!ship || !motion || (tick % 2 !== 0 && !this.#ownChanged)) return;
    this.#predictor?.reconcile(tick, ship, motion, helmSequence);
  }

  #showPrediction(now: number): void {
    const own = this.scene.items.get(this.ownShipId);
    if (!own || !this.#predictor?.isReady || !this.me?.consoles.includes(Console.Helm)) return;
    this.#predictor.sample(now, this.#arrivalTime(now), own.pose);
  }

  readonly #observer: WorldObserver = {
    cleared: () => this.scene.cleared(),
    changed: (kind, id) => {
      if (id === this.ownShipId) this.#ownChanged = true;
      this.scene.changed(kind, id);
    },
    removed: (id) => this.scene.removed(id),
  };

  #happened(event: GameEvent): void {
    this.emit('event', event);
    this.scene.at(event.tick * 50, () => this.emit('sceneEvent', event));
  }

  #refused(refusal: CommandRefused): void {
    if (refusal.slot !== this.me?.slot) return;
    this.#predictor?.refused(refusal.sequence);
    this.emit('refused', refusal);
  }

  #failed({ code, message }: GameError): void {
    const { phase } = this.#link.state;
    if (phase === 'connecting' || phase === 'reconnecting') this.#link.end('refused', message);
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
      this.#link.closing = reason;
    },
    gameStart: (start) => {
      this.#startedShipId = start.shipId;
      this.scene.ownShipId = this.ownShipId;
      this.emit('start', start);
    },
    objectUpdate: (update) => this.#update(update),
    events: (events) => this.#takeEvents(events),
    timeSync: (packet) => this.#link.sync(packet),
    gameError: (error) => this.#failed(error),
  };
}
