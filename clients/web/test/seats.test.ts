import type { PlayerView, SessionView } from '@artemis/client';
import { Console, GameState, ShipClass } from '@artemis/client/protocol';
import { describe, expect, it } from 'vitest';
import { holderOf, shipOf, shipsToBoard, startBlocker } from '../src/model/seats.js';

const player = (
  name: string,
  slot: number,
  ship: number | undefined,
  ready: boolean,
  ...consoles: Console[]
): PlayerView => ({
  playerId: name,
  name,
  slot,
  ship,
  console: consoles[0],
  consoles,
  ready,
  connected: true,
});

const session = (...players: PlayerView[]): SessionView => ({
  sessionId: 's',
  name: 'Patrol',
  gameState: GameState.Lobby,
  creatorId: 'Ada',
  scenario: 'siege',
  difficulty: 3,
  maxShips: 3,
  locked: false,
  ships: ['Artemis', 'Intrepid', 'Aegis'].map((name, ship) => ({
    ship,
    name,
    shipClass: ShipClass.Scout,
    objectId: 0,
    captain: undefined,
  })),
  players,
});

describe('A game', () => {
  it('cannot start before somebody took a seat', () => {
    expect(startBlocker(session(player('Ada', 0, undefined, false)), 'Ada')).toBe(
      'Nobody has taken a seat yet.',
    );
  });

  it('waits for one ready player aboard each ship that has a crew, and names the ships', () => {
    const ada = player('Ada', 0, 0, false, Console.Helm);
    const ben = player('Ben', 1, 1, false, Console.Helm);
    const cleo = player('Cleo', 2, 2, false, Console.Helm);
    expect(startBlocker(session(ada), 'Ada')).toBe('Nobody aboard Artemis is ready yet.');
    expect(startBlocker(session(ada, ben, cleo), 'Ada')).toBe(
      'Nobody is ready yet aboard Artemis, Intrepid and Aegis.',
    );
    expect(startBlocker(session({ ...ada, ready: true }, ben), 'Ada')).toBe(
      'Nobody aboard Intrepid is ready yet.',
    );
  });

  it('neither waits for who is away nor takes their word', () => {
    const ada = player('Ada', 0, 0, true, Console.Helm);
    const away = { ...player('Ben', 1, 1, false, Console.Helm), connected: false };
    expect(startBlocker(session(ada, away), 'Ada')).toBeNull();
    const readyAndAway = { ...away, ship: 0, ready: true };
    expect(startBlocker(session({ ...ada, ready: false }, readyAndAway), 'Ada')).toBe(
      'Nobody aboard Artemis is ready yet.',
    );
  });

  it('can be started by its creator alone', () => {
    const ready = session(
      player('Ada', 0, 0, true, Console.Helm),
      player('Ben', 1, 0, false, Console.Weapons),
    );
    expect(startBlocker(ready, 'Ada')).toBeNull();
    expect(startBlocker(ready, 'Ben')).toBe('Waiting for Ada to start.');
  });
});

describe('A seat', () => {
  it('is found by ship and console, for players with several consoles too', () => {
    const crewed = session(player('Ada', 0, 1, true, Console.Helm, Console.Science));
    expect(holderOf(crewed, 1, Console.Science)?.name).toBe('Ada');
    expect(holderOf(crewed, 0, Console.Science)).toBeUndefined();
    expect(shipOf(crewed, 'Ada')?.name).toBe('Intrepid');
  });
});

describe('Ships to board', () => {
  const fleet = session(player('Ada', 0, 0, false, Console.Helm), player('Ben', 1, undefined, false));
  const flying: SessionView = {
    ...fleet,
    gameState: GameState.Running,
    ships: fleet.ships.map((ship) => ({ ...ship, objectId: 10 + ship.ship })),
  };
  const names = (playerId: string, ...lost: number[]): string[] =>
    shipsToBoard(flying, playerId, new Set(lost)).map(({ name }) => name);

  it('are those that are not known to be lost', () => {
    expect(names('Ben')).toEqual(['Artemis', 'Intrepid', 'Aegis']);
    expect(names('Ben', 11)).toEqual(['Artemis', 'Aegis']);
  });

  it('are others than the own one', () => {
    expect(names('Ada', 10, 12)).toEqual(['Intrepid']);
  });
});
