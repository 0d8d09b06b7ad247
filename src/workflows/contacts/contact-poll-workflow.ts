import { ActivityFailure, continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { PolledContacts } from '../../activities/contacts/poll-contacts.js';
import type { Activities } from '../../activities/create-activities.js';
import type { Starts } from '../../ports/process-inputs.js';

const { pollContacts } = proxyActivities<Activities>({
  // The first time after a long while may be many pages.
  startToCloseTimeout: '2 hours',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '5 seconds', maximumInterval: '5 minutes', maximumAttempts: 20 },
  summary: 'poll',
});

const LONG_HISTORY = 1_000;
const AFTER_FAILURE_MS = 15 * 60_000;

/** Asks again and again what changed at the nation, for as long as it is connected. A timer, not a Schedule. */
export async function contactPoll(input: Starts['contactPoll']): Promise<void> {
  const long = input.continueAfterEvents ?? LONG_HISTORY;
  while (workflowInfo().historyLength < long) {
    const polled = await polledOrLater(input);
    if (polled.state === 'off') return;
    await sleep(polled.afterMs, { summary: 'poll-again' });
  }
  await continueAsNew<typeof contactPoll>(input);
}

/** Whatever fails, the asking goes on. */
async function polledOrLater(input: Starts['contactPoll']): Promise<PolledContacts> {
  try {
    return await pollContacts(input);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    return { state: 'wait', afterMs: AFTER_FAILURE_MS };
  }
}
