import type { AbsenceStatus, Cover } from '../../domain/absences/absence-statuses.js';
import { type Actor, roleOf } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { type AbsenceRow, dayOf } from './absence-row.js';
import type { AbsenceView } from './absence-view.schema.js';

const COLLEAGUE = { select: { id: true, name: true, email: true } } as const;
export const SHOWN = { person: COLLEAGUE, standIn: COLLEAGUE, _count: { select: { items: true } } } as const;

interface Colleague {
  id: string;
  name: string;
  email: string;
}

/** A time away, for everybody on staff. Refuses `forbidden`, `not-found`. */
export async function readAbsence(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<AbsenceView>> {
  if (!may(actor, 'absences.read')) return refuse('only-staff-are-away');
  const row = await services.db.absence.findUnique({ where: { id }, include: SHOWN });
  return row ? ok(absenceView(row)) : refuse('no-such-absence');
}

/** One's own, or of anybody where one hands over work. */
export const maySet = (actor: Actor, personId: string): boolean =>
  roleOf(actor) !== null && ((actor.kind === 'user' && actor.id === personId) || may(actor, 'work.reassign'));

export function absenceView(
  row: AbsenceRow & { person: Colleague; standIn: Colleague | null; _count: { items: number } },
): AbsenceView {
  const { id, person, standIn, takeBack, version } = row;
  const self = `/api/v1/absences/${id}`;
  return {
    id,
    person,
    standIn,
    firstDay: dayOf(row.firstDay),
    lastDay: dayOf(row.lastDay),
    work: row.work as Cover,
    takeBack,
    status: row.status as AbsenceStatus,
    beginsAt: row.beginsAt.toISOString(),
    returnsAt: row.returnsAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    handedOver: row._count.items,
    version,
    links: { self, decisions: `${self}/decisions` },
  };
}
