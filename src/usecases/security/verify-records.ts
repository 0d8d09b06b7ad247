import type { AuditLink } from '../../adapters/database/generated/client.js';
import { type Break, type Head, KEPT_AT_LEAST_DAYS, type RecordName } from '../../domain/security/chain.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { hex, linkHash, NO_HASH, rowHash, rowsOf } from './record-rows.js';

export interface Verified {
  /** Places of the chain, and of them rows of each record, and rows whose own time was up. */
  links: number;
  readings: number;
  events: number;
  purged: number;
  /** Rows that have no place yet. */
  unsealed: number;
  head: Head | null;
  /** The first place where something is wrong; null: all of it holds together. */
  broken: Break | null;
}

const AT_ONCE = 2_000;
const DAY_MS = 86_400_000;

type Verifying = Pick<RecordServices, 'db' | 'vault'>;

/**
 * Goes over the whole chain from its first place: every link follows from the one before, every row is what it was when it
 * got its place. `heads`: ends of the chain that were kept elsewhere; each must still be there.
 */
export async function verifyRecords(services: Verifying, heads: readonly Head[] = []): Promise<Verified> {
  const { db } = services;
  const report: Verified = {
    links: 0,
    readings: 0,
    events: 0,
    purged: 0,
    unsealed: 0,
    head: null,
    broken: null,
  };
  const gone = await purgedBefore(db);
  let last: { place: bigint; hash: Uint8Array } = { place: 0n, hash: NO_HASH };
  const kept = new Map(heads.map((head) => [head.place, head]));
  for (;;) {
    const links = await db.auditLink.findMany({
      where: { place: { gt: last.place } },
      orderBy: { place: 'asc' },
      take: AT_ONCE,
    });
    const rows = await rowsOf(db, links);
    for (const link of links) {
      const row = rows.get(`${link.record}/${link.rowId}`);
      const record = link.record as RecordName;
      const found = (what: Break['what']): Verified => ({
        ...report,
        broken: { place: String(what === 'gap' ? last.place + 1n : link.place), what, record },
      });
      if (link.place !== last.place + 1n) return found('gap');
      const head = kept.get(String(link.place));
      if (hex(linkHash(services, last.hash, link)) !== hex(link.hash)) return found('link');
      if (head && head.hash !== hex(link.hash)) return found('link');
      kept.delete(String(link.place));
      if (!row) {
        if (!(link.at < (gone.get(record) ?? new Date(0)))) return found('missing');
        report.purged += 1;
      } else {
        if (hex(rowHash(services, row)) !== hex(link.rowHash)) return found('changed');
        if (row.place !== link.place) return found('moved');
        report[record === 'reading' ? 'readings' : 'events'] += 1;
      }
      report.links += 1;
      report.head = { place: String(link.place), hash: hex(link.hash), at: link.at.toISOString() };
      last = link;
    }
    if (links.length < AT_ONCE) break;
  }
  const [missed] = [...kept.values()];
  if (missed) return { ...report, broken: { place: String(last.place + 1n), what: 'cut', record: null } };
  const unlinked = await firstUnlinked(db, last.place);
  if (unlinked) return { ...report, broken: unlinked };
  report.unsealed =
    (await db.caseAccess.count({ where: { place: null } })) +
    (await db.securityEvent.count({ where: { place: null } }));
  return report;

  /** Until when rows of each record went when their time was up, as events of the chain say. */
  async function purgedBefore(tx: Transaction): Promise<Map<RecordName, Date>> {
    const events = await tx.securityEvent.findMany({
      where: { kind: 'records-purged', place: { not: null } },
      select: { id: true, at: true, data: true },
    });
    const links = await tx.auditLink.findMany({
      where: { record: 'security', rowId: { in: events.map(({ id }) => id) } },
    });
    const rows = await rowsOf(tx, links);
    const asSealed = (link: AuditLink) => {
      const row = rows.get(`security/${link.rowId}`);
      return row !== undefined && hex(rowHash(services, row)) === hex(link.rowHash);
    };
    const sound = new Set(links.filter(asSealed).map(({ rowId }) => rowId));
    const found = new Map<RecordName, Date>();
    for (const { id, at, data } of events) {
      const { record, before } = data as { record: RecordName; before: string };
      const until = new Date(before);
      const young = until.getTime() > at.getTime() - KEPT_AT_LEAST_DAYS * DAY_MS;
      if (sound.has(id) && !young && until > (found.get(record) ?? new Date(0))) found.set(record, until);
    }
    return found;
  }
}

async function firstUnlinked(tx: Transaction, end: bigint): Promise<Break | null> {
  const beyond = {
    where: { place: { gt: end } },
    orderBy: { place: 'asc' },
    select: { place: true },
  } as const;
  const reading = await tx.caseAccess.findFirst(beyond);
  const event = await tx.securityEvent.findFirst(beyond);
  if (reading?.place) return { place: String(reading.place), what: 'unlinked', record: 'reading' };
  return event?.place ? { place: String(event.place), what: 'unlinked', record: 'security' } : null;
}
