import type { CorrespondenceEventType } from '../../../../domain/requests/correspondence.js';
import { onceReopened } from '../../../../domain/requests/once-reopened.js';
import type { RequestEventData, RequestEventType } from '../../../../domain/requests/state.js';
import { formatPair } from '../../../../domain/time/format.js';
import { commonText } from '../../../text/staff.js';
import type { EventNames } from '../../../text/staff-events.js';
import { requestText } from '../../../text/staff-request.js';
import { eventSentence } from './event-sentence.js';

/** An event as `requestEvents` gives it. */
export interface ShownEvent {
  seq: number;
  episode: number;
  type: string;
  at: string;
  actor: { kind: string; name: string | null };
  onBehalfOf: unknown;
  data: unknown;
}

export interface TimelineItem {
  text: string;
  by: string | null;
  at: string;
  when: string;
  href?: string;
}

/** What happened, newest first. What the system did by itself names nobody. */
export function timeline(events: readonly ShownEvent[], names: EventNames, zone: string): TimelineItem[] {
  return onceReopened(events)
    .map(({ type, data, at, actor, onBehalfOf }) => ({
      text: eventSentence(
        { type: type as RequestEventType | CorrespondenceEventType, data: data as RequestEventData },
        names,
      ),
      by: byLine(actor, onBehalfOf !== null && onBehalfOf !== undefined),
      at,
      when: formatPair(at, zone),
    }))
    .reverse();
}

function byLine(actor: ShownEvent['actor'], onBehalf: boolean): string | null {
  if (actor.kind === 'system' || actor.kind === 'public') return null;
  const name = actor.name ?? (actor.kind === 'key' ? commonText.key : commonText.somebody);
  return onBehalf ? `${name}, ${requestText.onBehalf}` : name;
}
