import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before web and worker (`node --import`). They are in process groups of their own, so that Ctrl-C reaches the
 * supervisor only; when it dies without stopping them, the channel to it closes and they must end by themselves.
 * The servers have no such channel: somebody who outlives us stops them, unless a new supervisor has come by then.
 */
const end = () => {
  const lastOut = fileURLToPath(new URL('./last-out.js', import.meta.url));
  spawn(process.execPath, [lastOut], { detached: true, stdio: 'ignore' }).unref();
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 15_000).unref();
};
// Threads are given it too, and have no channel of their own.
if (isMainThread) {
  // It may have died while this program was only beginning.
  if (process.connected === false) end();
  else process.on('disconnect', end);
  process.channel?.unref();
}
