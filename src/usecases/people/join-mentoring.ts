import { LIVE_INTRODUCTIONS } from '../../domain/mentors/introduction-statuses.js';
import { type Refusal, refuse } from '../../domain/result.js';
import type { Recording } from '../recording.js';

/**
 * Two records of one person: their place in the pool and their introductions. Where both have a place, that of the one
 * who stays counts, unless only the other is in the pool. Refuses `not-allowed-now`: one is being introduced to the other.
 */
export async function joinMentoring(
  { tx }: Recording,
  { from, into }: { from: string; into: string },
): Promise<Refusal | null> {
  const between = {
    status: { in: LIVE_INTRODUCTIONS },
    OR: [
      { requesterId: from, mentor: { personId: into } },
      { requesterId: into, mentor: { personId: from } },
    ],
  };
  if ((await tx.introduction.count({ where: between })) > 0) return refuse('one-mentors-the-other');
  await tx.introduction.updateMany({ where: { requesterId: from }, data: { requesterId: into } });
  const [other, own] = await Promise.all(
    [from, into].map((personId) => tx.mentor.findUnique({ where: { personId } })),
  );
  if (!other) return null;
  if (!own) {
    await tx.mentor.update({ where: { id: other.id }, data: { personId: into } });
    return null;
  }
  const stays = other.status === 'active' && own.status !== 'active' ? other : own;
  const goes = stays === own ? other : own;
  await tx.introduction.updateMany({ where: { mentorId: goes.id }, data: { mentorId: stays.id } });
  await tx.mentor.delete({ where: { id: goes.id } });
  await tx.mentor.update({ where: { id: stays.id }, data: { personId: into } });
  return null;
}
