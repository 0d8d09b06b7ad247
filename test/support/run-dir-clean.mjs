import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export const prefix = 'ta-desk-test-';

export function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Ends the servers a run noted in `<name>.pid` files, then removes its folder. */
export function cleanUp(dir) {
  if (!dir) return;
  for (const name of safeList(dir).filter((file) => file.endsWith('.pid'))) {
    const pid = Number(readFileSync(join(dir, name), 'utf8'));
    // Throwaway data: no orderly shutdown needed, and SIGQUIT is PostgreSQL's immediate one.
    if (pid > 1 && alive(pid)) process.kill(pid, 'SIGQUIT');
  }
  rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

function safeList(dir) {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}
