import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isRegistered, mayMail } from '../../src/usecases/calls/call-audience.js';
import { sealJoinLink } from '../../src/usecases/calls/join-link.js';
import { correctOrganization } from '../../src/usecases/calls/questions/correct-organization.js';
import { getRegistration } from '../../src/usecases/registrations/read-registrations.js';
import { goodQuestion, goodRegistration, planCalls, stranger } from './support/calls.js';
import { rowCounts } from './support/row-counts.js';
import { goodSubmission } from './support/submission.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let app: TestApp;
let key: string;
beforeAll(async () => {
  app = await startTestApp();
  await planCalls(app, { from: '2026-11-02', to: '2026-12-31' });
  key = await app.newKey('coordinator');
});
afterAll(() => app.close());

interface Answer {
  id: string;
  status: string;
  reasons: string[];
  code: string;
  errors: { pointer: string }[];
  reply: string | null;
  version: number;
}

async function send(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await app.call(`/api/v1${path}`, { key, body, headers });
  return { status: response.status, body: (await response.json()) as Answer };
}
const register = (change: Record<string, unknown> = {}) => send('/registrations', goodRegistration(change));
const pastOf = async (id: string) => {
  const response = await app.call(`/api/v1/registrations/${id}/events`, { key });
  const { items } = (await response.json()) as {
    items: {
      type: string;
      status: string;
      reasons: string[];
      changed: string[];
      reply: string | null;
      actor: { kind: string; name: string | null };
    }[];
  };
  return items;
};
const kindsAbout = async (id: string) =>
  (await app.services.db.message.findMany({ where: { aboutId: id }, orderBy: { queuedAt: 'asc' } })).map(
    ({ kind }) => kind,
  );

describe('who is approved at once, and who waits for a person', () => {
  test.each<[string, Record<string, unknown>, string, string[]]>([
    ['an attorney with work address, license and employer', {}, 'approved', []],
    ['an attorney without a state of licensure', { licensedIn: [] }, 'pending', ['licensure-missing']],
    ['an attorney who leaves licensure out', { licensedIn: undefined }, 'pending', ['licensure-missing']],
    ['an attorney licensed in two states', { licensedIn: ['CA', 'NY'] }, 'approved', []],
    ['an attorney with a personal address', { email: 'ada@gmail.com' }, 'pending', ['personal-email']],
    ['the same in capitals', { email: 'ADA.B@GMAIL.COM' }, 'pending', ['personal-email']],
    ['without an employer', { employer: '' }, 'pending', ['employer-missing']],
    ['with an employer of blanks', { employer: '   ' }, 'pending', ['employer-missing']],
    ['a paralegal without a license', { role: 'paralegal', licensedIn: [] }, 'approved', []],
    ['a legal assistant', { role: 'legal-assistant', licensedIn: [] }, 'approved', []],
    ['a law student', { role: 'law-student', licensedIn: [] }, 'approved', []],
    ['a law graduate', { role: 'law-graduate', licensedIn: [] }, 'approved', []],
    ['a legal intern', { role: 'legal-intern', licensedIn: [] }, 'approved', []],
    [
      'a DOJ accredited representative',
      { role: 'doj-accredited-representative', licensedIn: [] },
      'approved',
      [],
    ],
    ['a case manager on the legal call', { role: 'case-manager' }, 'pending', ['role-not-eligible']],
    [
      'a social service provider on it',
      { role: 'social-service-provider' },
      'pending',
      ['role-not-eligible'],
    ],
    ['a role nobody knows', { role: 'astronaut' }, 'pending', ['role-not-eligible']],
    ['a survivor', { role: 'survivor' }, 'pending', ['role-not-eligible']],
    [
      'a case manager on the social call',
      { series: 'social-services', role: 'case-manager', licensedIn: [] },
      'approved',
      [],
    ],
    ['an attorney on the social call', { series: 'social-services' }, 'pending', ['role-not-eligible']],
    ['who attests active practice', { activelyPracticing: true }, 'approved', []],
    ['who leaves it out', { activelyPracticing: undefined }, 'approved', []],
    ['who leaves it empty', { activelyPracticing: null }, 'approved', []],
    [
      'who says that they do not practice at present',
      { activelyPracticing: false },
      'pending',
      ['not-actively-practicing'],
    ],
    [
      'everything at once, in the fixed order',
      { role: 'attorney', email: 'all@yahoo.com', licensedIn: [], employer: '' },
      'pending',
      ['personal-email', 'licensure-missing', 'employer-missing'],
    ],
  ])('%s', async (_name, change, status, reasons) => {
    const answer = await register(change);
    expect(answer).toMatchObject({ status: 201, body: { status, reasons } });
    // Whoever decides hears of one that waits.
    const kinds = [`registration-${status}`, ...(status === 'pending' ? ['registration-review'] : [])];
    expect(new Set(await kindsAbout(answer.body.id))).toEqual(new Set(kinds));
  });
});

describe('what is not a registration leaves nothing', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['no such series', { series: 'knitting' }, '/series'],
    ['no series', { series: undefined }, '/series'],
    ['no address', { email: 'nobody' }, '/email'],
    ['no name', { name: ' ' }, '/name'],
    ['two lines of name', { name: 'Ada\nBcc: x' }, '/name'],
    ['no role', { role: '' }, '/role'],
    ['a state that is none', { licensedIn: ['XX'] }, '/licensedIn/0'],
    ['states as text', { licensedIn: 'CA' }, '/licensedIn'],
    ['active practice as text', { activelyPracticing: 'yes' }, '/activelyPracticing'],
    ['an unknown field', { barNumber: '1' }, '/barNumber'],
  ])('%s', async (_name, change, pointer) => {
    const before = await rowCounts(app.services.db);
    const { status, body } = await register(change);
    expect([status, body.code, body.errors[0]?.pointer]).toEqual([422, 'invalid', pointer]);
    expect(await rowCounts(app.services.db)).toEqual(before);
  });
});

describe('one registration serves the series', () => {
  test('sent again it is the same one, checked anew', async () => {
    const person = goodRegistration({ licensedIn: [] });
    const first = await send('/registrations', person);
    expect(first.body.status).toBe('pending');
    const second = await send('/registrations', { ...person, licensedIn: ['NV'] });
    expect(second).toMatchObject({
      status: 200,
      body: { id: first.body.id, status: 'approved', reasons: [] },
    });
    const third = await send('/registrations', { ...person, licensedIn: ['NV'] });
    expect(third).toMatchObject({ status: 200, body: { id: first.body.id, status: 'approved' } });
    expect((await kindsAbout(first.body.id)).filter((kind) => kind !== 'registration-review')).toEqual([
      'registration-pending',
      'registration-approved',
    ]);
  });

  test('what a person denied stays denied; sent again with other facts a person looks again', async () => {
    const person = goodRegistration({ role: 'case-manager' });
    const { body } = await send('/registrations', person);
    await send(`/registrations/${body.id}/decisions`, { kind: 'deny', reason: 'Privilege.' });
    expect(await send('/registrations', person)).toMatchObject({ status: 200, body: { status: 'denied' } });
    const clean = { ...person, role: 'attorney' };
    const asked = await send('/registrations', clean);
    expect(asked.body).toMatchObject({ status: 'pending', reasons: ['denied-before'], reply: null });
    expect((await send('/registrations', { ...clean, licensedIn: ['NV'] })).body.status).toBe('pending');
    await send(`/registrations/${body.id}/decisions`, { kind: 'approve', reason: 'Now an attorney.' });
    expect((await send('/registrations', clean)).body.status).toBe('approved');
    expect((await pastOf(body.id)).map(({ type, status, reply }) => [type, status, reply])).toEqual([
      ['registered', 'pending', null],
      ['denied', 'denied', 'Privilege.'],
      ['registered-again', 'pending', null],
      ['registered-again', 'pending', null],
      ['approved', 'approved', 'Now an attorney.'],
      ['registered-again', 'approved', null],
    ]);
  });

  test('what a person revoked stays revoked, whatever is sent', async () => {
    const person = goodRegistration();
    const { body } = await send('/registrations', person);
    await send(`/registrations/${body.id}/decisions`, { kind: 'revoke', reason: 'Passed the link on.' });
    const again = await send('/registrations', { ...person, employer: 'Another Office' });
    expect(again.body).toMatchObject({ status: 'revoked', reply: 'Passed the link on.' });
  });

  test('what a person approved in spite of a reason falls back only over a new one', async () => {
    const person = goodRegistration({ employer: '' });
    const { body } = await send('/registrations', person);
    await send(`/registrations/${body.id}/decisions`, { kind: 'approve' });
    expect((await send('/registrations', person)).body.status).toBe('approved');
    expect((await send('/registrations', { ...person, role: 'case-manager' })).body.status).toBe('pending');
  });

  test('a role nobody knows is kept sealed for staff, and becomes nobody’s role', async () => {
    const person = goodRegistration();
    const { body } = await send('/registrations', person);
    const said = { ...person, role: 'Advisor to Maria Lopez' };
    const again = await send('/registrations', said);
    expect(again.body).toMatchObject({ status: 'pending', reasons: ['role-not-eligible'], role: said.role });
    const { db } = app.services;
    const row = await db.callRegistration.findUniqueOrThrow({
      where: { id: body.id },
      include: { person: true },
    });
    expect([row.role, row.person.role]).toEqual(['other-professional', 'attorney']);
    expect(JSON.stringify(row)).not.toContain('Maria');
    // Something else about them changes: the role they last said here is not forgotten over it.
    await send('/registrations', { ...person, series: 'social-services', licensedIn: ['CA', 'NY'] });
    const seen = await app.call(`/api/v1/registrations/${body.id}`, { key });
    expect(await seen.json()).toMatchObject({ status: 'pending', role: said.role });
    await send(`/registrations/${body.id}/decisions`, { kind: 'deny' });
    const other = await send('/registrations', { ...said, role: 'Aide to Maria Lopez' });
    expect(other.body).toMatchObject({ status: 'pending', role: 'Aide to Maria Lopez' });
    expect((await pastOf(body.id)).at(-1)?.changed).toContain('role');
    const known = await send('/registrations', person);
    expect(known.body).toMatchObject({ status: 'pending', reasons: ['denied-before'], role: 'attorney' });
    expect((await db.callRegistration.findUniqueOrThrow({ where: { id: body.id } })).sealedRole).toBeNull();
  });

  test('a new person of such a role has none of it either', async () => {
    const person = goodRegistration({ role: 'Aide to Maria Lopez' });
    await send('/registrations', person);
    const found = await app.services.db.person.findFirstOrThrow({
      where: { emails: { some: { email: person.email as string } } },
    });
    expect(found.role).toBe('other-professional');
  });

  test('the same for both series is two', async () => {
    const person = goodRegistration();
    const one = await send('/registrations', person);
    const other = await send('/registrations', { ...person, series: 'social-services' });
    expect([other.status, other.body.id === one.body.id]).toEqual([201, false]);
  });
});

describe('a person decides', () => {
  test.each([
    ['pending', 'approve', 200, 'approved'],
    ['pending', 'deny', 200, 'denied'],
    ['pending', 'revoke', 409, ''],
    ['approved', 'revoke', 200, 'revoked'],
    ['approved', 'deny', 409, ''],
    ['approved', 'approve', 409, ''],
    ['denied', 'approve', 200, 'approved'],
    ['revoked', 'approve', 200, 'approved'],
    ['revoked', 'revoke', 409, ''],
  ])('%s, %s: %i %s', async (from, kind, status, to) => {
    const { body } = await register(from === 'approved' || from === 'revoked' ? {} : { employer: '' });
    if (from === 'denied') await send(`/registrations/${body.id}/decisions`, { kind: 'deny' });
    if (from === 'revoked') await send(`/registrations/${body.id}/decisions`, { kind: 'revoke' });
    const answer = await send(`/registrations/${body.id}/decisions`, { kind, reason: 'Because of it.' });
    expect(answer.status).toBe(status);
    if (status === 200) {
      expect(answer.body).toMatchObject({ status: to, reply: 'Because of it.' });
      expect((await kindsAbout(body.id)).at(-1)).toBe(`registration-${to === 'revoked' ? 'denied' : to}`);
    } else {
      expect(answer.body.code).toBe('not-allowed-now');
    }
  });

  test('the reason is sealed, and in no mail', async () => {
    const { body } = await register({ employer: '' });
    await send(`/registrations/${body.id}/decisions`, { kind: 'deny', reason: 'CANARY-REASON' });
    const row = await app.services.db.callRegistration.findUniqueOrThrow({ where: { id: body.id } });
    expect(Buffer.from(row.sealedReason ?? []).toString('latin1')).not.toContain('CANARY-REASON');
    expect(app.logged.join('\n')).not.toContain('CANARY');
  });

  test('not over what somebody else decided meanwhile', async () => {
    const { body } = await register({ employer: '' });
    await send(`/registrations/${body.id}/decisions`, { kind: 'deny' });
    const late = await send(
      `/registrations/${body.id}/decisions`,
      { kind: 'approve' },
      { 'if-match': '"1"' },
    );
    expect([late.status, late.body.code]).toEqual([412, 'version-mismatch']);
  });
});

describe('a profile that changes elsewhere', () => {
  const requestOf = (person: object, change: Record<string, unknown> = {}) => {
    const { series: _series, employer, ...requester } = person as Record<string, unknown>;
    return send(
      '/ta-requests',
      goodSubmission({
        requester: { ...requester, organization: employer, ...change },
        questions: crypto.randomUUID(),
      }),
    );
  };
  const statusOf = async (id: string) => {
    const response = await app.call(`/api/v1/registrations/${id}`, { key });
    return (await response.json()) as Answer & { role: string; employer: string };
  };

  test('a request in another role puts an approved registration back to a person, without a way in', async () => {
    const person = goodRegistration();
    const { body } = await send('/registrations', person);
    expect((await requestOf(person, { role: 'social-service-provider' })).status).toBe(201);
    expect(await statusOf(body.id)).toMatchObject({ status: 'pending', reasons: ['role-not-eligible'] });
    const kinds = await kindsAbout(body.id);
    expect(kinds.slice(0, 2)).toEqual(['registration-approved', 'registration-pending']);
    expect(new Set(kinds.slice(2))).toEqual(new Set(['registration-review']));
    expect((await pastOf(body.id)).at(-1)).toMatchObject({
      type: 'profile-changed',
      changed: ['role'],
      actor: { kind: 'key' },
    });
    const { personId } = await app.services.db.callRegistration.findUniqueOrThrow({ where: { id: body.id } });
    const me = { kind: 'person' as const, id: personId, name: 'Ada', email: '' };
    expect(await getRegistration(app.services, me, body.id)).toMatchObject({
      value: { joinLink: null, links: { events: null } },
    });
  });

  test('a mail on its way to one who is put back is not sent', async () => {
    const person = goodRegistration() as { email: string };
    await send('/registrations', person);
    await send('/subscriptions', { email: person.email, name: 'Ada', lists: [], emailUpdates: true });
    const ask = () =>
      Promise.all(
        [mayMail, isRegistered].map((may) => may(app.services.db, person.email, 'legal-working-group')),
      );
    expect(await ask()).toEqual([true, true]);
    await requestOf(person, { role: 'case-manager' });
    expect(await ask()).toEqual([false, false]);
  });

  test.each<[string, Record<string, unknown>, string, string[]]>([
    ['the same role and office', {}, 'approved', []],
    ['no word of licensure', { licensedIn: [] }, 'approved', []],
    ['no word of an office', { organization: undefined }, 'approved', []],
    ['another state of licensure', { licensedIn: ['NV'] }, 'approved', ['licensure']],
    ['another office', { organization: 'Office of Nowhere' }, 'approved', ['employer']],
    ['another eligible role', { role: 'doj-accredited-representative' }, 'approved', ['role']],
  ])('a request with %s leaves it approved, and tells nobody', async (_name, change, status, changed) => {
    const person = goodRegistration();
    const { body } = await send('/registrations', person);
    expect((await requestOf(person, change)).status).toBe(201);
    expect((await statusOf(body.id)).status).toBe(status);
    expect(await kindsAbout(body.id)).toEqual(['registration-approved']);
    expect((await pastOf(body.id)).slice(1).map((event) => event.changed)).toEqual(
      changed.length > 0 ? [changed] : [],
    );
  });

  test('what a person approved in spite of a reason, or denied, is theirs', async () => {
    const approved = goodRegistration({ email: `${crypto.randomUUID()}@gmail.com` });
    const denied = goodRegistration({ employer: '' });
    const one = await send('/registrations', approved);
    await send(`/registrations/${one.body.id}/decisions`, { kind: 'approve' });
    const other = await send('/registrations', denied);
    await send(`/registrations/${other.body.id}/decisions`, { kind: 'deny' });
    await requestOf(approved);
    await requestOf({ ...denied, employer: 'Office at Last' });
    expect((await statusOf(one.body.id)).status).toBe('approved');
    expect(await statusOf(other.body.id)).toMatchObject({ status: 'denied', employer: 'Office at Last' });
  });

  test('a registration for the other series tells of a new role too', async () => {
    const person = goodRegistration();
    const { body } = await send('/registrations', person);
    const social = { ...person, series: 'social-services', role: 'case-manager' };
    expect((await send('/registrations', social)).body.status).toBe('approved');
    expect(await statusOf(body.id)).toMatchObject({ status: 'pending', role: 'case-manager' });
  });

  test('the employer that staff find out of a question makes a registration complete', async () => {
    const asker = { ...stranger(), organization: undefined };
    const { body } = await register({ ...asker, organization: undefined, employer: '' });
    expect(body.reasons).toEqual(['employer-missing']);
    const before = app.services.clock.now();
    app.setNow('2026-12-03T18:00:00.000Z');
    const question = await send('/calls/legal-working-group-2026-12-09/questions', goodQuestion({ asker }));
    const staff = await app.services.db.apiKey.findFirstOrThrow({ where: { role: 'coordinator' } });
    const corrected = await correctOrganization(
      app.services,
      { kind: 'key', id: staff.id, role: 'coordinator', scopes: [] },
      { callId: 'legal-working-group-2026-12-09', questionId: question.body.id },
      'Found Office',
    );
    expect(corrected.ok).toBe(true);
    expect(await statusOf(body.id)).toMatchObject({ status: 'approved', employer: 'Found Office' });
    app.setNow(before.toISOString());
  });
});

describe('the past of a registration', () => {
  test('is for staff, and tells who decided and why', async () => {
    const { body } = await register({ employer: '' });
    await send(`/registrations/${body.id}/decisions`, { kind: 'deny', reason: 'CANARY-PAST' });
    const [first, second] = await pastOf(body.id);
    expect(first).toMatchObject({ type: 'registered', reasons: ['employer-missing'], reply: null });
    expect(second).toMatchObject({ type: 'denied', actor: { kind: 'key' }, reply: 'CANARY-PAST' });
    const rows = await app.services.db.callRegistrationEvent.findMany({ where: { registrationId: body.id } });
    expect(rows.map((row) => Buffer.from(row.sealedReason ?? []).toString('latin1')).join()).not.toContain(
      'CANARY',
    );
    expect((await app.call(`/api/v1/registrations/${body.id}/events`)).status).toBe(401);
  });

  test('the attestation is kept with its date, and what is not said again stays', async () => {
    const person = goodRegistration({ activelyPracticing: true });
    const { body } = await send('/registrations', person);
    expect(body).toMatchObject({
      activelyPracticing: true,
      attestedAt: app.services.clock.now().toISOString(),
    });
    const { activelyPracticing: _, ...silent } = person;
    expect((await send('/registrations', { ...silent, employer: 'Elsewhere' })).body).toMatchObject({
      activelyPracticing: true,
      status: 'approved',
    });
    expect((await send('/registrations', { ...silent, activelyPracticing: false })).body).toMatchObject({
      status: 'pending',
      reasons: ['not-actively-practicing'],
    });
  });
});

describe('the way in', () => {
  test('is shown to the approved registrant alone', async () => {
    const { services } = app;
    const { body } = await register();
    const call = await services.db.call.findFirstOrThrow({ where: { id: 'legal-working-group-2026-11-04' } });
    await services.db.call.update({
      where: { id: call.id },
      data: { sealedJoinLink: sealJoinLink(services, 'call', call, 'https://meet.example/secret') },
    });
    const row = await services.db.callRegistration.findUniqueOrThrow({ where: { id: body.id } });
    const me = { kind: 'person' as const, id: row.personId, name: row.name, email: row.email };
    const read = async () => await getRegistration(services, me, body.id);
    expect(await read()).toMatchObject({ ok: true, value: { joinLink: 'https://meet.example/secret' } });
    const staff = await app.call(`/api/v1/registrations/${body.id}`, { key });
    expect(await staff.text()).not.toContain('meet.example');
    await send(`/registrations/${body.id}/decisions`, { kind: 'revoke' });
    expect(await read()).toMatchObject({ ok: true, value: { joinLink: null } });
    const other = { ...me, id: crypto.randomUUID() };
    expect(await getRegistration(services, other, body.id)).toMatchObject({ ok: false });
  });

  test('and the list is for staff, by status and series', async () => {
    const { email } = stranger();
    const { body } = await register({ email, employer: '' });
    const response = await app.call(
      '/api/v1/registrations?series=legal-working-group&status=pending&limit=100',
      { key },
    );
    const { items } = (await response.json()) as { items: Answer[] };
    expect(items.map(({ id }) => id)).toContain(body.id);
    expect((await app.call('/api/v1/registrations')).status).toBe(401);
    expect((await app.call('/api/v1/registrations?status=maybe', { key })).status).toBe(422);
  });
});
