// Runs a packed server as its user would, from another folder, and asks it for all that it should have.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const folder = resolve(process.argv[2]);
const launcher = join(folder, 'artemis-server');
const home = await mkdtemp(join(tmpdir(), 'artemis-pack-'));
const flags = ['--http-port', '0', '--ws-port', '0', '--game-ports', '0', '--data', home];
const server = spawn(launcher, flags, { cwd: home, stdio: ['ignore', 'pipe', 'inherit'] });
const ended = new Promise((done) => server.once('exit', (code) => done(code ?? -1)));

try {
  const url = await announced();
  await expectText('/', /<div id=|<!doctype html>/i);
  await expectText('/health/ready', /^ready/);
  await expectText('/openapi/v1.json', /"openapi"/);
  // A spare that stands by is a game process that came up and found its gateway.
  await until(async () => status(url).hosts.some((host) => host.spares > 0), 'no game process came up');

  async function expectText(path, pattern) {
    const text = await (await globalThis.fetch(url + path)).text();
    if (!pattern.test(text)) throw new Error(`${path} answered:\n${text.slice(0, 500)}`);
  }
} finally {
  server.kill('SIGTERM');
}
const code = await ended;
await rm(home, { recursive: true, force: true });
if (code !== 0) throw new Error(`The server ended with ${code}.`);
console.log('The packed server runs: page, API, operator and games.');

function announced() {
  let log = '';
  return new Promise((found, fail) => {
    server.stdout.on('data', (chunk) => {
      log += chunk;
      const match = /open (http:\/\/\S+)/.exec(log);
      if (match) found(match[1]);
    });
    void ended.then((code) => fail(new Error(`The server ended with ${code}:\n${log}`)));
  });
}

function status(url) {
  const asked = spawnSync(launcher, ['status', '--json', '--server', url, '--data', home], {
    encoding: 'utf8',
  });
  if (asked.status !== 0) throw new Error(`artemis-server status: ${asked.stderr}`);
  return JSON.parse(asked.stdout);
}

async function until(holds, otherwise) {
  for (let tries = 0; tries < 120; tries++) {
    if (await holds()) return;
    await new Promise((next) => globalThis.setTimeout(next, 250));
  }
  throw new Error(otherwise);
}
