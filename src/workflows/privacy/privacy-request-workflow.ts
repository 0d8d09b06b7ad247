import {
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';
import type { Signals, Starts } from '../../ports/process-inputs.js';

const { tendPrivacyRequest } = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  retry: { maximumInterval: '10 minutes' },
  summary: 'tend-privacy-request',
});

/** It was decided, or taken back. */
export const privacyChanged = defineSignal<[Signals['privacyChanged']]>('privacyChanged');

/** A look is about eight events: months of them, and it continues as new. */
const LONG_HISTORY = 800;

/**
 * A wish for a copy or an erasure, from its confirmation to its end: staff are reminded before its day and hear of it past
 * that, and an erasure that was granted is carried out once the last mail has left. When it is looked at next, the look says.
 */
export async function privacyRequest(input: Starts['privacyRequest']): Promise<void> {
  const long = input.continueAfterEvents ?? LONG_HISTORY;
  let { at } = input;
  let changed = false;
  setHandler(privacyChanged, () => {
    changed = true;
  });
  while (workflowInfo().historyLength < long) {
    const wait = Date.parse(at) - Date.now();
    if (!changed && wait > 0) await condition(() => changed, wait, { summary: 'tend-privacy-request' });
    changed = false;
    const { next } = await tendPrivacyRequest({ v: 1, id: input.id, at });
    if (next === null) return;
    at = next;
  }
  await continueAsNew<typeof privacyRequest>({ ...input, at });
}
