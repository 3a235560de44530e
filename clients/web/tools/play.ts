import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Console } from '@artemis/client/protocol';
import type { Browser, Page } from 'playwright-core';
import { createSession, newPlayer, type Player, signIn, startBrowser } from '../e2e/browser.js';
import { crewmate } from '../e2e/crewmate.js';
import { type ConsoleName, takeSeat } from '../e2e/hands.js';
import { press, seen } from '../e2e/seen.js';
import { startServer } from '../e2e/server.js';
import { readOptions } from './options.js';
import { controls, type Verdict, work } from './controls/all.js';
import type { Control } from './controls/control.js';
import { printReport, type Report } from './play-report.js';
import { fight, support } from './rounds.js';
import { type Coverage, takeNote, watchControls } from './used-controls.js';

/** Longer than any scenario takes that comes to its end. */
const longestGameMs = 25 * 60_000;

/**
 * Plays through the pages for a while, two players at all six consoles, and tells what was dead, stuck or nonsense.
 *
 * Options: `--minutes N`, `--scenarios LIST` by name, played in turn, `--difficulty N`, `--json FILE`.
 */
export async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args, {
    minutes: 30,
    scenarios: 'Border Patrol,Siege,Deep Strike',
    difficulty: 2,
    json: '',
  });
  const server = await startServer();
  const browser = await startBrowser();
  const report: Report = { controls: {}, neverUsed: [], games: [], refusals: {}, nonsense: [] };
  const until = Date.now() + options.minutes * 60_000;
  let crew: Crew | undefined;
  try {
    crew = await Crew.muster(browser, server.url, report);
    const scenarios = options.scenarios.split(',');
    for (let round = 0; Date.now() < until; round++) {
      await crew.play(scenarios[round % scenarios.length]!, options.difficulty, until);
    }
  } catch (error) {
    report.nonsense.push(`The play broke off: ${error instanceof Error ? error.message : String(error)}`);
    await crew?.shoot();
  } finally {
    report.nonsense.push(
      ...(crew?.players.flatMap(({ name, troubles }) => troubles.map((text) => `${name}: ${text}`)) ?? []),
    );
    await browser.close();
    await server.stop();
  }
  if (crew) report.neverUsed.push(...crew.neverUsed());
  printReport(report);
  if (options.json) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
  const dead = Object.values(report.controls).some((verdicts) => verdicts.dead > 0 && verdicts.works === 0);
  return dead || report.nonsense.length > 0 ? 1 : 0;
}

/** Two players: one at helm, weapons and main screen, one at the others. */
class Crew {
  readonly players: readonly [Player, Player];
  readonly #url: string;
  readonly #report: Report;
  readonly #coverage: Coverage = { offered: new Set(), used: new Set() };

  private constructor(players: readonly [Player, Player], url: string, report: Report) {
    this.players = players;
    this.#url = url;
    this.#report = report;
  }

  static async muster(browser: Browser, url: string, report: Report): Promise<Crew> {
    const players = [await newPlayer(browser, 'Ada'), await newPlayer(browser, 'Ben')] as const;
    for (const player of players) {
      await watchControls(player.context);
      await signIn(player, url);
      await seen(player.page.getByRole('heading', { name: 'Sessions' }), 'the list of sessions');
    }
    return new Crew(players, url, report);
  }

  neverUsed(): string[] {
    return [...this.#coverage.offered].filter((name) => !this.#coverage.used.has(name)).sort();
  }

  async shoot(): Promise<void> {
    for (const { name, page } of this.players) {
      const path = join(tmpdir(), `artemis-play-${name}.png`);
      await page.screenshot({ path }).catch(() => undefined);
      console.error(`What ${name} saw last is in ${path}.`);
    }
  }

  /** One game from lobby to lobby, or until time is up. */
  async play(scenario: string, difficulty: number, until: number): Promise<void> {
    const [ada, ben] = this.players;
    const name = `${scenario} ${this.#report.games.length + 1}`;
    const address = await createSession(ada, { name, scenario, difficulty, ships: 2 });
    await ben.page.goto(address);
    await seen(ben.page.getByRole('heading', { name }), 'the lobby');
    for (const [player, seats] of [
      [ada, ['Helm', 'Weapons', 'Main screen']],
      [ben, ['Engineering', 'Science', 'Comms']],
    ] as const) {
      await player.page.getByLabel('Hold several consoles').check();
      for (const seat of seats) await takeSeat(player.page, seat);
    }
    // A second ship, most of it worked by the computer, to talk to.
    const id = address.split('/').at(-1)!;
    const consort = await crewmate(
      this.#url,
      id,
      `Cleo ${this.#report.games.length + 1}`,
      1,
      Console.MainScreen,
    );
    consort.game.setReady(true);
    try {
      await this.#fly(scenario, until);
    } finally {
      consort.close();
    }
  }

  async #fly(scenario: string, until: number): Promise<void> {
    const [ada, ben] = this.players;
    await press(ada.page.getByRole('button', { name: 'I am ready' }), 'ready');
    await seen(ada.page.getByText('All set.', { exact: false }), 'the word to start');
    await press(ada.page.getByRole('button', { name: 'Start' }), 'start');
    await Promise.all(this.players.map(({ page }) => seen(page.locator('.console-tab.front'), 'the bridge')));
    const begun = Date.now();
    const over = ada.page.locator('.results-head');
    const later = await Promise.all([this.#sweep(ada, over, until), this.#sweep(ben, over, until)]);
    while (!(await over.isVisible())) {
      if (Date.now() > until) break;
      if (Date.now() - begun > longestGameMs) {
        this.#report.nonsense.push(`${scenario} had no end after ${longestGameMs / 60_000} minutes.`);
        break;
      }
      await Promise.all([this.#steady(() => fight(ada.page)), this.#steady(() => support(ben.page))]);
      await Promise.all(this.players.map((player, index) => this.#again(player, later[index]!)));
      await this.#look();
    }
    await this.#finish(scenario, begun);
  }

  async #finish(scenario: string, begun: number): Promise<void> {
    const [ada] = this.players;
    const minutes = Math.round((Date.now() - begun) / 6000) / 10;
    const over = await ada.page.locator('.results-head').isVisible();
    const outcome = over ? await ada.page.locator('.results-head h1').innerText() : 'Broken off';
    this.#report.games.push({ scenario, outcome, minutes });
    console.log(`${scenario}: ${outcome} after ${minutes} min`);
    if (over) {
      await press(ada.page.getByRole('button', { name: 'Back to the lobby' }), 'back to the lobby');
      await seen(ada.page.getByRole('button', { name: 'I am ready' }), 'the lobby');
    }
    for (const { page } of this.players) {
      await press(page.getByRole('button', { name: /^Leave/ }), 'leave');
      const sure = page.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true });
      if (!over) await press(sure, 'leave for good');
      await seen(page.getByRole('heading', { name: 'Sessions' }), 'the list of sessions');
    }
  }

  // Works every control that the player has, what was never seen to work first, as far as the game lasts. Returns what could not be worked.
  async #sweep(player: Player, over: ReturnType<Page['locator']>, until: number): Promise<Control[]> {
    const own: readonly ConsoleName[] =
      player.name === 'Ada' ? ['Helm', 'Weapons', 'Main screen'] : ['Engineering', 'Science', 'Comms'];
    const mine = controls.filter((entry) => own.includes(entry.console));
    const worked = (control: Control): boolean => (this.#report.controls[keyOf(control)]?.works ?? 0) > 0;
    const later: Control[] = [];
    for (const control of [...mine.filter((entry) => !worked(entry)), ...mine.filter(worked)]) {
      if ((await over.isVisible()) || Date.now() > until) break;
      if ((await this.#work(player, control)) === 'not now') later.push(control);
      await this.#look();
    }
    return later;
  }

  // Tries the first of what could not be worked before; what still cannot is put last.
  async #again(player: Player, later: Control[]): Promise<void> {
    const control = later.shift();
    if (control && (await this.#work(player, control)) === 'not now') later.push(control);
  }

  async #work({ page }: Player, control: Control): Promise<Verdict> {
    const verdict = (await this.#steady(() => work(page, control))) ?? 'not now';
    if (await page.locator('.results-head').isVisible()) return 'not now';
    const counts = (this.#report.controls[keyOf(control)] ??= { works: 0, dead: 0, 'not now': 0 });
    counts[verdict]++;
    if (verdict === 'dead') await this.#tellDead(page, keyOf(control));
    return verdict;
  }

  async #tellDead(page: Page, name: string): Promise<void> {
    const path = join(tmpdir(), `artemis-play-${name.replace(/\W+/g, '-')}.png`);
    await page.screenshot({ path }).catch(() => undefined);
    const words = await page.locator('.toasts .notice').allInnerTexts();
    console.log(
      `no effect: ${name}; the page said ${words.join(' / ') || 'nothing'}, and looks like ${path}`,
    );
  }

  // A contact that dies under the finger, or the end of the game, is no fault of the page.
  async #steady<T>(act: () => Promise<T>): Promise<T | undefined> {
    try {
      return await act();
    } catch (error) {
      if (!/Timeout|not to be seen|could not be pressed|detached/.test(String(error))) throw error;
      return undefined;
    }
  }

  // Reads both pages for what must never stand there, and counts refusals.
  async #look(): Promise<void> {
    for (const { page, name } of this.players) {
      await takeNote(page, this.#coverage);
      const text = await page.evaluate(() => document.body.innerText);
      const found = /.*\b(NaN|undefined|Infinity|null)\b.*|\[object/.exec(text);
      if (found) this.#report.nonsense.push(`${name} read: ${found[0]}`);
      for (const toast of await page.locator('.toasts .notice').allInnerTexts()) {
        this.#report.refusals[toast] = (this.#report.refusals[toast] ?? 0) + 1;
      }
    }
  }
}

const keyOf = (control: Control): string => `${control.console}: ${control.name}`;
