import type { RecordServices } from '../../ports/services.js';

type Needs = Pick<RecordServices, 'db' | 'files'>;

const AT_ONCE = 100;
const LOOKED_UP = 500;
const DAY_MS = 86_400_000;
/** From here on, more strangers than files of ours are no crash's rest: somebody keeps other things there. */
const FEW = 20;

/** Takes files out of the store whose rows are gone: the database wrote them down in the same step. Throws while the store is away. */
export async function eraseFiles(
  { db, files }: Needs,
  { beat = () => undefined }: { beat?: () => void } = {},
): Promise<number> {
  for (let erased = 0; ; ) {
    const rows = await db.fileToErase.findMany({ orderBy: { since: 'asc' }, take: AT_ONCE });
    if (rows.length === 0) return erased;
    const keys = rows.map(({ key }) => key);
    for (const key of keys) {
      await files.remove(key);
      beat();
    }
    await db.fileToErase.deleteMany({ where: { key: { in: keys } } });
    erased += keys.length;
  }
}

/** The same right after a row is gone; while the store is away it is left to the night. */
export async function eraseFilesNow(services: Needs): Promise<void> {
  await eraseFiles(services).catch(() => undefined);
}

/**
 * Takes away what a crash left between file and row, once it is a day old. Where most of what lies there is not ours,
 * nothing goes, and it is logged: the store is then another desk's, or the database not the one it belongs to.
 */
export async function sweepFiles(
  { db, files, log }: Needs & Pick<RecordServices, 'log'>,
  { before, beat = () => undefined }: { before: Date; beat?: () => void },
): Promise<number> {
  const strangers: string[] = [];
  let ours = 0;
  let waiting: string[] = [];
  const lookUp = async () => {
    const where = { fileKey: { in: waiting } };
    const select = { fileKey: true } as const;
    const known = new Set(
      [await db.caseDocument.findMany({ where, select }), await db.formFile.findMany({ where, select })]
        .flat()
        .map(({ fileKey }) => fileKey),
    );
    ours += known.size;
    strangers.push(...waiting.filter((key) => !known.has(key)));
    waiting = [];
    beat();
  };
  for await (const { key, writtenAt } of files.list()) {
    if (writtenAt.getTime() > before.getTime() - DAY_MS) continue;
    waiting.push(key);
    if (waiting.length >= LOOKED_UP) await lookUp();
  }
  await lookUp();
  if (strangers.length > Math.max(FEW, ours)) {
    log.error({ ours, others: strangers.length }, 'the store of documents holds mostly files of no row here');
    return 0;
  }
  for (const key of strangers) {
    await files.remove(key);
    beat();
  }
  return strangers.length;
}
