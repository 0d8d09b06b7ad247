import type { Actor } from '../../../domain/people/actor.js';
import { may } from '../../../domain/people/permissions.js';
import { callSeriesOf } from '../../../domain/program/lookup.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { Services } from '../../../ports/services.js';
import { isHiddenFrom } from '../../walls/hidden-from.js';
import { mailAboutQuestion } from '../questions.js';

export type QuestionStep = 'asked' | 'agenda-set' | 'call-cancelled' | 'told-absent' | 'converted';

export interface QuestionPast {
  callId: string;
  questionId: string;
  /** Title of its series. */
  callTitle: string;
  callAt: Instant;
  /** What became of it, oldest first. */
  steps: { step: QuestionStep; at: Instant }[];
  /** The request that has come of it. */
  request: { id: string; reference: string; status: string } | null;
}

/** Where a question, and the request that came of it, began and went: one timeline for both. No words of it. */
export async function questionPast(
  services: Services,
  actor: Actor,
  questionId: string,
): Promise<QuestionPast | null> {
  const question = await services.db.callQuestion.findUnique({
    where: { id: questionId },
    include: { call: true },
  });
  const theirs = actor.kind === 'person' && question?.personId === actor.id;
  if (!question || !(theirs || may(actor, 'calls.questions'))) return null;
  const { call, requestId, askedAt } = question;
  const request =
    requestId && !isHiddenFrom(actor, requestId)
      ? await services.db.taRequest.findUnique({
          where: { id: requestId },
          select: { id: true, reference: true, status: true, createdAt: true },
        })
      : null;
  const { program } = services.programs.current();
  const told = await services.db.message.findUnique({
    where: { effectKey: mailAboutQuestion(call.id, question.id, 'asked-but-absent') },
    select: { queuedAt: true },
  });
  const steps: [QuestionStep, Date | null][] = [
    ['asked', askedAt],
    ['agenda-set', call.selectedAt],
    ['call-cancelled', call.cancelledAt],
    ['told-absent', told?.queuedAt ?? null],
    ['converted', request?.createdAt ?? null],
  ];
  return {
    callId: call.id,
    questionId,
    callTitle: callSeriesOf(program, call.seriesId)?.title ?? call.seriesId,
    callAt: call.startsAt.toISOString(),
    steps: steps
      .flatMap(([step, at]) => (at ? [{ step, at: at.toISOString() }] : []))
      .sort((a, b) => a.at.localeCompare(b.at)),
    request: request && { id: request.id, reference: request.reference, status: request.status },
  };
}
