import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Readable, pipeline as streamed } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type pg from 'pg';
import type { Snapshot } from './dump-database.js';
import { linesOf } from './lines.js';
import { BackupError, KEY_TABLE, type KeyCheck } from './manifest.js';

const FILE = 'data-keys.ndjson.gz';
const AT_ONCE = 1_000;

/** First line of the file. */
interface Head {
  v: 1;
  /** By the database's clock. */
  madeAt: string;
  rows: number;
  /** Tells whether ENCRYPTION_KEYS opens them. */
  keys: KeyCheck;
}

/** Where the data keys of a backup are kept when nobody says: beside it, never in it. */
export const keysBeside = (dir: string): string => resolve(dir, '..', 'data-keys');

/** What is wrong with a place for data keys; null: nothing. A backup that held its keys would bring erased cases back. */
export function whyNotThere(keysDir: string, dir: string): string | null {
  if (isWithin(keysDir, dir) || isWithin(dir, keysDir)) {
    return `${keysDir} and ${dir} are in each other. Name a folder apart from the backup with --keys.`;
  }
  const others = existsSync(keysDir) ? readdirSync(keysDir).filter((name) => !name.startsWith(FILE)) : [];
  return others.length > 0 ? `${keysDir} holds other things. Name a folder of their own with --keys.` : null;
}

function isWithin(one: string, other: string): boolean {
  const path = relative(other, one);
  return path === '' || !(path.startsWith('..') || path.startsWith('/'));
}

/**
 * Writes the data keys of this moment over those of before, in one step: of a case erased since nothing is left but
 * the id of its key. @returns how many open something, and how many were destroyed.
 */
export async function writeKeyFile(
  snapshot: Snapshot,
  keysDir: string,
  keys: KeyCheck,
): Promise<{ live: number; destroyed: number }> {
  mkdirSync(keysDir, { recursive: true, mode: 0o700 });
  const { rows } = await snapshot.query<{ at: Date; live: number; destroyed: number; ids: string[] }>(
    `SELECT now() AS at, count(wrapped)::int AS live, (count(*) - count(wrapped))::int AS destroyed,
       coalesce(array_agg(DISTINCT key_id) FILTER (WHERE wrapped IS NOT NULL), '{}') AS ids FROM ${KEY_TABLE}`,
  );
  const { at, live, destroyed, ids } = rows[0] ?? { at: new Date(0), live: 0, destroyed: 0, ids: [] };
  // Of the ring's older keys only those that still wrap something are needed.
  const needed = [...new Set([...keys.ids.slice(0, 1), ...ids])];
  const head: Head = {
    v: 1,
    madeAt: at.toISOString(),
    rows: live + destroyed,
    keys: { ...keys, ids: needed },
  };
  async function* lines() {
    yield `${JSON.stringify(head)}\n`;
    await snapshot.query(
      `DECLARE kept NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS line FROM ${KEY_TABLE} t`,
    );
    for (;;) {
      const fetched = await snapshot.query<{ line: string }>(`FETCH ${AT_ONCE} FROM kept`);
      if (fetched.rows.length === 0) break;
      for (const { line } of fetched.rows) yield `${line}\n`;
    }
    await snapshot.query('CLOSE kept');
  }
  const written = join(keysDir, `${FILE}.new`);
  await pipeline(
    Readable.from(lines()),
    createGzip(),
    createWriteStream(written, { mode: 0o600, flush: true }),
  );
  renameSync(written, join(keysDir, FILE));
  return { live, destroyed };
}

/** Reads it whole and says what it is of. @throws BackupError */
export async function readKeyFile(keysDir: string): Promise<Head> {
  let head: Head | null = null;
  let rows = -1;
  try {
    for await (const line of keyLines(keysDir)) {
      head ??= JSON.parse(line) as Head;
      rows += 1;
    }
  } catch {
    rows = -1;
  }
  if (head?.v !== 1 || head.rows !== rows) {
    const there = existsSync(join(keysDir, FILE));
    throw new BackupError(
      there
        ? `The data keys in ${keysDir} are damaged. Take another copy of ${FILE}. Nothing was restored.`
        : `There are no data keys in ${keysDir}, and a backup holds none. Name the folder that \`desk backup\` wrote them to with --keys.`,
    );
  }
  return head;
}

const keyLines = (keysDir: string): AsyncGenerator<string> =>
  // What goes wrong with the file ends the reading of it, too.
  linesOf(
    streamed(createReadStream(join(keysDir, FILE)), createGunzip(), () => undefined).setEncoding('utf8'),
  );

/**
 * Takes in the keys of the rows that were restored, and the list of those destroyed. What was erased since the backup was
 * made is erased again. In the transaction of the restore. @throws BackupError when a row's key is missing.
 * @returns how many rows were erased again.
 */
export async function loadKeys(client: pg.Client, keysDir: string): Promise<number> {
  await client.query(`CREATE TEMP TABLE kept_key (LIKE ${KEY_TABLE}) ON COMMIT DROP`);
  let waiting: string[] = [];
  const insert = async () => {
    if (waiting.length === 0) return;
    await client.query(
      `INSERT INTO kept_key SELECT * FROM json_populate_recordset(NULL::${KEY_TABLE}, $1::json)`,
      [`[${waiting.join(',')}]`],
    );
    waiting = [];
  };
  let isHead = true;
  for await (const line of keyLines(keysDir)) {
    if (!isHead) waiting.push(line);
    isHead = false;
    if (waiting.length >= AT_ONCE) await insert();
  }
  await insert();
  const owners = await ownersOf(client);
  await client.query(`CREATE TEMP TABLE used_key ON COMMIT DROP AS
    ${owners.map((table) => `SELECT data_key_id AS id FROM ${table}`).join(' UNION ALL ')}`);
  const { rows } = await client.query<{ missing: number }>(
    'SELECT count(*)::int AS missing FROM used_key WHERE id NOT IN (SELECT id FROM kept_key)',
  );
  const missing = rows[0]?.missing ?? 0;
  if (missing > 0) {
    throw new BackupError(
      `${missing} rows of this backup have a data key that is neither in ${keysDir} nor was destroyed: these keys are ` +
        'older than the backup, or of another desk. Take the newest ones. Nothing was restored.',
    );
  }
  await client.query(
    `INSERT INTO ${KEY_TABLE} SELECT * FROM kept_key WHERE wrapped IS NULL OR id IN (SELECT id FROM used_key)`,
  );
  return eraseAgain(client, owners);
}

/** Tables whose rows have a data key. */
async function ownersOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT conrelid::regclass::text AS name FROM pg_constraint
     WHERE contype = 'f' AND confrelid = '${KEY_TABLE}'::regclass ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** Rows go before those they refer to; what others hold on to stays, and can't be opened. */
async function eraseAgain(client: pg.Client, owners: string[]): Promise<number> {
  let erased = 0;
  let waiting = owners;
  for (;;) {
    const held: string[] = [];
    for (const table of waiting) {
      await client.query('SAVEPOINT erased_again');
      try {
        const { rowCount } = await client.query(
          `DELETE FROM ${table} WHERE data_key_id IN (SELECT id FROM ${KEY_TABLE} WHERE wrapped IS NULL)`,
        );
        erased += rowCount ?? 0;
      } catch {
        await client.query('ROLLBACK TO SAVEPOINT erased_again');
        held.push(table);
      }
      await client.query('RELEASE SAVEPOINT erased_again');
    }
    if (held.length === 0 || held.length === waiting.length) return erased;
    waiting = held;
  }
}
