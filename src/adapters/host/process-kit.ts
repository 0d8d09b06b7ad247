import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

export interface DetachedCommand {
  command: string;
  args: string[];
  /** Standard output and error are appended here; nothing of ours is kept in a pipe that could fill up. */
  logFile: string;
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  uid?: number;
  gid?: number;
}

/**
 * Starts a process in a group of its own, so that Ctrl-C in the terminal reaches us only and we stop servers in order.
 * Resolves with the pid once the process exists; rejects when the command can't be started.
 */
export function spawnDetached(input: DetachedCommand): Promise<number> {
  const log = openSync(input.logFile, 'a', 0o600);
  return new Promise<number>((resolve, reject) => {
    const child = spawn(input.command, input.args, {
      detached: true,
      stdio: ['ignore', log, log],
      cwd: input.cwd,
      env: input.env,
      uid: input.uid,
      gid: input.gid,
    });
    child.once('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve(child.pid as number);
    });
  }).finally(() => closeSync(log));
}

/** True while the process runs. A zombie whose parent doesn't reap it counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch (error) {
    // Without /proc (macOS) the signal's answer stands; with it, a missing entry means gone.
    return (error as NodeJS.ErrnoException).code !== 'ENOENT' || process.platform !== 'linux';
  }
}

/** Command line of a process as far as the system tells; '' when unknown. Used to recognise a reused pid. */
export function commandOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return null;
  }
}

/** Waits until the process is gone; false when it still runs after the time. */
export async function waitForExit(pid: number, timeoutMs: number): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  while (isAlive(pid)) {
    if (Date.now() > end) return false;
    await pause(25);
  }
  return true;
}

/** Sends a signal; a process that is already gone is fine. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Asks politely, then insists. */
export async function stopProcess(
  pid: number,
  input: { first: NodeJS.Signals; graceMs: number; last: NodeJS.Signals },
) {
  signal(pid, input.first);
  if (await waitForExit(pid, input.graceMs)) return;
  signal(pid, input.last);
  await waitForExit(pid, 5_000);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Last lines of a log for an error message. */
export function tailOf(file: string, lines = 8): string {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}
