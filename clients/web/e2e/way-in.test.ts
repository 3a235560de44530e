import { encodeAuthFailFrame, ErrorCode } from '@artemis/client/protocol';
import type { Browser, WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './accessible.js';
import { createSession, newPlayer, type Player, signIn, startBrowser } from './browser.js';
import { gone, press, seen } from './seen.js';
import { startServer, type TestServer } from './server.js';

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  server = await startServer();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('On the way in', () => {
  let ada: Player;
  // What becomes of the page's next connection.
  let onGateway: (route: WebSocketRoute) => void;
  let onGame: (route: WebSocketRoute) => void;
  const through = (route: WebSocketRoute): void => void route.connectToServer();

  it('one goes back to the seat that one turned away from', async () => {
    ada = await newPlayer(browser, 'Ada', { reducedMotion: 'reduce' });
    [onGateway, onGame] = [through, through];
    const gateway = /gateway (ws:\/\/[^\s)]+)/.exec(server.log())![1]!;
    const port = new URL(gateway).port;
    await ada.page.routeWebSocket(
      () => true,
      (route) => (new URL(route.url()).port === port ? onGateway : onGame)(route),
    );
    await signIn(ada, server.url);
    await createSession(ada, { name: 'First watch' });
    await ada.page.goBack();
    const back = ada.page.getByRole('button', { name: 'Go back to First watch' });
    await seen(back, 'the way back');
    expect(await barriers(ada.page, 'sessions with a seat')).toEqual([]);
    await press(back, 'back');
    await seen(ada.page.getByRole('heading', { name: 'First watch' }), 'the lobby');
  });

  it('one is told when the game does not answer, and can go back to the list', async () => {
    const address = ada.page.url();
    await ada.page.goBack();
    await seen(ada.page.getByRole('heading', { name: 'Sessions' }), 'the list');
    onGame = (route) => void route.close({ code: 4001 });
    await ada.page.goto(address);
    await seen(ada.page.getByText('The game does not answer. Trying again.'), 'the word that it tries');
    expect(await barriers(ada.page, 'a game that does not answer')).toEqual([]);
    await press(ada.page.getByRole('button', { name: 'Back to the list' }), 'back to the list');
    await seen(ada.page.getByRole('heading', { name: 'Sessions' }), 'the list');
    onGame = through;
  });

  it('one is told when the server does not let one in again, and may sign in again', async () => {
    const refusal = Buffer.from(
      encodeAuthFailFrame({ reason: 'Not you.', code: ErrorCode.UnsupportedVersion }),
    );
    let cut = (): void => undefined;
    onGateway = (route) => {
      const end = route.connectToServer();
      cut = () => {
        void end.close();
        void route.close({ code: 1001 });
      };
    };
    await ada.page.reload();
    await seen(ada.page.getByRole('heading', { name: 'Sessions' }), 'the list');
    onGateway = (route) => route.onMessage(() => route.send(refusal));
    cut();
    await seen(ada.page.getByText('This page is from another version'), 'why');
    await seen(ada.page.getByRole('button', { name: 'Reload' }), 'what helps');
    expect(await barriers(ada.page, 'signed off')).toEqual([]);
    onGateway = through;
    await press(ada.page.getByRole('button', { name: 'Reload' }), 'reload');
    await seen(ada.page.getByRole('heading', { name: 'Sessions' }), 'the list');
    await gone(ada.page.getByRole('button', { name: 'Reload' }), 'that word');
  });

  it('one whose sign-in is not known any more chooses another name', async () => {
    const refusal = Buffer.from(encodeAuthFailFrame({ reason: 'Not you.', code: ErrorCode.BadToken }));
    onGateway = (route) => route.onMessage(() => route.send(refusal));
    await ada.page.reload();
    await seen(ada.page.getByText('Choose another name.', { exact: false }), 'the reason');
    onGateway = through;
    await ada.page.getByLabel('Your name').fill('Ada the second');
    await press(ada.page.getByRole('button', { name: 'Come aboard' }), 'come aboard');
    await seen(ada.page.getByRole('heading', { name: 'Sessions' }), 'the list');
    expect(ada.troubles).toEqual([]);
  });
});
