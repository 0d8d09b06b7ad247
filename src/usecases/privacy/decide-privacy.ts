import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import type { PrivacyDecision } from '../../domain/privacy/privacy-decision.schema.js';
import { privacyWorkflowId } from '../../domain/privacy/workflow-id.js';
import { ENDED_STATUSES } from '../../domain/requests/statuses.js';
import { ok, type Refusal, type Result, refuse } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { type HandErasures, previewErasure } from '../erasure/erase-by-hand.js';
import type { Erased } from '../erasure/erase-person.js';
import type { Recording } from '../recording.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { recordSecurity } from '../security/record-security.js';
import { mailPerson } from './privacy-mails.js';
import { lockPrivacy, type PrivacyRow, privacyView, sealWords, withPerson } from './privacy-row.js';
import type { PrivacyView } from './privacy-view.schema.js';
import { readPrivacy } from './read-privacy.js';

const DAY_MS = 86_400_000;

/**
 * Staff carry a wish out or refuse it; whose it is takes it back. A copy can be fetched at once. An erasure is carried out by
 * its process, once the last mail has left. Refuses `forbidden`, `not-found`, `not-allowed-now` (it is decided; something
 * keeps what would be erased).
 */
export async function decidePrivacy(
  services: Services,
  actor: Actor,
  id: string,
  decision: PrivacyDecision,
): Promise<Result<PrivacyView>> {
  const found = await readPrivacy(services, actor, id);
  if (!found.ok) return found;
  const reader = may(actor, 'privacy.decide') ? 'staff' : 'self';
  if (decision.kind === 'withdraw' ? reader === 'staff' : reader === 'self')
    return refuse('wish-not-yours-to-decide');
  const preview =
    decision.kind === 'carry-out' && found.value.kind === 'erasure'
      ? await erasureOf(services, actor, id)
      : null;
  if (preview && !preview.ok) return preview;
  return recordingOrRefusal(services, async (rec) => {
    const row = await lockPrivacy(rec, id);
    if (!row) return refuse('no-such-wish');
    const waits = row.status === 'open' || (row.status === 'unconfirmed' && decision.kind === 'withdraw');
    if (!waits) return refuse('wish-is-decided');
    const change = changeBy(services, rec, row, decision);
    const decided = await rec.tx.privacyRequest.update({
      where: { id },
      data: { ...change, tokenHash: null, decidedAt: rec.at, decidedBy: actorRef(actor) },
      include: withPerson,
    });
    const to = await addressOf(rec.tx, row);
    if (to !== null && decision.kind !== 'withdraw') {
      await mailPerson(rec, services, {
        kind: change.status === 'erasing' ? 'privacy-last' : 'privacy-answered',
        id,
        to,
        path: change.status === 'erasing' ? '/' : '/my/data',
        effectKey: lastMailOf(id, decision),
      });
    }
    if (row.status === 'open') rec.outbox.signal('privacyChanged', privacyWorkflowId(id), { v: 1 });
    const data = { what: row.kind, outcome: change.status };
    await recordSecurity(rec.tx, services, { kind: 'privacy-decided', actor, about: `privacy:${id}`, data });
    return ok(privacyView(services, decided, reader));
  });
}

/** By which the process finds it again: what comes after it waits until it has left. */
export const lastMailOf = (id: string, { kind }: Pick<PrivacyDecision, 'kind'>) =>
  `${privacyWorkflowId(id)}#${kind}`;

function changeBy(
  services: Services,
  { at }: Recording,
  row: PrivacyRow,
  decision: PrivacyDecision,
): {
  status: string;
  reason?: string;
  sealed?: Uint8Array<ArrayBuffer> | null;
  copyUntil?: Date;
  nextDueAt?: Date | null;
} {
  if (decision.kind === 'withdraw') return { status: 'withdrawn', nextDueAt: null };
  const sealed = sealWords(services, row, decision.words);
  if (decision.kind === 'refuse') {
    return { status: 'refused', reason: decision.reason, sealed, nextDueAt: null };
  }
  // Its process looks at once.
  if (row.kind === 'erasure') return { status: 'erasing', sealed, nextDueAt: at };
  const { copyDays } = services.programs.current().program.privacy;
  const copyUntil = new Date(at.getTime() + copyDays * DAY_MS);
  return { status: decision.partly ? 'partly' : 'done', sealed, copyUntil, nextDueAt: null };
}

/** What an erasure would do now, and what keeps it from being done. For staff. */
export async function erasureOf(
  services: HandErasures & Pick<Services, 'vault'>,
  actor: Actor,
  id: string,
): Promise<Result<Erased>> {
  if (!may(actor, 'erasures.make')) return refuse('only-directors-erase');
  const row = await services.db.privacyRequest.findUnique({ where: { id } });
  const email = row && (await addressOf(services.db, row));
  if (!row || email === null) return refuse('no-such-wish');
  return (await openWorkOf(services.db, row)) ?? previewErasure(services, actor, { person: email });
}

/** A request of theirs that is open is worked on for them: it ends first, by them or by staff. */
export async function openWorkOf(
  db: Transaction,
  { personId }: Pick<PrivacyRow, 'personId'>,
): Promise<Refusal | null> {
  const open = await db.taRequest.count({
    where: { requesterId: personId ?? '', status: { notIn: ENDED_STATUSES } },
  });
  return open > 0 ? refuse('erasure-waits-for-requests', { open }) : null;
}

/** An address under which they can be written to; null: they have none any more. */
export async function addressOf(
  tx: Transaction,
  { personId }: Pick<PrivacyRow, 'personId'>,
): Promise<string | null> {
  if (personId === null) return null;
  const [found] = await tx.personEmail.findMany({
    where: { personId },
    orderBy: [{ verifiedAt: { sort: 'desc', nulls: 'last' } }, { email: 'asc' }],
    take: 1,
  });
  return found?.email ?? null;
}
