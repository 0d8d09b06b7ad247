import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { correctOrganizationRecord } from '../../../src/usecases/people/correct-organization-record.js';
import { mendOrganizations } from '../../../src/usecases/people/mend-organizations.js';
import { goodQuestion } from '../support/calls.js';
import { address, app, asStaff, request } from './site.js';

// Two records of one organization become one, by staff; and its name and domains are corrected.

// A third Wednesday: anybody of a legal role may ask, about what is not legal.
const CALL = 'legal-working-group-2026-11-18';
let n = 0;

/** A request of somebody there, and the organization it made. */
async function member(email: string, organization: string) {
  const requester = {
    name: `Member ${++n}`,
    email,
    role: 'attorney',
    organization,
    state: 'CA',
    licensedIn: ['CA'],
  };
  const made = await request(email, { requester });
  const { organizationId } = await app.services.db.person.findUniqueOrThrow({
    where: { id: made.requester.id },
  });
  return { ...made, person: made.requester.id as string, organization: organizationId as string };
}
const ask = (email: string, organization: string, call = CALL) =>
  asStaff(
    `/calls/${call}/questions`,
    goodQuestion({
      asker: { name: 'Ada', email, role: 'attorney', organization },
      question: `Question ${++n}?`,
    }),
  );
const read = async (id: string) => (await asStaff(`/organizations/${id}`)).body;
const merge = (from: string, into: string) => asStaff(`/organizations/${from}/merge`, { into });

describe('two records of one organization', () => {
  test('become one with people, requests and names; said again it changes nothing', async () => {
    const one = await member('a@bayside.example', 'Bayside Advocates');
    const other = await member('b@bayside-legal.example', 'Bayside Legal Advocates');
    expect(one.organization).not.toBe(other.organization);
    for (let again = 0; again < 2; again += 1) {
      const { status, body } = await merge(other.organization, one.organization);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        id: one.organization,
        name: 'Bayside Advocates',
        otherNames: ['Bayside Legal Advocates'],
        counts: { people: 2, requests: 2 },
      });
      expect(body.domains.map(({ domain }: { domain: string }) => domain).sort()).toEqual([
        'bayside-legal.example',
        'bayside.example',
      ]);
      expect(body.history).toHaveLength(1);
    }
    expect(await read(other.organization)).toMatchObject({ mergedInto: one.organization, people: [] });
    // Who types the other name is one of theirs, and mending leaves it so.
    const third = await member('c@elsewhere.example', 'Bayside Legal Advocates');
    expect(third.organization).toBe(one.organization);
    await mendOrganizations(app.services);
    expect((await read(one.organization)).otherNames).toEqual(['Bayside Legal Advocates']);
  });

  test('at once, each into the other: one of the two stays', async () => {
    const one = await member('a@mutual.example', 'Mutual Aid North');
    const other = await member('b@mutual-south.example', 'Mutual Aid South');
    const answers = await Promise.all([
      merge(one.organization, other.organization),
      merge(other.organization, one.organization),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const rows = await app.services.db.organization.findMany({
      where: { id: { in: [one.organization, other.organization] } },
    });
    expect(rows.filter(({ mergedIntoId }) => mergedIntoId === null)).toHaveLength(1);
  });

  test.each<[string, (one: string) => Promise<{ status: number; body: { code: string } }>, number, string]>([
    ['into itself', (one) => merge(one, one), 422, 'invalid'],
    ['into none', (one) => merge(one, crypto.randomUUID()), 422, 'invalid'],
    ['of none', (one) => merge(crypto.randomUUID(), one), 404, 'not-found'],
  ])('%s is refused', async (_what, act, status, code) => {
    const { organization } = await member(address('refused'), 'Refused Merges Project');
    expect(await act(organization)).toMatchObject({ status, body: { code } });
  });

  test('a key without the right to write may read and not merge; a stranger neither', async () => {
    const { organization } = await member(address('who'), 'Who May Institute of Law');
    const key = await app.newKey('coordinator', ['read']);
    const path = `/api/v1/organizations/${organization}`;
    expect((await app.call(path, { key })).status).toBe(200);
    const body = { into: crypto.randomUUID() };
    expect((await app.call(`${path}/merge`, { key, body })).status).toBe(403);
    expect((await app.call(path)).status).toBe(401);
  });
});

test('corrected: the name of before leads there, a domain taken away is its no longer, and what is wrong is refused', async () => {
  const actor = {
    kind: 'user',
    id: crypto.randomUUID(),
    role: 'coordinator',
    name: 'Cora',
    email: 'c@desk.example',
  } as const;
  const correct = async (id: string, name: string, domains: string[]) => {
    const done = await correctOrganizationRecord(app.services, actor, id, { name, domains });
    return done.ok ? done.value : done.problem.reason;
  };
  const { organization } = await member('a@lakeside.example', 'Lakeside Survivors Fund');
  const other = await member('b@hillside.example', 'Hillside Survivors Fund');
  expect(await correct(organization, 'Lakeside Survivor Fund', ['mail.lake.example'])).toMatchObject({
    name: 'Lakeside Survivor Fund',
    otherNames: ['Lakeside Survivors Fund'],
    domains: [{ domain: 'lake.example', shared: false, stated: true }],
  });
  expect((await member('c@c.example', 'Lakeside Survivors Fund')).organization).toBe(organization);
  expect(await correct(organization, 'Lakeside Survivors Fund', ['lake.example'])).toMatchObject({
    otherNames: ['Lakeside Survivor Fund'],
  });
  expect(await correct(other.organization, 'self-employed', [])).toBe('no-organization-name');
  expect(await correct(other.organization, 'Lakeside Survivors Fund', [])).toBe('organization-named-so');
  expect(await correct(other.organization, 'Hillside', ['gmail.com'])).toBe('domain-of-everybody');
  expect(await correct(other.organization, 'Hillside', ['lake.example'])).toBe('domain-of-another');
  const nobody = { kind: 'person', id: other.person, name: 'B', email: 'b@hillside.example' } as const;
  const own = { name: 'Mine', domains: [] };
  expect((await correctOrganizationRecord(app.services, nobody, other.organization, own)).ok).toBe(false);
});

describe('one question per organization and call', () => {
  beforeAll(() => app.setNow('2026-11-16T18:00:00.000Z'));
  afterAll(() => app.setNow('2026-11-02T18:00:00.000Z'));

  test('both have one for a call to come: refused until one is withdrawn; then it holds for all their names', async () => {
    const north = await member('n@north-clinic.example', 'Northern Harbor Alliance');
    const south = await member('s@south-clinic.example', 'Southern Harbor Alliance');
    expect((await ask('n@north-clinic.example', 'Northern Harbor Alliance')).status).toBe(201);
    const second = await ask('s@south-clinic.example', 'Southern Harbor Alliance');
    expect(second.status).toBe(201);
    expect(await merge(south.organization, north.organization)).toMatchObject({
      status: 409,
      body: { code: 'not-allowed-now' },
    });
    expect((await read(south.organization)).mergedInto).toBeNull();
    const taken = await app.call(`/api/v1/calls/${CALL}/questions/${second.body.id}`, {
      method: 'DELETE',
      key: await app.newKey('coordinator'),
    });
    expect(taken.status).toBeLessThan(300);
    expect((await merge(south.organization, north.organization)).status).toBe(200);
    for (const [email, name] of [
      ['t@south-clinic.example', 'Southern Harbor Alliance'],
      ['u@north-clinic.example', 'Northern Harbor Alliance'],
      ['ursula@gmail.com', 'Southern Harbor Alliance'],
    ] as const) {
      expect(await ask(email, name)).toMatchObject({
        status: 409,
        body: { code: 'one-question-per-organization' },
      });
    }
  });

  test('units of one university are two until they are merged', async () => {
    const clinic = await member('c@law.berkeley.edu', 'Rosa Parks Clinic');
    const project = await member('p@berkeley.edu', 'Parks Survivor Project');
    expect((await read(clinic.organization)).units).toMatchObject([{ id: project.organization }]);
    expect((await merge(project.organization, clinic.organization)).status).toBe(200);
    expect((await ask('p@berkeley.edu', 'Parks Survivor Project')).status).toBe(201);
    expect(await ask('c@law.berkeley.edu', 'Rosa Parks Clinic')).toMatchObject({
      status: 409,
      body: { code: 'one-question-per-organization' },
    });
    // Another unit there is another organization still.
    expect((await ask('x@berkeley.edu', 'Redwood Policy Lab')).status).toBe(201);
  });
});
