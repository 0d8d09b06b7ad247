import { randomUUID } from 'node:crypto';
import { type Actor, isStaff } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Instant } from '../../domain/time/instant.js';
import type { RecordServices, Services } from '../../ports/services.js';
import { collectedFor } from '../digest/collected-for.js';
import { programFacts } from '../mail/program-facts.js';
import { queueMessage } from '../mail/queue-message.js';
import type { Recording } from '../recording.js';
import { type Sql, sql } from '../sql.js';
import { notHidden } from '../walls/hidden-from.js';
import type { RequestRow } from './request-row.js';

/** Who is named in a note, as a mail finds them. */
export interface ToMention {
  id: string;
  email: string;
  mailAtOnce: boolean;
}

/** Keeps whom a note names and tells each, in the transaction that writes the note. The mail says nothing of it. */
export async function mention(
  rec: Recording,
  services: RecordServices,
  { row, textId, staff }: { row: RequestRow; textId: string; staff: readonly ToMention[] },
): Promise<void> {
  if (staff.length === 0) return;
  const { at } = rec;
  await rec.tx.mention.createMany({
    data: staff.map(({ id }) => ({ id: randomUUID(), requestId: row.id, staffId: id, textId, at })),
  });
  for (const { id, email, mailAtOnce } of staff) {
    const to = [{ email, digest: !mailAtOnce }];
    await queueMessage(rec, services, {
      kind: 'mentioned',
      aboutId: row.id,
      to: [email],
      collectedFor: collectedFor(services, { kind: 'mentioned', to, reminded: { urgent: row.urgent } }),
      effectKey: `mentioned#${textId}#${id}`,
      data: {
        ...programFacts(services),
        reference: row.reference,
        link: `${services.appUrl}/staff/requests/${row.id}`,
        audience: 'staff',
      },
    });
  }
}

/** Requests `r` with a note that names this member of staff, who has not read them since. */
export const mentionsOf = (staffId: string): Sql =>
  sql`EXISTS (SELECT FROM mention m WHERE m.request_id = r.id AND m.staff_id = ${staffId}::uuid AND m.read_at IS NULL)`;

/** Whoever reads the case has read the notes that name them. */
export async function mentionsRead({ db, clock }: Services, actor: Actor, requestId: string): Promise<void> {
  if (actor.kind !== 'user') return;
  const mine = { requestId, staffId: actor.id, readAt: null };
  await db.mention.updateMany({ where: mine, data: { readAt: clock.now() } });
}

export interface UnreadMention {
  requestId: string;
  reference: string;
  at: Instant;
}

/** As many as are named one by one. */
const MOST_SHOWN = 10;

/** Requests with notes that name whoever asks and that they have not read, the latest first. */
export async function unreadMentions(
  { db }: Services,
  actor: Actor,
): Promise<Result<{ items: UnreadMention[]; count: number }>> {
  if (!isStaff(actor)) return refuse('only-staff-decide');
  if (actor.kind !== 'user') return ok({ items: [], count: 0 });
  const rows = await db.$queryRaw<{ id: string; reference: string; at: Date; count: number }[]>`
    SELECT r.id::text, r.reference, max(m.at) AS at, (count(*) OVER ())::int AS count
    FROM mention m JOIN ta_request r ON r.id = m.request_id
    WHERE m.staff_id = ${actor.id}::uuid AND m.read_at IS NULL AND ${notHidden(actor)}
    GROUP BY r.id ORDER BY max(m.at) DESC, r.id LIMIT ${MOST_SHOWN}`;
  const items = rows.map(({ id, reference, at }) => ({ requestId: id, reference, at: at.toISOString() }));
  return ok({ items, count: rows[0]?.count ?? 0 });
}
