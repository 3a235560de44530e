import { untilReadout } from '../../e2e/browser.js';
import { bearingOf, type ConsoleName, letPass, openConsole, steer } from '../../e2e/hands.js';
import { frames, type Tour } from './tour.js';

/** Each console as in a fight: something is ordered at each of them first. */
export async function consoles(tour: Tour): Promise<void> {
  const { page, shoot } = tour;
  await page.getByRole('slider', { name: 'Impulse' }).press('End');
  await untilReadout(page, 'velocity', (velocity) => velocity > 15);
  await takeOver(tour, 'Comms');
  await calm(tour);
  await takeOver(tour, 'Engineering');
  await page.getByRole('button', { name: 'Combat' }).click();
  await openConsole(page, 'Weapons');
  await page.getByRole('button', { name: 'Raise shields' }).click();
  await page
    .getByRole('button', { name: /^Load / })
    .first()
    .click();
  await page.locator('.tube.ready').waitFor();
  await page
    .getByRole('button', { name: /^Load / })
    .first()
    .click();
  await page.locator('.tube', { hasText: 'Loading' }).waitFor();
  // One that beams do not reach, or it might be gone before the picture is taken. The computer may have aimed at it before, and a second
  // choice of the same takes it back.
  const far = page
    .locator('.contact.hostile', { has: page.locator('.contact-away', { hasText: 'k' }) })
    .first();
  if ((await far.getAttribute('aria-pressed')) === 'false') await far.click();
  await page.locator('.target-name').waitFor();
  await toTop(tour);
  await shoot('weapons');
  await openConsole(page, 'Helm');
  await toTop(tour);
  await letPass(page, 10);
  await shoot('helm');
  await steering(tour);
  await openConsole(page, 'Engineering');
  await page.locator('.deck .room').first().waitFor();
  await toTop(tour);
  await shoot('engineering');
  await openConsole(page, 'Science');
  await scanning(tour);
  await toTop(tour);
  await shoot('science');
  await openConsole(page, 'Comms');
  await page.locator('.contact', { hasText: 'Haven' }).first().click();
  await page.getByRole('button', { name: 'Report' }).click();
  await page.locator('.comms-line.base').first().waitFor();
  await toTop(tour);
  await shoot('communications');
  await faceEnemy(tour);
  await mainScreen(tour);
}

/** Ends the alert that the computer began with, so that red is seen where red alert is shown. */
async function calm({ page }: Tour): Promise<void> {
  const end = page.getByRole('button', { name: 'End red alert' });
  await end.waitFor();
  await end.click();
  await page.locator('.bridge.red-alert').waitFor({ state: 'detached' });
}

/** Turns the bow to the nearest enemy, so that there is something to be seen ahead. */
async function faceEnemy(tour: Tour): Promise<void> {
  const { page } = tour;
  await openConsole(page, 'Helm');
  const bearing = await bearingOf(page, '.contact.hostile');
  if (bearing === undefined) throw new Error('No enemy is left to look at.');
  await page.getByRole('button', { name: 'All stop' }).click();
  await toTop(tour);
  await steer(page, bearing);
  const wanted = (bearing * Math.PI) / 180;
  await untilReadout(page, 'heading', (heading) => Math.cos(heading - wanted) > 0.98);
}

async function mainScreen(tour: Tour): Promise<void> {
  const { page, shoot } = tour;
  await takeOver(tour, 'Main screen');
  for (const [view, name] of [
    ['Fore', 'main-screen'],
    ['Tactical', 'main-screen-tactical'],
    ['Long range', 'main-screen-long-range'],
    ['Status', 'main-screen-status'],
  ] as const) {
    await page.getByRole('radio', { name: view }).click();
    await page
      .locator(view === 'Status' ? '.status-view' : '.console canvas')
      .first()
      .waitFor();
    await frames(page, 30);
    await toTop(tour);
    await shoot(name);
  }
  await page.getByRole('radio', { name: 'Fore' }).click();
}

/** Scans the farthest raider; if the fight takes it before that is done, the next one. */
async function scanning(tour: Tour): Promise<void> {
  const { page, shoot } = tour;
  const done = page.getByText('There is nothing more to learn.');
  const scan = page.getByRole('button', { name: /^Scan( for frequencies)?$/ });
  const idle = page.getByText(/^(Nothing selected|Choose a ship)/);
  let shot = false;
  for (let tries = 0; tries < 10; tries++) {
    await page.locator('.contact.hostile', { hasText: 'scanned' }).last().click();
    for (let step = 0; step < 2; step++) {
      await scan.click();
      await page.locator('.scan-bar').waitFor();
      if (!shot) {
        await page.waitForFunction(
          () => Number(document.querySelector('.scan-bar')?.getAttribute('aria-valuenow') ?? 100) >= 20,
        );
        await toTop(tour);
        await shoot('science-scanning');
      }
      shot = true;
      await scan.or(done).or(idle).first().waitFor();
      if (await idle.first().isVisible()) break;
    }
    if (await done.isVisible()) return;
  }
  throw new Error('No scan was completed.');
}

async function steering({ page, shoot }: Tour): Promise<void> {
  const box = (await page.getByRole('img', { name: /^Radar to/ }).boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x + 60, y + 10);
  await page.mouse.down();
  await page.mouse.move(x + box.width * 0.3, y - 40, { steps: 4 });
  await frames(page, 5);
  await shoot('helm-steering');
  await page.mouse.up();
}

/** Takes a console that the computer works. */
export async function takeOver({ page }: Tour, name: ConsoleName): Promise<void> {
  await openConsole(page, name);
  await page.getByRole('button', { name: 'Take it over' }).click();
  await page.locator('.watching').waitFor({ state: 'detached' });
}

/** Shows the upper end of what scrolls. */
export async function toTop({ page }: Tour): Promise<void> {
  await page.evaluate(() => {
    scrollTo(0, 0);
    document.querySelectorAll('.contact-list, .drawer, .network').forEach((list) => list.scrollTo(0, 0));
  });
}
