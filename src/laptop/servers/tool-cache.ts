import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Environment variables, handed in so that only config.ts reads the process's own. */
export type Env = Record<string, string | undefined>;

/** Says in a line what takes so long. Goes to standard error, so that a command's own output stays clean. */
export type Progress = (line: string) => void;

/** Where tools that took a download or a build are kept for the next time, shared by all clones of a user. */
export function toolCacheDir(env: Env): string {
  return join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'ta-desk');
}

/** Full path of a command, or null. */
export function findOnPath(name: string, env: Env): string | null {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  for (const folder of (env.PATH ?? '').split(delimiter).filter(Boolean)) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (isExecutable(file)) return file;
    }
  }
  return null;
}

export function isExecutable(file: string): boolean {
  if (!existsSync(file)) return false;
  const info = statSync(file);
  return info.isFile() && (process.platform === 'win32' || (info.mode & 0o111) !== 0);
}
