import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { isAlive } from '../../src/adapters/host/process-kit.js';
// @ts-expect-error plain JavaScript, which the reaper runs before anything is compiled
import { endNoted, note } from '../support/run-dir-clean.mjs';

test('what a run noted ends with it, but not a process that was given the number of one long gone', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'noted-'));
  const child = spawn('sleep', ['60']);
  const pid = child.pid as number;
  const ended = once(child, 'exit');
  try {
    await writeFile(join(dir, `npm-${pid}.pid`), `${pid} 1`);
    endNoted(dir);
    expect(isAlive(pid)).toBe(process.platform === 'linux');
    note(dir, 'npm', pid);
    endNoted(dir);
    expect(await ended).toEqual([null, 'SIGKILL']);
  } finally {
    child.kill('SIGKILL');
    await rm(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
});
