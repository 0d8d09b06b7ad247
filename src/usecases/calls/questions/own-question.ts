import type { Actor } from '../../../domain/people/actor.js';
import { may } from '../../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../../domain/result.js';
import type { Transaction } from '../../../ports/database.js';
import type { Services } from '../../../ports/services.js';
import { withKey } from '../../data-keys.js';
import type { QuestionRow } from '../questions.js';
import { shownQuestion } from './open-questions.js';
import type { QuestionView } from './question-view.schema.js';

/** The question, if it is the actor's own or they are staff: what they may not see is not there. */
export async function ownQuestion(
  tx: Transaction,
  actor: Actor,
  { callId, questionId }: { callId: string; questionId: string },
): Promise<Result<QuestionRow>> {
  const row = await tx.callQuestion.findUnique({ where: { id: questionId }, include: withKey });
  const theirs = actor.kind === 'person' && row?.personId === actor.id;
  if (!row || row.callId !== callId || !(theirs || may(actor, 'calls.questions'))) {
    return refuse('question-not-yours');
  }
  return ok(row);
}

export async function getQuestion(
  services: Services,
  actor: Actor,
  ids: { callId: string; questionId: string },
): Promise<Result<QuestionView>> {
  const found = await ownQuestion(services.db, actor, ids);
  return found.ok ? ok(await shownQuestion(services, actor, found.value)) : found;
}
