import { wouldEraseWords } from '../../domain/precedents/decide-precedent.js';
import {
  precedentDecisionSchema,
  precedentOpeningSchema,
  precedentSchema,
} from '../../domain/precedents/precedent.schema.js';
import { noQuery } from '../../usecases/lists/page-query.schema.js';
import { decidePrecedent } from '../../usecases/precedents/decide-precedent.js';
import { precedentsQuery, precedentViewSchema } from '../../usecases/precedents/precedent-view.schema.js';
import { listPrecedents, readPrecedent } from '../../usecases/precedents/read-precedents.js';
import { revisePrecedent, suggestPrecedent } from '../../usecases/precedents/write-precedent.js';
import { json } from '../http/answer.js';
import { listOf } from '../http/list-of.js';
import { uuid } from '../http/path-params.js';
import { type Route, route } from '../http/route.js';

const tag = 'Precedents';

/** Questions and answers without facts: staff write and review them, everybody reads the public ones. */
export const precedentsRoutes: readonly Route[] = [
  route({
    id: 'listPrecedents',
    access: 'precedents.browse',
    method: 'get',
    path: '/precedents',
    tag,
    summary: 'List precedents, changed last first',
    description:
      'Staff find all of them; everybody else those that are published and public. `q` looks for words in question and answer.',
    query: precedentsQuery,
    answers: { 200: json('Precedents', listOf(precedentViewSchema)) },
    problems: [],
    handle: ({ services, actor, query }) => listPrecedents(services, actor, query),
  }),
  route({
    id: 'suggestPrecedent',
    method: 'post',
    path: '/precedents',
    tag,
    summary: 'Suggest a precedent',
    description:
      'Kept as a draft. Neither question nor answer may tell of a case: what looks like a name, a number or a birth date is refused until `identifiersChecked` says that it is none. `requestId` names an answered request.',
    access: 'precedents.write',
    body: precedentOpeningSchema,
    answers: { 201: json('Kept as a draft', precedentViewSchema, ({ links }) => links.self) },
    problems: ['not-found'],
    handle: ({ services, actor, body, command }) => suggestPrecedent(services, actor, body, command),
  }),
  route({
    id: 'readPrecedent',
    access: 'precedents.browse',
    method: 'get',
    path: '/precedents/{id}',
    tag,
    summary: 'Read a precedent',
    params: { id: uuid },
    query: noQuery,
    answers: { 200: json('The precedent', precedentViewSchema) },
    problems: [],
    handle: ({ services, actor, params }) => readPrecedent(services, actor, params.id),
  }),
  route({
    id: 'revisePrecedent',
    method: 'put',
    path: '/precedents/{id}',
    tag,
    summary: 'Give a precedent another wording',
    description: 'It is a draft again, and found by nobody else until a second person has reviewed it.',
    access: 'precedents.write',
    params: { id: uuid },
    body: precedentSchema,
    versioned: true,
    answers: { 200: json('The draft', precedentViewSchema) },
    problems: ['not-allowed-now'],
    handle: ({ services, actor, params, body, command }) =>
      revisePrecedent(services, actor, params.id, body, command),
  }),
  route({
    id: 'decideOnPrecedent',
    method: 'post',
    path: '/precedents/{id}/decisions',
    tag,
    summary: 'Submit, publish, return or withdraw a precedent, or erase its words',
    description:
      'Whoever wrote its wording neither publishes nor returns it: another person or key does. A director’s `erase-wordings` empties every wording before the present one; `erase` empties a withdrawn precedent whole.',
    access: 'precedents.write',
    fresh: (body) => wouldEraseWords((body as { kind?: unknown } | null | undefined)?.kind),
    params: { id: uuid },
    body: precedentDecisionSchema,
    versioned: true,
    answers: { 200: json('The precedent', precedentViewSchema) },
    problems: ['not-allowed-now', 'own-draft'],
    handle: ({ services, actor, params, body, command }) =>
      decidePrecedent(services, actor, params.id, body, command),
  }),
];
