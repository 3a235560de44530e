import {
  type ConfigureSession,
  type Console,
  dispatchServerFrame,
  encodeChatFrame,
  encodeConfigureSessionFrame,
  encodeKickPlayerFrame,
  encodeLeaveFrame,
  encodeRenameShipFrame,
  encodeReturnToLobbyFrame,
  encodeSelectConsoleFrame,
  encodeSetReadyFrame,
  encodeStartGameFrame,
} from '../generated/index.js';
import type { CommandCodec, ProtocolVersion } from '../runtime/index.js';
import { ArtemisError } from './artemis-error.js';
import { defaultBackoff } from './backoff.js';
import { environmentClock } from './clock.js';
import type { ClockSync } from './clock-sync.js';
import { Emitter } from './emitter.js';
import { GameLink } from './game-link.js';
import type { GameClientEvents, GameClientOptions } from './game-options.js';
import { GameReceiver } from './game-receiver.js';
import type { LinkState } from './link-state.js';
import type { NetworkFigures } from './network-meter.js';
import type { Scene } from './scene.js';
import type { PlayerView, SessionView } from './session-view.js';
import { environmentSocket } from './socket.js';
import type { World } from './world.js';

/**
 * A seat in a game: keeps the session and the world, gives orders, and comes back by itself after a lost connection.
 *
 * ```ts
 * const game = new GameClient({ ...seat, playerId });
 * game.on('update', (world) => console.log(world.tick, world.playerShips.get(game.ownShipId)?.heading));
 * await game.connect();
 * game.selectConsole(0, Console.Helm);
 * game.order(HelmSetImpulseCommand, { impulse: 1 });
 * ```
 */
export class GameClient extends Emitter<GameClientEvents> {
  readonly #link: GameLink;
  readonly #receiver: GameReceiver;

  constructor(options: GameClientOptions) {
    super();
    const settings = {
      socket: environmentSocket,
      clock: environmentClock,
      backoff: defaultBackoff,
      ...options,
    };
    this.#link = new GameLink(settings, {
      link: (state) => this.emit('link', state),
      frame: (frames) => dispatchServerFrame(frames, this.#receiver.handler),
      malformed: ({ message }) =>
        this.emit('error', new ArtemisError(undefined, `The server sent what cannot be read: ${message}.`)),
    });
    this.#receiver = new GameReceiver(this.#link, options, (event, value) => this.emit(event, value));
  }

  /** How the connection stands. */
  get link(): LinkState {
    return this.#link.state;
  }

  /** The newest state of the world. */
  get world(): World {
    return this.#receiver.world;
  }

  /** The world as it is to be shown; call {@link advance} once a frame. */
  get scene(): Scene {
    return this.#receiver.scene;
  }

  /** The network's figures. */
  get network(): NetworkFigures {
    const { meter, serverClock } = this.#link;
    const { clock } = this.scene;
    const error = this.#receiver.predictor?.error;
    return {
      pingMs: serverClock.roundTrip,
      jitterMs: serverClock.jitter,
      delayMs: clock.delay,
      latenessMs: clock.lateness,
      predictionError: error?.distance ?? 0,
      predictionHeadingError: error?.heading ?? 0,
      predictionSnaps: error?.snaps ?? 0,
      ...meter.measure(this.#link.now()),
    };
  }

  /** The server's clock. */
  get serverClock(): ClockSync {
    return this.#link.serverClock;
  }

  /** The server's time now, in ms since the game began, as far as it is known. */
  get serverTime(): number {
    return this.#link.now() + this.serverClock.offset;
  }

  /** The session; undefined before its state came. */
  get session(): SessionView | undefined {
    return this.#receiver.session;
  }

  /** The own player; undefined before the session's state came. */
  get me(): PlayerView | undefined {
    return this.#receiver.me;
  }

  /** Object id of the own ship; 0 while there is none. */
  get ownShipId(): number {
    return this.#receiver.ownShipId;
  }

  /** The version that both sides speak. */
  get version(): ProtocolVersion {
    return this.#receiver.version;
  }

  /**
   * Connects, and resolves when the game has accepted the seat. From then on the client keeps the connection by itself. Who follows `link`
   * need not wait for it.
   * @throws ArtemisError - The game refuses the seat, or could not be reached for too long.
   */
  connect(): Promise<void> {
    return this.#link.connect();
  }

  /** Moves the scene on to now. Call it once a frame. */
  advance(): void {
    this.#receiver.advance();
  }

  /**
   * Gives an order. It is carried out if one holds a console that may give it; otherwise `refused` is heard.
   * @param command - A generated command, such as `HelmSetImpulseCommand`.
   * @returns The order's sequence; 0 if the connection is lost and the order was not sent.
   */
  order<T>(command: CommandCodec<T>, value: T): number {
    const sequence = this.#link.order(command, value, this.version);
    if (sequence !== 0) {
      const arrival = this.#receiver.arrivalTime(this.#link.now());
      this.#receiver.predictor?.ordered(sequence, command.id, value, arrival);
    }
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

  /** Says something to all in the session: 1 to 240 bytes. Returns false, and says nothing, while there is no connection. */
  chat(message: string): boolean {
    return this.#link.send(encodeChatFrame({ message }));
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
}
