import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.js';

/** The typed database handle everything else takes. */
export type Database = PrismaClient;

/**
 * Opens a connection pool. Connections are made on first use; call `db.$disconnect()` at the end.
 * @param url PostgreSQL connection string.
 * @param options.poolSize connections at most (default 10).
 */
export function createDatabase(url: string, options: { poolSize?: number } = {}): Database {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: options.poolSize ?? 10,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 30_000,
      application_name: 'ta-desk',
    },
    // A cut idle connection (server restarted) is replaced at the next query; unheard it would end the process.
    { onPoolError: () => undefined, onConnectionError: () => undefined },
  );
  return new PrismaClient({ adapter });
}
