import {
  ArtemisProtocol,
  type CommandRefused,
  Console,
  dispatchEvent,
  type EventsReader,
  type GameError,
  GameState,
  ObjectUpdateReader,
  type ServerFrameHandler,
  type SessionState,
  TickRate,
} from '../generated/index.js';
import { FrameReader, Origin, type ProtocolVersion } from '../runtime/index.js';
import { ArtemisError } from './artemis-error.js';
import { EventCollector, type GameEvent } from './game-events.js';
import type { GameLink } from './game-link.js';
import type { GameClientEvents, GameClientOptions } from './game-options.js';
import { HelmPredictor } from './helm-predictor.js';
import { defaultPlayout } from './playout-clock.js';
import { Scene } from './scene.js';
import {
  afterConfigured,
  afterJoined,
  afterLeft,
  afterMoved,
  afterReady,
  afterRenamed,
  type PlayerView,
  sessionFromState,
  type SessionView,
} from './session-view.js';
import { World, type WorldObserver } from './world.js';

const hiddenAfterMs = 1000;
/** Who is in charge of a recording that is shown. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** Tells the listeners of a game client. */
export type Tell = <K extends keyof GameClientEvents>(event: K, value: GameClientEvents[K]) => void;

/** Takes what a game sends: keeps session, world, scene and prediction in step, and tells of it. */
export class GameReceiver {
  readonly world = new World();
  readonly scene: Scene;
  readonly predictor: HelmPredictor | undefined;
  session: SessionView | undefined;
  version: ProtocolVersion = ArtemisProtocol.version;

  readonly #link: GameLink;
  readonly #playerId: string;
  readonly #tell: Tell;
  readonly #snapshotFrames = new FrameReader(ArtemisProtocol, Origin.Server);
  readonly #events = new EventCollector(
    (event) => this.#happened(event),
    (refusal) => this.#refused(refusal),
  );
  #startedShipId = 0;
  #advancedAt = 0;
  #ownChanged = false;

  constructor(link: GameLink, options: GameClientOptions, tell: Tell) {
    this.#link = link;
    this.#playerId = options.playerId;
    this.#tell = tell;
    this.scene = new Scene(this.world, options.playout ?? defaultPlayout);
    this.predictor = (options.predictHelm ?? true) ? new HelmPredictor() : undefined;
  }

  /** The own player. */
  get me(): PlayerView | undefined {
    return this.session?.players.find((player) => player.playerId === this.#playerId);
  }

  /** Object id of the own ship; 0 while there is none. */
  get ownShipId(): number {
    const ship = this.me?.ship;
    if (ship === undefined) return 0;
    const objectId = this.session?.ships.find((entry) => entry.ship === ship)?.objectId;
    return objectId || this.#startedShipId;
  }

  /** Server time at which what is sent now will arrive, in ms. */
  arrivalTime(now: number): number {
    const { offset, roundTrip } = this.#link.serverClock;
    return now + offset + roundTrip / 2;
  }

  /** Moves the scene on to now. */
  advance(): void {
    const now = (this.#advancedAt = this.#link.now());
    this.#findOwnShip();
    this.scene.advance(now);
    const own = this.scene.items.get(this.ownShipId);
    if (own && this.predictor?.isReady && this.#steers)
      this.predictor.sample(now, this.arrivalTime(now), own.pose);
  }

  // Whoever watches a recording has a place and gives no orders; its time may pass faster or slower than that of a game.
  get #steers(): boolean {
    return this.session?.creatorId !== nobody && (this.me?.consoles.includes(Console.Helm) ?? false);
  }

  #accepted(state: SessionState): void {
    const isNew = this.#link.state.phase !== 'connected';
    if (isNew || state.gameState === GameState.Lobby) {
      this.world.clear();
      this.scene.reset();
      this.predictor?.reset();
    }
    // A game's clock begins with the game.
    const begins = state.gameState === GameState.Running && this.session?.gameState !== GameState.Running;
    if (isNew || begins) this.#link.startSync();
    this.#changeSession(sessionFromState(state, this.session));
    if (state.fullSnapshot.length > 0) {
      this.#snapshotFrames.open(state.fullSnapshot as Uint8Array<ArrayBuffer>);
      if (this.#snapshotFrames.next()) this.#update(new ObjectUpdateReader().open(this.#snapshotFrames.body));
    }
    this.#link.accepted();
  }

  #changeSession(session: SessionView): void {
    this.session = session;
    this.#findOwnShip();
    this.#tell('session', session);
  }

  // What was predicted of the former ship says nothing of the next.
  #findOwnShip(): void {
    const id = this.ownShipId;
    if (id === this.scene.ownShipId) return;
    this.scene.ownShipId = id;
    this.predictor?.reset();
  }

  #change<T>(change: (view: SessionView, message: T) => SessionView): (message: T) => void {
    return (message) => {
      if (this.session) this.#changeSession(change(this.session, message));
    };
  }

  #update(update: ObjectUpdateReader): void {
    const now = this.#link.now();
    this.#ownChanged = false;
    // A recording has begun anew.
    if (update.packet.tick < this.world.tick) {
      this.scene.reset();
      this.predictor?.reset();
    }
    this.world.apply(update, this.#observer);
    this.#reconcile();
    this.#link.meter.updated(now);
    this.scene.clock.update(this.world.time, now);
    // A page in the background draws no frames; its scene must not pile up what is due meanwhile.
    if (now - this.#advancedAt > hiddenAfterMs) this.scene.advance(now);
    this.#tell('update', this.world);
  }

  // Even ticks always hold the own ship if it has changed; odd ones may leave it out.
  #reconcile(): void {
    const { tick, helmSequence, playerShips, shipMotions } = this.world;
    const ship = playerShips.get(this.ownShipId);
    const motion = shipMotions.get(this.ownShipId);
    if (!ship || !motion || (tick % 2 !== 0 && !this.#ownChanged)) return;
    this.predictor?.reconcile(tick, ship, motion, helmSequence);
  }

  readonly #observer: WorldObserver = {
    cleared: () => this.scene.cleared(),
    changed: (kind, id) => {
      if (id === this.ownShipId) this.#ownChanged = true;
      this.scene.changed(kind, id);
    },
    removed: (id) => this.scene.removed(id),
  };

  #takeEvents(events: EventsReader): void {
    this.#events.tick = events.packet.tick;
    while (events.nextEvent()) dispatchEvent(events.eventType, events.event, this.#events.handler);
  }

  #happened(event: GameEvent): void {
    this.#tell('event', event);
    this.scene.at(this.#timeOf(event.tick), () => this.#tell('sceneEvent', event));
  }

  // In the stream's own time, where a tick of a recording may be longer or shorter than one of a game.
  #timeOf(tick: number): number {
    const { tick: newest, time } = this.world;
    return tick * (newest > 0 ? time / newest : 1000 / TickRate);
  }

  #refused(refusal: CommandRefused): void {
    if (refusal.slot !== this.me?.slot) return;
    this.predictor?.refused(refusal.sequence);
    this.#tell('refused', refusal);
  }

  #failed({ code, message }: GameError): void {
    const error = new ArtemisError(code, message);
    if (this.#link.state.phase === 'connected') this.#tell('error', error);
    else this.#link.end('refused', message, error);
  }

  /** Takes each frame. */
  readonly handler: ServerFrameHandler = {
    version: ({ agreedMajor, agreedMinor }) => {
      this.version = { major: agreedMajor, minor: agreedMinor };
    },
    sessionState: (state) => this.#accepted(state),
    playerJoined: this.#change(afterJoined),
    playerLeft: this.#change(afterLeft),
    playerMoved: this.#change(afterMoved),
    playerReady: this.#change(afterReady),
    shipRenamed: this.#change(afterRenamed),
    sessionConfigured: this.#change(afterConfigured),
    chatMessage: (message) => this.#tell('chat', message),
    sessionResults: (results) => this.#tell('results', results),
    sessionClosing: ({ reason }) => {
      this.#link.closing = reason;
    },
    gameStart: (start) => {
      this.#startedShipId = start.shipId;
      this.#findOwnShip();
      this.#tell('start', start);
    },
    objectUpdate: (update) => this.#update(update),
    events: (events) => this.#takeEvents(events),
    timeSync: (packet) => this.#link.sync(packet),
    gameError: (error) => this.#failed(error),
  };
}
