import { z } from 'zod';
import {
  decisionSchema,
  informationSchema,
  messageSchema,
  reopeningSchema,
  supervisorConfirmationSchema,
  withdrawalSchema,
} from '../../domain/requests/decision.schema.js';
import { MAX_TEXT, submissionSchema } from '../../domain/requests/submission.schema.js';
import { ledgerDaySchema, requestViewSchema } from '../../domain/requests/view.schema.js';
import { shownCode, shownCount, shownWords } from '../../domain/text/shown.schema.js';
import { documentFields, documentViewSchema } from '../documents/document.schema.js';
import { MEDIA_TYPES } from '../documents/media-type.js';
import { shortListQuery } from '../http/page-of.js';
import { listQuerySchema } from '../requests/list-requests.js';
import { listOf } from './list-of.js';
import type { Operation } from './operation.js';

const tag = 'TA requests';
const request = (description: string) => [{ status: 200, description, schema: requestViewSchema }];

const who = z.object({ kind: shownCode, name: shownWords(200).nullable() });
const words = shownWords(MAX_TEXT);

const eventSchema = z.object({
  seq: shownCount,
  episode: shownCount,
  type: shownCode,
  at: z.iso.datetime(),
  actor: who,
  onBehalfOf: shownWords(200).nullable(),
  data: z.record(z.string(), z.unknown()),
});

const entrySchema = z.object({
  field: shownCode,
  body: words,
  author: who,
  from: z.enum(['requester', 'supervisor', 'staff']),
  at: z.iso.datetime(),
});

const writtenSchema = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  from: z.enum(['requester', 'supervisor', 'staff']),
});

const messageViewSchema = writtenSchema.extend({ body: words, author: who });

const contentSchema = z.object({
  facts: words,
  questions: words,
  clientAlias: shownWords(40).nullable(),
  threads: z.array(entrySchema).max(10_000),
  draft: entrySchema.nullable(),
  documents: z
    .array(
      z.object({
        id: z.uuid(),
        documentKind: shownCode,
        name: shownWords(120),
        mediaType: shownWords(120),
        size: shownCount,
        at: z.iso.datetime(),
      }),
    )
    .max(100),
});

export const requestOperations: Operation[] = [
  {
    method: 'post',
    path: '/ta-requests',
    tag,
    summary: 'Submit a TA request',
    description: 'A receipt by key needs no e-mail confirmation. Refused bodies are stored nowhere.',
    body: submissionSchema,
    answers: [
      {
        status: 201,
        description: 'Accepted, with its status, clock and due date',
        schema: requestViewSchema,
        location: true,
      },
    ],
    problems: [
      'invalid',
      'supervisor-required',
      'document-kind-not-reviewed',
      'role-not-served',
      'duplicate-request',
    ],
  },
  {
    method: 'get',
    path: '/ta-requests',
    tag,
    summary: 'List TA requests',
    description: 'People see their own and the ones they supervise; staff see all.',
    query: listQuerySchema,
    answers: [{ status: 200, description: 'A page of requests', schema: listOf(requestViewSchema) }],
    problems: ['invalid'],
  },
  {
    method: 'get',
    path: '/ta-requests/{id}',
    tag,
    summary: 'Read a TA request',
    answers: request('The request; its ETag is the version'),
    problems: ['not-found'],
  },
  {
    method: 'get',
    path: '/ta-requests/{id}/events',
    tag,
    summary: 'What happened, oldest first',
    query: shortListQuery,
    answers: [{ status: 200, description: 'Events', schema: listOf(eventSchema) }],
    problems: ['not-found'],
  },
  {
    method: 'get',
    path: '/ta-requests/{id}/clock',
    tag,
    summary: 'The deadline, explained day by day',
    answers: [
      {
        status: 200,
        description: 'Due date and day ledger',
        schema: z.object({
          dueAt: z.iso.datetime().nullable(),
          promiseBusinessDays: shownCount,
          days: z.array(ledgerDaySchema).max(10_000),
        }),
      },
    ],
    problems: ['not-found'],
  },
  {
    method: 'get',
    path: '/ta-requests/{id}/response',
    tag,
    summary: 'Read the response',
    description: 'For the requester, the supervisor who confirmed, and staff. Reading is logged.',
    answers: [
      {
        status: 200,
        description: 'The response',
        schema: z.object({ body: words, sentAt: z.iso.datetime() }),
      },
    ],
    problems: ['not-found'],
  },
  {
    method: 'get',
    path: '/ta-requests/{id}/content',
    tag,
    summary: 'Read the case’s words',
    description:
      'Facts, questions and what was written since. Notes and drafts for staff only. Reading is logged.',
    answers: [{ status: 200, description: 'The words', schema: contentSchema }],
    problems: ['not-found'],
  },
  {
    method: 'post',
    path: '/ta-requests/{id}/decisions',
    tag,
    summary: 'Decide about a request',
    description: 'What may be decided now, and by whom, is checked where the request runs.',
    body: decisionSchema,
    versioned: true,
    answers: request('The request after the decision'),
    problems: ['invalid', 'not-found', 'forbidden', 'own-draft', 'not-allowed-now', 'temporal-unavailable'],
  },
  {
    method: 'post',
    path: '/ta-requests/{id}/information',
    tag,
    summary: 'Answer what was asked',
    body: informationSchema,
    versioned: true,
    answers: request('The request, its clock running again'),
    problems: ['invalid', 'not-found', 'forbidden', 'not-allowed-now', 'temporal-unavailable'],
  },
  {
    method: 'post',
    path: '/ta-requests/{id}/withdrawal',
    tag,
    summary: 'Withdraw a request',
    body: withdrawalSchema,
    bodyOptional: true,
    versioned: true,
    answers: request('The withdrawn request'),
    problems: ['invalid', 'not-found', 'forbidden', 'not-allowed-now', 'temporal-unavailable'],
  },
  {
    method: 'get',
    path: '/ta-requests/{id}/correspondence',
    tag,
    summary: 'What was written to and fro, oldest first',
    description: 'For the requester, the supervisor who confirmed, and staff. Reading is logged.',
    query: shortListQuery,
    answers: [{ status: 200, description: 'Messages', schema: listOf(messageViewSchema) }],
    problems: ['invalid', 'not-found'],
  },
  {
    method: 'post',
    path: '/ta-requests/{id}/correspondence',
    tag,
    summary: 'Write to staff about an open request',
    description:
      'By the requester, or the supervisor who confirmed. It moves no clock. Staff answer with the decision "reply".',
    body: messageSchema,
    versioned: true,
    answers: [{ status: 201, description: 'Kept, sealed; staff are told', schema: writtenSchema }],
    problems: ['invalid', 'not-found', 'forbidden', 'not-allowed-now'],
  },
  {
    method: 'post',
    path: '/ta-requests/{id}/reopening',
    tag,
    summary: 'Ask to have a request opened again',
    description:
      'After the answer, or another end. Staff decide with "reopen" or "refuse-reopening", each with a reason.',
    body: reopeningSchema,
    versioned: true,
    answers: [{ status: 202, description: 'Asked; staff decide', schema: requestViewSchema }],
    problems: ['invalid', 'not-found', 'forbidden', 'not-allowed-now'],
  },
  {
    method: 'post',
    path: '/ta-requests/{id}/supervisor-confirmation',
    tag,
    summary: 'Confirm or refuse to supervise',
    description: 'The supervisor through the mailed link; over the API an admin may act for them.',
    body: supervisorConfirmationSchema,
    versioned: true,
    answers: [
      ...request('The request'),
      { status: 204, description: 'Refused by the supervisor, who sees nothing of it' },
    ],
    problems: ['invalid', 'not-found', 'forbidden', 'not-allowed-now', 'temporal-unavailable'],
  },
  {
    method: 'get',
    path: '/ta-requests/{id}/documents',
    tag,
    summary: 'List the documents of a request',
    query: shortListQuery,
    answers: [{ status: 200, description: 'Documents', schema: listOf(documentViewSchema) }],
    problems: ['not-found'],
  },
  {
    method: 'post',
    path: '/ta-requests/{id}/documents',
    tag,
    summary: 'Add a document',
    description: 'PDF, DOCX, ODT, RTF, TXT, PNG, JPEG, HEIC or TIFF, up to 10 MB.',
    multipart: documentFields,
    answers: [{ status: 201, description: 'Kept, sealed', schema: documentViewSchema, location: true }],
    problems: ['invalid', 'unsupported-file', 'too-large', 'not-found', 'forbidden', 'not-allowed-now'],
  },
  {
    method: 'get',
    path: '/ta-requests/{id}/documents/{documentId}',
    tag,
    summary: 'Download a document',
    description: 'Reading is logged.',
    answers: [{ status: 200, description: 'The file, as an attachment', file: MEDIA_TYPES }],
    problems: ['not-found'],
  },
  {
    method: 'delete',
    path: '/ta-requests/{id}/documents/{documentId}',
    tag,
    summary: 'Remove a document, until the answer',
    description:
      'For the requester, and staff who act for them. Its name and content are erased; the timeline says that a document was removed.',
    answers: [{ status: 204, description: 'Removed' }],
    problems: ['not-found', 'forbidden', 'not-allowed-now'],
  },
];
