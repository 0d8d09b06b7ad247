import { OUT_STATUSES } from '../../domain/calls/registration-statuses.js';
import type { Database } from '../../ports/database.js';

const DAY_MS = 86_400_000;
/** Who was in a call's meeting is for the call itself; this is for calls whose attendance never became known. */
const PRESENCE_DAYS = 1;

export type CallPurgeReport = Record<
  | 'callPresence'
  | 'callQuestions'
  | 'callAttendance'
  | 'callTexts'
  | 'callPollAnswers'
  | 'callRegistrations'
  | 'callRegistrationReplies',
  number
>;

/**
 * Erases what people said and did about calls, each by its own time; calls themselves stay, with their dates and
 * topics. A registration goes once it has been denied or revoked for long enough; of others staff's words in old
 * decisions go, while those of the decision that stands stay with it.
 */
export async function purgeCalls(
  db: Database,
  {
    retention,
    now,
  }: {
    retention: { callQuestionDays: number; callRecordDays: number; endedRegistrationDays: number };
    now: Date;
  },
): Promise<CallPurgeReport> {
  const before = (days: number) => ({ lt: new Date(now.getTime() - days * DAY_MS) });
  const call = { endsAt: before(retention.callRecordDays) };
  const old = await db.call.findMany({ where: call, select: { id: true } });
  const callId = { in: old.map(({ id }) => id) };
  const ended = {
    status: { in: OUT_STATUSES },
    decidedAt: before(retention.endedRegistrationDays),
  };
  const latest = await db.callRegistrationEvent.groupBy({ by: ['registrationId'], _max: { seq: true } });
  const standing = new Set(latest.map(({ registrationId, _max }) => `${registrationId}#${_max.seq}`));
  const spoken = await db.callRegistrationEvent.findMany({
    where: { sealedReason: { not: null }, at: before(retention.endedRegistrationDays) },
    select: { id: true, registrationId: true, seq: true },
  });
  const superseded = spoken.filter(({ registrationId, seq }) => !standing.has(`${registrationId}#${seq}`));
  const [presence, questions, attendance, texts, words, answers, , registrations, replies] =
    await db.$transaction([
      db.callPresence.deleteMany({ where: { call: { endsAt: before(PRESENCE_DAYS) } } }),
      // One that became a request lives on there, by that one's retention.
      db.callQuestion.deleteMany({ where: { call: { endsAt: before(retention.callQuestionDays) } } }),
      db.callAttendance.deleteMany({ where: { call } }),
      db.callText.deleteMany({ where: { callId } }),
      db.call.updateMany({
        where: { ...call, OR: [{ sealedRecap: { not: null } }, { sealedReason: { not: null } }] },
        data: { sealedRecap: null, sealedReason: null },
      }),
      db.callPollAnswer.deleteMany({ where: { callId } }),
      db.callRegistrant.deleteMany({ where: { registration: ended } }),
      db.callRegistration.deleteMany({ where: ended }),
      db.callRegistrationEvent.updateMany({
        where: { id: { in: superseded.map(({ id }) => id) } },
        data: { sealedReason: null },
      }),
    ]);
  return {
    callPresence: presence.count,
    callQuestions: questions.count,
    callAttendance: attendance.count,
    callTexts: texts.count + words.count,
    callPollAnswers: answers.count,
    callRegistrations: registrations.count,
    callRegistrationReplies: replies.count,
  };
}
