import { courseOf, documentOf, kindOf } from '../../../../domain/program/lookup.js';
import type { Program } from '../../../../domain/program/program.schema.js';
import type { RequestEventData } from '../../../../domain/requests/state.js';
import { formatShortDateTime } from '../../../../domain/time/format.js';
import type { Services } from '../../../../ports/services.js';
import type { EventView } from '../../../../usecases/requests/request-events.js';
import type { EventNames } from '../../../text/staff-events.js';
import type { Texts } from '../../../text/texts.js';

/** Looks up, once, the names behind the ids of a request's events. */
export async function eventNames(
  services: Services,
  { staff: { eventFallbacks } }: Texts,
  program: Program,
  events: readonly EventView[],
  courtKind?: string,
): Promise<EventNames> {
  const data = events.map((event) => event.data as RequestEventData);
  const present = (ids: (string | undefined)[]) => [...new Set(ids.filter((id) => id !== undefined))];
  const [staff, requests] = await Promise.all([
    services.db.staff.findMany({ where: { id: { in: present(data.map(({ assigneeId }) => assigneeId)) } } }),
    services.db.taRequest.findMany({
      where: { id: { in: present(data.flatMap(({ into, from }) => [into, from])) } },
      select: { id: true, reference: true },
    }),
  ]);
  const staffNames = new Map(staff.map(({ id, name }) => [id, name]));
  const references = new Map(requests.map(({ id, reference }) => [id, reference]));
  return {
    staff: (id) => staffNames.get(id) ?? eventFallbacks.staff,
    reference: (id) => references.get(id) ?? eventFallbacks.request,
    course: (id) => courseOf(program, id)?.title ?? id,
    kind: (id) => kindOf(program, id)?.label ?? id,
    document: (id) => documentOf(program, id)?.label ?? id,
    courtDate: `${courtKind ?? 'court or filing'} date`,
    when: (at) => formatShortDateTime(at, program.zone),
  };
}
