import { writeFile } from 'node:fs/promises';
import { Console } from '@artemis/client/protocol';
import type { Browser } from 'playwright-core';
import { freeSeat, newPlayer, type Player, readout, signIn, startBrowser } from '../e2e/browser.js';
import { type Crewmate, host } from '../e2e/crewmate.js';
import { type ConsoleName, openConsole } from '../e2e/hands.js';
import { press, seen } from '../e2e/seen.js';
import { startServer } from '../e2e/server.js';
import { type FrameWork, measureFrames } from './frame-work.js';
import { grew, type Size, sizeOf, sizeTable } from './growth.js';
import { readOptions } from './options.js';

/** The consoles that draw in two dimensions, each at a page of its own. */
const consoles: readonly ConsoleName[] = ['Helm', 'Weapons', 'Engineering', 'Science', 'Comms'];

interface ConsoleResult extends FrameWork {
  readonly console: string;
  readonly objects: number;
  /** Sizes after a collection, from the first minute on. */
  readonly sizes: Size[];
}

/**
 * Measures the page in a battle that has no end, of Fleet Action's size: what a frame costs at each two-dimensional console, and
 * whether a page that stays open grows.
 *
 * Options: `--frames N` a console, `--minutes N` to stay open afterwards (0 for not at all), `--json FILE`.
 */
export async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args, { frames: 300, minutes: 0, json: '' });
  const server = await startServer();
  const browser = await startBrowser();
  const results: ConsoleResult[] = [];
  let mate: Crewmate | undefined;
  try {
    const boarded = await board(browser, server.url);
    mate = boarded.mate;
    const { players } = boarded;
    for (const [index, name] of consoles.entries()) {
      const { page } = players[index]!;
      await openConsole(page, name);
      const objects = await readout(page, 'objects');
      results.push({
        console: name,
        objects,
        ...(await measureFrames(browser, page, options.frames)),
        sizes: [],
      });
      print(results.at(-1)!);
    }
    const growing = options.minutes > 0 ? await stayOpen(players, results, options.minutes) : [];
    const complaints = players.flatMap(({ troubles }) => troubles);
    for (const complaint of complaints) console.error(`The page complained: ${complaint}`);
    return complaints.length + growing.length === 0 ? 0 : 1;
  } finally {
    // What was measured is worth keeping, whatever came after.
    if (options.json) await writeFile(options.json, `${JSON.stringify({ consoles: results }, null, 2)}\n`);
    mate?.close();
    await browser.close();
    await server.stop();
  }
}

/** Five pages on the first of eight ships, in a game that runs. */
async function board(browser: Browser, url: string): Promise<{ players: Player[]; mate: Crewmate }> {
  console.log('Boarding: five pages on one of eight ships, in a battle that has no end.');
  const session = { name: 'Bench', scenario: 'battle-drill', difficulty: 5, maxShips: 8 };
  const { mate, sessionId } = await host(url, session, 'Host', 7, Console.MainScreen);
  const players: Player[] = [];
  for (const [index, name] of consoles.entries()) {
    const player = await newPlayer(browser, `Player ${index + 1}`);
    players.push(player);
    await signIn(player, `${url}#/session/${sessionId}`);
    await seen(player.page.getByRole('heading', { name: 'Bench' }), 'the lobby');
    await press(freeSeat(player.page, name), name);
  }
  await press(players[0]!.page.getByRole('button', { name: 'I am ready' }), 'ready');
  mate.game.setReady(true);
  await mate.until(
    'both ships ready',
    ({ session: now }) => now!.players.filter(({ ready }) => ready).length > 1,
  );
  mate.game.startGame();
  for (const { page } of players) await seen(page.locator('.console-tab.front'), 'the bridge');
  return { players, mate };
}

/** Lets the pages be for so long; returns the consoles that grew meanwhile. */
async function stayOpen(
  players: readonly Player[],
  results: readonly ConsoleResult[],
  minutes: number,
): Promise<string[]> {
  console.log(`Staying open for ${minutes} minutes: heap in MiB and DOM nodes of each page, every minute.`);
  const begun = Date.now();
  const table = sizeTable(results.map(({ console: name }) => name));
  console.log(table.head);
  for (let minute = 1; minute <= minutes; minute++) {
    await new Promise((done) => setTimeout(done, Math.max(0, begun + minute * 60_000 - Date.now())));
    for (const [index, player] of players.entries()) {
      await seen(player.page.locator('.console-tab.front'), `the console of ${player.name}`);
      results[index]!.sizes.push(await sizeOf(player.page));
    }
    console.log(
      table.row(
        minute,
        results.map(({ sizes }) => sizes.at(-1)!),
      ),
    );
  }
  const growing = results.filter(({ sizes }) => grew(sizes)).map(({ console: name }) => name);
  console.log(growing.length === 0 ? 'None of them grew.' : `These grew: ${growing.join(', ')}.`);
  return growing;
}

function print({ console: name, objects, frames, medianMs, p95Ms, drawMedianMs }: ConsoleResult): void {
  const figures = `median ${medianMs.toFixed(2)} ms, p95 ${p95Ms.toFixed(2)} ms, drawing ${drawMedianMs.toFixed(2)} ms`;
  console.log(`${name}: ${figures} a frame (${frames} frames, ${objects} objects in sight)`);
}
