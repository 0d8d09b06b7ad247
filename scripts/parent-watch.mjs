// Whoever npm started ends with it. npm hands a signal on to a shell, which dies of it and tells nobody, and kill -9
// is handed on by nobody at all; the program would go on alone.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const LOOK_MS = 300;

/**
 * Tells this process when npm, or the shell in between, is gone: by the event `parent-gone`, or by SIGTERM where
 * nobody listens for that. Call it before all else. A program started without npm is left alone: somebody may have
 * closed the shell above it on purpose.
 */
export function endWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const { above, command } = look(parent);
  const isShell = above > 1 && /^\S*sh -c /.test(command);
  // A script of ours that calls npm, and is not npm's child itself.
  const runBy = Number(process.env.TA_DESK_RUN_BY ?? 0);
  const timer = setInterval(() => {
    if (process.ppid === parent && (!isShell || isChild(parent, above)) && (!runBy || isThere(runBy))) return;
    clearInterval(timer);
    if (!process.emit('parent-gone')) process.kill(process.pid, 'SIGTERM');
  }, LOOK_MS);
  timer.unref();
}

/** The parent of a process, and its command line. */
function look(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return { above: Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2]), command };
    }
    const said = execFileSync('ps', ['-o', 'ppid=,command=', '-p', String(pid)], { encoding: 'utf8' });
    const [, above, command] = /^\s*(\d+)\s+(.*)/.exec(said) ?? [];
    return { above: Number(above), command: command ?? '' };
  } catch {
    return { above: 0, command: '' };
  }
}

/** A shell whose parent died is somebody else's child by then; without /proc, ask whether the parent is there. */
function isChild(shell, above) {
  return process.platform === 'linux' ? look(shell).above === above : isThere(above);
}

function isThere(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
