import { proxyActivities, sleep } from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';

export interface SubmissionExpiryInput {
  v: 1;
  id: string;
  expiresAt: string;
}

const { eraseSubmission } = proxyActivities<Activities>({ startToCloseTimeout: '1 minute' });

/** A web form whose address is never proved doesn't stay. */
export async function submissionExpiry({ id, expiresAt }: SubmissionExpiryInput): Promise<void> {
  await sleep(Math.max(1, Date.parse(expiresAt) - Date.now()));
  await eraseSubmission({ v: 1, id });
}
