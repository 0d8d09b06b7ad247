import { chmod, lstat, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ensureDataDir } from '../../src/supervisor/data-dir.js';

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

test('a folder left open to others is closed at the next start, with all that lies in it', async () => {
  await chmod(dir, 0o755);
  await mkdir(join(dir, 'logs'), { mode: 0o755 });
  await mkdir(join(dir, 'tools'), { mode: 0o755 });
  await mkdir(join(dir, 'postgres'), { mode: 0o750 });
  await writeFile(join(dir, 'temporal.db'), 'x', { mode: 0o644 });
  await writeFile(join(dir, 'logs', 'web.log'), 'x', { mode: 0o664 });
  await writeFile(join(dir, 'tools', 'temporal'), 'x', { mode: 0o755 });
  await writeFile(join(dir, 'elsewhere'), 'x', { mode: 0o600 });
  await symlink('/etc/hostname', join(dir, 'link'));
  ensureDataDir(dir);
  expect(
    await modes([
      '.',
      'logs',
      'tools',
      'postgres',
      'temporal.db',
      'logs/web.log',
      'tools/temporal',
      'elsewhere',
    ]),
  ).toEqual({
    '.': '700',
    logs: '700',
    tools: '700',
    // PostgreSQL's own folder is PostgreSQL's business.
    postgres: '750',
    'temporal.db': '600',
    'logs/web.log': '600',
    'tools/temporal': '700',
    elsewhere: '600',
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
