import { type CallStatus, isLive } from '../../domain/calls/call-statuses.js';
import { isStanding, type QuestionStatus } from '../../domain/calls/question-statuses.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { wasThere } from './attendance.js';
import type { CallRow } from './call-row.js';
import { callsForLegal } from './questions/move-question.js';
import { withWorksheet } from './questions/question-worksheet.js';
import type { QuestionRow } from './questions.js';
import type { StaffCall } from './staff-call.js';

/** A question of this call. */
export async function staffQuestion(
  services: Services,
  call: StaffCall,
  id: string,
): Promise<Result<QuestionRow>> {
  const refused = refuseUnless(call.actor, 'calls.questions');
  if (refused) return refused;
  const question = await services.db.callQuestion.findUnique({ where: { id }, include: withKey });
  return question?.callId === call.row.id ? ok(question) : refuse('nothing-here');
}

export interface QuestionPlace {
  /** Of one that was on the agenda, whether its asker was there; null: not on it, or not known. */
  there: boolean | null;
  movable: boolean;
  /** A worksheet is attached to it. */
  worksheet: boolean;
  /** Calls it can be moved to. */
  targets: CallRow[];
}

/** Where a question stands, and may go. */
export async function placeOfQuestion(
  services: Services,
  { actor, row, series }: StaffCall,
  question: QuestionRow,
): Promise<Result<QuestionPlace>> {
  const refused = refuseUnless(actor, 'calls.questions');
  if (refused) return refused;
  const at = services.clock.now();
  const stands = isStanding(question.status as QuestionStatus);
  const movable = stands && isLive(row.status as CallStatus) && row.startsAt > at;
  return ok({
    there: question.status === 'selected' ? (await wasThere(services.db, row))(question.personId) : null,
    movable,
    worksheet: (await withWorksheet(services.db, [question.id])).has(question.id),
    targets: movable ? await callsForLegal(services.db, row, { series, at }) : [],
  });
}
