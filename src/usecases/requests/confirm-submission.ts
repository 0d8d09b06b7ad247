import type { Submission } from '../../domain/requests/submission.schema.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { findOrCreatePerson } from '../people/find-or-create-person.js';
import type { Recording } from '../recording.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { hashToken } from '../tokens.js';
import { acceptRequest, supervisorHeld } from './accept-request.js';
import { lockSubmission, NO_WORDS, openSubmission } from './unconfirmed-submission.js';
import { formOfLink } from './waiting-submission.js';

/**
 * The owner of an address says, through the link mailed there, that a form is theirs: it becomes a request, counted
 * from its sending. Used twice it is the same request. A form that the program no longer accepts stays, with the
 * reason, until its day of erasure. Refuses `not-found` and what intake refuses.
 */
export async function confirmSubmission(
  services: Services,
  token: string,
): Promise<Result<{ requestId: string; email: string }>> {
  const found = await formOfLink(services, token);
  if (!found) return gone();
  return recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    const row = await lockSubmission(rec, found.id);
    if (row?.tokenHash !== hashToken(token)) return gone();
    const done = { requestId: row.id, email: row.email };
    if (row.confirmedAt) return ok(done);
    const submission = openSubmission(services, row);
    const personId = await owner(rec, submission);
    const accepted = await acceptRequest(rec, services, {
      submission,
      id: row.id,
      actor: `person:${personId}`,
      onBehalfOf: null,
      receivedAt: row.sentAt,
      imported: false,
      files: { submissionId: row.id },
    });
    if (!accepted.ok) return accepted;
    await tx.unconfirmedSubmission.update({
      where: { id: row.id },
      data: { confirmedAt: rec.at, sealed: NO_WORDS },
    });
    return ok(done);
  });
}

/** They read mail there: the link was used. On staff or not, here they ask for themselves. */
async function owner(rec: Recording, submission: Submission): Promise<string> {
  const { tx } = rec;
  const { requester } = submission;
  const { id } = await findOrCreatePerson(tx, requester, rec.at, supervisorHeld(submission));
  await tx.personEmail.updateMany({
    where: { email: requester.email, verifiedAt: null },
    data: { verifiedAt: rec.at },
  });
  return id;
}

const gone = () => refuse('submission-link-over');
