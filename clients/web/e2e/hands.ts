import type { Page } from 'playwright-core';
import { patienceMs } from './browser.js';
import { press, seen, until } from './seen.js';

// What hands do at the consoles, by what is to be seen there.

const keys = {
  'Main screen': 'F1',
  Helm: 'F2',
  Weapons: 'F3',
  Engineering: 'F4',
  Science: 'F5',
  Comms: 'F6',
} as const;

/** A console, by the word on its tab. */
export type ConsoleName = keyof typeof keys;

/** Puts a console in front, by its key. */
export async function openConsole(page: Page, name: ConsoleName): Promise<void> {
  const key = keys[name];
  const front = page.locator(`.console-tab.front[aria-keyshortcuts="${key}"]`);
  // A page that was drawn just now does not hear keys yet.
  const work = async (): Promise<void> => {
    await page.keyboard.press(key);
    await front.waitFor({ timeout: 2000 }).catch(() => undefined);
  };
  await until(front, `${name} in front`, work, patienceMs);
}

/** Takes a seat in the lobby. */
export async function takeSeat(page: Page, console: string): Promise<void> {
  await press(
    page.getByRole('button', { name: new RegExp(`^${console} of .*, Free$`) }),
    `the seat of ${console}`,
  );
  await seen(page.getByRole('button', { name: new RegExp(`^${console} of .*, You`) }), `${console} taken`);
}

/** The bearing, in degrees, that the contact list gives for a contact; undefined if it is not there. */
export async function bearingOf(page: Page, contact: string): Promise<number | undefined> {
  const row = page.locator(contact).first();
  if (!(await row.isVisible())) return undefined;
  const text = await row
    .locator('.contact-bearing')
    .textContent({ timeout: 2000 })
    .catch(() => null);
  return text === null ? undefined : Number.parseInt(text, 10);
}

/** Drags on the helm's radar towards a bearing, in degrees. */
export async function steer(page: Page, bearing: number): Promise<void> {
  const radar = page.getByRole('img', { name: /^Radar to/ });
  const box = (await radar.isVisible()) ? await radar.boundingBox({ timeout: 2000 }) : null;
  if (!box) return;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const angle = (bearing * Math.PI) / 180;
  await page.mouse.move(x + Math.sin(angle) * 40, y - Math.cos(angle) * 40);
  await page.mouse.down();
  await page.mouse.move(x + Math.sin(angle) * 120, y - Math.cos(angle) * 120, { steps: 3 });
  await page.mouse.up();
}

/** Lets the game go on for so many ticks, or to its end, or for half a minute if it does not go on. */
export async function letPass(page: Page, ticks: number): Promise<void> {
  await page.evaluate(
    (count) =>
      new Promise<void>((done) => {
        const deadline = Date.now() + 30_000;
        const tick = (): number =>
          Number(document.querySelector('[data-readout="tick"]')?.getAttribute('data-value') ?? Infinity);
        const until = tick() + count;
        const look = (): void => {
          if (tick() >= until || Date.now() > deadline) done();
          else setTimeout(look, 100);
        };
        look();
      }),
    ticks,
  );
}
