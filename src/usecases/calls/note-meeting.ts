import { staffShouldHear } from '../../domain/calls/meeting-problem.js';
import type { RecordServices } from '../../ports/services.js';
import { recording } from '../recording.js';
import { lockCall } from './call-row.js';
import { tellStaffOfMeeting } from './tell-staff.js';

/** How a call's meeting was found. Fields left out stay as they are known. */
export interface MeetingFound {
  meetingId?: string | null;
  /** Null: as it should be. `kept`: it would keep something. */
  problem: string | null;
  /** There is more to look at: nobody is told yet. */
  more?: boolean;
  /** An outage or a limit: nobody need do anything. */
  passesByItself?: boolean;
  unchecked?: string[];
  capacity?: number | null;
}

/** Keeps on the call's row how its meeting was found. Staff get mail of what is wrong, once for each time it begins. */
export async function noteMeeting(
  services: RecordServices,
  callId: string,
  { meetingId, problem: found, more = false, passesByItself = false, unchecked, capacity }: MeetingFound,
): Promise<void> {
  await recording(services, async (rec) => {
    const { tx } = rec;
    const known = await lockCall(tx, callId);
    if (!known) return;
    const { at } = rec;
    // Without a look at the settings, what was on may still be on.
    const stillKept = found !== null && unchecked === undefined && known.meetingProblem === 'kept';
    const problem = stillKept ? 'kept' : found;
    const begins = problem !== null && problem !== known.meetingProblem;
    const since = problem === null ? null : begins ? at : (known.meetingProblemSince ?? at);
    const updated = await tx.call.update({
      where: { id: callId },
      data: {
        zoomMeetingId: meetingId,
        meetingProblem: problem,
        meetingProblemSince: since,
        meetingUnchecked: unchecked,
        meetingCapacity: capacity,
      },
    });
    const call = { ...updated, dataKey: known.dataKey };
    if (problem === null || since === null || more || call.status === 'held') return;
    const startsAt = call.startsAt.toISOString();
    if (!staffShouldHear({ passesByItself, at: at.toISOString(), startsAt })) return;
    await tellStaffOfMeeting(rec, services, {
      call,
      trouble: problem === 'kept' ? 'kept' : 'other',
      // What comes and goes all day is told once that day.
      occasion: `${problem}#${since.toISOString().slice(0, 10)}`,
    });
  });
}
