import { describe, expect, test } from '@jest/globals';
import { goodRegistration } from '../support/calls.js';
import { rowCounts } from '../support/row-counts.js';
import { app, key, kindsAbout, pastOf, register, send } from './site.js';

describe('survivors and members of the public are sent to the hotline', () => {
  test.each<[string, Record<string, unknown>]>([
    ['a survivor', { role: 'survivor' }],
    ['a survivor, with blanks around it', { role: ' survivor ' }],
    ['a member of the public', { role: 'member-of-public' }],
    ['a survivor who leaves the rest out', { role: 'survivor', email: undefined, name: undefined }],
  ])('%s, and nothing of theirs is kept', async (_name, change) => {
    const before = await rowCounts(app.services.db);
    expect(await register(change)).toMatchObject({
      status: 422,
      body: { code: 'role-not-served', detail: expect.stringContaining('hotline') },
    });
    expect(await rowCounts(app.services.db)).toEqual(before);
  });
});

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
