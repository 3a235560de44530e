import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { newPlayer, type Player } from '../../e2e/browser.js';
import type { Crewmate } from '../../e2e/crewmate.js';
import { withFewColors } from './png.js';

const folder = resolve(fileURLToPath(import.meta.url), '../../../../../docs/screens');

/** What the pictures are taken on. */
export interface Device {
  /** Ends the names of its pictures. */
  readonly suffix: string;
  readonly options: BrowserContextOptions;
}

/** A way through screens: who goes, where the server is, and what takes the pictures. */
export interface Tour {
  readonly browser: Browser;
  readonly url: string;
  readonly device: Device;
  readonly ada: Player;
  readonly page: Page;
  /** Players without a page, to be sent away at the end. */
  readonly crew: Crewmate[];
  /** Takes a picture of what is to be seen. */
  shoot(name: string): Promise<void>;
}

/**
 * Opens the page for a tour.
 * @param only - The pictures that are wanted, without endings; all if there are none.
 */
export async function openTour(
  browser: Browser,
  url: string,
  device: Device,
  only: readonly string[],
  crew: Crewmate[] = [],
): Promise<Tour> {
  const ada = await newPlayer(browser, 'Ada', { ...device.options, reducedMotion: 'reduce' });
  const shoot = async (name: string): Promise<void> => {
    if (only.length > 0 && !only.includes(name)) return;
    // No control looks as if a hand were on it, unless one is.
    if (!name.endsWith('steering')) await ada.page.mouse.move(0, 0);
    await ada.page.evaluate(() => {
      if (document.activeElement instanceof HTMLButtonElement) document.activeElement.blur();
    });
    const file = `${name}${device.suffix}.png`;
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, file), withFewColors(await ada.page.screenshot()));
    console.log(file);
  };
  return { browser, url, device, ada, page: ada.page, crew, shoot };
}

/** Whether a tour goes on a phone. */
export const onPhone = ({ device }: Tour): boolean => device.suffix !== '';

/** Lets the page draw so many frames. */
export async function frames(page: Page, count: number): Promise<void> {
  await page.evaluate(
    (left) =>
      new Promise<void>((done) => {
        const next = (): void => {
          if (left-- <= 0) done();
          else requestAnimationFrame(next);
        };
        next();
      }),
    count,
  );
}

/** Waits until the text of an element is as wanted. */
export async function untilText(page: Page, selector: string, wanted: RegExp): Promise<void> {
  await page.waitForFunction(
    ([where, source]) => new RegExp(source!).test(document.querySelector(where!)?.textContent ?? ''),
    [selector, wanted.source],
  );
}
