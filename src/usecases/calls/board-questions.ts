import type { CallTopic } from '../../domain/program/call-series.schema.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { withWorksheet } from './questions/question-worksheet.js';
import { ordered, type QuestionRow, questionsOnCall } from './questions.js';
import type { StaffCall } from './staff-call.js';

export interface BoardQuestions {
  /** In the order in which places are given. */
  questions: QuestionRow[];
  /** Askers who passed one of the courses the topic asks for; null where it asks for none. */
  passed: Set<string> | null;
  /** Questions that a worksheet is attached to. */
  withWorksheet: Set<string>;
}

/** The questions on the call, with what staff decide by. */
export async function boardQuestions(services: Services, call: StaffCall): Promise<Result<BoardQuestions>> {
  const refused = refuseUnless(call.actor, 'calls.questions');
  if (refused) return refused;
  const onCall = await questionsOnCall(services.db, call.row.id);
  const questions = ordered(onCall, call.series, call.row.topic as CallTopic);
  const [passed, attached] = await Promise.all([
    passedBy(services, call, questions),
    withWorksheet(
      services.db,
      questions.map(({ id }) => id),
    ),
  ]);
  return ok({ questions, passed, withWorksheet: attached });
}

async function passedBy(
  services: Services,
  { rule }: StaffCall,
  questions: readonly QuestionRow[],
): Promise<Set<string> | null> {
  if (rule.askerNeedsAnyOf.length === 0) return null;
  const rows = await services.db.completion.findMany({
    where: {
      personId: { in: questions.map(({ personId }) => personId) },
      courseId: { in: rule.askerNeedsAnyOf },
      passed: true,
    },
    select: { personId: true },
  });
  return new Set(rows.flatMap(({ personId }) => (personId ? [personId] : [])));
}
