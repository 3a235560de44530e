import { letPass } from '../../e2e/hands.js';
import { button, choice, chosen, type Control, isPressed, press } from './control.js';

const enemy = '.contact.hostile:not(:has-text("Base"))';

/** A hail that is answered by a line in the log, or in words if others hailed them just before. */
const hail = (to: string, name: string, waitMs = 0): Control => ({
  console: 'Comms',
  name: `${name} (${to})`,
  work: async (page) => {
    const contact = page.locator(to);
    if ((await contact.count()) === 0) return undefined;
    if (!(await isPressed(contact))) await contact.first().click({ timeout: 5000 });
    const chosen = page.locator('.contact[aria-pressed="true"]');
    const who = (await chosen.locator('.contact-name').textContent({ timeout: 5000 }))!;
    // The log shows the newest lines only, so that their number does not tell.
    const word = page.locator('.comms-line', { hasText: who }).last();
    const lastWord = async (): Promise<string | null> =>
      (await word.count()) > 0 ? word.textContent() : null;
    const before = await lastWord();
    const deaf = page.locator('.toasts', { hasText: /They do not listen yet|No answer/ });
    for (const deadline = Date.now() + waitMs; Date.now() < deadline; await letPass(page, 10)) {
      if (await button(page, name).isEnabled()) break;
    }
    if (!(await press(button(page, name)))) return undefined;
    return async () => {
      if ((await lastWord()) !== before || (await deaf.count()) > 0) return true;
      return (await chosen.count()) > 0 ? false : undefined;
    };
  },
});

const build: Control = {
  console: 'Comms',
  name: 'Ordnance to build',
  work: async (page) => {
    const base = page.locator('.contact.friendly:has-text("Base")');
    if ((await base.count()) === 0) return undefined;
    if (!(await isPressed(base))) await base.first().click({ timeout: 5000 });
    const list = page.getByLabel('Ordnance to build');
    await list.selectOption({ label: 'Nuke' });
    if (!(await press(button(page, 'Build')))) return undefined;
    return async () => (await page.locator('.comms-line', { hasText: 'uilding a nuke' }).count()) > 0;
  },
};

const text: Control = {
  console: 'Comms',
  name: 'Message to a ship',
  work: async (page) => {
    const ship = page.locator('.contact.friendly', { hasText: /cruiser|Scout|Battleship|Dreadnought/ });
    if ((await ship.count()) === 0) return undefined;
    if (!(await isPressed(ship))) await ship.first().click({ timeout: 5000 });
    await page.getByPlaceholder('Message').fill('Form up on us.');
    return (await press(button(page, 'Send')))
      ? async () => (await page.getByPlaceholder('Message').inputValue()) === ''
      : undefined;
  },
};

const earlier: Control = {
  console: 'Comms',
  name: 'Show earlier messages',
  work: async (page) => {
    const lines = page.locator('.comms-line');
    const before = await lines.count();
    return (await press(button(page, /^Show \d+ earlier$/)))
      ? async () => (await lines.count()) > before
      : undefined;
  },
};

const alarm = (time: string): Control => ({
  console: 'Comms',
  name: `Red alert, on or off, ${time}`,
  work: async (page) => {
    const control = button(page, /red alert$/i);
    const before = await isPressed(control);
    return (await press(control)) ? async () => (await isPressed(control)) !== before : undefined;
  },
});

/** What there is at communications. */
export const communications: readonly Control[] = [
  chosen('Comms', 'Channels'),
  hail('.contact.friendly:has-text("Base")', 'Report'),
  hail('.contact.friendly:has-text("Base")', 'Stand by to dock'),
  build,
  hail(enemy, 'Demand surrender'),
  // Another one: who was hailed just now does not listen.
  hail(`${enemy} >> nth=1`, 'Taunt them'),
  hail('.contact.friendly:has-text("Freighter")', 'Report'),
  // Weapons has to have a target first.
  hail('.contact.friendly:has-text("Escort")', 'Attack our target', 90_000),
  hail('.contact.friendly:has-text("Escort")', 'Go to a base'),
  text,
  ...['Bases', 'Enemies', 'Ships', 'Status', 'All'].map((name) => choice('Comms', name)),
  earlier,
  alarm('once'),
  alarm('and back'),
];
