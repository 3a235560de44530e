import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../../..');

/** A gateway with its games, started for a test. */
export interface TestServer {
  /** Where the page is. */
  readonly url: string;
  /** What it wrote so far. */
  readonly log: () => string;
  stop(): Promise<void>;
}

function serverPath(): string {
  const candidates = [
    process.env['ARTEMIS_SERVER'],
    ...['Release', 'Debug'].map((kind) =>
      join(root, 'src/Artemis.ReferenceServer/bin', kind, 'net10.0/artemis-server.dll'),
    ),
  ];
  const found = candidates.find((path) => path !== undefined && existsSync(path));
  if (!found) throw new Error('The server is not built: dotnet build src/Artemis.ReferenceServer -c Release');
  return found;
}

/** Scenarios for tests and pictures, beyond those of the game. */
const scenarios = join(root, 'clients/web/e2e/scenarios');

/** Starts the real server on free ports, with a data folder of its own. */
export async function startServer(): Promise<TestServer> {
  const webRoot = join(root, 'clients/web/dist');
  if (!existsSync(join(webRoot, 'index.html'))) {
    throw new Error('The page is not built: npm run build -w clients/web');
  }
  const data = await mkdtemp(join(tmpdir(), 'artemis-e2e-'));
  const options = { 'http-port': 0, 'ws-port': 0, 'game-ports': 0, data, 'web-root': webRoot };
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn('dotnet', [serverPath(), ...flags], {
    cwd: data,
    env: { ...process.env, ARTEMIS__ScenarioDirectory: scenarios },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const url = await new Promise<string>((ready, fail) => {
    const hear = (chunk: Buffer): void => {
      log += chunk.toString();
      const match = /open (http:\/\/\S+?)[\s,;)]/.exec(log);
      if (match) ready(match[1]!);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => fail(new Error(`The server ended with ${code}:\n${log}`)));
  });
  return { url, log: () => log, stop: () => stop(child, data) };
}

async function stop(child: ChildProcess, data: string): Promise<void> {
  if (child.exitCode === null) {
    const ended = new Promise<void>((done) => child.once('exit', () => done()));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
    await ended;
    clearTimeout(timer);
  }
  await rm(data, { recursive: true, force: true });
}
