import type { Database } from '../../ports/database.js';
import type { ErasureToRepeat } from './erasure-list.schema.js';

/** What was erased by hand and a backup could still bring back. */
export async function erasuresByHand(db: Database): Promise<ErasureToRepeat[]> {
  const rows = await db.erasure.findMany({
    where: { digests: { isEmpty: false } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({ ...row, at: row.at.toISOString() })) as ErasureToRepeat[];
}
