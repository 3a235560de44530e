import { describe, expect, it } from 'vitest';
import { backoffDelay, defaultBackoff } from '../../src/client/backoff.js';
import { CloseCode, type LinkInput, type LinkState, nextLink } from '../../src/client/link-state.js';

const run = (inputs: LinkInput[], from: LinkState = { phase: 'idle' }): LinkState =>
  inputs.reduce((state, input) => nextLink(state, input, defaultBackoff), from);

const lost = (now: number, code = 1006): LinkInput => ({ type: 'lost', code, reason: '', now, random: 0 });

const connected: LinkInput[] = [{ type: 'start' }, { type: 'accepted' }];

describe('The connection to a game', () => {
  it('is connected once the game accepts the seat', () => {
    expect(run(connected)).toEqual({ phase: 'connected' });
  });

  it('tries again after a loss, and remembers since when it is lost', () => {
    const state = run([...connected, lost(1000)]);
    expect(state).toEqual({ phase: 'disconnected', attempt: 1, lostAt: 1000, retryAt: 1300 });
    const second = run([{ type: 'retry' }, lost(2000)], state);
    expect(second).toEqual({ phase: 'disconnected', attempt: 2, lostAt: 1000, retryAt: 2600 });
  });

  it('is connected again when a try succeeds, and counts anew at the next loss', () => {
    const state = run([
      ...connected,
      lost(0),
      { type: 'retry' },
      lost(500),
      { type: 'retry' },
      { type: 'accepted' },
    ]);
    expect(state.phase).toBe('connected');
    expect(run([lost(9000)], state)).toMatchObject({ attempt: 1, lostAt: 9000 });
  });

  it('does not come back by itself when another connection of the same player took over', () => {
    const state = run([...connected, lost(0, CloseCode.Superseded)]);
    expect(state).toMatchObject({ phase: 'ended', reason: 'replaced' });
    expect(run([{ type: 'retry' }, { type: 'start' }, { type: 'accepted' }], state)).toBe(state);
  });

  it('ends when the player was sent away, the token is refused or the session closes', () => {
    const ended = (code: number): LinkState => run([...connected, lost(0, code)]);
    expect(ended(CloseCode.Kicked)).toMatchObject({ reason: 'kicked' });
    expect(ended(CloseCode.BadToken)).toMatchObject({ reason: 'refused' });
    expect(ended(1000)).toMatchObject({ reason: 'sessionClosed' });
  });

  it.each([1003, 1009, CloseCode.Malformed, CloseCode.TooFast])(
    'does not come back by itself to a server that does not accept what it sends: %i',
    (code) => {
      expect(run([...connected, lost(0, code)])).toMatchObject({ phase: 'ended', reason: 'fault' });
    },
  );

  it.each([1001, 1011, CloseCode.HandshakeTimeout, CloseCode.TooSlow, CloseCode.Full])(
    'comes back after a fault of the server or the network: %i',
    (code) => {
      expect(run([...connected, lost(0, code)]).phase).toBe('disconnected');
    },
  );

  it('tells the reason that the server gave, if it gave one', () => {
    const input: LinkInput = {
      type: 'lost',
      code: CloseCode.Kicked,
      reason: 'Sent away by Mira.',
      now: 0,
      random: 0,
    };
    expect(run([...connected, input])).toMatchObject({ message: 'Sent away by Mira.' });
  });

  it('gives up after five minutes of tries', () => {
    const state = run([...connected, lost(0), { type: 'retry' }, lost(299_999), { type: 'retry' }]);
    expect(state.phase).toBe('reconnecting');
    expect(run([lost(300_000)], state)).toMatchObject({ phase: 'ended', reason: 'gaveUp' });
  });
});

describe('The wait before a try', () => {
  it('doubles up to a bound and leaves a share to chance', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((attempt) => backoffDelay(defaultBackoff, attempt, 0));
    expect(waits).toEqual([300, 600, 1200, 2400, 4800, 8000, 8000]);
    expect(backoffDelay(defaultBackoff, 1, 1)).toBeCloseTo(210);
    expect(backoffDelay(defaultBackoff, 5000, 0)).toBe(8000);
  });
});
