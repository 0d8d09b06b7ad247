import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { freePort } from '../../src/adapters/embedded/free-port.js';
import { isAlive, pause, signal } from '../../src/adapters/embedded/process-kit.js';
import { type ProcessName, type RunFile, readRunFile } from '../../src/adapters/embedded/run-file.js';
import { projectRoot } from '../../src/project-root.js';
import { labels } from '../../src/supervisor/shutdown.js';

/** No waiting for something that never comes; a busy machine is slow, not wrong. */
const QUICK_MS = 45_000;
const driver = join(projectRoot, 'test/infrastructure/fixtures/run-stubs.mjs');

/** `npm start` with stand-ins for web and worker; reads dist/, which `npm test` builds first. */
function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [driver], { env: { ...process.env, NODE_OPTIONS: '', ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    child,
    ended,
    output: () => output,
    says: (text: string) =>
      until(
        () => output.includes(text),
        () => `"${text}" in:\n${output}`,
      ),
  };
}

async function until(
  condition: () => boolean | Promise<boolean>,
  what: () => string,
  withinMs = 30_000,
): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${what()}`);
    await pause(50);
  }
}

const answer = (port: number) =>
  // A kept connection may be closed by the server in the moment it is used again.
  fetch(`http://127.0.0.1:${port}/readyz`, { headers: { connection: 'close' } }).then(
    (response) => response.json() as Promise<{ pid: number; database: string }>,
    () => null,
  );

describe('the supervisor', () => {
  let dataDir: string;
  let port: number;
  let running: ReturnType<typeof start>;
  const env = () => ({ DATA_DIR: dataDir, PORT: String(port) });
  const pids = () => (readRunFile(dataDir) as RunFile).pids;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'supervisor-'));
    port = await freePort();
    running = start(env());
    await running.says('READY');
  });
  afterAll(async () => {
    signal(running.child.pid as number, 'SIGTERM');
    await running.ended;
    await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  test.each<ProcessName>(['web', 'worker', 'temporal', 'postgres'])(
    'kill -9 of %s: it is back, the others untouched, addresses the same',
    async (name) => {
      const before = readRunFile(dataDir) as RunFile;
      signal(before.pids[name] as number, 'SIGKILL');
      await until(
        () => pids()[name] !== before.pids[name] && isAlive(pids()[name] as number),
        () => `${name} back`,
      );
      await until(
        async () => (await answer(port)) !== null,
        () => 'web answers',
      );
      expect(readRunFile(dataDir)).toEqual({ ...before, pids: { ...before.pids, [name]: pids()[name] } });
    },
  );

  test('kill -9 of all four at once', async () => {
    const before = pids();
    const names = ['web', 'worker', 'temporal', 'postgres'] as const;
    const saidBefore = running.output().length;
    for (const name of names) signal(before[name] as number, 'SIGKILL');
    // A server is noted before it is ready; only what is said then tells that nothing will be started anew any more.
    const said = () => running.output().slice(saidBefore);
    await until(() => names.every((name) => said().includes(`Back again: ${labels[name]}`)), said, 60_000);
    expect(names.filter((name) => pids()[name] === before[name])).toEqual([]);
    await until(
      async () => (await answer(port)) !== null,
      () => 'web answers',
    );
  });

  test('a second start on the same folder is refused and disturbs nothing', async () => {
    const second = start({ ...env(), PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/already runs on .* \(process \d+\)/);
    expect(await answer(port)).not.toBeNull();
  });

  test('kill -9 of the supervisor: web and worker end, the servers stay and are taken over by the next start', async () => {
    const before = pids();
    signal(running.child.pid as number, 'SIGKILL');
    await running.ended;
    running = start(env());
    await running.says('READY');
    expect(running.output()).toContain('PostgreSQL: taken over');
    expect(running.output()).toContain('Temporal: taken over');
    expect(pids()).toMatchObject({ postgres: before.postgres, temporal: before.temporal });
    expect([before.web, before.worker].map((pid) => isAlive(pid as number))).toEqual([false, false]);
  });

  test('Ctrl-C, arriving twice at once, stops all in order and leaves nothing behind', async () => {
    const before = pids();
    signal(running.child.pid as number, 'SIGINT');
    signal(running.child.pid as number, 'SIGINT');
    expect(await running.ended).toBe(0);
    expect(Object.values(before).filter((pid) => isAlive(pid))).toEqual([]);
    const order = ['web pages', 'worker', 'Temporal', 'PostgreSQL'].map((part) =>
      running.output().indexOf(`Stopping ${part.startsWith('w') ? 'the ' : ''}${part}`),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
    expect(pids()).toEqual({});
  });

  test('a second start after an orderly stop keeps its addresses', async () => {
    const before = readRunFile(dataDir) as RunFile;
    running = start(env());
    await running.says('READY');
    expect(readRunFile(dataDir)).toMatchObject({
      databaseUrl: before.databaseUrl,
      temporalAddress: before.temporalAddress,
    });
    expect(running.output()).not.toContain('migration');
  });
});

describe('what keeps it from starting is told in one message', () => {
  let dataDir: string;
  let child: ChildProcess | null = null;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'refusal-'));
  });
  afterEach(() => {
    child?.kill('SIGKILL');
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

  async function refusal(env: Record<string, string>): Promise<string> {
    const run = start({ DATA_DIR: dataDir, PORT: String(await freePort()), ...env });
    child = run.child;
    let ended: number | null | 'not yet' = 'not yet';
    void run.ended.then((code) => {
      ended = code;
    });
    await until(
      () => ended !== 'not yet',
      () => `its end; so far it said:\n${run.output()}`,
      QUICK_MS,
    );
    expect(ended).toBe(1);
    expect(run.output()).not.toMatch(/^\s+at /m);
    return run.output();
  }

  test('a port that is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, () => resolve()));
    const { port } = other.address() as { port: number };
    expect(await refusal({ PORT: String(port) })).toContain(
      `Port ${port} is taken by another program.\nStop that program, or set PORT`,
    );
    other.close();
  });

  test('a database that does not answer; its password is not repeated', async () => {
    const output = await refusal({
      DATABASE_URL: 'postgresql://u:hunter2@127.0.0.1:9/desk',
      TEMPORAL_ADDRESS: '127.0.0.1:9',
    });
    expect(output).toMatch(/DATABASE_URL is set, but no PostgreSQL answers at 127.0.0.1:9\/desk/);
    expect(output).not.toContain('hunter2');
  });

  test('a Temporal server that does not answer', async () => {
    expect(await refusal({ TEMPORAL_ADDRESS: '127.0.0.1:9' })).toMatch(
      /TEMPORAL_ADDRESS is set, but no Temporal server answers at 127.0.0.1:9/,
    );
  });

  test('a data folder that is a file', async () => {
    await writeFile(join(dataDir, 'file'), '');
    expect(await refusal({ DATA_DIR: join(dataDir, 'file') })).toMatch(
      /The data folder .*file can not be written/,
    );
  });

  test('a program file with a mistake, by line', async () => {
    const program = await mkdtemp(join(dataDir, 'program-'));
    await writeFile(join(program, 'program.yaml'), 'organization:\n  nmae: X\n');
    expect(await refusal({ PROGRAM_DIR: program })).toMatch(/program\.yaml:2/);
  });

  test('a wrong variable', async () => {
    expect(await refusal({ PORT: 'abc' })).toContain('PORT must be a whole number');
  });

  test('a web process that can not start: the end of its log', async () => {
    expect(await refusal({ STUB_FAILS: '1' })).toMatch(
      /the web pages can not start[\s\S]*the stub refuses to start/,
    );
  });
});
