import { ActivityFailure, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';
import type { Starts } from '../../ports/process-inputs.js';

const { deliverMail } = proxyActivities<Activities>({
  startToCloseTimeout: '2 minutes',
  // A worker that was killed is noticed soon; the next attempt then says that the mail's fate is unknown.
  heartbeatTimeout: '10 seconds',
  // About a day in all: a mail server that is away that long needs a person.
  retry: {
    initialInterval: '10 seconds',
    backoffCoefficient: 2,
    maximumInterval: '1 hour',
    maximumAttempts: 32,
  },
  summary: 'deliver',
});
const { giveUpMail } = proxyActivities<Activities>({ startToCloseTimeout: '1 minute', summary: 'give-up' });

/** Delivers one message, or leaves it `failed` or `unknown` for staff. */
export async function mailDelivery({ messageId }: Starts['mailDelivery']): Promise<void> {
  const message = { v: 1 as const, messageId, at: new Date(Date.now()).toISOString() };
  try {
    await deliverMail(message);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    await giveUpMail(message);
  }
}
