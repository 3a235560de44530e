import {
  type ChatLine,
  GameClient,
  type GameClientOptions,
  type GameEvent,
  type LinkState,
  type Scene,
  type SessionView,
  type World,
} from '@artemis/client';
import {
  type Console,
  type PlayerShip,
  ScienceScanCommandId,
  type SessionResults,
  type ShipMotion,
  type ShipSystems,
  type ShipTubes,
} from '@artemis/client/protocol';
import { computed, signal } from '@preact/signals';
import { errorText } from '../app/error-text.js';
import { type CommsLine, describeEvent, refusalText } from './happenings.js';
import { Orders } from './orders.js';
import { holderOf, playerOf } from './seats.js';

const chatKept = 200;
const commsKept = 300;

/** One session as the page shows it: the SDK's client with signals in front of it. */
export class GameModel {
  readonly playerId: string;
  readonly sessionId: string;
  readonly link = signal<LinkState>({ phase: 'idle' });
  readonly session = signal<SessionView | null>(null);
  readonly chat = signal<readonly ChatLine[]>([]);
  readonly results = signal<SessionResults | null>(null);
  /** Newest tick that came; readouts depend on it. */
  readonly tick = signal(0);
  /** What came in over the ship's radio. */
  readonly comms = signal<readonly CommsLine[]>([]);
  readonly orders: Orders;
  /** The contact that is being scanned; 0 if none is. */
  readonly scanning = signal(0);
  /** The own player. */
  readonly me = computed(() =>
    this.session.value ? playerOf(this.session.value, this.playerId) : undefined,
  );

  readonly #client: GameClient;
  readonly #frames = new Set<(now: number) => void>();
  #frameRequest = 0;

  constructor(options: GameClientOptions & { sessionId: string }, complain: (text: string) => void) {
    this.playerId = options.playerId;
    this.sessionId = options.sessionId;
    const client = (this.#client = new GameClient(options));
    this.orders = new Orders(client);
    client.on('link', (link) => (this.link.value = link));
    client.on('session', (session) => (this.session.value = session));
    client.on('chat', (line) => (this.chat.value = [...this.chat.value.slice(1 - chatKept), line]));
    client.on('results', (results) => (this.results.value = results));
    client.on('update', ({ tick }) => (this.tick.value = tick));
    client.on('error', (error) => complain(errorText(error)));
    client.on('refused', (refusal) => {
      if (refusal.subtype === ScienceScanCommandId) this.scanning.value = 0;
      complain(refusalText(refusal));
    });
    client.on('event', (event) => {
      const line = describeEvent(event, (id) => this.nameOf(id));
      if (event.type === 'scanDone' && event.value.objectId === this.scanning.value) this.scanning.value = 0;
      if (line) this.comms.value = [...this.comms.value.slice(1 - commsKept), line];
    });
    client.start();
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

  /** Whether one may give orders at a console. */
  holds(console: Console): boolean {
    return this.me.value?.consoles.includes(console) ?? false;
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

  /** Begins a scan, or goes on to the second one. */
  scan(id: number): void {
    this.scanning.value = id;
    this.orders.scan(id);
  }

  /** Gives up the scan. */
  cancelScan(): void {
    this.scanning.value = 0;
    this.orders.cancelScan();
  }

  selectConsole(ship: number, console: Console, keep: boolean): void {
    this.#client.selectConsole(ship, console, keep);
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

  say(text: string): void {
    this.#client.chat(text);
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
