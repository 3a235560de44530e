import { ArtemisError, GatewayClient, type GatewayState } from '@artemis/client';
import { ErrorCode, type GameState, type SessionSummary } from '@artemis/client/protocol';
import { signal } from '@preact/signals';
import { GameModel } from '../model/game.js';
import { errorText } from './error-text.js';
import { gatewayUrl } from './gateway-url.js';
import { fragmentOf, parseRoute, type Route } from './route.js';
import { loadCatalog } from './server-catalog.js';
import { type Identity, loadIdentity, loadSeat, saveIdentity, saveSeat, type Seat } from './storage.js';
import { toast } from './toasts.js';

/** What one asks for when making a session. */
export interface NewSession {
  readonly name: string;
  readonly scenario: string;
  readonly difficulty: number;
  readonly maxShips: number;
  readonly password: string;
}

/** What keeps one from entering the session that the address names. */
export type Entry =
  | { readonly state: 'idle' }
  | { readonly state: 'entering' }
  | { readonly state: 'password'; readonly wrong: boolean }
  | { readonly state: 'failed'; readonly message: string; readonly gone: boolean };

/** Why one is not signed in. */
export interface SignInProblem {
  readonly text: string;
  /** What may help: a newer page, another name, or the same once more. */
  readonly remedy: 'reload' | 'rename' | 'again';
}

const refreshMs = 2000;
const unknownToken =
  'This name belongs to somebody else here, or the server does not know your sign-in any more. Choose another name.';

/** The page's state: who one is, where one is, and the connections behind it. */
export class AppStore {
  readonly identity = signal<Identity | null>(loadIdentity());
  readonly playerId = signal<string | null>(null);
  readonly gatewayState = signal<GatewayState>('idle');
  readonly signInProblem = signal<SignInProblem | null>(null);
  readonly signingIn = signal(false);
  readonly sessions = signal<readonly SessionSummary[] | null>(null);
  readonly route = signal<Route>(parseRoute(location.hash));
  readonly entry = signal<Entry>({ state: 'idle' });
  readonly game = signal<GameModel | null>(null);

  #gateway: GatewayClient | null = null;
  /** Changes with each attempt to sign in, and at signing out. */
  #signIns = 0;
  /** Changes with each session that is entered or left: what was asked for before is not wanted any more. */
  #visit = 0;
  #refreshTimer: ReturnType<typeof setInterval> | undefined;
  // What was asked for last without an answer: asked again by the same key, the server gives the session that it made meanwhile.
  #asked: { readonly what: string; readonly key: string } | undefined;

  /** Begins: signs in again if somebody signed in here before, and follows the address. */
  start(): void {
    void loadCatalog();
    addEventListener('hashchange', () => this.#follow(parseRoute(location.hash)));
    document.addEventListener('visibilitychange', () => void this.refresh());
    if (this.identity.value) void this.#connect(this.identity.value.name, this.identity.value.token);
  }

  /** Signs in with a name; registers it if it is free. */
  async signIn(name: string): Promise<void> {
    const known = this.identity.value;
    await this.#connect(name, known?.name === name ? known.token : undefined);
  }

  /** Signs in once more by the name that one has; if that is not one's own any more, one is asked for another. */
  signInAgain(): void {
    const known = this.identity.value;
    if (known) void this.#connect(known.name, known.token);
  }

  /** Forgets who one is. The name stays registered, and its token is lost. */
  signOut(): void {
    this.leave();
    this.#signIns++;
    this.#hangUp('idle');
    this.signingIn.value = false;
    this.signInProblem.value = null;
    this.#forget();
  }

  /** Goes somewhere; into a session by its password, if that is known. */
  go(route: Route, password?: string): void {
    location.hash = fragmentOf(route);
    // The event of the address comes later; then one is there already.
    this.#follow(route, password);
  }

  /** Asks for the list of sessions anew. */
  async refresh(): Promise<void> {
    if (document.hidden || this.route.value.page !== 'sessions' || this.#gateway?.state !== 'ready') return;
    try {
      this.sessions.value = await this.#gateway.listSessions();
    } catch {
      // The next round comes in two seconds; the connection's state is shown beside the list.
    }
  }

  /** Makes a session and goes there. */
  async create(options: NewSession): Promise<string | null> {
    if (!this.#gateway) return 'Not connected.';
    const route = this.route.value;
    const what = JSON.stringify(options);
    if (this.#asked?.what !== what) this.#asked = { what, key: crypto.randomUUID() };
    try {
      const created = await this.#gateway.createSession({
        name: options.name,
        scenario: options.scenario,
        difficulty: options.difficulty,
        maxShips: options.maxShips,
        clientKey: this.#asked.key,
        ...(options.password === '' ? {} : { password: options.password }),
      });
      this.#asked = undefined;
      // Who has gone elsewhere meanwhile stays there.
      if (this.route.value === route)
        this.go({ page: 'session', id: created.sessionId }, options.password || undefined);
      return null;
    } catch (error) {
      return errorText(error);
    }
  }

  /** Enters the session that the address names, with a password if it asks for one. */
  async enter(password?: string): Promise<void> {
    const route = this.route.value;
    if (route.page === 'session') await this.#enter(route.id, password);
  }

  /** Leaves the session for good. */
  leave(): void {
    this.game.value?.leave();
    saveSeat(null);
    this.#putAway();
    this.go({ page: 'sessions' });
  }

  async #connect(name: string, token: string | undefined): Promise<void> {
    const attempt = ++this.#signIns;
    this.signInProblem.value = null;
    this.signingIn.value = true;
    this.#hangUp('connecting');
    try {
      const url = await gatewayUrl();
      if (attempt === this.#signIns) await this.#signInAt(url, name, token);
    } finally {
      if (attempt === this.#signIns) this.signingIn.value = false;
    }
  }

  async #signInAt(url: string, name: string, token: string | undefined): Promise<void> {
    const gateway = new GatewayClient({ url });
    this.#gateway = gateway;
    gateway.on('state', (state) => {
      if (gateway !== this.#gateway) return;
      this.gatewayState.value = state;
      if (state === 'ready') this.#signedIn(gateway, name);
    });
    // Back after a loss. One may be in a game, which goes on without the gateway: who one is stays.
    gateway.on('error', (error) => {
      if (gateway === this.#gateway) this.#complain(error);
    });
    try {
      await gateway.connect(token ? { name, token } : { name });
    } catch (error) {
      if (gateway !== this.#gateway) return;
      this.#complain(error);
      if (error instanceof ArtemisError && error.code === ErrorCode.BadToken) this.#forget();
    }
  }

  #complain(error: unknown): void {
    const code = error instanceof ArtemisError ? error.code : undefined;
    if (code === ErrorCode.BadToken) this.signInProblem.value = { text: unknownToken, remedy: 'rename' };
    else {
      const outdated = code === ErrorCode.UnsupportedVersion || code === ErrorCode.MissingKey;
      this.signInProblem.value = { text: errorText(error), remedy: outdated ? 'reload' : 'again' };
    }
  }

  // The gateway may have another registry than before: who one is, it says each time.
  #signedIn(gateway: GatewayClient, name: string): void {
    this.playerId.value = gateway.playerId ?? null;
    this.identity.value = { name, token: gateway.token ?? '' };
    saveIdentity(this.identity.value);
    clearInterval(this.#refreshTimer);
    this.#refreshTimer = setInterval(() => void this.refresh(), refreshMs);
    void this.refresh();
    const route = this.route.value;
    if (route.page === 'session' && !this.game.value && this.entry.value.state === 'idle')
      void this.#enter(route.id);
  }

  #hangUp(state: GatewayState): void {
    const gateway = this.#gateway;
    this.#gateway = null;
    gateway?.close();
    this.gatewayState.value = state;
  }

  #forget(): void {
    this.#putAway();
    clearInterval(this.#refreshTimer);
    this.identity.value = null;
    this.playerId.value = null;
    this.sessions.value = null;
    saveIdentity(null);
  }

  #follow(route: Route, password?: string): void {
    if (fragmentOf(route) === fragmentOf(this.route.value)) return;
    this.route.value = route;
    // Going back in the browser leaves the screen, not the seat: the game keeps it for a minute.
    this.#putAway();
    if (route.page === 'sessions') void this.refresh();
    else void this.#enter(route.id, password);
  }

  /** Closes what is open of a session, and forgets what was asked of it. */
  #putAway(): void {
    this.#visit++;
    this.game.value?.close();
    this.game.value = null;
    this.entry.value = { state: 'idle' };
  }

  async #enter(sessionId: string, password?: string): Promise<void> {
    const gateway = this.#gateway;
    const playerId = this.playerId.value;
    if (!gateway || !playerId) return;
    this.#putAway();
    // Who has a seat already goes straight to it: that is quicker, asks for no password, and needs no gateway.
    const seat = password === undefined ? loadSeat(playerId, sessionId) : null;
    if (seat) {
      const game = this.#sit(seat);
      game.onceRefused(() => {
        if (this.game.value !== game) return;
        saveSeat(null);
        void this.#enter(sessionId);
      });
      return;
    }
    const visit = this.#visit;
    this.entry.value = { state: 'entering' };
    try {
      const { wsUrl, reconnectToken } = await gateway.joinSession(sessionId, password);
      // A seat that nobody comes for is free again after a while.
      if (visit === this.#visit) this.#sit({ playerId, sessionId, wsUrl, reconnectToken });
    } catch (error) {
      if (visit !== this.#visit) return;
      const code = error instanceof ArtemisError ? error.code : undefined;
      this.entry.value =
        code === ErrorCode.WrongPassword
          ? { state: 'password', wrong: password !== undefined }
          : { state: 'failed', message: errorText(error), gone: code === ErrorCode.UnknownSession };
    }
  }

  #sit(seat: Seat): GameModel {
    saveSeat(seat);
    const game = new GameModel(seat, (text) => toast(text, 'alert'));
    this.game.value = game;
    this.entry.value = { state: 'idle' };
    return game;
  }
}

/** A session's state in a word. */
export type { GameState };
