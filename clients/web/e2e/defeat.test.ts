import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './accessible.js';
import { createSession, newPlayer, type Player, signIn, startBrowser } from './browser.js';
import { takeSeat } from './hands.js';
import { press, seen } from './seen.js';
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

describe('A crew that loses', () => {
  let ada: Player;

  it('watches the battle when its ship is lost, and sees the defeat', async () => {
    ada = await newPlayer(browser, 'Ada', { reducedMotion: 'reduce' });
    await signIn(ada, server.url);
    await createSession(ada, { name: 'The trap', scenario: 'Ambush', ships: 2 });
    await takeSeat(ada.page, 'Main screen');
    await press(ada.page.getByRole('button', { name: 'I am ready' }), 'ready');
    await press(ada.page.getByRole('button', { name: 'Start' }), 'start');
    const lost = ada.page.getByText('Your ship is lost.');
    const defeat = ada.page.getByRole('heading', { name: 'Defeat' });
    await seen(lost.or(defeat), 'the loss');
    expect(await barriers(ada.page, 'ship lost')).toEqual([]);
    await seen(defeat, 'the defeat');
    // Whether the second ship is lost before the time is up is left to the fortunes of war.
    await seen(
      ada.page.getByText(/All ships are lost\.|They were waiting for you\./),
      'the words of fleet command',
    );
    expect(await barriers(ada.page, 'defeat')).toEqual([]);
  });

  it('leaves, and finds the list of sessions again', async () => {
    await press(ada.page.getByRole('button', { name: 'Leave' }), 'leave');
    await seen(ada.page.getByRole('heading', { name: 'Sessions' }), 'the list');
    expect(ada.troubles).toEqual([]);
  });
});
