// Makes the committed histories of test/replay/histories and docs/history-events.md anew, from a desk on simulated time.
// With HISTORIES=NAME only some of them, as `KINDS` in test/replay/record-histories.ts names them: supervisor, worksheets, answers,
// after, forms, conduct, releases, away, mentors, calls, zoom, contacts, erasure, scans, privacy, digest.
import { spawnSync } from 'node:child_process';
import { at } from './lib.mjs';

const { status } = spawnSync(
  process.execPath,
  [at('node_modules/jest/bin/jest.js'), '--forceExit', '--testMatch', '**/test/replay/record-histories.ts'],
  {
    cwd: at(),
    stdio: 'inherit',
    env: {
      ...process.env,
      TZ: 'UTC',
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    },
  },
);
process.exitCode = status ?? 1;
