import { type KeptAnswers, keptAnswersOf, type Submission } from '../../domain/requests/submission.schema.js';
import type { RequestRow } from './request-row.js';

/** What a request's row has from the form, as it was sent. The words of the case are sealed elsewhere. */
export function columnsOf(submission: Submission) {
  const { requester } = submission;
  const court = submission.courtOrFilingDeadline ?? null;
  const kept: Pick<RequestRow, keyof KeptAnswers> = keptAnswersOf(submission);
  return {
    ...kept,
    requesterEmail: requester.email,
    requesterName: requester.name,
    requesterRole: requester.role,
    requesterState: requester.state ?? null,
    licensedIn: requester.licensedIn,
    ovcGrantee: requester.ovcGrantee,
    organizationName: requester.organization ?? null,
    topics: [...new Set(submission.topics)],
    courtDeadlineKind: court?.kind ?? null,
    courtDeadlineDate: court ? new Date(`${court.date}T00:00:00Z`) : null,
  };
}
