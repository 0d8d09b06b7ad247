import { z } from 'zod';
import { ledgerDaySchema } from '../../domain/requests/view.schema.js';
import { completionSchema, completionViewSchema } from '../../domain/training/completion.schema.js';
import {
  closureChangeSchema,
  closureQuery,
  closureSchema,
  closureViewSchema,
} from '../closures/closure.schema.js';
import { deadlinesQuery } from '../deadlines/deadlines-routes.js';
import { shortListQuery } from '../http/page-of.js';
import { messagesQuery, messageViewSchema, resolutionSchema } from '../messages/message.schema.js';
import { advanceSchema, nowSchema } from '../rehearsal/rehearsal.schema.js';
import { serviceLevelsSchema } from '../service-levels/read-service-levels.js';
import { highVolumeSchema, highVolumeViewSchema } from '../settings/high-volume.js';
import { listOf } from './list-of.js';
import type { Operation } from './operation.js';

export const otherOperations: Operation[] = [
  {
    method: 'post',
    path: '/completions',
    tag: 'Training',
    summary: 'Record a course passed or failed',
    description: 'Once per source and sourceId. Starts the clock of requests that waited for it.',
    body: completionSchema,
    answers: [
      { status: 201, description: 'Recorded', schema: completionViewSchema },
      { status: 200, description: 'Known already', schema: completionViewSchema },
    ],
    problems: ['invalid', 'forbidden'],
  },
  {
    method: 'get',
    path: '/deadlines',
    tag: 'Calendar',
    summary: 'When would something received then be due?',
    public: true,
    query: deadlinesQuery,
    answers: [
      {
        status: 200,
        description: 'Due date and day ledger',
        schema: z.object({ dueAt: z.iso.datetime(), days: z.array(ledgerDaySchema).max(10_000) }),
      },
    ],
    problems: ['invalid'],
  },
  {
    method: 'get',
    path: '/closures',
    tag: 'Calendar',
    summary: 'Days the office is closed',
    query: shortListQuery,
    answers: [{ status: 200, description: 'Closures by date', schema: listOf(closureViewSchema) }],
    problems: ['forbidden'],
  },
  {
    method: 'post',
    path: '/closures',
    tag: 'Calendar',
    summary: 'Enter a closure, or preview whom it would move',
    query: closureQuery,
    body: closureSchema,
    answers: [
      { status: 201, description: 'Entered', schema: closureChangeSchema, location: true },
      { status: 200, description: 'Preview only', schema: closureChangeSchema },
    ],
    problems: ['invalid', 'forbidden', 'not-allowed-now'],
  },
  {
    method: 'delete',
    path: '/closures/{date}',
    tag: 'Calendar',
    summary: 'Open a closed day again',
    description:
      'Never shortens a deadline to less than five business days from now. Calls it has cancelled stay cancelled; the answer names those still to come.',
    answers: [{ status: 200, description: 'Removed', schema: closureChangeSchema }],
    problems: ['not-found', 'forbidden', 'not-allowed-now'],
  },
  {
    method: 'get',
    path: '/messages',
    tag: 'Mail',
    summary: 'The mail ledger',
    query: messagesQuery,
    answers: [{ status: 200, description: 'Mails, oldest first', schema: listOf(messageViewSchema) }],
    problems: ['invalid', 'forbidden'],
  },
  {
    method: 'post',
    path: '/messages/{id}/resolution',
    tag: 'Mail',
    summary: 'Settle a mail that failed or whose fate is unknown',
    body: resolutionSchema,
    answers: [{ status: 200, description: 'The mail now in force', schema: messageViewSchema }],
    problems: ['invalid', 'not-found', 'forbidden', 'not-allowed-now'],
  },
  {
    method: 'get',
    path: '/service-levels',
    tag: 'Figures',
    summary: 'How well the promise is kept',
    description: 'No personal data. Figures about fewer than five cases are null.',
    public: true,
    answers: [{ status: 200, description: 'Figures', schema: serviceLevelsSchema }],
    problems: ['invalid'],
  },
  {
    method: 'get',
    path: '/settings/high-volume',
    tag: 'Settings',
    summary: 'Is volume high?',
    answers: [{ status: 200, description: 'The switch', schema: highVolumeViewSchema }],
    problems: ['forbidden'],
  },
  {
    method: 'put',
    path: '/settings/high-volume',
    tag: 'Settings',
    summary: 'Set the high-volume switch',
    body: highVolumeSchema,
    answers: [{ status: 200, description: 'The switch', schema: highVolumeViewSchema }],
    problems: ['invalid', 'forbidden'],
  },
  {
    method: 'get',
    path: '/rehearsal',
    tag: 'Rehearsal',
    summary: 'The simulated time',
    public: true,
    answers: [{ status: 200, description: 'Now', schema: nowSchema }],
    problems: ['not-in-rehearsal'],
  },
  {
    method: 'post',
    path: '/rehearsal/advance',
    tag: 'Rehearsal',
    summary: 'Move the simulated time on',
    description: 'Answers once everything due until then has been done. A day (P1D) is 24 hours.',
    body: advanceSchema,
    answers: [{ status: 200, description: 'Now', schema: nowSchema }],
    problems: ['invalid', 'forbidden', 'not-in-rehearsal'],
  },
];
