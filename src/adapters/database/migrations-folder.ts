import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface StoredMigration {
  /** Folder name, `<timestamp>_<words>`; the order of names is the order of work. */
  name: string;
  sql: string;
  /** As Prisma keeps it in `_prisma_migrations`. */
  checksum: string;
}

/** Reads a Prisma migrations folder in order; an absent folder holds none. */
export async function readMigrations(dir: string): Promise<StoredMigration[]> {
  if (!existsSync(dir)) return [];
  const entries = await readdir(dir, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory() && existsSync(join(dir, entry.name, 'migration.sql')))
    .map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(dir, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}
