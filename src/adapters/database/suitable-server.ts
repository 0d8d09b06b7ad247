import type pg from 'pg';
import { Prisma } from './generated/client.js';

/** `fold_text` of the migrations compares by the collation `pg_c_utf8`, which is built in from here on. */
export const OLDEST_POSTGRES = 17;

export interface ServerFacts {
  /** As `server_version_num`: 170004 is 17.4. */
  version: number;
  /** As the server names itself: `17.4 (Debian 17.4-1)`. */
  shown: string;
  encoding: string;
}

/** Asks the server for its `ServerFacts`. */
export const SERVER_FACTS = Prisma.sql`select current_setting('server_version_num')::int as version,
  current_setting('server_version') as shown, current_setting('server_encoding') as encoding`;

/** Why the desk can't keep its data on this server, and what to do; null: it can. */
export function whyUnsuitable({ version, shown, encoding }: ServerFacts): string | null {
  if (Math.floor(version / 10_000) < OLDEST_POSTGRES) {
    return `PostgreSQL ${shown} is too old: the desk needs PostgreSQL ${OLDEST_POSTGRES} or newer. Upgrade that server, or point DATABASE_URL at a newer one.`;
  }
  if (encoding !== 'UTF8') {
    return `The database is encoded in ${encoding}: names need UTF8. Create another with: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0`;
  }
  return null;
}

export async function whyServerUnsuitable(client: Pick<pg.Client, 'query'>): Promise<string | null> {
  const { rows } = await client.query<ServerFacts>(SERVER_FACTS.text);
  return rows[0] ? whyUnsuitable(rows[0]) : null;
}
