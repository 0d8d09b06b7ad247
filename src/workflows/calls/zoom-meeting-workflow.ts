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

/** The call, or who may attend it, changed. Says nothing else: the meeting is made to fit what stands there. */
export const meetingChanged = defineSignal<[Signals['meetingChanged']]>('meetingChanged');

const { syncZoomMeeting } = proxyActivities<Activities>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '5 seconds', maximumInterval: '5 minutes' },
  summary: 'make-it-fit',
});

const LONG_HISTORY = 1_000;

/** The meeting of one call, from the day its window opens until it is over or cancelled. One sync at a time. */
export async function zoomMeeting(input: Starts['zoomMeeting']): Promise<void> {
  const longHistory = input.continueAfterEvents ?? LONG_HISTORY;
  let changed = true;
  setHandler(meetingChanged, () => {
    changed = true;
  });
  for (;;) {
    changed = false;
    const synced = await syncZoomMeeting(input);
    if (synced.state === 'over' && !changed) return;
    if (synced.state === 'more') changed = true;
    if (!changed && workflowInfo().historyLength > longHistory) {
      await continueAsNew<typeof zoomMeeting>(input);
    }
    // A wait that a service asked for ends early when something changes.
    if (synced.state === 'again') await condition(() => changed, synced.afterMs, { summary: 'try-again' });
    else await condition(() => changed);
  }
}
