import { attendanceSchema, callDecisionSchema } from '../../domain/calls/call-decision.schema.js';
import { attendanceViewSchema } from '../../usecases/calls/attendance-view.schema.js';
import { callViewSchema } from '../../usecases/calls/call-view.schema.js';
import { decideOnCall } from '../../usecases/calls/decide-on-call.js';
import { decideOnSeries, getSeries } from '../../usecases/calls/decide-on-series.js';
import { readReport } from '../../usecases/calls/read-report.js';
import { recordAttendance } from '../../usecases/calls/record-attendance.js';
import { seriesDecisionSchema, seriesViewSchema } from '../../usecases/calls/series-decision.schema.js';
import { json } from '../http/answer.js';
import { orCsv } from '../http/input.js';
import { readable } from '../http/path-params.js';
import { unwrap } from '../http/problem.js';
import { type Route, route } from '../http/route.js';

const common = { tag: 'Calls', params: { id: readable } } as const;
const decided = ['not-allowed-now', 'temporal-unavailable'] as const;

/** What staff do with calls (api.md "Calls"). */
export const callsStaffRoutes: readonly Route[] = [
  route({
    ...common,
    id: 'decideOnCall',
    method: 'post',
    path: '/calls/{id}/decisions',
    summary: 'Select, cancel, move, confirm, publish the recap',
    description:
      '`select` names questions that were asked for this call, once each, and no more than it takes. `reschedule` is from today to two years ahead.',
    access: 'calls.decide',
    body: callDecisionSchema,
    versioned: true,
    answers: { 200: json('The call', callViewSchema) },
    problems: decided,
    handle: ({ services, actor, params, body, command }) =>
      decideOnCall(services, actor, params.id, body, command),
  }),
  route({
    ...common,
    id: 'recordAttendance',
    method: 'post',
    path: '/calls/{id}/attendance',
    summary: 'Say who was there',
    description: 'JSON, or the participants report as text/csv. Replaces what was said before.',
    access: 'calls.attendance',
    body: orCsv(attendanceSchema),
    answers: { 200: json('Who was recognized', attendanceViewSchema) },
    problems: [...decided, 'unsupported-file'],
    async handle({ services, actor, params: { id }, body, command }) {
      const input = Buffer.isBuffer(body)
        ? { rows: unwrap(await readReport(services, actor, id, body)), source: 'zoom-csv' as const }
        : { rows: body, source: 'hand' as const };
      return recordAttendance(services, actor, id, input, command);
    },
  }),
  route({
    ...common,
    id: 'readSeries',
    method: 'get',
    path: '/series/{id}',
    summary: 'How a series is planned',
    access: 'calls.series',
    answers: { 200: json('The series', seriesViewSchema) },
    problems: [],
    handle: ({ services, actor, params }) => getSeries(services, actor, params.id),
  }),
  route({
    ...common,
    id: 'decideOnSeries',
    method: 'post',
    path: '/series/{id}/decisions',
    summary: 'Skip a date, add a call, pause, resume',
    description:
      'Dates lie from today to two years ahead. `skip` names a day of a call, `extra` a day without one and a topic of the series.',
    access: 'calls.series',
    body: seriesDecisionSchema,
    answers: { 200: json('The series', seriesViewSchema) },
    problems: decided,
    handle: ({ services, actor, params, body, command }) =>
      decideOnSeries(services, actor, params.id, body, command),
  }),
];
