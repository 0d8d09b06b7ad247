import { chmod, lstat, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ensureDataDir } from '../../src/laptop/supervisor/data-dir.js';

const umask = process.umask();
let dir: string;
beforeAll(async () => {
  process.umask(0o022);
  dir = await mkdtemp(join(tmpdir(), 'data-dir-'));
});
afterAll(async () => {
  process.umask(umask);
  await rm(dir, { recursive: true, force: true });
});

const modes = async (names: string[]) =>
  Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, ((await lstat(join(dir, name))).mode & 0o777).toString(8)]),
    ),
  );

test('a folder left open to others is closed at the next start, with what is ours in it', async () => {
  await chmod(dir, 0o755);
  await mkdir(join(dir, 'logs'), { mode: 0o755 });
  await mkdir(join(dir, 'notes'), { mode: 0o755 });
  await mkdir(join(dir, 'postgres'), { mode: 0o750 });
  await writeFile(join(dir, 'temporal.db'), 'x', { mode: 0o644 });
  await writeFile(join(dir, 'logs', 'web.log'), 'x', { mode: 0o664 });
  await writeFile(join(dir, 'temporal.db-wal'), 'x', { mode: 0o644 });
  await writeFile(join(dir, 'secrets.json'), 'x', { mode: 0o640 });
  await writeFile(join(dir, 'elsewhere'), 'x', { mode: 0o644 });
  await symlink(join(dir, 'elsewhere'), join(dir, 'logs', 'link'));
  ensureDataDir(dir);
  expect(
    await modes([
      ...['.', 'logs', 'logs/web.log', 'temporal.db', 'temporal.db-wal', 'secrets.json'],
      ...['postgres', 'notes', 'elsewhere'],
    ]),
  ).toEqual({
    '.': '700',
    logs: '700',
    'logs/web.log': '600',
    'temporal.db': '600',
    'temporal.db-wal': '600',
    'secrets.json': '600',
    // PostgreSQL's own folder is PostgreSQL's business, and what isn't ours is out of reach behind the closed folder.
    postgres: '750',
    notes: '755',
    elsewhere: '644',
  });
  expect(await readdir(dir)).not.toContain('.probe');
});

test('what is made from then on, by children too, is for us alone', async () => {
  ensureDataDir(join(dir, 'fresh'));
  await writeFile(join(dir, 'fresh', 'made-later.db'), 'x');
  expect(await modes(['fresh', 'fresh/logs', 'fresh/made-later.db'])).toEqual({
    fresh: '700',
    'fresh/logs': '700',
    'fresh/made-later.db': '600',
  });
});

test('also behind a link, and never a folder that everybody uses', async () => {
  const target = join(dir, 'volume');
  await mkdir(target, { mode: 0o755 });
  await symlink(target, join(dir, 'linked'));
  ensureDataDir(join(dir, 'linked'));
  expect(await modes(['volume'])).toEqual({ volume: '700' });

  const shared = join(dir, 'shared');
  await mkdir(shared);
  await chmod(shared, 0o1777);
  for (const everybodys of [shared, '/']) {
    expect(() => ensureDataDir(everybodys)).toThrow('which others use too');
  }
  expect(((await lstat(shared)).mode & 0o7777).toString(8)).toBe('1777');
});
