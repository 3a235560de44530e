import type { Verdict } from './controls/all.js';

/** What playing through the pages has shown. */
export interface Report {
  /** How often each control of the script had its effect, had none, and could not be worked. */
  readonly controls: Record<string, Record<Verdict, number>>;
  /** Controls that a page offered and nothing ever worked. */
  readonly neverUsed: string[];
  readonly games: { scenario: string; outcome: string; minutes: number }[];
  readonly refusals: Record<string, number>;
  readonly nonsense: string[];
}

/** Says it all, the worst last. */
export function printReport({ controls: worked, neverUsed, games, refusals, nonsense }: Report): void {
  const entries = Object.entries(worked);
  const sum = (verdict: Verdict): number => entries.reduce((total, [, counts]) => total + counts[verdict], 0);
  console.log(
    `${games.length} games; ${entries.length} controls: ${sum('works')} times with effect, ${sum('dead')} without, ${sum('not now')} not possible then`,
  );
  for (const [name, counts] of entries) {
    if (counts.works === 0)
      console.log(
        `never seen to work: ${name} (${counts.dead} without effect, ${counts['not now']} not possible)`,
      );
  }
  for (const [name, { works }] of entries) if (works > 0) console.log(`worked ${works} times: ${name}`);
  for (const name of neverUsed) console.log(`offered and never used: ${name}`);
  for (const [text, count] of Object.entries(refusals)) console.log(`told ${count} times: ${text}`);
  for (const line of nonsense) console.log(`nonsense: ${line}`);
}
