import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession, newPlayer, type Player, signIn, startBrowser } from './browser.js';
import { bearingOf, type ConsoleName, letPass, openConsole, takeSeat } from './hands.js';
import { press, seen } from './seen.js';
import { startServer, type TestServer } from './server.js';

const consoles: readonly ConsoleName[] = [
  'Main screen',
  'Helm',
  'Weapons',
  'Engineering',
  'Science',
  'Comms',
];

const screens = [
  ['a phone', 390, 844],
  ['a phone on its side', 844, 390],
  ['a tablet', 820, 1180],
  ['a small tablet on its side', 1024, 600],
  ['a small notebook', 1280, 620],
  ['a desk', 1440, 900],
  ['a projector', 2560, 1440],
] as const;

let server: TestServer;
let browser: Browser;
let ada: Player;

beforeAll(async () => {
  server = await startServer();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('The bridge', () => {
  it('is boarded by one who holds all consoles', async () => {
    ada = await newPlayer(browser, 'Ada', { reducedMotion: 'reduce' });
    await signIn(ada, server.url);
    await createSession(ada, { name: 'All sizes', scenario: 'Exhibition' });
    await ada.page.getByLabel('Hold several consoles').check();
    for (const console of consoles) await takeSeat(ada.page, console);
    await press(ada.page.getByRole('button', { name: 'I am ready' }), 'ready');
    await press(ada.page.getByRole('button', { name: 'Start' }), 'start');
    await seen(ada.page.locator('.console-tab.front'), 'the bridge');
  });

  it.each(screens)('has every control in reach on %s', async (_, width, height) => {
    const { page } = ada;
    await page.setViewportSize({ width, height });
    const missed: string[] = [];
    for (const console of consoles) {
      await openConsole(page, console);
      await letPass(page, 8);
      missed.push(...(await outOfReach(page)).map((control) => `${console}: ${control}`));
    }
    expect(missed).toEqual([]);
  });

  it('knows on a projector, where all is drawn larger, what a hand points at', async () => {
    const { page } = ada;
    await openConsole(page, 'Science');
    const outpost = page.locator('.contact', { hasText: 'Outpost 4' });
    const thousands = Number.parseFloat(await outpost.locator('.contact-away').innerText());
    const bearing = (((await bearingOf(page, '.contact:has-text("Outpost 4")')) ?? NaN) * Math.PI) / 180;
    const box = (await page.getByRole('img', { name: 'Long-range map to 30k units' }).boundingBox())!;
    const larger = 1440 / 1080;
    const away = ((Math.min(box.width, box.height) / 2 - 36 * larger) * thousands) / 30;
    await page.mouse.click(
      box.x + box.width / 2 + Math.sin(bearing) * away,
      box.y + box.height / 2 - Math.cos(bearing) * away,
    );
    await seen(outpost.and(page.locator('[aria-pressed="true"]')), 'the outpost chosen');
  });

  it('saw no error', () => expect(ada.troubles).toEqual([]));
});

/** Controls that a finger cannot reach, as something lies over them or they lie outside what can be scrolled to. */
function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      '.console :is(button, input, select, [role="slider"], .radar canvas[role="img"]), .console-tab, .bridge-tools button',
    );
    const reached = (control: HTMLElement): boolean => {
      control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      const { left, top, width, height } = control.getBoundingClientRect();
      const at = document.elementFromPoint(left + width / 2, top + height / 2);
      return at !== null && (control.contains(at) || (at.closest('label')?.contains(control) ?? false));
    };
    return [...controls]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }) && !reached(control))
      .map((control) => control.getAttribute('aria-label') ?? control.innerText ?? control.className);
  });
}
