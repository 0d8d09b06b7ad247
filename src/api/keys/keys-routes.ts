import { z } from 'zod';
import { shownCursor } from '../../domain/text/shown.schema.js';
import { issueKey } from '../../usecases/keys/issue-key.js';
import {
  keyViewSchema,
  madeKeySchema,
  newKeySchema,
  rotationSchema,
} from '../../usecases/keys/key.schema.js';
import { listKeys, readKey } from '../../usecases/keys/list-keys.js';
import { revokeKey } from '../../usecases/keys/revoke-key.js';
import { rotateKey } from '../../usecases/keys/rotate-key.js';
import { shortListQuery } from '../../usecases/lists/page-of.schema.js';
import { noQuery } from '../../usecases/lists/page-query.schema.js';
import { empty, json } from '../http/answer.js';
import { optional } from '../http/input.js';
import { uuid } from '../http/path-params.js';
import { type Route, route } from '../http/route.js';

const tag = 'API keys';
const access = 'admin.keys';

/** Keys of programs that call: who answers for each, until when it works, when it was last used. */
export const keysRoutes: readonly Route[] = [
  route({
    id: 'listApiKeys',
    method: 'get',
    path: '/api-keys',
    tag,
    summary: 'List API keys',
    description:
      'The newest first, those that open nothing any more as well. The keys themselves are kept nowhere.',
    access,
    query: shortListQuery,
    answers: {
      200: json(
        'A page of keys',
        z.strictObject({ items: z.array(keyViewSchema).max(100), nextCursor: shownCursor }),
      ),
    },
    problems: [],
    handle: ({ services, actor, query }) => listKeys(services, actor, query),
  }),
  route({
    id: 'createApiKey',
    method: 'post',
    path: '/api-keys',
    tag,
    summary: 'Make an API key',
    description:
      'Its `secret` is in this answer alone: a repeat with the same Idempotency-Key answers null there. It may do no more than its owner may, and stops when they may not any more.',
    access,
    fresh: true,
    body: newKeySchema,
    answers: { 201: json('The key', madeKeySchema, ({ id }) => `/api/v1/api-keys/${id}`) },
    problems: [],
    handle: ({ services, actor, body }) => issueKey(services, actor, body),
  }),
  route({
    id: 'readApiKey',
    method: 'get',
    path: '/api-keys/{id}',
    tag,
    summary: 'Read what is known of an API key',
    access,
    params: { id: uuid },
    query: noQuery,
    answers: { 200: json('The key', keyViewSchema) },
    problems: [],
    handle: ({ services, actor, params }) => readKey(services, actor, params.id),
  }),
  route({
    id: 'rotateApiKey',
    method: 'post',
    path: '/api-keys/{id}/rotation',
    tag,
    summary: 'Give an API key another secret',
    description:
      'The secret of before works on for `overlapHours`, and no longer than it would have; one from before that ends at once. Its `secret` is in this answer alone.',
    access,
    fresh: true,
    params: { id: uuid },
    body: optional(rotationSchema),
    answers: { 200: json('The key', madeKeySchema) },
    problems: ['not-allowed-now'],
    handle: ({ services, actor, params, body }) => rotateKey(services, actor, params.id, body),
  }),
  route({
    id: 'revokeApiKey',
    method: 'delete',
    path: '/api-keys/{id}',
    tag,
    summary: 'Revoke an API key',
    description: 'It opens nothing any more, at once. Done again, nothing happens.',
    access,
    fresh: true,
    params: { id: uuid },
    answers: { 204: empty('It opens nothing any more') },
    problems: [],
    handle: ({ services, actor, params }) => revokeKey(services, actor, params.id),
  }),
];
