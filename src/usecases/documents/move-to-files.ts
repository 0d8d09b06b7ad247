import type { RecordServices } from '../../ports/services.js';
import { dropBytes, keepBytes } from './kept-bytes.js';

type Needs = Pick<RecordServices, 'db' | 'files'>;

const TABLES = ['caseDocument', 'formFile'] as const;

/**
 * Moves documents that lie in their rows into the store, one by one, as they are sealed; both places are read meanwhile.
 * Stopped at any point, it goes on where it was. @returns how many were moved.
 */
export async function moveToFiles(
  services: Needs,
  { moved: tell = () => undefined }: { moved?: (count: number) => void } = {},
): Promise<number> {
  const { db } = services;
  let count = 0;
  for (const name of TABLES) {
    const table = db[name] as typeof db.caseDocument;
    for (;;) {
      const row = await table.findFirst({
        where: { fileKey: null, sealed: { not: null }, scan: { not: 'infected' } },
        orderBy: { id: 'asc' },
        select: { id: true, sealed: true },
      });
      if (!row?.sealed) break;
      const kept = await keepBytes(services, row.sealed);
      const { count: changed } = await table.updateMany({
        where: { id: row.id, fileKey: null, sealed: { not: null } },
        data: { ...kept, sealed: null },
      });
      // Removed meanwhile, or moved by another.
      if (changed === 0) await dropBytes(services, kept);
      count += changed;
      tell(count);
    }
  }
  return count;
}

/** How many still lie in their rows. */
export async function leftInRows({ db }: Pick<Needs, 'db'>): Promise<number> {
  const where = { fileKey: null, sealed: { not: null }, scan: { not: 'infected' } };
  return (await db.caseDocument.count({ where })) + (await db.formFile.count({ where }));
}
