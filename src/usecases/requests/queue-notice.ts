import { callSeriesOf, courseOf } from '../../domain/program/lookup.js';
import type { Program } from '../../domain/program/program.schema.js';
import type { RequestEvent } from '../../domain/requests/events.js';
import type { Notice } from '../../domain/requests/notice.js';
import type { RequestState } from '../../domain/requests/state.js';
import { requestWorkflowId } from '../../domain/requests/workflow-id.js';
import type { MailData } from '../../emails/mail-data.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { collectedFor } from '../digest/collected-for.js';
import { queueMessage } from '../mail/queue-message.js';
import type { Recording } from '../recording.js';
import { openCaseText } from './case-text.js';
import { referencesMergedInto } from './merged-into.js';
import { movedSince } from './moved-since.js';
import { addressedBy, addressesOf, coversOf } from './recipients.js';
import type { RequestRow } from './request-row.js';
import { askerOf, supervisorLink } from './supervisor-link.js';

/** Writes one notice to the mail log: addresses, neutral data, link. Does nothing when nobody is to get it. */
export async function queueNotice(
  rec: Recording,
  services: RecordServices,
  input: {
    row: RequestRow;
    state: Pick<RequestState, 'requestId' | 'episode'> & Partial<Pick<RequestState, 'draftAuthor'>>;
    event: Pick<RequestEvent, 'seq'>;
    program: Program;
    notice: Notice;
    index: number;
    /** When it is told. */
    at: Date;
  },
): Promise<void> {
  const { tx } = rec;
  const { row, state, event, program, notice, index, at } = input;
  const addressees = { ...row, draftAuthor: state.draftAuthor, taskOf: notice.taskOf, at: rec.at };
  const found = await addressedBy(tx, program, addressees, notice.to);
  const to = [...new Set(found.map(({ email }) => email))];
  if (to.length === 0) return;
  const copied = await addressesOf(tx, program, addressees, notice.cc ?? []);
  const goesOn =
    notice.kind === 'merged' && row.mergedIntoId
      ? await tx.taRequest.findUnique({ where: { id: row.mergedIntoId }, include: withKey })
      : null;
  await queueMessage(rec, services, {
    kind: notice.kind,
    aboutId: row.id,
    to,
    cc: copied,
    collectedFor: collectedFor(services, { kind: notice.kind, to: found, reminded: notice }),
    effectKey: `${requestWorkflowId(state.requestId, state.episode)}#${event.seq}#${notice.kind}#${index}`,
    // Lists show them as they came: two of one event are not of one instant.
    at: new Date(at.getTime() + index),
    data: {
      organizationName: program.organization.shortName,
      contactEmail: program.organization.email,
      reference: row.reference,
      otherReference: goesOn?.reference,
      mergedReferences: notice.mergedToo ? await referencesMergedInto(tx, row.id) : undefined,
      recipientName: recipientName(row, notice),
      link: linkOf(rec, services, { row, notice, at, goesOn: copied.length === 0 ? goesOn : null }),
      dueOn: notice.dueOn,
      targetOn: notice.targetOn,
      courtOn: notice.courtOn,
      when: notice.when,
      estimateOn: notice.estimateOn,
      courses: notice.courses?.map((id) => courseOf(program, id)?.title ?? id),
      courseLinks: notice.courses?.map((id) => linkOfCourse(services, program, id)),
      ...materialsOf(services, notice),
      businessDays: notice.businessDays,
      fullText:
        program.mail.fullTextInMail && ANSWERS[notice.kind]
          ? await answerOf(tx, services, row, ANSWERS[notice.kind])
          : undefined,
      lapseOn: notice.lapseOn,
      supervisorName: notice.supervisorAsked ? (row.supervisorName ?? undefined) : undefined,
      ...(notice.to.includes('supervisor') ? askerOf(row) : {}),
      supervisorMissing: notice.supervisorMissing,
      textChanged: notice.textChanged,
      wasOn: notice.wasOn,
      isOn: notice.isOn,
      ...(notice.kind === 'deadline-moved' ? await movedSince(rec, services, { row, program, notice }) : {}),
      covers: coversOf(found),
      audience: notice.link === 'staff' ? 'staff' : 'requester',
      ...(notice.kind === 'request-received' ? await askedFor(tx, program, row) : {}),
    },
  });
}

/** An address that was added since the request came in leads there too. */
function linkOfCourse({ programs }: RecordServices, program: Program, id: string): string {
  return courseOf(programs.current().program, id)?.url ?? courseOf(program, id)?.url ?? '';
}

/** As the program has them today, like the page that the mail leads to. */
function materialsOf({ programs }: RecordServices, { resources }: Notice): Partial<MailData> {
  if (!resources) return {};
  const picked = programs.current().program.resources.filter(({ id }) => resources.includes(id));
  return {
    materials: picked.map(({ title, publisher }) => `${title}, ${publisher}`),
    materialLinks: picked.map(({ url }) => url ?? ''),
  };
}

/** The call for which it was asked as a question first. */
async function askedFor(
  tx: Transaction,
  program: Program,
  { fromCallId }: RequestRow,
): Promise<Partial<MailData>> {
  const call = fromCallId === null ? null : await tx.call.findUnique({ where: { id: fromCallId } });
  if (!call) return {};
  return {
    callTitle: callSeriesOf(program, call.seriesId)?.title,
    callAt: call.startsAt.toISOString(),
    zone: program.zone,
  };
}

function recipientName(row: RequestRow, notice: Notice): string | undefined {
  if (notice.to.includes('requester')) return row.requesterName;
  return notice.to.includes('supervisor') ? (row.supervisorName ?? undefined) : undefined;
}

function linkOf(
  rec: Recording,
  services: RecordServices,
  { row, notice, at, goesOn }: { row: RequestRow; notice: Notice; at: Date; goesOn: RequestRow | null },
): string {
  switch (notice.link) {
    case 'request':
      // A supervisor who reads a copy may not see the one that goes on: this one's page leads the requester there.
      return `${services.appUrl}/my/requests/${(goesOn ?? row).id}`;
    case 'response':
      return `${services.appUrl}/my/requests/${row.id}/response`;
    case 'staff':
      return `${services.appUrl}/staff/requests/${row.id}`;
    case 'supervisor':
      return supervisorLink(rec, services, { row, at, again: notice.kind === 'supervisor-reminder' });
  }
}

/** The texts that mails tell of. */
const ANSWERS: Partial<Record<Notice['kind'], string>> = {
  'response-ready': 'response',
  'follow-up-answered': 'follow-up-answer',
};

/** The answer just sent; in a mail only where the program says so. */
async function answerOf(
  tx: Transaction,
  services: RecordServices,
  row: RequestRow,
  field: string | undefined,
): Promise<string | undefined> {
  const text = await tx.caseText.findFirst({
    where: { requestId: row.id, field, status: 'effective' },
    orderBy: { createdAt: 'desc' },
  });
  return text ? openCaseText(services, row, text) : undefined;
}
