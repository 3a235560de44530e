import type { Locator, Page } from 'playwright-core';
import { bearingOf, letPass, openConsole, steer } from '../../e2e/hands.js';
import {
  button,
  choice,
  chosen,
  type Control,
  isPressed,
  key,
  picked,
  press,
  radio,
  slider,
  turnsInto,
  zooms,
} from './control.js';

const ordnance = ['Homing', 'Nuke', 'Mine', 'EMP', 'PShock'] as const;
const tubes = (page: Page, words: string | RegExp): Locator => page.locator('.tube', { hasText: words });

/** Waits for an empty tube, and empties one if all are loaded. */
async function emptyTube(page: Page): Promise<boolean> {
  const deadline = Date.now() + 120_000;
  while ((await tubes(page, 'Empty').count()) === 0) {
    if (Date.now() > deadline) return false;
    await press(button(page, 'Unload'));
    await letPass(page, 20);
  }
  return true;
}

const load = (kind: string): Control => ({
  console: 'Weapons',
  name: `Load ${kind}`,
  work: async (page) => {
    if (!(await emptyTube(page))) return undefined;
    if (!(await press(page.getByRole('radio', { name: new RegExp(`^${kind}`) })))) return undefined;
    return (await press(button(page, `Load ${kind}`)))
      ? async () => (await tubes(page, `Loading ${kind}`).count()) > 0
      : undefined;
  },
});

/** Fires a loaded tube, at the target if there is one; a torpedo then is on its way, and the tube is empty. */
const fire = (kind: string): Control => ({
  console: 'Weapons',
  name: `Fire ${kind}`,
  work: async (page) => {
    const tube = tubes(page, new RegExp(`^Tube \\d${kind}`)).first();
    const deadline = Date.now() + 90_000;
    while ((await tubes(page, `Loading ${kind}`).count()) > 0 && Date.now() < deadline)
      await letPass(page, 10);
    if (!(await tube.isVisible())) return undefined;
    const name = (await tube.locator('strong').first().innerText()).trim();
    return (await press(tube.getByRole('button', { name: 'Fire' })))
      ? async () => (await tubes(page, new RegExp(`^${name}Empty`)).count()) > 0
      : undefined;
  },
});

const retuned = (name: string): Control => ({
  console: 'Weapons',
  name: `frequency ${name}, until it is there`,
  patienceMs: 90_000,
  work: async (page) =>
    (await press(radio(page, name)))
      ? async () =>
          (await radio(page, name).getAttribute('aria-checked')) === 'true' &&
          (await page.locator('.retune-note').count()) === 0
      : undefined,
});

const auto = (on: boolean): Control => ({
  console: 'Weapons',
  name: `Auto ${on ? 'on' : 'off'}`,
  work: async (page) => {
    const control = button(page, 'Auto');
    if ((await isPressed(control)) === on) return undefined;
    return (await press(control)) ? async () => (await isPressed(control)) === on : undefined;
  },
});

/** Beams fired by hand: the ship is brought to where one bears, and that one charges anew. */
const beams: Control = {
  console: 'Weapons',
  name: 'Fire beams',
  work: async (page) => {
    const panel = page.getByRole('region', { name: 'Beams and shields' });
    const control = panel.getByRole('button', { name: 'Fire', exact: true });
    const charging = panel.locator('.charge-bar:not(.ready)');
    // Beams that fire by themselves leave nothing to press.
    if (await isPressed(button(page, 'Auto'))) await press(button(page, 'Auto'));
    // At impulse it may be a long way.
    const deadline = Date.now() + 240_000;
    let pressed = false;
    while (Date.now() < deadline && (await page.locator('.contact.hostile').count()) > 0) {
      // An enemy may be gone before a finger is on it.
      await closeIn(page).catch(() => openConsole(page, 'Weapons'));
      if (!(await press(control))) continue;
      pressed = true;
      // What has slipped out of reach meanwhile is refused, in words; then once more.
      for (let look = 0; look < 10 && !(await isThere(charging)); look++) await letPass(page, 5);
      if (await isThere(charging)) return () => Promise.resolve(true);
    }
    return pressed ? () => Promise.resolve(false) : undefined;
  },
};

const isThere = async (control: Locator): Promise<boolean> => (await control.count()) > 0;

/** Takes the nearest enemy for a target, and the bow towards it. */
async function closeIn(page: Page): Promise<void> {
  const nearest = page.locator('.contact.hostile').first();
  if (!(await isPressed(nearest))) await nearest.click({ timeout: 5000 });
  // The list does not change its order under a hand.
  await page.mouse.move(5, 5);
  const bearing = await bearingOf(page, '.contact.hostile');
  await openConsole(page, 'Helm');
  if (bearing !== undefined) await steer(page, bearing);
  await key(slider(page, 'Impulse'), 'End');
  await letPass(page, 40);
  await openConsole(page, 'Weapons');
}

const convert = (name: string, by: number): Control => ({
  console: 'Weapons',
  name,
  work: async (page) => {
    const count = async (): Promise<number> =>
      Number(await page.locator('.ordnance-count').first().textContent());
    const before = await count();
    return (await press(button(page, name)))
      ? async () => Math.sign((await count()) - before) === by
      : undefined;
  },
});

/** What there is at weapons. */
export const weapons: readonly Control[] = [
  ...ordnance.map(load),
  {
    console: 'Weapons',
    name: 'Unload',
    work: async (page) => {
      await page.locator('.tube.ready').first().waitFor();
      return (await press(button(page, 'Unload')))
        ? async () => (await page.getByText(/^Unloading/).count()) > 0
        : undefined;
    },
  },
  load('Homing'),
  fire('Homing'),
  load('Mine'),
  fire('Mine'),
  ...['C', 'D', 'E'].map((name) => choice('Weapons', name)),
  retuned('B'),
  auto(false),
  beams,
  auto(true),
  turnsInto('Weapons', 'Raise shields', 'Lower shields'),
  turnsInto('Weapons', 'Lower shields', 'Raise shields'),
  convert('To energy', -1),
  convert('To torpedo', 1),
  retuned('A'),
  ...zooms('Weapons'),
  chosen('Weapons', 'Hostile'),
  picked('Weapons', /^Weapons radar/, 5000, '.contact.hostile'),
];
