import type { Transaction } from '../../ports/database.js';
import type { KeptFact, MeetingFact, ZoomFact } from '../../ports/meetings.js';
import type { RecordServices } from '../../ports/services.js';
import type { CallRow } from '../../usecases/calls/call-row.js';
import { noteMeetingEnd, notePresence } from '../../usecases/calls/presence.js';
import { tellStaffOfMeeting } from '../../usecases/calls/tell-staff.js';
import { askWhoWasThere } from '../../usecases/calls/zoom-meeting.js';
import type { TakeFact } from './once.js';

type Services = Pick<RecordServices, 'relay' | 'log' | 'vault' | 'mail' | 'appUrl' | 'programs' | 'clock'>;
/** Workflows to kick. */
type Kicks = (string | null)[];

/**
 * What Zoom tells of our calls' meetings: who comes and goes, for the live view; an end, so that the desk asks who was
 * there; that something is being kept, of which staff get mail at once.
 */
export function takeZoomFact(services: Services): TakeFact<ZoomFact> {
  return async (tx, fact) => {
    const call = await tx.call.findFirst({ where: { zoomMeetingId: fact.meetingId } });
    if (!call || call.status === 'cancelled') return null;
    const kicks = await take(tx, services, call, fact);
    const ids = kicks.filter((id): id is string => id !== null);
    return ids.length > 0 ? () => void services.relay.kick(ids) : null;
  };
}

async function take(tx: Transaction, services: Services, call: CallRow, fact: ZoomFact): Promise<Kicks> {
  switch (fact.kind) {
    case 'participant-joined':
    case 'participant-left':
      // By then it was erased.
      if (call.status !== 'completed') await notePresence(tx, services, call, fact);
      return [];
    case 'being-kept':
      return keepsSomething(tx, services, call, fact);
    case 'meeting-ended':
      return ended(tx, call, fact);
    case 'meeting-started':
      return [];
  }
}

/** Told several times (started, resumed, completed): once to staff for each meeting and kind of thing. */
async function keepsSomething(
  tx: Transaction,
  services: Services,
  call: CallRow,
  { what, meetingUuid }: KeptFact,
): Promise<Kicks> {
  services.log.warn({ callId: call.id, what }, 'something of a call is being kept');
  // Asked for in the statement itself: two deliveries at once are told of it once.
  await tx.call.updateMany({
    where: { id: call.id, NOT: { beingKept: { has: what } } },
    data: { beingKept: { push: what } },
  });
  const kicks: Kicks = [];
  await tellStaffOfMeeting(tx, services, (id) => kicks.push(id), {
    call,
    trouble: 'being-kept',
    occasion: `${what}#${meetingUuid}`,
    at: services.clock.now(),
  });
  return kicks;
}

/** A trial the day before also ends, and must not use up the asking. */
async function ended(tx: Transaction, call: CallRow, { at }: MeetingFact): Promise<Kicks> {
  await noteMeetingEnd(tx, call.id, new Date(at));
  const over = Date.parse(at) >= call.startsAt.getTime();
  return over ? [await askWhoWasThere(tx, call.id, new Date(at))] : [];
}
