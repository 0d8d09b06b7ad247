import { mkdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';
import { type Files, FilesError } from '../../ports/files.js';
import type { Snapshot } from './dump-database.js';
import { BackupError, type KeptFile } from './manifest.js';

const NAMED = `
  SELECT file_key::text AS key, encode(file_digest, 'hex') AS digest FROM case_document WHERE file_key IS NOT NULL
  UNION ALL SELECT file_key::text, encode(file_digest, 'hex') FROM form_file WHERE file_key IS NOT NULL ORDER BY 1`;

/**
 * Copies the documents that the snapshot names, sealed as they are. They never change, so it does not matter that they are
 * read later. `gone`: removed meanwhile, or lost. @throws BackupError for one that is damaged.
 */
export async function copyFiles(
  snapshot: Snapshot,
  files: Files,
  dir: string,
): Promise<{ kept: KeptFile[]; gone: number }> {
  const { rows } = await snapshot.query<{ key: string; digest: string }>(NAMED);
  const kept: KeptFile[] = [];
  let gone = 0;
  for (const { key, digest } of rows) {
    const bytes = await files.get(key).catch((error: Error) => {
      if (error instanceof FilesError && error.fault === 'missing') return null;
      throw error;
    });
    if (bytes === null) {
      gone += 1;
      continue;
    }
    const path = `files/${key.slice(0, 2)}/${key}`;
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    await writeFile(join(dir, path), bytes, { mode: 0o600 });
    // What the row says, not what was read: whoever checks the backup finds a damaged file.
    kept.push({ path, sha256: digest });
  }
  return { kept, gone };
}

/** Puts them into the store: those that the restored database still names. @returns how many. */
export async function restoreFiles(
  url: string,
  files: Files,
  { dir, kept }: { dir: string; kept: readonly KeptFile[] },
): Promise<number> {
  const named = await namedIn(url);
  let count = 0;
  for (const { path } of kept) {
    const key = basename(path);
    if (!named.has(key)) continue;
    try {
      await files.put(key, await readFile(join(dir, path)));
    } catch (error) {
      throw error instanceof FilesError
        ? new BackupError('The store of documents can’t be reached; the database is restored without them.')
        : error;
    }
    count += 1;
  }
  return count;
}

async function namedIn(url: string): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ key: string }>(NAMED);
    return new Set(rows.map(({ key }) => key));
  } finally {
    await client.end();
  }
}
