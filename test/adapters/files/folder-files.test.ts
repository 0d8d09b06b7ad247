import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { createFolderFiles } from '../../../src/adapters/files/folder-files.js';
import { casesOfFiles } from './cases.js';

const root = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const files = createFolderFiles(root);

describe('a folder', () => {
  casesOfFiles(() => files);

  test('is readable by its user alone, and nothing half-written stays', async () => {
    const key = crypto.randomUUID();
    await files.put(key, Buffer.from('x'));
    const folder = join(root, key.slice(0, 2));
    expect(statSync(join(folder, key)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  test('forgets what a kill left half-written, after a day', async () => {
    const key = crypto.randomUUID();
    await files.put(key, Buffer.from('x'));
    const half = join(root, key.slice(0, 2), `${key}.${crypto.randomUUID()}.new`);
    writeFileSync(half, 'half');
    // By the clock that the desk asks, which the tests may have moved.
    const dated = (daysAgo: number) => {
      const at = new Date(Date.now() - daysAgo * 86_400_000);
      utimesSync(half, at, at);
    };
    dated(0);
    const left = async () => {
      for await (const _ of files.list());
      return readdirSync(join(root, key.slice(0, 2))).some((name) => name.endsWith('.new'));
    };
    expect(await left()).toBe(true);
    dated(2);
    expect(await left()).toBe(false);
  });

  test('that can’t be written to is away', async () => {
    const file = join(root, 'no-folder');
    writeFileSync(file, '');
    const broken = createFolderFiles(join(file, 'below'));
    await expect(broken.put(crypto.randomUUID(), Buffer.from('x'))).rejects.toMatchObject({ fault: 'away' });
  });
});
