import { proxyActivities, sleep } from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';

export interface SubmissionExpiryInput {
  v: 1;
  id: string;
  /** Absent in forms of before there were reminders. */
  remindAt?: string[];
  expiresAt: string;
}

const { remindOfSubmission, eraseSubmission } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
});

/** A web form whose address is never proved doesn't stay; until then its sender is reminded. */
export async function submissionExpiry({
  id,
  remindAt = [],
  expiresAt,
}: SubmissionExpiryInput): Promise<void> {
  for (const [index, at] of remindAt.entries()) {
    await until(at);
    const { left } = await remindOfSubmission({ v: 1, id, at, next: remindAt[index + 1] ?? expiresAt });
    if (!left) return;
  }
  await until(expiresAt);
  await eraseSubmission({ v: 1, id });
}

async function until(instant: string): Promise<void> {
  await sleep(Math.max(1, Date.parse(instant) - Date.now()));
}
