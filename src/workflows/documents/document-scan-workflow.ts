import { ActivityFailure, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/create-activities.js';
import type { Starts } from '../../ports/process-inputs.js';

const { scanDocument } = proxyActivities<Activities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '20 seconds',
  // A scanner that is away for three days needs a person, who was told after hours.
  scheduleToCloseTimeout: '3 days',
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '10 minutes' },
  summary: 'scan',
});
const { leaveUnchecked } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  summary: 'give-up',
});

/** Finds out whether a document is clean, or leaves it `unchecked`: held all the same. */
export async function documentScan({ documentId }: Starts['documentScan']): Promise<void> {
  try {
    await scanDocument({ v: 1, documentId });
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    await leaveUnchecked({ v: 1, documentId });
  }
}
