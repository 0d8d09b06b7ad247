import { absenceDecisionSchema, absenceOpeningSchema } from '../../domain/absences/absence.schema.js';
import { absencesQuery, absenceViewSchema } from '../../usecases/absences/absence-view.schema.js';
import { decideOnAbsence } from '../../usecases/absences/decide-on-absence.js';
import { listAbsences } from '../../usecases/absences/list-absences.js';
import { readAbsence } from '../../usecases/absences/read-absence.js';
import { setAbsence } from '../../usecases/absences/set-absence.js';
import { noQuery } from '../../usecases/lists/page-query.schema.js';
import { json } from '../http/answer.js';
import { listOf } from '../http/list-of.js';
import { uuid } from '../http/path-params.js';
import { type Route, route } from '../http/route.js';

const tag = 'Staff';

/** When staff are away, and who stands in. Why is not asked. */
export const absencesRoutes: readonly Route[] = [
  route({
    id: 'setAbsence',
    method: 'post',
    path: '/absences',
    tag,
    summary: 'Set a time away',
    description:
      'One’s own; of somebody else it is coordinators’, directors’ and admins’ to set, who name the `person`, and so does a key. It begins at the hour of reminders of `firstDay`, on that day at once, and ends at that hour of the first business day after `lastDay`. Whoever stands in may decide what the other may, and is not away themself.',
    access: 'absences.set',
    body: absenceOpeningSchema,
    answers: { 201: json('Set', absenceViewSchema, ({ links }) => links.self) },
    problems: [],
    handle: ({ services, actor, body, command }) => setAbsence(services, actor, body, command),
  }),
  route({
    id: 'listAbsences',
    method: 'get',
    path: '/absences',
    tag,
    summary: 'List times away, the latest to begin first',
    access: 'absences.read',
    query: absencesQuery,
    answers: { 200: json('Times away', listOf(absenceViewSchema)) },
    problems: [],
    handle: ({ services, actor, query }) => listAbsences(services, actor, query),
  }),
  route({
    id: 'readAbsence',
    method: 'get',
    path: '/absences/{id}',
    tag,
    summary: 'Read a time away',
    access: 'absences.read',
    params: { id: uuid },
    query: noQuery,
    answers: { 200: json('The time away', absenceViewSchema) },
    problems: [],
    handle: ({ services, actor, params }) => readAbsence(services, actor, params.id),
  }),
  route({
    id: 'decideOnAbsence',
    method: 'post',
    path: '/absences/{id}/decisions',
    tag,
    summary: 'Change, cancel or end a time away',
    description:
      'Before it begins everything may be changed; afterwards the last day, the stand-in and whether the work comes back. `cancel` is for one that has not begun, `end` for one that has.',
    access: 'absences.set',
    params: { id: uuid },
    body: absenceDecisionSchema,
    versioned: true,
    answers: { 200: json('The time away', absenceViewSchema) },
    problems: ['not-allowed-now', 'temporal-unavailable'],
    handle: ({ services, actor, params, body, command }) =>
      decideOnAbsence(services, actor, params.id, body, command),
  }),
];
