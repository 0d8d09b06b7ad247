import { continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';
import type { Starts } from '../../ports/process-inputs.js';

const { eraseDue } = proxyActivities<Activities>({
  // Batch by batch: a try that is broken off has erased what it had got to.
  startToCloseTimeout: '2 hours',
  heartbeatTimeout: '1 minute',
  retry: { maximumInterval: '10 minutes' },
  summary: 'daily-erasure',
});

/** A day is about eight events; some three months of them, and it continues as new. */
const LONG_HISTORY = 800;

/** Each day at the program's hour it erases what its time is up for. */
export async function dailyErasure(input: Starts['dailyErasure']): Promise<void> {
  const long = input.continueAfterEvents ?? LONG_HISTORY;
  let { at } = input;
  while (workflowInfo().historyLength < long) {
    await sleep(Math.max(1, Date.parse(at) - Date.now()), { summary: 'daily-erasure' });
    const { next } = await eraseDue({ v: 1, episode: input.episode, at });
    if (next === null) return;
    at = next;
  }
  await continueAsNew<typeof dailyErasure>({ ...input, at });
}
