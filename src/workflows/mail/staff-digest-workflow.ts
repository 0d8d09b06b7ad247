import { continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';
import type { Starts } from '../../ports/process-inputs.js';

const { writeDigests } = proxyActivities<Activities>({
  // A minute of it waits for reminders that are due at the same time.
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '1 minute' },
  summary: 'daily-digest',
});

/** A morning is about eight events; half a year of them, and it continues as new. */
const LONG_HISTORY = 1_000;

/** Each business day at the hour of reminders, one mail to each of the staff about what waits for them. */
export async function staffDigest(input: Starts['staffDigest']): Promise<void> {
  const long = input.continueAfterEvents ?? LONG_HISTORY;
  let { at } = input;
  while (workflowInfo().historyLength < long) {
    await sleep(Math.max(1, Date.parse(at) - Date.now()), { summary: 'daily-digest' });
    const { next } = await writeDigests({ v: 1, episode: input.episode, at });
    if (next === null) return;
    at = next;
  }
  await continueAsNew<typeof staffDigest>({ ...input, at });
}
