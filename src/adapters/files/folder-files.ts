import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Files, FilesError } from '../../ports/files.js';
import { wallTime } from '../http/wall-time.js';

const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Written and not yet in its place; what a kill left is swept like any other. */
const FRESH = /^([0-9a-f-]{36})\.[0-9a-f-]{36}\.new$/;

/**
 * A folder of this machine, or one that all machines of the desk share. Files lie in 256 folders by the beginning of their
 * key, readable by this user alone. Each is written beside its place, forced to the disk, and put there in one step.
 */
export function createFolderFiles(root: string): Files {
  const folderOf = (key: string) => join(root, key.slice(0, 2));
  const placeOf = (key: string) => {
    // Keys are made here; a path never is.
    if (!KEY.test(key)) throw new FilesError('missing');
    return join(folderOf(key), key);
  };
  return {
    kind: 'folder',
    put: (key, bytes) =>
      told(async () => {
        const place = placeOf(key);
        await mkdir(folderOf(key), { recursive: true, mode: 0o700 });
        const fresh = `${place}.${randomUUID()}.new`;
        try {
          const file = await open(fresh, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
          try {
            await file.writeFile(bytes);
            await file.sync();
          } finally {
            await file.close();
          }
          await rename(fresh, place);
        } catch (error) {
          await rm(fresh, { force: true }).catch(() => undefined);
          throw error;
        }
        await forced(folderOf(key));
        await forced(root);
      }),
    get: (key) => told(() => readFile(placeOf(key))),
    remove: (key) => told(() => rm(placeOf(key), { force: true })),
    list,
  };

  async function* list(): AsyncGenerator<{ key: string; writtenAt: Date }> {
    for (const folder of await namesIn(root)) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue;
      for (const name of await namesIn(join(root, folder))) {
        const path = join(root, folder, name);
        const writtenAt = await stat(path).then(
          ({ mtime }) => mtime,
          () => null,
        );
        if (!writtenAt) continue;
        if (KEY.test(name)) yield { key: name, writtenAt };
        else if (FRESH.test(name) && wallTime.now() - writtenAt.getTime() > DAY_MS)
          await rm(path, { force: true });
      }
    }
  }
}

const DAY_MS = 86_400_000;

async function namesIn(folder: string): Promise<string[]> {
  return told(async () => {
    const names: string[] = [];
    try {
      for await (const { name } of await opendir(folder)) names.push(name);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
    return names;
  });
}

/** A new name lasts once its folder is on the disk. */
async function forced(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FilesError) throw error;
    throw new FilesError((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'away');
  }
}
