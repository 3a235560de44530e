import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createSession,
  freeSeat,
  newPlayer,
  picture,
  type Player,
  readout,
  signIn,
  startBrowser,
  untilReadout,
} from './browser.js';
import { openConsole } from './hands.js';
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

const markup = '<img src=x onerror=alert(1)>';

describe('Two browsers on one ship', () => {
  let ada: Player;
  let ben: Player;
  let address: string;
  /** What the page asked of anybody but its own server. */
  const elsewhere: string[] = [];

  it('meet in a session: one makes it, the other follows the link', async () => {
    ada = await newPlayer(browser, 'Ada');
    ada.page.on('request', (request) => {
      if (new URL(request.url()).origin !== server.url) elsewhere.push(request.url());
    });
    await signIn(ada, server.url);
    await ada.page.getByRole('heading', { name: 'Sessions' }).waitFor();
    await picture(ada.page, 'sessions-empty');
    address = await createSession(ada, { name: `Patrol ${markup}` });
    expect(address).toMatch(/#\/session\/[0-9a-f-]{36}$/);

    ben = await newPlayer(browser, `Ben <b>`);
    await ben.page.goto(address);
    await picture(ben.page, 'sign-in');
    await signIn(ben, address);
    await ben.page.getByRole('heading', { name: `Patrol ${markup}` }).waitFor();
  });

  it('see each other take seats, and names and chat stay text', async () => {
    await freeSeat(ada.page, 'Helm').click();
    await ada.page.getByRole('button', { name: /^Helm of .*, You/ }).waitFor();
    await ben.page.getByRole('button', { name: /^Helm of .*, Ada/ }).waitFor();
    await freeSeat(ben.page, 'Science').click();
    await ada.page.getByRole('button', { name: /^Science of .*, Ben <b>/ }).waitFor();

    await ben.page.getByLabel('Say something to all').fill(markup);
    await ben.page.keyboard.press('Enter');
    await ada.page.getByRole('log').getByText(markup, { exact: true }).waitFor();
    expect(await ada.page.locator('img').count()).toBe(0);
    expect(await ada.page.locator('.chat-log b, .crew-list b').count()).toBe(0);
  });

  it('cannot start before somebody is ready, and are told why', async () => {
    const start = ada.page.getByRole('button', { name: 'Start' });
    expect(await start.isDisabled()).toBe(true);
    await ada.page.getByText(/^Nobody aboard .* is ready yet\.$/).waitFor();
    expect(await ben.page.getByRole('button', { name: 'Start' }).count()).toBe(0);
    await ben.page.getByRole('button', { name: 'I am ready' }).click();
    await ada.page.getByRole('button', { name: 'I am ready' }).click();
    await ada.page.getByText('All set.', { exact: false }).waitFor();
    await picture(ada.page, 'lobby');
    await start.click();
    await ada.page.locator('[data-readout="heading"]').waitFor();
    await ben.page.getByText('Nothing selected.').waitFor();
  });

  it('fly: the helm steers by hand on the radar, and both see the same ship move', async () => {
    const from = { heading: await readout(ada.page, 'heading'), x: await readout(ada.page, 'posX') };
    await ada.page.getByRole('slider', { name: 'Impulse' }).press('End');

    const radar = ada.page.getByRole('img', { name: /^Radar to/ });
    const box = (await radar.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    // East or west, whichever is farther from where the bow points.
    const side = Math.sin(from.heading) > 0 ? -1 : 1;
    await ada.page.mouse.move(x + side * 60, y + 4);
    await ada.page.mouse.down();
    await ada.page.mouse.move(x + side * 160, y, { steps: 5 });
    await picture(ada.page, 'helm-steering');
    await ada.page.mouse.up();

    const wanted = side > 0 ? Math.PI / 2 : 1.5 * Math.PI;
    await openConsole(ben.page, 'Main screen');
    await untilReadout(ada.page, 'heading', (heading) => Math.abs(heading - wanted) < 0.05);
    await untilReadout(ben.page, 'heading', (heading) => Math.abs(heading - wanted) < 0.05);
    const speed = await untilReadout(ben.page, 'velocity', (velocity) => velocity > 20);
    expect(speed).toBeGreaterThan(20);
    await untilReadout(ben.page, 'posX', (now) => (now - from.x) * side > 200);
    await picture(ada.page, 'helm');
    await picture(ben.page, 'main-screen');
  });

  it('agree on where the ship is once it has stopped', async () => {
    await ada.page.getByRole('button', { name: 'All stop' }).click();
    await untilReadout(ada.page, 'velocity', (velocity) => Math.abs(velocity) < 0.01);
    await untilReadout(ben.page, 'velocity', (velocity) => Math.abs(velocity) < 0.01);
    for (const name of ['heading', 'posX', 'posY', 'posZ']) {
      const here = await readout(ada.page, name);
      await untilReadout(ben.page, name, (value) => Math.abs(value - here) < 0.2);
    }
  });

  it('keep each console to who holds it', async () => {
    await openConsole(ben.page, 'Helm');
    await ben.page.getByText('Ada works this console. You are watching.').waitFor();
    expect(await ben.page.getByRole('slider', { name: 'Impulse' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    expect(await ben.page.getByRole('button', { name: 'All stop' }).isDisabled()).toBe(true);
  });

  it('leave no error in either page, which asked nothing of anybody else', () => {
    expect(elsewhere).toEqual([]);
    expect(ada.troubles).toEqual([]);
    expect(ben.troubles).toEqual([]);
  });
});
