import {
  decisionSchema,
  feedbackSchema,
  followUpSchema,
  informationSchema,
  messageSchema,
  reopeningSchema,
  supervisorConfirmationSchema,
  withdrawalSchema,
} from '../../domain/requests/decision.schema.js';
import { supervisorSchema } from '../../domain/requests/submission.schema.js';
import { requestViewSchema } from '../../domain/requests/view.schema.js';
import { ok } from '../../domain/result.js';
import { shortListQuery } from '../../usecases/lists/page-of.schema.js';
import { askFollowUp } from '../../usecases/requests/ask-follow-up.js';
import { askReopening } from '../../usecases/requests/correspondence/ask-reopening.js';
import { readCorrespondence } from '../../usecases/requests/correspondence/read-correspondence.js';
import { writeMessage } from '../../usecases/requests/correspondence/write-message.js';
import { decideRequest } from '../../usecases/requests/decide-request.js';
import { giveFeedback } from '../../usecases/requests/feedback.js';
import { readFollowUp } from '../../usecases/requests/read-follow-up.js';
import {
  correspondenceSchema,
  feedbackGivenSchema,
  followUpAskedSchema,
  followUpReadSchema,
  taskSchema,
  writtenSchema,
} from '../../usecases/requests/request-reads.schema.js';
import {
  answerInformation,
  changeCourtDate,
  confirmSupervisor,
  nameSupervisor,
  withdrawRequest,
} from '../../usecases/requests/requester-actions.js';
import { tasksOf } from '../../usecases/requests/tasks.js';
import { empty, json } from '../http/answer.js';
import { optional } from '../http/input.js';
import { listOf } from '../http/list-of.js';
import { unwrap } from '../http/problem.js';
import { type Route, route } from '../http/route.js';
import { change, decision, read } from './of-a-request.js';

/** What is decided about a request, and what is written to and fro. */
export const requestChangesRoutes: readonly Route[] = [
  route({
    ...decision,
    id: 'decideRequest',
    access: 'requests.decide',
    path: '/ta-requests/{id}/decisions',
    summary: 'Decide about a request',
    description:
      'What may be decided now, and by whom, is checked where the request runs. `assign` is to somebody on staff. `redirect` takes resources and a workshop of the program, and a note where nothing else says what to do. `merge` is into another open request of the same person. After `reclassify` kind and document go together as in a new request; dates lie where they may there. `answer-follow-up` drafts the answer to a follow-up question; another person sends it with `send-response`. Outside the staff there is `change-deadline` alone.',
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
    access: 'requests.act-for-requester',
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
    id: 'nameSupervisor',
    access: 'requests.act-for-requester',
    method: 'put',
    path: '/ta-requests/{id}/supervisor',
    summary: 'Name another supervisor',
    description:
      'Until the one who was named has confirmed. Their link ends, and the other one is mailed theirs. By the requester, or staff for them.',
    body: supervisorSchema,
    answers: { 200: json('The request, which waits for their confirmation', requestViewSchema) },
    handle: ({ services, actor, params, body, command }) =>
      nameSupervisor(services, actor, params.id, body, command),
  }),
  route({
    ...decision,
    id: 'withdrawRequest',
    access: 'requests.act-for-requester',
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
    access: 'requests.content',
    path: '/ta-requests/{id}/correspondence',
    summary: 'What was written to and fro, oldest first',
    description: 'For the requester, the supervisor who confirmed, and staff. Reading is logged.',
    query: shortListQuery,
    answers: { 200: json('Messages', listOf(correspondenceSchema)) },
    handle: ({ services, actor, params, query }) => readCorrespondence(services, actor, params.id, query),
  }),
  route({
    ...read,
    id: 'readTasks',
    path: '/ta-requests/{id}/tasks',
    access: 'requests.read',
    summary: 'Follow-up tasks of staff, the open ones first',
    description:
      'For staff. All that are open, and the last twenty that ended. They are decided about by "add-task", "change-task", "finish-task" and "cancel-task". Reading is logged.',
    answers: { 200: json('Tasks', listOf(taskSchema)) },
    async handle({ services, actor, params }) {
      const tasks = await tasksOf(services, actor, params.id);
      return tasks.ok ? ok({ items: tasks.value, nextCursor: null }) : tasks;
    },
  }),
  route({
    ...change,
    id: 'writeMessage',
    access: 'requests.write-letters',
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
    access: 'requests.write-letters',
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
    id: 'askFollowUp',
    access: 'requests.act-for-requester',
    path: '/ta-requests/{id}/follow-up',
    summary: 'Ask one more question about the answer',
    description:
      'Once, by the requester, until closing time of the tenth business day after the answer (`followUpUntil` of the request). Staff draft its answer with "answer-follow-up", and another person sends it with "send-response".',
    body: followUpSchema,
    answers: { 201: json('Asked, with a promise of its own', followUpAskedSchema) },
    async handle({ services, actor, params, body, command }) {
      const { id, status, dueAt } = unwrap(await askFollowUp(services, actor, params.id, body, command));
      return ok({ id, status, dueAt });
    },
  }),
  route({
    ...read,
    id: 'readFollowUp',
    access: 'requests.content',
    path: '/ta-requests/{id}/follow-up',
    summary: 'The follow-up question, its answer, and its deadline day by day',
    description: 'For the requester, the supervisor who confirmed, and staff. Reading is logged.',
    answers: { 200: json('The question, and its answer once there is one', followUpReadSchema) },
    handle: ({ services, actor, params }) => readFollowUp(services, actor, params.id),
  }),
  route({
    ...change,
    id: 'giveFeedback',
    access: 'requests.act-for-requester',
    path: '/ta-requests/{id}/feedback',
    summary: 'Say how it was',
    description:
      'By the requester, once there is an answer. It is one answer: given again, it replaces the one before. The comment is read by staff only.',
    body: feedbackSchema,
    answers: {
      200: json('It replaced the one before', feedbackGivenSchema),
      201: json('Kept', feedbackGivenSchema),
    },
    async handle({ services, actor, params, body, command }) {
      const { first, ...given } = unwrap(await giveFeedback(services, actor, params.id, body, command));
      return ok({ status: first ? 201 : 200, body: given });
    },
  }),
  route({
    ...decision,
    id: 'confirmSupervisor',
    access: 'supervisor.confirm-for',
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
