import type { QuestionStatus } from '../../domain/calls/question-statuses.js';
import type { Actor } from '../../domain/people/actor.js';
import { ok, type Result } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import type { CallRow } from './call-row.js';

export interface CountedOnCall {
  /** By status. */
  questions: { status: QuestionStatus; n: number }[];
  attendance: { ambiguous: boolean; n: number }[];
  /** Approved registrants of its series. */
  approved: number;
}

/** How many asked, were there, and may come. */
export async function countOnCall(
  services: Services,
  actor: Actor,
  { id: callId, seriesId }: Pick<CallRow, 'id' | 'seriesId'>,
): Promise<Result<CountedOnCall>> {
  const refused = refuseUnless(actor, 'calls.decide');
  if (refused) return refused;
  const { db } = services;
  const [questions, attendance, approved] = await Promise.all([
    db.callQuestion.groupBy({ by: ['status'], where: { callId }, _count: true }),
    db.callAttendance.groupBy({ by: ['ambiguous'], where: { callId }, _count: true }),
    db.callRegistration.count({ where: { seriesId, status: 'approved' } }),
  ]);
  return ok({
    questions: questions.map(({ status, _count }) => ({ status: status as QuestionStatus, n: _count })),
    attendance: attendance.map(({ ambiguous, _count }) => ({ ambiguous, n: _count })),
    approved,
  });
}
