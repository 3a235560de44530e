import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './accessible.js';
import {
  createSession,
  newPlayer,
  type Player,
  readout,
  signIn,
  startBrowser,
  untilReadout,
} from './browser.js';
import { bearingOf, letPass, openConsole, steer, takeSeat } from './hands.js';
import { gone, press, seen, until, watchFor } from './seen.js';
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

describe('A crew in three browsers', () => {
  let ada: Player;
  let ben: Player;
  let cleo: Player;
  const problems: string[] = [];
  const check = async ({ page }: Player, screen: string): Promise<void> => {
    problems.push(...(await barriers(page, screen)));
  };

  it('finds together by the list of sessions, behind a password', async () => {
    ada = await newPlayer(browser, 'Ada', { reducedMotion: 'reduce' });
    await ada.page.goto(server.url);
    await seen(ada.page.getByLabel('Your name'), 'the door');
    await check(ada, 'sign in');
    await signIn(ada, server.url);
    await press(ada.page.getByRole('button', { name: 'New session' }), 'new session');
    await seen(ada.page.getByRole('dialog').getByText('Drill', { exact: true }), 'the scenarios');
    await check(ada, 'new session');
    await ada.page.keyboard.press('Escape');
    await createSession(ada, { name: 'First watch', scenario: 'Drill', password: 'sesame' });

    ben = await newPlayer(browser, 'Ben', { reducedMotion: 'reduce' });
    await signIn(ben, server.url);
    await seen(ben.page.getByText('by Ada', { exact: false }), 'the session in the list');
    await check(ben, 'sessions');
    await press(ben.page.getByRole('button', { name: 'Join First watch' }), 'join');
    await ben.page.getByLabel('Password').fill('wrong');
    await press(ben.page.getByRole('button', { name: 'Enter' }), 'enter');
    await seen(ben.page.getByText('That is not the password.'), 'the refusal');
    await check(ben, 'password');
    await ben.page.getByLabel('Password').fill('sesame');
    await press(ben.page.getByRole('button', { name: 'Enter' }), 'enter');
    await seen(ben.page.getByRole('heading', { name: 'First watch' }), 'the lobby');
  });

  it('takes its consoles, names the ship, gets ready and starts', async () => {
    await takeSeat(ada.page, 'Helm');
    await ada.page.getByLabel('Hold several consoles').check();
    await takeSeat(ada.page, 'Weapons');
    await takeSeat(ada.page, 'Engineering');
    await takeSeat(ben.page, 'Science');
    await ben.page.getByLabel('Hold several consoles').check();
    await takeSeat(ben.page, 'Comms');
    await press(ada.page.getByRole('button', { name: /^Rename / }), 'rename');
    await ada.page.getByRole('dialog').getByLabel('Name').fill('Kestrel <i>');
    await press(ada.page.getByRole('button', { name: 'Name her' }), 'the new name');
    await seen(
      ben.page.getByRole('heading', { name: 'Kestrel <i>', exact: true }),
      'the new name at the other page',
    );
    await check(ada, 'lobby');
    await press(ben.page.getByRole('button', { name: 'I am ready' }), 'ready');
    await seen(ada.page.getByText('All set.', { exact: false }), 'the word to start');
    await press(ada.page.getByRole('button', { name: 'Start' }), 'start');
    await seen(ada.page.locator('[data-readout="heading"]'), 'the helm');
    await seen(ben.page.locator('.console-tab.front'), 'a console');
  });

  it('docks at the base, is supplied, and casts off', async () => {
    await openConsole(ada.page, 'Helm');
    await press(ada.page.getByRole('button', { name: 'Dock', exact: true }), 'dock');
    await seen(ada.page.getByText('Made fast.', { exact: false }), 'the ship at the base');
    await check(ada, 'helm');
    await press(ada.page.getByRole('button', { name: 'Undock' }), 'undock');
    await seen(ada.page.getByRole('button', { name: 'Dock', exact: true }), 'the ship free');
  });

  it('hails the base and hears its answer', async () => {
    await openConsole(ben.page, 'Comms');
    await press(ben.page.locator('.contact', { hasText: 'Dry Dock' }), 'the channel of the base');
    await press(ben.page.getByRole('button', { name: 'Report' }), 'the hail');
    await seen(ben.page.locator('.comms-line.base'), 'the answer of the base');
    await check(ben, 'communications');
  });

  it('scans the raider twice, and weapons sees what science found out', async () => {
    await openConsole(ben.page, 'Science');
    await press(ben.page.locator('.contact.hostile'), 'the raider in the list');
    await press(ben.page.getByRole('button', { name: 'Scan', exact: true }), 'the first scan');
    await check(ben, 'science');
    await press(ben.page.getByRole('button', { name: 'Scan for frequencies' }), 'the second scan');
    await seen(ben.page.getByText('Weak against'), 'the frequencies');
    await openConsole(ada.page, 'Weapons');
    // Beams that fire by themselves might end the drill before its time.
    await press(ada.page.getByRole('button', { name: 'Auto', exact: true, pressed: true }), 'auto-beams off');
    await seen(ada.page.getByRole('button', { name: 'Auto', exact: true, pressed: false }), 'them off');
    await press(ada.page.locator('.contact.hostile'), 'the target');
    await seen(ada.page.getByText('Weak against'), 'the frequencies at weapons');
  });

  it('lets somebody in by the link while the game runs', async () => {
    cleo = await newPlayer(browser, 'Cleo', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
    });
    await signIn(cleo, ben.page.url());
    await cleo.page.getByLabel('Password').fill('sesame');
    await press(cleo.page.getByRole('button', { name: 'Enter' }), 'enter');
    await seen(
      cleo.page.getByRole('heading', { name: 'The game is under way' }),
      'the ships and their free seats',
    );
    await check(cleo, 'hot join on a phone');
    await press(cleo.page.getByRole('button', { name: /^Main screen of .*, Free$/ }), 'the free seat');
    await untilReadout(cleo.page, 'heading', (heading) => heading >= 0);
    await press(cleo.page.getByRole('radio', { name: 'Status' }), 'the status view');
    await seen(cleo.page.locator('.status-view'), 'the status view');
    await check(cleo, 'main screen on a phone');
    await seen(
      ada.page.getByRole('button', { name: /^Main screen.*Cleo/ }),
      'the newcomer at the other page',
    );
  });

  it('loses the connection and comes back to the same seats', async () => {
    await press(ben.page.getByRole('button', { name: /^Network/ }), 'the network panel');
    await check(ben, 'network');
    const toldOfLoss = await watchFor(ben.page, 'Connection lost.');
    await press(ben.page.getByRole('button', { name: 'Cut the line' }), 'cut the line');
    await toldOfLoss();
    await gone(ben.page.getByText('Connection lost.'), 'that word');
    await seen(ben.page.getByRole('button', { name: /^Science.*You/ }), 'the old seat');
    const tick = await readout(ben.page, 'tick');
    await untilReadout(ben.page, 'tick', (now) => now > tick + 10);

    // A page that is closed and opened again is the same player, with the same seats.
    await ben.page.reload();
    await seen(ben.page.getByRole('button', { name: /^Science.*You/ }), 'the old seat after a reload');
    await openConsole(ben.page, 'Main screen');
    await untilReadout(ben.page, 'heading', (heading) => heading >= 0);
    await check(ben, 'main screen');
    await openConsole(ben.page, 'Comms');
    await press(ben.page.getByRole('button', { name: 'Two consoles side by side' }), 'a second console');
    await seen(ben.page.locator('.pane').nth(1), 'two consoles');
    await check(ben, 'split view');
    await press(ben.page.getByRole('button', { name: 'Two consoles side by side' }), 'one console again');
    await gone(ben.page.locator('.pane').nth(1), 'the second console');
    await press(ben.page.getByRole('button', { name: /^Chat/ }), 'the chat');
    await seen(ben.page.getByLabel('Say something to all'), 'the chat');
    await check(ben, 'chat on the bridge');
    // The focus went in with the press, and is back at the button.
    await ben.page.keyboard.press('Escape');
    await gone(ben.page.getByLabel('Say something to all'), 'the chat');
    await seen(ben.page.getByRole('button', { name: /^Chat/ }).and(ben.page.locator(':focus')), 'the focus');
  });

  it('fires beams by hand as soon as one bears', async () => {
    const { page } = ada;
    const beams = page.getByRole('region', { name: 'Beams and shields' });
    const fire = beams.getByRole('button', { name: 'Fire', exact: true, disabled: false });
    const charging = beams
      .getByRole('progressbar', { name: /^Beam / })
      .and(page.locator(':not([aria-valuenow="100"])'));
    await openConsole(page, 'Helm');
    await press(page.getByRole('slider', { name: 'Impulse' }), 'the impulse lever');
    await page.getByRole('slider', { name: 'Impulse' }).press('End');
    // Automatic fire is off: a beam that charges is one that was fired by hand.
    await until(charging, 'a beam that was fired', async () => {
      await openConsole(page, 'Helm');
      const bearing = await bearingOf(page, '.contact.hostile');
      if (bearing !== undefined) await steer(page, bearing);
      await letPass(page, 20);
      await openConsole(page, 'Weapons');
      if (await fire.isVisible()) await fire.click({ timeout: 2000 }).catch(() => undefined);
      await letPass(page, 10);
    });
  });

  it('fights: shields, power, beams and torpedoes, until the raider is beaten', async () => {
    const { page } = ada;
    const victory = page.getByRole('heading', { name: 'Victory' });
    await openConsole(page, 'Engineering');
    await press(page.getByRole('button', { name: 'Combat' }), 'power for a fight');
    await check(ada, 'engineering');
    await openConsole(page, 'Weapons');
    await press(page.getByRole('button', { name: 'Raise shields' }), 'shields');
    await seen(page.getByRole('button', { name: 'Lower shields' }), 'shields up');
    await press(page.getByRole('button', { name: 'Auto', exact: true, pressed: false }), 'auto-beams');
    await check(ada, 'weapons');
    await openConsole(page, 'Helm');
    await press(page.getByRole('slider', { name: 'Impulse' }), 'the impulse lever');
    await page.getByRole('slider', { name: 'Impulse' }).press('End');
    await until(victory, 'victory', () => fight(ada));
    await seen(ben.page.getByRole('heading', { name: 'Victory' }), 'victory at the other page');
  });

  it('sees the results, talks about them and goes back to the lobby', async () => {
    await seen(ada.page.getByText('The raider is beaten. Well done.'), 'the words of fleet command');
    await seen(ada.page.getByRole('region', { name: 'Damage dealt' }), 'the statistics');
    await seen(ada.page.getByText('Kestrel <i>'), 'the ship among them');
    await check(ada, 'results');
    // Who comes back to the results sees them too.
    await ben.page.reload();
    await seen(ben.page.getByRole('region', { name: 'Damage dealt' }), 'the statistics after a reload');
    await press(ada.page.getByRole('button', { name: 'Back to the lobby' }), 'back');
    await seen(ada.page.getByRole('button', { name: 'I am ready' }), 'the lobby');
    await seen(ben.page.getByRole('button', { name: /^Science of .*, You/ }), 'the seat kept in the lobby');
  });

  it('met no barrier that axe calls serious', () => {
    expect(problems).toEqual([]);
  });

  it('saw no error in either page, nor markup', async () => {
    expect(ada.troubles).toEqual([]);
    expect(ben.troubles).toEqual([]);
    expect(cleo.troubles).toEqual([]);
    expect(await ben.page.locator('h2 i, .crew-list i').count()).toBe(0);
  });
});

/** One round of a fight: the bow to the enemy, what is loaded fired, what is empty loaded. */
async function fight({ page }: Player): Promise<void> {
  const quick = { timeout: 2000 };
  const tolerate = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined);
  await tolerate(page.keyboard.press('F2'));
  const bearing = await bearingOf(page, '.contact.hostile');
  if (bearing !== undefined) await tolerate(steer(page, bearing));
  await tolerate(page.keyboard.press('F3'));
  for (const tube of await page.locator('.tube').all()) {
    const fire = tube.getByRole('button', { name: 'Fire' });
    const load = tube.getByRole('button', { name: /^Load / });
    if (await fire.isVisible()) await tolerate(fire.click(quick));
    else if (await load.isVisible()) await tolerate(load.click(quick));
  }
  if ((await page.locator('.target-name').count()) === 0)
    await tolerate(page.locator('.contact.hostile').first().click(quick));
  await letPass(page, 40);
}
