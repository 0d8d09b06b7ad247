import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { createDatabase, type Database } from '../../src/adapters/database/client.js';
import { applyMigrations } from '../../src/adapters/database/migrate.js';
import { startPostgres } from '../../src/laptop/servers/postgres.js';
import { notePid, oncePerRun, runDir } from './once-per-run.js';

const template = 'tadesk_template';

export interface TestDatabase {
  url: string;
  db: Database;
  drop(): Promise<void>;
}

/**
 * A fresh, migrated database of its own, cloned from a template (about 50 ms). The PostgreSQL behind it is started
 * by the first test of a run that asks and shared by all workers. Call `drop()` in afterAll or afterEach.
 */
export async function createTestDatabase(options: { poolSize?: number } = {}): Promise<TestDatabase> {
  const { url: templateUrl } = await sharedPostgres();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(templateUrl, `create database ${name} template ${template}`);
  const url = withDatabase(templateUrl, name);
  const db = createDatabase(url, { poolSize: options.poolSize ?? 5 });
  return {
    url,
    db,
    drop: async () => {
      await db.$disconnect();
      await asAdmin(templateUrl, `drop database if exists ${name} with (force)`);
    },
  };
}

/** An empty database without tables, for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const { url: templateUrl } = await sharedPostgres();
  const name = `empty_${randomBytes(6).toString('hex')}`;
  await asAdmin(templateUrl, `create database ${name} template template0`);
  return {
    url: withDatabase(templateUrl, name),
    drop: () => asAdmin(templateUrl, `drop database if exists ${name} with (force)`),
  };
}

function sharedPostgres(): Promise<{ url: string }> {
  return oncePerRun('postgres', async () => {
    const server = await startPostgres({
      clusterDir: join(runDir(), 'pg', 'cluster'),
      logFile: join(runDir(), 'postgres.log'),
      password: randomBytes(12).toString('hex'),
      database: template,
      throwaway: true,
      onSpawn: ({ pid }) => notePid('postgres', pid),
    });
    await applyMigrations(server.url);
    return { url: server.url };
  });
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(url, 'postgres') });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
