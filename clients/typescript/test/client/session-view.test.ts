import { describe, expect, it } from 'vitest';
import { afterLeft, afterMoved, sessionFromState, type SessionView } from '../../src/client/session-view.js';
import { Console, GameState, LeaveReason, ShipClass } from '../../src/generated/index.js';

function lobby(captain: string | undefined, ...aboard: string[]): SessionView {
  return sessionFromState({
    sessionId: 'patrol',
    name: 'Patrol',
    gameState: GameState.Lobby,
    creatorId: 'ada',
    scenario: 'siege',
    difficulty: 3,
    maxShips: 1,
    ships: [{ ship: 0, name: 'Artemis', shipClass: ShipClass.Scout, objectId: 0, captain }],
    players: ['ada', 'ben', 'cleo'].map((playerId, slot) => ({
      playerId,
      name: playerId,
      slot,
      ship: aboard.includes(playerId) ? 0 : undefined,
      console: undefined,
      consoles: [],
      ready: false,
      connected: true,
    })),
    fullSnapshot: new Uint8Array(0),
  });
}

const captainOf = (view: SessionView): string | undefined => view.ships[0]?.captain;

describe('A ship has a captain', () => {
  it('who stays it when a lower slot comes aboard, and when the connection is lost', () => {
    const boarded = afterMoved(lobby('cleo', 'cleo', 'ben'), {
      playerId: 'ada',
      newShip: 0,
      newConsole: Console.Helm,
      consoles: [Console.Helm],
    });
    expect(captainOf(boarded)).toBe('cleo');
    expect(captainOf(afterLeft(boarded, { playerId: 'cleo', reason: LeaveReason.Disconnected }))).toBe(
      'cleo',
    );
  });

  it('who is followed by the lowest slot of those aboard', () => {
    const left = afterLeft(lobby('cleo', 'cleo', 'ben'), { playerId: 'cleo', reason: LeaveReason.TimedOut });
    expect(captainOf(left)).toBe('ben');
    expect(captainOf(afterLeft(left, { playerId: 'ben', reason: LeaveReason.Left }))).toBeUndefined();
  });
});
