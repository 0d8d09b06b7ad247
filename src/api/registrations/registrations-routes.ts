import { registrationDecisionSchema, registrationSchema } from '../../domain/calls/registration.schema.js';
import { noQuery } from '../../usecases/lists/page-query.schema.js';
import { decideOnRegistration } from '../../usecases/registrations/decide-registration.js';
import { registrationEvents } from '../../usecases/registrations/read-registration-events.js';
import { getRegistration, listRegistrations } from '../../usecases/registrations/read-registrations.js';
import { register } from '../../usecases/registrations/register.js';
import {
  registrationEventViewSchema,
  registrationsQuery,
  registrationViewSchema,
} from '../../usecases/registrations/registration-view.schema.js';
import { refuseRoleFirst } from '../../usecases/requests/submission-refusals.js';
import { json } from '../http/answer.js';
import { listOf } from '../http/list-of.js';
import { newOrKnown } from '../http/new-or-known.js';
import { uuid } from '../http/path-params.js';
import { type Route, route } from '../http/route.js';

const tag = 'Calls';

/** Registrations for the calls (api.md "Calls"). */
export const registrationsRoutes: readonly Route[] = [
  route({
    id: 'register',
    access: 'calls.register',
    method: 'post',
    path: '/registrations',
    tag,
    summary: 'Register for a series',
    description:
      'Once per person and series; sent again, it is checked again. The series is one of the program. People register under the address they are signed in with. Survivors and members of the public are sent to the hotline, and nothing of theirs is kept.',
    body: registrationSchema,
    first: refuseRoleFirst,
    answers: {
      201: json('Registered', registrationViewSchema, ({ links }) => links.self),
      200: json('The registration that stood', registrationViewSchema),
    },
    problems: ['role-not-served'],
    handle: async ({ services, actor, body }) => newOrKnown(await register(services, actor, body)),
  }),
  route({
    id: 'listRegistrations',
    access: 'calls.registrations.read',
    method: 'get',
    path: '/registrations',
    tag,
    summary: 'List registrations: staff all, people their own',
    query: registrationsQuery,
    answers: { 200: json('Registrations', listOf(registrationViewSchema)) },
    problems: [],
    handle: ({ services, actor, query }) => listRegistrations(services, actor, query),
  }),
  route({
    id: 'readRegistration',
    access: 'calls.registrations.read',
    method: 'get',
    path: '/registrations/{id}',
    tag,
    summary: 'Read a registration; the join link is its approved registrant’s alone',
    params: { id: uuid },
    query: noQuery,
    answers: { 200: json('The registration', registrationViewSchema) },
    problems: [],
    handle: ({ services, actor, params }) => getRegistration(services, actor, params.id),
  }),
  route({
    id: 'listRegistrationEvents',
    method: 'get',
    path: '/registrations/{id}/events',
    tag,
    summary: 'What became of a registration, earlier decisions included',
    access: 'calls.registrations',
    params: { id: uuid },
    query: noQuery,
    answers: { 200: json('Its past', listOf(registrationEventViewSchema)) },
    problems: [],
    handle: ({ services, actor, params }) => registrationEvents(services, actor, params.id),
  }),
  route({
    id: 'decideOnRegistration',
    method: 'post',
    path: '/registrations/{id}/decisions',
    tag,
    summary: 'Approve, deny or revoke',
    access: 'calls.registrations',
    params: { id: uuid },
    body: registrationDecisionSchema,
    versioned: true,
    answers: { 200: json('The registration', registrationViewSchema) },
    problems: ['not-allowed-now'],
    handle: ({ services, actor, params, body, command }) =>
      decideOnRegistration(services, actor, params.id, body, command),
  }),
];
