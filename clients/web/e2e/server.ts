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

/** How a server for tests differs from the usual one. */
export interface ServerSetup {
  /** A folder that takes recordings of the games; without it none is made. */
  readonly recordTo?: string;
}

/** Starts the real server on free ports, with a data folder of its own. */
export async function startServer({ recordTo }: ServerSetup = {}): Promise<TestServer> {
  const options = { 'http-port': 0, 'ws-port': 0, 'game-ports': 0 };
  const flags = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  return launch(flags, recordTo === undefined ? {} : { ARTEMIS__Game__RecordTo: recordTo });
}

/** Shows a recording, as a server with one session. */
export function startReplay(recording: string): Promise<TestServer> {
  return launch(['replay', recording, '--serve', '--port', '0', '--http-port', '0'], {});
}

async function launch(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<TestServer> {
  const webRoot = join(root, 'clients/web/dist');
  if (!existsSync(join(webRoot, 'index.html'))) {
    throw new Error('The page is not built: npm run build -w clients/web');
  }
  const data = await mkdtemp(join(tmpdir(), 'artemis-e2e-'));
  const child = spawn('dotnet', [serverPath(), ...args], {
    cwd: data,
    env: {
      ...process.env,
      ARTEMIS__ScenarioDirectory: scenarios,
      ARTEMIS__DataDirectory: data,
      ARTEMIS__WebRoot: webRoot,
      // A busy machine may be twenty times slower than a quiet one.
      ARTEMIS__Hosting__StartSeconds: '120',
      ARTEMIS__Hosting__RequestSeconds: '60',
      ...environment,
    },
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
