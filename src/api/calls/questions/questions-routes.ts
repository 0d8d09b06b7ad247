import {
  moveAnswerSchema,
  questionEditSchema,
  questionMoveSchema,
  questionOrganizationSchema,
  questionSchema,
} from '../../../domain/calls/question.schema.js';
import type { ProblemCode } from '../../../domain/refusals/problem-code.js';
import { ok } from '../../../domain/result.js';
import { WORKSHEET_FILE } from '../../../domain/worksheets/worksheet.schema.js';
import { askQuestion } from '../../../usecases/calls/questions/ask-question.js';
import { editQuestion, withdrawQuestion } from '../../../usecases/calls/questions/change-question.js';
import { correctOrganization } from '../../../usecases/calls/questions/correct-organization.js';
import { moveQuestion } from '../../../usecases/calls/questions/move-question.js';
import { getQuestion } from '../../../usecases/calls/questions/own-question.js';
import { answerMove, proposeMove } from '../../../usecases/calls/questions/propose-move.js';
import { questionViewSchema } from '../../../usecases/calls/questions/question-view.schema.js';
import { readQuestionWorksheet } from '../../../usecases/calls/questions/question-worksheet.js';
import { documentQuery } from '../../../usecases/documents/document.schema.js';
import { noQuery } from '../../../usecases/lists/page-query.schema.js';
import { sendDocument } from '../../documents/send-document.js';
import { file, json } from '../../http/answer.js';
import { readable, uuid } from '../../http/path-params.js';
import { unwrap } from '../../http/problem.js';
import { type Call, type Route, route } from '../../http/route.js';

const common = { tag: 'Calls' } as const;
const one = {
  ...common,
  path: '/calls/{id}/questions/{questionId}',
  params: { id: readable, questionId: uuid },
  answers: { 200: json('The question', questionViewSchema) },
} as const;
const move = {
  ...one,
  method: 'post',
  answers: { 200: json('The question on its first call', questionViewSchema) },
  problems: [
    'not-allowed-now',
    'supervised-analysis',
    'one-question-per-person',
    'one-question-per-organization',
  ],
} as const;

const refusals: readonly ProblemCode[] = [
  'call-cancelled',
  'questions-closed',
  'not-this-week',
  'not-eligible',
  'assistance-refused',
  'supervised-analysis',
  'legal-topic-not-allowed',
  'analysis-on-first-wednesday',
  'prerequisite-missing',
  'already-a-request',
];

const idsOf = ({ params }: Pick<Call<'id' | 'questionId'>, 'params'>) => ({
  callId: params.id,
  questionId: params.questionId,
});

/** The question as it stands afterwards. */
const afterwards = (call: Call<'id' | 'questionId'>) => getQuestion(call.services, call.actor, idsOf(call));

/** Questions for a call (api.md "Calls"). */
export const questionsRoutes: readonly Route[] = [
  route({
    ...common,
    id: 'askQuestion',
    access: 'calls.ask',
    method: 'post',
    path: '/calls/{id}/questions',
    summary: 'Ask a question ahead of a call',
    description:
      'Asking needs no registration. The first refusal that applies is answered. People ask under the address they are signed in with.',
    params: { id: readable },
    body: questionSchema,
    answers: { 201: json('Taken', questionViewSchema, ({ links }) => links.self) },
    problems: [...refusals, 'one-question-per-person', 'one-question-per-organization'],
    handle: ({ services, actor, params, body, command }) =>
      askQuestion(services, actor, params.id, body, { id: command.commandId }),
  }),
  route({
    ...one,
    id: 'readQuestion',
    access: 'calls.own-question',
    method: 'get',
    summary: 'Read a question: its asker and staff',
    query: noQuery,
    problems: [],
    handle: afterwards,
  }),
  route({
    ...one,
    id: 'readQuestionWorksheet',
    access: 'calls.own-question',
    method: 'get',
    path: '/calls/{id}/questions/{questionId}/worksheet',
    summary: 'Download the EMP worksheet attached to a question: its asker and staff',
    description:
      'The copy as it was attached. Reading is logged. Once the question is a request, it is that one’s document.',
    query: documentQuery,
    answers: { 200: file('The worksheet', ['application/pdf']) },
    problems: [],
    async handle({ services, actor, query, ...call }) {
      const content = unwrap(await readQuestionWorksheet(services, actor, idsOf(call)));
      const view = { name: WORKSHEET_FILE, mediaType: 'application/pdf' };
      return ok((res) => sendDocument(res, { view, content, shown: query.as === 'preview' }));
    },
  }),
  route({
    ...one,
    id: 'changeQuestion',
    access: 'calls.own-question',
    method: 'put',
    summary: 'Change a question, until the cut-off',
    body: questionEditSchema,
    versioned: true,
    problems: ['not-allowed-now', ...refusals],
    handle: ({ services, actor, body, command, ...call }) =>
      editQuestion(services, actor, idsOf(call), body, command),
  }),
  route({
    ...one,
    id: 'withdrawQuestion',
    access: 'calls.own-question',
    method: 'delete',
    summary: 'Withdraw a question, until the cut-off',
    versioned: true,
    problems: ['call-cancelled', 'questions-closed', 'not-allowed-now'],
    handle: ({ services, actor, command, ...call }) =>
      withdrawQuestion(services, actor, idsOf(call), command),
  }),
  route({
    ...move,
    id: 'moveQuestion',
    access: 'calls.questions',
    path: '/calls/{id}/questions/{questionId}/move',
    summary: 'Move a legal question to a later call of the series, or ask its asker whether it may',
    description:
      'For staff. `given`: the asker agreed, it moves at once. `ask`: they get a mail; unanswered when the questions of its call are chosen, it is handed over.',
    body: questionMoveSchema,
    async handle(call) {
      const { services, actor, body, command } = call;
      const { to, consent } = body;
      const done =
        consent === 'given'
          ? await moveQuestion(services, actor, idsOf(call), { to, newId: command.commandId })
          : await proposeMove(services, actor, idsOf(call), { to });
      unwrap(done);
      return afterwards(call);
    },
  }),
  route({
    ...move,
    id: 'answerMove',
    access: 'calls.own-question',
    path: '/calls/{id}/questions/{questionId}/move/answer',
    summary: 'Agree to a proposed move, or decline: its asker alone',
    body: moveAnswerSchema,
    async handle(call) {
      unwrap(await answerMove(call.services, call.actor, idsOf(call), call.body.answer));
      return afterwards(call);
    },
  }),
  route({
    ...one,
    id: 'correctQuestionOrganization',
    access: 'calls.questions',
    method: 'post',
    path: '/calls/{id}/questions/{questionId}/organization',
    summary: 'Say which organization a question counts for: staff',
    body: questionOrganizationSchema,
    problems: ['not-allowed-now', 'one-question-per-organization'],
    async handle(call) {
      unwrap(await correctOrganization(call.services, call.actor, idsOf(call), call.body.name));
      return afterwards(call);
    },
  }),
];
