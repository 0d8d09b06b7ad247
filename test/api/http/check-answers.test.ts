import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import express, { type Response } from 'express';
import { z } from 'zod';
import { PROBLEM_BASE, statusOf } from '../../../src/api/errors.js';
import { file, json } from '../../../src/api/http/answer.js';
import { checkAnswers } from '../../../src/api/http/check-answers.js';
import { uuid } from '../../../src/api/http/path-params.js';
import { route } from '../../../src/api/http/route.js';
import type { ProblemCode } from '../../../src/domain/refusals/problem-code.js';
import { ok } from '../../../src/domain/result.js';

/** Every answer that an operation gives otherwise than its document says is noticed, whoever gives it. */

const view = z.object({ id: z.uuid(), asked: z.object({ by: z.string() }), version: z.int() });
const common = {
  method: 'get',
  tag: 'Things',
  summary: 'A thing',
  access: 'calls.browse',
  problems: [],
} as const;
const routes = [
  route({
    ...common,
    id: 'readThing',
    path: '/things/{id}',
    params: { id: uuid },
    answers: { 200: json('It', view), 201: json('Made', view, ({ id }) => `/things/${id}`) },
    handle: () => ok({ status: 200 as const, body: { id: '', asked: { by: '' }, version: 1 } }),
  }),
  route({
    ...common,
    id: 'readFile',
    path: '/file',
    answers: { 200: file('It', ['text/calendar']) },
    handle: () => ok((res: Response) => void res.send('')),
  }),
];

const good = { id: '7d9a3c1e-0000-4000-8000-000000000001', asked: { by: 'Ada' }, version: 3 };
const path = `/things/${good.id}`;
const problem = (code: ProblemCode) => ({
  type: `${PROBLEM_BASE}${code}`,
  code,
  title: 'Refused',
  status: statusOf(code),
  detail: 'No.',
  errors: [],
});
const refuse = (res: Response, status: number, body: object) =>
  res.status(status).type('application/problem+json').send(JSON.stringify(body));

let answer: (res: Response) => unknown = () => undefined;
const told: string[] = [];
const app = express()
  .use(checkAnswers(routes, (difference) => told.push(difference)))
  .use((_req, res) => void answer(res));
const server = app.listen(0, '127.0.0.1');
beforeAll(() => once(server, 'listening'));
afterAll(() => void server.close());

async function ask(at: string, method = 'GET'): Promise<string[]> {
  const { port } = server.address() as AddressInfo;
  await (await fetch(`http://127.0.0.1:${port}${at}`, { method })).text();
  return told.splice(0);
}

test.each<[string, (res: Response) => unknown, string]>([
  ['another status', (res) => res.status(202).json(good), '202: this status is not described'],
  [
    'a field too many',
    (res) => res.set('ETag', '"3"').json({ ...good, note: 'x' }),
    '200: /note is not described',
  ],
  [
    'one too many further down',
    (res) => res.set('ETag', '"3"').json({ ...good, asked: { by: 'Ada', at: 'x' } }),
    '200: /asked/at is not described',
  ],
  [
    'a field missing',
    (res) => res.set('ETag', '"3"').json({ id: good.id, asked: {}, version: 3 }),
    '200: /asked/by is invalid_type',
  ],
  ['no ETag', (res) => res.removeHeader('ETag') ?? res.end(JSON.stringify(good)), '200: no ETag'],
  ['no Location', (res) => res.status(201).set('ETag', '"3"').json(good), '201: no Location'],
  ['HTML', (res) => res.set('ETag', '"3"').type('html').send('<p>'), '200: as text/html'],
  [
    'a problem of others',
    (res) => refuse(res, 403, problem('own-draft')),
    '403: the problem own-draft is not described',
  ],
  [
    'a problem with another status',
    (res) => refuse(res, 403, problem('not-found')),
    '403: not-found with another status',
  ],
  [
    'a problem with more in it',
    (res) => refuse(res, 404, { ...problem('not-found'), stack: 'x' }),
    '404: /stack is not described',
  ],
])('%s', async (_name, given, difference) => {
  answer = given;
  expect(await ask(path)).toEqual([`GET /things/{id} ${difference}`]);
});

test('a file of another kind', async () => {
  answer = (res) => res.type('text/plain').send('x');
  expect(await ask('/file')).toEqual(['GET /file 200: a file as text/plain']);
});

test.each<[string, string, string, (res: Response) => unknown]>([
  ['what is described', 'GET', path, (res) => res.set('ETag', '"3"').json(good)],
  ['the same without its body', 'HEAD', path, (res) => res.set('ETag', '"3"').json(good)],
  ['a problem of any operation', 'GET', path, (res) => refuse(res, 404, problem('not-found'))],
  ['the file', 'GET', '/file', (res) => res.type('text/calendar').send('x')],
  ['another address', 'GET', '/elsewhere', (res) => res.status(500).send('x')],
  ['another method', 'DELETE', path, (res) => res.status(405).send('x')],
])('nothing is said of %s', async (_name, method, at, given) => {
  answer = given;
  expect(await ask(at, method)).toEqual([]);
});
