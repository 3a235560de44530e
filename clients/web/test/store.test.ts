import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeAuthFailFrame, encodeAuthOkFrame, ErrorCode } from '../../typescript/src/generated/index.js';
import { AppStore } from '../src/app/store.js';
import { loadIdentity, loadSeat, saveSeat } from '../src/app/storage.js';
import { type Answers, type FakePage, fakePage, playerId, seatIn, sessionA, sessionB } from './page.js';

const to = (sessionId: string) => ({ page: 'session', id: sessionId }) as const;
const list = { page: 'sessions' } as const;
const isOpen = ({ readyState }: { readyState: number }): boolean => readyState < 2;

async function signedIn(hash = '', answers: Answers = {}): Promise<{ page: FakePage; store: AppStore }> {
  const page = fakePage(hash, answers);
  const store = new AppStore();
  store.start();
  await store.signIn('Ada');
  await page.settle();
  return { page, store };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('Who enters a session', () => {
  it('is given a seat, and keeps it', async () => {
    const { page, store } = await signedIn(`#/session/${sessionA}`);
    expect(store.game.value?.sessionId).toBe(sessionA);
    expect(page.games).toHaveLength(1);
    expect(loadSeat(playerId, sessionA)).not.toBeNull();
  });

  it('and turns away while asking for a seat takes none', async () => {
    const { page, store } = await signedIn('', { join: () => null });
    store.go(to(sessionA));
    expect(store.entry.value.state).toBe('entering');
    page.browse('#/');
    page.gateways[0]!.tell(seatIn(sessionA));
    await page.settle();
    expect([store.game.value, store.entry.value, page.games.length]).toEqual([null, { state: 'idle' }, 0]);
    expect(loadSeat(playerId, sessionA)).toBeNull();
  });

  it('and goes to another one meanwhile comes aboard of that one only', async () => {
    const { page, store } = await signedIn('', { join: () => null });
    store.go(to(sessionA));
    store.go(list);
    store.go(to(sessionB));
    page.gateways[0]!.tell(seatIn(sessionA));
    await page.settle();
    expect([store.game.value, store.entry.value.state]).toEqual([null, 'entering']);
    page.gateways[0]!.tell(seatIn(sessionB));
    await page.settle();
    expect(store.game.value?.sessionId).toBe(sessionB);
    expect(page.games.map(({ url }) => url)).toEqual([`ws://game/${sessionB}`]);
  });

  it('does not hear of a refusal when no longer there', async () => {
    const { page, store } = await signedIn('', { join: () => null });
    store.go(to(sessionA));
    store.go(list);
    page.gateways[0]!.drop();
    await page.settle();
    expect(store.entry.value).toEqual({ state: 'idle' });
  });

  it('leaves no connection open behind when going straight to another', async () => {
    const { page, store } = await signedIn(`#/session/${sessionA}`);
    page.browse(`#/session/${sessionB}`);
    await page.settle();
    expect(page.games.map(isOpen)).toEqual([false, true]);
    expect(store.game.value?.sessionId).toBe(sessionB);
  });

  it('by a seat kept from before, and turns away, is not taken back there', async () => {
    const { page, store } = await signedIn();
    saveSeat({ playerId, sessionId: sessionA, wsUrl: `ws://game/${sessionA}`, reconnectToken: 'seat' });
    store.go(to(sessionA));
    expect(page.games).toHaveLength(1);
    page.browse('#/');
    await page.settle();
    expect([store.game.value, page.games.length, page.heard.joins]).toEqual([null, 1, []]);
    expect(loadSeat(playerId, sessionA)).not.toBeNull();
  });

  it('by a seat that is not valid any more asks the gateway for another', async () => {
    const { page, store } = await signedIn();
    saveSeat({ playerId, sessionId: sessionA, wsUrl: `ws://game/${sessionA}`, reconnectToken: 'old' });
    store.go(to(sessionA));
    page.games[0]!.drop(4002);
    await page.settle();
    expect(page.heard.joins).toEqual([sessionA]);
    expect([page.games.map(isOpen), store.game.value?.sessionId]).toEqual([[false, true], sessionA]);
  });

  it('after making it is there once, by its password', async () => {
    const { page, store } = await signedIn();
    const options = { name: 'Patrol', scenario: 'siege', difficulty: 1, maxShips: 1, password: 'sesame' };
    expect(await store.create(options)).toBeNull();
    page.browse(`#/session/${sessionA}`);
    await page.settle();
    expect([store.route.value, page.heard.joins]).toEqual([to(sessionA), [sessionA]]);
    expect(page.games.map(isOpen)).toEqual([true]);
  });
});

describe('Who is signed in', () => {
  it('is told why when the gateway does not let them in again, and can sign in again', async () => {
    let refuse = false;
    const { page, store } = await signedIn('', {
      auth: () =>
        refuse
          ? encodeAuthFailFrame({ reason: 'Too new.', code: ErrorCode.UnsupportedVersion })
          : encodeAuthOkFrame({ playerId, token: 'secret' }),
    });
    refuse = true;
    page.gateways[0]!.drop();
    await vi.advanceTimersByTimeAsync(400);
    expect([store.gatewayState.value, store.playerId.value]).toEqual(['closed', playerId]);
    expect(store.signInProblem.value).toMatchObject({ remedy: 'reload' });
    refuse = false;
    store.signInAgain();
    await page.settle();
    expect([store.gatewayState.value, store.signInProblem.value]).toEqual(['ready', null]);
    expect(page.heard.auths.at(-1)).toMatchObject({ name: 'Ada', token: 'secret' });
  });

  it('is asked for another name when the token is not known any more', async () => {
    let refuse = false;
    const { page, store } = await signedIn('', {
      auth: ({ token }) =>
        refuse && token
          ? encodeAuthFailFrame({ reason: 'Not its.', code: ErrorCode.BadToken })
          : refuse
            ? encodeAuthFailFrame({ reason: 'Taken.', code: ErrorCode.NameTaken })
            : encodeAuthOkFrame({ playerId, token: 'secret' }),
    });
    refuse = true;
    store.signInAgain();
    await page.settle();
    expect([store.playerId.value, store.identity.value, loadIdentity()]).toEqual([null, null, null]);
    expect(store.signInProblem.value?.text).toContain('another name');
    await store.signIn('Ada');
    expect(page.heard.auths.at(-1)?.token).toBeUndefined();
    expect(store.signInProblem.value?.text).toContain('Somebody else has this name.');
  });

  it('keeps the token when another name is tried that is taken', async () => {
    const { store } = await signedIn('', {
      auth: ({ name }) =>
        name === 'Ada'
          ? encodeAuthOkFrame({ playerId, token: 'secret' })
          : encodeAuthFailFrame({ reason: 'Taken.', code: ErrorCode.NameTaken }),
    });
    await store.signIn('Ben');
    expect(loadIdentity()).toEqual({ name: 'Ada', token: 'secret' });
    expect(store.identity.value).toEqual({ name: 'Ada', token: 'secret' });
  });

  it('takes the player and the token that the gateway gives when it comes back', async () => {
    const other = '00000000-0000-4000-8000-000000000002';
    let answer = encodeAuthOkFrame({ playerId, token: 'secret' }).slice();
    const { page, store } = await signedIn('', { auth: () => answer });
    answer = encodeAuthOkFrame({ playerId: other, token: 'newer' }).slice();
    page.gateways[0]!.drop();
    await vi.advanceTimersByTimeAsync(400);
    expect([store.playerId.value, loadIdentity()]).toEqual([other, { name: 'Ada', token: 'newer' }]);
  });
});
