import { listMessages } from '../../usecases/messages/list-messages.js';
import {
  messagesQuery,
  messageViewSchema,
  resolutionSchema,
} from '../../usecases/messages/message.schema.js';
import { resolveMessage } from '../../usecases/messages/resolve-message.js';
import { json } from '../http/answer.js';
import { listOf } from '../http/list-of.js';
import { uuid } from '../http/path-params.js';
import { type Route, route } from '../http/route.js';

export const messagesRoutes: readonly Route[] = [
  route({
    id: 'listMessages',
    method: 'get',
    path: '/messages',
    tag: 'Mail',
    summary: 'The mail log',
    access: 'messages.read',
    query: messagesQuery,
    answers: { 200: json('Mails, oldest first', listOf(messageViewSchema)) },
    problems: [],
    handle: ({ services, actor, query }) => listMessages(services, actor, query),
  }),
  route({
    id: 'resolveMessage',
    method: 'post',
    path: '/messages/{id}/resolution',
    tag: 'Mail',
    summary: 'Settle a mail that failed or whose fate is unknown',
    access: 'messages.resolve',
    params: { id: uuid },
    body: resolutionSchema,
    answers: { 200: json('The mail now in force', messageViewSchema) },
    problems: [],
    handle: ({ services, actor, params, body }) => resolveMessage(services, actor, params.id, body),
  }),
];
