import type { BesideEventType } from '../../../../domain/requests/correspondence.js';
import type { RequestEventType } from '../../../../domain/requests/events.js';
import { onceReopened } from '../../../../domain/requests/once-reopened.js';
import type { RequestEventData } from '../../../../domain/requests/state.js';
import type { EventNames } from '../../../text/event-names.js';
import type { Texts } from '../../../text/texts.js';
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
export function timeline(
  texts: Texts,
  events: readonly ShownEvent[],
  names: EventNames,
  zone: string,
): TimelineItem[] {
  return onceReopened(events)
    .map(({ type, data, at, actor, onBehalfOf }) => ({
      text: eventSentence(
        texts,
        { type: type as RequestEventType | BesideEventType, data: data as RequestEventData },
        names,
      ),
      by: byLine(texts, actor, onBehalfOf !== null && onBehalfOf !== undefined),
      at,
      when: texts.dates.pair(at, zone),
    }))
    .reverse();
}

function byLine(texts: Texts, actor: ShownEvent['actor'], onBehalf: boolean): string | null {
  const { common, request } = texts.staff;
  if (actor.kind === 'system' || actor.kind === 'public') return null;
  const name = actor.name ?? (actor.kind === 'key' ? common.key : common.somebody);
  return onBehalf ? `${name}, ${request.onBehalf}` : name;
}
