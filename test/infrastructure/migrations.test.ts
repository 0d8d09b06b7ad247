import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { draftMigration } from '../../src/adapters/database/draft-migration.js';
import { applyMigrations, migrationsDir } from '../../src/adapters/database/migrate.js';
import { readMigrations } from '../../src/adapters/database/migrations-folder.js';
import { projectRoot } from '../../src/project-root.js';
import { createEmptyDatabase, createTestDatabase } from '../support/postgres.js';

const ANY: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  ARRAY: "'{}'",
  boolean: 'false',
  integer: 'n',
  bigint: 'n',
  jsonb: "'{}'",
  bytea: "'\\x00'",
  'timestamp with time zone': 'now()',
  date: 'now()',
  text: "'some ' || n",
};

/** Three rows in each table with a data key, whatever else they hold. */
async function fillWithKeys(client: pg.Client) {
  await client.query('SET session_replication_role = replica');
  const { rows: columns } = await client.query<{ table: string; column: string; type: string }>(
    `SELECT c.table_name AS table, c.column_name AS column, c.data_type AS type FROM information_schema.columns c
     WHERE c.is_nullable = 'NO' AND c.column_default IS NULL AND c.table_name IN
       (SELECT table_name FROM information_schema.columns WHERE column_name = 'data_key')`,
  );
  const put: { table: string; column: string; id: string; key: string }[] = [];
  for (const table of new Set(columns.map((one) => one.table))) {
    const own = columns.filter((one) => one.table === table);
    const column = table === 'sketch_key' ? 'number' : table === 'oauth_token' ? 'provider' : 'id';
    for (const n of [1, 2, 3]) {
      const key = Buffer.from([1, 3, ...Buffer.from('k-1'), 0, 92, 255, n, table.length]).toString('hex');
      const values = own.map((one) =>
        one.column === 'data_key' ? `'\\x${key}'` : (ANY[one.type] ?? 'NULL').replace(/\bn\b/, String(n)),
      );
      const { rows } = await client.query<{ id: string }>(
        `INSERT INTO ${table} (${own.map((one) => one.column)}) VALUES (${values}) RETURNING ${column}::text AS id`,
      );
      put.push({ table, column, id: rows[0]?.id ?? '', key });
    }
  }
  await client.query('SET session_replication_role = origin');
  return put;
}

describe('migrations', () => {
  let database: Awaited<ReturnType<typeof createEmptyDatabase>>;
  let dir: string;
  beforeAll(async () => {
    database = await createEmptyDatabase();
    dir = await mkdtemp(join(tmpdir(), 'migrations-'));
    await cp(migrationsDir, dir, { recursive: true });
  });
  afterAll(async () => {
    await database.drop();
    await rm(dir, { recursive: true, force: true });
  });

  test('an empty database gets all of them, two starts at once do not quarrel, and a second time nothing is done', async () => {
    const names = (await readMigrations(dir)).map(({ name }) => name);
    const both = await Promise.all([
      applyMigrations(database.url, { dir }),
      applyMigrations(database.url, { dir }),
    ]);
    expect(both.flatMap(({ applied }) => applied)).toEqual(names);
    expect(await applyMigrations(database.url, { dir })).toEqual({ applied: [] });
  });

  test('a new migration is applied alone', async () => {
    await mkdir(join(dir, '99990101000000_more'));
    await writeFile(join(dir, '99990101000000_more', 'migration.sql'), 'create table more (id int);');
    expect(await applyMigrations(database.url, { dir })).toEqual({ applied: ['99990101000000_more'] });
  });

  test('semicolons in comments, texts and function bodies do not cut it', async () => {
    await mkdir(join(dir, '99990101000001_semicolons'));
    const sql = `-- one thing; and another
create table semi (t text default 'a;b');
create function f() returns int language plpgsql as $$ begin perform 1; return 2; end $$;
do $$ begin insert into semi values ('x;y'); end $$;`;
    await writeFile(join(dir, '99990101000001_semicolons', 'migration.sql'), sql);
    expect(await applyMigrations(database.url, { dir })).toEqual({ applied: ['99990101000001_semicolons'] });
  });

  test('a migration edited after it was applied is refused by name', async () => {
    await writeFile(join(dir, '99990101000000_more', 'migration.sql'), 'create table other (id int);');
    await expect(applyMigrations(database.url, { dir })).rejects.toThrow(/99990101000000_more was changed/);
  });

  test('a failing migration says why, and is not tried again over half a change', async () => {
    await writeFile(join(dir, '99990101000000_more', 'migration.sql'), 'create table more (id int);');
    await mkdir(join(dir, '99990102000000_wrong'));
    await writeFile(
      join(dir, '99990102000000_wrong', 'migration.sql'),
      'alter table not_there add column x int;',
    );
    await expect(applyMigrations(database.url, { dir })).rejects.toThrow(/not_there/);
    await expect(applyMigrations(database.url, { dir })).rejects.toThrow(/failed halfway/);
  });

  test('data keys move out of the rows of before, and none is lost', async () => {
    const before = await createEmptyDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'migrations-before-'));
    const all = (await readMigrations(migrationsDir)).map(({ name }) => name);
    const at = all.findIndex((name) => name.endsWith('_keep_data_keys_apart'));
    try {
      await cp(join(migrationsDir, 'migration_lock.toml'), join(folder, 'migration_lock.toml'));
      for (const name of all.slice(0, at))
        await cp(join(migrationsDir, name), join(folder, name), { recursive: true });
      await applyMigrations(before.url, { dir: folder });
      const client = new pg.Client({ connectionString: before.url });
      await client.connect();
      const put = await fillWithKeys(client);
      expect(put).toHaveLength(15 * 3);
      await cp(join(migrationsDir, all[at] as string), join(folder, all[at] as string), { recursive: true });
      await applyMigrations(before.url, { dir: folder });
      for (const { table, column, id, key } of put) {
        const { rows } = await client.query(
          `SELECT encode(k.wrapped, 'hex') AS key, k.key_id, k.belongs_to FROM ${table} t
           JOIN data_key k ON k.id = t.data_key_id WHERE t.${column}::text = $1`,
          [id],
        );
        expect(rows).toEqual([{ key, key_id: 'k-1', belongs_to: table }]);
      }
      // Deleted, whichever way, a row takes its key along.
      await client.query('DELETE FROM message; DELETE FROM kept_form');
      const { rows: left } = await client.query(
        `SELECT belongs_to FROM data_key WHERE wrapped IS NULL GROUP BY 1 ORDER BY 1`,
      );
      expect(left.map((row) => row.belongs_to)).toEqual(['kept_form', 'message']);
      await client.end();
    } finally {
      await before.drop();
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('the migrations lead exactly to schema.prisma', async () => {
    const schema = await readFile(join(projectRoot, 'prisma/schema.prisma'), 'utf8');
    expect(await draftMigration({ url: database.url, dir: migrationsDir, schema })).toBeNull();
  });

  test('a test database is migrated and its own', async () => {
    const one = await createTestDatabase();
    const other = await createTestDatabase();
    const id = '00000000-0000-4000-8000-000000000001';
    await one.db.organization.create({
      data: { id, name: 'Legal Aid', nameKey: 'legal aid', createdAt: new Date(0) },
    });
    expect(await one.db.organization.count()).toBe(1);
    expect(await other.db.organization.count()).toBe(0);
    await Promise.all([one.drop(), other.drop()]);
  });
});

test('whatever has a data key has the trigger that destroys it', async () => {
  const database = await createTestDatabase();
  try {
    const tables = async (query: string) =>
      (await database.db.$queryRawUnsafe<{ name: string }[]>(query)).map(({ name }) => name).sort();
    const keyed = await tables(
      "SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint WHERE contype = 'f' AND confrelid = 'data_key'::regclass",
    );
    expect(keyed.length).toBeGreaterThan(15);
    expect(
      await tables(
        "SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'destroy_data_keys'",
      ),
    ).toEqual(keyed);
  } finally {
    await database.drop();
  }
});
