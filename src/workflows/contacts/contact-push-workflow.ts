import { proxyActivities, sleep } from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';
import type { Starts } from '../../ports/process-inputs.js';
import { goesOnAfterFailure } from '../goes-on-after-failure.js';
import { isSince } from '../patches.js';

const { tellContact } = proxyActivities<Activities>({
  // However often, and however long the nation asks to wait each time.
  scheduleToCloseTimeout: '14 days',
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '5 seconds', maximumInterval: '5 minutes' },
  summary: 'tell',
});

/**
 * Tells the nation one choice of somebody: again as long as it can't be told, for two weeks. What is left then stands
 * as a problem on the subscription; the next choice, or `reconcile`, tries anew.
 */
export async function contactPush(input: Starts['contactPush']): Promise<void> {
  if (!isSince('retriesByPolicy')) return pushInALoop(input);
  await tellContact(input).catch(goesOnAfterFailure);
}

const { pushContact } = proxyActivities<Activities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '5 seconds', maximumInterval: '5 minutes' },
  summary: 'tell',
});

/** Half a minute, doubled to six hours: two weeks in all. */
const TRIES = 62;
const FIRST_MS = 30_000;
const LONGEST_MS = 6 * 60 * 60_000;

async function pushInALoop(input: Starts['contactPush']): Promise<void> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const pushed = await pushContact(input);
    if (pushed.state !== 'again') return;
    const wait = Math.max(pushed.afterMs, Math.min(LONGEST_MS, FIRST_MS * 2 ** tried));
    await sleep(wait, { summary: 'try-again' });
  }
}
