import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { readMigrations } from './migrations-folder.js';
import { asMigrationList, everything, openSchemaEngine } from './schema-engine.js';

/**
 * SQL that leads from the migrations folder to the schema; null when they agree.
 * @param input.url any PostgreSQL where a database may be made and dropped.
 * @param input.schema text of schema.prisma.
 */
export async function draftMigration(input: {
  url: string;
  dir: string;
  schema: string;
}): Promise<string | null> {
  const name = `shadow_${randomBytes(6).toString('hex')}`;
  const shadowUrl = new URL(input.url);
  shadowUrl.pathname = `/${name}`;
  await query(input.url, `create database ${name} template template0`);
  try {
    return await diff({ ...input, shadowUrl: shadowUrl.href });
  } finally {
    await query(input.url, `drop database ${name} with (force)`);
  }
}

async function diff(input: {
  url: string;
  shadowUrl: string;
  dir: string;
  schema: string;
}): Promise<string | null> {
  const { engine, close } = await openSchemaEngine(input);
  try {
    const migrations = await readMigrations(input.dir);
    const { stdout } = await engine.diff({
      from:
        migrations.length === 0
          ? { tag: 'empty' }
          : { tag: 'migrations', ...asMigrationList(input.dir, migrations) },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: input.schema }] },
      script: true,
      exitCode: null,
      filters: everything,
    });
    const sql = stdout ?? '';
    const empty = sql.split('\n').every((line) => line.trim() === '' || line.startsWith('--'));
    return empty ? null : sql;
  } finally {
    await close();
  }
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
