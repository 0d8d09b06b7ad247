import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commandOf, isAlive, signal } from '../../src/adapters/host/process-kit.js';
import { freePort } from '../../src/laptop/servers/free-port.js';
import { projectRoot } from '../../src/project-root.js';
import { notePid } from '../support/once-per-run.js';
import { treeOf } from '../support/process-tree.js';
import { until } from '../support/system.js';

/** What people type, through the real npm, with output nobody reads any more once it is gone. */
function run(args: string[], env: Record<string, string>) {
  const { PATH = '', HOME = '', XDG_CACHE_HOME = '' } = process.env;
  const child = spawn('npm', args, { cwd: projectRoot, env: { PATH, HOME, XDG_CACHE_HOME, ...env } });
  notePid('npm', child.pid as number);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  return { child, output: () => output, pid: child.pid as number };
}

type Running = ReturnType<typeof run>;

const says = (running: Running, what: string) =>
  until(
    () => running.output().includes(what),
    () => `"${what}" in:\n${running.output()}`,
  );
const living = (pids: number[]) => pids.filter(isAlive).map((pid) => `${pid} ${commandOf(pid)}`);
const allGone = (pids: number[]) =>
  until(
    () => living(pids).length === 0,
    () => `gone: ${living(pids).join('\n')}`,
  );
const hangUp = ({ stdout, stderr }: ChildProcess) => {
  stdout?.destroy();
  stderr?.destroy();
};

describe('npm start leaves nothing behind', () => {
  let dataDir: string;
  let env: Record<string, string>;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'stopping-'));
    env = { DATA_DIR: dataDir, PORT: String(await freePort()) };
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

  test.each<[string, (running: Running) => void]>([
    ['npm is told to stop', ({ pid }) => signal(pid, 'SIGTERM')],
    [
      'a service manager tells all of them at once',
      ({ pid }) => {
        for (const one of treeOf(pid)) signal(one, 'SIGTERM');
      },
    ],
    [
      'the terminal is closed',
      ({ child, pid }) => {
        hangUp(child);
        const tree = treeOf(pid).filter((one) => /npm|scripts\/start/.test(commandOf(one) ?? ''));
        for (const one of tree) signal(one, 'SIGHUP');
      },
    ],
    [
      'the supervisor is killed and nobody starts anew',
      ({ pid }) => {
        const supervisor = treeOf(pid).find((one) => /^\S*node scripts\/start/.test(commandOf(one) ?? ''));
        signal(supervisor as number, 'SIGKILL');
      },
    ],
  ])('when %s', async (_name, stop) => {
    const running = run(['start'], env);
    await says(running, 'TA Desk is ready');
    const tree = treeOf(running.pid);
    const commands = tree.map((pid) => commandOf(pid) ?? '').join('\n');
    for (const part of ['npm', 'scripts/start', 'dist/worker', 'dist/server', 'postgres', 'temporal'])
      expect(commands).toContain(part);
    stop(running);
    await allGone(tree);
  });
});

test('npm start leaves no server behind when the supervisor is killed before there are programs', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'stopping-'));
  const running = run(['start'], { DATA_DIR: dataDir, PORT: String(await freePort()) });
  await says(running, 'PostgreSQL: running.');
  const tree = treeOf(running.pid);
  const commands = tree.map((pid) => commandOf(pid) ?? '').join('\n');
  expect(commands).toContain('postgres');
  expect(commands).not.toContain('dist/server');
  signal(tree.find((one) => /^\S*node scripts\/start/.test(commandOf(one) ?? '')) as number, 'SIGKILL');
  await allGone(tree);
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

test.each<[string, NodeJS.Signals]>([
  ['killed', 'SIGKILL'],
  ['told to stop', 'SIGTERM'],
])('npm run rehearse leaves nothing behind when npm is %s', async (_how, by) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'stopping-'));
  const running = run(['run', 'rehearse'], { DATA_DIR: dataDir, PORT: String(await freePort()) });
  await says(running, 'The rehearsal is ready');
  const tree = treeOf(running.pid);
  expect(tree.map((pid) => commandOf(pid)).join('\n')).toMatch(/test-?server/i);
  signal(running.pid, by);
  await allGone(tree);
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

describe('npm test leaves nothing behind', () => {
  test.each<[string, (running: Running) => void]>([
    ['npm is killed', ({ pid }) => signal(pid, 'SIGKILL')],
    ['npm is told to stop', ({ pid }) => signal(pid, 'SIGTERM')],
    ['jest is killed', ({ pid }) => signal(jestOf(pid), 'SIGKILL')],
  ])('when %s', async (_name, stop) => {
    const temp = await mkdtemp(join(tmpdir(), 'stopping-'));
    // PostgreSQL runs as another user if we are root.
    await chmod(temp, 0o711);
    const fixtures = ['--testMatch', '**/infrastructure/fixtures/holds-*.ts'];
    const running = run(['test', '--', '-w', '2', ...fixtures], { TMPDIR: temp });
    await says(running, 'HOLDS EVERYTHING');
    const tree = treeOf(running.pid);
    const commands = tree.map((pid) => commandOf(pid) ?? '').join('\n');
    for (const part of ['npm', 'scripts/test', 'jest', 'processChild', 'postgres', 'temporal', 'chrom'])
      expect(commands).toContain(part);
    stop(running);
    await allGone(tree);
    await until(
      () => readdirSync(temp).filter((name) => name.startsWith('ta-desk-test-')).length === 0,
      () => 'its folder is gone',
    );
    await rm(temp, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  function jestOf(pid: number): number {
    return treeOf(pid).find((one) => /bin\/jest/.test(commandOf(one) ?? '')) as number;
  }
});
