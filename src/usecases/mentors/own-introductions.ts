import type { Side } from '../../domain/mentors/introduction-state.js';
import { type IntroductionStatus, statusFor } from '../../domain/mentors/introduction-statuses.js';
import type { Actor } from '../../domain/people/actor.js';
import type { Services } from '../../ports/services.js';
import { notToTell } from './introduction-release.js';

/** One of one's own, as lists tell it. */
export interface OwnIntroduction {
  id: string;
  side: Side;
  status: IntroductionStatus;
  topic: string;
  requestId: string | null;
  proposedAt: string;
  answerBy: string | null;
  introducedAt: string | null;
  /** Who the other is, once both have agreed. */
  otherName: string | null;
  /** They have said how it went. */
  answered: boolean;
}

/** Those of somebody signed in, latest first: as requester (of one request, where it is named) and as mentor, once asked. */
export async function ownIntroductions(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  actor: Actor,
  { requestId, side }: { requestId?: string; side?: Side } = {},
): Promise<OwnIntroduction[]> {
  if (actor.kind !== 'person') return [];
  const mine = { requesterId: actor.id, ...(requestId === undefined ? {} : { requestId }) };
  const asMentor = { mentor: { personId: actor.id }, mentorAsked: true };
  const rows = await db.introduction.findMany({
    where: { OR: [...(side === 'mentor' ? [] : [mine]), ...(side === 'requester' ? [] : [asMentor])] },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    take: 20,
    include: {
      requester: { select: { name: true } },
      mentor: { select: { person: { select: { name: true } } } },
    },
  });
  const silent = await notToTell(
    db,
    rows.map(({ id }) => id),
    clock.now(),
  );
  return rows.map((row) => {
    const own: Side = row.requesterId === actor.id ? 'requester' : 'mentor';
    const { answers = {} } = (row.processState ?? {}) as { answers?: Partial<Record<Side, unknown>> };
    const other = own === 'requester' ? row.mentor.person.name : row.requester.name;
    return {
      id: row.id,
      side: own,
      status: statusFor(own, {
        status: row.status as IntroductionStatus,
        mentorAsked: row.mentorAsked,
      }),
      topic: row.topic,
      requestId: row.requestId,
      proposedAt: row.proposedAt.toISOString(),
      answerBy: row.answerBy?.toISOString() ?? null,
      introducedAt: row.introducedAt?.toISOString() ?? null,
      otherName: row.introducedAt && !(own === 'mentor' && silent.has(row.id)) ? other : null,
      answered: answers[own] !== undefined,
    };
  });
}
