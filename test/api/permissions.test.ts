import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Route } from '../../src/api/http/route.js';
import { permissionsDocument } from '../../src/api/openapi/permissions-document.js';
import { STAFF_PAGES } from '../../src/api/pages/staff/staff-pages.js';
import { V1 } from '../../src/api/v1-routes.js';
import { ruleOf, type Standing } from '../../src/domain/people/permissions.js';
import { projectRoot } from '../../src/project-root.js';
import { WALKS } from '../e2e/walked-pages.js';
import { BODIES } from './permissions/bodies.js';
import { createWorld, type Somebody, type World } from './permissions/world.js';

/**
 * Every operation and every page of staff with everybody who may come to it: what the permission table says of a row is
 * what its operations do. A new operation is tried by itself; one with people in its row needs a body in
 * `permissions/bodies.ts` and, where it is about a new kind of thing, somebody who is something to it.
 */
let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.app.close());

/** What an operation is about, and who is what to it. Where nothing is said it is about oneself. */
const ABOUT: [path: RegExp, who: readonly Standing[]][] = [
  [/^\/ta-requests\/\{id\}/, ['requester', 'supervisor']],
  [/^\/conduct-reviews\/\{id\}/, ['reviewed']],
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

/** What whoever may takes away, so that the next one finds it. */
const TAKES = new Set(['readDocument', 'removeDocument', 'unsubscribe']);

async function addressOf({ id, path }: Route): Promise<string> {
  const { document = '' } = TAKES.has(id) ? await world.anew() : {};
  const ids: Record<string, string> = { ...world.ids, '{documentId}': document };
  const longestFirst = Object.keys(ids).sort((a, b) => b.length - a.length);
  return longestFirst.reduce(
    (text, place) => text.replace(place, place.replace(/\{\w+\}/, ids[place] ?? '')),
    path,
  );
}

const QUERY: Record<string, string> = { whenWouldIHear: '?receivedAt=2026-11-02T18:00:00Z' };
const tried = V1.filter(({ path }) => !path.startsWith('/rehearsal'));

// Pages first: what is done over the API changes what they are about.
describe('every page of staff is opened by whose roles its row names, and by nobody else', () => {
  test.each(Object.entries(STAFF_PAGES))('/staff%s', async (address, { who, of }) => {
    const { show } = of(world.app.deps.services);
    const path = `/staff${address.replace(/:\w+/g, randomUUID())}`;
    const otherwise: string[] = [];
    for (const somebody of world.everybody.filter(({ name }) => !name.startsWith('key'))) {
      // Of those that are only sent to, the refusal of a method says that the address is there.
      const { status } = await somebody.ask('GET', path);
      const allowed = somebody.role !== null && ruleOf(who).staff.includes(somebody.role);
      const refused = kindOf(somebody) === 'nobody' ? status === 303 : status === 403;
      if (refused === allowed && (show || !somebody.role)) otherwise.push(`${somebody.name}: ${status}`);
    }
    expect(otherwise).toEqual([]);
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

test.each(OF_ONE)('%s is there for whose it is, and for nobody else', async (page) => {
  const [, thing, who] = PERSONAL.find(([pattern]) => pattern.test(page)) ?? [];
  expect([page, thing]).toEqual([page, expect.any(String)]);
  const path = page
    .replace(':id', world.ids[thing ?? ''] ?? '')
    .replace(':call', world.ids['/calls/{id}'] ?? '')
    .replace(/:\w+/g, randomUUID());
  const seenBy: string[] = [];
  for (const somebody of world.everybody.filter(({ role }) => !role)) {
    if ((await somebody.ask('GET', path)).status === 200) seenBy.push(somebody.name);
  }
  expect(who).toEqual(expect.arrayContaining(seenBy));
  // What can't be done now leads elsewhere; the thing itself is there for all of them.
  if (/:id$/.test(page)) expect(seenBy.sort()).toEqual([...(who ?? [])].sort());
});

describe('every operation does for everybody what its row of the table says', () => {
  test.each(tried)('$id', async (route) => {
    const { people, everybody } = ruleOf(route.access);
    if (people && route.method !== 'get' && route.method !== 'delete')
      expect(BODIES).toHaveProperty(route.id);
    expect(people && everybody).toBeFalsy();
    const otherwise: string[] = [];
    for (const somebody of world.everybody) {
      const body = route.method === 'get' ? undefined : (BODIES[route.id]?.(somebody) ?? {});
      const address = `/api/v1${await addressOf(route)}${QUERY[route.id] ?? ''}`;
      const { status } = await somebody.ask(route.method.toUpperCase(), address, body);
      const refused = REFUSED[kindOf(somebody)].includes(status);
      if (refused === isAllowed(route, somebody)) otherwise.push(`${somebody.name}: ${status}`);
    }
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
    for (const path of [...pages, ...reads, ...asked, `/api/v1/messages?about=${request()}`]) {
      for (const name of Object.keys(shown)) {
        const text = await (await by(name).ask('GET', path)).text();
        // What was searched for stands in its field.
        const said = text.replaceAll(`value="${reference}"`, '').replaceAll(`q=${reference}`, '');
        if (said.includes(reference)) shown[name]?.push(path);
      }
    }
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
