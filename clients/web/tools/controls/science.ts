import type { Locator, Page } from 'playwright-core';
import { letPass } from '../../e2e/hands.js';
import { button, chosen, type Control, type Effect, isPressed, picked, press, zooms } from './control.js';

async function choose(page: Page, what: string): Promise<boolean> {
  const contact = page.locator('.contact.hostile', { hasText: what });
  if ((await contact.count()) === 0) return false;
  if ((await contact.first().getAttribute('aria-pressed')) === 'false')
    await contact.first().click({ timeout: 5000 });
  return true;
}

/** Waits until a scan has told something; one that broke off, as the page says, or that another ship was quicker with, does not count. */
const told =
  (page: Page, words: string): Effect =>
  async () => {
    if ((await page.getByText(words).count()) > 0) return true;
    const brokeOff = (await page.locator('.toasts', { hasText: 'broke off' }).count()) > 0;
    return brokeOff || (await page.locator('.contact[aria-pressed="true"]').count()) === 0
      ? undefined
      : false;
  };

/** A scan that goes on until its contact tells more. */
const wholeScan: Control = {
  console: 'Science',
  name: 'Scan, to its end',
  patienceMs: 120_000,
  work: async (page) => {
    if ((await button(page, 'Stop').count()) > 0 || !(await choose(page, 'Not scanned'))) return undefined;
    return (await press(button(page, 'Scan'))) ? told(page, 'Scan once more') : undefined;
  },
};

/** A scan of what is known by its class only; if there is no such contact, one is scanned for the first time before. */
const secondScan: Control = {
  console: 'Science',
  name: 'Scan for frequencies',
  patienceMs: 120_000,
  work: async (page) => {
    const again = button(page, 'Scan for frequencies');
    if ((await again.count()) === 0) await chooseKnown(page, again);
    if ((await again.count()) === 0) {
      if (!(await choose(page, 'Not scanned')) || !(await press(button(page, 'Scan')))) return undefined;
      await again.waitFor({ timeout: 90_000 });
    }
    return (await press(again)) ? told(page, 'Weak against') : undefined;
  },
};

/** Chooses one contact after the other, of the first few that are known, until something is offered. */
async function chooseKnown(page: Page, offer: Locator): Promise<void> {
  const known = page.locator('.contact.hostile:not(:has-text("Not scanned"))');
  for (const contact of (await known.all()).slice(0, 5)) {
    if ((await offer.count()) > 0) return;
    if (!(await isPressed(contact))) await contact.click({ timeout: 5000 }).catch(() => undefined);
    await letPass(page, 6);
  }
}

/** What there is at science. */
export const science: readonly Control[] = [
  ...zooms('Science').reverse(),
  chosen('Science', 'Contacts'),
  {
    console: 'Science',
    name: 'Scan',
    work: async (page) => {
      if ((await button(page, 'Stop').count()) > 0 || !(await choose(page, 'Not scanned'))) return undefined;
      return (await press(button(page, 'Scan')))
        ? async () => (await page.locator('.scan-bar').count()) > 0
        : undefined;
    },
  },
  {
    console: 'Science',
    name: 'Stop',
    work: async (page) =>
      (await press(button(page, 'Stop')))
        ? async () => (await page.locator('.scan-bar').count()) === 0
        : undefined,
  },
  wholeScan,
  secondScan,
  picked('Science', /^Long-range map/, 30_000, '.contact'),
];
