import type { Services } from '../../../activities/ports.js';
import { type Actor, actorRef } from '../../../domain/people/actor.js';
import { openQuestion } from '../../../records/calls/question-text.js';
import type { QuestionRow } from '../../../records/calls/questions.js';

/** What was asked, by id. Who opened it, and when, is written down first, as for requests. */
export async function openQuestions(
  services: Services,
  actor: Actor,
  rows: readonly QuestionRow[],
): Promise<Map<string, string>> {
  const at = services.clock.now();
  await services.db.caseAccess.createMany({
    data: rows.map(({ id }) => ({ requestId: id, actor: actorRef(actor), what: 'question', at })),
  });
  return new Map(rows.map((row) => [row.id, openQuestion(services, row)]));
}
