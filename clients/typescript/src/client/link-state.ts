import { type BackoffPolicy, backoffDelay } from './backoff.js';

/** Why a connection to a game is over for good. */
export type EndReason =
  /** This client left. */
  | 'left'
  /** The same player came in by another connection (close code 4003), which goes on. */
  | 'replaced'
  /** The player was sent away. */
  | 'kicked'
  /** The session has closed. */
  | 'sessionClosed'
  /** The game refused the seat: the token is not valid any more, or the versions do not agree. */
  | 'refused'
  /** The server did not accept what this client sent: not a message of the protocol, or too much. It would happen again. */
  | 'fault'
  /** The game could not be reached for too long, or not at all from here: `message` says why. */
  | 'gaveUp';

/**
 * How the connection to a game stands.
 *
 * `idle → connecting → connected → disconnected → reconnecting → connected …`, and `ended` from any of them.
 */
export type LinkState =
  | { readonly phase: 'idle' }
  /** On the way in for the first time. */
  | { readonly phase: 'connecting' }
  /** In the game; state flows. */
  | { readonly phase: 'connected' }
  /** Lost; the next try is due at `retryAt`. The game keeps the seat for a minute. */
  | {
      readonly phase: 'disconnected';
      /** Which try comes next; 1 for the first. */
      readonly attempt: number;
      /** Client clock, in ms. */
      readonly retryAt: number;
      /** Since when it is lost; client clock, in ms. */
      readonly lostAt: number;
    }
  /** A try is under way. */
  | { readonly phase: 'reconnecting'; readonly attempt: number; readonly lostAt: number }
  | { readonly phase: 'ended'; readonly reason: EndReason; readonly message: string };

/** What happens to a connection. */
export type LinkInput =
  | { readonly type: 'start' }
  /** The game has accepted the seat and sent the session's state. */
  | { readonly type: 'accepted' }
  /** The socket has closed or could not be opened. `random` is 0 to below 1. */
  | {
      readonly type: 'lost';
      readonly code: number;
      readonly reason: string;
      readonly now: number;
      readonly random: number;
    }
  /** `retryAt` has come. */
  | { readonly type: 'retry' }
  /** Over for good. */
  | { readonly type: 'end'; readonly reason: EndReason; readonly message: string };

/** Close codes of the server, beyond those of RFC 6455. */
export const CloseCode = {
  /** A frame, or what is in it, is not what the protocol says. */
  Malformed: 4000,
  /** Did not sign in or rejoin in time. */
  HandshakeTimeout: 4001,
  /** The token is not valid, or not any more. */
  BadToken: 4002,
  /** The player came in by another connection. A client must not rejoin by itself after this. */
  Superseded: 4003,
  /** The player was sent away. */
  Kicked: 4004,
  /** Reads too slowly. */
  TooSlow: 4005,
  /** Sends too much. */
  TooFast: 4006,
  /** The process holds as many connections as it may. */
  Full: 4007,
} as const;

const fault = {
  reason: 'fault',
  message: 'The server did not accept what this client sent.',
} as const;

// After these a client must not come back by itself.
const endByCode: Readonly<Record<number, { reason: EndReason; message: string }>> = {
  1000: { reason: 'sessionClosed', message: 'The session has closed.' },
  [CloseCode.BadToken]: {
    reason: 'refused',
    message: 'The seat is not yours any more. Join the session again.',
  },
  [CloseCode.Superseded]: {
    reason: 'replaced',
    message: 'You came in from another window or device, which goes on.',
  },
  [CloseCode.Kicked]: { reason: 'kicked', message: 'You were removed from the session.' },
  // Of RFC 6455: text where frames are binary, and a message that is too long.
  1003: fault,
  1009: fault,
  [CloseCode.Malformed]: fault,
  [CloseCode.TooFast]: fault,
};

/** The state after an input. Pure: clocks and chance come with the input. */
export function nextLink(state: LinkState, input: LinkInput, policy: BackoffPolicy): LinkState {
  if (state.phase === 'ended') return state;
  switch (input.type) {
    case 'start':
      return state.phase === 'idle' ? { phase: 'connecting' } : state;
    case 'accepted':
      return state.phase === 'connecting' || state.phase === 'reconnecting' ? { phase: 'connected' } : state;
    case 'retry':
      return state.phase === 'disconnected'
        ? { phase: 'reconnecting', attempt: state.attempt, lostAt: state.lostAt }
        : state;
    case 'end':
      return { phase: 'ended', reason: input.reason, message: input.message };
    case 'lost': {
      if (state.phase === 'idle' || state.phase === 'disconnected') return state;
      const end = endByCode[input.code];
      if (end) return { phase: 'ended', reason: end.reason, message: input.reason || end.message };
      const attempt = state.phase === 'reconnecting' ? state.attempt + 1 : 1;
      const lostAt = state.phase === 'reconnecting' ? state.lostAt : input.now;
      if (input.now - lostAt >= policy.giveUpAfterMs) {
        return { phase: 'ended', reason: 'gaveUp', message: 'The game could not be reached again.' };
      }
      return {
        phase: 'disconnected',
        attempt,
        lostAt,
        retryAt: input.now + backoffDelay(policy, attempt, input.random),
      };
    }
  }
}
