import type { Browser, Page } from 'playwright-core';

/** What a page's main thread does for its frames. */
export interface FrameWork {
  readonly frames: number;
  /** All work of the main thread from one frame to the next: messages, rendering, drawing, layout, paint, garbage. CPU ms. */
  readonly medianMs: number;
  readonly p95Ms: number;
  /** The part of it that the page's own drawing takes, in the frame's callbacks. CPU ms. */
  readonly drawMedianMs: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** CPU time of the thread. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly message?: string } };
}

/** Tells in a trace which of the pages is measured: the others draw as well meanwhile. */
const mark = 'measured';

/** Traces a page for a while and reads from the trace what each frame cost. */
export async function measureFrames(browser: Browser, page: Page, frames: number): Promise<FrameWork> {
  await page.bringToFront();
  await countFrames(page, 60);
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  await page.evaluate((name) => console.timeStamp(name), mark);
  await countFrames(page, frames);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  return readTrace(traceEvents);
}

/** Waits until a page has drawn so many frames. */
export async function countFrames(page: Page, count: number): Promise<void> {
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

function readTrace(events: readonly TraceEvent[]): FrameWork {
  const marked = events.find(({ name, args }) => name === 'TimeStamp' && args?.data?.message === mark);
  if (!marked) throw new Error('The trace does not tell which page was measured.');
  const ours = ({ pid, tid }: TraceEvent): boolean => pid === marked.pid && tid === marked.tid;
  const ms = ({ dur, tdur }: TraceEvent): number => (tdur ?? dur ?? 0) / 1000;
  const callbacks = events
    .filter((event) => event.name === 'FireAnimationFrame' && event.ph === 'X' && ours(event))
    .sort((a, b) => a.ts - b.ts);
  const tasks = events
    .filter((event) => event.name === 'RunTask' && event.ph === 'X' && ours(event))
    .sort((a, b) => a.ts - b.ts);
  const taskStarts = tasks.map(({ ts }) => ts);
  // All callbacks of a frame run in one task, which is where the frame begins.
  const starts = [...new Set(callbacks.map(({ ts }) => taskStarts[lastBefore(taskStarts, ts)]!))];
  const work = Array.from({ length: Math.max(0, starts.length - 1) }, () => 0);
  const drawing = work.slice();
  for (const task of tasks) {
    const at = lastBefore(starts, task.ts);
    if (at >= 0 && at < work.length) work[at]! += ms(task);
  }
  for (const callback of callbacks) {
    const at = lastBefore(starts, callback.ts);
    if (at >= 0 && at < drawing.length) drawing[at]! += ms(callback);
  }
  return {
    frames: work.length,
    medianMs: quantile(work, 0.5),
    p95Ms: quantile(work, 0.95),
    drawMedianMs: quantile(drawing, 0.5),
  };
}

/** Index of the last start that is not after a time; −1 if there is none. */
function lastBefore(starts: readonly number[], time: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A value that so large a share of the values lies below; NaN if there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
