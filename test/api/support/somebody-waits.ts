import type { Database } from '../../../src/ports/database.js';

/** Until some transaction waits for a lock of another: the two are at it at once. */
export async function somebodyWaits(db: Database): Promise<void> {
  for (let waiting = 0; waiting === 0; ) {
    const rows = await db.$queryRaw<object[]>`
      SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
    waiting = rows.length;
  }
}
