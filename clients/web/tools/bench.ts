import { writeFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import {
  createSession,
  freeSeat,
  newPlayer,
  type Player,
  readout,
  signIn,
  startBrowser,
} from '../e2e/browser.js';
import { type ConsoleName, openConsole, takeSeat } from '../e2e/hands.js';
import { press, seen } from '../e2e/seen.js';
import { startServer } from '../e2e/server.js';
import { type FrameWork, measureFrames } from './frame-work.js';
import { readOptions } from './options.js';

/** The consoles that draw in two dimensions, each with a seat of its own. */
const consoles: readonly { readonly name: ConsoleName; readonly seat: string }[] = [
  { name: 'Helm', seat: 'Helm' },
  { name: 'Weapons', seat: 'Weapons' },
  { name: 'Engineering', seat: 'Engineering' },
  { name: 'Science', seat: 'Science' },
  { name: 'Comms', seat: 'Comms' },
];

interface Size {
  readonly heapKiB: number;
  readonly nodes: number;
  readonly listeners: number;
}

interface ConsoleResult extends FrameWork {
  readonly console: string;
  readonly objects: number;
  /** Sizes after a collection, from the first minute on. */
  readonly sizes: Size[];
}

/**
 * Measures the page in Fleet Action: what a frame costs at each two-dimensional console, and whether a page that stays open grows.
 *
 * Options: `--frames N` a console, `--minutes N` to stay open afterwards (0 for not at all), `--json FILE`.
 */
export async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args, { frames: 300, minutes: 0, json: '' });
  const server = await startServer();
  const browser = await startBrowser();
  try {
    const players = await board(browser, server.url);
    const results: ConsoleResult[] = [];
    for (const [index, { name }] of consoles.entries()) {
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
    if (options.minutes > 0) await stayOpen(players, results, options.minutes);
    const complaints = players.flatMap(({ troubles }) => troubles);
    for (const complaint of complaints) console.error(`The page complained: ${complaint}`);
    if (options.json) await writeFile(options.json, `${JSON.stringify({ consoles: results }, null, 2)}\n`);
    return complaints.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Five players on the first of eight ships, in a game that runs. */
async function board(browser: Browser, url: string): Promise<Player[]> {
  const players: Player[] = [];
  let address = url;
  for (const [index, { seat }] of consoles.entries()) {
    const player = await newPlayer(browser, `Player ${index + 1}`);
    players.push(player);
    await signIn(player, address);
    if (index === 0)
      address = await createSession(player, { name: 'Bench', scenario: 'Fleet Action', ships: 8 });
    await seen(player.page.getByRole('heading', { name: 'Bench' }), 'the lobby');
    if (index === 0) await takeSeat(player.page, seat);
    else await press(freeSeat(player.page, seat), seat);
  }
  const { page } = players[0]!;
  await press(page.getByRole('button', { name: 'I am ready' }), 'ready');
  await press(page.getByRole('button', { name: 'Start' }), 'start');
  for (const player of players) await seen(player.page.locator('.console-tab.front'), 'the bridge');
  return players;
}

async function stayOpen(
  players: readonly Player[],
  results: readonly ConsoleResult[],
  minutes: number,
): Promise<void> {
  const begun = Date.now();
  for (let minute = 1; minute <= minutes; minute++) {
    await new Promise((done) => setTimeout(done, Math.max(0, begun + minute * 60_000 - Date.now())));
    for (const [index, player] of players.entries()) {
      if (!(await player.page.locator('.console-tab.front').isVisible()))
        throw new Error('The game ended too early.');
      results[index]!.sizes.push(await sizeOf(player));
    }
    const line = results.map(
      ({ console: name, sizes }) =>
        `${name} ${(sizes.at(-1)!.heapKiB / 1024).toFixed(1)} MiB ${sizes.at(-1)!.nodes}`,
    );
    console.log(`minute ${minute}: heap and DOM nodes of ${line.join(', ')}`);
  }
}

async function sizeOf({ page }: Player): Promise<Size> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('HeapProfiler.collectGarbage');
    const counters = await session.send('Memory.getDOMCounters');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return {
      heapKiB: Math.round(usedSize / 1024),
      nodes: counters.nodes,
      listeners: counters.jsEventListeners,
    };
  } finally {
    await session.detach();
  }
}

function print({ console: name, objects, frames, medianMs, p95Ms, drawMedianMs }: ConsoleResult): void {
  const figures = `median ${medianMs.toFixed(2)} ms, p95 ${p95Ms.toFixed(2)} ms, drawing ${drawMedianMs.toFixed(2)} ms`;
  console.log(`${name}: ${figures} a frame (${frames} frames, ${objects} objects in sight)`);
}
