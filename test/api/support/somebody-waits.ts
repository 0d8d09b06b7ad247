import type { Database } from '../../../src/ports/database.js';

/** Until some transaction, or so many, wait for a lock of another: they are at it at once. */
export async function somebodyWaits(db: Database, many = 1): Promise<void> {
  for (let waiting = 0; waiting < many; ) {
    const rows = await db.$queryRaw<object[]>`
      SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
    waiting = rows.length;
  }
}
