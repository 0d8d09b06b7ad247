// Makes the committed histories of test/replay/histories and docs/history-events.md anew, from a desk on simulated time.
// With HISTORIES=answers only those of drafts that come with their decision, with HISTORIES=after those of what goes on after an answer, with HISTORIES=forms only those of web forms that wait, with HISTORIES=conduct those of conduct reviews, with HISTORIES=mentors those of introductions to mentors, with HISTORIES=calls only those of the calls, with HISTORIES=zoom those of their meetings at Zoom,
// with HISTORIES=contacts those of NationBuilder, with HISTORIES=digest those of the staff's daily digests.
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
