// node run-reaper.mjs DIR: cleans up after a run when the pipe to jest closes, for whatever reason: jest is done, was
// stopped, or killed. In a group of its own, so that what stops jest doesn't stop it too.
import { setTimeout as pause } from 'node:timers/promises';
import { cleanUp, endNoted } from './run-dir-clean.mjs';

const [dir] = process.argv.slice(2);
process.stdin.resume().once('close', async () => {
  // What was just being started notes itself a moment later.
  for (let look = 0; look < 10; look += 1) {
    endNoted(dir);
    await pause(200);
  }
  cleanUp(dir);
});
