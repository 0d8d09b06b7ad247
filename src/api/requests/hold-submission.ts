import type { Services } from '../../activities/ports.js';
import type { Actor } from '../../domain/people/actor.js';
import { refuseCourtDate } from '../../domain/requests/court-date-range.js';
import { intake } from '../../domain/requests/intake.js';
import type { Submission } from '../../domain/requests/submission.schema.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { submissionExpiryWorkflowId } from '../../domain/requests/workflow-id.js';
import { ok, type Result } from '../../domain/result.js';
import { todayOf } from '../../records/calendar/today-of.js';
import { enqueueStart } from '../../records/outbox/enqueue.js';
import { inRecording } from '../../records/requests/request-row.js';
import { submitRequest } from './submit-request.js';

const FIELD = 'submission';

/**
 * Keeps a web form of somebody whose address is not proved yet, sealed. It counts from now once they follow
 * the link; otherwise its own small workflow erases it. Under the same id it is kept once.
 */
export async function holdSubmission(
  services: Services,
  submission: Submission,
  id: string,
): Promise<Result<{ id: string; email: string }>> {
  const { program } = services.programs.current();
  const taken = intake(submission, program, []);
  if (!taken.ok) return taken;
  const sentAt = services.clock.now();
  const slip = refuseCourtDate(submission.courtOrFilingDeadline, todayOf(services));
  if (slip) return slip;
  const dataKey = services.vault.newDataKey();
  const expiresAt = new Date(sentAt.getTime() + program.clock.unconfirmedSubmissionDays * 86_400_000);
  const email = submission.requester.email;
  await inRecording(services, async (tx, toKick) => {
    const { count } = await tx.unconfirmedSubmission.createMany({
      skipDuplicates: true,
      data: {
        id,
        email,
        dataKey,
        sealed: services.vault.seal(
          dataKey,
          { table: 'unconfirmed_submission', rowId: id, field: FIELD },
          JSON.stringify(submission),
        ),
        sentAt,
        expiresAt,
      },
    });
    if (count === 0) return;
    const workflowId = submissionExpiryWorkflowId(id);
    await enqueueStart(tx, {
      workflowId,
      name: 'submissionExpiry',
      input: { v: 1, id, expiresAt: expiresAt.toISOString() },
      at: sentAt,
    });
    toKick(workflowId);
  });
  return ok({ id, email });
}

/** After a sign-in by link: what this person had sent unproved becomes requests, counted from their sending. */
export async function confirmSubmissions(services: Services, actor: Actor): Promise<Result<RequestView[]>> {
  if (actor.kind !== 'person' && actor.kind !== 'user') return ok([]);
  const held = await services.db.unconfirmedSubmission.findMany({
    where: { email: { in: await addressesOf(services, actor) } },
    orderBy: { sentAt: 'asc' },
  });
  const views: RequestView[] = [];
  for (const row of held) {
    const text = services.vault.open(
      row.dataKey,
      { table: 'unconfirmed_submission', rowId: row.id, field: FIELD },
      row.sealed,
    );
    const submitted = await submitRequest(services, actor, JSON.parse(text) as Submission, {
      receivedAt: row.sentAt,
    });
    if (submitted.ok) views.push(submitted.value);
    // Refused now (sent twice, say): keeping it helps nobody.
    await services.db.unconfirmedSubmission.deleteMany({ where: { id: row.id } });
  }
  return ok(views);
}

async function addressesOf(
  services: Services,
  actor: Extract<Actor, { kind: 'person' | 'user' }>,
): Promise<string[]> {
  if (actor.kind === 'user') return [actor.email];
  const rows = await services.db.personEmail.findMany({ where: { personId: actor.id } });
  return [...new Set([actor.email.toLowerCase(), ...rows.map((row) => row.email)])];
}
