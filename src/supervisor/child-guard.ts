import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Loaded before web and worker (`node --import`). They are in process groups of their own, so that Ctrl-C reaches the
 * supervisor only; when it dies without stopping them, the channel to it closes and they must end by themselves.
 * The servers have no such channel: somebody who outlives us stops them, unless a new supervisor has come by then.
 */
process.on('disconnect', () => {
  const lastOut = fileURLToPath(new URL('./last-out.js', import.meta.url));
  spawn(process.execPath, [lastOut], { detached: true, stdio: 'ignore' }).unref();
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 15_000).unref();
});
process.channel?.unref();
