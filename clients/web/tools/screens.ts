import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../e2e/browser.js';
import type { Crewmate } from '../e2e/crewmate.js';
import { startReplay, startServer } from '../e2e/server.js';
import { consoles } from './screens/aboard.js';
import { defeat, extras, recording } from './screens/around.js';
import { door, lobby } from './screens/ashore.js';
import { type Device, openTour, type Tour } from './screens/tour.js';

const devices: readonly Device[] = [
  { suffix: '', options: { viewport: { width: 1440, height: 900 } } },
  {
    suffix: '-phone',
    options: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  },
];

/**
 * Makes the pictures of all screens in docs/screens, as on a desk and as on a phone.
 *
 * Options: `desktop` or `phone` for one of them, then names of pictures without endings for only those.
 */
export async function main(args: readonly string[]): Promise<number> {
  const isDevice = (arg: string): boolean => arg === 'desktop' || arg === 'phone';
  const on = args.filter(isDevice);
  const only = args.filter((arg) => !isDevice(arg));
  const browser = await startBrowser();
  try {
    for (const device of devices) {
      if (on.length === 0 || on.includes(device.suffix === '' ? 'desktop' : 'phone'))
        await shootAll(browser, device, only);
    }
    return 0;
  } finally {
    await browser.close();
  }
}

async function shootAll(browser: Browser, device: Device, only: readonly string[]): Promise<void> {
  const recordTo = await mkdtemp(join(tmpdir(), 'artemis-screens-'));
  const crew: Crewmate[] = [];
  try {
    const server = await startServer({ recordTo });
    try {
      const tour = await openTour(browser, server.url, device, only, crew);
      await travel(tour, [door, lobby, consoles, extras, defeat]);
    } finally {
      crew.forEach((mate) => mate.close());
      await server.stop();
    }
    if (only.length > 0 && !only.some((name) => name.startsWith('recording'))) return;
    const file = (await readdir(recordTo)).find((name) => name.includes('exhibition'));
    if (!file) throw new Error('The game was not recorded.');
    const replay = await startReplay(join(recordTo, file));
    try {
      await travel(await openTour(browser, replay.url, device, only), [recording]);
    } finally {
      await replay.stop();
    }
  } finally {
    await rm(recordTo, { recursive: true, force: true });
  }
}

async function travel(tour: Tour, stages: readonly ((tour: Tour) => Promise<void>)[]): Promise<void> {
  const { page, ada, device } = tour;
  try {
    for (const stage of stages) await stage(tour);
    if (ada.troubles.length > 0) throw new Error(`The page complained: ${ada.troubles.join('; ')}`);
  } catch (error) {
    const path = join(tmpdir(), `artemis-screens-failed${device.suffix}.png`);
    await page.screenshot({ path });
    console.error(`What the page showed then is in ${path}.`);
    throw error;
  } finally {
    await ada.context.close();
  }
}
