import { courseOf, resourceTitle } from '../../../domain/program/lookup.js';
import type { Program } from '../../../domain/program/program.schema.js';
import { isToldOutside } from '../../../domain/requests/events.js';
import { onceReopened } from '../../../domain/requests/once-reopened.js';
import type { RequestEventData } from '../../../domain/requests/state.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { QuestionPast } from '../../../usecases/calls/questions/question-past.js';
import type { Texts } from '../../text/texts.js';

export interface TimelineItem {
  label: { text: string };
  text: string;
  /** `format`: the instant in words. */
  datetime: { timestamp: Instant; format: string };
}

/** What happened, newest first, without what only concerns the staff. */
export function timelineItems(
  texts: Texts,
  events: readonly { type: string; episode: number; at: Instant; data: Record<string, unknown> }[],
  program: Program,
  reader: {
    /** The requester reads it, not their supervisor. */
    own: boolean;
    /** Numbers of the requests that were merged, by id. */
    references?: ReadonlyMap<string, string>;
  },
): TimelineItem[] {
  const names = {
    course: (id: string) => courseOf(program, id)?.title ?? id,
    resource: (id: string) => resourceTitle(program, id),
    reference: (id: string) => reader.references?.get(id) ?? null,
  };
  const before = new Set<string>();
  return onceReopened(events)
    .flatMap(({ type, episode, at, data }): TimelineItem[] => {
      if (!isToldOutside(type)) return [];
      const words = texts.requester.events[type];
      const again = before.has(`${episode} ${type}`) ? words.again : undefined;
      before.add(`${episode} ${type}`);
      return [
        {
          label: { text: (reader.own && words.own) || (again ?? words.title) },
          text: words.text?.(data as RequestEventData, names) ?? '',
          datetime: { timestamp: at, format: texts.dates.dateTime(at, program.zone) },
        },
      ];
    })
    .reverse();
}

/** What happened while it was a question for a call, newest first. */
export function beforeItems(
  texts: Texts,
  { steps, callTitle }: QuestionPast,
  { zone }: Pick<Program, 'zone'>,
): TimelineItem[] {
  return steps
    .filter(({ step }) => step !== 'converted')
    .map(({ step, at }) => ({
      label: { text: texts.requester.fromCall.steps[step] },
      text: callTitle,
      datetime: { timestamp: at, format: texts.dates.dateTime(at, zone) },
    }))
    .reverse();
}
