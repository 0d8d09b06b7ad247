import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive, pause, signal, tailOf, waitForExit } from '../../src/adapters/host/process-kit.js';
import { type Config, loadConfig } from '../../src/config.js';
import type { StaffRole } from '../../src/domain/people/actor.js';
import { freePort } from '../../src/laptop/servers/free-port.js';
import {
  environmentOf,
  type ProcessName,
  type RunFile,
  readRunFile,
} from '../../src/laptop/servers/run-file.js';
import { projectRoot } from '../../src/project-root.js';
import { createKey } from '../../src/usecases/keys/create-key.js';
import { createServices, type Wired } from '../../src/wire.js';
import { notePid, runDir } from './once-per-run.js';
import { allAsDescribed, undescribedIn } from './watch-answers.js';

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read answers by their documented fields
  body: any;
  headers: Headers;
}

/** The system as people run it: `npm start`, five processes, a data folder and a port of its own. */
export interface TestSystem {
  url: string;
  dataDir: string;
  /** `npm start`; resolves once it says that it is ready. */
  start(): Promise<void>;
  pid(name: ProcessName): number;
  /** Signals processes of this system, all in one go. */
  signal(names: ProcessName[], name: NodeJS.Signals): void;
  /** `kill -9`, all in one go; resolves once they are gone. */
  kill(...names: ProcessName[]): Promise<void>;
  /** Resolves once `/readyz` says so and none of these has the pid it had. */
  back(before: Partial<RunFile['pids']>): Promise<void>;
  /** `npm run desk -- …`; what it printed. Throws when it fails. */
  desk(...args: string[]): Promise<string>;
  /** One call with a key of the role; rejects when no answer comes. */
  api(
    method: string,
    path: string,
    options?: {
      as?: StaffRole;
      body?: unknown;
      headers?: Record<string, string>;
      idempotencyKey?: string;
      timeoutMs?: number;
    },
  ): Promise<Answer>;
  /** What its clock says, which need not be what the clock of the tests says. */
  now(): Date;
  /** Database and Temporal client of the running system, with its keys and its clock. Closed by `close`. */
  wired(): Promise<Wired & { config: Config }>;
  /** All of it is killed, and the data folder is gone. */
  /** Fails for answers that the API's document doesn't describe; `failures`: how many 500s the test brought about. */
  close(expected?: { failures: number }): Promise<void>;
}

/** Starts it; about six seconds. Call `close()` in afterAll. */
export async function startSystem(env: Record<string, string> = {}): Promise<TestSystem> {
  const dataDir = await mkdtemp(join(runDir(), 'system-'));
  // PostgreSQL runs as another user if we are root.
  await chmod(runDir(), 0o711);
  await chmod(dataDir, 0o711);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const variables = {
    ...inherited(),
    LOG_LEVEL: 'warn',
    TA_DESK_CHECK_ANSWERS: '1',
    SECOND_FACTOR: 'offered',
    ...env,
    DATA_DIR: dataDir,
    PORT: String(port),
  };
  const keys = new Map<StaffRole, Promise<string>>();
  let npm: ChildProcess | null = null;
  let ahead = 0;
  let wired: Promise<Wired & { config: Config }> | null = null;

  const pids = () => readRunFile(dataDir)?.pids ?? {};
  const system: TestSystem = {
    url,
    dataDir,
    async start() {
      const child = run('npm', ['start'], variables);
      npm = child.process;
      if (npm.pid) notePid('npm', npm.pid);
      await until(
        () => child.output().includes('TA Desk is ready') || child.ended(),
        () => `ready; it said:\n${child.output()}`,
      );
      if (child.ended()) throw new Error(`npm start ended:\n${child.output()}`);
      notePids();
      const said = (await fetch(`${url}/healthz`)).headers.get('date') ?? '';
      ahead = Date.parse(said) - Date.now();
    },
    pid(name) {
      const pid = pids()[name];
      if (!pid) throw new Error(`${name} does not run`);
      return pid;
    },
    signal(names, what) {
      for (const pid of names.map((name) => system.pid(name))) signal(pid, what);
    },
    async kill(...names) {
      const targets = names.map((name) => system.pid(name));
      for (const pid of targets) signal(pid, 'SIGKILL');
      for (const pid of targets) await waitForExit(pid, 10_000);
    },
    async back(before) {
      const names = Object.keys(before) as ProcessName[];
      await until(
        async () =>
          names.every((name) => pids()[name] !== before[name] && isAlive(pids()[name] ?? 0)) &&
          (await isReady(url)),
        () => `${names.join(', ')} back and ready; web log ends:\n${tailOf(join(dataDir, 'logs/web.log'))}`,
      );
      notePids();
    },
    async desk(...args) {
      const child = run('npm', ['run', '--silent', 'desk', '--', ...args], variables);
      await until(
        () => child.ended(),
        () => `desk ${args.join(' ')} done`,
      );
      if (child.process.exitCode !== 0) throw new Error(`desk ${args.join(' ')}: ${child.output()}`);
      return child.stdout().trim();
    },
    async api(method, path, { as = 'admin', body, headers, idempotencyKey, timeoutMs = 30_000 } = {}) {
      const key = keys.get(as) ?? makeKey(as);
      keys.set(as, key);
      const answer = await fetch(`${url}${path}`, {
        method,
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          authorization: `Bearer ${await key}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
          ...headers,
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await answer.text();
      const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
      return {
        status: answer.status,
        body: isJson && text ? JSON.parse(text) : text,
        headers: answer.headers,
      };
    },
    now: () => new Date(Date.now() + ahead),
    wired() {
      wired ??= (async () => {
        const config = loadConfig({ ...environmentOf(dataDir, {}), ...env, LOG_LEVEL: 'fatal' });
        return { ...(await createServices(config, { clock: { now: system.now } })), config };
      })();
      return wired;
    },
    async close({ failures } = { failures: 0 }) {
      await (await wired)?.close();
      // The supervisor first, who would start the others again. An orderly stop has its own tests.
      const { supervisor, ...others } = pids();
      for (const pid of [supervisor, ...Object.values(others)])
        if (pid && isAlive(pid)) signal(pid, 'SIGKILL');
      for (const pid of Object.values(others)) await waitForExit(pid, 10_000);
      npm?.kill('SIGKILL');
      const undescribed = undescribedIn(join(dataDir, 'logs/web.log'));
      await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      const isFailure = (answer: string) => answer.endsWith('500: the problem internal is not described');
      allAsDescribed(undescribed.filter((answer) => !isFailure(answer)));
      if (undescribed.filter(isFailure).length > failures) allAsDescribed(undescribed);
    },
  };

  async function makeKey(role: StaffRole): Promise<string> {
    const { services } = await system.wired();
    return (await createKey(services.db, { name: role, role })).key;
  }

  /** Should this test be killed itself, they end with the run. */
  function notePids(): void {
    for (const [name, pid] of Object.entries(pids())) notePid(name, pid);
  }

  await system.start();
  return system;
}

/** Resolves once the condition holds; limits are generous, for machines are slow when it matters. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: () => string,
  withinMs = 90_000,
): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${what()}`);
    await pause(50);
  }
}

/** The same work for each, so many at once. */
export async function forEach<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** A word nobody has used before. */
export const fresh = (word: string) => `${word}-${randomBytes(5).toString('hex')}`;

function run(command: string, args: string[], env: Record<string, string>) {
  const child = spawn(command, args, { cwd: projectRoot, env });
  let stdout = '';
  let stderr = '';
  let ended = false;
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.once('close', () => {
    ended = true;
  });
  return { process: child, stdout: () => stdout, output: () => stdout + stderr, ended: () => ended };
}

/** What jest and the shell set is not the system's business. */
function inherited(): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR, XDG_CACHE_HOME, TEMPORAL_CLI_PATH, TZ } = process.env;
  const wanted = { PATH, HOME, TMPDIR, XDG_CACHE_HOME, TEMPORAL_CLI_PATH, TZ };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value)) as Record<string, string>;
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}
