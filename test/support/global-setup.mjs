import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endWithParent } from '../../scripts/parent-watch.mjs';
import { alive, cleanUp, prefix } from './run-dir-clean.mjs';

/** Gives the run a folder that its workers share, and sees to it that nothing outlives the run, however it ends. */
export default function setup() {
  endWithParent();
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : 0;
    if (owner > 0 && !alive(owner)) cleanUp(join(tmpdir(), name));
  }
  const dir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  process.env.TA_DESK_TEST_RUN = dir;
  const reaper = spawn(process.execPath, [fileURLToPath(new URL('run-reaper.mjs', import.meta.url)), dir], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  reaper.unref();
  reaper.stdin.unref();
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
}
