import { PLACE_TAKING_STATUSES } from '../../domain/calls/question-statuses.js';
import { type Refusal, refuse } from '../../domain/result.js';
import type { Recording } from '../recording.js';

/**
 * One person has one question for a call. Where both of two have, they take one back while the call is to come;
 * afterwards what was asked twice stays with the record that goes. Refuses `not-allowed-now`.
 */
export async function joinQuestions(
  { tx, at }: Recording,
  { from, into }: { from: string; into: string },
): Promise<Refusal | null> {
  const takesPlace = { status: { in: PLACE_TAKING_STATUSES } };
  const own = await tx.callQuestion.findMany({
    where: { personId: into, ...takesPlace },
    select: { callId: true },
  });
  const twice = { personId: from, callId: { in: own.map(({ callId }) => callId) }, ...takesPlace };
  const toCome = await tx.callQuestion.count({ where: { ...twice, call: { endsAt: { gt: at } } } });
  if (toCome > 0) return refuse('both-asked-for-one-call');
  await tx.callQuestion.updateMany({ where: { personId: from, NOT: twice }, data: { personId: into } });
  return null;
}
