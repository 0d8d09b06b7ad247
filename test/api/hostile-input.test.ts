import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Route } from '../../src/api/http/route.js';
import { buildDocument } from '../../src/api/openapi/build-document.js';
import { V1, v1Routes } from '../../src/api/v1-routes.js';
import { because } from '../../src/domain/result.js';
import { HOSTILE_TEXTS, HOSTILE_VALUES, someOf } from '../support/hostile-values.js';
import { routesOf } from '../support/routes-of.js';
import { startCallsSite } from './pages/calls/calls-site.js';
import { goodQuestion, goodRegistration } from './support/calls.js';
import { type Known, placesIn, type Schema, samplesOf, withAt } from './support/sample.js';
import { goodSubmission } from './support/submission.js';
import type { CallInit, TestApp } from './support/test-app.js';

/**
 * Every operation of the API's own description, each of its fields and parameters with hostile values: no failure,
 * nothing that the description doesn't know, no answer that takes long. A new operation is among them by itself.
 */

interface Described {
  parameters?: { name: string; in: 'path' | 'query' | 'header'; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

/** Values for each field; enough that over a body's fields all of them come. */
const EACH = Number(process.env.HOSTILE_EACH ?? 3);
/** What once took half a minute; on a busy machine an answer may take a while. */
/** Beside other work on the machine; a second where it is quiet: HOSTILE_MS=1000. */
const LONG_MS = Number(process.env.HOSTILE_MS ?? 10_000);

let app: TestApp;
let key: string;
let known: Known;
/** Good ids for the paths, by the first word of the path where they differ. */
let ids: Record<string, string>;
beforeAll(async () => {
  app = await startCallsSite();
  // Nobody decides here: what reaches the process was readable.
  app.services.processes.decide = async () => ({
    outcome: 'refused',
    problem: because('call-over'),
  });
  key = await app.newKey('admin');
  const made = async (path: string, body: unknown) =>
    ((await (await app.call(`/api/v1${path}`, { key, body })).json()) as { id: string }).id;
  const call = 'legal-working-group-2026-11-04';
  ids = {
    calls: call,
    series: 'legal-working-group',
    'ta-requests': await made('/ta-requests', goodSubmission()),
    registrations: await made('/registrations', goodRegistration()),
    questionId: await made(`/calls/${call}/questions`, goodQuestion()),
    documentId: crypto.randomUUID(),
    date: '2026-12-24',
    token: 'no-such-token',
  };
  known = {
    role: 'attorney',
    topics: ['immigration'],
    series: 'legal-working-group',
    courseId: 't-visas-part-1',
    to: 'legal-working-group-2026-11-11',
    lists: ['legal-working-group'],
    by: 'PT1S',
    state: 'CA',
    licensedIn: ['CA'],
    documentKind: undefined,
    tVisaRelated: undefined,
  };
});
afterAll(() => app.close());

const document = buildDocument(V1) as { paths: Record<string, Record<string, Described>> };

const pathOf = (operation: Route, change: Record<string, string> = {}) => {
  const [, first = ''] = operation.path.split('/');
  return `/api/v1${operation.path.replace(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(change[name] ?? ids[name] ?? ids[first] ?? crypto.randomUUID()),
  )}`;
};

const takesFile = ({ body }: Route) => body !== undefined && 'multipart/form-data' in body.content;

/** Asks, and says what is wrong with the answer; null: nothing. */
async function fault(operation: Route, described: Described, path: string, init: CallInit) {
  const before = performance.now();
  const answer = await app.call(path, { method: operation.method.toUpperCase(), key, ...init });
  const took = performance.now() - before;
  const text = await answer.text();
  const type = answer.headers.get('content-type')?.split(';')[0] ?? '';
  const told = described.responses[answer.status];
  if (answer.status >= 500) return `failed: ${answer.status}`;
  if (!told) return `answered ${answer.status}, which isn't described: ${text.slice(0, 200)}`;
  if (!Object.keys(told.content ?? {}).includes(type)) return `answered ${answer.status} as ${type}`;
  const schema = operation.answers[answer.status]?.schema;
  if (schema && !schema.safeParse(JSON.parse(text)).success) return 'answered otherwise than described';
  return took > LONG_MS ? `took ${Math.round(took)} ms` : null;
}

const shown = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 80);

test('every route of the API is described', () => {
  const described = V1.map(
    ({ method, path }) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
  );
  const undescribed = ['GET /v1/openapi.json', 'GET /docs'];
  expect(routesOf(v1Routes(app.deps)).sort()).toEqual([...described, ...undescribed].sort());
});

test('every string, list and number of the description has its bounds', () => {
  const unbounded: string[] = [];
  const look = (schema: Schema | undefined, at: string): void => {
    if (!schema) return;
    const types = [schema.type ?? []].flat();
    const has = (...names: string[]) => names.some((name) => name in schema);
    if (types.includes('string') && !has('enum', 'const', 'format', 'pattern', 'maxLength'))
      unbounded.push(at);
    if (types.includes('array') && !has('maxItems')) unbounded.push(`${at}[]`);
    if (/integer|number/.test(types.join()) && !(has('minimum') && has('maximum'))) unbounded.push(at);
    for (const [name, inner] of Object.entries(schema.properties ?? {})) look(inner, `${at}/${name}`);
    for (const inner of [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) look(inner, at);
  };
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { parameters, requestBody, responses }] of Object.entries(methods)) {
      for (const { name, schema } of parameters ?? []) look(schema, `${method} ${path} ${name}`);
      for (const { content } of [requestBody, ...Object.values(responses)].filter(
        (one) => one !== undefined,
      )) {
        for (const { schema } of Object.values(content ?? {})) look(schema, `${method} ${path}`);
      }
    }
  }
  expect([...new Set(unbounded)]).toEqual([]);
});

describe('every operation of the API', () => {
  test.each(V1)('$method $path', async (operation) => {
    const described = document.paths[operation.path]?.[operation.method] as Described;
    const faults: string[] = [];
    const ask = async (what: string, path: string, init: CallInit = {}) => {
      const found = await fault(operation, described, path, init);
      if (found) faults.push(`${what}: ${found}`);
    };
    const content = described.requestBody?.content ?? {};
    const bodies = Object.values(content).flatMap(({ schema }) => samplesOf(schema, known));
    const [good] = bodies;
    let turn = V1.indexOf(operation);

    for (const { name, in: where } of described.parameters ?? []) {
      for (const text of someOf(HOSTILE_TEXTS, turn++, where === 'header' ? 3 : 12)) {
        const what = `${name} = ${shown(text)}`;
        // Longer addresses don't pass the server's door.
        if (text.length > 2_000) continue;
        if (where === 'path') await ask(what, pathOf(operation, { [name]: text || '%' }), { body: good });
        if (where === 'query') {
          await ask(what, `${pathOf(operation)}?${new URLSearchParams({ [name]: text })}`, { body: good });
        }
        if (where === 'header' && /^[\x20-\x7e]*$/.test(text)) {
          await ask(what, pathOf(operation), { body: good, headers: { [name]: text } });
        }
      }
    }
    if (takesFile(operation) || operation.method === 'get') return expect(faults).toEqual([]);
    for (const body of bodies) {
      for (const place of placesIn(body)) {
        for (const value of someOf(HOSTILE_VALUES, turn++, EACH)) {
          await ask(`/${place.join('/')} = ${shown(value)}`, pathOf(operation), {
            body: withAt(body, place, value),
          });
        }
      }
    }
    for (const [type, text] of BROKEN_BODIES) {
      await ask(`${type} ${text.slice(0, 20)}`, pathOf(operation), {
        body: text,
        headers: { 'content-type': type },
      });
    }
    expect(faults).toEqual([]);
  });
});

const BROKEN_BODIES: [string, string][] = [
  ['application/json', ''],
  ['application/json', '{'],
  ['application/json', '['.repeat(100_000)],
  ['application/json', `{"a":`.repeat(50_000)],
  ['application/json', '{"__proto__":{"kind":"close"}}'],
  ['application/json', '"\ud83d"'],
  ['application/json; charset=utf-7', '{}'],
  ['application/x-www-form-urlencoded', 'a='.repeat(100_000)],
  ['multipart/form-data', 'x'],
  ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nx'],
  ['text/csv', 'Name,Join time\n"'],
  ['text/csv', '\u0000,\u0000\n'.repeat(10_000)],
];
