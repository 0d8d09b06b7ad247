import { attendanceSchema, callDecisionSchema } from '../../domain/calls/call-decision.schema.js';
import {
  moveAnswerSchema,
  questionEditSchema,
  questionMoveSchema,
  questionOrganizationSchema,
  questionSchema,
} from '../../domain/calls/question.schema.js';
import { registrationDecisionSchema, registrationSchema } from '../../domain/calls/registration.schema.js';
import type { ProblemCode } from '../../domain/result.js';
import { attendanceViewSchema } from '../calls/attendance-view.schema.js';
import { callsQuery, callViewSchema } from '../calls/call-view.schema.js';
import { handedOverSchema, handoverSchema } from '../calls/handover.schema.js';
import { questionViewSchema } from '../calls/questions/question-view.schema.js';
import { seriesDecisionSchema, seriesViewSchema } from '../calls/series-decision.schema.js';
import {
  registrationEventViewSchema,
  registrationsQuery,
  registrationViewSchema,
} from '../registrations/registration-view.schema.js';
import {
  confirmationSchema,
  subscriptionSchema,
  subscriptionStateSchema,
  subscriptionViewSchema,
  suppressedSchema,
  suppressionSchema,
} from '../subscriptions/subscription.schema.js';
import { listOf } from './list-of.js';
import type { Operation } from './operation.js';

const tag = 'Calls';
const decided: ProblemCode[] = [
  'invalid',
  'not-found',
  'forbidden',
  'not-allowed-now',
  'temporal-unavailable',
];

const questionRefusals: ProblemCode[] = [
  'call-cancelled',
  'questions-closed',
  'not-this-week',
  'not-eligible',
  'supervised-analysis',
  'legal-topic-not-allowed',
  'analysis-on-first-wednesday',
  'prerequisite-missing',
  'already-a-request',
];

const calls: Operation[] = [
  {
    method: 'get',
    path: '/calls',
    tag,
    summary: 'List calls',
    description:
      'By their start, planned or foreseen. Without `to` a year ahead. No links, askers or questions.',
    public: true,
    query: callsQuery,
    answers: [{ status: 200, description: 'Calls', schema: listOf(callViewSchema) }],
    problems: ['invalid'],
  },
  {
    method: 'get',
    path: '/calls/{id}',
    tag,
    summary: 'Read a call',
    public: true,
    answers: [{ status: 200, description: 'The call', schema: callViewSchema }],
    problems: ['not-found'],
  },
  {
    method: 'get',
    path: '/calls/{id}/calendar.ics',
    tag,
    summary: 'A call as a calendar entry',
    public: true,
    answers: [{ status: 200, description: 'iCalendar', file: ['text/calendar'] }],
    problems: ['not-found'],
  },
  {
    method: 'get',
    path: '/series/{id}/calendar.ics',
    tag,
    summary: 'A series as a calendar feed',
    public: true,
    answers: [{ status: 200, description: 'iCalendar', file: ['text/calendar'] }],
    problems: ['not-found'],
  },
  {
    method: 'post',
    path: '/calls/{id}/decisions',
    tag,
    summary: 'Select, cancel, move, confirm, publish the recap',
    body: callDecisionSchema,
    answers: [{ status: 200, description: 'The call', schema: callViewSchema }],
    problems: decided,
    versioned: true,
  },
  {
    method: 'post',
    path: '/calls/{id}/attendance',
    tag,
    summary: 'Say who was there',
    description: 'JSON, or the participants report as text/csv. Replaces what was said before.',
    body: attendanceSchema,
    csv: true,
    answers: [{ status: 200, description: 'Who was recognized', schema: attendanceViewSchema }],
    problems: [...decided, 'unsupported-file'],
  },
  {
    method: 'get',
    path: '/series/{id}',
    tag,
    summary: 'How a series is planned',
    answers: [{ status: 200, description: 'The series', schema: seriesViewSchema }],
    problems: ['not-found', 'forbidden'],
  },
  {
    method: 'post',
    path: '/series/{id}/decisions',
    tag,
    summary: 'Skip a date, add a call, pause, resume',
    body: seriesDecisionSchema,
    answers: [{ status: 200, description: 'The series', schema: seriesViewSchema }],
    problems: decided,
  },
];

const questionPath = '/calls/{id}/questions/{questionId}';
const questions: Operation[] = [
  {
    method: 'post',
    path: '/calls/{id}/questions',
    tag,
    summary: 'Ask a question ahead of a call',
    description: 'Asking needs no registration. The first refusal that applies is answered.',
    body: questionSchema,
    answers: [{ status: 201, description: 'Taken', schema: questionViewSchema, location: true }],
    problems: [
      'invalid',
      'not-found',
      'forbidden',
      ...questionRefusals,
      'one-question-per-person',
      'one-question-per-organization',
    ],
  },
  {
    method: 'get',
    path: questionPath,
    tag,
    summary: 'Read a question: its asker and staff',
    answers: [{ status: 200, description: 'The question', schema: questionViewSchema }],
    problems: ['not-found'],
  },
  {
    method: 'put',
    path: questionPath,
    tag,
    summary: 'Change a question, until the cut-off',
    body: questionEditSchema,
    answers: [{ status: 200, description: 'The question', schema: questionViewSchema }],
    problems: ['invalid', 'not-found', 'not-allowed-now', ...questionRefusals],
    versioned: true,
  },
  {
    method: 'delete',
    path: questionPath,
    tag,
    summary: 'Withdraw a question, until the cut-off',
    answers: [{ status: 200, description: 'The question', schema: questionViewSchema }],
    problems: ['not-found', 'call-cancelled', 'questions-closed', 'not-allowed-now'],
    versioned: true,
  },
  {
    method: 'post',
    path: `${questionPath}/move`,
    tag,
    summary: 'Move a legal question to a later call of the series, or ask its asker whether it may',
    description:
      'For staff. `given`: the asker agreed, it moves at once. `ask`: they get a mail; unanswered when the questions of its call are chosen, it is handed over.',
    body: questionMoveSchema,
    answers: [{ status: 200, description: 'The question on its first call', schema: questionViewSchema }],
    problems: [
      'invalid',
      'not-found',
      'forbidden',
      'not-allowed-now',
      'supervised-analysis',
      'one-question-per-person',
      'one-question-per-organization',
    ],
  },
  {
    method: 'post',
    path: `${questionPath}/move/answer`,
    tag,
    summary: 'Agree to a proposed move, or decline: its asker alone',
    body: moveAnswerSchema,
    answers: [{ status: 200, description: 'The question on its first call', schema: questionViewSchema }],
    problems: [
      'invalid',
      'not-found',
      'not-allowed-now',
      'supervised-analysis',
      'one-question-per-person',
      'one-question-per-organization',
    ],
  },
  {
    method: 'post',
    path: `${questionPath}/organization`,
    tag,
    summary: 'Say which organization a question counts for: staff',
    body: questionOrganizationSchema,
    answers: [{ status: 200, description: 'The question', schema: questionViewSchema }],
    problems: ['invalid', 'not-found', 'forbidden', 'not-allowed-now', 'one-question-per-organization'],
  },
  {
    method: 'post',
    path: `${questionPath}/request`,
    tag,
    summary: 'Make a question a TA request',
    body: handoverSchema,
    bodyOptional: true,
    answers: [
      { status: 201, description: 'The request it has become', schema: handedOverSchema, location: true },
    ],
    problems: ['invalid', 'not-found', 'supervisor-required', 'not-allowed-now', 'duplicate-request'],
  },
  {
    method: 'post',
    path: '/handover/{token}',
    tag,
    summary: 'The same through the link in the mail',
    description: 'The asker signed in, or staff for them: the link alone acts for nobody.',
    body: handoverSchema,
    bodyOptional: true,
    answers: [
      { status: 201, description: 'The request it has become', schema: handedOverSchema, location: true },
    ],
    problems: ['invalid', 'not-found', 'supervisor-required', 'not-allowed-now', 'duplicate-request'],
  },
];

const registrations: Operation[] = [
  {
    method: 'post',
    path: '/registrations',
    tag,
    summary: 'Register for a series',
    description: 'Once per person and series; sent again, it is checked again.',
    body: registrationSchema,
    answers: [
      { status: 201, description: 'Registered', schema: registrationViewSchema, location: true },
      { status: 200, description: 'The registration that stood', schema: registrationViewSchema },
    ],
    problems: ['invalid', 'forbidden'],
  },
  {
    method: 'get',
    path: '/registrations',
    tag,
    summary: 'List registrations: staff all, people their own',
    query: registrationsQuery,
    answers: [{ status: 200, description: 'Registrations', schema: listOf(registrationViewSchema) }],
    problems: ['invalid', 'forbidden'],
  },
  {
    method: 'get',
    path: '/registrations/{id}',
    tag,
    summary: 'Read a registration; the join link is its approved registrant’s alone',
    answers: [{ status: 200, description: 'The registration', schema: registrationViewSchema }],
    problems: ['not-found'],
  },
  {
    method: 'get',
    path: '/registrations/{id}/events',
    tag,
    summary: 'What became of a registration, earlier decisions included',
    answers: [{ status: 200, description: 'Its past', schema: listOf(registrationEventViewSchema) }],
    problems: ['not-found', 'forbidden'],
  },
  {
    method: 'post',
    path: '/registrations/{id}/decisions',
    tag,
    summary: 'Approve, deny or revoke',
    body: registrationDecisionSchema,
    answers: [{ status: 200, description: 'The registration', schema: registrationViewSchema }],
    problems: ['invalid', 'not-found', 'forbidden', 'not-allowed-now'],
    versioned: true,
  },
];

const subscriptions: Operation[] = [
  {
    method: 'post',
    path: '/subscriptions',
    tag,
    summary: 'Ask for mail about the calls',
    description:
      'Confirmed at once for staff keys and people signed in with the address; others get a mail first.',
    public: true,
    body: subscriptionSchema,
    answers: [
      { status: 201, description: 'Noted', schema: subscriptionViewSchema },
      { status: 200, description: 'Changed', schema: subscriptionViewSchema },
    ],
    problems: ['invalid'],
  },
  {
    method: 'post',
    path: '/subscriptions/confirmations',
    tag,
    summary: 'Confirm an address through the mailed link',
    public: true,
    body: confirmationSchema,
    answers: [{ status: 200, description: 'Confirmed', schema: subscriptionStateSchema }],
    problems: ['invalid', 'not-found'],
  },
  {
    method: 'post',
    path: '/subscriptions/suppressions',
    tag,
    summary: 'Mail to an address bounced or was called spam',
    body: suppressionSchema,
    answers: [{ status: 200, description: 'Nothing more is sent there', schema: suppressedSchema }],
    problems: ['invalid', 'not-found', 'forbidden'],
  },
  {
    method: 'delete',
    path: '/subscriptions/{token}',
    tag,
    summary: 'Leave, through the link of any such mail',
    public: true,
    answers: [{ status: 200, description: 'Unsubscribed', schema: subscriptionStateSchema }],
    problems: ['not-found'],
  },
];

export const callOperations: Operation[] = [...calls, ...registrations, ...questions, ...subscriptions];
