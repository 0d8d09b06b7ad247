import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * While there are servers and no programs yet, nobody would notice that we were killed: somebody who outlives us waits
 * for that. Call the answer once the programs run, which notice it themselves, or once we stop.
 */
export function watchStart(dataDir: string): () => void {
  const lastOut = fileURLToPath(new URL('./last-out.js', import.meta.url));
  const watcher = spawn(process.execPath, [lastOut, '--wait'], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, DATA_DIR: dataDir, NODE_OPTIONS: '' },
  });
  // Without it a start goes on all the same.
  watcher.on('error', () => undefined);
  watcher.stdin.on('error', () => undefined);
  watcher.unref();
  (watcher.stdin as unknown as { unref(): void }).unref();
  return () => watcher.kill('SIGKILL');
}
