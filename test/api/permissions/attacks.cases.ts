import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { STAFF_PAGES } from '../../../src/api/pages/staff/staff-pages.js';
import { createVisitor } from '../support/form-visitor.js';
import { BODIES } from './bodies.js';
import { addressOf, tried, world } from './site.js';
import type { Somebody } from './world.js';

// What is tried against any site, by the names it goes by. Each tries all there is, so that nothing new is left out.

const changing = tried.filter(({ method }) => method !== 'get');
const by = (name: string) => world.everybody.find((one) => one.name === name) as Somebody;

/** A browser of somebody signed in, with the token of its forms. */
async function browserOf(email: string) {
  const visitor = createVisitor(world.app);
  const token = await world.app.deps.auth.make({ email, validMs: 60_000 });
  visitor.adopt((await world.app.deps.auth.use(token))?.setCookies ?? []);
  const page = await (await visitor.open('/sign-out')).text();
  return { cookie: visitor.cookie(), csrf: /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '' };
}

/** What isn't refused, of many at once. */
async function notRefused(asked: (() => Promise<[name: string, status: number]>)[], status: number) {
  const found: string[] = [];
  for (let from = 0; from < asked.length; from += 8) {
    const answers = await Promise.all(asked.slice(from, from + 8).map((ask) => ask()));
    found.push(...answers.filter(([, one]) => one !== status).map((one) => one.join(': ')));
  }
  return found;
}

describe('CSRF', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  test('no operation is done by a session without its form token, with another’s, or for another site', async () => {
    const [mine, other] = [await browserOf('director@desk.example'), await browserOf('admin@desk.example')];
    const all: [id: string, method: string, path: string][] = [];
    for (const route of changing)
      all.push([route.id, route.method.toUpperCase(), `/api/v1${await addressOf(route)}`]);
    const sent = (headers: Record<string, string>) =>
      notRefused(
        all.map(([id, method, path]) => async () => {
          const answer = await world.app.call(path, {
            ...{ method, body: {} },
            headers: { cookie: mine.cookie, ...headers },
          });
          return [id, answer.status];
        }),
        403,
      );
    expect(changing.length).toBeGreaterThan(50);
    expect(await sent({})).toEqual([]);
    expect(await sent({ 'x-csrf-token': other.csrf })).toEqual([]);
    expect(await sent({ 'x-csrf-token': mine.csrf, 'sec-fetch-site': 'cross-site' })).toEqual([]);
  });

  test('no form of staff is taken without its token, nor one that another site’s page sends', async () => {
    const mine = await browserOf('director@desk.example');
    const pages = Object.entries(STAFF_PAGES).filter(([, { of }]) => of(world.app.deps.services).send);
    const sent = (headers: Record<string, string>, fields: Record<string, string>) =>
      notRefused(
        pages.map(([address]) => async () => {
          const answer = await world.app.call(`/staff${address.replace(/:\w+/g, randomUUID())}`, {
            ...{ method: 'POST', body: new URLSearchParams(fields).toString() },
            headers: { cookie: mine.cookie, ...form, ...headers },
          });
          return [address, answer.status];
        }),
        403,
      );
    expect(pages.length).toBeGreaterThan(30);
    expect(await sent({}, {})).toEqual([]);
    expect(await sent({ 'sec-fetch-site': 'cross-site' }, { _csrf: mine.csrf })).toEqual([]);
  });
});

describe('mass assignment and prototype pollution', () => {
  const BESIDE = { role: 'admin', actor: 'user:1', assigneeId: randomUUID(), passedAs: 'user:1' };
  const asJson = (body: object) =>
    JSON.stringify({ ...body, ...BESIDE }).replace(
      /^\{/,
      '{"__proto__":{"role":"admin"},"constructor":{"prototype":{"role":"admin"}},',
    );

  /** Read one field of what is sent and nothing else; a list has no fields. */
  const READ_ONE_FIELD = [
    'addAddress',
    'claimAddress',
    'mergePeople',
    'mergeOrganizations',
    'recordAttendance',
  ];

  test('no operation takes a field that its schema does not name', async () => {
    const told: string[] = [];
    // By whoever may at all.
    const names = ['key of admin', 'key of director', 'requester'];
    for (const route of changing.filter(({ body, id }) => body && id !== 'addDocument')) {
      const path = `/api/v1${await addressOf(route)}`;
      let [status, pointers]: [number, string[]] = [403, []];
      for (let at = 0; status === 403 && at < names.length; at += 1) {
        const one = by(names[at] ?? '');
        const good = BODIES[route.id]?.(one) ?? {};
        const answer = await one.ask(route.method.toUpperCase(), path, asJson(good as object));
        const { errors = [] } = (await answer.json()) as { errors?: { pointer: string }[] };
        [status, pointers] = [answer.status, errors.map(({ pointer }) => pointer)];
      }
      // Where the kind of a decision is missing, nothing else is looked at.
      const said = status === 422 && (pointers.includes('/__proto__') || pointers.includes('/kind'));
      const dropped = READ_ONE_FIELD.includes(route.id) && status < 500;
      if (!said && !dropped) told.push(`${route.id}: ${status} ${pointers}`);
    }
    expect(told).toEqual([]);
    expect(({} as { role?: string }).role).toBeUndefined();
  });
});

/** As it is written: `fetch` would mend the path before it is sent. */
const raw = (path: string) =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const { port, hostname } = new URL(world.app.url);
    request(
      { hostname, port, path, method: 'GET', headers: { host: new URL(world.app.url).host } },
      (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (part) => (body += part));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
      },
    )
      .on('error', reject)
      .end();
  });

test.each([
  '/assets/../package.json',
  '/assets/../../package.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/assets/..%5c..%5cpackage.json',
  '/assets/....//....//package.json',
  '/assets/%252e%252e%252fpackage.json',
  '/assets//etc/passwd',
  '/about/..%2f..%2f..%2fetc%2fpasswd',
  '/../../../../etc/passwd',
])('traversal: %s leads to no file of the machine', async (path) => {
  const { status, body } = await raw(path);
  expect([400, 404]).toContain(status);
  expect(body).not.toMatch(/root:|"dependencies"/);
});

describe('header injection', () => {
  test.each([
    '/sign-in?next=%0d%0aSet-Cookie:%20planted=1',
    '/sign-in?next=/staff%0d%0aLocation:%20https://evil.example',
    '/staff%0d%0aSet-Cookie:%20planted=1',
    '/staff?tab=%0aSet-Cookie:%20planted=1',
    '/calls?page=%E5%98%8A%E5%98%8DSet-Cookie:planted=1',
  ])('%s puts nothing into the answer’s head', async (path) => {
    const { headers } = await raw(path);
    expect(JSON.stringify([headers['set-cookie'] ?? [], Object.keys(headers)])).not.toContain('planted');
    expect(String(headers.location ?? '/')).toMatch(/^\/[^\r\n]*$/);
  });

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    'javascript:1',
  ])('open redirect: after signing in nobody is led to %j', async (next) => {
    const visitor = createVisitor(world.app);
    const email = 'director@desk.example';
    const token = await world.app.deps.auth.make({ email, validMs: 60_000 });
    const answer = await visitor.send(`/sign-in/confirm?token=${token}`, { token, next, email });
    const there = answer.headers.get('location');
    if (answer.status === 303)
      expect(new URL(there ?? '', world.app.url).host).toBe(new URL(world.app.url).host);
    else expect(answer.status).toBe(422);
  });

  test('mail injection: what would add a header to a mail is an address of nobody', async () => {
    const before = await world.app.services.db.message.count();
    const visitor = createVisitor(world.app);
    for (const end of [
      '\r\nBcc: x@evil.example',
      '\nSubject: x',
      ',x@evil.example',
      '%0aBcc:x@evil.example\n',
    ])
      expect((await visitor.send('/sign-in', { email: `ada@legal-aid.example${end}` })).status).toBe(422);
    expect(await world.app.services.db.message.count()).toBe(before);
  });
});
