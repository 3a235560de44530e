import {
  environmentSocket,
  GameClient,
  type GameClientOptions,
  type GameEvent,
  type LinkState,
  NetworkConditioner,
  type Scene,
  type SessionView,
  type World,
} from '@artemis/client';
import {
  type Base,
  type ChatMessage,
  Console,
  GameState,
  type Mine,
  type NpcShip,
  type PlayerShip,
  type SessionResults,
  type ShipMotion,
  ShipSystem,
  type ShipSystems,
  type ShipTubes,
} from '@artemis/client/protocol';
import { computed, signal } from '@preact/signals';
import { errorText } from '../app/error-text.js';
import { BeamCharge } from './beam-charge.js';
import { type CommsLine, describeEvent, refusalText, scanLostText, withLine } from './happenings.js';
import { consoles } from './catalog.js';
import { Orders } from './orders.js';
import { Retuning } from './retuning.js';
import { ScanWatch } from './scan-watch.js';
import { holderOf, playerOf } from './seats.js';
import { shipClassInfo } from './ship-classes.js';
import { effectOf } from './systems.js';

/** Whose sessions those are that show a recording. */
const nobody = '00000000-0000-0000-0000-000000000000';
const chatKept = 200;
const commsKept = 300;

/** One session as the page shows it: the SDK's client with signals in front of it. */
export class GameModel {
  readonly playerId: string;
  readonly sessionId: string;
  readonly link = signal<LinkState>({ phase: 'idle' });
  readonly session = signal<SessionView | null>(null);
  readonly chat = signal<readonly ChatMessage[]>([]);
  /** How many lines of chat came in all, the own ones apart. */
  readonly chatCount = signal(0);
  readonly results = signal<SessionResults | null>(null);
  /** Newest tick that came; readouts depend on it. */
  readonly tick = signal(0);
  /** What came in over the ship's radio. */
  readonly comms = signal<readonly CommsLine[]>([]);
  /** How many of them came in all. */
  readonly commsCount = signal(0);
  /** Whether the own ship was lost in the game that runs. */
  readonly lost = signal(false);
  /** Object ids of the ships of whose loss one was told. */
  readonly lostShips = signal<ReadonlySet<number>>(new Set());
  /** Whether what is shown is a recording: nobody is in charge of it, and no order changes it. */
  readonly spectating = computed(() => this.session.value?.creatorId === nobody);
  /** Whether the own ship is at red alert. */
  readonly redAlert = computed(() => this.ship?.redAlert ?? false);
  /** Makes the network bad on purpose. */
  readonly conditioner = new NetworkConditioner();
  readonly orders: Orders;
  /** The tick at which each enemy was hailed last. */
  readonly hailedAt = new Map<number, number>();
  readonly retuning = new Retuning();
  readonly beamCharge = new BeamCharge();
  /** The own player. */
  readonly me = computed(() =>
    this.session.value ? playerOf(this.session.value, this.playerId) : undefined,
  );

  /** Where the own ship is, or was when it was lost, in units. */
  readonly place = { posX: 0, posY: 0, posZ: 0 };

  readonly #client: GameClient;
  readonly #scans = new ScanWatch();
  readonly #complain: (text: string) => void;
  readonly #frames = new Set<(now: number) => void>();
  #frameRequest = 0;

  constructor(options: GameClientOptions & { sessionId: string }, complain: (text: string) => void) {
    this.playerId = options.playerId;
    this.sessionId = options.sessionId;
    const socket = this.conditioner.wrap(options.socket ?? environmentSocket);
    const client = (this.#client = new GameClient({ ...options, socket }));
    this.#complain = complain;
    this.orders = new Orders(client);
    client.on('link', (link) => {
      this.link.value = link;
      // What a scan came to meanwhile is not told afterwards.
      if (link.phase !== 'connected') this.#scans.forget();
    });
    client.on('session', (session) => this.#take(session));
    client.on('chat', (line) => {
      this.chat.value = [...this.chat.value.slice(1 - chatKept), line];
      if (line.from !== this.playerId) this.chatCount.value++;
    });
    client.on('results', (results) => (this.results.value = results));
    client.on('update', ({ tick, playerShips }) => {
      // A recording has begun anew.
      if (tick < this.tick.value) this.#forgetWords();
      this.tick.value = tick;
      const own = playerShips.get(this.ownShipId);
      this.lost.value = this.ownShipId !== 0 && !own;
      if (own) Object.assign(this.place, { posX: own.posX, posY: own.posY, posZ: own.posZ });
      this.beamCharge.advance(tick, effectOf(this.systems, ShipSystem.Beams));
      this.#watchScans(tick);
    });
    client.on('error', (error) => complain(errorText(error)));
    client.on('refused', (refusal) => complain(refusalText(refusal)));
    client.on('event', (event) => this.#happened(event));
    void client.connect();
  }

  /** What is known of the world, as it came. */
  get world(): World {
    return this.#client.world;
  }

  /** The world as it is to be shown now. */
  get scene(): Scene {
    return this.#client.scene;
  }

  /** Object id of the own ship; 0 while there is none. */
  get ownShipId(): number {
    return this.#client.ownShipId;
  }

  /** The network's figures. */
  get network(): GameClient['network'] {
    return this.#client.network;
  }

  /** The own ship; reading it ties a component to every update. */
  get ship(): PlayerShip | undefined {
    void this.tick.value;
    return this.world.playerShips.get(this.ownShipId);
  }

  /** How the own ship is steered. */
  get motion(): ShipMotion | undefined {
    void this.tick.value;
    return this.world.shipMotions.get(this.ownShipId);
  }

  /** The own ship's systems. */
  get systems(): ShipSystems | undefined {
    void this.tick.value;
    return this.world.shipSystems.get(this.ownShipId);
  }

  /** The own ship's tubes and stores. */
  get tubes(): ShipTubes | undefined {
    void this.tick.value;
    return this.world.shipTubes.get(this.ownShipId);
  }

  /** Name of an object of the world; undefined if it has none or is not known. */
  nameOf(id: number): string | undefined {
    const { playerShips, npcShips, bases } = this.world;
    return (playerShips.get(id) ?? npcShips.get(id) ?? bases.get(id))?.name;
  }

  /** What beams can be fired at, where it is known; undefined for anything else. */
  aimOf(id: number): NpcShip | Base | Mine | undefined {
    const { npcShips, bases, mines } = this.world;
    return npcShips.get(id) ?? bases.get(id) ?? mines.get(id);
  }

  /** Whether one sits at a console. */
  mans(console: Console): boolean {
    return !this.spectating.value && (this.me.value?.consoles.includes(console) ?? false);
  }

  /** Whether one may give orders at a console: one sits there, and the ship is not lost. */
  holds(console: Console): boolean {
    return this.mans(console) && !this.lost.value;
  }

  /** Name of who works a console of the own ship; undefined if nobody does. */
  holder(console: Console): { name: string; connected: boolean } | undefined {
    const ship = this.me.value?.ship;
    return ship === undefined || !this.session.value
      ? undefined
      : holderOf(this.session.value, ship, console);
  }

  /** Hears what happens when the scene shows it; returns how to stop. */
  onSceneEvent(hear: (event: GameEvent) => void): () => void {
    return this.#client.on('sceneEvent', hear);
  }

  /** Runs with each frame of the screen, after the scene was moved on; returns how to stop. */
  onFrame(draw: (now: number) => void): () => void {
    this.#frames.add(draw);
    if (this.#frameRequest === 0) this.#frameRequest = requestAnimationFrame(this.#frame);
    return () => this.#frames.delete(draw);
  }

  readonly #frame = (now: number): void => {
    this.#frameRequest = 0;
    if (this.#frames.size === 0) return;
    this.#client.advance();
    for (const draw of this.#frames) draw(now);
    this.#frameRequest = requestAnimationFrame(this.#frame);
  };

  selectConsole(ship: number, console: Console, keep: boolean): void {
    this.#client.selectConsole(ship, console, keep);
  }

  /** Goes aboard a ship of a recording, to any place that is free; false if all are taken. */
  watch(ship: number): boolean {
    const session = this.session.value;
    const free = session && consoles.find(({ id }) => !holderOf(session, ship, id));
    if (free) this.selectConsole(ship, free.id, false);
    return free !== undefined;
  }

  setReady(ready: boolean): void {
    this.#client.setReady(ready);
  }

  start(): void {
    this.#client.startGame();
  }

  renameShip(ship: number, name: string): void {
    this.#client.renameShip(ship, name);
  }

  configure(change: Parameters<GameClient['configureSession']>[0]): void {
    this.#client.configureSession(change);
  }

  kick(playerId: string): void {
    this.#client.kickPlayer(playerId);
  }

  returnToLobby(): void {
    this.#client.returnToLobby();
  }

  /** Says something to all; false, and nothing is said, while there is no connection. */
  say(text: string): boolean {
    return this.#client.chat(text);
  }

  #take(session: SessionView): void {
    const before = this.session.value;
    this.session.value = session;
    if (before?.gameState === session.gameState) return;
    // Another game than the one before: what was said and won there is over.
    if (session.gameState !== GameState.Results && session.gameState !== GameState.Closed) {
      this.#forgetWords();
      this.tick.value = 0;
      this.results.value = null;
    }
    this.lost.value = false;
    this.lostShips.value = new Set();
  }

  #forgetWords(): void {
    this.comms.value = [];
    this.hailedAt.clear();
  }

  #happened(event: GameEvent): void {
    if (event.type === 'shipLost')
      this.lostShips.value = new Set(this.lostShips.value).add(event.value.shipId);
    if (event.type === 'scanDone') this.#scans.done(event.value.objectId);
    if (event.type === 'beam' && event.value.sourceId === this.ownShipId) this.#fired(event.value.targetId);
    const line = describeEvent(event, (id) => this.nameOf(id));
    if (!line) return;
    this.comms.value = withLine(this.comms.value, line, commsKept);
    if (line.topic === undefined) this.commsCount.value++;
  }

  #watchScans(tick: number): void {
    const scanId = this.systems?.scanId ?? 0;
    const lost = this.#scans.advance(tick, scanId, this.nameOf(scanId));
    if (lost !== undefined && this.holds(Console.Science)) this.#complain(scanLostText(lost));
  }

  #fired(targetId: number): void {
    const own = this.world.playerShips.get(this.ownShipId);
    if (own) this.beamCharge.fired(shipClassInfo(own.shipClass), own, this.aimOf(targetId));
  }

  /** Tells if the game cannot be entered by the seat that it was made with; says nothing once one was in or went away. */
  onceRefused(tell: () => void): void {
    const stop = this.link.subscribe((link) => {
      if (link.phase === 'idle' || link.phase === 'connecting') return;
      queueMicrotask(() => stop());
      const left = link.phase === 'ended' && link.reason === 'left';
      if (link.phase !== 'connected' && !left) queueMicrotask(tell);
    });
  }

  /** Stops the scan that goes on. */
  stopScan(): void {
    this.#scans.stop();
    this.orders.cancelScan();
  }

  /** Gives up the seat. */
  leave(): void {
    this.#client.leave();
    this.#stop();
  }

  /** Goes away without giving up the seat. */
  close(): void {
    this.#client.close();
    this.#stop();
  }

  #stop(): void {
    this.#frames.clear();
    cancelAnimationFrame(this.#frameRequest);
    this.#frameRequest = 0;
  }
}
