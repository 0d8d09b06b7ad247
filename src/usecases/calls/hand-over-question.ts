import { type CallStatus, UNSETTLED_STATUSES } from '../../domain/calls/call-statuses.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { maySupervise } from '../../domain/program/lookup.js';
import { ok, type Result, refuse, refuseAt } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { hashToken } from '../tokens.js';
import { lockCall } from './call-row.js';
import { convertQuestionToRequest } from './convert-question.js';
import type { HandedOver, Handover } from './handover.schema.js';
import type { QuestionRow } from './questions.js';

/**
 * By one click of its asker (or staff for them) a question becomes a TA request. Done again it is the same request.
 * Refuses `not-found`, `supervisor-required`, `invalid` (a supervisor who can't be), `not-allowed-now`.
 */
export async function convertQuestion(
  services: Services,
  actor: Actor,
  questionId: string,
  handover: Handover = { supervisor: undefined },
): Promise<Result<HandedOver>> {
  const row = await services.db.callQuestion.findUnique({ where: { id: questionId }, include: withKey });
  if (!row || !mayHandOver(actor, row)) {
    return refuse('question-not-yours');
  }
  return convert(services, actor, row, handover);
}

/** The same through the link in the mail. The link alone is nobody: it may have been forwarded. */
export async function convertByToken(
  services: Services,
  actor: Actor,
  token: string,
  handover: Handover = { supervisor: undefined },
): Promise<Result<HandedOver>> {
  const row = await services.db.callQuestion.findFirst({
    where: { handoverTokenHash: hashToken(token) },
    include: withKey,
  });
  if (!row || !mayHandOver(actor, row)) {
    return refuse('question-link-over');
  }
  return convert(services, actor, row, handover);
}

/**
 * Somebody's own question that was handed back to them, by the link in their mail or by its id; null: there is none,
 * or it is another's.
 */
export async function handedBackTo(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  by: { token: string } | { id: string },
): Promise<QuestionRow | null> {
  if (actor.kind !== 'person') return null;
  const where =
    'token' in by
      ? { handoverTokenHash: hashToken(by.token) }
      : { id: by.id, handoverTokenHash: { not: null } };
  const row = await db.callQuestion.findFirst({ where, include: withKey });
  return row?.personId === actor.id ? row : null;
}

function mayHandOver(actor: Actor, { personId }: QuestionRow): boolean {
  return (actor.kind === 'person' && personId === actor.id) || may(actor, 'calls.questions');
}

async function convert(
  services: Services,
  actor: Actor,
  { id, callId }: QuestionRow,
  { supervisor }: Handover,
): Promise<Result<HandedOver>> {
  const { program } = services.programs.current();
  if (supervisor && !maySupervise(program, supervisor.role)) {
    return refuseAt('/supervisor/role', 'supervisor-role');
  }
  return recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    // The automatic hand-over takes the same lock: one of the two makes the request.
    const call = await lockCall(tx, callId);
    const question = await tx.callQuestion.findUnique({ where: { id }, include: withKey });
    if (!call || !question) return refuse('question-gone');
    if (question.requestId) {
      const made = await tx.taRequest.findUniqueOrThrow({
        where: { id: question.requestId },
        include: withKey,
      });
      return ok({ requestId: made.id, reference: made.reference, questionId: id });
    }
    const open = UNSETTLED_STATUSES.includes(call.status as CallStatus);
    if (open || (question.status === 'selected' && rec.at < call.endsAt)) {
      return refuse('may-still-be-discussed');
    }
    const named = supervisor
      ? {
          supervisorName: supervisor.name,
          supervisorEmail: supervisor.email,
          supervisorRole: supervisor.role,
        }
      : {};
    const made = await convertQuestionToRequest(rec, services, {
      question: { ...question, ...named },
      by: actorRef(actor),
    });
    return made.ok ? ok({ requestId: made.value.id, reference: made.value.reference, questionId: id }) : made;
  });
}
