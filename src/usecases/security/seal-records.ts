import type { Prisma } from '../../adapters/database/generated/client.js';
import { LOCK_CLASSES } from '../../domain/lock-classes.js';
import type { Head } from '../../domain/security/chain.js';
import type { Transaction } from '../../ports/database.js';
import type { Heads } from '../../ports/heads.js';
import type { RecordServices } from '../../ports/services.js';
import { hex, linkHash, NO_HASH, type RecordRow, rowHash, unsealedRows } from './record-rows.js';

const AT_ONCE = 200;
/** What waits after an upgrade or an outage is caught up with, a while at a time. */
const BATCHES = 20;

type Sealing = Pick<RecordServices, 'db' | 'vault' | 'clock'>;

/**
 * Gives rows of both records that have none their place in the chain, in small batches. Whoever wrote them waited for
 * nothing; a row committed late is only sealed late. Any number of processes may do this: one does at a time, and what
 * it did not commit is done by the next. Answers how many were sealed.
 */
export async function sealRecords(
  services: Sealing,
  heads: Pick<Heads, 'keep'> | null = null,
): Promise<number> {
  let sealed = 0;
  let head: Head | null = null;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const done = await services.db.$transaction((tx) => sealSome(tx, services));
    sealed += done.sealed;
    head = done.head ?? head;
    if (done.sealed < AT_ONCE) break;
  }
  if (head) await heads?.keep(head);
  return sealed;
}

async function sealSome(tx: Transaction, services: Sealing): Promise<{ sealed: number; head: Head | null }> {
  const nothing = { sealed: 0, head: null };
  const [lock] = await tx.$queryRaw<{ got: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('all', ${LOCK_CLASSES.records})) AS got`;
  if (!lock?.got) return nothing;
  const rows = (await unsealedRows(tx, AT_ONCE)).slice(0, AT_ONCE);
  if (rows.length === 0) return nothing;
  const last = await tx.auditLink.findFirst({ orderBy: { place: 'desc' } });
  const links = linksOf(services, rows, last ?? { place: 0n, hash: NO_HASH });
  await tx.auditLink.createMany({ data: links });
  await place(tx, 'reading', links);
  await place(tx, 'security', links);
  const end = links.at(-1);
  return {
    sealed: links.length,
    head: end
      ? { place: String(end.place), hash: hex(end.hash), at: services.clock.now().toISOString() }
      : null,
  };
}

type Link = Prisma.AuditLinkCreateManyInput & {
  place: bigint;
  rowId: bigint;
  at: Date;
  rowHash: Uint8Array<ArrayBuffer>;
  hash: Uint8Array<ArrayBuffer>;
};

function linksOf(
  services: Sealing,
  rows: readonly RecordRow[],
  last: { place: bigint; hash: Uint8Array },
): Link[] {
  let before = last.hash;
  let at = last.place;
  return rows.map((row) => {
    at += 1n;
    const said = {
      place: at,
      record: row.record,
      rowId: row.id,
      at: row.at,
      rowHash: rowHash(services, row),
    };
    const hash = linkHash(services, before, said);
    before = hash;
    return { ...said, hash };
  });
}

async function place(tx: Transaction, record: 'reading' | 'security', links: readonly Link[]): Promise<void> {
  const own = links.filter((link) => link.record === record);
  if (own.length === 0) return;
  const ids = own.map(({ rowId }) => rowId);
  const places = own.map((link) => link.place);
  if (record === 'reading') {
    await tx.$executeRaw`UPDATE case_access r SET place = v.place
      FROM unnest(${ids}::bigint[], ${places}::bigint[]) AS v(id, place) WHERE r.id = v.id`;
  } else {
    await tx.$executeRaw`UPDATE security_event r SET place = v.place
      FROM unnest(${ids}::bigint[], ${places}::bigint[]) AS v(id, place) WHERE r.id = v.id`;
  }
}
