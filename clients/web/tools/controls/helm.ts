import type { Page } from 'playwright-core';
import { readout } from '../../e2e/browser.js';
import { letPass, openConsole, steer } from '../../e2e/hands.js';
import {
  button,
  chosen,
  type Control,
  key,
  lever,
  leverByHand,
  press,
  radio,
  slider,
  turn,
  turnsInto,
  unitsOf,
  valueOf,
  zooms,
} from './control.js';

const degrees = async (page: Page): Promise<number> => ((await readout(page, 'heading')) * 180) / Math.PI;

const warp = (factor: 1 | 2 | 3 | 4): Control => ({
  console: 'Helm',
  name: `Warp ${factor}`,
  work: async (page) =>
    (await press(radio(page, `Warp ${factor}`)))
      ? async () => (await readout(page, 'warp')) > factor - 0.8
      : undefined,
});

/** Flies to the nearest base, as far as it is near, and makes fast. */
const dock: Control = {
  console: 'Helm',
  name: 'Dock',
  patienceMs: 60_000,
  work: async (page) => {
    const deadline = Date.now() + 180_000;
    const where = async (): Promise<{ away: number; bearing: number } | undefined> => {
      const match = /, ([\d.]+k?) on (\d+)°/.exec((await page.locator('.dock-note').textContent()) ?? '');
      return match ? { away: unitsOf(match[1]!), bearing: Number(match[2]) } : undefined;
    };
    const first = await where();
    if (!first || first.away > 4000) return undefined;
    await openConsole(page, 'Weapons');
    await press(button(page, 'Lower shields'));
    await openConsole(page, 'Helm');
    await press(radio(page, 'Warp off'));
    for (let at = await where(); at && at.away > 450; at = await where()) {
      if (Date.now() > deadline) return undefined;
      await steer(page, at.bearing);
      const ahead = Math.abs(turn(at.bearing - (await degrees(page)))) < 30;
      await key(slider(page, 'Impulse'), ahead ? 'End' : 'Home');
      await letPass(page, 20);
    }
    await key(slider(page, 'Impulse'), 'Home');
    while (Math.abs(await readout(page, 'velocity')) > 8 && Date.now() < deadline) await letPass(page, 10);
    return (await press(button(page, 'Dock')))
      ? async () => (await button(page, 'Undock').count()) > 0
      : undefined;
  },
};

/** What there is at the helm. */
export const helm: readonly Control[] = [
  {
    console: 'Helm',
    name: 'Impulse by End',
    work: async (page) =>
      (await key(slider(page, 'Impulse'), 'End'))
        ? async () => (await readout(page, 'velocity')) > 5
        : undefined,
  },
  leverByHand('Helm', 'Impulse', 0.5),
  ...(['ArrowUp', 'ArrowDown'] as const).map((arrow): Control => ({
    console: 'Helm',
    name: `Impulse by ${arrow} anywhere`,
    work: async (page) => {
      const before = await valueOf(slider(page, 'Impulse'));
      await page.locator('.bridge-ship').click();
      await page.keyboard.press(arrow);
      return async () => (await valueOf(slider(page, 'Impulse'))) !== before;
    },
  })),
  {
    console: 'Helm',
    name: 'Course by hand',
    work: async (page) => {
      const before = await degrees(page);
      await steer(page, before + 40);
      return async () => Math.abs(turn((await degrees(page)) - before)) > 20;
    },
  },
  ...(['ArrowLeft', 'ArrowRight'] as const).map((arrow): Control => ({
    console: 'Helm',
    name: `Course by ${arrow}`,
    work: async (page) => {
      const ordered = page.locator('.readout-ordered').first();
      const before = (await ordered.count()) > 0 ? await ordered.innerText() : '';
      await page.locator('.bridge-ship').click();
      const from = before === '' ? await degrees(page) : Number.parseInt(before, 10);
      // Faster than the page is drawn: none of them may get lost.
      for (let i = 0; i < 6; i++) void page.keyboard.press(arrow);
      const wanted = from + (arrow === 'ArrowLeft' ? -30 : 30);
      return async () =>
        (await ordered.count()) > 0 &&
        Math.abs(turn(Number.parseInt(await ordered.innerText(), 10) - wanted)) < 4;
    },
  })),
  dock,
  turnsInto('Helm', 'Undock', 'Dock'),
  {
    console: 'Helm',
    name: 'Climb and dive by End',
    work: async (page) => {
      const before = await readout(page, 'posY');
      await key(slider(page, 'Impulse'), 'End');
      return (await key(slider(page, 'Climb and dive'), 'End'))
        ? async () => (await readout(page, 'posY')) > before + 2
        : undefined;
    },
  },
  {
    console: 'Helm',
    name: 'Level again',
    work: async (page) => {
      const climb = slider(page, 'Climb and dive');
      for (let i = 0; i < 25 && (await valueOf(climb)) > 0; i++) await key(climb, 'ArrowLeft');
      return async () => (await valueOf(climb)) === 0;
    },
  },
  ...([1, 2, 3, 4] as const).map(warp),
  {
    console: 'Helm',
    name: 'Warp off',
    work: async (page) =>
      (await press(radio(page, 'Warp off'))) ? async () => (await readout(page, 'warp')) < 0.1 : undefined,
  },
  {
    console: 'Helm',
    name: 'Reverse',
    work: async (page) =>
      (await press(button(page, 'Reverse'))) ? async () => (await readout(page, 'velocity')) < -1 : undefined,
  },
  {
    console: 'Helm',
    name: 'Forward again',
    work: async (page) =>
      (await press(button(page, 'Reverse'))) ? async () => (await readout(page, 'velocity')) > 1 : undefined,
  },
  {
    console: 'Helm',
    name: 'All stop',
    work: async (page) =>
      (await press(button(page, 'All stop')))
        ? async () => Math.abs(await readout(page, 'velocity')) < 1
        : undefined,
  },
  lever('Helm', 'Impulse', 'PageUp'),
  ...zooms('Helm'),
  chosen('Helm', 'Nearby'),
];
