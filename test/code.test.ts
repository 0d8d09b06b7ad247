import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { projectRoot } from '../src/project-root.js';

/** What the tool prints; empty when it finds nothing. Tests run without types, so only this notices wrong ones. */
async function findings(tool: string, args: string[]): Promise<string> {
  const run = promisify(execFile)(process.execPath, [join(projectRoot, 'node_modules', tool), ...args], {
    cwd: projectRoot,
    env: { ...process.env, NODE_OPTIONS: '' },
    maxBuffer: 16_000_000,
  });
  return run.then(
    () => '',
    ({ stdout, stderr }) => `${stdout}${stderr}`,
  );
}

test('types hold, of the tests too', async () => {
  expect(await findings('typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json'])).toBe('');
});

test('form and style are as Biome wants them', async () => {
  expect(await findings('@biomejs/biome/bin/biome', ['ci', '--colors=off', 'src', 'test', 'scripts'])).toBe(
    '',
  );
});
