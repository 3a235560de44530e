import type {
  Console,
  GameState,
  PlayerJoined,
  PlayerLeft,
  PlayerMoved,
  PlayerReady,
  SessionConfigured,
  SessionState,
  ShipClass,
  ShipRenamed,
} from '../generated/index.js';
import { LeaveReason } from '../generated/index.js';

/** A player of a session. */
export interface PlayerView {
  readonly playerId: string;
  readonly name: string;
  /** Place in the session's list of players, 0 to 47. */
  readonly slot: number;
  /** Ship, 0 to 7; undefined while none is chosen. */
  readonly ship: number | undefined;
  /** The console worked first; undefined while none is held. */
  readonly console: Console | undefined;
  /** All consoles held. */
  readonly consoles: readonly Console[];
  readonly ready: boolean;
  /** False while the connection is lost and the seat is kept. */
  readonly connected: boolean;
}

/** A ship of a session. */
export interface ShipView {
  readonly ship: number;
  readonly name: string;
  readonly shipClass: ShipClass;
  /** Object id in the world; 0 before the game runs. */
  readonly objectId: number;
  /** The player whose ship it is to name; undefined while nobody is aboard. */
  readonly captain: string | undefined;
}

/** A session and who is in it. Never changed in place: each change makes a new one. */
export interface SessionView {
  readonly sessionId: string;
  readonly name: string;
  readonly gameState: GameState;
  readonly creatorId: string;
  readonly scenario: string;
  /** 1 to 11. */
  readonly difficulty: number;
  readonly maxShips: number;
  /** Whether it asks for a password; undefined as long as nothing was said of it. */
  readonly locked: boolean | undefined;
  readonly ships: readonly ShipView[];
  /** By slot. */
  readonly players: readonly PlayerView[];
}

/** The view that a whole state describes. */
export function sessionFromState(state: SessionState, before?: SessionView): SessionView {
  return {
    sessionId: state.sessionId,
    name: state.name,
    gameState: state.gameState,
    creatorId: state.creatorId,
    scenario: state.scenario,
    difficulty: state.difficulty,
    maxShips: state.maxShips,
    locked: before?.sessionId === state.sessionId ? before.locked : undefined,
    ships: state.ships.map((ship) => ({
      ship: ship.ship,
      name: ship.name,
      shipClass: ship.shipClass,
      objectId: ship.objectId,
      captain: ship.captain,
    })),
    players: bySlot(
      state.players.map((player) => ({
        playerId: player.playerId,
        name: player.name,
        slot: player.slot,
        ship: player.ship,
        console: player.console,
        consoles: [...player.consoles],
        ready: player.ready,
        connected: player.connected,
      })),
    ),
  };
}

/** The view after somebody came or came back. */
export function afterJoined(view: SessionView, joined: PlayerJoined): SessionView {
  const before = view.players.find((player) => player.playerId === joined.playerId);
  const player: PlayerView = {
    playerId: joined.playerId,
    name: joined.name,
    slot: joined.slot,
    ship: joined.ship,
    console: joined.console,
    consoles: [...joined.consoles],
    ready: before?.ready ?? false,
    connected: true,
  };
  const others = view.players.filter((other) => other.playerId !== joined.playerId);
  return withCaptains({ ...view, players: bySlot([...others, player]) });
}

/** The view after somebody left; one whose connection was lost stays, with the seat. */
export function afterLeft(view: SessionView, left: PlayerLeft): SessionView {
  if (left.reason === LeaveReason.Replaced) return view;
  if (left.reason === LeaveReason.Disconnected) {
    return changePlayer(view, left.playerId, { connected: false });
  }
  return withCaptains({
    ...view,
    players: view.players.filter((player) => player.playerId !== left.playerId),
  });
}

/** The view after somebody took another seat. */
export function afterMoved(view: SessionView, moved: PlayerMoved): SessionView {
  return withCaptains(
    changePlayer(view, moved.playerId, {
      ship: moved.newShip,
      console: moved.newConsole,
      consoles: [...moved.consoles],
    }),
  );
}

/** The view after somebody became ready, or not. */
export function afterReady(view: SessionView, ready: PlayerReady): SessionView {
  return changePlayer(view, ready.playerId, { ready: ready.ready });
}

/** The view after a ship got a name. */
export function afterRenamed(view: SessionView, renamed: ShipRenamed): SessionView {
  return {
    ...view,
    ships: view.ships.map((ship) => (ship.ship === renamed.ship ? { ...ship, name: renamed.name } : ship)),
  };
}

/** The view after its creator changed the session, or passed it on. */
export function afterConfigured(view: SessionView, changed: SessionConfigured): SessionView {
  return {
    ...view,
    name: changed.name,
    creatorId: changed.creatorId,
    scenario: changed.scenario,
    difficulty: changed.difficulty,
    maxShips: changed.maxShips,
    locked: changed.locked,
  };
}

function changePlayer(view: SessionView, playerId: string, change: Partial<PlayerView>): SessionView {
  return {
    ...view,
    players: view.players.map((player) => (player.playerId === playerId ? { ...player, ...change } : player)),
  };
}

function bySlot(players: PlayerView[]): PlayerView[] {
  return players.sort((a, b) => a.slot - b.slot);
}

/** Keeps captains where they are as long as they are aboard; an empty chair goes to the crew's lowest slot. */
function withCaptains(view: SessionView): SessionView {
  return {
    ...view,
    ships: view.ships.map((ship) => {
      const crew = view.players.filter((player) => player.ship === ship.ship);
      if (crew.some((player) => player.playerId === ship.captain)) return ship;
      return { ...ship, captain: crew[0]?.playerId };
    }),
  };
}
