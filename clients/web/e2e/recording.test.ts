import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Console } from '@artemis/client/protocol';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './accessible.js';
import { newPlayer, type Player, signIn, startBrowser, untilReadout } from './browser.js';
import { host } from './crewmate.js';
import { openConsole } from './hands.js';
import { press, seen } from './seen.js';
import { startReplay, startServer, type TestServer } from './server.js';

let folder: string;
let replay: TestServer;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'artemis-recorded-'));
  replay = await startReplay(await record());
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await replay?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Plays a few seconds; returns the file that they are recorded in. */
async function record(): Promise<string> {
  const server = await startServer({ recordTo: folder });
  try {
    const session = { name: 'First night', scenario: 'exhibition', difficulty: 2, maxShips: 1 };
    const { mate } = await host(server.url, session, 'Grace', 0, Console.Helm);
    mate.game.setReady(true);
    await mate.until('readiness', ({ me }) => me?.ready === true);
    mate.game.startGame();
    let heard = 0;
    await mate.until('a while of the game', ({ ownShipId }) => ownShipId !== 0 && ++heard > 60);
    mate.close();
  } finally {
    await server.stop();
  }
  const [file] = await readdir(folder);
  return join(folder, file!);
}

describe('A recording', () => {
  let ada: Player;

  it('is found in the list and watched in the screens of the game', async () => {
    ada = await newPlayer(browser, 'Ada', { reducedMotion: 'reduce' });
    await signIn(ada, replay.url);
    await press(
      ada.page.getByRole('button', { name: /^Join Replay: \d+ \w+ \d{4}, \d\d:\d\d UTC$/ }),
      'join',
    );
    await seen(ada.page.locator('.console-tab.front'), 'the bridge');
    await seen(ada.page.getByText('Recording', { exact: true }), 'the word that it is a recording');
    const tick = await untilReadout(ada.page, 'tick', (now) => now > 0);
    await untilReadout(ada.page, 'tick', (now) => now > tick + 10);
  });

  it('lets each console be seen and none be worked', async () => {
    const { page } = ada;
    await openConsole(page, 'Helm');
    await untilReadout(page, 'heading', (heading) => heading >= 0);
    expect(await page.getByRole('slider', { name: 'Impulse' }).getAttribute('aria-disabled')).toBe('true');
    await openConsole(page, 'Weapons');
    expect(await page.getByRole('button', { name: /^(Raise|Lower) shields$/ }).isDisabled()).toBe(true);
    await openConsole(page, 'Engineering');
    expect(await page.getByRole('button', { name: 'Combat' }).isDisabled()).toBe(true);
  });

  it('lets whoever watches turn the main screen', async () => {
    const { page } = ada;
    await openConsole(page, 'Main screen');
    await press(page.getByRole('radio', { name: 'Tactical' }), 'the tactical view');
    await seen(page.getByRole('img', { name: 'Tactical chart' }), 'the chart');
    expect(await barriers(page, 'recording')).toEqual([]);
    expect(ada.troubles).toEqual([]);
  });
});
