import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pagesRouter } from '../../src/api/pages/pages-router.js';
import { staffPaths } from '../../src/api/pages/staff/staff-paths.js';
import { paths } from '../../src/api/paths.js';
import { en } from '../../src/api/text/en/en.js';
import { V1 } from '../../src/api/v1-routes.js';
import { ruleOf } from '../../src/domain/people/permissions.js';
import { NOT_PAGES, WALKS } from '../e2e/walked-pages.js';
import { routesOf } from '../support/routes-of.js';
import { goodQuestion } from './support/calls.js';
import { signedIn } from './support/signed-in.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let app: TestApp;
let admin: string;
beforeAll(async () => {
  app = await startTestApp();
  admin = await app.newKey('admin');
});
afterAll(() => app.close());

describe('the API’s own description', () => {
  test('is complete OpenAPI 3.1', async () => {
    const document = (await (await app.call('/api/v1/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { responses: Record<string, { headers?: object }> }>>;
    };
    expect(document.openapi).toBe('3.1.0');
    for (const { method, path, answers } of V1) {
      const told = document.paths[path]?.[method];
      expect(Object.keys(told?.responses ?? {})).toEqual(expect.arrayContaining(Object.keys(answers)));
      // What passes says when to try again, and nothing else does.
      const wait = Object.entries(told?.responses ?? {}).filter(
        ([, { headers = {} }]) => 'Retry-After' in headers,
      );
      const passing = Object.keys(told?.responses ?? {}).filter((status) => ['429', '503'].includes(status));
      expect([path, wait.map(([status]) => status)]).toEqual([path, passing]);
    }
  });

  test('names every operation on a page of ours', async () => {
    const page = await (await app.call('/api/docs')).text();
    expect(page).not.toMatch(/<script>|<style|style=/);
    for (const { method, path } of V1) {
      expect(page).toContain(`<strong>${method.toUpperCase()}</strong> ${path}</code>`);
    }
    expect(page).toContain('<code>requester.email</code>: email, at most 254 characters, required');
  });

  const ids = { '{id}': crypto.randomUUID(), '{documentId}': crypto.randomUUID(), '{date}': '2026-12-24' };
  const concrete = (path: string) =>
    Object.entries(ids).reduce((text, [name, value]) => text.replace(name, value), `/api/v1${path}`);

  test.each(V1.filter(({ access }) => !ruleOf(access).everybody))(
    '$method $path needs a key',
    async ({ method, path }) => {
      if (path.startsWith('/rehearsal')) return;
      const response = await app.call(concrete(path), {
        method: method.toUpperCase(),
        headers: { 'content-type': 'application/json' },
      });
      expect(response.status).toBe(401);
      expect(await response.json()).toMatchObject({ code: 'unauthenticated' });
    },
  );

  test.each(['/ta-requests/nothing/here', '/registrations/nothing/here/either'])(
    'nobody in particular is asked for a key before they learn that there is no %s',
    async (path) => {
      expect((await app.call(`/api/v1${path}`)).status).toBe(401);
      expect((await app.call(`/api/v1${path}`, { key: admin })).status).toBe(404);
    },
  );

  test('people outside the staff are refused whatever needs a permission', async () => {
    const ada = await signedIn(app, 'ada@legal-aid.example');
    const permitted = V1.filter(
      ({ access, path }) =>
        !ruleOf(access).everybody && !ruleOf(access).people && !path.startsWith('/rehearsal'),
    );
    expect(permitted.length).toBeGreaterThan(10);
    for (const { id, method, path } of permitted) {
      const response = await ada.send(method.toUpperCase(), concrete(path));
      expect([id, response.status, await response.json()]).toMatchObject([id, 403, { code: 'forbidden' }]);
    }
  });

  // What no role may, a key is told so whatever stands in the address.
  test.each(V1.filter(({ path, access }) => path.includes('{id}') && ruleOf(access).staff.length > 0))(
    '$method $path says 404 for ids that do not exist',
    async ({ method, path, body, access }) => {
      const key = ruleOf(access).staff.includes('admin') ? admin : await app.newKey('director');
      for (const id of [crypto.randomUUID(), 'not-a-uuid']) {
        const url = `/api/v1${path}`.replace('{id}', id).replace('{documentId}', crypto.randomUUID());
        const sent = body && bodies[path];
        const response = await app.call(url, { method: method.toUpperCase(), key, body: sent });
        if (path.endsWith('/documents') && method === 'post' && id !== 'not-a-uuid') continue;
        expect([path, response.status]).toEqual([path, 404]);
      }
    },
  );
});

/** A good body for each operation that takes one. */
const bodies: Record<string, unknown> = {
  '/ta-requests/{id}/comments': { version: crypto.randomUUID(), paragraph: 1, words: 'Which?' },
  '/organizations/{id}': { name: 'Legal Aid', domains: [] },
  '/ta-requests/{id}/walls': { staff: 'nobody@desk.example', reason: 'words' },
  '/ta-requests/{id}/walls/{wallId}/breaking': { reason: 'words' },
  '/ta-requests/{id}/decisions': { kind: 'close' },
  '/ta-requests/{id}/information': { answer: 'words' },
  '/ta-requests/{id}/withdrawal': {},
  '/ta-requests/{id}/supervisor': { name: 'Jo', email: 'jo@legal-aid.example', role: 'attorney' },
  '/ta-requests/{id}/supervisor-confirmation': { confirms: true },
  '/ta-requests/{id}/correspondence': { body: 'words' },
  '/ta-requests/{id}/reopening': { reason: 'words' },
  '/ta-requests/{id}/follow-up': { question: 'words' },
  '/ta-requests/{id}/feedback': { answered: 'yes' },
  '/people/{id}/addresses': { email: 'ada@legal-aid.example' },
  '/people/{id}/merge': { into: crypto.randomUUID() },
  '/organizations/{id}/merge': { into: crypto.randomUUID() },
  '/conduct-reviews/{id}/decisions': { kind: 'notify' },
  '/releases/{id}/decisions': { kind: 'revoke' },
  '/ta-requests/{id}/exports': { releaseId: '3e9c9fb0-9c7c-4a52-9d0e-0f2a2f1f4b51', format: 'pdf' },
  '/ta-requests/{id}/releases': {
    ...{ recipientKind: 'partner', recipient: 'Somebody', purpose: 'Words.' },
    parts: ['question'],
  },
  '/privacy-requests/{id}/decisions': { kind: 'carry-out' },
  '/absences/{id}/decisions': { kind: 'end' },
  '/completions/{id}/decisions': { kind: 'settle', passed: true },
  '/mentors/{id}': { topics: ['civil'], capacity: 1, pausedUntil: null },
  '/mentors/{id}/decisions': { kind: 'remove' },
  '/introductions/{id}/decisions': { kind: 'end', reason: 'other' },
  '/precedents/{id}': {
    ...{ question: 'What counts?', answer: 'This does.', kind: 'general-information' },
    ...{ topics: ['immigration'], audience: 'staff', reviewBy: '2027-11-02' },
  },
  '/precedents/{id}/decisions': { kind: 'submit' },
  '/messages/{id}/resolution': { action: 'resend' },
  '/calls/{id}/decisions': { kind: 'confirm' },
  '/calls/{id}/attendance': [{ name: 'Ada', joinedAt: '2026-11-04T20:00:00Z' }],
  '/series/{id}/decisions': { kind: 'pause' },
  '/registrations/{id}/decisions': { kind: 'approve' },
  '/calls/{id}/questions': goodQuestion(),
  '/calls/{id}/questions/{questionId}': { question: 'Words?' },
  '/calls/{id}/questions/{questionId}/request': {},
  '/calls/{id}/questions/{questionId}/move': { to: 'legal-working-group-2026-12-09', consent: 'ask' },
  '/calls/{id}/questions/{questionId}/move/answer': { answer: 'agree' },
  '/calls/{id}/questions/{questionId}/organization': { name: 'Office' },
};

describe('the pages', () => {
  test('are all walked in a browser: narrow, without scripts, with axe', () => {
    const routes = [...routesOf(pagesRouter({ ...app.deps, rehearsal: {} as never })), 'GET /api/docs'];
    expect([...Object.values(WALKS).flat(), ...NOT_PAGES].sort()).toEqual(routes.sort());
  });

  test('are there wherever a link of the tables of addresses leads', () => {
    const there = new Set(
      routesOf(pagesRouter({ ...app.deps, rehearsal: {} as never })).map((route) =>
        shape(route.split(' ')[1]),
      ),
    );
    const links = [
      ...Object.values({ ...paths, ...paths.form, ...paths.staff, ...staffPaths }).flatMap(addressOf),
      ...tableOf(en.requester.aboutRequest, (page) => paths.myRequestPage(':', page)),
      ...tableOf(en.calls.aboutCall, (page) => `${paths.call(':')}/${page}`),
      ...tableOf(en.calls.aboutQuestion, (page) => paths.myQuestionPage(page, ':', ':')),
      ...tableOf(en.public.signIn.pages, paths.signInPage),
      ...tableOf(en.public.account.pages, paths.accountPage),
      ...tableOf(en.staff.desk, (page) => `${staffPaths.queue}/${page}`),
      ...tableOf(en.staff.calls.aboutCall, (page) => `${staffPaths.call(':')}/${page}`),
    ].map(shape);
    expect(links.length).toBeGreaterThan(80);
    expect(links.filter((link) => !there.has(link) && !/^\/(api|assets)\b/.test(link))).toEqual([]);
  });
});

/** The links of the tables are followed by their tables' names. */
const BY_TABLE: unknown[] = [
  paths.myRequestPage,
  paths.callPage,
  paths.myQuestionPage,
  paths.signInPage,
  paths.accountPage,
  staffPaths.desk,
  staffPaths.aboutCall,
];

function addressOf(address: unknown): string[] {
  if (typeof address === 'string') return [address];
  if (typeof address !== 'function' || BY_TABLE.includes(address)) return [];
  return [address(...Array.from({ length: address.length }, () => ':')).split('?')[0]];
}

const tableOf = <T extends object>(table: T, link: (page: keyof T & string) => string) =>
  (Object.keys(table) as (keyof T & string)[]).map(link);

/** Whatever its parts are called. */
const shape = (path = '') => path.replace(/:\w*/g, ':');

describe('when would I hear back', () => {
  test.each([
    ['a Monday morning', 'receivedAt=2026-11-02T10:00:00-08:00', '2026-11-25T01:00:00.000Z'],
    ['five days only', 'receivedAt=2026-11-02T10:00:00-08:00&businessDays=5', '2026-11-10T01:00:00.000Z'],
    ['through Thanksgiving', 'receivedAt=2026-11-23T10:00:00-08:00', '2026-12-16T01:00:00.000Z'],
  ])('%s', async (_name, query, dueAt) => {
    const response = await app.call(`/api/v1/deadlines?${query}`);
    expect(response.status).toBe(200);
    const answer = (await response.json()) as { dueAt: string; days: { kind: string }[] };
    expect(answer.days.at(-1)?.kind).toBe('due');
    expect(answer.dueAt).toBe(dueAt);
  });

  test.each([
    ['nothing', '', '/receivedAt'],
    ['a day only', 'receivedAt=2026-11-02', '/receivedAt'],
    ['no zone', 'receivedAt=2026-11-02T10:00:00', '/receivedAt'],
    ['an impossible day', 'receivedAt=2026-02-30T10:00:00Z', '/receivedAt'],
    ['the year 9999', 'receivedAt=9999-02-20T10:00:00Z', '/receivedAt'],
    ['zero days', 'receivedAt=2026-11-02T10:00:00Z&businessDays=0', '/businessDays'],
    ['261 days', 'receivedAt=2026-11-02T10:00:00Z&businessDays=261', '/businessDays'],
    ['half a day', 'receivedAt=2026-11-02T10:00:00Z&businessDays=1.5', '/businessDays'],
    ['no number', 'receivedAt=2026-11-02T10:00:00Z&businessDays=soon', '/businessDays'],
    ['an empty number', 'receivedAt=2026-11-02T10:00:00Z&businessDays=', '/businessDays'],
    ['two instants', 'receivedAt=2026-11-02T10:00:00Z&receivedAt=2026-11-03T10:00:00Z', '/receivedAt'],
    ['an unknown name', 'receivedAt=2026-11-02T10:00:00Z&days=5', '/days'],
  ])('%s is 422', async (_name, query, pointer) => {
    const response = await app.call(`/api/v1/deadlines?${query}`);
    expect(response.status).toBe(422);
    const body = (await response.json()) as { code: string; errors: { pointer: string }[] };
    expect(body.code).toBe('invalid');
    expect(body.errors.map((error) => error.pointer)).toContain(pointer);
  });
});

describe('who may', () => {
  test.each([
    ['coordinator', '/api/v1/closures', { date: '2026-12-24', name: 'Holiday eve' }, 403],
    ['director', '/api/v1/closures?preview=true', { date: '2026-12-24', name: 'Holiday eve' }, 200],
    ['coordinator', '/api/v1/completions', completion('t-visas-part-1', 'a'), 201],
  ] as const)('%s posts %s', async (role, path, body, status) => {
    expect((await app.call(path, { key: await app.newKey(role), body })).status).toBe(status);
  });

  test('rehearsal is not there outside rehearsal', async () => {
    const response = await app.call('/api/v1/rehearsal/advance', { key: admin, body: { by: 'P1D' } });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'not-in-rehearsal' });
  });
});

describe('completions', () => {
  test('201, then 200 for the same source and id, by any letter case of the address', async () => {
    const body = completion('human-trafficking-defined', 'b');
    expect((await app.call('/api/v1/completions', { key: admin, body })).status).toBe(201);
    const again = await app.call('/api/v1/completions', {
      key: admin,
      body: { ...body, email: body.email.toUpperCase() },
    });
    expect(again.status).toBe(200);
    expect(await app.services.db.completion.count({ where: { sourceId: 'b' } })).toBe(1);
  });

  test.each([
    ['an unknown course', { courseId: 'knitting' }, '/courseId'],
    ['a score above 1', { score: 85 }, '/score'],
    ['no address', { email: 'nobody' }, '/email'],
    ['a date without time', { completedAt: '2026-10-01' }, '/completedAt'],
    ['passed as text', { passed: 'yes' }, '/passed'],
    ['an unknown field', { certificate: 'x' }, '/certificate'],
  ])('%s is 422 and leaves nothing', async (_name, change, pointer) => {
    const before = await app.services.db.person.count();
    const body = { ...completion('t-visas-part-1', 'bad'), ...change };
    const response = await app.call('/api/v1/completions', { key: admin, body });
    expect(response.status).toBe(422);
    expect(((await response.json()) as { errors: { pointer: string }[] }).errors[0]?.pointer).toBe(pointer);
    expect(await app.services.db.person.count()).toBe(before);
  });
});

function completion(courseId: string, sourceId: string) {
  return {
    email: 'learner@legal-aid.example',
    courseId,
    passed: true,
    score: 0.9,
    completedAt: '2026-10-30T12:00:00Z',
    source: 'lms',
    sourceId,
  };
}
