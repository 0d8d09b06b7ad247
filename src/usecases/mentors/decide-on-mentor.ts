import type { MentorDecisionKind } from '../../domain/mentors/mentor.schema.js';
import { isInPool, type MentorStatus, mayBeInvited } from '../../domain/mentors/mentor-statuses.js';
import { introductionWorkflowId } from '../../domain/mentors/workflow-id.js';
import { type Actor, actorRef, isStaff } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { RecordServices, Services } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { isInvitation, sendInvitation } from './invite-mentor.js';
import { writeMentorEvent } from './mentor-events.js';
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
 * Joins, declines, leaves; or is invited again, taken off by staff. Done twice it is done once; of invitations those of
 * one `commandId` are one. Refuses `not-found`, `forbidden` (it is the other's to decide), `not-allowed-now`.
 */
export async function decideOnMentor(
  services: Services,
  actor: Actor,
  id: string,
  { kind, commandId }: { kind: MentorDecisionKind; commandId: string },
): Promise<Result<MentorView>> {
  const found = await visibleMentor(services, actor, id);
  if (!found.ok) return found;
  const staff = isStaff(actor);
  if (OWN.includes(kind) === staff) return refuse('not-your-introduction');
  const decided = await recordingOrRefusal(services, async (rec): Promise<Result<null>> => {
    const row = await lockMentor(rec.tx, id);
    if (!row) return refuse('no-such-mentor');
    const status = row.status as MentorStatus;
    if (kind === 'invite-again' ? await isInvitation(rec, commandId) : status === AFTER[kind])
      return ok(null);
    const standing = { status, invitedUntil: row.invitedUntil.toISOString() };
    if (!offeredOnMentor(standing, { staff, now: rec.at.toISOString() }).includes(kind)) {
      return refuse(kind === 'agree' && status === 'invited' ? 'mentor-invitation-over' : 'mentor-not-now');
    }
    if (kind === 'invite-again') await sendInvitation(rec, services, row, { actor, commandId });
    else await change(rec, services, row, { kind, actor });
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
  { kind, actor }: { kind: keyof typeof EVENTS; actor: Actor },
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
  await writeMentorEvent(rec, { mentorId: id, actor: actorRef(actor), type: EVENTS[kind] });
  const effectKey = `mentor/${id}#${EVENTS[kind]}#${row.version}`;
  if (kind === 'agree') {
    return queueMentorMail(rec, services, { kind: 'mentor-joined', row, effectKey });
  }
  if (kind === 'remove' && before.status === 'active') {
    await queueMentorMail(rec, services, { kind: 'mentor-removed', row, effectKey });
  }
  if (isInPool(before.status as MentorStatus)) await tellIntroductions(rec, id);
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
