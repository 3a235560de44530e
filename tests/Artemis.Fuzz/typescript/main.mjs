// Fuzzes the TypeScript decoders in a worker and watches it: an endless loop never gives a thread back.
// main.mjs --seconds S [--seed N]; ./dev fuzz is the way to run it.
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { SharedInput } from './shared-input.mjs';

/** No input takes a millisecond; one that takes this long takes for ever. */
const PATIENCE_MS = 10_000;
const REPORT_MS = 10_000;
const LOOK_MS = 250;
const MOST_MEMORY_MB = 128;

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '10' }, seed: { type: 'string', default: '1' } } });
const shared = SharedInput.create();
const worker = new Worker(new URL('worker.mjs', import.meta.url), {
  // No decoder needs more than a frame's worth many times over; one that does ends the worker.
  resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB, maxYoungGenerationSizeMb: MOST_MEMORY_MB },
  workerData: { buffer: shared.buffer, seconds: Number(values.seconds), seed: Number(values.seed) },
});

const start = performance.now();
let lastRuns = 0;
let lastProgress = start;
let lastReport = start;
const watch = setInterval(() => {
  const now = performance.now();
  const { runs } = shared.read();
  if (runs !== lastRuns) {
    lastRuns = runs;
    lastProgress = now;
  } else if (runs > 0 && now - lastProgress > PATIENCE_MS) {
    report('', `no end within ${PATIENCE_MS / 1000} s`);
  }
  if (now - lastReport > REPORT_MS) {
    lastReport = now;
    console.log(`  ${Math.round((now - start) / 1000)} s: ${runs.toLocaleString('en')} inputs`);
  }
}, LOOK_MS);

worker.on('message', ({ done, decoder, what }) => (done ? finish(done) : report(decoder, what)));
worker.on('error', (error) => report('', `the worker died: ${error.stack ?? error}`));

function finish(lines) {
  clearInterval(watch);
  for (const line of lines) console.log(`  ${line}`);
}

function report(decoder, what) {
  const { runs, input } = shared.read();
  console.error(`found after ${runs.toLocaleString('en')} inputs: ${decoder}: ${what}`);
  console.error(`input, ${input.length} bytes: ${Buffer.from(input).toString('hex')}`);
  process.exit(1);
}
