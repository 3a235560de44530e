import type { Locator, Page } from 'playwright-core';
import { patienceMs } from './browser.js';

/** Waits until something is to be seen; if it never is, says what the page showed instead. */
export async function seen(locator: Locator, what: string): Promise<Locator> {
  try {
    await locator.first().waitFor({ timeout: patienceMs });
    return locator.first();
  } catch {
    throw new Error(`${what} was not to be seen. ${await describe(locator.page())}`);
  }
}

/** Waits until something is not to be seen any more. */
export async function gone(locator: Locator, what: string): Promise<void> {
  try {
    await locator.first().waitFor({ state: 'hidden', timeout: patienceMs });
  } catch {
    throw new Error(`${what} did not go away. ${await describe(locator.page())}`);
  }
}

/**
 * Begins to watch for words that may stand on a page for a moment only.
 * @returns Waits until they stood there.
 */
export async function watchFor(page: Page, words: string): Promise<() => Promise<void>> {
  const watch = await page.evaluateHandle(
    ({ words, patienceMs }) => ({
      stood: new Promise<boolean>((done) => {
        const look = (): void => {
          if (document.body.textContent?.includes(words)) end(true);
        };
        const end = (stood: boolean): void => {
          observer.disconnect();
          clearTimeout(timer);
          done(stood);
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, characterData: true, subtree: true });
        const timer = setTimeout(() => end(false), patienceMs);
        look();
      }),
    }),
    { words, patienceMs },
  );
  return async () => {
    const stood = await watch.evaluate(({ stood }) => stood);
    await watch.dispose();
    if (!stood) throw new Error(`"${words}" never stood there. ${await describe(page)}`);
  };
}

/** Clicks as soon as that can be done. */
export async function press(locator: Locator, what: string): Promise<void> {
  try {
    await locator.first().click({ timeout: patienceMs });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    throw new Error(`${what} could not be pressed: ${reason} ${await describe(locator.page())}`, {
      cause: error,
    });
  }
}

/** Does something again and again until something is to be seen, as a hand at a console would. */
export async function until(
  goal: Locator,
  what: string,
  work: () => Promise<void>,
  patience = 10 * 60_000,
): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await goal.first().isVisible())) {
    if (Date.now() > deadline) throw new Error(`${what} was not to be seen. ${await describe(goal.page())}`);
    await work();
  }
}

/** What a page shows, in words. */
async function describe(page: Page): Promise<string> {
  const text = await page.evaluate(() => document.body.innerText).catch(() => '(the page does not answer)');
  return `The page at ${page.url()} showed:\n${text.replace(/\n{2,}/g, '\n').slice(0, 3000)}`;
}
