/** Who signed in here last. */
export interface Identity {
  readonly name: string;
  /** The secret that proves the name; the gateway sends it once. */
  readonly token: string;
}

const identityKey = 'artemis.identity';
const draftNameKey = 'artemis.name';
const seatKey = 'artemis.seat';

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage may be switched off; then one signs in anew with each visit.
  }
}

/** Reads the identity that was kept; null if there is none. */
export function loadIdentity(): Identity | null {
  try {
    const value: unknown = JSON.parse(read(identityKey) ?? 'null');
    if (typeof value !== 'object' || value === null) return null;
    const { name, token } = value as Partial<Identity>;
    return typeof name === 'string' && typeof token === 'string' ? { name, token } : null;
  } catch {
    return null;
  }
}

/** Keeps an identity, or forgets it. */
export function saveIdentity(identity: Identity | null): void {
  write(identityKey, identity && JSON.stringify(identity));
  if (identity) write(draftNameKey, identity.name);
}

/** The name last used, to begin with. */
export const lastName = (): string => read(draftNameKey) ?? '';

/** Where one sat last, and what lets one back there. */
export interface Seat {
  readonly playerId: string;
  readonly sessionId: string;
  readonly wsUrl: string;
  readonly reconnectToken: string;
}

/** Reads the seat that a player had last; null if there is none, or if it is in another session than is asked for. */
export function loadSeat(playerId: string, inSession?: string): Seat | null {
  try {
    const seat = JSON.parse(read(seatKey) ?? 'null') as Partial<Seat> | null;
    const { sessionId, wsUrl, reconnectToken } = seat ?? {};
    const isIt = seat?.playerId === playerId && sessionId === (inSession ?? sessionId);
    return isIt &&
      typeof sessionId === 'string' &&
      typeof wsUrl === 'string' &&
      typeof reconnectToken === 'string'
      ? { playerId, sessionId, wsUrl, reconnectToken }
      : null;
  } catch {
    return null;
  }
}

/** Keeps a seat, or forgets it. */
export function saveSeat(seat: Seat | null): void {
  write(seatKey, seat && JSON.stringify(seat));
}
