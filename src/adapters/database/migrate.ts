import { join } from 'node:path';
import pg from 'pg';
import { projectRoot } from '../../project-root.js';
import { readMigrations, type StoredMigration } from './migrations-folder.js';
import { asMigrationList, everything, openSchemaEngine } from './schema-engine.js';
import { whyServerUnsuitable } from './suitable-server.js';

export const migrationsDir = join(projectRoot, 'prisma', 'migrations');

/** Ours alone; Prisma's engine takes another number for itself. */
const lockNumber = 740_231_101;

/** The database and the migrations folder disagree; the message says which migration and what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/**
 * Brings the database to the newest migration, as `prisma migrate deploy` would.
 * Two at once wait for each other; with nothing new it costs one query.
 * @returns names of the migrations applied now.
 * Throws MigrationError for an edited or failed migration, and for a server that is too old; connection errors pass through.
 */
export async function applyMigrations(
  url: string,
  options: { dir?: string } = {},
): Promise<{ applied: string[] }> {
  const dir = options.dir ?? migrationsDir;
  const migrations = await readMigrations(dir);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const unsuitable = await whyServerUnsuitable(client);
    if (unsuitable) throw new MigrationError(unsuitable);
    if ((await findNew(client, migrations)).length === 0) return { applied: [] };
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
    const missing = await findNew(client, migrations);
    if (missing.length === 0) return { applied: [] };
    return { applied: await apply({ url, dir, migrations }) };
  } finally {
    await client.end();
  }
}

/** Names not applied yet. */
async function findNew(client: pg.Client, migrations: StoredMigration[]): Promise<string[]> {
  const { rows: tables } = await client.query(
    "select to_regclass('_prisma_migrations') is not null as there",
  );
  if (!tables[0].there) return migrations.map(({ name }) => name);
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished: boolean }>(
    'select migration_name, checksum, finished_at is not null as finished from _prisma_migrations where rolled_back_at is null',
  );
  const done = new Map(rows.map((row) => [row.migration_name, row]));
  const unfinished = rows.find((row) => !row.finished);
  if (unfinished) {
    throw new MigrationError(
      `Migration ${unfinished.migration_name} failed halfway earlier. Restore the database from a backup, or mend it by hand ` +
        `and run: npx prisma migrate resolve --rolled-back ${unfinished.migration_name}`,
    );
  }
  for (const { name, checksum } of migrations) {
    const row = done.get(name);
    if (row && row.checksum !== checksum) {
      throw new MigrationError(
        `Migration ${name} was changed after it was applied. Put its file back as it was and write a new migration.`,
      );
    }
  }
  return migrations.filter(({ name }) => !done.has(name)).map(({ name }) => name);
}

async function apply(input: { url: string; dir: string; migrations: StoredMigration[] }): Promise<string[]> {
  const { engine, close } = await openSchemaEngine({ url: input.url });
  try {
    const answer = await engine.applyMigrations({
      migrationsList: asMigrationList(input.dir, input.migrations),
      filters: everything,
    });
    return answer.appliedMigrationNames;
  } catch (error) {
    throw new MigrationError(`A migration could not be applied.\n${withoutTrace((error as Error).message)}`);
  } finally {
    await close();
  }
}

/** The engine appends its own stack ("   0: schema_engine_wasm::…"), which helps nobody here. */
function withoutTrace(message: string): string {
  return message.split(/\n\s{1,9}0: /)[0]?.trimEnd() ?? message;
}
