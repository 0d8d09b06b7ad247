import { LIVE_ABSENCES } from '../../domain/absences/absence-statuses.js';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { cursorOf, instantAndId } from '../lists/cursor.schema.js';
import type { AbsencesQuery, AbsenceView } from './absence-view.schema.js';
import { absenceView, SHOWN } from './read-absence.js';

const cursors = cursorOf('absences', instantAndId);

/** Times away, the latest to begin first, a page at a time. Refuses `forbidden`, `invalid` (a foreign cursor). */
export async function listAbsences(
  services: Services,
  actor: Actor,
  { person, state, cursor, limit = 50 }: AbsencesQuery,
): Promise<Result<{ items: AbsenceView[]; nextCursor: string | null }>> {
  if (!may(actor, 'absences.read')) return refuse('only-staff-are-away');
  const read = cursors.read(cursor);
  if (!read.ok) return read;
  const after = read.value;
  const rows = await services.db.absence.findMany({
    where: {
      ...(person === undefined ? {} : { person: { email: person } }),
      ...(state === undefined
        ? {}
        : { status: state === 'live' ? { in: [...LIVE_ABSENCES] } : { notIn: [...LIVE_ABSENCES] } }),
      ...(after
        ? { OR: [{ beginsAt: { lt: after[0] } }, { beginsAt: after[0], id: { lt: after[1] } }] }
        : {}),
    },
    orderBy: [{ beginsAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    include: SHOWN,
  });
  const items = rows.slice(0, limit).map(absenceView);
  const last = items.at(-1);
  return ok({
    items,
    nextCursor: rows.length > limit && last ? cursors.write([last.beginsAt, last.id]) : null,
  });
}
