import { submissionSchema } from '../../domain/requests/submission.schema.js';
import { requestViewSchema } from '../../domain/requests/view.schema.js';
import { ok } from '../../domain/result.js';
import { shortListQuery } from '../../usecases/lists/page-of.schema.js';
import { noQuery } from '../../usecases/lists/page-query.schema.js';
import { answerLetter } from '../../usecases/requests/answer-letter.js';
import { listQuerySchema } from '../../usecases/requests/list-query.schema.js';
import { listRequests } from '../../usecases/requests/list-requests.js';
import { getRequest, requestClock, requestResponse } from '../../usecases/requests/read-request.js';
import { readWaysOn } from '../../usecases/requests/read-ways-on.js';
import { requestContent } from '../../usecases/requests/request-content.js';
import { requestEvents } from '../../usecases/requests/request-events.js';
import {
  clockSchema,
  contentSchema,
  eventSchema,
  responseSchema,
  wayOnSchema,
} from '../../usecases/requests/request-reads.schema.js';
import { refuseOthersAddress, refuseRoleFirst } from '../../usecases/requests/submission-refusals.js';
import { submitRequest } from '../../usecases/requests/submit-request.js';
import { file, json } from '../http/answer.js';
import { listOf } from '../http/list-of.js';
import { unwrap } from '../http/problem.js';
import { type Route, route } from '../http/route.js';
import { fewAtOnce } from '../middleware/few-at-once.js';
import { sendAnswerPdf } from './answer-pdf.js';
import { common, read } from './of-a-request.js';

/** TA requests over the API (api.md "TA requests"): how one comes in, and what is read of it. */
export const requestsRoutes: readonly Route[] = [
  route({
    ...common,
    id: 'submitRequest',
    access: 'requests.submit',
    method: 'post',
    path: '/ta-requests',
    summary: 'Submit a TA request',
    description:
      'A receipt by key needs no e-mail confirmation. Refused bodies are stored nowhere. Role, topics and kind are those of the program. `document-review` names its document, other kinds none but the one they become; `other-document` says whether it is `tVisaRelated`. Who needs a supervisor names one, under another address than their own. A court or filing date lies from one year back to ten years ahead. People send it under the address they are signed in with.',
    body: submissionSchema,
    first: refuseRoleFirst,
    answers: {
      201: json(
        'Accepted, with its status, clock and due date',
        requestViewSchema,
        ({ links }) => links.self,
      ),
    },
    problems: [
      'supervisor-required',
      'document-kind-not-reviewed',
      'role-not-served',
      'duplicate-request',
      'assistance-refused',
    ],
    async handle({ services, actor, body, command }) {
      unwrap(refuseOthersAddress(actor, body));
      return submitRequest(services, actor, body, { id: command.commandId });
    },
  }),
  route({
    ...common,
    id: 'listRequests',
    access: 'requests.list',
    method: 'get',
    path: '/ta-requests',
    summary: 'List TA requests',
    description:
      'People see their own and the ones they supervise; staff see all. `assignee` is for staff: an address, `me` or `none`. `q` is looked for in reference, requester’s name, address and organization, whatever the letters’ case and accents, and never in what a case is about; one or two letters are looked for where a word begins. `waitingOn` says whose move it is, `supervisor` whether theirs has confirmed. Sorted by `target`, the date that binds, unless `sort` says otherwise; what is equal stands by receipt. A cursor goes on in the order it was given in.',
    query: listQuerySchema,
    answers: { 200: json('A page of requests', listOf(requestViewSchema)) },
    problems: [],
    handle: ({ services, actor, query }) => listRequests(services, actor, query),
  }),
  route({
    ...read,
    id: 'readRequest',
    access: 'requests.follow',
    path: '/ta-requests/{id}',
    summary: 'Read a TA request',
    query: noQuery,
    answers: { 200: json('The request; its ETag is the version', requestViewSchema) },
    handle: ({ services, actor, params }) => getRequest(services, actor, params.id),
  }),
  route({
    ...read,
    id: 'listRequestEvents',
    access: 'requests.follow',
    path: '/ta-requests/{id}/events',
    summary: 'What happened, oldest first',
    query: shortListQuery,
    answers: { 200: json('Events', listOf(eventSchema)) },
    handle: ({ services, actor, params, query }) => requestEvents(services, actor, params.id, query),
  }),
  route({
    ...read,
    id: 'readRequestClock',
    access: 'requests.follow',
    path: '/ta-requests/{id}/clock',
    summary: 'The deadline, explained day by day',
    query: noQuery,
    answers: { 200: json('Due date and day ledger', clockSchema) },
    handle: ({ services, actor, params }) => requestClock(services, actor, params.id),
  }),
  route({
    ...read,
    id: 'readWaysOn',
    access: 'requests.follow',
    path: '/ta-requests/{id}/ways-on',
    summary: 'Where a redirected or declined request leads',
    description:
      'The materials, workshops and calls that staff pointed to, as the program has them today. For the requester, the supervisor who confirmed, and staff. Of any other request the list is empty.',
    query: noQuery,
    answers: { 200: json('What there is instead', listOf(wayOnSchema)) },
    handle: ({ services, actor, params }) => readWaysOn(services, actor, params.id),
  }),
  route({
    ...read,
    id: 'readResponse',
    access: 'requests.content',
    path: '/ta-requests/{id}/response',
    summary: 'Read the response',
    description: 'For the requester, the supervisor who confirmed, and staff. Reading is logged.',
    query: noQuery,
    answers: { 200: json('The response', responseSchema) },
    handle: ({ services, actor, params }) => requestResponse(services, actor, params.id),
  }),
  route({
    ...read,
    id: 'downloadResponse',
    access: 'requests.content',
    path: '/ta-requests/{id}/response/pdf',
    summary: 'The response as a PDF',
    description: 'Tagged, with the question. For those who read the response. Reading is logged.',
    query: noQuery,
    // Each is made as a whole before it is sent.
    queue: fewAtOnce({ most: 2, mostWaiting: 100 }),
    answers: { 200: file('The letter, as an attachment', ['application/pdf']) },
    async handle({ services, actor, params }) {
      const letter = unwrap(await answerLetter(services, actor, params.id));
      return ok((res) => sendAnswerPdf(res, services, letter));
    },
  }),
  route({
    ...read,
    id: 'readRequestContent',
    access: 'requests.content',
    path: '/ta-requests/{id}/content',
    summary: 'Read the case’s words',
    description:
      'Facts, questions and what was written since. Notes and drafts for staff only. Reading is logged.',
    query: noQuery,
    answers: { 200: json('The words', contentSchema) },
    handle: ({ services, actor, params }) => requestContent(services, actor, params.id),
  }),
];
