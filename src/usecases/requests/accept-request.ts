import { randomUUID } from 'node:crypto';
import { refuseCourtDate } from '../../domain/requests/court-date-range.js';
import { intake } from '../../domain/requests/intake.js';
import { openEpisode } from '../../domain/requests/opening.js';
import { OPEN_STATUSES } from '../../domain/requests/statuses.js';
import { type KeptAnswers, keptAnswersOf, type Submission } from '../../domain/requests/submission.schema.js';
import { requestWorkflowId } from '../../domain/requests/workflow-id.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { holdCalendar } from '../calendar/lock-calendar.js';
import { todayOf } from '../calendar/today-of.js';
import { recheckRegistrations } from '../calls/recheck-registrations.js';
import { passedCourses } from '../completions/passed-courses.js';
import { findOrCreatePerson, renewProfile } from '../people/find-or-create-person.js';
import type { Recording } from '../recording.js';
import { writeCaseText } from './case-text.js';
import { partFingerprints, textFingerprint } from './fingerprint.js';
import type { RequestRow } from './request-row.js';
import { writeEvent } from './write-event.js';

export interface Acceptance {
  submission: Submission;
  /** Follows from the caller's Idempotency-Key, if there is one: a repeat finds what the first call left. */
  id?: string;
  actor: string;
  onBehalfOf: string | null;
  /** When it was sent, where that was earlier (imports, confirmed web forms): the receipt. */
  receivedAt?: Date | undefined;
  /** An earlier first date that decides the place in the queue: of the call question it was. */
  firstReceivedAt?: Date;
  /** The question for a call it was. */
  question?: { id: string; callId: string };
  imported: boolean;
}

/**
 * Accepts a TA request: content, first event, read model, acknowledgement and the start of its workflow in
 * the caller's one transaction. Refusals store nothing.
 */
export async function acceptRequest(
  rec: Recording,
  services: RecordServices,
  acceptance: Acceptance,
): Promise<Result<RequestRow>> {
  const { tx } = rec;
  const { submission, imported } = acceptance;
  const { versionId, program } = services.programs.current();
  // Refusals that need no database come first, so that a refused person leaves no row.
  const first = intake(submission, program, []);
  if (!first.ok) return first;
  const sentAt = () => acceptance.receivedAt ?? rec.at;
  const person = await findOrCreatePerson(tx, submission.requester, sentAt());
  // A web form confirmed days later is judged by its sending.
  const today = todayOf(services, imported ? rec.at : sentAt());
  const slip = refuseCourtDate(submission.courtOrFilingDeadline, today);
  if (slip) return slip;
  await renewProfile(tx, person, submission.requester, acceptance.actor);
  const passed = await passedCourses(tx, person.id);
  const taken = intake(submission, program, passed);
  if (!taken.ok) return taken;
  const fingerprint = textFingerprint(services, submission.facts, submission.questions);
  const id = acceptance.id ?? randomUUID();
  const earlier = await tx.taRequest.findUnique({ where: { id } });
  if (earlier) return sentBefore(earlier, { requesterId: person.id, textFingerprint: fingerprint });
  const same = await tx.taRequest.findFirst({
    where: { requesterId: person.id, textFingerprint: fingerprint, status: { in: OPEN_STATUSES } },
    select: { reference: true },
  });
  if (same) {
    return refuse('asked-already', { reference: same.reference });
  }
  const { supervisor } = submission;
  const supervised = taken.value.supervisorNeeded && supervisor ? supervisor : null;
  const supervisorPerson = supervised ? await findOrCreatePerson(tx, supervised, rec.at) : null;
  const dataKey = services.vault.newDataKey();
  const court = submission.courtOrFilingDeadline ?? null;
  const kept: Pick<RequestRow, keyof KeptAnswers> = keptAnswersOf(submission);
  await holdCalendar(tx);
  const calendar = await loadCalendar(tx, services);
  // Every lock is held.
  const { at } = rec;
  const receivedAt = sentAt();
  const opening = openEpisode({
    requestId: id,
    episode: 1,
    program,
    calendar,
    missing: taken.value.missing,
    supervisor: supervised ? 'unconfirmed' : 'not-needed',
    receivedAt: receivedAt.toISOString(),
    at: at.toISOString(),
    courtDate: court?.date ?? null,
    urgentOverride: null,
    actor: acceptance.actor,
    onBehalfOf: onBehalfOf(acceptance, person.id),
    type: 'received',
    imported,
    commandId: null,
  });
  const row = await tx.taRequest.create({
    data: {
      id,
      reference: await nextReference(tx, receivedAt),
      programVersionId: versionId,
      dataKey,
      requesterId: person.id,
      requesterEmail: submission.requester.email,
      requesterName: submission.requester.name,
      requesterRole: submission.requester.role,
      requesterState: submission.requester.state ?? null,
      licensedIn: submission.requester.licensedIn,
      ovcGrantee: submission.requester.ovcGrantee,
      organizationId: person.organizationId,
      organizationName: submission.requester.organization ?? null,
      supervisorId: supervisorPerson?.id ?? null,
      supervisorName: supervised?.name ?? null,
      supervisorEmail: supervised?.email ?? null,
      supervisorRole: supervised?.role ?? null,
      supervisorStatus: opening.state.supervisor,
      kind: taken.value.kind,
      documentKind: taken.value.documentKind,
      tVisaRelated: taken.value.tVisaRelated,
      topics: [...new Set(submission.topics)],
      ...kept,
      courtDeadlineKind: court?.kind ?? null,
      courtDeadlineDate: court ? new Date(`${court.date}T00:00:00Z`) : null,
      textFingerprint: fingerprint,
      textParts: partFingerprints(services, submission.facts, submission.questions),
      completedTraining: passed.length > 0,
      imported,
      fromCallId: acceptance.question?.callId ?? null,
      fromQuestionId: acceptance.question?.id ?? null,
      status: opening.state.status,
      clockState: opening.plan.reading.state,
      clockEvents: [],
      receivedAt: acceptance.firstReceivedAt ?? receivedAt,
      createdAt: at,
      // The first event's write raises it to 1.
      version: 0,
    },
  });
  const texts = {
    facts: submission.facts,
    questions: submission.questions,
    'client-alias': submission.clientAlias,
  };
  for (const [field, text] of Object.entries(texts)) {
    if (!text) continue;
    await writeCaseText(tx, services, {
      request: row,
      field: field as keyof typeof texts,
      text,
      author: onBehalfOf(acceptance, person.id) ?? acceptance.actor,
      at: receivedAt,
    });
  }
  const written = await writeEvent(rec, services, { row, ...opening, calendar, program });
  const workflowId = requestWorkflowId(id, 1);
  rec.outbox.start('taRequest', workflowId, { v: 1, state: opening.state });
  // What an older form said may be older than what a registration said.
  if (!imported) {
    await recheckRegistrations(rec, services, { personId: person.id, actor: acceptance.actor });
  }
  return ok(written);
}

/** The first call was killed after its commit and before its answer: this is the answer it owed. */
function sentBefore(
  row: RequestRow,
  sent: Pick<RequestRow, 'requesterId' | 'textFingerprint'>,
): Result<RequestRow> {
  if (row.requesterId === sent.requesterId && row.textFingerprint === sent.textFingerprint) return ok(row);
  return refuse('key-used-for-other-body');
}

async function nextReference(tx: Transaction, receivedAt: Date): Promise<string> {
  const [row] = await tx.$queryRaw<{ n: bigint }[]>`SELECT nextval('ta_request_reference') AS n`;
  return `TA-${receivedAt.getUTCFullYear()}-${String(row?.n ?? 0).padStart(4, '0')}`;
}

/** A key or staff sends for the requester, and the audit says so. */
function onBehalfOf({ actor, onBehalfOf: told }: Acceptance, personId: string): string | null {
  return told ?? (actor === `person:${personId}` ? null : `person:${personId}`);
}
