import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { draftMigration } from '../../src/adapters/database/draft-migration.js';
import { applyMigrations, migrationsDir } from '../../src/adapters/database/migrate.js';
import { readMigrations } from '../../src/adapters/database/migrations-folder.js';
import { projectRoot } from '../../src/project-root.js';
import { createEmptyDatabase, createTestDatabase } from '../support/postgres.js';

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
