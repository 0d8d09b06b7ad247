import type { Actor } from '../../../../domain/people/actor.js';
import { courseOf, documentOf, kindOf, resourceTitle } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import type { RequestEventData } from '../../../../domain/requests/state.js';
import { namesBehind } from '../../../../usecases/requests/names-behind.js';
import type { EventView } from '../../../../usecases/requests/request-events.js';
import type { AppServices } from '../../../app-deps.js';
import { unwrap } from '../../../http/problem.js';
import type { EventNames } from '../../../text/event-names.js';
import type { Texts } from '../../../text/texts.js';

/** Looks up, once, the names behind the ids of a request's events. */
export async function eventNames(
  services: AppServices,
  { actor, texts }: { actor: Actor; texts: Texts },
  program: Program,
  events: readonly EventView[],
  courtKind: keyof Texts['staff']['courtDates'],
): Promise<EventNames> {
  const { eventFallbacks, courtDates } = texts.staff;
  const data = events.map((event) => event.data as RequestEventData);
  const present = (ids: (string | undefined)[]) => [...new Set(ids.filter((id) => id !== undefined))];
  const { staff, references } = unwrap(
    await namesBehind(services, actor, {
      staff: present(data.flatMap(({ assigneeId, insteadOf, staffId }) => [assigneeId, insteadOf, staffId])),
      requests: present(data.flatMap(({ into, from }) => [into, from])),
    }),
  );
  return {
    staff: (id) => staff.get(id) ?? eventFallbacks.staff,
    reference: (id) => references.get(id) ?? eventFallbacks.request,
    course: (id) => courseOf(program, id)?.title ?? id,
    resource: (id) => resourceTitle(services.programs.current().program, id),
    kind: (id) => kindOf(program, id)?.label ?? id,
    document: (id) => documentOf(program, id)?.label ?? id,
    courtDate: courtDates[courtKind],
    day: (date) => texts.dates.date(date),
    when: (at) => texts.dates.shortDateTime(at, program.zone),
  };
}
