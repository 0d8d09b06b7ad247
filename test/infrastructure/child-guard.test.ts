import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { projectRoot } from '../../src/project-root.js';

const guard = pathToFileURL(join(projectRoot, 'dist/laptop/supervisor/child-guard.js')).href;
const LIVES_ON = 'setInterval(() => undefined, 1_000)';

/** Reads dist/, which `npm test` builds first. */
test.each([
  ['while it is only beginning', false],
  ['once it runs', true],
])('a program whose supervisor dies ends: %s', async (_when, waits) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'guard-'));
  const script = waits ? `${LIVES_ON}; process.send('up')` : LIVES_ON;
  const child = spawn(process.execPath, ['--import', guard, '-e', script], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir },
  });
  const ended = once(child, 'exit');
  if (waits) await once(child, 'message');
  child.disconnect();
  expect(await ended).toEqual([null, 'SIGTERM']);
  await rm(dataDir, { recursive: true, force: true });
});
