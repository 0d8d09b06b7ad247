import type { BesideEventType } from '../../../../domain/requests/correspondence.js';
import type { RequestEventType } from '../../../../domain/requests/events.js';
import type { RequestEventData } from '../../../../domain/requests/state.js';
import type { EventNames } from '../../../text/event-names.js';
import type { Texts } from '../../../text/texts.js';

/** What an event was, in one or two plain sentences. */
export function eventSentence(
  texts: Texts,
  event: { type: RequestEventType | BesideEventType; data: RequestEventData },
  names: EventNames,
): string {
  return texts.staff.events[event.type](event.data, names);
}
