import type { CallCancelReason, CallEventData, CallEventType } from '../../../../domain/calls/call-state.js';
import type { Actor } from '../../../../domain/people/actor.js';
import { formatPair } from '../../../../domain/time/format.js';
import { readCallEvents } from '../../../../usecases/calls/read-call-events.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import { commonText } from '../../../text/en/pages/staff.js';
import { callEvents, cancelReasons, eventDetails } from '../../../text/en/pages/staff-calls/call-words.js';

export interface TimelineRow {
  text: string;
  by: string | null;
  at: string;
  when: string;
}

/** What happened to a call, newest first. What the desk did by itself names nobody. */
export async function callTimeline(
  services: AppServices,
  reader: Actor,
  callId: string,
  zone: string,
): Promise<TimelineRow[]> {
  const events = unwrap(await readCallEvents(services, reader, callId));
  return events.map(({ type, data, actor, name, at }) => ({
    text: callSentence(type, data, zone),
    by: actor === 'system' ? null : (name ?? nobody(actor)),
    at: at.toISOString(),
    when: formatPair(at.toISOString(), zone),
  }));
}

export function callSentence(type: CallEventType, data: CallEventData, zone: string): string {
  const said = callEvents[type];
  switch (type) {
    case 'selected':
    case 'questions-closed':
      return data.count === undefined ? said : said + eventDetails.count(data.count);
    case 'cancelled':
      return data.reason ? said + eventDetails.because(cancelReasons[data.reason as CallCancelReason]) : said;
    case 'rescheduled':
      return data.startedAt ? said + eventDetails.from(formatPair(data.startedAt, zone)) : said;
    default:
      return said;
  }
}

const nobody = (actor: string) => (actor.startsWith('key:') ? commonText.key : commonText.somebody);
