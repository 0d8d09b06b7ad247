import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { at, readIf, say } from './lib.mjs';

const folder = at('.build', 'lock');

/** One build at a time; the lock of a killed build is taken over. */
export async function withBuildLock(work) {
  mkdirSync(at('.build'), { recursive: true });
  for (let told = false; !take(); ) {
    if (isStale()) {
      rmSync(folder, { recursive: true, force: true });
      continue;
    }
    if (!told) say('Waiting for another build to finish …');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const release = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

function take() {
  try {
    mkdirSync(folder);
  } catch {
    return false;
  }
  writeFileSync(at('.build', 'lock', 'pid'), String(process.pid));
  return true;
}

function isStale() {
  const pid = Number(readIf(at('.build', 'lock', 'pid')));
  if (pid > 0) return !isRunning(pid);
  // Killed between making the folder and writing the pid, or just about to write it.
  try {
    return Date.now() - statSync(folder).mtimeMs > 5_000;
  } catch {
    return false;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
