import type { CallEvent } from '../../domain/calls/call-state.js';
import { type CallStatus, isLive, NEAR_STATUSES } from '../../domain/calls/call-statuses.js';
import { zoomAttendanceWorkflowId, zoomMeetingWorkflowId } from '../../domain/calls/workflow-id.js';
import type { Meetings } from '../../ports/meetings.js';
import type { RecordServices } from '../../ports/services.js';
import type { Recording } from '../recording.js';

/** Meetings that the desk makes itself, or null: then links and attendance are staff's. */
export function zoomOf({ meetings }: Pick<RecordServices, 'meetings'>): Meetings | null {
  return meetings?.kind === 'zoom' ? (meetings as Meetings) : null;
}

/**
 * After an event of a call: its meeting is made once the window is open, and looks at the call again after whatever
 * may concern it; when the call is over, who was there is asked for.
 */
export async function meetingHears(
  rec: Recording,
  services: Pick<RecordServices, 'meetings'>,
  { callId, event, status }: { callId: string; event: Pick<CallEvent, 'type'>; status: CallStatus },
): Promise<void> {
  if (!zoomOf(services)) return;
  if (event.type === 'held') {
    await askWhoWasThere(rec, callId);
  }
  const workflowId = zoomMeetingWorkflowId(callId);
  // Any event of an open call will do: Zoom may have been connected after its window opened.
  if (isLive(status) && status !== 'planned') {
    await lookAfterMeeting(rec, callId);
    rec.outbox.signal('meetingChanged', workflowId, { v: 1 });
  } else if (event.type === 'cancelled' || event.type === 'held' || event.type === 'rescheduled') {
    rec.outbox.signal('meetingChanged', workflowId, { v: 1 });
  }
}

/** Starts the process of a call's meeting, if it isn't there yet. */
export async function lookAfterMeeting(rec: Recording, callId: string): Promise<void> {
  const workflowId = zoomMeetingWorkflowId(callId);
  rec.outbox.start('zoomMeeting', workflowId, { v: 1, callId });
}

/** Once a call: whoever says first that it is over, its own process or Zoom. */
export async function askWhoWasThere(rec: Recording, callId: string): Promise<void> {
  const workflowId = zoomAttendanceWorkflowId(callId);
  rec.outbox.start('zoomAttendance', workflowId, { v: 1, callId });
}

/** Somebody was approved or is out: the meetings of the series' open calls look again. */
export async function registrationChanged(
  rec: Recording,
  services: Pick<RecordServices, 'meetings'>,
  { seriesId }: { seriesId: string },
): Promise<void> {
  const { tx } = rec;
  if (!zoomOf(services)) return;
  const calls = await tx.call.findMany({
    where: { seriesId, status: { in: NEAR_STATUSES } },
    select: { id: true },
  });
  for (const { id } of calls) {
    const workflowId = zoomMeetingWorkflowId(id);
    rec.outbox.signal('meetingChanged', workflowId, { v: 1 });
  }
}
