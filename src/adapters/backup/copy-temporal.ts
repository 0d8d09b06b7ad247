import { spawn } from 'node:child_process';
import { constants, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pause, signal } from '../host/process-kit.js';
import { hashOf, type KeptFile } from './manifest.js';

const STORE = 'temporal.db';
const RESCUE_AFTER_SECONDS = 60;
const STOPS_WITHIN_MS = 2_000;

/**
 * Lets a process stand still while something is done, then go on. Should we be killed meanwhile, a helper wakes it.
 */
export async function whileStill<T>(pid: number, work: () => Promise<T>): Promise<T> {
  const rescue = spawn('sh', ['-c', `sleep ${RESCUE_AFTER_SECONDS}; kill -CONT ${pid}`], {
    detached: true,
    stdio: 'ignore',
  });
  rescue.unref();
  signal(pid, 'SIGSTOP');
  try {
    await untilStill(pid);
    return await work();
  } finally {
    signal(pid, 'SIGCONT');
    if (rescue.pid) signal(-rescue.pid, 'SIGTERM');
  }
}

/** The signal is taken by each thread when it runs next. Without /proc (macOS) a moment has to do. */
async function untilStill(pid: number): Promise<void> {
  const end = Date.now() + STOPS_WITHIN_MS;
  for (;;) {
    await pause(20);
    if (threadsOf(pid).every((state) => state === 'T')) return;
    if (Date.now() > end)
      throw new Error('Temporal did not stand still, so its store can’t be copied. Try again.');
  }
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`).map((thread) => {
      const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8');
      return stat.charAt(stat.lastIndexOf(')') + 2);
    });
  } catch {
    return [];
  }
}

/** Copies the store with what SQLite keeps beside it; whoever opens the copy finds it as after a power cut. */
export async function copyTemporal(from: string, dir: string): Promise<KeptFile[]> {
  mkdirSync(join(dir, 'temporal'), { recursive: true });
  const kept: KeptFile[] = [];
  for (const name of readdirSync(from).filter((file) => file.startsWith(STORE))) {
    const path = `temporal/${name}`;
    await copyFile(join(from, name), join(dir, path), constants.COPYFILE_FICLONE);
    kept.push({ path, sha256: '' });
  }
  return kept;
}

/** Not while the process stands still: reading all of it takes longer than copying. */
export async function withHashes(dir: string, files: KeptFile[]): Promise<KeptFile[]> {
  return Promise.all(files.map(async ({ path }) => ({ path, sha256: await hashOf(join(dir, path)) })));
}

export function hasTemporalStore(dataDir: string): boolean {
  return existsSync(join(dataDir, STORE));
}

export async function restoreTemporal(dir: string, files: KeptFile[], dataDir: string): Promise<void> {
  for (const { path } of files) {
    const name = path.slice('temporal/'.length);
    await copyFile(join(dir, path), join(dataDir, name), constants.COPYFILE_EXCL);
  }
}
