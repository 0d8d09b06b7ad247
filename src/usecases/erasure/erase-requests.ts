import { introductionWorkflowId } from '../../domain/mentors/workflow-id.js';
import { releaseWorkflowId } from '../../domain/releases/workflow-id.js';
import {
  correspondenceId,
  mailWorkflowId,
  requestWorkflowId,
  unconfirmedSubmissionWorkflowId,
} from '../../domain/requests/workflow-id.js';
import { eraseScans } from '../documents/begin-scan.js';
import { lockRows } from '../lock.js';
import type { Recording } from '../recording.js';
import { joined, sql } from '../sql.js';
import { addCounts, type Counts } from './counts.js';
import { eraseWorkflows } from './erase-workflow.js';
import { heldRequests, withoutNewHolds } from './held.js';

/** A request with those that were merged into it, in whatever steps: they say the same. */
export async function withMerged(rec: Recording, id: string): Promise<string[]> {
  const rows = await rec.tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE one(id) AS (
      SELECT id FROM ta_request WHERE id = ${id}::uuid
      UNION SELECT r.id FROM ta_request r JOIN one ON r.merged_into_id = one.id)
    SELECT id FROM one`;
  return rows.map((row) => row.id);
}

/**
 * Erases requests that no hold keeps: words, documents, events, tasks, mails, introductions, the call question each began as,
 * and their processes. `endedOnly`: an introduction that still runs goes on without it. Who had read them stays until its own time is up. A request that is not there is nothing to do.
 * `organizations`: whose they were; of nobody else's by now, whoever erases by hand erases them.
 */
export async function eraseRequests(
  rec: Recording,
  ids: readonly string[],
  { endedOnly = false }: { endedOnly?: boolean } = {},
): Promise<{ erased: string[]; organizations: string[]; counts: Counts }> {
  const { tx } = rec;
  if (ids.length === 0) return { erased: [], organizations: [], counts: {} };
  await withoutNewHolds(tx);
  const rows = await lockRows<{ id: string; episode: number; organization: string | null }>(tx)`
    SELECT id, episode, organization_id AS organization FROM ta_request
    WHERE id IN (${joined(ids.map((id) => sql`${id}::uuid`))}) AND id NOT IN (${heldRequests}) ORDER BY id FOR UPDATE`;
  const erased = rows.map(({ id }) => id);
  const requestId = { in: erased };
  const introductions = await tx.introduction.findMany({
    where: { requestId, ...(endedOnly ? { endedAt: { not: null } } : {}) },
    select: { id: true },
  });
  const counts = await eraseIntroductions(
    rec,
    introductions.map(({ id }) => id),
  );
  const releases = (await tx.release.findMany({ where: { requestId }, select: { id: true } })).map(({ id }) =>
    releaseWorkflowId(id),
  );
  const mails = await eraseMailsAbout(rec, erased);
  // A form that was confirmed has the id of its request; one that was asked on a call has the same words.
  const questions = await tx.callQuestion.deleteMany({ where: { requestId } });
  const forms = await tx.unconfirmedSubmission.deleteMany({ where: { id: requestId } });
  const texts = await tx.caseText.deleteMany({ where: { requestId } });
  const inWork = await tx.answerInWork.deleteMany({ where: { requestId } });
  const comments = await tx.draftComment.deleteMany({ where: { requestId } });
  await eraseScans(
    rec,
    await tx.caseDocument.findMany({
      where: { requestId },
      select: { id: true, scan: true, scanRound: true },
    }),
  );
  const documents = await tx.caseDocument.deleteMany({ where: { requestId } });
  const tasks = await tx.requestTask.deleteMany({ where: { requestId } });
  const workflows = rows.flatMap(({ id, episode }) =>
    Array.from({ length: episode }, (_, before) => before + 1).flatMap((one) => [
      requestWorkflowId(id, one),
      correspondenceId(id, one),
    ]),
  );
  const events = await tx.processEvent.deleteMany({
    where: { OR: [{ requestId }, { workflowId: { in: [...workflows, ...releases] } }] },
  });
  // The rest goes with the row: what it is alike by, mentions, what was handed over, holds that were lifted, releases.
  await tx.taRequest.deleteMany({ where: { id: requestId } });
  await eraseWorkflows(rec, [
    ...workflows.filter((id) => !id.endsWith('/correspondence')),
    ...erased.map(unconfirmedSubmissionWorkflowId),
    ...releases,
  ]);
  return {
    erased,
    organizations: [...new Set(rows.flatMap(({ organization }) => organization ?? []))],
    counts: addCounts(counts, mails, {
      requests: erased.length,
      texts: texts.count + inWork.count + comments.count,
      documents: documents.count,
      tasks: tasks.count,
      events: events.count,
      callQuestions: questions.count,
      forms: forms.count,
    }),
  };
}

/** Introductions, whatever has become of them, with their words, mails and processes. */
export async function eraseIntroductions(rec: Recording, ids: readonly string[]): Promise<Counts> {
  if (ids.length === 0) return {};
  const { tx } = rec;
  const mails = await eraseMailsAbout(rec, ids);
  const workflows = ids.map(introductionWorkflowId);
  const events = await tx.processEvent.deleteMany({ where: { workflowId: { in: workflows } } });
  const { count } = await tx.introduction.deleteMany({ where: { id: { in: [...ids] } } });
  await eraseWorkflows(rec, workflows);
  return addCounts(mails, { introductions: count, events: events.count });
}

/** Mails about these, on their way ones too: they never leave. */
export async function eraseMailsAbout(rec: Recording, ids: readonly string[]): Promise<Counts> {
  const about = { in: [...ids] };
  const where = { OR: [{ aboutId: about }, { relatedId: about }] };
  const rows = await rec.tx.message.findMany({ where, select: { id: true } });
  return eraseMails(
    rec,
    rows.map(({ id }) => id),
  );
}

export async function eraseMails(rec: Recording, ids: readonly string[]): Promise<Counts> {
  if (ids.length === 0) return {};
  const { count } = await rec.tx.message.deleteMany({ where: { id: { in: [...ids] } } });
  await eraseWorkflows(rec, ids.map(mailWorkflowId));
  return { mails: count };
}
