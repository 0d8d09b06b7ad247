import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Route } from '../../src/api/http/route.js';
import { permissionsDocument } from '../../src/api/openapi/permissions-document.js';
import { STAFF_PAGES } from '../../src/api/pages/staff/staff-pages.js';
import { ruleOf, type Standing } from '../../src/domain/people/permissions.js';
import { projectRoot } from '../../src/project-root.js';
import { WALKS } from '../e2e/walked-pages.js';
import { BODIES } from './permissions/bodies.js';
import { addressOf, QUERY, startWorld, TAKES, tried, world } from './permissions/site.js';
import './permissions/attacks.cases.js';
import type { Somebody } from './permissions/world.js';
import { goodSubmission } from './support/submission.js';

/**
 * Every operation and every page of staff with everybody who may come to it: what the permission table says of a row is
 * what its operations do. A new operation is tried by itself; one with people in its row needs a body in
 * `permissions/bodies.ts` and, where it is about a new kind of thing, somebody who is something to it.
 */
beforeAll(startWorld);
afterAll(() => world?.app.close());

/** What an operation is about, and who is what to it. Where nothing is said it is about oneself. */
const ABOUT: [path: RegExp, who: readonly Standing[]][] = [
  [/^\/ta-requests\/\{id\}/, ['requester', 'supervisor']],
  [/^\/conduct-reviews\/\{id\}/, ['reviewed']],
  [/^\/privacy-requests\/\{id\}/, ['self']],
  [/^\/mentors\/\{id\}/, ['mentor']],
  [/^\/introductions\/\{id\}/, ['mentor', 'introduced']],
  [/^\/releases\/\{id\}/, ['requester']],
  [/^\/registrations\/\{id\}/, ['registrant']],
  [/^\/calls\/\{id\}\/questions\/|^\/handover/, ['asker']],
];

/** As the table has it. */
function isAllowed({ access, path, method }: Route, { role, standing, email, readOnly }: Somebody): boolean {
  const { staff, people = [], everybody } = ruleOf(access);
  if (readOnly && method !== 'get') return false;
  if (role) return staff.includes(role) || everybody === true;
  if (everybody) return true;
  if (email === null || people.length === 0) return false;
  const about = ABOUT.find(([pattern]) => pattern.test(path))?.[1];
  return !about || (standing !== null && about.includes(standing) && people.includes(standing));
}

/** Nobody in particular signs in, staff lack the role, and to anybody else it is not there or not for them. */
const REFUSED = { nobody: [401], staff: [403], person: [403, 404] };
const kindOf = ({ role, email }: Somebody) => (role ? 'staff' : email ? 'person' : 'nobody');

// Pages first: what is done over the API changes what they are about.
describe('every page of staff is opened by whose roles its row names, and by nobody else', () => {
  test.each(Object.entries(STAFF_PAGES))('/staff%s', async (address, { who, of }) => {
    const { show } = of(world.app.deps.services);
    const path = `/staff${address.replace(/:\w+/g, randomUUID())}`;
    const people = world.everybody.filter(({ name }) => !name.startsWith('key'));
    const otherwise = people.map(async (somebody) => {
      // Of those that are only sent to, the refusal of a method says that the address is there.
      const { status } = await somebody.ask('GET', path);
      const allowed = somebody.role !== null && ruleOf(who).staff.includes(somebody.role);
      const refused = kindOf(somebody) === 'nobody' ? status === 303 : status === 403;
      return refused === allowed && (show || !somebody.role) ? [`${somebody.name}: ${status}`] : [];
    });
    expect((await Promise.all(otherwise)).flat()).toEqual([]);
  });
});

/** Pages about something of somebody's, by what stands in them for its id. */
const PERSONAL: [path: RegExp, thing: string, who: readonly Standing[]][] = [
  [/^\/my\/requests\/:id/, '/ta-requests/{id}', ['requester', 'supervisor']],
  [/^\/my\/calls\/:call\/questions\/:id/, '{questionId}', ['asker']],
  [/^\/my\/notices\/:id/, '/conduct-reviews/{id}', ['reviewed']],
  [/^\/my\/introductions\/:id/, '/introductions/{id}', ['mentor', 'introduced']],
];
const OF_ONE = Object.values(WALKS)
  .flat()
  .filter((page) => /^GET \/my\/.*:id/.test(page) && !page.includes('/worksheets/'))
  .map((page) => page.replace('GET ', ''));

test.each(OF_ONE)('IDOR: %s is there for whose it is, and for nobody else', async (page) => {
  const [, thing, who] = PERSONAL.find(([pattern]) => pattern.test(page)) ?? [];
  expect([page, thing]).toEqual([page, expect.any(String)]);
  const path = page
    .replace(':id', world.ids[thing ?? ''] ?? '')
    .replace(':call', world.ids['/calls/{id}'] ?? '')
    .replace(/:\w+/g, randomUUID());
  const seenBy: string[] = [];
  await Promise.all(
    world.everybody.map(async ({ name, role, ask }) => {
      if (!role && (await ask('GET', path)).status === 200) seenBy.push(name);
    }),
  );
  expect(who).toEqual(expect.arrayContaining(seenBy));
  // What can't be done now leads elsewhere; the thing itself is there for all of them.
  if (/:id$/.test(page)) expect(seenBy.sort()).toEqual([...(who ?? [])].sort());
});

describe('IDOR and roles: every operation does for everybody what its row of the table says', () => {
  test.each(tried)('$id', async (route) => {
    const { people, everybody } = ruleOf(route.access);
    if (people && route.method !== 'get' && route.method !== 'delete')
      expect(BODIES).toHaveProperty(route.id);
    expect(people && everybody).toBeFalsy();
    const otherwise: string[] = [];
    const tries = async (somebody: Somebody) => {
      const body = route.method === 'get' ? undefined : (BODIES[route.id]?.(somebody) ?? {});
      const address = `/api/v1${await addressOf(route)}${QUERY[route.id] ?? ''}`;
      const { status } = await somebody.ask(route.method.toUpperCase(), address, body);
      const refused = REFUSED[kindOf(somebody)].includes(status);
      if (refused === isAllowed(route, somebody)) otherwise.push(`${somebody.name}: ${status}`);
    };
    // Who changes something comes one after another; whoever only looks, or is refused, all at once.
    const oneByOne = world.everybody.filter(
      (somebody) => TAKES.has(route.id) || (route.method !== 'get' && isAllowed(route, somebody)),
    );
    await Promise.all(world.everybody.filter((somebody) => !oneByOne.includes(somebody)).map(tries));
    for (const somebody of oneByOne) await tries(somebody);
    expect(otherwise).toEqual([]);
  });
});

describe('a conflict wall', () => {
  const request = () => world.ids['/ta-requests/{id}'] ?? '';
  const walls = () => `/api/v1/ta-requests/${request()}/walls`;
  const by = (name: string) => world.everybody.find((one) => one.name === name) as Somebody;
  const told = async (answer: Response) => ({ status: answer.status, body: await answer.json() });

  test('is set by any of the staff, with the work handed over before, and a director left to undo it', async () => {
    const { db } = world.app.services;
    const attorney = await db.staff.findUniqueOrThrow({ where: { email: 'attorney@desk.example' } });
    const wall = { staff: attorney.email, reason: 'Acted for the other side.' };
    await db.taRequest.update({ where: { id: request() }, data: { assigneeId: attorney.id } });
    const set = async (body: object) => told(await by('coordinator').ask('POST', walls(), body));
    expect(await set(wall)).toMatchObject({ status: 409, body: { code: 'not-allowed-now' } });
    await db.taRequest.update({ where: { id: request() }, data: { assigneeId: null } });
    expect(await set({ ...wall, staff: 'nobody@desk.example' })).toMatchObject({ status: 422 });
    expect(await set({ ...wall, staff: 'director@desk.example' })).toMatchObject({ status: 409 });
    expect(await set(wall)).toMatchObject({
      status: 200,
      body: { items: [{ staff: { email: attorney.email } }] },
    });
    expect(await set(wall)).toMatchObject({ status: 200, body: { items: [expect.anything()] } });
    expect(await db.securityEvent.count({ where: { kind: 'wall-set' } })).toBe(1);
  });

  test('hides it from them in every operation and on every page, and from nobody else', async () => {
    const { db } = world.app.services;
    const { reference } = await db.taRequest.findUniqueOrThrow({ where: { id: request() } });
    const shown: Record<string, string[]> = { attorney: [], reviewer: [] };
    const pages = Object.keys(STAFF_PAGES).map((address) => `/staff${withIds(address)}`);
    const reads = await Promise.all(
      tried.filter(({ method }) => method === 'get').map(async (route) => `/api/v1${await addressOf(route)}`),
    );
    const asked = [`/api/v1/ta-requests?q=${reference}`, `/staff?tab=all&status=any&q=${reference}`];
    const look = async (path: string, name: string) => {
      const text = await (await by(name).ask('GET', path)).text();
      // What was searched for stands in its field.
      const said = text.replaceAll(`value="${reference}"`, '').replaceAll(`q=${reference}`, '');
      if (said.includes(reference)) shown[name]?.push(path);
    };
    const all = [...pages, ...reads, ...asked, `/api/v1/messages?about=${request()}`];
    for (let from = 0; from < all.length; from += 8)
      await Promise.all(
        all.slice(from, from + 8).flatMap((path) => Object.keys(shown).map((name) => look(path, name))),
      );
    expect(shown.attorney).toEqual([]);
    expect(shown.reviewer?.length).toBeGreaterThan(10);
  });

  test('keeps them from getting it, and from being named in a note', async () => {
    const decisions = `/api/v1/ta-requests/${request()}/decisions`;
    const to = 'attorney@desk.example';
    for (const body of [
      { kind: 'assign', to },
      { kind: 'add-task', to, what: 'Read it.', dueOn: '2026-12-02' },
      {
        kind: 'note',
        body: 'See this.',
        mentions: [(await world.app.services.db.staff.findUniqueOrThrow({ where: { email: to } })).id],
      },
    ]) {
      expect(await told(await by('director').ask('POST', decisions, body))).toMatchObject({ status: 422 });
    }
  });

  test('is not got round by a merge: nothing hidden is there to merge into, nor goes on where it is not hidden', async () => {
    const { requester } = await told(
      await by('director').ask('GET', `/api/v1/ta-requests/${request()}`),
    ).then(({ body }) => body as { requester: { email: string } });
    const sent = await by('key of admin').ask(
      'POST',
      '/api/v1/ta-requests',
      goodSubmission({
        facts: 'The same case, told anew.',
        requester: { ...(goodSubmission().requester as object), email: requester.email },
      }),
    );
    const { id: other } = (await sent.json()) as { id: string };
    const merged = async (name: string, id: string, into: string) =>
      told(await by(name).ask('POST', `/api/v1/ta-requests/${id}/decisions`, { kind: 'merge', into }));
    const nothing = await merged('attorney', other, randomUUID());
    expect(nothing).toMatchObject({ status: 422, body: { errors: [{ pointer: '/into' }] } });
    await world.app.services.db.taRequest.update({ where: { id: request() }, data: { status: 'queued' } });
    expect(await merged('attorney', other, request())).toEqual(nothing);
    expect(await merged('director', request(), other)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/into', message: expect.stringContaining('hidden') }] },
    });
    await world.app.services.db.taRequest.update({ where: { id: request() }, data: { status: 'responded' } });
  });

  test('is not told of to whom it stands before by the record of security events, nor is its reference known there', async () => {
    const { db } = world.app.services;
    const { reference } = await db.taRequest.findUniqueOrThrow({ where: { id: request() } });
    const admin = await db.staff.findUniqueOrThrow({ where: { email: 'admin@desk.example' } });
    const events = async (query: string) => (await by('admin').ask('GET', `/staff/security${query}`)).text();
    const ofNothing = await events('?reference=TA-2026-9999');
    expect(await events('?kind=wall-set')).toContain('attorney');
    const set = { staff: admin.email, reason: 'A cousin.' };
    expect((await by('coordinator').ask('POST', walls(), set)).status).toBe(200);
    expect(await events('?kind=wall-set')).not.toMatch(/<td[^>]*>[^<]*attorney/);
    expect((await events(`?reference=${reference}`)).replaceAll(reference, 'TA-2026-9999')).toBe(ofNothing);
    await db.conflictWall.deleteMany({ where: { staffId: admin.id } });
    await db.staff.update({ where: { id: admin.id }, data: { walled: false } });
  });

  test('is broken by the director alone, with a reason, and then all is there again', async () => {
    const { body } = await told(await by('director').ask('GET', walls()));
    const [{ id }] = (body as { items: { id: string }[] }).items as [{ id: string }];
    const breaking = `${walls()}/${id}/breaking`;
    expect(await told(await by('admin').ask('POST', breaking, { reason: 'Over.' }))).toMatchObject({
      status: 403,
    });
    expect(await told(await by('director').ask('POST', breaking, {}))).toMatchObject({ status: 422 });
    expect(await told(await by('director').ask('POST', breaking, { reason: 'Over.' }))).toMatchObject({
      status: 200,
    });
    expect((await by('attorney').ask('GET', `/api/v1/ta-requests/${request()}`)).status).toBe(200);
    expect(await told(await by('director').ask('POST', breaking, { reason: 'Over.' }))).toMatchObject({
      status: 409,
    });
  });
});

/** With what stands in the addresses of the API for the same thing. */
function withIds(address: string): string {
  const ids: [RegExp, string][] = [
    [/^\/(requests|walls|precedents\/suggest|mentors\/propose)/, '/ta-requests/{id}'],
    [/^\/calls\/series/, '/series/{id}'],
    [/^\/calls/, '/calls/{id}'],
    [/^\/registrations/, '/registrations/{id}'],
    [/^\/requesters/, '/people/{id}'],
    [/^\/organizations/, '/organizations/{id}'],
    [/^\/conduct\/open/, '/people/{id}'],
    [/^\/conduct/, '/conduct-reviews/{id}'],
    [/^\/mentors/, '/mentors/{id}'],
    [/^\/introductions/, '/introductions/{id}'],
    [/^\/precedents/, '/precedents/{id}'],
    [/^\/away/, '/absences/{id}'],
  ];
  const thing = ids.find(([pattern]) => pattern.test(address))?.[1] ?? '';
  return address
    .replace(':question', world.ids['{questionId}'] ?? '')
    .replace(':kind', 'note')
    .replace(/:\w+/, world.ids[thing] ?? randomUUID())
    .replace(/:\w+/g, randomUUID());
}

test('docs/permissions.md is what the code says', () => {
  const written = readFileSync(join(projectRoot, 'docs/permissions.md'), 'utf8');
  expect(written).toBe(permissionsDocument());
});
