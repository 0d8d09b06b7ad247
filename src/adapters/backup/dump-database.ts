import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { hashOf, KEY_TABLE, type Manifest } from './manifest.js';

/** The data keys, which have a place of their own; ways in, and what only a running system needs: nobody misses them, and they are no use to whoever finds a backup. */
export const LEFT_OUT: readonly string[] = [
  KEY_TABLE,
  'auth_session',
  'auth_account',
  'auth_verification',
  'rate_count',
  'worker_heartbeat',
];

/** Rows read at once: a document may have 10 MB. */
const AT_ONCE = 200;
const LARGE: readonly string[] = ['case_document', 'form_file'];

export type Snapshot = pg.Client;

/** Opens the database as it stands now; what is written afterwards isn't seen. Close it with `end`. */
export async function openSnapshot(url: string): Promise<Snapshot> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  // The first query fixes what is seen.
  await client.query('SELECT 1');
  return client;
}

/** Writes each table as lines of JSON, as PostgreSQL itself puts them, so that nothing is read into other types. */
export async function dumpDatabase(
  snapshot: Snapshot,
  dir: string,
): Promise<Pick<Manifest, 'madeAt' | 'migrations' | 'tables' | 'sequences'>> {
  mkdirSync(join(dir, 'database'), { recursive: true });
  const tables: Manifest['tables'] = [];
  for (const name of await tablesOf(snapshot)) {
    if (LEFT_OUT.includes(name)) continue;
    const path = `database/${name}.ndjson.gz`;
    const rows = await dumpTable(snapshot, name, join(dir, path));
    tables.push({ name, rows, path, sha256: await hashOf(join(dir, path)) });
  }
  const { rows: time } = await snapshot.query<{ at: Date }>('SELECT now() AS at');
  const { rows: applied } = await snapshot.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
  );
  const { rows: sequences } = await snapshot.query<{ name: string; value: string }>(
    `SELECT sequencename AS name, last_value::text AS value FROM pg_sequences
     WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY 1`,
  );
  const madeAt = time[0]?.at.toISOString() ?? '';
  return { madeAt, migrations: applied.map(({ name }) => name), tables, sequences };
}

export async function tablesOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\\_%' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function dumpTable(client: pg.Client, table: string, file: string): Promise<number> {
  let rows = 0;
  const name = client.escapeIdentifier(table);
  await client.query(
    `DECLARE dumped NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS line FROM ${name} t`,
  );
  async function* lines() {
    for (;;) {
      const fetched = await client.query<{ line: string }>(
        `FETCH ${LARGE.includes(table) ? 1 : AT_ONCE} FROM dumped`,
      );
      if (fetched.rows.length === 0) return;
      rows += fetched.rows.length;
      for (const { line } of fetched.rows) yield `${line}\n`;
    }
  }
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(file, { mode: 0o600 }));
  await client.query('CLOSE dumped');
  return rows;
}
