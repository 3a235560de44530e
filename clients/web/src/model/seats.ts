import type { PlayerView, SessionView, ShipView } from '@artemis/client';
import type { Console } from '@artemis/client/protocol';

/** Who holds a console of a ship. */
export function holderOf(session: SessionView, ship: number, console: Console): PlayerView | undefined {
  return session.players.find((player) => player.ship === ship && player.consoles.includes(console));
}

/** The crew of a ship. */
export function crewOf(session: SessionView, ship: number): readonly PlayerView[] {
  return session.players.filter((player) => player.ship === ship);
}

/** A player by id. */
export function playerOf(session: SessionView, playerId: string): PlayerView | undefined {
  return session.players.find((player) => player.playerId === playerId);
}

/** The ship that a player is aboard. */
export function shipOf(session: SessionView, playerId: string): ShipView | undefined {
  const ship = playerOf(session, playerId)?.ship;
  return ship === undefined ? undefined : session.ships.find((entry) => entry.ship === ship);
}

/** The ships that a player may board in the game that runs: others than the own one, and none that is known to be lost. */
export function shipsToBoard(
  session: SessionView,
  playerId: string,
  lost: ReadonlySet<number>,
): readonly ShipView[] {
  const own = playerOf(session, playerId)?.ship;
  return session.ships.filter(({ ship, objectId }) => ship !== own && !lost.has(objectId));
}

/** Why the game cannot start yet, in words for the one who asks; null if it can. Who is away does not count. */
export function startBlocker(session: SessionView, playerId: string): string | null {
  const present = (ship: number): readonly PlayerView[] =>
    crewOf(session, ship).filter(({ connected }) => connected);
  const manned = session.ships.filter(({ ship }) => present(ship).length > 0);
  if (manned.length === 0) return 'Nobody has taken a seat yet.';
  const waiting = manned.filter((ship) => !present(ship.ship).some(({ ready }) => ready));
  if (waiting.length > 0) {
    const names = waiting.map((ship) => ship.name);
    return names.length === 1
      ? `Nobody aboard ${names[0]} is ready yet.`
      : `Nobody is ready yet aboard ${names.slice(0, -1).join(', ')} and ${names.at(-1)}.`;
  }
  if (session.creatorId !== playerId) {
    const creator = playerOf(session, session.creatorId);
    return creator ? `Waiting for ${creator.name} to start.` : 'Waiting for the creator to start.';
  }
  return null;
}
