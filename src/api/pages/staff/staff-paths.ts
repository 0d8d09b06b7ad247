import type { DecisionKind } from '../../../domain/requests/decision.schema.js';
import { filled, type Parts } from '../../address.js';
import type { Texts } from '../../text/texts.js';
import type { CallPageKind } from './calls/allowed-on-call.js';

/** Pages about the desk and what it has, by the names that their words have: their addresses below `/staff/`. */
export type DeskPage = keyof Texts['staff']['desk'];

/** Every address of the staff pages. `pattern` entries are for the router, functions make links. */
export const staffPaths = {
  queue: '/staff',
  requestPattern: '/staff/requests/:id',
  request: (id: string) => `/staff/requests/${id}`,
  clockPattern: '/staff/requests/:id/clock',
  clock: (id: string) => `/staff/requests/${id}/clock`,
  decidePattern: '/staff/requests/:id/decide/:kind',
  decide: (id: string, kind: DecisionKind) => `/staff/requests/${id}/decide/${kind}`,
  takePattern: '/staff/requests/:id/take',
  take: (id: string) => `/staff/requests/${id}/take`,
  calls: '/staff/calls',
  callSeriesPattern: '/staff/calls/series/:series',
  callSeries: (id: string) => `/staff/calls/series/${id}`,
  callPattern: '/staff/calls/:id',
  call: (id: string) => `/staff/calls/${id}`,
  callDecidePattern: '/staff/calls/:id/decide/:kind',
  callDecide: (id: string, kind: CallPageKind) => `/staff/calls/${id}/decide/${kind}`,
  callQuestionsPattern: '/staff/calls/:id/questions',
  callQuestions: (id: string) => `/staff/calls/${id}/questions`,
  callQuestionPattern: '/staff/calls/:id/questions/:question',
  callQuestion: (id: string, question: string) => `/staff/calls/${id}/questions/${question}`,
  callAgendaPattern: '/staff/calls/:id/agenda',
  callAgenda: (id: string) => `/staff/calls/${id}/agenda`,
  callLivePattern: '/staff/calls/:id/live',
  callLive: (id: string) => `/staff/calls/${id}/live`,
  callAttendancePattern: '/staff/calls/:id/attendance',
  callAttendance: (id: string) => `/staff/calls/${id}/attendance`,
  callAttendeePattern: '/staff/calls/:id/attendance/:attendee',
  callAttendee: (id: string, attendee: string) => `/staff/calls/${id}/attendance/${attendee}`,
  registrations: '/staff/registrations',
  registrationPattern: '/staff/registrations/:id',
  registration: (id: string) => `/staff/registrations/${id}`,
  /** A page about the desk or what it has; what stands in its address for `:id` comes behind. */
  desk: <P extends DeskPage>(page: P, ...parts: Parts<P>) => `/staff/${filled(page, ...parts)}`,
} as const;
