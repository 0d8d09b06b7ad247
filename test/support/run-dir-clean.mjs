import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** When a process began, in the system's ticks; '' where the system doesn't tell. A number used again began later. */
export function beganAt(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Notes a process in a run's folder, as soon as it exists, so that it ends with the run. */
export function note(dir, name, pid) {
  writeFileSync(join(dir, `${name}-${pid}.pid`), `${pid} ${beganAt(pid)}`);
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
    const [pid, began] = readFileSync(join(dir, name), 'utf8').trim().split(' ');
    // Throwaway data: no orderly shutdown needed. SIGQUIT is PostgreSQL's immediate one; Java would only list its threads.
    const last = name.startsWith('postgres') ? 'SIGQUIT' : 'SIGKILL';
    if (!(Number(pid) > 1) || Number(pid) === process.pid || !alive(Number(pid))) continue;
    // Long gone, and its number is somebody else's by now, maybe of another run.
    if (began && beganAt(pid) && beganAt(pid) !== began) continue;
    process.kill(Number(pid), last);
  }
}

function safeList(dir) {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}
