import { join } from 'node:path';
import { readJson, writePrivateJson } from './adapters/host/private-file.js';
import type { Database } from './ports/database.js';
import { ERASURE_LIST } from './usecases/erasure/erasure-list.js';
import { type ErasureToRepeat, erasureListSchema } from './usecases/erasure/erasure-list.schema.js';
import { erasuresByHand } from './usecases/erasure/erasures-by-hand.js';

/**
 * Keeps the list of what was erased by hand beside the database, in the data folder: a backup that is put back is
 * older than some of it. What stands there and the database doesn't know is kept, too.
 */
export async function keepErasures(db: Database, dataDir: string): Promise<void> {
  const file = join(dataDir, ERASURE_LIST);
  const before = erasureListSchema.safeParse(readJson(file)).data ?? [];
  const known = await erasuresByHand(db);
  const over = await db.erasure.findMany({
    where: { id: { in: before.map(({ id }) => id) }, digests: { isEmpty: true } },
    select: { id: true },
  });
  const gone = new Set(over.map(({ id }) => id));
  const all = new Map<string, ErasureToRepeat>();
  for (const row of [...before, ...known]) if (!gone.has(row.id)) all.set(row.id, row);
  if (known.every(({ id }) => before.some((row) => row.id === id)) && gone.size === 0) return;
  writePrivateJson(file, [...all.values()]);
}
