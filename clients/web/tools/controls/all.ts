import type { Page } from 'playwright-core';
import { readout } from '../../e2e/browser.js';
import { openConsole } from '../../e2e/hands.js';
import { bridge } from './bridge.js';
import { communications } from './communications.js';
import type { Control } from './control.js';
import { engineering } from './engineering.js';
import { helm } from './helm.js';
import { mainScreen } from './main-screen.js';
import { science } from './science.js';
import { weapons } from './weapons.js';

/** Every control of the six consoles and around them. */
export const controls: readonly Control[] = [
  ...helm,
  ...weapons,
  ...engineering,
  ...science,
  ...communications,
  ...mainScreen,
  ...bridge,
];

/** How working a control went. */
export type Verdict = 'works' | 'dead' | 'not now';

const patienceMs = 30_000;

/** Works a control and waits for its effect. */
export async function work(page: Page, control: Control): Promise<Verdict> {
  await openConsole(page, control.console);
  const effect = await control.work(page);
  if (!effect) return 'not now';
  const deadline = Date.now() + (control.patienceMs ?? patienceMs);
  while (Date.now() < deadline) {
    const seen = await effect();
    if (seen !== false) return seen ? 'works' : 'not now';
    const tick = await readout(page, 'tick');
    await page
      .waitForFunction(
        (last) => Number(document.querySelector('[data-readout="tick"]')?.getAttribute('data-value')) > last!,
        tick + 4,
        { timeout: 5000 },
      )
      .catch(() => undefined);
  }
  return 'dead';
}
