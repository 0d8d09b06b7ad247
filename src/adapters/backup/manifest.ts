import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readJson } from '../host/private-file.js';

/** The table of the data keys: no backup of the database holds it. */
export const KEY_TABLE = 'data_key';

/** A file of a backup, by its path in it. */
export interface KeptFile {
  path: string;
  sha256: string;
}

/** `manifest.json`, written last: a folder without it is no backup. */
export interface Manifest {
  v: 1;
  /** By the database's clock. */
  madeAt: string;
  mode: 'start' | 'rehearsal';
  /** Names of the migrations its tables are of. */
  migrations: string[];
  tables: (KeptFile & { name: string; rows: number })[];
  sequences: { name: string; value: string }[];
  /** Temporal's own store, copied while it stood still; null: it is somebody else's, or in memory. */
  temporal: KeptFile[] | null;
  /** Documents outside the database, sealed as they are; absent in backups of before. */
  files?: KeptFile[];
  /** Tells whether keys are the ones of then; says nothing about them. */
  keys: KeyCheck;
}

/** In backups of before, each row had its data key in itself. */
export const hasKeysApart = ({ migrations }: Pick<Manifest, 'migrations'>): boolean =>
  migrations.some((name) => name.endsWith('_keep_data_keys_apart'));

export interface KeyCheck {
  ids: string[];
  /** A known word sealed under a data key of its own, base64. */
  dataKey: string;
  sealed: string;
  /** The same word under APP_SECRET. */
  fingerprint: string;
}

/** What keeps a backup from being made or taken back: one message, without content. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Reads and checks a backup whole, before anything of it is used. @throws BackupError */
export async function readBackup(dir: string): Promise<Manifest> {
  const manifest = readManifest(dir);
  for (const { path, sha256 } of [
    ...manifest.tables,
    ...(manifest.temporal ?? []),
    ...(manifest.files ?? []),
  ]) {
    const found = await hashOf(join(dir, path)).catch(() => null);
    if (found !== sha256) {
      throw new BackupError(
        `${path} of this backup is ${found === null ? 'missing' : 'damaged'}. Nothing was restored.`,
      );
    }
  }
  return manifest;
}

function readManifest(dir: string): Manifest {
  let manifest: Partial<Manifest> | null = null;
  try {
    manifest = readJson(join(dir, 'manifest.json')) as Partial<Manifest> | null;
  } catch {
    // Said below.
  }
  if (manifest?.v !== 1 || !manifest.tables) {
    throw new BackupError(`There is no whole backup in ${dir}: its manifest.json is missing or damaged.`);
  }
  return manifest as Manifest;
}
