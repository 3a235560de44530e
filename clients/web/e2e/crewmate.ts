import { GameClient, GatewayClient, type SocketLike } from '@artemis/client';
import type { Console } from '@artemis/client/protocol';
import { WebSocket } from 'ws';
import { patienceMs } from './browser.js';

const socket = (url: string): SocketLike => new WebSocket(url) as unknown as SocketLike;

/** A player without a page, by the SDK alone: fills seats and speaks. */
export interface Crewmate {
  readonly game: GameClient;
  /** Waits until the session, as this player sees it, is as wanted. */
  until(what: string, wanted: (game: GameClient) => boolean): Promise<void>;
  close(): void;
}

/** The gateway's WebSocket, as the page's server tells of it. */
export async function gatewayOf(url: string): Promise<GatewayClient> {
  const answer = (await (await fetch(new URL('/api/server', url))).json()) as { gatewayUrl: string };
  return new GatewayClient({ url: answer.gatewayUrl, socket, requestTimeoutMs: patienceMs });
}

/** Signs in, joins a session and takes a seat there. */
export async function crewmate(
  url: string,
  sessionId: string,
  name: string,
  ship: number,
  console: Console,
): Promise<Crewmate> {
  const gateway = await gatewayOf(url);
  const { playerId } = await gateway.connect({ name });
  return sit(gateway, playerId, sessionId, name, ship, console);
}

/** Makes a session and takes a seat there, in charge of it; for scenarios that no page offers as well. */
export async function host(
  url: string,
  session: Omit<Parameters<GatewayClient['createSession']>[0], 'clientKey'>,
  name: string,
  ship: number,
  console: Console,
): Promise<{ mate: Crewmate; sessionId: string }> {
  const gateway = await gatewayOf(url);
  const { playerId } = await gateway.connect({ name });
  const { sessionId } = await gateway.createSession({ ...session, clientKey: name });
  return { mate: await sit(gateway, playerId, sessionId, name, ship, console), sessionId };
}

async function sit(
  gateway: GatewayClient,
  playerId: string,
  sessionId: string,
  name: string,
  ship: number,
  console: Console,
): Promise<Crewmate> {
  const game = new GameClient({ ...(await gateway.joinSession(sessionId)), playerId, socket });
  const until: Crewmate['until'] = (what, wanted) =>
    new Promise((done, fail) => {
      const check = (): void => {
        if (!wanted(game)) return;
        clearTimeout(timer);
        offs.forEach((off) => off());
        done();
      };
      const timer = setTimeout(() => {
        offs.forEach((off) => off());
        fail(
          new Error(`${name} waited in vain for ${what}; the session is ${JSON.stringify(game.session)}.`),
        );
      }, patienceMs);
      const offs = [game.on('session', check), game.on('link', check), game.on('update', check)];
      check();
    });
  const close = (): void => {
    game.close();
    gateway.close();
  };
  void game.connect();
  await until('the session', () => game.session !== undefined);
  game.selectConsole(ship, console);
  await until('a seat', () => game.me?.ship === ship);
  return { game, until, close };
}
