import type { CallEventData, CallEventType } from '../../../../domain/calls/call-state.js';
import { readCallEvents } from '../../../../usecases/calls/read-call-events.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { Texts } from '../../../text/texts.js';
import type { Reader } from '../staff-page.js';

export interface TimelineRow {
  text: string;
  by: string | null;
  at: string;
  when: string;
}

/** What happened to a call, newest first. What the desk did by itself names nobody. */
export async function callTimeline(
  services: AppServices,
  { actor: reader, texts }: Reader,
  callId: string,
  zone: string,
): Promise<TimelineRow[]> {
  const events = unwrap(await readCallEvents(services, reader, callId));
  return events.map(({ type, data, actor, name, at }) => ({
    text: callSentence(texts, type, data, zone),
    by: actor === 'system' ? null : (name ?? nobody(texts.staff.common, actor)),
    at: at.toISOString(),
    when: texts.dates.pair(at.toISOString(), zone),
  }));
}

export function callSentence(texts: Texts, type: CallEventType, data: CallEventData, zone: string): string {
  return texts.staff.calls.events[type](data, (at) => texts.dates.pair(at, zone));
}

function nobody({ key, somebody }: Texts['staff']['common'], actor: string): string {
  return actor.startsWith('key:') ? key : somebody;
}
