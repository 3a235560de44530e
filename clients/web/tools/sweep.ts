import type { Locator, Page } from 'playwright-core';
import { readout } from '../e2e/browser.js';
import { type ConsoleName, letPass, openConsole, steer } from '../e2e/hands.js';

/** A control, what is done to it, and what must then be so. */
export interface Control {
  readonly console: ConsoleName;
  readonly name: string;
  /** Works it; false if it cannot be worked now, because the ship is not so. */
  act(page: Page): Promise<boolean>;
  /** Whether what it does is to be seen. */
  effect(page: Page): Promise<boolean>;
}

const press = async (control: Locator): Promise<boolean> => {
  if ((await control.count()) === 0 || !(await control.first().isEnabled())) return false;
  await control.first().click({ timeout: 5000 });
  return true;
};

const key = async (control: Locator, name: string): Promise<boolean> => {
  if ((await control.count()) === 0 || (await control.first().getAttribute('aria-disabled')) === 'true')
    return false;
  await control.first().press(name);
  return true;
};

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
const slider = (page: Page, name: string): Locator => page.getByRole('slider', { name, exact: true });
const radio = (page: Page, name: string): Locator => page.getByRole('radio', { name, exact: true });
const isChecked = async (control: Locator): Promise<boolean> =>
  (await control.getAttribute('aria-checked')) === 'true';
const isPressed = async (control: Locator): Promise<boolean> =>
  (await control.getAttribute('aria-pressed')) === 'true';
const valueOf = async (control: Locator): Promise<number> =>
  Number(await control.getAttribute('aria-valuenow'));

/** A control that is pressed and then shows that it is. */
const choice = (console: ConsoleName, name: string): Control => ({
  console,
  name,
  act: (page) => press(radio(page, name)),
  effect: (page) => isChecked(radio(page, name)),
});

let before = 0;

/** A slider that is moved by a key and then stays where it was put. */
const lever = (console: ConsoleName, name: string, keyName: string): Control => ({
  console,
  name: `${name} by ${keyName}`,
  act: async (page) => {
    before = await valueOf(slider(page, name));
    return key(slider(page, name), keyName);
  },
  effect: async (page) => (await valueOf(slider(page, name))) !== before,
});

const helm: readonly Control[] = [
  {
    console: 'Helm',
    name: 'Impulse',
    act: (page) => key(slider(page, 'Impulse'), 'End'),
    effect: async (page) => (await readout(page, 'velocity')) > 5,
  },
  {
    console: 'Helm',
    name: 'Course by hand',
    act: async (page) => {
      before = ((await readout(page, 'heading')) * 180) / Math.PI;
      await steer(page, before + 40);
      return true;
    },
    effect: async (page) => Math.abs(turn(((await readout(page, 'heading')) * 180) / Math.PI - before)) > 20,
  },
  {
    console: 'Helm',
    name: 'Course by arrow',
    act: async (page) => {
      before = ((await readout(page, 'heading')) * 180) / Math.PI;
      await page.locator('.bridge-ship').click();
      for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowLeft');
      return true;
    },
    effect: async (page) => Math.abs(turn(((await readout(page, 'heading')) * 180) / Math.PI - before)) > 10,
  },
  {
    console: 'Helm',
    name: 'Climb',
    act: async (page) => {
      before = await readout(page, 'posY');
      return key(slider(page, 'Climb and dive'), 'End');
    },
    effect: async (page) => (await readout(page, 'posY')) > before + 2,
  },
  {
    console: 'Helm',
    name: 'Level again',
    act: async (page) => {
      for (let i = 0; i < 25 && (await valueOf(slider(page, 'Climb and dive'))) > 0; i++)
        await key(slider(page, 'Climb and dive'), 'ArrowLeft');
      return true;
    },
    effect: async (page) => (await valueOf(slider(page, 'Climb and dive'))) === 0,
  },
  {
    console: 'Helm',
    name: 'Warp 1',
    act: (page) => press(radio(page, 'Warp 1')),
    effect: async (page) => (await readout(page, 'warp')) > 0.5,
  },
  {
    console: 'Helm',
    name: 'Warp off',
    act: (page) => press(radio(page, 'Warp off')),
    effect: async (page) => (await readout(page, 'warp')) < 0.1,
  },
  {
    console: 'Helm',
    name: 'Reverse',
    act: (page) => press(button(page, 'Reverse')),
    effect: async (page) => (await readout(page, 'velocity')) < -1,
  },
  {
    console: 'Helm',
    name: 'Forward again',
    act: (page) => press(button(page, 'Reverse')),
    effect: async (page) => (await readout(page, 'velocity')) > 1,
  },
  {
    console: 'Helm',
    name: 'All stop',
    act: (page) => press(button(page, 'All stop')),
    effect: async (page) => Math.abs(await readout(page, 'velocity')) < 1,
  },
];

/** Waits for an empty tube, and empties one if all are loaded. */
async function emptyTube(page: Page): Promise<boolean> {
  const deadline = Date.now() + 60_000;
  while ((await page.locator('.tube', { hasText: 'Empty' }).count()) === 0) {
    if (Date.now() > deadline) return false;
    await press(button(page, 'Unload').first());
    await letPass(page, 20);
  }
  return true;
}

const weapons: readonly Control[] = [
  ...['Homing', 'Nuke', 'Mine', 'EMP', 'PShock'].map((name): Control => ({
    console: 'Weapons',
    name: `Load ${name}`,
    act: async (page) => {
      if (!(await emptyTube(page))) return false;
      if (!(await press(page.getByRole('radio', { name: new RegExp(`^${name}`) })))) return false;
      return press(button(page, `Load ${name}`));
    },
    effect: async (page) =>
      (await page.locator('.tube', { hasText: new RegExp(`Loading ${name}|${name}Fire`) }).count()) > 0,
  })),
  {
    console: 'Weapons',
    name: 'Unload',
    act: async (page) => {
      await page.locator('.tube.ready').first().waitFor();
      return press(button(page, 'Unload').first());
    },
    effect: async (page) => (await page.getByText(/^Unloading/).count()) > 0,
  },
  ...['B', 'E', 'A'].map((name) => choice('Weapons', name)),
  ...['Auto', 'Raise shields', 'Lower shields'].map((name): Control => ({
    console: 'Weapons',
    name,
    act: (page) => press(button(page, name)),
    effect: async (page) =>
      name === 'Auto'
        ? (await button(page, 'Auto').count()) > 0
        : (await button(page, name === 'Raise shields' ? 'Lower shields' : 'Raise shields').count()) > 0,
  })),
  {
    console: 'Weapons',
    name: 'To energy',
    act: async (page) => {
      before = Number(await page.locator('.ordnance-count').first().textContent());
      return press(button(page, 'To energy'));
    },
    effect: async (page) => Number(await page.locator('.ordnance-count').first().textContent()) < before,
  },
  {
    console: 'Weapons',
    name: 'To torpedo',
    act: async (page) => {
      before = Number(await page.locator('.ordnance-count').first().textContent());
      return press(button(page, 'To torpedo'));
    },
    effect: async (page) => Number(await page.locator('.ordnance-count').first().textContent()) > before,
  },
];

const systems = [
  'Beams',
  'Torpedoes',
  'Sensors',
  'Maneuvering',
  'Impulse',
  'Warp',
  'Fore shields',
  'Aft shields',
];

const engineering: readonly Control[] = [
  ...systems.flatMap((name) => [
    lever('Engineering', `${name} power`, 'PageUp'),
    lever('Engineering', `${name} power`, 'PageDown'),
  ]),
  ...['Combat', 'Cruise', 'Cool down', 'Even'].map((name): Control => ({
    console: 'Engineering',
    name,
    act: (page) => press(button(page, name)),
    effect: async (page) => {
      const wanted = { Combat: 180, Cruise: 25, 'Cool down': 25, Even: 100 }[name];
      return (await valueOf(slider(page, 'Beams power'))) === wanted;
    },
  })),
  ...systems.map((name): Control => ({
    console: 'Engineering',
    name: `Coolant of ${name}`,
    act: async (page) =>
      (await press(button(page, `Less coolant for ${name}`))) &&
      press(button(page, `More coolant for ${name}`)),
    effect: async (page) => button(page, `Less coolant for ${name}`).isEnabled(),
  })),
  {
    console: 'Engineering',
    name: 'Send a team',
    act: async (page) =>
      (await press(button(page, 'Team 1'))) &&
      press(page.locator('.deck').getByRole('button', { name: /^Sensors/ })),
    effect: async (page) =>
      (await page
        .locator('.teams')
        .getByText(/^(To|At) Sensors/)
        .count()) > 0,
  },
  ...[0, 1].map((time): Control => ({
    console: 'Engineering',
    name: time === 0 ? 'Team by itself, off or on' : 'and back',
    act: async (page) => {
      const box = page.locator('.teams input').first();
      before = Number(await box.isChecked());
      await box.click();
      return true;
    },
    effect: async (page) => Number(await page.locator('.teams input').first().isChecked()) !== before,
  })),
];

const hail = (to: string, name: string, answer: string): Control => ({
  console: 'Comms',
  name: `${name} (${to})`,
  act: async (page) => {
    const contact = page.locator(to);
    if ((await contact.count()) === 0) return false;
    if (!(await isPressed(contact.first()))) await contact.first().click({ timeout: 5000 });
    before = await page.locator(answer).count();
    return press(button(page, name));
  },
  effect: async (page) => (await page.locator(answer).count()) > before,
});

const communications: readonly Control[] = [
  hail('.contact.friendly:has-text("Base")', 'Report', '.comms-line'),
  hail('.contact.friendly:has-text("Base")', 'Stand by to dock', '.comms-line'),
  hail('.contact.friendly:has-text("Base")', 'Build', '.comms-line'),
  hail('.contact.hostile:not(:has-text("Base"))', 'Demand surrender', '.comms-line'),
  // Another one: who was hailed just now does not listen.
  hail('.contact.hostile:not(:has-text("Base")) >> nth=1', 'Taunt them', '.comms-line'),
  hail('.contact.friendly:has-text("Freighter")', 'Report', '.comms-line'),
  hail('.contact.friendly:has-text("Escort")', 'Attack our target', '.comms-line'),
  ...['Bases', 'Enemies', 'Ships', 'Status', 'All'].map((name) => choice('Comms', name)),
  ...[0, 1].map((time): Control => ({
    console: 'Comms',
    name: time === 0 ? 'Red alert, on or off' : 'and back again',
    act: async (page) => {
      before = Number(await isPressed(button(page, /red alert$/i)));
      return press(button(page, /red alert$/i));
    },
    effect: async (page) => Number(await isPressed(button(page, /red alert$/i))) !== before,
  })),
];

const science: readonly Control[] = [
  ...['Look nearer', 'Look farther'].map((name): Control => ({
    console: 'Science',
    name,
    act: async (page) => {
      before = Number.parseFloat((await page.locator('.zoom output').textContent()) ?? '0');
      return press(button(page, name));
    },
    effect: async (page) =>
      Number.parseFloat((await page.locator('.zoom output').textContent()) ?? '0') !== before,
  })),
  {
    console: 'Science',
    name: 'Scan',
    act: async (page) => {
      if ((await button(page, 'Stop').count()) > 0) return false;
      const contact = page.locator('.contact', { hasText: 'Not scanned' });
      if ((await contact.count()) === 0) return false;
      await contact.first().click({ timeout: 5000 });
      return press(button(page, 'Scan'));
    },
    effect: async (page) => (await page.locator('.scan-bar').count()) > 0,
  },
  {
    console: 'Science',
    name: 'Stop scanning',
    act: (page) => press(button(page, 'Stop')),
    effect: async (page) => (await page.locator('.scan-bar').count()) === 0,
  },
];

const mainScreen: readonly Control[] = [
  'Port',
  'Starboard',
  'Aft',
  'Tactical',
  'Long range',
  'Status',
  'Fore',
].map((name) => choice('Main screen', name));

/** Every control of the six consoles. */
export const controls: readonly Control[] = [
  ...helm,
  ...weapons,
  ...engineering,
  ...science,
  ...communications,
  ...mainScreen,
];

const turn = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;

/** How working a control went. */
export type Verdict = 'works' | 'dead' | 'not now';

/** Works a control and waits for its effect. */
export async function work(page: Page, control: Control, patienceMs: number): Promise<Verdict> {
  await openConsole(page, control.console);
  if (!(await control.act(page))) return 'not now';
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    if (await control.effect(page)) return 'works';
    const tick = await readout(page, 'tick');
    await page
      .waitForFunction(
        (last) => Number(document.querySelector('[data-readout="tick"]')?.getAttribute('data-value')) > last!,
        tick + 4,
      )
      .catch(() => undefined);
  }
  return 'dead';
}
