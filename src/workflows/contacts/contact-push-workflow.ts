import { proxyActivities, sleep } from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';

export interface ContactPushInput {
  v: 1;
  subscriptionId: string;
  seq: number;
}

const { pushContact } = proxyActivities<Activities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '5 seconds', maximumInterval: '5 minutes' },
});

/** Half a minute, doubled to six hours: two weeks in all. */
const TRIES = 62;
const FIRST_MS = 30_000;
const LONGEST_MS = 6 * 60 * 60_000;

/**
 * Tells the nation one choice of somebody: again as long as it can't be told, for two weeks. What is left then stands
 * as a problem on the subscription; the next choice, or `reconcile`, tries anew.
 */
export async function contactPush(input: ContactPushInput): Promise<void> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const pushed = await pushContact(input);
    if (pushed.state !== 'again') return;
    await sleep(Math.max(pushed.afterMs, Math.min(LONGEST_MS, FIRST_MS * 2 ** tried)));
  }
}
