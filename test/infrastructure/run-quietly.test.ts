import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { isAlive, pause } from '../../src/adapters/host/process-kit.js';
import { projectRoot } from '../../src/project-root.js';

const lib = pathToFileURL(join(projectRoot, 'scripts/lib.mjs')).href;

test.each([
  ['takes its time to take back what it did', 'setTimeout(() => process.exit(1), 700)'],
  ['listens to nobody', ''],
])(
  'who is stopped while a tool runs ends by that signal, and after the tool: one that %s',
  async (_, then) => {
    const dir = mkdtempSync(join(tmpdir(), 'ta-desk-tool-'));
    const file = join(dir, 'pid');
    const tool = `process.on('SIGTERM', () => { ${then} }); setInterval(() => {}, 1000);
    require('fs').writeFileSync(process.argv[1] + '.new', String(process.pid));
    require('fs').renameSync(process.argv[1] + '.new', process.argv[1]);`;
    const runs = JSON.stringify({
      command: process.execPath,
      args: ['-e', tool, file],
      waiting: 'Waiting',
    });
    const code = `import { runQuietly } from '${lib}'; await runQuietly(${runs});`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore' });
    while (!existsSync(file)) await pause(20);
    const pid = Number(readFileSync(file, 'utf8'));
    expect(isAlive(pid)).toBe(true);
    child.kill('SIGTERM');
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect([signal, isAlive(pid)]).toEqual(['SIGTERM', false]);
    rmSync(dir, { recursive: true });
  },
  30_000,
);
