import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { json } from '../../../src/api/http/answer.js';
import { uuid } from '../../../src/api/http/path-params.js';
import { route } from '../../../src/api/http/route.js';
import { V1 } from '../../../src/api/v1-routes.js';
import { ok } from '../../../src/domain/result.js';

/** One expression says all of an operation; what it must say, and what follows from it. */

const view = z.object({ id: z.uuid(), name: z.string() });
const good = { id: '7d9a3c1e-0000-4000-8000-000000000001', name: 'Ada' };
const common = {
  id: 'doThing',
  tag: 'Things',
  summary: 'A thing',
  access: 'calls.browse',
  problems: [],
} as const;
const one = {
  ...common,
  path: '/things/{id}',
  params: { id: uuid },
  answers: { 200: json('It', view) },
} as const;

const ANY = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'second-factor-required',
  'too-many-requests',
  'database-unavailable',
  'wrong-host',
];
const BODY = ['malformed', 'too-large'];

test.each([
  ['reading a list', { ...one, method: 'get', path: '/things', params: {} }, ANY],
  ['reading one', { ...one, method: 'get' }, [...ANY, 'not-found']],
  ['removing one', { ...one, method: 'delete' }, [...ANY, 'not-found', ...BODY]],
  [
    'doing something with one, by its version',
    { ...one, method: 'post', versioned: true, problems: ['own-draft'] },
    [
      'own-draft',
      ...ANY,
      'not-found',
      ...BODY,
      'idempotency-key-reused',
      'not-allowed-now',
      'version-mismatch',
    ],
  ],
] as const)('what %s may be answered follows from its method and path', (_name, said, codes) => {
  const { problems } = route({ ...said, handle: () => ok(good) } as Parameters<typeof route>[0]);
  expect([...problems].sort()).toEqual([...codes].sort());
});

test('every operation has a name of its own, that a function can have', () => {
  const names = V1.map(({ id }) => id);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z][A-Za-z]+$/);
});

test('what is forgotten, or said wrongly, does not compile', () => {
  const handle = () => ok(good);
  const { access: _access, ...withoutAccess } = { ...one, method: 'get' as const, handle };
  // @ts-expect-error: who may call it is said of every operation
  route(withoutAccess);
  const { params: _params, ...withoutParams } = { ...one, method: 'get' as const, handle };
  // @ts-expect-error: each name in the path has its schema
  route(withoutParams);
  // @ts-expect-error: the answer is the one that is described
  route({ ...one, method: 'get', handle: () => ok({ id: good.id }) });
  // @ts-expect-error: a body that isn't taken isn't there
  route({ ...one, method: 'post', handle: ({ body }) => ok({ ...good, name: body.name }) });
  route({ ...one, method: 'post', body: view, handle: ({ body }) => ok(body) });
});
