import { ActivityFailure, type ActivityOptions, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';
import type { Starts } from '../../ports/process-inputs.js';

const BRIEFLY: ActivityOptions = { startToCloseTimeout: '10 minutes', heartbeatTimeout: '10 seconds' };
const SENDING: ActivityOptions = {
  // Thousands of mails by a slow server; the sign of life tells a dead worker from a slow one.
  startToCloseTimeout: '6 hours',
  heartbeatTimeout: '10 seconds',
  // A reminder is of use for hours only: a worker that dies a few times must not cost minutes. About ten hours in all.
  retry: {
    initialInterval: '2 seconds',
    backoffCoefficient: 1.3,
    maximumInterval: '1 minute',
    maximumAttempts: 600,
  },
};
const { prepareBulkMail, sendBulkMail, giveUpBulkMail } = proxyActivities<Activities>(BRIEFLY);

/** One mail to everybody who listens to a call: rows first, then one activity that sends and resumes. */
export async function bulkMail({ callId, bulk }: Starts['bulkMail']): Promise<void> {
  const batch = { v: 1 as const, callId, bulk, at: new Date(Date.now()).toISOString() };
  const summary = bulk.kind;
  await prepareBulkMail.executeWithOptions({ ...BRIEFLY, summary }, [batch]);
  try {
    await sendBulkMail.executeWithOptions({ ...SENDING, summary }, [batch]);
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    await giveUpBulkMail.executeWithOptions({ ...BRIEFLY, summary }, [batch]);
  }
}
