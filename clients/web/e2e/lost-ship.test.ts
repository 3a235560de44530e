import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './accessible.js';
import { createSession, newPlayer, signIn, startBrowser } from './browser.js';
import { takeSeat } from './hands.js';
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

describe('Who has lost the ship', () => {
  it('boards one that still flies, and is not offered the lost one', async () => {
    const ada = await newPlayer(browser, 'Ada', { reducedMotion: 'reduce' });
    const { page } = ada;
    await signIn(ada, server.url);
    await createSession(ada, { name: 'The reef', scenario: 'Reef', ships: 2 });
    await takeSeat(page, 'Helm');
    await press(page.getByRole('button', { name: 'I am ready' }), 'ready');
    await press(page.getByRole('button', { name: 'Start' }), 'start');
    await seen(page.getByText('The others fight on.'), 'the loss');
    await press(page.getByRole('button', { name: 'Board another ship' }), 'another ship');
    await seen(page.getByRole('heading', { name: 'Intrepid' }), 'the ship that flies');
    expect(await page.getByRole('heading', { name: 'Artemis', exact: true, level: 2 }).count()).toBe(0);
    expect(await barriers(page, 'boarding another ship')).toEqual([]);
    await press(page.getByRole('button', { name: /^Helm of Intrepid, Free/ }), 'the helm of the Intrepid');
    await seen(page.locator('.console-tab.mine.front', { hasText: 'Helm' }), 'the helm');
    await gone(page.getByText('The others fight on.'), 'the loss');
    expect(ada.troubles).toEqual([]);
  });
});
