import type { CorrespondenceEventType } from '../../../../domain/requests/correspondence.js';
import type { RequestEventData, RequestEventType } from '../../../../domain/requests/state.js';
import { EVENT_SENTENCES, type EventNames } from '../../../text/staff-events.js';

/** What an event was, in one or two plain sentences. */
export function eventSentence(
  event: { type: RequestEventType | CorrespondenceEventType; data: RequestEventData },
  names: EventNames,
): string {
  return EVENT_SENTENCES[event.type](event.data, names);
}
