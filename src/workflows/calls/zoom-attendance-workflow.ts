import { proxyActivities, sleep } from '@temporalio/workflow';
import type { FetchedAttendance } from '../../activities/calls/fetch-zoom-attendance.js';
import type { Activities } from '../../activities/create-activities.js';
import type { Starts } from '../../ports/process-inputs.js';

const { fetchZoomAttendance } = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '5 seconds', maximumInterval: '5 minutes' },
  summary: 'ask',
});

/** Reports come within the hour as a rule: asked for often at first, and gently for the rest of the day. */
const OFTEN = { tries: 12, everyMs: 15 * 60_000 };
const EVERY_MS = 60 * 60_000;
const TRIES = OFTEN.tries + 21;

/**
 * Who was on a call, asked for every 15 minutes for three hours and then every hour, a day in all. What Zoom says counts when it says the same twice: a
 * meeting may go on past its hour, or be ended and started again. Not known by then: staff enter it.
 */
export async function zoomAttendance({ v, callId }: Starts['zoomAttendance']): Promise<void> {
  let before: string | null = null;
  for (let n = 0; n < TRIES; n += 1) {
    const { state, seen }: FetchedAttendance = await fetchZoomAttendance({ v, callId, before });
    if (state !== 'not-yet') return;
    before = seen;
    await sleep(n < OFTEN.tries ? OFTEN.everyMs : EVERY_MS, { summary: 'ask-again' });
  }
}
