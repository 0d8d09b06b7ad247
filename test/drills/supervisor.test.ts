import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isAlive, signal } from '../../src/adapters/host/process-kit.js';
import { freePort } from '../../src/laptop/servers/free-port.js';
import { type ProcessName, type RunFile, readRunFile } from '../../src/laptop/servers/run-file.js';
import { labels } from '../../src/laptop/supervisor/shutdown.js';
import { startStubs } from '../support/stub-system.js';
import { until } from '../support/system.js';

const answer = (port: number) =>
  // A kept connection may be closed by the server in the moment it is used again.
  fetch(`http://127.0.0.1:${port}/readyz`, { headers: { connection: 'close' } }).then(
    (response) => response.json() as Promise<{ pid: number; database: string }>,
    () => null,
  );

let dataDir: string;
let port: number;
let running: ReturnType<typeof startStubs>;
const env = () => ({ DATA_DIR: dataDir, PORT: String(port) });
const pids = () => (readRunFile(dataDir) as RunFile).pids;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'supervisor-'));
  port = await freePort();
  running = startStubs(env());
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
  const second = startStubs({ ...env(), PORT: String(await freePort()) });
  expect(await second.ended).toBe(1);
  expect(second.output()).toMatch(/already runs on .* \(process \d+\)/);
  expect(await answer(port)).not.toBeNull();
});

test('kill -9 of the supervisor: web and worker end, the servers stay and are taken over by the next start', async () => {
  const before = pids();
  signal(running.child.pid as number, 'SIGKILL');
  await running.ended;
  running = startStubs(env());
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
  running = startStubs(env());
  await running.says('READY');
  expect(readRunFile(dataDir)).toMatchObject({
    databaseUrl: before.databaseUrl,
    temporalAddress: before.temporalAddress,
  });
  expect(running.output()).not.toContain('migration');
});
