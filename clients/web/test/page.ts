import { vi } from 'vitest';
import {
  type Auth,
  encodeAuthOkFrame,
  encodeRedirectFrame,
  encodeSessionCreatedFrame,
  encodeSessionListFrame,
} from '../../typescript/src/generated/index.js';
import { Loopback } from '../../typescript/test/client/loopback.js';

/** What a page without a browser needs to run the store: an address, a memory, and a server in memory. */
export interface FakePage {
  /** What the browser keeps. */
  readonly kept: Map<string, string>;
  /** Connections to the gateway; the newest is last. */
  readonly gateways: Loopback[];
  /** Connections to games; the newest is last. */
  readonly games: Loopback[];
  readonly heard: { readonly auths: Auth[]; readonly joins: string[] };
  /** Goes to an address as the browser's own buttons do. */
  browse(hash: string): void;
  /** Lets all that waits run. */
  settle(): Promise<void>;
}

/** The player whom the gateway knows unless it is told otherwise. */
export const playerId = '00000000-0000-4000-8000-000000000001';
export const sessionA = '00000000-0000-4000-8000-00000000000a';
export const sessionB = '00000000-0000-4000-8000-00000000000b';

/** How the gateway answers; null gives no answer. */
export interface Answers {
  auth?: (auth: Auth) => Uint8Array | null;
  join?: (sessionId: string) => Uint8Array | null;
}

/** A seat in a session, as the gateway tells of it. */
export const seatIn = (sessionId: string): Uint8Array =>
  encodeRedirectFrame({ wsUrl: `ws://game/${sessionId}`, reconnectToken: 'seat', sessionId }).slice();

/** Puts a page in place of the browser's; connections to the gateway open at once, those to games when they are told to. */
export function fakePage(hash: string, answers: Answers = {}): FakePage {
  const kept = new Map<string, string>();
  const gateways: Loopback[] = [];
  const games: Loopback[] = [];
  const heard = { auths: [] as Auth[], joins: [] as string[] };
  const listeners: (() => void)[] = [];
  const location = { hash, protocol: 'http:', hostname: 'bridge' };

  class FakeSocket extends Loopback {
    constructor(url: string) {
      const say = (frame: Uint8Array | null): void => {
        if (frame) this.tell(frame);
      };
      super(url, {
        auth: (auth) => {
          heard.auths.push(auth);
          say((answers.auth ?? (() => encodeAuthOkFrame({ playerId, token: 'secret' })))(auth));
        },
        listSessions: () => say(encodeSessionListFrame({ sessions: [] })),
        createSession: () => say(encodeSessionCreatedFrame({ sessionId: sessionA, wsUrl: 'ws://game/' })),
        joinSession: ({ sessionId }) => {
          heard.joins.push(sessionId);
          say((answers.join ?? seatIn)(sessionId));
        },
      });
      if (url.startsWith('ws://game/')) games.push(this);
      else {
        gateways.push(this);
        queueMicrotask(() => this.open());
      }
    }
  }

  vi.stubGlobal('location', location);
  vi.stubGlobal('window', { fetch: () => Promise.reject(new Error('No server.')) });
  vi.stubGlobal('fetch', () => Promise.reject(new Error('No server.')));
  vi.stubGlobal('document', { hidden: false, addEventListener: () => undefined });
  vi.stubGlobal('addEventListener', (_: string, hear: () => void) => listeners.push(hear));
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  return {
    kept,
    gateways,
    games,
    heard,
    browse: (to) => {
      location.hash = to;
      for (const hear of listeners) hear();
    },
    settle: () => vi.advanceTimersByTimeAsync(0).then(() => undefined),
  };
}
