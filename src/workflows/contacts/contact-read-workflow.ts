import { proxyActivities, sleep } from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';
import type { Starts } from '../../ports/process-inputs.js';
import { goesOnAfterFailure } from '../goes-on-after-failure.js';
import { isSince } from '../patches.js';

const { takeContact } = proxyActivities<Activities>({
  scheduleToCloseTimeout: '9 hours',
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '5 seconds', maximumInterval: '5 minutes' },
  summary: 'read',
});

/** Reads a contact that the nation says has changed. After some hours it is left to the poll. */
export async function contactRead(input: Starts['contactRead']): Promise<void> {
  if (!isSince('retriesByPolicy')) return readInALoop(input);
  await takeContact(input).catch(goesOnAfterFailure);
}

const { readContact } = proxyActivities<Activities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '5 seconds', maximumInterval: '5 minutes' },
  summary: 'read',
});

const TRIES = 10;
const FIRST_MS = 30_000;

async function readInALoop(input: Starts['contactRead']): Promise<void> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const read = await readContact(input);
    if (read.state === 'settled') return;
    await sleep(Math.max(read.afterMs, FIRST_MS * 2 ** tried), { summary: 'try-again' });
  }
}
