import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { benchNpcShip } from './codec/npc-ship.js';
import { benchPlayerShip } from './codec/player-ship.js';
import { benchSessionList } from './codec/session-list.js';
import { consumed } from './stopclock.js';
import { Suite, type Result } from './suite.js';

// main.js [--json FILE], with --expose-gc; ./dev bench is the way to run it.
const groups: Record<string, (suite: Suite) => void> = {
  'player-ship': benchPlayerShip,
  'npc-ship': benchNpcShip,
  'session-list': benchSessionList,
};

const { values } = parseArgs({ options: { json: { type: 'string' }, group: { type: 'string' } } });
const results = values.group === undefined ? runAll() : runGroup(values.group);
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify({ results }, undefined, 2));

function runGroup(name: string): Result[] {
  const suite = new Suite();
  groups[name]!(suite);
  if (!Number.isFinite(consumed())) throw new Error('A benchmark came to nothing.');
  return suite.results;
}

/** Each group in a process of its own, so that what V8 learned from one does not slow down the next. */
function runAll(): Result[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'artemis-bench-'));
  try {
    return Object.keys(groups).flatMap((group) => {
      const file = path.join(folder, `${group}.json`);
      const args = [...process.execArgv, fileURLToPath(import.meta.url), '--group', group, '--json', file];
      const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
      if (status !== 0) throw new Error(`The benchmarks of ${group} ended with ${status}.`);
      return (JSON.parse(readFileSync(file, 'utf8')) as { results: Result[] }).results;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
