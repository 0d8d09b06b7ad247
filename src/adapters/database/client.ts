import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.js';

/** The typed database handle everything else takes. */
export type Database = PrismaClient;

/**
 * Opens a connection pool. Connections are made on first use; call `db.$disconnect()` at the end.
 * @param url PostgreSQL connection string.
 * @param options.poolSize connections at most (default 10).
 * @param options.connectionTimeoutMs how long a query waits for a connection (default 10 s).
 * @param options.queryTimeoutMs after which a server that has taken a query and says nothing counts as away (default
 *   20 s): nobody waits for a frozen one. No query of ours takes nearly as long.
 */
export function createDatabase(
  url: string,
  options: { poolSize?: number; connectionTimeoutMs?: number; queryTimeoutMs?: number } = {},
): Database {
  const adapter = new PrismaPg(
    {
      connectionString: url,
      max: options.poolSize ?? 10,
      connectionTimeoutMillis: options.connectionTimeoutMs ?? 10_000,
      idleTimeoutMillis: 30_000,
      query_timeout: options.queryTimeoutMs ?? 20_000,
      application_name: 'ta-desk',
    },
    // A cut idle connection (server restarted) is replaced at the next query; unheard it would end the process.
    { onPoolError: () => undefined, onConnectionError: () => undefined },
  );
  return new PrismaClient({ adapter });
}
