import type { ZoomFact } from '../../activities/call-ports.js';
import type { RecordServices } from '../../activities/ports.js';
import { askWhoWasThere } from '../../records/calls/zoom-meeting.js';
import type { TakeFact } from './once.js';

/**
 * What Zoom tells of our calls' meetings. An end lets the desk ask who was there; that something is being kept is
 * logged as a warning. Coming and going is not kept.
 */
export function takeZoomFact(services: Pick<RecordServices, 'relay' | 'log'>): TakeFact<ZoomFact> {
  return async (tx, fact) => {
    if (fact.kind !== 'meeting-ended' && fact.kind !== 'being-kept') return null;
    const call = await tx.call.findFirst({ where: { zoomMeetingId: fact.meetingId } });
    if (!call) return null;
    if (fact.kind === 'being-kept') {
      services.log.warn({ callId: call.id, what: fact.what }, 'something of a call is being kept');
      return null;
    }
    // A trial the day before also ends, and must not use up the asking.
    if (Date.parse(fact.at) < call.startsAt.getTime() || call.status === 'cancelled') return null;
    const workflowId = await askWhoWasThere(tx, call.id, new Date(fact.at));
    return () => void services.relay.kick([workflowId]);
  };
}
