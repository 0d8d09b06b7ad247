import { OUT_STATUSES } from '../../domain/calls/registration-statuses.js';
import { joined, sql } from '../sql.js';
import { heldPeople, heldRequests } from './held.js';
import { before, type Due, type PurgeStep, step } from './purge-step.js';

/** Who was in a call's meeting is for the call itself; this is for calls whose attendance never became known. */
const PRESENCE_DAYS = 1;

const OUT = joined([...OUT_STATUSES]);
const callsOver = ({ now }: Due, days: number) =>
  sql`SELECT id FROM call WHERE ends_at < ${before(now, days)}`;
const recordsOver = (due: Due) => callsOver(due, due.retention.callRecordDays);
const isOut = ({ now, retention }: Due) => sql`status IN (${OUT})
  AND decided_at < ${before(now, retention.endedRegistrationDays)} AND person_id NOT IN (${heldPeople})`;

/**
 * What people said and did about calls, each by its own time; calls themselves stay, with their dates and
 * topics. A registration goes once it has been denied or revoked for long enough; of others staff's words in old
 * decisions go, while those of the decision that stands stay with it.
 */
export const PURGE_CALL_STEPS: readonly PurgeStep[] = [
  step(
    'callPresence',
    'call_presence',
    (due) => sql`call_id IN (${callsOver(due, PRESENCE_DAYS)})`,
    'call_id',
  ),
  // One that became a request lives on there, by that one's retention.
  step(
    'callQuestions',
    'call_question',
    (due) => sql`call_id IN (${callsOver(due, due.retention.callQuestionDays)})
      AND person_id NOT IN (${heldPeople}) AND (request_id IS NULL OR request_id NOT IN (${heldRequests}))`,
  ),
  step(
    'callAttendance',
    'call_attendance',
    (due) => sql`call_id IN (${recordsOver(due)})
      AND (person_id IS NULL OR person_id NOT IN (${heldPeople}))`,
  ),
  step('callTexts', 'call_text', (due) => sql`call_id IN (${recordsOver(due)})`),
  {
    counts: 'callTexts',
    batch: (due, most) => sql`
      WITH gone AS (UPDATE call SET sealed_recap = NULL, sealed_reason = NULL WHERE id IN (
        SELECT id FROM call WHERE id IN (${recordsOver(due)})
          AND (sealed_recap IS NOT NULL OR sealed_reason IS NOT NULL)
        ORDER BY id LIMIT ${most} FOR UPDATE SKIP LOCKED) RETURNING 1)
      SELECT count(*)::int AS count FROM gone`,
  },
  step('callPollAnswers', 'call_poll_answer', (due) => sql`call_id IN (${recordsOver(due)})`),
  step(
    'callRegistrants',
    'call_registrant',
    (due) => sql`registration_id IN (SELECT id FROM call_registration WHERE ${isOut(due)})`,
  ),
  step(
    'callRegistrations',
    'call_registration',
    (due) => sql`${isOut(due)}
      AND NOT EXISTS (SELECT 1 FROM call_registrant g WHERE g.registration_id = call_registration.id)`,
  ),
  {
    counts: 'callRegistrationReplies',
    batch: ({ now, retention }, most) => sql`
      WITH gone AS (UPDATE call_registration_event SET sealed_reason = NULL WHERE id IN (
        SELECT e.id FROM call_registration_event e JOIN call_registration r ON r.id = e.registration_id
        WHERE e.sealed_reason IS NOT NULL AND e.at < ${before(now, retention.endedRegistrationDays)}
          AND r.person_id NOT IN (${heldPeople})
          AND EXISTS (SELECT 1 FROM call_registration_event l WHERE l.registration_id = e.registration_id AND l.seq > e.seq)
        ORDER BY e.id LIMIT ${most} FOR UPDATE OF e SKIP LOCKED) RETURNING 1)
      SELECT count(*)::int AS count FROM gone`,
  },
];
