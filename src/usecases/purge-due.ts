import { randomUUID } from 'node:crypto';
import { ENDED_STATUSES } from '../domain/requests/statuses.js';
import { eraseFiles, sweepFiles } from './documents/erase-files.js';
import { moveToFiles } from './documents/move-to-files.js';
import { eraseRequests } from './erasure/erase-requests.js';
import { heldRequests, withoutNewHolds } from './erasure/held.js';
import { PURGE_CALL_STEPS } from './erasure/purge-call-steps.js';
import { purgeEmpty } from './erasure/purge-empty.js';
import { before, type Due, type PurgeServices } from './erasure/purge-step.js';
import { PURGE_STEPS } from './erasure/purge-steps.js';
import { recording } from './recording.js';
import { purgeRecords } from './security/purge-records.js';
import { joined, sql } from './sql.js';
import { dropUnconfirmed } from './subscriptions/drop-unconfirmed.js';

/** How many rows a transaction erases at most. */
const BATCH = 500;
/** Of the statement of a batch, which the database itself ends sooner. */
const PATIENCE = { maxWait: 10_000, timeout: 30_000 };

/** How many of what were erased. */
export type PurgeReport = Record<string, number>;

/**
 * Erases what its time is up for, by the program's retention. Business time, but for what the web keeps by wall time.
 * A request goes with its texts, documents, events and mails; who had read it stays until its own time is up.
 * Batch by batch, each a transaction: whatever stops it, what is left is due the next time. `beat` is called in between.
 */
export async function purgeDue(
  services: PurgeServices,
  { beat = () => undefined, now = services.clock.now() }: { beat?: () => void; now?: Date } = {},
): Promise<PurgeReport> {
  const { db, programs } = services;
  const due: Due = { now, wall: new Date(), retention: programs.current().program.retention };
  const report: PurgeReport = Object.fromEntries(COUNTED.map((kind) => [kind, 0]));
  const count = (kind: string, more: number) => {
    report[kind] = (report[kind] ?? 0) + more;
    beat();
  };
  for (const id of await endedRequests(services, due)) {
    const { counts } = await recording(services, (rec) => eraseRequests(rec, [id], { endedOnly: true }), {
      awaitDelivery: false,
    });
    count('requests', counts.requests ?? 0);
    count('documents', counts.documents ?? 0);
    count('messages', counts.mails ?? 0);
    count('introductions', counts.introductions ?? 0);
  }
  for (const { counts, batch } of [...PURGE_STEPS, ...PURGE_CALL_STEPS]) {
    for (let erased = BATCH; erased >= BATCH; ) {
      const [row] = await db.$transaction(async (tx) => {
        await withoutNewHolds(tx);
        return tx.$queryRaw<{ count: number; mails?: number }[]>`${batch(due, BATCH)}`;
      }, PATIENCE);
      erased = row?.count ?? 0;
      count(counts, erased);
      count('messages', row?.mails ?? 0);
    }
  }
  const records = await purgeRecords({ ...services, clock: { now: () => now } });
  count('accessLog', records.readings);
  count('securityEvents', records.events);
  count('unconfirmedSubscriptions', await dropUnconfirmed(db, now));
  await purgeEmpty(services, due, count);
  await db.erasure.updateMany({
    where: { at: { lt: before(now, due.retention.backupDays) }, digests: { isEmpty: false } },
    data: { digests: [] },
  });
  await note(services, report, now);
  // Last: whatever is to go is gone from the database, also while the store is away.
  count('files', await eraseFiles(services, { beat }));
  count('files', await sweepFiles(services, { before: due.wall, beat }));
  count('movedToFiles', await moveToFiles(services, { moved: beat }));
  return report;
}

/** Requests whose time is up, each with those of its introductions that have ended. */
async function endedRequests({ db }: PurgeServices, { now, retention }: Due): Promise<string[]> {
  const withdrawn = ['withdrawn', 'lapsed'];
  const others = ENDED_STATUSES.filter((status) => !withdrawn.includes(status));
  const rows = await db.$queryRaw<{ id: string }[]>`${sql`
    SELECT id FROM ta_request
    WHERE ((status IN (${joined(withdrawn)}) AND ended_at < ${before(now, retention.withdrawnRequestDays)})
      OR (status IN (${joined(others)}) AND ended_at < ${before(now, retention.closedRequestDays)}))
      AND id NOT IN (${heldRequests}) ORDER BY ended_at, id`}`;
  return rows.map(({ id }) => id);
}

/** A row of the list of erasures, where anything went that was of people. */
async function note({ db }: PurgeServices, report: PurgeReport, at: Date): Promise<void> {
  const counts = Object.fromEntries(
    Object.entries(report).filter(([kind, count]) => count > 0 && !TECHNICAL.includes(kind)),
  );
  if (Object.keys(counts).length === 0) return;
  await db.erasure.create({ data: { id: randomUUID(), at, kind: 'due', actor: 'system', counts } });
}

/** Of these nobody asks what became of them. */
const TECHNICAL = [
  'idempotencyKeys',
  'expiredSignIns',
  'webhookDeliveries',
  'outboxRows',
  'rateCounts',
  'oldHeartbeats',
];

const COUNTED = [
  'requests',
  ...PURGE_STEPS.map(({ counts }) => counts),
  ...PURGE_CALL_STEPS.map(({ counts }) => counts),
  'accessLog',
  'securityEvents',
  'unconfirmedSubscriptions',
  'people',
  'users',
  'organizations',
  'files',
];
