import { createReadStream } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { applyMigrations, migrationsDir } from '../database/migrate.js';
import { readMigrations } from '../database/migrations-folder.js';
import { tablesOf } from './dump-database.js';
import { loadKeys } from './key-file.js';
import { linesOf } from './lines.js';
import { BackupError, type Manifest } from './manifest.js';

const BYTES_AT_ONCE = 4_000_000;
const ROWS_AT_ONCE = 500;

export interface Loaded {
  rows: number;
  /** Rows whose data key was destroyed after the backup: not put back. */
  erasedAgain: number;
}

/**
 * Puts a backup into an empty database, in one transaction: all of it or nothing. The tables are made as they were
 * when it was made; the next start of the desk brings them up to date. @throws BackupError when anything is there.
 * `keysDir`: where its data keys are; null where they stand in their rows, as they did once.
 */
export async function loadDatabase(
  url: string,
  dir: string,
  manifest: Manifest,
  keysDir: string | null,
): Promise<Loaded> {
  await makeTables(url, manifest.migrations);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN');
    await refuseOverData(client);
    let rows = 0;
    for (const table of await inOrder(client, manifest)) rows += await loadTable(client, dir, table);
    for (const { name, value } of manifest.sequences) {
      await client.query('SELECT setval($1::regclass, $2::bigint)', [client.escapeIdentifier(name), value]);
    }
    const erasedAgain = keysDir === null ? 0 : await loadKeys(client, keysDir);
    await client.query('COMMIT');
    return { rows, erasedAgain };
  } finally {
    await client.end();
  }
}

async function makeTables(url: string, names: string[]): Promise<void> {
  const known = (await readMigrations(migrationsDir)).map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new BackupError(`This backup is of a newer version (${unknown[0]}). Restore it with that one.`);
  }
  const dir = await mkdtemp(join(tmpdir(), 'ta-desk-migrations-'));
  try {
    await cp(join(migrationsDir, 'migration_lock.toml'), join(dir, 'migration_lock.toml'));
    for (const name of names) await cp(join(migrationsDir, name), join(dir, name), { recursive: true });
    await applyMigrations(url, { dir });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

async function refuseOverData(client: pg.Client): Promise<void> {
  for (const table of await tablesOf(client)) {
    const { rowCount } = await client.query(`SELECT 1 FROM ${client.escapeIdentifier(table)} LIMIT 1`);
    if (rowCount) {
      throw new BackupError(
        'This database is not empty, and nothing is put over data. Restore into a new one.',
      );
    }
  }
}

/** Tables that others refer to come first. */
async function inOrder(client: pg.Client, { tables }: Manifest): Promise<Manifest['tables']> {
  const { rows } = await client.query<{ from: string; to: string }>(
    `SELECT child.relname AS from, parent.relname AS to FROM pg_constraint c
     JOIN pg_class child ON child.oid = c.conrelid JOIN pg_class parent ON parent.oid = c.confrelid
     WHERE c.contype = 'f' AND c.conrelid <> c.confrelid`,
  );
  const done = new Set<string>();
  const ordered: Manifest['tables'] = [];
  while (ordered.length < tables.length) {
    const next = tables.filter(
      ({ name }) =>
        !done.has(name) && rows.every(({ from, to }) => from !== name || done.has(to) || !isIn(to)),
    );
    if (next.length === 0) throw new BackupError('These tables refer to each other in a circle.');
    for (const table of next) done.add(table.name);
    ordered.push(...next);
  }
  return ordered;

  function isIn(name: string): boolean {
    return tables.some((table) => table.name === name);
  }
}

async function loadTable(
  client: pg.Client,
  dir: string,
  { name, path, rows: expected }: Manifest['tables'][number],
): Promise<number> {
  const table = client.escapeIdentifier(name);
  let [waiting, bytes, rows]: [string[], number, number] = [[], 0, 0];
  const insert = async () => {
    if (waiting.length === 0) return;
    await client.query(
      `INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1::json)`,
      [`[${waiting.join(',')}]`],
    );
    rows += waiting.length;
    [waiting, bytes] = [[], 0];
  };
  for await (const line of linesOf(
    createReadStream(join(dir, path)).pipe(createGunzip()).setEncoding('utf8'),
  )) {
    waiting.push(line);
    bytes += line.length;
    if (bytes > BYTES_AT_ONCE || waiting.length >= ROWS_AT_ONCE) await insert();
  }
  await insert();
  if (rows !== expected) throw new BackupError(`${path} has ${rows} rows instead of ${expected}.`);
  return rows;
}
