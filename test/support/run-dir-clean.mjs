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

/** Ends the processes a run noted in `<name>.pid` files, then removes its folder. */
export function cleanUp(dir) {
  if (!dir) return;
  endNoted(dir);
  rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

/** Workers first: as long as one lives it may start something. */
export function endNoted(dir) {
  const files = safeList(dir).filter((file) => file.endsWith('.pid'));
  for (const name of files.sort(
    (a, b) => Number(b.startsWith('worker-')) - Number(a.startsWith('worker-')),
  )) {
    const pid = Number(readFileSync(join(dir, name), 'utf8'));
    // Throwaway data: no orderly shutdown needed. SIGQUIT is PostgreSQL's immediate one; Java would only list its threads.
    const last = name.startsWith('postgres') ? 'SIGQUIT' : 'SIGKILL';
    if (pid > 1 && pid !== process.pid && alive(pid)) process.kill(pid, last);
  }
}

function safeList(dir) {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}
