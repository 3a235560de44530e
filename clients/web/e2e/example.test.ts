import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from './server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

it('the headless example of the SDK flies a circle', async () => {
  const gateway = /gateway (ws:\/\/[^\s)]+)/.exec(server.log())![1]!;
  const path = fileURLToPath(new URL('../../typescript/examples/autopilot.mjs', import.meta.url));
  const example = spawn(process.execPath, [path, gateway], { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaints = '';
  example.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const headings: string[] = [];
  for await (const line of createInterface(example.stdout)) {
    headings.push(line.split(' ')[3]!);
    if (headings.length === 4) break;
  }
  // What it says about being ended is not its fault.
  const trouble = complaints;
  if (example.exitCode === null) {
    const ended = once(example, 'exit');
    example.kill();
    await ended;
  }

  expect(trouble).toBe('');
  expect(headings).toHaveLength(4);
  expect(new Set(headings).size).toBeGreaterThan(1);
});
