import { type Actor, actorRef } from '../../../domain/people/actor.js';
import type { Services } from '../../../ports/services.js';
import { noteOtherReadings } from '../../security/note-readings.js';
import { openQuestion } from '../question-text.js';
import type { QuestionRow } from '../questions.js';
import { questionView } from './question-view.js';
import type { QuestionView } from './question-view.schema.js';

/**
 * What was asked, by id. Who opened it, and when, is written down first, as for requests. A page that refreshes by
 * itself says within how many milliseconds looking again is the same look.
 */
export async function openQuestions(
  services: Services,
  actor: Actor,
  rows: readonly QuestionRow[],
  { sameLookMs = 0 }: { sameLookMs?: number } = {},
): Promise<Map<string, string>> {
  const at = services.clock.now();
  const since = new Date(at.getTime() - sameLookMs);
  const known = sameLookMs
    ? await services.db.caseAccess.findMany({
        where: {
          actor: actorRef(actor),
          what: 'question',
          requestId: { in: rows.map(({ id }) => id) },
          at: { gt: since },
        },
        select: { requestId: true },
      })
    : [];
  const seen = new Set(known.map(({ requestId }) => requestId));
  const ids = rows.map(({ id }) => id).filter((id) => !seen.has(id));
  await noteOtherReadings(services, actor, { owner: 'question', what: 'question', ids });
  return new Map(rows.map((row) => [row.id, openQuestion(services, row)]));
}

/** One question with its words, for an answer or a page. The reading is written down. */
export async function shownQuestion(
  services: Services,
  actor: Actor,
  row: QuestionRow,
): Promise<QuestionView> {
  return questionView(row, (await openQuestions(services, actor, [row])).get(row.id) ?? '');
}
