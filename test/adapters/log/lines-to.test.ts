import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { projectRoot } from '../../../src/project-root.js';

// Reads dist/, which `npm test` builds first: how a process ends is seen from outside.

const log = pathToFileURL(join(projectRoot, 'dist/adapters/log/create-log.js')).href;
const LIFE = `
  import { createLog } from '${log}';
  const log = createLog({ level: 'info', name: 'web' });
  log.info({ n: 1 }, 'first');
  await new Promise((resolve) => setTimeout(resolve, 50));
  log.info({ n: 2 }, 'second');
  await new Promise((resolve) => setTimeout(resolve, 50));
  process.stderr.write('goes on');
  log.info({ n: 3 }, 'last');
  process.exit(3);`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ta-desk-log-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lifeLoggingTo(file: string) {
  const fd = openSync(file, 'w');
  const stdio = ['ignore', fd, 'pipe'] as ['ignore', number, 'pipe'];
  const args = ['--input-type=module', '-e', LIFE];
  const { status, stderr } = spawnSync(process.execPath, args, { stdio, encoding: 'utf8', timeout: 60_000 });
  closeSync(fd);
  return { status, stderr };
}

test('what is logged is written whole and in order, the last line before the end too', () => {
  const file = join(folder, 'web.log');
  expect(lifeLoggingTo(file)).toEqual({ status: 3, stderr: 'goes on' });
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).n)).toEqual([1, 2, 3]);
});

test('a full disk costs lines of the log, and neither ends a process nor keeps it from ending', () => {
  expect(lifeLoggingTo('/dev/full')).toEqual({ status: 3, stderr: 'goes on' });
});
