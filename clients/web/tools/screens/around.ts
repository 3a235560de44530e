import { createSession, freeSeat, signIn } from '../../e2e/browser.js';
import { letPass, openConsole } from '../../e2e/hands.js';
import { toTop } from './aboard.js';
import { frames, onPhone, type Tour, untilText } from './tour.js';

/** What comes on top of the consoles: red alert, two consoles, network, chat, leaving and coming back. */
export async function extras(tour: Tour): Promise<void> {
  const { page, crew, shoot } = tour;
  await redAlert(tour);
  if (!onPhone(tour)) await split(tour);
  await openConsole(page, 'Helm');
  await page.getByRole('button', { name: /^Network/ }).click();
  await page.getByRole('slider', { name: 'More latency' }).fill('120');
  await page.getByRole('slider', { name: 'More jitter' }).fill('40');
  await untilText(page, '.network', /Ping\s*\d{3,} ms/);
  await letPass(page, 100);
  await toTop(tour);
  await shoot('network');
  await connectionLost(tour);
  await page.getByRole('button', { name: /^Network/ }).click();
  crew[0]!.game.chat('Nice shooting, Kestrel!');
  await page.getByRole('button', { name: /^Chat/ }).click();
  await page.getByText('Nice shooting, Kestrel!').waitFor();
  await toTop(tour);
  await shoot('chat');
  await page.getByRole('button', { name: /^Chat/ }).click();
  await page.getByRole('button', { name: 'Leave the game' }).click();
  await shoot('leave');
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await page.getByRole('button', { name: 'Join Kestrel and friends' }).first().click();
  await page.getByText('The game is under way').waitFor();
  await shoot('hot-join');
  await page.getByRole('button', { name: 'Leave' }).click();
}

async function redAlert(tour: Tour): Promise<void> {
  const { page, shoot } = tour;
  await openConsole(page, 'Comms');
  const alarm = page.getByRole('button', { name: 'Red alert', exact: true });
  if (await alarm.isVisible()) await alarm.click();
  await openConsole(page, 'Main screen');
  await page.locator('.alert-banner').waitFor();
  await frames(page, 30);
  await toTop(tour);
  await shoot('red-alert');
}

async function split({ page, shoot }: Tour): Promise<void> {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.getByRole('button', { name: 'Two consoles side by side' }).click();
  await page.locator('.pane').nth(1).waitFor();
  await openConsole(page, 'Weapons');
  await frames(page, 30);
  await shoot('split');
  await page.keyboard.press('F7');
  await page.locator('.pane').nth(1).waitFor({ state: 'detached' });
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function connectionLost(tour: Tour): Promise<void> {
  const { page, shoot } = tour;
  // As long as the picture is taken, no new line is to be had.
  await page.evaluate(() => {
    class DeadSocket {
      binaryType = '';
      readyState = 0;
      bufferedAmount = 0;
      onclose: ((event: { code: number; reason: string }) => void) | null = null;
      constructor() {
        setTimeout(() => this.onclose?.({ code: 1006, reason: '' }), 300);
      }
      send(): void {}
      close(): void {}
    }
    Object.assign(window, { lineUp: WebSocket, WebSocket: DeadSocket });
  });
  await page.getByRole('button', { name: 'Cut the line' }).click();
  await page.getByText(/Next try in [1-9]/).waitFor();
  await toTop(tour);
  await shoot('connection-lost');
  await page.evaluate(() => Object.assign(window, { WebSocket: (window as { lineUp?: unknown }).lineUp }));
  await page.getByText('Connection lost.').waitFor({ state: 'detached' });
}

/** A ship that is lost, and the results of a game that is. */
export async function defeat({ page, ada, shoot }: Tour): Promise<void> {
  await createSession(ada, { name: 'The trap', scenario: 'Ambush', ships: 2 });
  await freeSeat(page, 'Helm').click();
  await page.getByRole('button', { name: 'I am ready' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByText('Your ship is lost.').waitFor();
  await shoot('ship-lost');
  await page.getByRole('heading', { name: 'Defeat' }).waitFor();
  await page.locator('.chart-bar').first().waitFor();
  await shoot('results');
}

/** A recording that is watched. */
export async function recording(tour: Tour): Promise<void> {
  const { page, ada, url, shoot } = tour;
  await signIn(ada, url);
  await page.getByRole('button', { name: /^Join Replay/ }).click();
  await page
    .getByRole('button', { name: /^Watch from / })
    .first()
    .waitFor();
  await shoot('recording-ships');
  await page
    .getByRole('button', { name: /^Watch from / })
    .first()
    .click();
  await page.locator('.console-tab.front').waitFor();
  await openConsole(page, 'Main screen');
  await page.getByRole('radio', { name: 'Tactical' }).click();
  await letPass(page, 200);
  await toTop(tour);
  await shoot('recording');
}
