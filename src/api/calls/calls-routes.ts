import { ok } from '../../domain/result.js';
import { callsQuery, callViewSchema } from '../../usecases/calls/call-view.schema.js';
import { callCalendar, seriesCalendar } from '../../usecases/calls/read-calendar.js';
import { getCall, keyOfCall, listCalls } from '../../usecases/calls/read-calls.js';
import { pageOf } from '../../usecases/lists/page-of.schema.js';
import { noQuery } from '../../usecases/lists/page-query.schema.js';
import { file, json } from '../http/answer.js';
import { listOf } from '../http/list-of.js';
import { readable } from '../http/path-params.js';
import { unwrap } from '../http/problem.js';
import { type Route, route } from '../http/route.js';
import { calendarFile } from './calendar-file.js';
import { sendCalendar } from './send-calendar.js';

const byStart = { name: 'calls', keyOf: keyOfCall, key: /^[\d-]+T[\d:.]+Z\/[a-z\d-]+$/ };
const common = { method: 'get', tag: 'Calls', problems: [] } as const;
const iCalendar = { 200: file('iCalendar', ['text/calendar']) };

/** What anybody may know of the calls (api.md "Calls"). */
export const callsRoutes: readonly Route[] = [
  route({
    ...common,
    id: 'listCalls',
    access: 'calls.browse',
    path: '/calls',
    summary: 'List calls',
    description:
      'By their start, planned or foreseen. Without `to` a year ahead; `to` is not before `from`. The series is one of the program. No links, askers or questions.',
    query: callsQuery,
    answers: { 200: json('Calls', listOf(callViewSchema)) },
    handle: async ({ services, actor, query }) =>
      pageOf(unwrap(await listCalls(services, actor, query)), query, byStart),
  }),
  route({
    ...common,
    id: 'readCall',
    access: 'calls.browse',
    path: '/calls/{id}',
    summary: 'Read a call',
    params: { id: readable },
    query: noQuery,
    answers: { 200: json('The call', callViewSchema) },
    handle: ({ services, actor, params }) => getCall(services, actor, params.id),
  }),
  route({
    ...common,
    id: 'readCallCalendar',
    access: 'calls.browse',
    path: '/calls/{id}/calendar.ics',
    summary: 'A call as a calendar entry',
    params: { id: readable },
    answers: iCalendar,
    async handle({ services, params: { id } }) {
      const calendar = calendarFile(services, unwrap(await callCalendar(services, id)));
      return ok((res) => sendCalendar(res, id, calendar));
    },
  }),
  route({
    ...common,
    id: 'readSeriesCalendar',
    access: 'calls.browse',
    path: '/series/{id}/calendar.ics',
    summary: 'A series as a calendar feed',
    params: { id: readable },
    answers: iCalendar,
    async handle({ services, params: { id } }) {
      const calendar = calendarFile(services, unwrap(await seriesCalendar(services, id)));
      return ok((res) => sendCalendar(res, id, calendar));
    },
  }),
];
