import pg from 'pg';
import { isAlive, pause, tailOf } from '../../adapters/host/process-kit.js';
import { SetupError } from './setup-error.js';

export const POSTGRES_OWNER = 'tadesk';

export function urlOf(password: string, port: number, database: string): string {
  return `postgresql://${POSTGRES_OWNER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** Until it accepts connections, crash recovery included. Throws SetupError. */
export async function waitUntilReady(input: { url: string; pid: number; logFile: string }): Promise<void> {
  const end = Date.now() + 90_000;
  for (;;) {
    const client = new pg.Client({ connectionString: input.url, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code === '28P01')
        throw new SetupError(
          'The embedded PostgreSQL does not accept the password in DATA_DIR/secrets.json. Restore that file from the same time as the postgres folder beside it.',
        );
      if (!isAlive(input.pid)) {
        throw new SetupError(
          `PostgreSQL stopped while starting. Its log, ${input.logFile}, ends with:\n${tailOf(input.logFile)}`,
        );
      }
      if (Date.now() > end)
        throw new SetupError(
          `PostgreSQL does not accept connections after 90 seconds. See ${input.logFile}.`,
        );
      await pause(30);
    }
  }
}

export async function ensureDatabase(adminUrl: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 20_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}
