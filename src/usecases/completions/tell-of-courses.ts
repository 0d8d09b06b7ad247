import { OPEN_STATUSES } from '../../domain/requests/statuses.js';
import type { Recording } from '../recording.js';
import { tellRequest } from '../requests/tell-request.js';

/** Tells a person's open requests of courses that are passed: those that wait for one go on by it. */
export async function tellOfCourses(
  rec: Recording,
  personId: string,
  courseIds: readonly string[],
): Promise<void> {
  if (courseIds.length === 0) return;
  const { tx, at } = rec;
  const open = { requesterId: personId, status: { in: OPEN_STATUSES } };
  // Somebody who completes a training comes first at high volume, with what they have open too.
  await tx.taRequest.updateMany({
    where: { ...open, completedTraining: false },
    data: { completedTraining: true },
  });
  const waiting = await tx.taRequest.findMany({
    where: {
      ...open,
      OR: [{ status: 'awaiting-prerequisites' }, { waitingFor: { hasSome: [...courseIds] } }],
    },
    select: { id: true, episode: true },
    orderBy: { id: 'asc' },
  });
  for (const request of waiting) {
    for (const courseId of courseIds) {
      tellRequest(rec, request, { v: 1, kind: 'course-completed', courseId, at: at.toISOString() });
    }
  }
}
