import type { Database } from '../../../src/ports/database.js';

/** Rows of every table; equal before and after means nothing was stored. Uses of a key aren't rows. */
export async function rowCounts(db: Database): Promise<Record<string, number>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await db.$queryRaw<{ n: bigint }[]>`
      SELECT (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I', ${name}::text), true, true, '')))[1]::text::bigint AS n`;
    counts[name] = Number(row?.n ?? -1);
  }
  return counts;
}
