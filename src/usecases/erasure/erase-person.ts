import { PLACE_TAKING_STATUSES } from '../../domain/calls/question-statuses.js';
import { contactPushWorkflowId } from '../../domain/calls/workflow-id.js';
import { LIVE_REVIEWS } from '../../domain/conduct/review-statuses.js';
import { reviewWorkflowId } from '../../domain/conduct/workflow-id.js';
import { privacyWorkflowId } from '../../domain/privacy/workflow-id.js';
import { ENDED_STATUSES } from '../../domain/requests/statuses.js';
import { ok, type Refusal, type Result, refuse } from '../../domain/result.js';
import type { RecordServices } from '../../ports/services.js';
import { destroyDataKeys } from '../data-keys.js';
import { forgetAnswersAbout } from '../idempotency/forget-answers-about.js';
import { lockRows } from '../lock.js';
import { holdPeople } from '../people/hold-people.js';
import type { Recording } from '../recording.js';
import { joined, sql } from '../sql.js';
import { addCounts, type Counts } from './counts.js';
import { digestOf } from './digest.js';
import {
  eraseIntroductions,
  eraseMails,
  eraseMailsAbout,
  eraseRequests,
  withMerged,
} from './erase-requests.js';
import { eraseWorkflows } from './erase-workflow.js';
import { eraseEmptyOrganizations, forgetAddresses, forgetRecord, type Whom } from './forget-person.js';
import { heldRequests, withoutNewHolds } from './held.js';

const DAY_MS = 86_400_000;

/** What erasing did, or would do. `kept`: what stays, and until when it has to. */
export interface Erased {
  counts: Counts;
  digests: string[];
  kept: { completions: number };
}

/**
 * Erases whoever has this address: requests, registrations, questions, mails, sign-ins, with all their addresses, and the
 * record. Courses stay, with the name alone, until the program lets them go. Refuses `not-found` and
 * `not-allowed-now`: under a hold, on staff, under review, or others still wait for them; `again`: it was erased before.
 */
export async function erasePerson(
  rec: Recording,
  services: Pick<RecordServices, 'vault' | 'programs'>,
  address: string,
  { again = false }: { again?: boolean } = {},
): Promise<Result<Erased>> {
  const { tx } = rec;
  await withoutNewHolds(tx);
  const email = address.toLowerCase();
  const held = await holdPeople(tx, [], [email]);
  const [person] = held.values();
  const ids = person ? [person.id, ...(await mergedHere(tx, person.id))] : [];
  const whom = { ids, emails: [...new Set([email, ...(person?.emails ?? [])])] };
  const refused = again ? null : await whyNot(rec, whom);
  if (refused) return refused;
  const personId = { in: ids };

  const own = await tx.taRequest.findMany({ where: { requesterId: personId }, select: { id: true } });
  const all = (await Promise.all(own.map(({ id }) => withMerged(rec, id)))).flat();
  const requests = await eraseRequests(rec, [...new Set(all)]);
  const kept = await keptCompletions(rec, services, ids);
  const counts = addCounts(
    requests.counts,
    await fromCalls(rec, whom),
    await fromMentoring(rec, ids),
    await reviews(rec, ids),
    await supervisions(rec, whom),
    await subscriptions(rec, whom),
    await wishes(rec, ids),
    { worksheets: (await tx.empWorksheet.deleteMany({ where: { personId } })).count },
    await mailsTo(rec, whom),
    await forgetAddresses(rec, services, whom),
    kept === 0 ? await forgetRecord(rec, whom) : await reduceToName(rec, services, whom),
  );
  // One that a request named, and its requester's record no longer.
  const organizations = await eraseEmptyOrganizations(tx, requests.organizations);
  await forgetAnswersAbout(rec, services, [...requests.erased, ...ids, ...whom.emails]);
  if (Object.keys(counts).length === 0) return refuse('nothing-of-this-address');
  const digests = [
    ...requests.erased.map((id) => digestOf(services, 'request', id)),
    ...ids.map((id) => digestOf(services, 'person', id)),
    ...whom.emails.map((one) => digestOf(services, 'address', one)),
  ];
  return ok({ counts: addCounts(counts, { organizations }), digests, kept: { completions: kept } });
}

async function mergedHere(tx: Recording['tx'], id: string): Promise<string[]> {
  const rows = await tx.person.findMany({ where: { mergedIntoId: id }, select: { id: true } });
  return rows.map((row) => row.id);
}

async function whyNot({ tx, at }: Recording, { ids, emails }: Whom): Promise<Refusal | null> {
  const personId = { in: [...ids] };
  const email = { in: [...emails] };
  if ((await tx.staff.count({ where: { email, active: true } })) > 0) return refuse('erases-no-staff');
  if ((await tx.legalHold.count({ where: { personId, liftedAt: null } })) > 0)
    return refuse('under-legal-hold');
  const own = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM ta_request WHERE requester_id = ANY(${[...ids]}::uuid[]) AND id IN (${heldRequests}) LIMIT 1`;
  if (own.length > 0) return refuse('under-legal-hold');
  if ((await tx.conductReview.count({ where: { personId, status: { in: LIVE_REVIEWS } } })) > 0)
    return refuse('erases-nobody-under-review');
  const supervises = await tx.taRequest.count({
    where: {
      requesterId: { notIn: [...ids] },
      OR: [{ supervisorId: personId }, { supervisorEmail: email }],
      status: { notIn: ENDED_STATUSES },
    },
  });
  if (supervises > 0) return refuse('erases-no-supervisor');
  const asked = await tx.callQuestion.count({
    where: { personId, status: { in: [...PLACE_TAKING_STATUSES] }, call: { endsAt: { gt: at } } },
  });
  return asked > 0 ? refuse('erases-nobody-with-question') : null;
}

async function fromCalls(rec: Recording, { ids, emails }: Whom): Promise<Counts> {
  const { tx } = rec;
  const personId = { in: [...ids] };
  const email = { in: [...emails] };
  const questions = await tx.callQuestion.findMany({ where: { personId }, select: { id: true } });
  const registrations = await tx.callRegistration.findMany({ where: { personId }, select: { id: true } });
  const gone = [...questions, ...registrations].map(({ id }) => id);
  const mails = await eraseMailsAbout(rec, gone);
  await tx.callQuestion.deleteMany({ where: { personId } });
  await tx.callQuestion.updateMany({
    where: { supervisorEmail: email },
    data: { supervisorName: null, supervisorEmail: null, supervisorRole: null },
  });
  await tx.callRegistrant.deleteMany({
    where: { registrationId: { in: registrations.map(({ id }) => id) } },
  });
  await tx.callRegistration.deleteMany({ where: { personId } });
  await tx.callPresence.deleteMany({ where: { personId } });
  const attendance = await tx.callAttendance.deleteMany({ where: { OR: [{ personId }, { email }] } });
  return addCounts(mails, {
    callQuestions: questions.length,
    registrations: registrations.length,
    attendance: attendance.count,
  });
}

async function fromMentoring(rec: Recording, ids: readonly string[]): Promise<Counts> {
  const { tx } = rec;
  const mentors = await tx.mentor.findMany({ where: { personId: { in: [...ids] } }, select: { id: true } });
  const mentorId = { in: mentors.map(({ id }) => id) };
  const introductions = await tx.introduction.findMany({
    where: { OR: [{ mentorId }, { requesterId: { in: [...ids] } }] },
    select: { id: true },
  });
  const counts = await eraseIntroductions(
    rec,
    introductions.map(({ id }) => id),
  );
  const mails = await eraseMailsAbout(rec, mentorId.in);
  await tx.mentor.deleteMany({ where: { id: mentorId } });
  return addCounts(counts, mails, { mentors: mentors.length });
}

/** Those that are over; a live one refuses the whole. */
async function reviews(rec: Recording, ids: readonly string[]): Promise<Counts> {
  const { tx } = rec;
  const rows = await tx.conductReview.findMany({
    where: { personId: { in: [...ids] } },
    select: { id: true },
  });
  const gone = rows.map(({ id }) => id);
  const mails = await eraseMailsAbout(rec, gone);
  const workflows = gone.map(reviewWorkflowId);
  await tx.processEvent.deleteMany({ where: { workflowId: { in: workflows } } });
  await tx.conductReview.deleteMany({ where: { id: { in: gone } } });
  await eraseWorkflows(rec, workflows);
  return addCounts(mails, { conductReviews: gone.length });
}

/** Requests of others, which are over, name no supervisor any more. */
async function supervisions({ tx }: Recording, { ids, emails }: Whom): Promise<Counts> {
  const { count } = await tx.taRequest.updateMany({
    where: { OR: [{ supervisorId: { in: [...ids] } }, { supervisorEmail: { in: [...emails] } }] },
    data: {
      supervisorId: null,
      supervisorName: null,
      supervisorEmail: null,
      supervisorRole: null,
      supervisorTokenHash: null,
    },
  });
  return addCounts({ supervisions: count });
}

async function subscriptions(rec: Recording, { emails }: Whom): Promise<Counts> {
  const where = { email: { in: [...emails] } };
  const rows = await rec.tx.subscription.findMany({ where, select: { id: true, pushSeq: true } });
  await rec.tx.subscription.deleteMany({ where });
  await eraseWorkflows(
    rec,
    rows.flatMap(({ id, pushSeq }) =>
      Array.from({ length: pushSeq }, (_, before) => contactPushWorkflowId(id, before + 1)),
    ),
  );
  return addCounts({ subscriptions: rows.length });
}

/** One that is carried out by this stays, of nobody; the others go with what was said. */
async function wishes(rec: Recording, ids: readonly string[]): Promise<Counts> {
  const { tx } = rec;
  const rows = await tx.privacyRequest.findMany({
    where: { personId: { in: [...ids] } },
    select: { id: true, status: true, dataKeyId: true },
  });
  const others = rows.filter(({ status }) => status !== 'erasing');
  const carriedOut = rows.filter(({ status }) => status === 'erasing');
  await tx.privacyRequest.updateMany({
    where: { id: { in: carriedOut.map(({ id }) => id) } },
    data: { personId: null, sealed: null, status: 'done', nextDueAt: null },
  });
  await destroyDataKeys(
    tx,
    carriedOut.map(({ dataKeyId }) => dataKeyId),
  );
  await tx.privacyRequest.deleteMany({ where: { id: { in: others.map(({ id }) => id) } } });
  await eraseWorkflows(
    rec,
    others.map(({ id }) => privacyWorkflowId(id)),
  );
  return addCounts({ wishes: others.length });
}

/** Mails to them alone go; of those that went to others, too, their address. */
async function mailsTo(rec: Recording, { emails }: Whom): Promise<Counts> {
  const { tx } = rec;
  const theirs = joined([...emails]);
  const only = await lockRows(tx)`
    SELECT id FROM message WHERE ("to" && ARRAY[${theirs}] OR cc && ARRAY[${theirs}])
      AND NOT EXISTS (SELECT 1 FROM unnest("to") AS one WHERE one NOT IN (${theirs})) ORDER BY id FOR UPDATE`;
  const counts = await eraseMails(
    rec,
    only.map(({ id }) => id),
  );
  const without = (column: ReturnType<typeof sql>) =>
    sql`ARRAY(SELECT one FROM unnest(${column}) AS one WHERE one NOT IN (${theirs}))`;
  await tx.$executeRaw`
    UPDATE message SET "to" = ${without(sql`"to"`)}, cc = ${without(sql`cc`)}
    WHERE "to" && ARRAY[${theirs}] OR cc && ARRAY[${theirs}]`;
  return counts;
}

/** How many courses have to be kept for now. */
async function keptCompletions(
  { tx, at }: Recording,
  { programs }: Pick<RecordServices, 'programs'>,
  ids: readonly string[],
): Promise<number> {
  const after = keptAfter(at, programs);
  return tx.completion.count({ where: { personId: { in: [...ids] }, completedAt: { gt: after } } });
}

const keptAfter = (at: Date, programs: RecordServices['programs']) =>
  new Date(at.getTime() - programs.current().program.retention.completionDays * DAY_MS);

/** A name and courses are left, and no way to reach anybody. */
async function reduceToName(
  { tx, at }: Recording,
  { programs }: Pick<RecordServices, 'programs'>,
  { ids, emails }: Whom,
): Promise<Counts> {
  const personId = { in: [...ids] };
  const completions = await tx.completion.deleteMany({
    where: { personId, completedAt: { lte: keptAfter(at, programs) } },
  });
  await tx.personEvent.deleteMany({ where: { personId } });
  await tx.personEvent.updateMany({ where: { email: { in: [...emails] } }, data: { email: null } });
  const addresses = await tx.personEmail.deleteMany({ where: { personId } });
  await tx.person.updateMany({
    where: { id: personId },
    data: { state: null, licensedIn: [], ovcGrantee: false, organizationId: null },
  });
  return addCounts({ addresses: addresses.count, completions: completions.count });
}
