import { convertByToken, convertQuestion } from '../../usecases/calls/hand-over-question.js';
import { type HandedOver, handedOverSchema, handoverSchema } from '../../usecases/calls/handover.schema.js';
import { json } from '../http/answer.js';
import { optional } from '../http/input.js';
import { readable, token, uuid } from '../http/path-params.js';
import { type Route, route } from '../http/route.js';

const common = {
  method: 'post',
  tag: 'Calls',
  body: optional(handoverSchema),
  answers: {
    201: json(
      'The request it has become',
      handedOverSchema,
      ({ requestId }: HandedOver) => `/api/v1/ta-requests/${requestId}`,
    ),
  },
  problems: ['supervisor-required', 'not-allowed-now', 'duplicate-request', 'assistance-refused'],
} as const;

/** A question that becomes a TA request. */
export const handoverRoutes: readonly Route[] = [
  route({
    ...common,
    id: 'makeQuestionRequest',
    access: 'calls.own-question',
    path: '/calls/{id}/questions/{questionId}/request',
    summary: 'Make a question a TA request',
    description: 'Who needs a supervisor, and has named none, names one here, as with a new request.',
    params: { id: readable, questionId: uuid },
    handle: ({ services, actor, params, body }) => convertQuestion(services, actor, params.questionId, body),
  }),
  route({
    ...common,
    id: 'makeQuestionRequestByLink',
    access: 'calls.own-question',
    path: '/handover/{token}',
    summary: 'The same through the link in the mail',
    // Links are forwarded.
    description: 'The asker signed in, or staff for them: the link alone acts for nobody.',
    params: { token },
    handle: ({ services, actor, params, body }) => convertByToken(services, actor, params.token, body),
  }),
];
