import type { Locator, Page } from 'playwright-core';
import type { ConsoleName } from '../../e2e/hands.js';

/** Whether what a control does is to be seen; undefined if what it was about is gone, so that it never will be. */
export type Effect = () => Promise<boolean | undefined>;

/** A control, how it is worked, and what must then be so. */
export interface Control {
  readonly console: ConsoleName;
  readonly name: string;
  /** Works it; undefined if it cannot be worked now, because the ship is not so. */
  work(page: Page): Promise<Effect | undefined>;
  /** So long it may take until the effect is seen, if longer than usual. */
  readonly patienceMs?: number;
}

/** Presses the first of what fits, if it is there and offers itself. */
export async function press(control: Locator): Promise<boolean> {
  if ((await control.count()) === 0 || !(await control.first().isEnabled())) return false;
  await control.first().click({ timeout: 5000 });
  return true;
}

/** Presses a key on a slider, if it can be moved. */
export async function key(control: Locator, name: string): Promise<boolean> {
  if ((await control.count()) === 0 || (await control.first().getAttribute('aria-disabled')) === 'true')
    return false;
  await control.first().press(name);
  return true;
}

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });
export const slider = (page: Page, name: string): Locator => page.getByRole('slider', { name, exact: true });
export const radio = (page: Page, name: string): Locator => page.getByRole('radio', { name, exact: true });
export const isPressed = async (control: Locator): Promise<boolean> =>
  (await control.first().getAttribute('aria-pressed')) === 'true';
export const valueOf = async (control: Locator): Promise<number> =>
  Number(await control.first().getAttribute('aria-valuenow'));

/** A choice among a few that is pressed and then shows that it is. */
export const choice = (console: ConsoleName, name: string): Control => ({
  console,
  name,
  work: async (page) => {
    const control = radio(page, name);
    return (await press(control))
      ? async () => (await control.getAttribute('aria-checked')) === 'true'
      : undefined;
  },
});

/** A button that is pressed, and another one that then takes its place. */
export const turnsInto = (console: ConsoleName, name: string, next: string): Control => ({
  console,
  name,
  work: async (page) =>
    (await press(button(page, name))) ? async () => (await button(page, next).count()) > 0 : undefined,
});

/** A slider that is moved by a key and then stays where it was put. */
export const lever = (console: ConsoleName, name: string, keyName: string): Control => ({
  console,
  name: `${name} by ${keyName}`,
  work: async (page) => {
    const before = await valueOf(slider(page, name));
    return (await key(slider(page, name), keyName))
      ? async () => (await valueOf(slider(page, name))) !== before
      : undefined;
  },
});

/** A lever that a hand puts somewhere on its way, from 0 at its lower end to 1. */
export const leverByHand = (console: ConsoleName, name: string, share: number): Control => ({
  console,
  name: `${name} by hand`,
  work: async (page) => {
    const control = slider(page, name);
    if ((await control.getAttribute('aria-disabled')) === 'true') return undefined;
    const box = await control.locator('.lever-track').boundingBox();
    if (!box) return undefined;
    const before = await valueOf(control);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height * (1 - share));
    return async () => (await valueOf(control)) !== before;
  },
});

/** The buttons that change how far a chart reaches. */
export const zooms = (console: ConsoleName): Control[] =>
  ['Look farther', 'Look nearer'].map((name) => ({
    console,
    name,
    work: async (page) => {
      const range = page.locator('.zoom output');
      const before = await range.textContent();
      return (await press(button(page, name)))
        ? async () => (await range.textContent()) !== before
        : undefined;
    },
  }));

/** A contact of a list that is chosen and then shows that it is. */
export const chosen = (console: ConsoleName, list: string): Control => ({
  console,
  name: `a contact of "${list}"`,
  work: async (page) => {
    const contact = page.getByRole('region', { name: list }).locator('.contact[aria-pressed="false"]');
    if ((await contact.count()) === 0) return undefined;
    const name = await contact.first().locator('.contact-name').innerText({ timeout: 5000 });
    await contact.first().click({ timeout: 5000 });
    return async () => (await page.locator('.contact[aria-pressed="true"]', { hasText: name }).count()) > 0;
  },
});

/** A contact that is touched on a radar, and then is the chosen one. */
export const picked = (console: ConsoleName, radar: RegExp, rangeUnits: number, which: string): Control => ({
  console,
  name: 'a contact on the radar',
  work: async (page) => {
    const contacts = page.locator(`${which}[aria-pressed="false"]`);
    const box = await page.getByRole('img', { name: radar }).boundingBox();
    if (!box) return undefined;
    for (const contact of await contacts.all()) {
      // Rows out of sight have no text that is rendered.
      const figure = async (name: string): Promise<string> =>
        (await contact.locator(name).textContent({ timeout: 3000 })) ?? '';
      const away = unitsOf(await figure('.contact-away'));
      const angle = (Number.parseInt(await figure('.contact-bearing'), 10) * Math.PI) / 180;
      if (away > rangeUnits * 0.9 || away < rangeUnits * 0.05) continue;
      const reach = ((Math.min(box.width, box.height) / 2 - 36) * away) / rangeUnits;
      await page.mouse.click(
        box.x + box.width / 2 + Math.sin(angle) * reach,
        box.y + box.height / 2 - Math.cos(angle) * reach,
      );
      return async () => (await page.locator('.contact[aria-pressed="true"]').count()) > 0;
    }
    return undefined;
  },
});

/** A distance as it is written, in units. */
export const unitsOf = (text: string): number =>
  Number.parseFloat(text) * (text.trim().endsWith('k') ? 1000 : 1);

/** The difference of two headings in degrees, −180 to 180. */
export const turn = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;
