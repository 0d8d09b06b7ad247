import type { MentorDecisionKind } from '../../domain/mentors/mentor.schema.js';
import { isInPool, type MentorStatus, mayBeInvited } from '../../domain/mentors/mentor-statuses.js';
import { introductionWorkflowId } from '../../domain/mentors/workflow-id.js';
import { type Actor, actorRef, isStaff } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { RecordServices, Services } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { staleVersion } from '../stale-version.js';
import { sendInvitation } from './invite-mentor.js';
import { isMentorEventWritten, writeMentorEvent } from './mentor-events.js';
import { lockMentor, type MentorRow } from './mentor-row.js';
import type { MentorView } from './mentor-view.schema.js';
import { queueMentorMail } from './queue-mentor-mail.js';
import { readMentor, visibleMentor } from './read-mentor.js';

const OWN: readonly MentorDecisionKind[] = ['agree', 'decline', 'leave'];

/** What may be decided now about a place in the pool, by whom it is or by staff: what pages offer. */
export function offeredOnMentor(
  { status, invitedUntil }: { status: MentorStatus; invitedUntil: string },
  { staff, now }: { staff: boolean; now: string },
): MentorDecisionKind[] {
  if (staff) {
    return [
      ...(mayBeInvited(status) ? (['invite-again'] as const) : []),
      ...(isInPool(status) || status === 'invited' ? (['remove'] as const) : []),
    ];
  }
  if (status === 'invited') return now <= invitedUntil ? ['agree', 'decline'] : [];
  return isInPool(status) ? ['leave'] : [];
}

/**
 * Joins, declines, leaves; or is invited again, taken off by staff. Done twice it is done once, and the same `commandId` is
 * the same decision. Refuses `not-found`, `forbidden` (it is the other's to decide), `not-allowed-now`, `version-mismatch`.
 */
export async function decideOnMentor(
  services: Services,
  actor: Actor,
  id: string,
  { kind, commandId, ifMatch }: { kind: MentorDecisionKind; commandId: string; ifMatch?: number | undefined },
): Promise<Result<MentorView>> {
  const found = await visibleMentor(services, actor, id);
  if (!found.ok) return found;
  const staff = isStaff(actor);
  if (OWN.includes(kind) === staff) return refuse('not-your-introduction');
  const decided = await recordingOrRefusal(services, async (rec): Promise<Result<null>> => {
    const row = await lockMentor(rec.tx, id);
    if (!row) return refuse('no-such-mentor');
    if (await isMentorEventWritten(rec, { mentorId: id, commandId })) return ok(null);
    const status = row.status as MentorStatus;
    if (status === AFTER[kind] && kind !== 'invite-again') return ok(null);
    const stale = staleVersion(row, ifMatch);
    if (stale) return stale;
    const standing = { status, invitedUntil: row.invitedUntil.toISOString() };
    if (!offeredOnMentor(standing, { staff, now: rec.at.toISOString() }).includes(kind)) {
      return refuse(kind === 'agree' && status === 'invited' ? 'mentor-invitation-over' : 'mentor-not-now');
    }
    if (kind === 'invite-again') await sendInvitation(rec, services, row, { actor, commandId });
    else await change(rec, services, row, { kind, actor, commandId });
    return ok(null);
  });
  return decided.ok ? readMentor(services, actor, id) : decided;
}

/** How it stands after each. */
const AFTER: Record<MentorDecisionKind, MentorStatus> = {
  agree: 'active',
  decline: 'declined',
  leave: 'left',
  remove: 'removed',
  'invite-again': 'invited',
};

const EVENTS = { agree: 'agreed', decline: 'declined', leave: 'left', remove: 'removed' } as const;

async function change(
  rec: Recording,
  services: RecordServices,
  before: MentorRow,
  { kind, actor, commandId }: { kind: keyof typeof EVENTS; actor: Actor; commandId: string },
): Promise<void> {
  const { id } = before;
  const row = await rec.tx.mentor.update({
    where: { id },
    data: {
      status: AFTER[kind],
      ...(kind === 'agree' ? { agreedAt: rec.at } : { endedAt: rec.at }),
      version: { increment: 1 },
    },
  });
  await writeMentorEvent(rec, { mentorId: id, actor: actorRef(actor), type: EVENTS[kind], commandId });
  const effectKey = `mentor/${id}#${EVENTS[kind]}#${row.version}`;
  if (kind === 'agree') {
    return queueMentorMail(rec, services, { kind: 'mentor-joined', row, effectKey });
  }
  if (!isInPool(before.status as MentorStatus)) return;
  const told = kind === 'leave' ? 'mentor-left' : 'mentor-removed';
  await queueMentorMail(rec, services, { kind: told, row, effectKey });
  await tellIntroductions(rec, id);
}

/** What they are being asked, or were to be, ends; whom they have been introduced to they know. */
async function tellIntroductions(rec: Recording, mentorId: string): Promise<void> {
  const rows = await rec.tx.introduction.findMany({
    where: { mentorId, status: { in: ['requester-asked', 'mentor-asked'] } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  const at = rec.at.toISOString();
  for (const { id } of rows) {
    rec.outbox.signal('introductionFact', introductionWorkflowId(id), { v: 1, kind: 'mentor-left', at });
  }
}
