// Feeds inputs to the decoders, one after another, until the time is up or something is found.
import { parentPort, workerData } from 'node:worker_threads';
import { Mutator, Random } from './mutator.mjs';
import { SharedInput } from './shared-input.mjs';
import { targets } from './targets.mjs';

const INPUTS_BETWEEN_LOOKS = 256;
const INPUTS_BETWEEN_CHECKS = 8;
/** What lies around an input: a decoder that looks there comes to another result than one that cannot. */
const MARGIN = 64;

const { buffer, seconds, seed } = workerData;
const shared = new SharedInput(buffer);
const random = new Random(seed);
const feeds = targets.map((target) => ({ ...target, mutator: new Mutator(target.corpus, random), fed: 0, accepted: 0 }));
const room = new Uint8Array(2 * MARGIN + 128 * 1024);
let checks = 0;

const end = performance.now() + seconds * 1000;
let found = false;
while (!found && performance.now() < end) {
  for (let i = 0; i < INPUTS_BETWEEN_LOOKS && !found; i++) found = !feed(feeds[random.next(feeds.length)]);
}

if (!found) {
  const sum = (pick) => feeds.reduce((total, target) => total + pick(target), 0);
  const runs = sum((target) => target.fed);
  const accepted = sum((target) => target.accepted);
  const count = (value) => value.toLocaleString('en');
  parentPort.postMessage({
    done: [
      `typescript: ${count(runs)} inputs to ${feeds.length} decoders, each at least ${count(Math.min(...feeds.map((target) => target.fed)))}; ` +
        `${count(accepted)} accepted, ${count(runs - accepted)} refused`,
      `typescript: no crash, no over-read (${count(checks)} checked by what lies behind), no hang`,
    ],
  });
}

function feed(target) {
  const made = target.mutator.next();
  shared.set(made);
  target.fed++;
  try {
    // A copy of exactly the right size: reading behind it throws or gives undefined.
    const exact = target.feed(made.slice());
    if (exact.accepted) target.accepted++;
    if (target.fed % INPUTS_BETWEEN_CHECKS === 0) {
      checks++;
      const [alone, amid] = [exact.text(), target.feed(embed(made)).text()];
      if (alone !== amid) return report(target, `comes to another result when other bytes lie around: ${alone} and ${amid}`);
    }
    return true;
  } catch (error) {
    return report(target, String(error?.stack ?? error));
  }
}

/** The same bytes amid others. */
function embed(bytes) {
  for (let i = 0; i < MARGIN; i++) {
    room[i] = random.next(256);
    room[MARGIN + bytes.length + i] = random.next(256);
  }
  room.set(bytes, MARGIN);
  return room.subarray(MARGIN, MARGIN + bytes.length);
}

function report(target, what) {
  parentPort.postMessage({ decoder: target.name, what });
  return false;
}
