import { proxyActivities, sleep } from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';
import type { Starts } from '../../ports/process-inputs.js';
import { goesOnAfterFailure } from '../goes-on-after-failure.js';

const { eraseSubmission } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  summary: 'erase',
});
/** A reminder that can't be made is given up: what stands behind it, the erasure, must come. */
const { remindOfSubmission } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  scheduleToCloseTimeout: '12 hours',
  summary: 'remind',
});

/** A web form whose address is never proved doesn't stay; until then its sender is reminded. */
export async function submissionExpiry({
  id,
  remindAt = [],
  expiresAt,
}: Starts['submissionExpiry']): Promise<void> {
  for (const [index, at] of remindAt.entries()) {
    await until(at, 'remind');
    const next = remindAt[index + 1] ?? expiresAt;
    const reminded = await remindOfSubmission({ v: 1, id, at, next }).catch(goesOnAfterFailure);
    if (reminded && !reminded.left) return;
  }
  await until(expiresAt, 'erase');
  await eraseSubmission({ v: 1, id });
}

async function until(instant: string, summary: string): Promise<void> {
  await sleep(Math.max(1, Date.parse(instant) - Date.now()), { summary });
}
