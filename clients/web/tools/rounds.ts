import type { Page } from 'playwright-core';
import { readout } from '../e2e/browser.js';
import { bearingOf, openConsole, steer } from '../e2e/hands.js';
import { unitsOf } from './controls/control.js';

/** One round at helm and weapons. */
export async function fight(page: Page): Promise<void> {
  const quick = { timeout: 3000 };
  await openConsole(page, 'Weapons');
  const raise = page.getByRole('button', { name: 'Raise shields' });
  const auto = page.getByRole('button', { name: 'Auto', exact: true });
  const hostile = page.locator('.contact.hostile');
  const near = (await hostile.count()) > 0;
  if (near && (await raise.isVisible()) && (await raise.isEnabled())) await raise.click(quick);
  if ((await auto.getAttribute('aria-pressed')) === 'false') await auto.click(quick);
  if (near && (await hostile.first().getAttribute('aria-pressed')) === 'false')
    await hostile.first().click(quick);
  for (const tube of await page.locator('.tube').all()) {
    const fire = tube.getByRole('button', { name: 'Fire' });
    const load = tube.getByRole('button', { name: /^Load / });
    if (near && (await fire.isVisible()) && (await fire.isEnabled())) await fire.click(quick);
    else if ((await load.isVisible()) && (await load.isEnabled())) await load.click(quick);
  }
  const away = near
    ? unitsOf(await hostile.first().locator('.contact-away').first().innerText(quick))
    : Infinity;
  const bearing = await bearingOf(page, '.contact.hostile');
  await openConsole(page, 'Helm');
  if (bearing !== undefined) await steer(page, bearing);
  const energy = Number(
    await page.getByRole('meter', { name: 'Energy' }).first().getAttribute('aria-valuenow'),
  );
  const warp = page.getByRole('radio', {
    name: away > 4000 && energy > 250 ? 'Warp 2' : 'Warp off',
    exact: true,
  });
  if ((await warp.isEnabled()) && (await warp.getAttribute('aria-checked')) === 'false')
    await warp.click(quick);
  await page.getByRole('slider', { name: 'Impulse' }).press(away < 600 ? 'Home' : 'End', quick);
  await ticks(page, 40);
}

/** One round at engineering, science and communications. */
export async function support(page: Page): Promise<void> {
  const quick = { timeout: 3000 };
  await openConsole(page, 'Science');
  const unknown = page.locator('.contact', { hasText: 'Not scanned' });
  const scan = page.getByRole('button', { name: /^Scan( for frequencies)?$/ });
  if (await scan.isVisible()) {
    if (await scan.isEnabled()) await scan.click(quick);
    else if ((await unknown.count()) > 0) await unknown.first().click(quick);
  }
  await openConsole(page, 'Comms');
  const hostile = page.locator('.contact.hostile:not(:has-text("Base"))');
  if ((await hostile.count()) > 0) {
    if ((await hostile.first().getAttribute('aria-pressed')) === 'false') await hostile.first().click(quick);
    const demand = page.getByRole('button', { name: 'Demand surrender' });
    if ((await demand.isVisible()) && (await demand.isEnabled())) await demand.click(quick);
  }
  await openConsole(page, 'Engineering');
  await page
    .getByRole('button', { name: (await hostile.count()) > 0 ? 'Combat' : 'Even', exact: true })
    .click(quick);
  await ticks(page, 60);
}

/** Waits until so many ticks have passed, or the game is over. */
async function ticks(page: Page, count: number): Promise<void> {
  const tick = await readout(page, 'tick');
  await page.waitForFunction(
    (least) =>
      !(Number(document.querySelector('[data-readout="tick"]')?.getAttribute('data-value')) < least) ||
      document.querySelector('.results-head') !== null,
    tick + count,
  );
}
