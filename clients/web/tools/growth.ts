import type { Page } from 'playwright-core';
import { quantile } from './frame-work.js';

/** How large a page is, after a collection. */
export interface Size {
  readonly heapKiB: number;
  /** Of the DOM, without the rows of contact lists: those are as many as there are ships in sight. */
  readonly nodes: number;
  readonly listeners: number;
}

/** Measures a page. */
export async function sizeOf(page: Page): Promise<Size> {
  const session = await page.context().newCDPSession(page);
  try {
    // What is only reachable through finalizers goes with the second one.
    for (let time = 0; time < 2; time++) await session.send('HeapProfiler.collectGarbage');
    const counters = await session.send('Memory.getDOMCounters');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return {
      heapKiB: Math.round(usedSize / 1024),
      nodes: counters.nodes - (await page.evaluate(countRows)),
      listeners: counters.jsEventListeners,
    };
  } finally {
    await session.detach();
  }
}

// Runs in the page.
function countRows(): number {
  let count = 0;
  for (const list of document.querySelectorAll('.contact-list')) {
    const walker = document.createTreeWalker(list);
    while (walker.nextNode()) count++;
  }
  return count;
}

/**
 * Whether a page grew: its last third is larger than its first in heap, nodes or listeners, by more than a battle's ups and downs,
 * which are a tenth and half a MiB or a hundred nodes.
 */
export function grew(sizes: readonly Size[]): boolean {
  const third = Math.max(1, Math.floor(sizes.length / 3));
  const between = (from: number, to: number, of: (size: Size) => number): number =>
    quantile(sizes.slice(from, to).map(of), 0.5);
  const measures: readonly [(size: Size) => number, number][] = [
    [(size) => size.heapKiB, 512],
    [(size) => size.nodes, 100],
    [(size) => size.listeners, 100],
  ];
  return measures.some(([of, slack]) => {
    const first = between(0, third, of);
    const last = between(sizes.length - third, sizes.length, of);
    return last > first * 1.1 && last > first + slack;
  });
}

/** A table with a column for each page and a row for each minute. */
export function sizeTable(names: readonly string[]): {
  head: string;
  row(minute: number, sizes: readonly Size[]): string;
} {
  const line = (first: string, cells: readonly string[]): string =>
    [first.padStart(6), ...cells.map((cell) => cell.padStart(14))].join('');
  return {
    head: line('minute', names),
    row: (minute, sizes) =>
      line(
        String(minute),
        sizes.map(({ heapKiB, nodes }) => `${(heapKiB / 1024).toFixed(2)} / ${nodes}`),
      ),
  };
}
