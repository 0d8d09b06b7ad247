import type { KeptFact, MeetingFact, ZoomFact } from '../../ports/meetings.js';
import type { RecordServices } from '../../ports/services.js';
import type { CallRow } from '../calls/call-row.js';
import { noteMeetingEnd, notePresence } from '../calls/presence.js';
import { tellStaffOfMeeting } from '../calls/tell-staff.js';
import { askWhoWasThere } from '../calls/zoom-meeting.js';
import { withKey } from '../data-keys.js';
import type { Recording } from '../recording.js';
import type { TakeFact } from './once.js';

type Services = Pick<RecordServices, 'log' | 'vault' | 'mail' | 'appUrl' | 'programs'>;

/**
 * What Zoom tells of our calls' meetings: who comes and goes, for the live view; an end, so that the desk asks who was
 * there; that something is being kept, of which staff get mail at once.
 */
export function takeZoomFact(services: Services): TakeFact<ZoomFact> {
  return async (rec, fact) => {
    const call = await rec.tx.call.findFirst({ where: { zoomMeetingId: fact.meetingId }, include: withKey });
    if (call && call.status !== 'cancelled') await take(rec, services, call, fact);
  };
}

/** Not `async`: so the compiler asks for a new fact. */
function take(rec: Recording, services: Services, call: CallRow, fact: ZoomFact): Promise<void> {
  switch (fact.kind) {
    case 'participant-joined':
    case 'participant-left':
      // By then it was erased.
      return call.status === 'completed' ? Promise.resolve() : notePresence(rec.tx, services, call, fact);
    case 'being-kept':
      return keepsSomething(rec, services, call, fact);
    case 'meeting-ended':
      return ended(rec, call, fact);
    case 'meeting-started':
      return Promise.resolve();
  }
}

/** Told several times (started, resumed, completed): once to staff for each meeting and kind of thing. */
async function keepsSomething(
  rec: Recording,
  services: Services,
  call: CallRow,
  { what, meetingUuid }: KeptFact,
): Promise<void> {
  services.log.warn({ callId: call.id, what }, 'something of a call is being kept');
  // Asked for in the statement itself: two deliveries at once are told of it once.
  await rec.tx.call.updateMany({
    where: { id: call.id, NOT: { beingKept: { has: what } } },
    data: { beingKept: { push: what } },
  });
  await tellStaffOfMeeting(rec, services, {
    call,
    trouble: 'being-kept',
    occasion: `${what}#${meetingUuid}`,
  });
}

/** A trial the day before also ends, and must not use up the asking. */
async function ended(rec: Recording, call: CallRow, { at }: MeetingFact): Promise<void> {
  await noteMeetingEnd(rec.tx, call.id, new Date(at));
  if (Date.parse(at) >= call.startsAt.getTime()) await askWhoWasThere(rec, call.id);
}
