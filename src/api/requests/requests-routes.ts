import {
  decisionSchema,
  informationSchema,
  messageSchema,
  reopeningSchema,
  supervisorConfirmationSchema,
  withdrawalSchema,
} from '../../domain/requests/decision.schema.js';
import { submissionSchema } from '../../domain/requests/submission.schema.js';
import { requestViewSchema } from '../../domain/requests/view.schema.js';
import { ok } from '../../domain/result.js';
import { shortListQuery } from '../../usecases/lists/page-of.schema.js';
import { noQuery } from '../../usecases/lists/page-query.schema.js';
import { askReopening } from '../../usecases/requests/correspondence/ask-reopening.js';
import { readCorrespondence } from '../../usecases/requests/correspondence/read-correspondence.js';
import { writeMessage } from '../../usecases/requests/correspondence/write-message.js';
import { decideRequest } from '../../usecases/requests/decide-request.js';
import { listQuerySchema } from '../../usecases/requests/list-query.schema.js';
import { listRequests } from '../../usecases/requests/list-requests.js';
import { getRequest, requestClock, requestResponse } from '../../usecases/requests/read-request.js';
import { requestContent } from '../../usecases/requests/request-content.js';
import { requestEvents } from '../../usecases/requests/request-events.js';
import {
  clockSchema,
  contentSchema,
  correspondenceSchema,
  eventSchema,
  responseSchema,
  writtenSchema,
} from '../../usecases/requests/request-reads.schema.js';
import {
  answerInformation,
  changeCourtDate,
  confirmSupervisor,
  withdrawRequest,
} from '../../usecases/requests/requester-actions.js';
import { refuseOthersAddress, refuseRoleFirst } from '../../usecases/requests/submission-refusals.js';
import { submitRequest } from '../../usecases/requests/submit-request.js';
import { empty, json } from '../http/answer.js';
import { optional } from '../http/input.js';
import { listOf } from '../http/list-of.js';
import { uuid } from '../http/path-params.js';
import { unwrap } from '../http/problem.js';
import { type Route, route } from '../http/route.js';

const common = { tag: 'TA requests', access: 'signed-in' } as const;
const read = { ...common, method: 'get', params: { id: uuid }, problems: [] } as const;
const change = {
  ...common,
  method: 'post',
  params: { id: uuid },
  versioned: true,
  problems: ['not-allowed-now'],
} as const;
/** What is decided where the request runs. */
const decision = { ...change, problems: ['not-allowed-now', 'temporal-unavailable'] } as const;

/** TA requests over the API (api.md "TA requests"). */
export const requestsRoutes: readonly Route[] = [
  route({
    ...common,
    id: 'submitRequest',
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
    problems: ['supervisor-required', 'document-kind-not-reviewed', 'role-not-served', 'duplicate-request'],
    async handle({ services, actor, body, command }) {
      unwrap(refuseOthersAddress(actor, body));
      return submitRequest(services, actor, body, { id: command.commandId });
    },
  }),
  route({
    ...common,
    id: 'listRequests',
    method: 'get',
    path: '/ta-requests',
    summary: 'List TA requests',
    description:
      'People see their own and the ones they supervise; staff see all. `assignee` is for staff. A cursor goes on in the order it was given in.',
    query: listQuerySchema,
    answers: { 200: json('A page of requests', listOf(requestViewSchema)) },
    problems: [],
    handle: ({ services, actor, query }) => listRequests(services, actor, query),
  }),
  route({
    ...read,
    id: 'readRequest',
    path: '/ta-requests/{id}',
    summary: 'Read a TA request',
    query: noQuery,
    answers: { 200: json('The request; its ETag is the version', requestViewSchema) },
    handle: ({ services, actor, params }) => getRequest(services, actor, params.id),
  }),
  route({
    ...read,
    id: 'listRequestEvents',
    path: '/ta-requests/{id}/events',
    summary: 'What happened, oldest first',
    query: shortListQuery,
    answers: { 200: json('Events', listOf(eventSchema)) },
    handle: ({ services, actor, params, query }) => requestEvents(services, actor, params.id, query),
  }),
  route({
    ...read,
    id: 'readRequestClock',
    path: '/ta-requests/{id}/clock',
    summary: 'The deadline, explained day by day',
    query: noQuery,
    answers: { 200: json('Due date and day ledger', clockSchema) },
    handle: ({ services, actor, params }) => requestClock(services, actor, params.id),
  }),
  route({
    ...read,
    id: 'readResponse',
    path: '/ta-requests/{id}/response',
    summary: 'Read the response',
    description: 'For the requester, the supervisor who confirmed, and staff. Reading is logged.',
    query: noQuery,
    answers: { 200: json('The response', responseSchema) },
    handle: ({ services, actor, params }) => requestResponse(services, actor, params.id),
  }),
  route({
    ...read,
    id: 'readRequestContent',
    path: '/ta-requests/{id}/content',
    summary: 'Read the case’s words',
    description:
      'Facts, questions and what was written since. Notes and drafts for staff only. Reading is logged.',
    query: noQuery,
    answers: { 200: json('The words', contentSchema) },
    handle: ({ services, actor, params }) => requestContent(services, actor, params.id),
  }),
  route({
    ...decision,
    id: 'decideRequest',
    path: '/ta-requests/{id}/decisions',
    summary: 'Decide about a request',
    description:
      'What may be decided now, and by whom, is checked where the request runs. `assign` is to somebody on staff. `redirect` takes resources and a workshop of the program, and a note where nothing else says what to do. `merge` is into another open request of the same person. After `reclassify` kind and document go together as in a new request; dates lie where they may there. Outside the staff there is `change-deadline` alone.',
    body: decisionSchema,
    answers: { 200: json('The request after the decision', requestViewSchema) },
    problems: [...decision.problems, 'own-draft'],
    async handle({ services, actor, params: { id }, body, command }) {
      // Requesters may tell another court date; every other decision is the staff's.
      return actor.kind === 'person' && body.kind === 'change-deadline'
        ? changeCourtDate(services, actor, id, body.courtOrFilingDeadline, command)
        : decideRequest(services, actor, id, body, command);
    },
  }),
  route({
    ...decision,
    id: 'answerInformation',
    path: '/ta-requests/{id}/information',
    summary: 'Answer what was asked',
    description: 'Another supervisor is named only where one is needed, as with a new request.',
    body: informationSchema,
    answers: { 200: json('The request, its clock running again', requestViewSchema) },
    handle: ({ services, actor, params, body, command }) =>
      answerInformation(services, actor, params.id, body, command),
  }),
  route({
    ...decision,
    id: 'withdrawRequest',
    path: '/ta-requests/{id}/withdrawal',
    summary: 'Withdraw a request',
    body: optional(withdrawalSchema),
    answers: { 200: json('The withdrawn request', requestViewSchema) },
    handle: ({ services, actor, params, body, command }) =>
      withdrawRequest(services, actor, params.id, body, command),
  }),
  route({
    ...read,
    id: 'readCorrespondence',
    path: '/ta-requests/{id}/correspondence',
    summary: 'What was written to and fro, oldest first',
    description: 'For the requester, the supervisor who confirmed, and staff. Reading is logged.',
    query: shortListQuery,
    answers: { 200: json('Messages', listOf(correspondenceSchema)) },
    handle: ({ services, actor, params, query }) => readCorrespondence(services, actor, params.id, query),
  }),
  route({
    ...change,
    id: 'writeMessage',
    path: '/ta-requests/{id}/correspondence',
    summary: 'Write to staff about an open request',
    description:
      'By the requester, or the supervisor who confirmed. It moves no clock. Staff answer with the decision "reply".',
    body: messageSchema,
    answers: { 201: json('Kept, sealed; staff are told', writtenSchema) },
    handle: ({ services, actor, params, body, command }) =>
      writeMessage(services, actor, params.id, body, command),
  }),
  route({
    ...change,
    id: 'askReopening',
    path: '/ta-requests/{id}/reopening',
    summary: 'Ask to have a request opened again',
    description:
      'After the answer, or another end. Staff decide with "reopen" or "refuse-reopening", each with a reason.',
    body: reopeningSchema,
    answers: { 202: json('Asked; staff decide', requestViewSchema) },
    handle: ({ services, actor, params, body, command }) =>
      askReopening(services, actor, params.id, body, command),
  }),
  route({
    ...decision,
    id: 'confirmSupervisor',
    path: '/ta-requests/{id}/supervisor-confirmation',
    summary: 'Confirm or refuse to supervise',
    description: 'The supervisor through the mailed link; over the API an admin may act for them.',
    body: supervisorConfirmationSchema,
    answers: {
      200: json('The request', requestViewSchema),
      204: empty('Refused by the supervisor, who sees nothing of it'),
    },
    async handle({ services, actor, params, body, command }) {
      const view = unwrap(await confirmSupervisor(services, actor, params.id, body, command));
      // Who does not supervise a request does not get to see it.
      const hidden = actor.kind === 'person' && !body.confirms;
      return ok(hidden ? { status: 204, body: null } : { status: 200, body: view });
    },
  }),
];
