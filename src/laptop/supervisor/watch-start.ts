import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SystemPlan } from './system-plan.js';

/**
 * While there are servers and no programs yet, nobody would notice that we were killed: somebody who outlives us waits
 * for that. Call the answer once the programs run, which notice it themselves, or once we stop.
 */
export function watchStart({ env, settings }: Pick<SystemPlan, 'env' | 'settings'>): () => void {
  const lastOut = fileURLToPath(new URL('./last-out.js', import.meta.url));
  const watcher = spawn(process.execPath, [lastOut, '--wait'], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...env, DATA_DIR: settings.dataDir, NODE_OPTIONS: '' } as NodeJS.ProcessEnv,
  });
  // Without it a start goes on all the same.
  watcher.on('error', () => undefined);
  watcher.stdin.on('error', () => undefined);
  watcher.unref();
  (watcher.stdin as unknown as { unref(): void }).unref();
  return () => watcher.kill('SIGKILL');
}
