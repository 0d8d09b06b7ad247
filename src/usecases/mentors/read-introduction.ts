import type { IntroductionState, Side } from '../../domain/mentors/introduction-state.js';
import { type IntroductionStatus, statusFor } from '../../domain/mentors/introduction-statuses.js';
import { fieldOf, type IntroductionField } from '../../domain/mentors/introduction-texts.js';
import { introductionWorkflowId } from '../../domain/mentors/workflow-id.js';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { noteOtherReadings } from '../security/note-readings.js';
import { isHiddenFrom } from '../walls/hidden-from.js';
import { addressOf } from './address-of.js';
import { mayTellMentor } from './introduction-release.js';
import { type IntroductionRow, stateOf } from './introduction-row.js';
import { introductionText } from './introduction-text.js';
import type { IntroductionView } from './introduction-view.schema.js';

/** An introduction, and as whom somebody sees it. */
export interface SeenIntroduction {
  row: IntroductionRow & { mentor: { personId: string; email: string } };
  side: Side | 'staff';
}

/** Staff see all; a requester their own; a mentor theirs from when they were asked. Others: there is none. */
export async function visibleIntroduction(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  id: string,
): Promise<Result<SeenIntroduction>> {
  const row = await db.introduction.findUnique({
    where: { id },
    include: { mentor: { select: { personId: true, email: true } }, ...withKey },
  });
  const gone = refuse('no-such-introduction');
  if (!row || isHiddenFrom(actor, row.requestId)) return gone;
  if (may(actor, 'mentors.keep')) return ok({ row, side: 'staff' });
  if (actor.kind !== 'person') return gone;
  if (row.requesterId === actor.id) return ok({ row, side: 'requester' });
  return row.mentorAsked && row.mentor.personId === actor.id ? ok({ row, side: 'mentor' }) : gone;
}

/** An introduction with what its reader may know of it. Staff reading what people said of it is logged. */
export async function readIntroduction(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<IntroductionView>> {
  const found = await visibleIntroduction(services, actor, id);
  if (!found.ok) return found;
  const { row, side } = found.value;
  const { db } = services;
  const state = stateOf(row);
  const met = row.introducedAt !== null || side === 'staff';
  const told = met && (side !== 'mentor' || (await mayTellMentor(db, row, services.clock.now())));
  const request = row.requestId
    ? await db.taRequest.findUnique({ where: { id: row.requestId }, select: { id: true, reference: true } })
    : null;
  const requester = await db.person.findUniqueOrThrow({ where: { id: row.requesterId } });
  const self = `/api/v1/introductions/${id}`;
  return ok({
    id,
    side,
    status: statusFor(side, {
      status: row.status as IntroductionStatus,
      mentorAsked: row.mentorAsked,
    }),
    topic: row.topic,
    request: side === 'mentor' ? null : request,
    requester:
      told || side === 'requester' ? await whoIs(services, row.requesterId, row.requesterEmail) : null,
    requesterRole: requester.role,
    mentor: met || side === 'mentor' ? await whoIs(services, row.mentor.personId, row.mentor.email) : null,
    mentorId: side === 'staff' ? row.mentorId : null,
    sameOrganization: row.sameOrganization,
    proposedAt: row.proposedAt.toISOString(),
    answerBy: row.answerBy?.toISOString() ?? null,
    introducedAt: row.introducedAt?.toISOString() ?? null,
    followedUpAt: row.followedUpAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    endReason: side === 'staff' && row.status === 'ended' ? await endReasonOf(services, id) : null,
    answers: answersFor(state, side),
    texts: await textsFor(services, actor, { row, side }),
    version: row.version,
    links: { self, decisions: `${self}/decisions` },
  });
}

function answersFor(state: IntroductionState | null, side: Side | 'staff'): IntroductionView['answers'] {
  const of = (one: Side) => (side === 'staff' || side === one ? (state?.answers[one] ?? null) : null);
  return { requester: of('requester'), mentor: of('mentor') };
}

/** Their own each; staff read both. */
async function textsFor(services: Services, actor: Actor, { row, side }: SeenIntroduction) {
  const own = side === 'staff' ? null : [fieldOf(side, 'reason'), fieldOf(side, 'comment')];
  const texts = await services.db.introductionText.findMany({
    where: { introductionId: row.id, status: 'effective', ...(own ? { field: { in: own } } : {}) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 20,
  });
  if (side === 'staff' && texts.length > 0) {
    await noteOtherReadings(services, actor, { owner: 'introduction', what: 'introduction', ids: [row.id] });
  }
  return texts.map((text) => ({
    field: text.field as IntroductionField,
    body: introductionText.open(services, row, text),
    at: text.createdAt.toISOString(),
  }));
}

async function whoIs({ db }: Pick<Services, 'db'>, personId: string, email: string) {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { organization: { select: { name: true } } },
  });
  return { ...(await addressOf(db, personId, email)), organization: person.organization?.name ?? null };
}

async function endReasonOf({ db }: Services, id: string): Promise<IntroductionView['endReason']> {
  const event = await db.processEvent.findFirst({
    where: { workflowId: introductionWorkflowId(id), type: 'ended' },
    orderBy: { seq: 'desc' },
  });
  const { reason } = (event?.data ?? {}) as { reason?: IntroductionView['endReason'] };
  return reason ?? null;
}
