import type { CallEvent } from '../../domain/calls/call-state.js';
import { type CallStatus, isLive, NEAR_STATUSES } from '../../domain/calls/call-statuses.js';
import { zoomAttendanceWorkflowId, zoomMeetingWorkflowId } from '../../domain/calls/workflow-id.js';
import type { Transaction } from '../../ports/database.js';
import type { Meetings } from '../../ports/meetings.js';
import type { RecordServices } from '../../ports/services.js';
import { enqueueSignal, enqueueStart } from '../outbox/enqueue.js';

type Kick = (workflowId: string | null) => void;

/** Meetings that the desk makes itself, or null: then links and attendance are staff's. */
export function zoomOf({ meetings }: Pick<RecordServices, 'meetings'>): Meetings | null {
  return meetings?.kind === 'zoom' ? (meetings as Meetings) : null;
}

/**
 * After an event of a call: its meeting is made once the window is open, and looks at the call again after whatever
 * may concern it; when the call is over, who was there is asked for.
 */
export async function meetingHears(
  tx: Transaction,
  services: Pick<RecordServices, 'meetings'>,
  toKick: Kick,
  { callId, event, status }: { callId: string; event: Pick<CallEvent, 'type' | 'at'>; status: CallStatus },
): Promise<void> {
  if (!zoomOf(services)) return;
  const at = new Date(event.at);
  if (event.type === 'held') {
    toKick(await askWhoWasThere(tx, callId, at));
  }
  const workflowId = zoomMeetingWorkflowId(callId);
  // Any event of an open call will do: Zoom may have been connected after its window opened.
  if (isLive(status) && status !== 'planned') {
    toKick(await lookAfterMeeting(tx, callId, at));
    await enqueueSignal(tx, { workflowId, name: 'meetingChanged', input: { v: 1 }, at });
  } else if (event.type === 'cancelled' || event.type === 'held' || event.type === 'rescheduled') {
    await enqueueSignal(tx, { workflowId, name: 'meetingChanged', input: { v: 1 }, at });
    toKick(workflowId);
  }
}

/** Starts the process of a call's meeting, if it isn't there yet. Answers the workflow to kick. */
export async function lookAfterMeeting(tx: Transaction, callId: string, at: Date): Promise<string> {
  const workflowId = zoomMeetingWorkflowId(callId);
  await enqueueStart(tx, { workflowId, name: 'zoomMeeting', input: { v: 1, callId }, at });
  return workflowId;
}

/** Once a call: whoever says first that it is over, its own process or Zoom. Answers the workflow to kick. */
export async function askWhoWasThere(tx: Transaction, callId: string, at: Date): Promise<string> {
  const workflowId = zoomAttendanceWorkflowId(callId);
  await enqueueStart(tx, { workflowId, name: 'zoomAttendance', input: { v: 1, callId }, at });
  return workflowId;
}

/** Somebody was approved or is out: the meetings of the series' open calls look again. */
export async function registrationChanged(
  tx: Transaction,
  services: Pick<RecordServices, 'meetings'>,
  toKick: Kick,
  { seriesId, at }: { seriesId: string; at: Date },
): Promise<void> {
  if (!zoomOf(services)) return;
  const calls = await tx.call.findMany({
    where: { seriesId, status: { in: NEAR_STATUSES } },
    select: { id: true },
  });
  for (const { id } of calls) {
    const workflowId = zoomMeetingWorkflowId(id);
    await enqueueSignal(tx, { workflowId, name: 'meetingChanged', input: { v: 1 }, at });
    toKick(workflowId);
  }
}
