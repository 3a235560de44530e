import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Console } from '@artemis/client/protocol';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import {
  createSession,
  freeSeat,
  newPlayer,
  type Player,
  signIn,
  startBrowser,
  untilReadout,
} from '../e2e/browser.js';
import { type Crewmate, crewmate, gatewayOf } from '../e2e/crewmate.js';
import { type ConsoleName, openConsole } from '../e2e/hands.js';
import { startServer } from '../e2e/server.js';

const folder = resolve(fileURLToPath(import.meta.url), '../../../../docs/screens');

interface Device {
  readonly suffix: string;
  readonly options: BrowserContextOptions;
}

const devices: readonly Device[] = [
  { suffix: '', options: { viewport: { width: 1440, height: 900 } } },
  {
    suffix: '-phone',
    options: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  },
];

/** Makes the pictures of all screens in docs/screens, as on a desk and as on a phone. */
export async function main(args: readonly string[]): Promise<number> {
  const only = args[0];
  const server = await startServer();
  const browser = await startBrowser();
  try {
    await mkdir(folder, { recursive: true });
    for (const device of devices.filter(
      ({ suffix }) => only === undefined || (only === 'phone') === (suffix !== ''),
    )) {
      await new Tour(browser, server.url, device).run();
    }
    return 0;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** One way through all screens. */
class Tour {
  readonly #browser: Browser;
  readonly #url: string;
  readonly #device: Device;
  readonly #crew: Crewmate[] = [];
  #ada!: Player;

  constructor(browser: Browser, url: string, device: Device) {
    this.#browser = browser;
    this.#url = url;
    this.#device = device;
  }

  async run(): Promise<void> {
    this.#ada = await newPlayer(this.#browser, `Ada${this.#device.suffix && ' M.'}`, this.#device.options);
    try {
      await this.#door();
      await this.#lobby();
      await this.#consoles();
      await this.#extras();
      await this.#lost();
      await this.#results();
      if (this.#ada.troubles.length > 0)
        throw new Error(`The page complained: ${this.#ada.troubles.join('; ')}`);
    } catch (error) {
      const path = join(tmpdir(), `artemis-screens-failed${this.#device.suffix}.png`);
      await this.#page.screenshot({ path });
      console.error(`What the page showed then is in ${path}.`);
      throw error;
    } finally {
      this.#crew.forEach((mate) => mate.close());
      await this.#ada.context.close();
    }
  }

  get #page(): Page {
    return this.#ada.page;
  }

  async #shoot(name: string): Promise<void> {
    const file = `${name}${this.#device.suffix}.png`;
    await this.#page.screenshot({ path: join(folder, file) });
    console.log(file);
  }

  async #door(): Promise<void> {
    // Pictures show what players are offered, not what only tests and pictures play.
    await this.#page.route('**/api/scenarios', async (route) => {
      const offered = (await (await route.fetch()).json()) as { id: string }[];
      const ours = ['ambush', 'drill', 'exhibition'];
      await route.fulfill({ json: offered.filter(({ id }) => !ours.includes(id)) });
    });
    await this.#page.goto(this.#url);
    await this.#page.getByLabel('Your name').waitFor();
    await this.#shoot('sign-in');
    await signIn(this.#ada, this.#url);
    await this.#page.getByText('No session yet').or(this.#page.locator('.session-row').first()).waitFor();
    if (await this.#page.getByText('No session yet').isVisible()) await this.#shoot('sessions-empty');
    const host = await gatewayOf(this.#url);
    await host.connect({ name: `Host ${this.#device.suffix}` });
    const others = [
      { name: 'Friday night crew', scenario: 'siege', maxShips: 2, difficulty: 4 },
      {
        name: 'Academy, second watch',
        scenario: 'border-patrol',
        maxShips: 1,
        difficulty: 1,
        password: 'open',
      },
      { name: 'Behind the lines', scenario: 'deep-strike', maxShips: 4, difficulty: 7 },
    ];
    for (const other of others)
      await host.createSession({ ...other, clientKey: `${other.name}${this.#device.suffix}` });
    host.close();
    await this.#page.locator('.session-row', { hasText: 'Behind the lines' }).first().waitFor();
    await this.#shoot('sessions');
    await this.#page.getByRole('button', { name: 'Join Academy, second watch' }).first().click();
    await this.#page.getByLabel('Password').waitFor();
    await this.#shoot('password');
    await this.#page.getByRole('button', { name: 'Back to the list' }).click();
    await this.#page.getByRole('button', { name: 'New session' }).first().click();
    await this.#page.getByRole('dialog').getByText('Siege', { exact: true }).waitFor();
    await this.#shoot('new-session');
    await this.#page.keyboard.press('Escape');
    await this.#page.unroute('**/api/scenarios');
    await this.#page.reload();
    await this.#page.locator('.session-row').first().waitFor();
  }

  async #lobby(): Promise<void> {
    const address = await createSession(this.#ada, {
      name: 'Kestrel and friends',
      scenario: 'Exhibition',
      ships: 2,
    });
    const id = address.split('/').at(-1)!;
    const seats: readonly [string, number, Console][] = [
      ['Grace', 1, Console.Helm],
      ['Linus', 1, Console.Engineering],
      ['Margaret', 1, Console.Science],
    ];
    for (const [name, ship, console] of seats) {
      this.#crew.push(await crewmate(this.#url, id, `${name}${this.#device.suffix && ' M.'}`, ship, console));
    }
    await freeSeat(this.#page, 'Helm').click();
    await this.#page.getByRole('button', { name: /^Helm of .*, You/ }).waitFor();
    await this.#page.getByLabel('Hold several consoles').check();
    for (const console of ['Weapons', 'Science']) {
      await freeSeat(this.#page, console).click();
      await this.#page.getByRole('button', { name: new RegExp(`^${console} of .*, You`) }).waitFor();
    }
    const [grace, linus] = this.#crew;
    grace!.game.chat('Second ship is ours. We cover the convoy.');
    linus!.game.chat('Give me a minute with the coolant.');
    await this.#page.getByRole('log').getByText('Give me a minute').waitFor();
    grace!.game.setReady(true);
    await this.#page.getByText('Ready', { exact: true }).first().waitFor();
    await this.#shoot('lobby');
    await this.#page
      .getByRole('button', { name: /^Rename / })
      .first()
      .click();
    await this.#page.getByRole('dialog').getByLabel('Name').fill('Kestrel');
    await this.#shoot('rename');
    await this.#page.getByRole('button', { name: 'Name her' }).click();
    await this.#page.getByRole('heading', { name: 'Kestrel', exact: true }).waitFor();
    await this.#page.getByRole('button', { name: 'I am ready' }).click();
    await this.#page.getByRole('button', { name: 'Start' }).click();
    await this.#page.locator('[data-readout="heading"]').first().waitFor();
  }

  // Each console as in a fight: something is ordered at each of them first.
  async #consoles(): Promise<void> {
    const page = this.#page;
    await page.getByRole('slider', { name: 'Impulse' }).press('End');
    await untilReadout(page, 'velocity', (velocity) => velocity > 15);
    await this.#takeOver('Engineering');
    await page.getByRole('button', { name: 'Combat' }).click();
    await openConsole(page, 'Weapons');
    await page.getByRole('button', { name: 'Raise shields' }).click();
    await page.getByRole('button', { name: 'Auto' }).click();
    const loads = page.getByRole('button', { name: /^Load / });
    await loads.first().click();
    await page.locator('.tube', { hasText: 'Loading' }).waitFor();
    await page.locator('.contact.hostile').first().click();
    await page.locator('.target-name').waitFor();
    await page.locator('.tube.ready').waitFor();
    await this.#shoot('weapons');
    await openConsole(page, 'Helm');
    await this.#shoot('helm');
    await this.#steer();
    await openConsole(page, 'Engineering');
    await page.locator('.deck .room').first().waitFor();
    await this.#shoot('engineering');
    await openConsole(page, 'Science');
    await this.#scan();
    await this.#shoot('science');
    await this.#takeOver('Comms');
    await page.locator('.contact', { hasText: 'Haven' }).first().click();
    await page.getByRole('button', { name: 'Report' }).click();
    await page.locator('.comms-line.base').first().waitFor();
    await this.#shoot('communications');
    await this.#takeOver('Main screen');
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
      await this.#shoot(name);
    }
    await page.getByRole('radio', { name: 'Fore' }).click();
  }

  // The farthest raider; if the fight takes it before the scan is done, the next one.
  async #scan(): Promise<void> {
    const page = this.#page;
    const done = page.getByText('There is nothing more to learn.');
    const scan = page.getByRole('button', { name: /^Scan( for frequencies)?$/ });
    const idle = page.getByText(/^(Nothing selected|Choose a ship)/);
    let shot = false;
    for (let tries = 0; tries < 10; tries++) {
      await page.locator('.contact.hostile', { hasText: 'scanned' }).last().click();
      for (let step = 0; step < 2; step++) {
        await scan.click();
        await page.locator('.scan-bar').waitFor();
        if (!shot) await this.#shoot('science-scanning');
        shot = true;
        await scan.or(done).or(idle).first().waitFor();
        if (await idle.first().isVisible()) break;
      }
      if (await done.isVisible()) return;
    }
    throw new Error('No scan was completed.');
  }

  async #steer(): Promise<void> {
    const box = (await this.#page.getByRole('img', { name: /^Radar to/ }).boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.#page.mouse.move(x + 60, y + 10);
    await this.#page.mouse.down();
    await this.#page.mouse.move(x + box.width * 0.3, y - 40, { steps: 4 });
    await frames(this.#page, 5);
    await this.#shoot('helm-steering');
    await this.#page.mouse.up();
  }

  async #takeOver(name: ConsoleName): Promise<void> {
    const page = this.#page;
    await openConsole(page, name);
    await page.getByRole('button', { name: 'Take it over' }).click();
    await page.locator('.watching').waitFor({ state: 'detached' });
  }

  async #extras(): Promise<void> {
    const page = this.#page;
    await openConsole(page, 'Comms');
    const alarm = page.getByRole('button', { name: 'Red alert', exact: true });
    if (await alarm.isVisible()) await alarm.click();
    await openConsole(page, 'Main screen');
    await page.locator('.alert-banner').waitFor();
    await this.#shoot('red-alert');
    if (this.#device.suffix === '') {
      await page.setViewportSize({ width: 1920, height: 1080 });
      await page.getByRole('button', { name: 'Two consoles side by side' }).click();
      await page.locator('.pane').nth(1).waitFor();
      await page.keyboard.press('F3');
      await frames(page, 30);
      await this.#shoot('split');
      await page.keyboard.press('F7');
      await page.setViewportSize({ width: 1440, height: 900 });
    }
    await openConsole(page, 'Helm');
    await page.getByRole('button', { name: /^Network/ }).click();
    await page.getByRole('slider', { name: 'More latency' }).fill('120');
    await page.getByRole('slider', { name: 'More jitter' }).fill('40');
    await untilText(page, '.network', /Ping\s*\d{3,} ms/);
    await this.#shoot('network');
    await page.getByRole('button', { name: 'Cut the line' }).click();
    await page.getByText('Connection lost.').waitFor();
    await this.#shoot('connection-lost');
    await page.getByText('Connection lost.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Network/ }).click();
    this.#crew[0]!.game.chat('Nice shooting, Kestrel!');
    await page.getByRole('button', { name: /^Chat/ }).click();
    await page.getByText('Nice shooting, Kestrel!').waitFor();
    await this.#shoot('chat');
    await page.getByRole('button', { name: /^Chat/ }).click();
    await page.getByRole('button', { name: 'Leave the game' }).click();
    await this.#shoot('leave');
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    await page.getByRole('button', { name: 'Join Kestrel and friends' }).first().click();
    await page.getByText('The game is under way').waitFor();
    await this.#shoot('hot-join');
    await page.getByRole('button', { name: 'Leave' }).click();
  }

  async #lost(): Promise<void> {
    const page = this.#page;
    await createSession(this.#ada, { name: 'The trap', scenario: 'Ambush', ships: 2 });
    await freeSeat(page, 'Helm').click();
    await page.getByRole('button', { name: 'I am ready' }).click();
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByText('Your ship is lost.').waitFor();
    await this.#shoot('ship-lost');
  }

  async #results(): Promise<void> {
    await this.#page.getByRole('heading', { name: 'Defeat' }).waitFor();
    await this.#page.locator('.chart-bar').first().waitFor();
    await this.#shoot('results');
  }
}

/** Lets the page draw so many frames. */
async function frames(page: Page, count: number): Promise<void> {
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
async function untilText(page: Page, selector: string, wanted: RegExp): Promise<void> {
  await page.waitForFunction(
    ([where, source]) => new RegExp(source!).test(document.querySelector(where!)?.textContent ?? ''),
    [selector, wanted.source],
  );
}
