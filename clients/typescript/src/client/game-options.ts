import type { ChatMessage, CommandRefused, GameStart, SessionResults } from '../generated/index.js';
import type { ArtemisError } from './artemis-error.js';
import type { BackoffPolicy } from './backoff.js';
import type { Clock } from './clock.js';
import type { GameEvent } from './game-events.js';
import type { LinkState } from './link-state.js';
import type { PlayoutOptions } from './playout-clock.js';
import type { SessionView } from './session-view.js';
import type { SocketFactory } from './socket.js';
import type { World } from './world.js';

/** Where a seat in a game is, and what proves that it is one's own: what a gateway's redirect says, and one's id. */
export interface Seat {
  /** The game's WebSocket. */
  readonly wsUrl: string;
  /** The own player's id. */
  readonly playerId: string;
  /** The secret that opens the seat, now and after a lost connection. */
  readonly reconnectToken: string;
}

/** A seat, and how a {@link GameClient} behaves. */
export interface GameClientOptions extends Seat {
  /** Opens sockets; the environment's own by default. */
  readonly socket?: SocketFactory;
  /** The clock; `performance.now` by default. */
  readonly clock?: Clock;
  /** When to try again after a loss. */
  readonly backoff?: BackoffPolicy;
  /** Bounds of the interpolation delay. */
  readonly playout?: PlayoutOptions;
  /** Whether the scene shows the own ship as predicted while one holds the helm; true by default. */
  readonly predictHelm?: boolean;
}

/** What a game client tells. */
export interface GameClientEvents {
  /** The connection stands otherwise than before. */
  link: LinkState;
  /** The session, its roster or a seat has changed. */
  session: SessionView;
  /** Somebody said something. */
  chat: ChatMessage;
  /** The game begins, or one has come into one that runs. */
  start: GameStart;
  /** The world has moved on; `GameClient.world` is up to date. */
  update: World;
  /** Something happened. Heard as soon as it comes. */
  event: GameEvent;
  /** The same, heard when the moment that `GameClient.scene` shows reaches it. */
  sceneEvent: GameEvent;
  /** An order of this client was not carried out. */
  refused: CommandRefused;
  /** The game is over. */
  results: SessionResults;
  /** A request could not be met. */
  error: ArtemisError;
}
