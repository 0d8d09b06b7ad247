import {
  completionDecisionSchema,
  completionSchema,
  completionViewSchema,
} from '../../domain/training/completion.schema.js';
import { completionsQuery } from '../../usecases/completions/completions-query.schema.js';
import { settleCompletion } from '../../usecases/completions/doubtful-completions.js';
import { listCompletions } from '../../usecases/completions/list-completions.js';
import { recordCompletion } from '../../usecases/completions/record-completion.js';
import { json } from '../http/answer.js';
import { listOf } from '../http/list-of.js';
import { newOrKnown } from '../http/new-or-known.js';
import { uuid } from '../http/path-params.js';
import { type Route, route } from '../http/route.js';

export const completionsRoutes: readonly Route[] = [
  route({
    id: 'listCompletions',
    method: 'get',
    path: '/completions',
    tag: 'Training',
    summary: 'List courses passed or failed, in the order in which they were recorded',
    description:
      'With `awaitsDecision=true` those alone whose score and result contradict one another and that wait for somebody to say whether they count.',
    access: 'completions.record',
    params: {},
    query: completionsQuery,
    answers: { 200: json('Completions', listOf(completionViewSchema)) },
    problems: [],
    handle: ({ services, actor, query }) => listCompletions(services, actor, query),
  }),
  route({
    id: 'recordCompletion',
    method: 'post',
    path: '/completions',
    tag: 'Training',
    summary: 'Record a course passed or failed',
    description:
      'Once per source and sourceId. Starts the clock of requests that waited for it. The course is one of the program, and the time has passed.',
    access: 'completions.record',
    body: completionSchema,
    answers: {
      201: json('Recorded', completionViewSchema),
      200: json('Known already', completionViewSchema),
    },
    problems: [],
    handle: async ({ services, actor, body }) => newOrKnown(await recordCompletion(services, actor, body)),
  }),
  route({
    id: 'decideOnCompletion',
    method: 'post',
    path: '/completions/{id}/decisions',
    tag: 'Training',
    summary: 'Settle a result whose score says otherwise',
    description:
      'Where `awaitsDecision` is true, score and result contradict one another, and it counts as not passed until somebody says whether it does. Once: a result that was settled already is answered 409. Where it counts, requests that wait for the course go on.',
    access: 'completions.record',
    params: { id: uuid },
    body: completionDecisionSchema,
    answers: { 200: json('As it counts now', completionViewSchema) },
    problems: ['not-allowed-now'],
    handle: ({ services, actor, params, body }) =>
      settleCompletion(services, actor, { id: params.id, counts: body.passed }),
  }),
];
