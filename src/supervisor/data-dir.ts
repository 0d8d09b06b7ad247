import {
  accessSync,
  chmodSync,
  constants,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { commandOf, isAlive } from '../adapters/embedded/process-kit.js';
import { SetupError } from '../adapters/embedded/setup-error.js';

/**
 * Makes the data folder and its logs folder, and all in it ours alone, at every start: it may be older than this rule,
 * or a copy. From here on this process and its children make private files. Throws SetupError when it can't be written.
 */
export function ensureDataDir(dir: string): void {
  process.umask(0o077);
  try {
    mkdirSync(join(dir, 'logs'), { recursive: true });
    closeToOthers(dir);
    accessSync(dir, constants.W_OK);
    const probe = join(dir, '.probe');
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SetupError(
      `The data folder ${dir} can not be written (${code ?? error}).\nMake it writable, or set DATA_DIR to another folder.`,
    );
  }
}

/** PostgreSQL keeps its own folder closed, under an account of its own. */
const KEPT_BY_POSTGRES = /^postgres(\.new)?$/;

function closeToOthers(path: string): void {
  const info = lstatSync(path);
  if (info.isSymbolicLink()) return;
  if ((info.mode & 0o077) !== 0) chmodSync(path, info.mode & 0o700);
  if (!info.isDirectory()) return;
  for (const name of readdirSync(path)) {
    if (!KEPT_BY_POSTGRES.test(name)) closeToOthers(join(path, name));
  }
}

/** One system per data folder. Answers a function that gives the folder free. Throws SetupError. */
export function lockDataDir(dir: string): () => void {
  const file = join(dir, 'lock');
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (isLocked(dir)) {
      throw new SetupError(
        `TA Desk already runs on ${dir} (process ${readIfThere(file)}).\nUse that one, stop it first, or set DATA_DIR and PORT for a second one.`,
      );
    }
    rmSync(file, { force: true });
  }
}

/** True while another process, a supervisor, holds the lock. */
export function isLocked(dir: string): boolean {
  const holder = Number(readIfThere(join(dir, 'lock')));
  return holder !== process.pid && isAlive(holder || 0) && looksLikeUs(holder);
}

/** A pid is reused sooner or later; only a Node process can hold the lock. */
function looksLikeUs(pid: number): boolean {
  if (!(pid > 0)) return false;
  const command = commandOf(pid);
  return command === null || command.includes('node');
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
