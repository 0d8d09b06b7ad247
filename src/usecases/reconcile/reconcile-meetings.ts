import { NEAR_STATUSES } from '../../domain/calls/call-statuses.js';
import { zoomAttendanceWorkflowId, zoomMeetingWorkflowId } from '../../domain/calls/workflow-id.js';
import type { Services } from '../../ports/services.js';
import { askWhoWasThere, lookAfterMeeting, zoomOf } from '../calls/zoom-meeting.js';
import { recording } from '../recording.js';
import type { ReconcileReport } from './report.js';

/** So long after a call its attendance is asked for; then it is staff's. */
const ASKED_FOR_MS = 24 * 60 * 60_000;

/**
 * The processes beside a call: of its meeting while the call is open, or cancelled and its meeting still there; and of
 * who was there, in the day after. What Temporal lost of them begins anew: they only look at what stands in the
 * database and at Zoom. What ended by itself is not started again.
 */
export async function reconcileMeetings(services: Services, report: ReconcileReport): Promise<void> {
  if (!zoomOf(services)) return;
  const now = services.clock.now();
  const made = { zoomMeetingId: { not: null } };
  const asked = { gt: new Date(now.getTime() - ASKED_FOR_MS) };
  const calls = await services.db.call.findMany({
    where: {
      OR: [
        { status: { in: NEAR_STATUSES } },
        { status: 'cancelled', ...made, endsAt: { gt: now } },
        { status: 'held', ...made, attendanceKnownAt: null, endsAt: asked },
      ],
    },
    select: { id: true, status: true },
    orderBy: { id: 'asc' },
  });
  for (const { id, status } of calls) {
    const held = status === 'held';
    const workflowId = held ? zoomAttendanceWorkflowId(id) : zoomMeetingWorkflowId(id);
    if ((await services.processes.stateOf(workflowId)) !== 'missing') continue;
    await recording(services, (rec) => (held ? askWhoWasThere : lookAfterMeeting)(rec, id));
    report.restarted.push(workflowId);
  }
}
