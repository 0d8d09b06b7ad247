import { ok } from '../../domain/result.js';
import {
  type ClosureView,
  closureChangeSchema,
  closureQuery,
  closureSchema,
  closureViewSchema,
} from '../../usecases/closures/closure.schema.js';
import { enterClosure } from '../../usecases/closures/enter-closure.js';
import { listClosures } from '../../usecases/closures/list-closures.js';
import { removeClosure } from '../../usecases/closures/remove-closure.js';
import { pageOf, shortListQuery } from '../../usecases/lists/page-of.schema.js';
import { json } from '../http/answer.js';
import { listOf } from '../http/list-of.js';
import { date } from '../http/path-params.js';
import { unwrap } from '../http/problem.js';
import { type Route, route } from '../http/route.js';

const tag = 'Calendar';
const byDate = {
  name: 'closures',
  keyOf: ({ date }: ClosureView) => date,
  key: /^\d{4}-\d\d-\d\d$/,
};

export const closuresRoutes: readonly Route[] = [
  route({
    id: 'listClosures',
    method: 'get',
    path: '/closures',
    tag,
    summary: 'Days the office is closed',
    access: 'closures.read',
    query: shortListQuery,
    answers: { 200: json('Closures by date', listOf(closureViewSchema)) },
    problems: [],
    handle: async ({ services, actor, query }) =>
      pageOf(unwrap(await listClosures(services, actor)), query, byDate),
  }),
  route({
    id: 'enterClosure',
    method: 'post',
    path: '/closures',
    tag,
    summary: 'Enter a closure, or preview whom it would move',
    description:
      'From today to five years ahead: one day, or with `until` all days up to that one, 92 at most, as one entry that is named by its first day. Days between that are closed already stay as they are.',
    access: 'closures.edit',
    query: closureQuery,
    body: closureSchema,
    answers: {
      201: json('Entered', closureChangeSchema, (change) => `/api/v1/closures/${change.date}`),
      200: json('Preview only', closureChangeSchema),
    },
    problems: [],
    async handle({ services, actor, query, body }) {
      const preview = query.preview === 'true';
      const change = unwrap(await enterClosure(services, actor, body, { preview }));
      return ok({ status: preview ? 200 : 201, body: change });
    },
  }),
  route({
    id: 'removeClosure',
    method: 'delete',
    path: '/closures/{date}',
    tag,
    summary: 'Open the days of a closure again',
    description:
      'Names a closure by its first day; of one that is under way the days from today on are opened. Never shortens a deadline to less than five business days from now. Calls it has cancelled stay cancelled; the answer names those still to come.',
    access: 'closures.edit',
    params: { date },
    answers: { 200: json('Removed', closureChangeSchema) },
    problems: ['not-allowed-now'],
    handle: ({ services, actor, params }) => removeClosure(services, actor, params.date),
  }),
];
