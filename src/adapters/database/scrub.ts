import pg from 'pg';

/** What was done, and what whoever owns the server has to do. */
export interface Scrubbed {
  /** Steps that this role may not take. */
  refused: ScrubStep[];
  /** What keeps the server's log longer than its last checkpoint. */
  keeps: ('archive' | 'slots' | 'recycled' | 'kept-size')[];
}

const STEPS = {
  /** What the planner notes of columns are values of them; of a table that is empty by now they would stay. */
  notes: `SELECT pg_clear_relation_stats(n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = current_schema() AND c.relkind = 'r'`,
  columns: `SELECT pg_clear_attribute_stats(schemaname, tablename, attname, inherited) FROM pg_stats
    WHERE schemaname = current_schema()`,
  pages: 'VACUUM (FULL, ANALYZE)',
  checkpoint: 'CHECKPOINT',
  segment: 'SELECT pg_switch_wal()',
  'last-checkpoint': 'CHECKPOINT',
} as const;
export type ScrubStep = keyof typeof STEPS;

/** Not allowed, and not there: before PostgreSQL 18 what the planner noted can't be cleared so. */
const FORBIDDEN = ['42501', '42883'];

/**
 * Writes every page anew, so that no file of the database holds what was erased, and ends the log that did. Each table is locked
 * while it is written, and it needs as much room again as the largest one.
 */
export async function scrubDatabase(url: string, progress: (step: ScrubStep) => void): Promise<Scrubbed> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const refused: ScrubStep[] = [];
    for (const [step, statement] of Object.entries(STEPS) as [ScrubStep, string][]) {
      progress(step);
      await client.query(statement).catch((error: { code?: string }) => {
        if (!FORBIDDEN.includes(error.code ?? '')) throw error;
        refused.push(step);
      });
    }
    // Tables of the server itself, its notes about columns among them, are passed over without a word.
    const { rows } = await client.query<{ all: boolean }>(
      'SELECT rolsuper AS all FROM pg_roles WHERE rolname = current_user',
    );
    if (!rows[0]?.all && !refused.includes('pages')) refused.push('pages');
    return { refused, keeps: await whatKeepsTheLog(client) };
  } finally {
    await client.end();
  }
}

async function whatKeepsTheLog(client: pg.Client): Promise<Scrubbed['keeps']> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    `SELECT name, setting FROM pg_settings WHERE name IN ('archive_mode', 'wal_recycle', 'wal_keep_size')`,
  );
  const of = (name: string) => rows.find((row) => row.name === name)?.setting;
  const { rows: slots } = await client.query('SELECT 1 FROM pg_replication_slots');
  return [
    ...(of('archive_mode') === 'off' ? [] : (['archive'] as const)),
    ...(slots.length > 0 ? (['slots'] as const) : []),
    ...(of('wal_recycle') === 'off' ? [] : (['recycled'] as const)),
    ...(of('wal_keep_size') === '0' ? [] : (['kept-size'] as const)),
  ];
}
