import { randomUUID } from 'node:crypto';
import { refuseCourtDate } from '../../domain/requests/court-date-range.js';
import { intake } from '../../domain/requests/intake.js';
import { openEpisode } from '../../domain/requests/opening.js';
import type { Submission } from '../../domain/requests/submission.schema.js';
import { requestWorkflowId } from '../../domain/requests/workflow-id.js';
import { ok, type Refusal, type Result, refuse, wrongAt } from '../../domain/result.js';
import type { RecordServices } from '../../ports/services.js';
import { calendarWith } from '../calendar/load-calendar.js';
import { CALENDAR_HELD } from '../calendar/lock-calendar.js';
import { todayOf } from '../calendar/today-of.js';
import { recheckRegistrations } from '../calls/recheck-registrations.js';
import { refusedTo } from '../conduct/active-refusal.js';
import { makeDataKey, withKey } from '../data-keys.js';
import { attachFormFiles } from '../forms/form-files.js';
import type { Lock } from '../lock.js';
import { findOrCreatePerson, heldPerson, personHeld, renewProfile } from '../people/find-or-create-person.js';
import type { Recording } from '../recording.js';
import { addCaseText } from './case-text.js';
import { columnsOf } from './columns-of-submission.js';
import { partFingerprints, textFingerprint } from './fingerprint.js';
import { readKnown } from './known-of-requester.js';
import type { RequestRow } from './request-row.js';
import { sketchNew } from './sketch.js';
import { writeReceived } from './write-event.js';

/** Those of a draft, or of a form that was confirmed. */
export type FormFilesOf = { draftId: string } | { submissionId: string };

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
  /** Documents that came with the form. */
  files?: FormFilesOf | undefined;
  /** Counted of a new one alone; a refusal takes it back. */
  limit?: () => Promise<Refusal | null>;
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
  const hold = [...supervisorHeld(submission), CALENDAR_HELD];
  const person = await findOrCreatePerson(tx, submission.requester, sentAt(), hold);
  // A web form confirmed days later is judged by its sending.
  const today = todayOf(services, imported ? rec.at : sentAt());
  const slip = refuseCourtDate(submission.courtOrFilingDeadline, today);
  if (slip) return slip;
  await renewProfile(tx, person, submission.requester, acceptance.actor);
  const fingerprint = textFingerprint(services, submission.facts, submission.questions);
  const id = acceptance.id ?? randomUUID();
  const known = await readKnown(tx, { id, personId: person.id, fingerprint, at: rec.at });
  const { passed } = known;
  const taken = intake(submission, program, passed);
  if (!taken.ok) return taken;
  const earlier = known.isSentBefore && (await tx.taRequest.findUnique({ where: { id }, include: withKey }));
  if (earlier) return sentBefore(earlier, { requesterId: person.id, textFingerprint: fingerprint });
  // What came in by an older form was taken before: it is an open request, of which staff decide.
  if (known.isRefused && !imported) return refusedTo(acceptance.actor, person.id);
  if (known.same !== null) return refuse('asked-already', { reference: known.same });
  const { supervisor } = submission;
  const supervised = taken.value.supervisorNeeded && supervisor ? supervisor : null;
  const supervisorPerson = supervised ? await heldPerson(tx, supervised, rec.at) : null;
  // One person may have several addresses.
  if (supervisorPerson?.id === person.id) {
    return refuse('another-supervisor-needed', [wrongAt('/supervisor/email', 'other-supervisor')]);
  }
  const calendar = calendarWith(services, known.closures);
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
    courtDate: submission.courtOrFilingDeadline?.date ?? null,
    urgentOverride: null,
    actor: acceptance.actor,
    onBehalfOf: onBehalfOf(acceptance, person.id),
    type: 'received',
    imported,
    commandId: null,
  });
  const dataKey = makeDataKey(rec, services, 'ta_request');
  const row = await writeReceived(rec, services, {
    ...opening,
    dataKey,
    calendar,
    program,
    row: {
      ...columnsOf(submission),
      id,
      reference: `TA-${receivedAt.getUTCFullYear()}-${String(known.number).padStart(4, '0')}`,
      programVersionId: versionId,
      dataKeyId: dataKey.id,
      requesterId: person.id,
      organizationId: person.organizationId,
      supervisorId: supervisorPerson?.id ?? null,
      supervisorName: supervised?.name ?? null,
      supervisorEmail: supervised?.email ?? null,
      supervisorRole: supervised?.role ?? null,
      supervisorStatus: opening.state.supervisor,
      kind: taken.value.kind,
      documentKind: taken.value.documentKind,
      tVisaRelated: taken.value.tVisaRelated,
      textFingerprint: fingerprint,
      textParts: partFingerprints(services, submission.facts, submission.questions),
      completedTraining: passed.length > 0,
      imported,
      fromCallId: acceptance.question?.callId ?? null,
      fromQuestionId: acceptance.question?.id ?? null,
      receivedAt: acceptance.firstReceivedAt ?? receivedAt,
      createdAt: at,
    },
  });
  const texts = {
    facts: submission.facts,
    questions: submission.questions,
    'client-alias': submission.clientAlias,
  };
  for (const [field, text] of Object.entries(texts)) {
    if (!text) continue;
    addCaseText(rec, services, {
      request: row,
      field: field as keyof typeof texts,
      text,
      author: onBehalfOf(acceptance, person.id) ?? acceptance.actor,
      at: receivedAt,
    });
  }
  await sketchNew(rec, services, {
    requestId: id,
    texts: [submission.facts, submission.questions],
    known: known.sketchKey,
  });
  if (acceptance.files) {
    const by = { actor: acceptance.actor, onBehalfOf: onBehalfOf(acceptance, person.id) };
    await attachFormFiles(rec, services, row, { of: acceptance.files, ...by });
  }
  const workflowId = requestWorkflowId(id, 1);
  rec.outbox.start('taRequest', workflowId, { v: 1, state: opening.state });
  // What an older form said may be older than what a registration said.
  if (!imported && known.isRegistered) {
    await recheckRegistrations(rec, services, { personId: person.id, actor: acceptance.actor });
  }
  return (await acceptance.limit?.()) ?? ok(row);
}

/** Taken with the requester's: the two may send at once, each naming the other or one new organization. */
export function supervisorHeld({ supervisor }: Submission): Lock[] {
  return supervisor ? [personHeld(supervisor.email)] : [];
}

/** The first call was killed after its commit and before its answer: this is the answer it owed. */
function sentBefore(
  row: RequestRow,
  sent: Pick<RequestRow, 'requesterId' | 'textFingerprint'>,
): Result<RequestRow> {
  if (row.requesterId === sent.requesterId && row.textFingerprint === sent.textFingerprint) return ok(row);
  return refuse('key-used-for-other-body');
}

/** A key or staff sends for the requester, and the audit says so. */
function onBehalfOf({ actor, onBehalfOf: told }: Acceptance, personId: string): string | null {
  return told ?? (actor === `person:${personId}` ? null : `person:${personId}`);
}
