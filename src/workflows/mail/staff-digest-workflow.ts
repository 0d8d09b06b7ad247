import { continueAsNew, proxyActivities, sleep, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';
import type { Starts } from '../../ports/process-inputs.js';
import { goesOnAfterFailure } from '../goes-on-after-failure.js';
import { isSince } from '../patches.js';

const { writeDigests } = proxyActivities<Activities>({
  // A minute of it waits for reminders that are due at the same time.
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { maximumInterval: '1 minute' },
  summary: 'daily-digest',
});

/** What fails three times is tried again the next morning. */
const { tendInvitations } = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '10 seconds', maximumAttempts: 3 },
  summary: 'mentor-invitations',
});

const { tellOfEndingKeys } = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '10 seconds', maximumAttempts: 3 },
  summary: 'keys-ending',
});

/** A morning is about twenty-four events; a quarter of a year of them, and it continues as new. */
const LONG_HISTORY = 1_000;

/**
 * Each business day at the hour of reminders, one mail to each of the staff about what waits for them. Then what else is
 * looked at each morning; whatever becomes of that, digests go on.
 */
export async function staffDigest(input: Starts['staffDigest']): Promise<void> {
  const long = input.continueAfterEvents ?? LONG_HISTORY;
  let { at } = input;
  while (workflowInfo().historyLength < long) {
    await sleep(Math.max(1, Date.parse(at) - Date.now()), { summary: 'daily-digest' });
    const { next } = await writeDigests({ v: 1, episode: input.episode, at });
    if (next === null) return;
    if (isSince('tendsInvitationsApart')) await tendInvitations({ v: 1, at }).catch(goesOnAfterFailure);
    if (isSince('tellsOfEndingKeys')) await tellOfEndingKeys({ v: 1 }).catch(goesOnAfterFailure);
    at = next;
  }
  await continueAsNew<typeof staffDigest>({ ...input, at });
}
