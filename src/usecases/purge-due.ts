import { absenceWorkflowId } from '../domain/absences/workflow-id.js';
import { reviewWorkflowId } from '../domain/conduct/workflow-id.js';
import { introductionWorkflowId } from '../domain/mentors/workflow-id.js';
import { ENDED_STATUSES } from '../domain/requests/statuses.js';
import type { Database } from '../ports/database.js';
import type { RecordServices } from '../ports/services.js';
import { type CallPurgeReport, purgeCalls } from './calls/purge-calls.js';
import { purgeRecords } from './security/purge-records.js';
import { dropUnconfirmed } from './subscriptions/drop-unconfirmed.js';

const DAY_MS = 86_400_000;
const IDEMPOTENCY_DAYS = 2;
/** Services send again for days at most; a signature is stale after minutes. */
const WEBHOOK_DAYS = 30;

export type PurgeReport = Record<
  | 'unconfirmedSubmissions'
  | 'unprovedAddresses'
  | 'formDrafts'
  | 'keptForms'
  | 'worksheets'
  | 'answersInWork'
  | 'idempotencyKeys'
  | 'expiredSignIns'
  | 'documents'
  | 'requests'
  | 'messages'
  | 'conductReviews'
  | 'absences'
  | 'introductions'
  | 'mentors'
  | 'accessLog'
  | 'securityEvents'
  | 'webhookDeliveries'
  | 'unconfirmedSubscriptions',
  number
> &
  CallPurgeReport;

/**
 * Erases what its time is up for, by the program's retention. Business time, but for what the web keeps by wall time.
 * A request goes with its texts, documents, events and mails; who had read it stays until its own time is up.
 */
export async function purgeDue(
  services: Pick<RecordServices, 'db' | 'clock' | 'programs' | 'whence'>,
): Promise<PurgeReport> {
  const { db, clock, programs } = services;
  const { retention } = programs.current().program;
  const now = clock.now().getTime();
  const wall = Date.now();
  const before = (days: number, from = now) => new Date(from - days * DAY_MS);
  const withdrawn = ['withdrawn', 'lapsed'];
  const ended = await db.taRequest.findMany({
    where: {
      OR: [
        { status: { in: withdrawn }, endedAt: { lt: before(retention.withdrawnRequestDays) } },
        {
          status: { in: ENDED_STATUSES.filter((status) => !withdrawn.includes(status)) },
          endedAt: { lt: before(retention.closedRequestDays) },
        },
      ],
    },
    select: { id: true },
  });
  const ids = ended.map(({ id }) => id);
  const documents = { request: { endedAt: { lt: before(retention.uploadedDocumentDays) } } };
  const reviews = await endedReviews(db, before(retention.conductReviewDays));
  const absences = await endedAbsences(db, before(retention.absenceDays));
  const introductions = await endedIntroductions(db, ids, before(retention.introductionDays));
  const counts = await db.$transaction([
    db.unconfirmedSubmission.deleteMany({ where: { expiresAt: { lt: new Date(now) } } }),
    db.addressClaim.deleteMany({ where: { expiresAt: { lt: new Date(now) } } }),
    db.formDraft.deleteMany({ where: { expiresAt: { lt: new Date(wall) } } }),
    db.keptForm.deleteMany({ where: { expiresAt: { lt: new Date(wall) } } }),
    db.idempotencyKey.deleteMany({ where: { createdAt: { lt: before(IDEMPOTENCY_DAYS, wall) } } }),
    db.authVerification.deleteMany({ where: { expiresAt: { lt: new Date(wall) } } }),
    db.authSession.deleteMany({ where: { expiresAt: { lt: new Date(wall) } } }),
    db.caseDocument.deleteMany({ where: documents }),
    db.message.deleteMany({ where: { aboutId: { in: ids } } }),
    db.taRequest.deleteMany({ where: { id: { in: ids } } }),
    db.message.deleteMany({
      where: { queuedAt: { lt: before(retention.mailLedgerDays) }, status: { not: 'queued' } },
    }),
    db.empWorksheet.deleteMany({ where: { savedAt: { lt: before(retention.worksheetDays) } } }),
    db.webhookDelivery.deleteMany({ where: { receivedAt: { lt: before(WEBHOOK_DAYS, wall) } } }),
    db.conductReview.deleteMany({ where: { id: { in: reviews } } }),
    db.message.deleteMany({ where: { aboutId: { in: reviews } } }),
    // With an end or an answer it went; what was kept at that very moment goes now.
    db.answerInWork.deleteMany({
      where: {
        OR: [
          { openedAt: { lt: before(retention.unsentAnswerDays) } },
          { request: { status: { in: ENDED_STATUSES } } },
          { field: 'draft', request: { status: 'responded' } },
        ],
      },
    }),
    db.processEvent.deleteMany({ where: { workflowId: { in: reviews.map(reviewWorkflowId) } } }),
    db.digest.deleteMany({ where: { day: { lt: before(retention.mailLedgerDays) } } }),
    db.absence.deleteMany({ where: { id: { in: absences } } }),
    db.message.deleteMany({ where: { aboutId: { in: absences } } }),
    db.processEvent.deleteMany({ where: { workflowId: { in: absences.map(absenceWorkflowId) } } }),
    db.introduction.deleteMany({ where: { id: { in: introductions } } }),
    db.message.deleteMany({ where: { aboutId: { in: introductions } } }),
    db.processEvent.deleteMany({ where: { workflowId: { in: introductions.map(introductionWorkflowId) } } }),
    // Who was asked to be a mentor and is none: nobody's to keep for ever.
    db.mentor.deleteMany({
      where: {
        introductions: { none: {} },
        OR: [
          { endedAt: { lt: before(retention.introductionDays) }, status: { not: 'active' } },
          { status: 'invited', invitedUntil: { lt: before(retention.introductionDays) } },
        ],
      },
    }),
  ]);
  const records = await purgeRecords(services);
  const calls = await purgeCalls(db, { retention, now: new Date(now) });
  const [
    submissions,
    claims,
    drafts,
    kept,
    keys,
    links,
    sessions,
    files,
    mails,
    requests,
    oldMails,
    worksheets,
    webhooks,
    conduct,
    mailsOfReviews,
    unsent,
    _eventsOfReviews,
    _digests,
    away,
    mailsOfAbsences,
    _eventsOfAbsences,
    introduced,
    mailsOfIntroductions,
    _eventsOfIntroductions,
    mentors,
  ] = counts.map(({ count }) => count);
  return {
    unconfirmedSubmissions: submissions ?? 0,
    unprovedAddresses: claims ?? 0,
    formDrafts: drafts ?? 0,
    keptForms: kept ?? 0,
    idempotencyKeys: keys ?? 0,
    expiredSignIns: (links ?? 0) + (sessions ?? 0),
    worksheets: worksheets ?? 0,
    answersInWork: unsent ?? 0,
    documents: files ?? 0,
    requests: requests ?? 0,
    messages:
      (mails ?? 0) +
      (oldMails ?? 0) +
      (mailsOfReviews ?? 0) +
      (mailsOfAbsences ?? 0) +
      (mailsOfIntroductions ?? 0),
    conductReviews: conduct ?? 0,
    absences: away ?? 0,
    introductions: introduced ?? 0,
    mentors: mentors ?? 0,
    accessLog: records.readings,
    securityEvents: records.events,
    webhookDeliveries: webhooks ?? 0,
    unconfirmedSubscriptions: await dropUnconfirmed(db, new Date(now)),
    ...calls,
  };
}

/** A time away goes with its past and its mails. */
async function endedAbsences(db: Database, before: Date): Promise<string[]> {
  const rows = await db.absence.findMany({ where: { endedAt: { lt: before } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** A conduct review goes with its words, its past and its mails; that somebody read it stays until its own time is up. */
async function endedReviews(db: Database, before: Date): Promise<string[]> {
  const rows = await db.conductReview.findMany({ where: { endedAt: { lt: before } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** An introduction goes with its request once it has ended, and by itself when its own time is up. */
async function endedIntroductions(db: Database, requestIds: string[], before: Date): Promise<string[]> {
  const rows = await db.introduction.findMany({
    where: {
      endedAt: { not: null },
      OR: [{ requestId: null }, { requestId: { in: requestIds } }, { endedAt: { lt: before } }],
    },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
