import { ENDED_STATUSES } from '../../domain/requests/statuses.js';
import { joined, type Sql, sql } from '../sql.js';
import { workflowsErased } from './erase-workflow.js';
import { heldPeople, heldRequests } from './held.js';
import { before, type Due, type PurgeStep, rows, step } from './purge-step.js';

const IDEMPOTENCY_DAYS = 2;
/** Services send again for days at most; a signature is stale after minutes. */
const WEBHOOK_DAYS = 30;
/** Its link works for so long (`ask-privacy.ts`). */
const WISH_LINK_DAYS = 7;
/** What Temporal was told is of use to nobody once it was; that long it helps whoever looks for a fault. */
const OUTBOX_DAYS = 90;

/** A thing with a process: its events, its mails and what Temporal has of it go with it. */
const withProcess = (counts: string, table: string, prefix: string, where: (due: Due) => Sql): PurgeStep => ({
  counts,
  batch: (due, most) => sql`
    WITH gone AS (${rows(table, 'id', where(due), most)} RETURNING id),
    mails AS (DELETE FROM message WHERE about_id IN (SELECT id::text FROM gone) RETURNING 1),
    past AS (DELETE FROM process_event WHERE workflow_id IN (SELECT ${prefix}::text || id FROM gone)),
    told AS (${workflowsErased(prefix, due.now)})
    SELECT count(*)::int AS count, (SELECT count(*)::int FROM mails) AS mails FROM gone`,
});

const ENDED = joined([...ENDED_STATUSES]);

/**
 * What ends by itself, in this order: a row per kind, beside requests, people, users, organizations and calls. Business time,
 * but for what the web keeps by wall time. A legal hold keeps what is of its request or person.
 */
export const PURGE_STEPS: readonly PurgeStep[] = [
  step('unconfirmedSubmissions', 'unconfirmed_submission', ({ now }) => sql`expires_at < ${now}`),
  step('unprovedAddresses', 'address_claim', ({ now }) => sql`expires_at < ${now}`),
  step('formDrafts', 'form_draft', ({ wall }) => sql`expires_at < ${wall}`),
  step('keptForms', 'kept_form', ({ wall }) => sql`expires_at < ${wall}`),
  step(
    'idempotencyKeys',
    'idempotency_key',
    ({ wall }) => sql`created_at < ${before(wall, IDEMPOTENCY_DAYS)}`,
  ),
  step('expiredSignIns', 'auth_verification', ({ wall }) => sql`expires_at < ${wall}`),
  step('expiredSignIns', 'auth_session', ({ wall }) => sql`expires_at < ${wall}`),
  step(
    'documents',
    'case_document',
    ({ now, retention }) => sql`request_id IN (
      SELECT id FROM ta_request WHERE ended_at < ${before(now, retention.uploadedDocumentDays)})
      AND request_id NOT IN (${heldRequests})`,
  ),
  // With an end or an answer it went; what was kept at that very moment goes now.
  step(
    'answersInWork',
    'answer_in_work',
    ({ now, retention }) => sql`(opened_at < ${before(now, retention.unsentAnswerDays)} OR request_id IN (
        SELECT id FROM ta_request WHERE status IN (${ENDED}))
      OR (field = 'draft' AND request_id IN (SELECT id FROM ta_request WHERE status = 'responded')))
      AND request_id NOT IN (${heldRequests})`,
  ),
  step(
    'messages',
    'message',
    ({ now, retention }) => sql`queued_at < ${before(now, retention.mailLedgerDays)} AND status <> 'queued'
      AND coalesce(about_id, '') NOT IN (SELECT id::text FROM (${heldRequests}) AS held)`,
  ),
  // Nobody gets them any more since their time was up; with the row goes its key.
  step('exports', 'case_export', ({ now }) => sql`expires_at < ${now}`),
  step('digests', 'digest', ({ now, retention }) => sql`day < ${before(now, retention.mailLedgerDays)}`),
  step(
    'worksheets',
    'emp_worksheet',
    ({ now, retention }) => sql`saved_at < ${before(now, retention.worksheetDays)}
      AND person_id NOT IN (${heldPeople})`,
  ),
  step(
    'webhookDeliveries',
    'webhook_delivery',
    ({ wall }) => sql`received_at < ${before(wall, WEBHOOK_DAYS)}`,
  ),
  withProcess(
    'conductReviews',
    'conduct_review',
    'conduct-review/',
    ({ now, retention }) => sql`ended_at < ${before(now, retention.conductReviewDays)}
      AND person_id NOT IN (${heldPeople})`,
  ),
  withProcess(
    'absences',
    'absence',
    'absence/',
    ({ now, retention }) => sql`ended_at < ${before(now, retention.absenceDays)}`,
  ),
  withProcess(
    'introductions',
    'introduction',
    'mentor-introduction/',
    ({ now, retention }) => sql`ended_at IS NOT NULL
      AND (request_id IS NULL OR ended_at < ${before(now, retention.introductionDays)})
      AND (request_id IS NULL OR request_id NOT IN (${heldRequests})) AND requester_id NOT IN (${heldPeople})`,
  ),
  // One that waits has no end; one that nobody confirmed goes with its link.
  step(
    'wishes',
    'privacy_request',
    ({ now, retention }) => sql`((status = 'unconfirmed' AND asked_at < ${before(now, WISH_LINK_DAYS)})
        OR (decided_at < ${before(now, retention.privacyRequestDays)} AND status NOT IN ('open', 'erasing')))
      AND (person_id IS NULL OR person_id NOT IN (${heldPeople}))`,
  ),
  // Who was asked to be a mentor and is none: nobody's to keep for ever.
  step(
    'mentors',
    'mentor',
    ({ now, retention }) => sql`NOT EXISTS (SELECT 1 FROM introduction i WHERE i.mentor_id = mentor.id)
      AND ((ended_at < ${before(now, retention.introductionDays)} AND status <> 'active')
        OR (status = 'invited' AND invited_until < ${before(now, retention.introductionDays)}))
      AND person_id NOT IN (${heldPeople})`,
  ),
  step(
    'endedSubscriptions',
    'subscription',
    ({ now, retention }) => sql`status = 'unsubscribed' AND pushed_seq >= push_seq
      AND unsubscribed_at < ${before(now, retention.endedSubscriptionDays)}
      AND NOT EXISTS (SELECT 1 FROM call_registration r WHERE lower(r.email) = subscription.email AND r.status = 'approved')`,
  ),
  // What NationBuilder said of addresses nobody has here any more.
  step(
    'contactAddresses',
    'contact_address',
    () => sql`NOT EXISTS (SELECT 1 FROM person_email e WHERE e.email = contact_address.email)
      AND NOT EXISTS (SELECT 1 FROM subscription s WHERE s.email = contact_address.email)
      AND NOT EXISTS (SELECT 1 FROM call_registration r WHERE lower(r.email) = contact_address.email)`,
    'email',
  ),
  step(
    'outboxRows',
    'outbox',
    ({ now }) => sql`delivered_at IS NOT NULL AND created_at < ${before(now, OUTBOX_DAYS)}`,
  ),
  step('rateCounts', 'rate_count', ({ wall }) => sql`until < ${wall}`, 'key'),
  step('oldHeartbeats', 'worker_heartbeat', ({ wall }) => sql`at < ${before(wall, 1)}`),
];
