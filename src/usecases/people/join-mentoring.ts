import {
  type IntroductionStatus,
  LIVE_INTRODUCTIONS,
  stageOf,
} from '../../domain/mentors/introduction-statuses.js';
import { introductionWorkflowId } from '../../domain/mentors/workflow-id.js';
import { type Refusal, refuse } from '../../domain/result.js';
import { lockRows } from '../lock.js';
import { writeMentorEvent } from '../mentors/mentor-events.js';
import { lockMentorsOf } from '../mentors/mentor-row.js';
import type { Recording } from '../recording.js';

/**
 * Two records of one person: their place in the pool and their introductions. Where both have a place, that of the one
 * who stays counts, unless only the other is in the pool; its past and its links go on with it. Of two introductions that
 * are of the same two people by now the one that has come further goes on, and the links of the other lead there.
 * The caller holds both people; then mentors are locked, then introductions (`mentor-row.ts`).
 * Refuses `not-allowed-now`: one is being introduced to the other.
 */
export async function joinMentoring(
  rec: Recording,
  { from, into, actor }: { from: string; into: string; actor: string },
): Promise<Refusal | null> {
  const { tx } = rec;
  const mentors = await lockMentorsOf(tx, [from, into]);
  const held = await lockRows<{ id: string }>(tx)`
    SELECT i.id FROM introduction i JOIN mentor m ON m.id = i.mentor_id
    WHERE i.requester_id IN (${from}::uuid, ${into}::uuid) OR m.person_id IN (${from}::uuid, ${into}::uuid)
    ORDER BY i.id FOR UPDATE OF i`;
  const between = {
    status: { in: LIVE_INTRODUCTIONS },
    OR: [
      { requesterId: from, mentor: { personId: into } },
      { requesterId: into, mentor: { personId: from } },
    ],
  };
  if ((await tx.introduction.count({ where: between })) > 0) return refuse('one-mentors-the-other');
  await tx.introduction.updateMany({ where: { requesterId: from }, data: { requesterId: into } });
  const [other, own] = [from, into].map((personId) => mentors.find((one) => one.personId === personId));
  if (other && !own) await tx.mentor.update({ where: { id: other.id }, data: { personId: into } });
  if (other && own) {
    const stays = other.status === 'active' && own.status !== 'active' ? other : own;
    const goes = stays === own ? other : own;
    const [ofGoing, toStaying] = [{ mentorId: goes.id }, { mentorId: stays.id }];
    await tx.introduction.updateMany({ where: ofGoing, data: toStaying });
    await tx.mentoringLink.updateMany({ where: ofGoing, data: toStaying });
    await tx.mentorEvent.updateMany({ where: ofGoing, data: toStaying });
    await tx.message.updateMany({ where: { aboutId: goes.id }, data: { aboutId: stays.id } });
    await tx.mentor.delete({ where: { id: goes.id } });
    await tx.mentor.update({ where: { id: stays.id }, data: { personId: into, version: { increment: 1 } } });
    await writeMentorEvent(rec, { mentorId: stays.id, actor, type: 'joined' });
  }
  if (held.length > 0) await endThoseOfTheSameTwo(rec, held);
  return null;
}

async function endThoseOfTheSameTwo(rec: Recording, held: readonly { id: string }[]): Promise<void> {
  const { tx, at, outbox } = rec;
  const rows = await tx.introduction.findMany({
    where: { id: { in: held.map(({ id }) => id) }, status: { in: LIVE_INTRODUCTIONS } },
    select: { id: true, mentorId: true, requesterId: true, status: true },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
  });
  const stage = ({ status }: { status: string }) => stageOf(status as IntroductionStatus);
  const goesOn = new Map<string, string>();
  for (const { id, mentorId, requesterId } of rows.sort((one, other) => stage(other) - stage(one))) {
    const kept = goesOn.get(`${mentorId}/${requesterId}`);
    if (kept === undefined) {
      goesOn.set(`${mentorId}/${requesterId}`, id);
      continue;
    }
    await tx.mentoringLink.updateMany({ where: { introductionId: id }, data: { introductionId: kept } });
    const fact = { v: 1, kind: 'joined', at: at.toISOString() } as const;
    outbox.signal('introductionFact', introductionWorkflowId(id), fact);
  }
}
