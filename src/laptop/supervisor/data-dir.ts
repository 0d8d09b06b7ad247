import {
  accessSync,
  chmodSync,
  constants,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { commandOf, isAlive } from '../../adapters/host/process-kit.js';
import { SetupError } from '../servers/setup-error.js';

/**
 * Makes the data folder and its logs folder, and all in it ours alone, at every start: it may be older than this rule,
 * or a copy. From here on this process and its children make private files. Throws SetupError when it can't be written.
 */
export function ensureDataDir(dir: string): void {
  process.umask(0o077);
  try {
    mkdirSync(dir, { recursive: true });
    closeToOthers(dir);
    mkdirSync(join(dir, 'logs'), { recursive: true });
    accessSync(dir, constants.W_OK);
    const probe = join(dir, '.probe');
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    if (error instanceof SetupError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new SetupError(
      `The data folder ${dir} can not be written (${code ?? error}).\nMake it writable, or set DATA_DIR to another folder.`,
    );
  }
}

/** What lies there of ours. PostgreSQL keeps its own folder closed, under an account of its own. */
const OURS = /^(logs|lock|(run|secrets)\.json.*|temporal\.db.*)$/;

/** Closes the folder and what is ours in it; a folder that belongs to everybody is nobody's to close. */
function closeToOthers(dir: string): void {
  const { mode } = statSync(dir);
  if (resolve(dir) === '/' || (mode & 0o1000) !== 0) {
    const own = join(dir, 'ta-desk');
    throw new SetupError(
      `DATA_DIR is ${dir}, which others use too. Name a folder for the desk alone, such as ${own}.`,
    );
  }
  close(dir, mode);
  for (const name of readdirSync(dir).filter((found) => OURS.test(found))) closeAll(join(dir, name));
}

function closeAll(path: string): void {
  const info = lstatSync(path);
  if (info.isSymbolicLink()) return;
  close(path, info.mode);
  if (info.isDirectory()) for (const name of readdirSync(path)) closeAll(join(path, name));
}

function close(path: string, mode: number): void {
  if ((mode & 0o077) !== 0) chmodSync(path, mode & 0o700);
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
