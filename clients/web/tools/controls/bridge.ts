import type { Page } from 'playwright-core';
import { button, type Control, press } from './control.js';

const open = async (page: Page, name: RegExp): Promise<boolean> => {
  const control = button(page, name);
  return (await control.getAttribute('aria-pressed')) === 'true' || press(control);
};

const badNetwork = (name: string): Control => ({
  console: 'Helm',
  name,
  work: async (page) => {
    if (!(await open(page, /^Network/))) return undefined;
    const control = page.getByRole('slider', { name });
    await control.fill('60');
    const shown = page.locator('.network output', { hasText: '60 ms' });
    if ((await shown.count()) === 0) return async () => false;
    await control.fill('0');
    return async () => (await shown.count()) === 0;
  },
});

/** What there is around the consoles: tabs, two consoles at once, network, chat, and the way out. */
export const bridge: readonly Control[] = [
  ...(['F1', 'F3', 'F4', 'F5', 'F6', 'F2'] as const).map((keyName): Control => ({
    console: 'Helm',
    name: `the tab of ${keyName}`,
    work: async (page) => {
      await page.locator(`.console-tab[aria-keyshortcuts="${keyName}"]`).click();
      return async () =>
        (await page.locator(`.console-tab.front[aria-keyshortcuts="${keyName}"]`).count()) > 0;
    },
  })),
  {
    console: 'Helm',
    name: 'Two consoles side by side',
    work: async (page) =>
      (await press(button(page, 'Two consoles side by side')))
        ? async () => (await page.locator('.pane').count()) === 2
        : undefined,
  },
  {
    console: 'Helm',
    name: 'Close a console',
    work: async (page) =>
      (await press(page.locator('.pane-head').getByRole('button').last()))
        ? async () => (await page.locator('.pane').count()) === 1
        : undefined,
  },
  badNetwork('More latency'),
  badNetwork('More jitter'),
  {
    console: 'Helm',
    name: 'Stall 300 ms',
    work: async (page) => {
      if (!(await open(page, /^Network/))) return undefined;
      return (await press(button(page, 'Stall 300 ms')))
        ? async () => (await page.locator('.link-pill.lost').count()) === 0
        : undefined;
    },
  },
  {
    console: 'Helm',
    name: 'Cut the line',
    work: async (page) => {
      if (!(await open(page, /^Network/))) return undefined;
      if (!(await press(button(page, 'Cut the line')))) return undefined;
      await page.getByText('Connection lost.').waitFor({ timeout: 20_000 });
      return async () => (await page.getByText('Connection lost.').count()) === 0;
    },
  },
  {
    console: 'Helm',
    name: 'Close network',
    work: async (page) =>
      (await press(button(page, 'Close network')))
        ? async () => (await page.locator('.drawer').count()) === 0
        : undefined,
  },
  {
    console: 'Helm',
    name: 'Chat',
    work: async (page) => {
      if (!(await open(page, /^Chat/))) return undefined;
      const words = `Steady as she goes, ${Date.now()}`;
      await page.getByLabel('Say something to all').fill(words);
      return (await press(button(page, 'Send')))
        ? async () => (await page.getByRole('log', { name: 'What was said' }).getByText(words).count()) > 0
        : undefined;
    },
  },
  {
    console: 'Helm',
    name: 'Close chat',
    work: async (page) =>
      (await press(button(page, 'Close chat')))
        ? async () => (await page.locator('.drawer').count()) === 0
        : undefined,
  },
  {
    console: 'Helm',
    name: 'Leave the game, and stay after all',
    work: async (page) => {
      if (!(await press(button(page, 'Leave the game')))) return undefined;
      await page.getByRole('dialog').waitFor({ timeout: 5000 });
      return (await press(button(page, 'Stay aboard')))
        ? async () => (await page.getByRole('dialog').count()) === 0
        : undefined;
    },
  },
];
