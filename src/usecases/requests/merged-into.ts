import type { Transaction } from '../../ports/database.js';

/** Numbers of the requests merged into this one, or into one that was: they end with it. */
export async function referencesMergedInto(tx: Transaction, id: string): Promise<string[]> {
  const found = new Map<string, string>();
  for (let into = [id]; into.length > 0; ) {
    const rows = await tx.taRequest.findMany({
      where: { mergedIntoId: { in: into } },
      select: { id: true, reference: true },
    });
    into = rows.map((row) => row.id).filter((one) => one !== id && !found.has(one));
    for (const row of rows) found.set(row.id, row.reference);
  }
  return [...found.values()].sort();
}
