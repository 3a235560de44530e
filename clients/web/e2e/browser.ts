import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';

/** Where screenshots go. */
export const screens = resolve(fileURLToPath(import.meta.url), '../../../../artifacts/screens');

/** How long to wait for anything: a busy machine may be twenty times slower than a quiet one. */
export const patienceMs = 90_000;

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Starts Chromium without a window. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH'] ?? places.find((path) => existsSync(path));
  if (!executablePath) throw new Error('Chromium is missing; install it or set CHROMIUM_PATH.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Two pages are watched at once; neither is in the background.
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
      '--disable-background-timer-throttling',
    ],
  });
}

/** A player with a browser profile of their own. */
export interface Player {
  readonly name: string;
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the page so far: errors, and breaches of the content security policy. */
  readonly troubles: readonly string[];
}

/** Opens the page as somebody new. */
export async function newPlayer(
  browser: Browser,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Player> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  return { name, page, context, troubles };
}

/** Signs in on the first page. */
export async function signIn({ page, name }: Player, address: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Come aboard' }).click();
}

/** Makes a session and waits in its lobby; returns its address. */
export async function createSession(
  { page }: Player,
  options: { name: string; scenario?: string; ships?: number; password?: string; difficulty?: number },
): Promise<string> {
  await page.getByRole('button', { name: 'New session' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(options.name);
  await dialog.getByRole('radio', { name: new RegExp(`^${options.scenario ?? 'Border Patrol'}`) }).check();
  await dialog.getByRole('slider', { name: 'Ships' }).fill(String(options.ships ?? 1));
  if (options.difficulty)
    await dialog.getByRole('slider', { name: 'Difficulty' }).fill(String(options.difficulty));
  if (options.password) await dialog.getByLabel('Password').fill(options.password);
  const create = dialog.getByRole('button', { name: 'Create' });
  const made = page.getByRole('heading', { name: options.name });
  const refused = dialog.getByRole('alert');
  await create.click();
  await made.or(refused).first().waitFor();
  // On a busy machine it may last longer than the page has patience; asked again, the server gives the session that it made meanwhile.
  while (!(await made.isVisible())) {
    await create.click();
    await refused.waitFor({ state: 'detached' });
    await made.or(refused).first().waitFor();
  }
  return page.url();
}

/** A seat of the first ship that has it free. */
export const freeSeat = (page: Page, console: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${console} of .*, Free$`) }).first();

/** The exact value behind a readout. */
export async function readout(page: Page, name: string): Promise<number> {
  const value = await page.locator(`[data-readout="${name}"]`).first().getAttribute('data-value');
  return Number(value ?? Number.NaN);
}

/** Waits until a page's readout is as wanted. */
export async function untilReadout(
  page: Page,
  name: string,
  wanted: (value: number) => boolean,
): Promise<number> {
  const element = page.locator(`[data-readout="${name}"]`).first();
  const deadline = Date.now() + patienceMs;
  let seen = await element.getAttribute('data-value');
  while (!wanted(Number(seen ?? Number.NaN))) {
    const left = deadline - Date.now();
    if (left <= 0) throw new Error(`${name} is ${seen ?? 'not there'} and did not become what was awaited.`);
    seen = await element.evaluate(nextValue, { seen, patience: left });
  }
  return Number(seen);
}

// Runs in the page: the element's value as soon as it is not the one seen, which it may be already; or after a while what it is then.
function nextValue(element: Element, { seen, patience }: { seen: string | null; patience: number }) {
  return new Promise<string | null>((done) => {
    const read = (): string | null => element.getAttribute('data-value');
    if (!element.isConnected || read() !== seen) return done(read());
    const end = (): void => {
      observer.disconnect();
      clearTimeout(timer);
      done(read());
    };
    const observer = new MutationObserver(end);
    observer.observe(element, { attributes: true, attributeFilter: ['data-value'] });
    const timer = setTimeout(end, Math.min(patience, 2_000));
  });
}

/** Takes a picture of a page. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(screens, { recursive: true });
  await page.screenshot({ path: join(screens, `${name}.png`) });
}
