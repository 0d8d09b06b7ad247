import type { Services } from '../../ports/services.js';

export interface KeyUse {
  keyId: string;
  /** Table of the rows, or what hangs on it. */
  what: string;
  count: number;
}

/** How many data keys hang on each key of the ring, by the table of their rows; destroyed ones hang on none. */
export async function keysInUse({ db }: Pick<Services, 'db'>): Promise<KeyUse[]> {
  const rows = await db.dataKey.groupBy({
    by: ['keyId', 'belongsTo'],
    where: { wrapped: { not: null } },
    _count: true,
    orderBy: [{ keyId: 'asc' }, { belongsTo: 'asc' }],
  });
  return rows.map(({ keyId, belongsTo, _count }) => ({ keyId, what: belongsTo, count: _count }));
}
