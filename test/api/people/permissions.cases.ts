import { describe, expect, test } from '@jest/globals';
import { normalizeOrganization } from '../../../src/domain/people/organization-name.js';
import { withKey } from '../../../src/usecases/data-keys.js';
import { lock } from '../../../src/usecases/lock.js';
import { findOrCreateOrganization } from '../../../src/usecases/people/find-or-create-organization.js';
import { findOrCreatePerson } from '../../../src/usecases/people/find-or-create-person.js';
import { mendOrganizations } from '../../../src/usecases/people/mend-organizations.js';
import { storedKey } from '../../support/stored-key.js';
import { somebodyWaits } from '../support/somebody-waits.js';
import { app, by, staffKey } from './site.js';

describe('who may do what', () => {
  const words = { reason: 'Because.', note: 'Words', body: 'Words', question: 'Which year?' };
  const decisions: [string, Record<string, unknown>][] = [
    ['assign', { kind: 'assign', to: 'nobody@desk.example' }],
    ['request information', { kind: 'request-information', question: words.question }],
    ['redirect', { kind: 'redirect', to: 'resources' }],
    ['note', { kind: 'note', body: words.body }],
    ['extend', { kind: 'extend', businessDays: 5, reason: words.reason }],
    ['reprioritise', { kind: 'reprioritise', urgent: true, reason: words.reason }],
    ['merge', { kind: 'merge', into: crypto.randomUUID() }],
    ['close', { kind: 'close' }],
    ['reopen', { kind: 'reopen', reason: words.reason }],
    ['reclassify', { kind: 'reclassify', requestKind: 'general-information' }],
    ['change the deadline', { kind: 'change-deadline', courtOrFilingDeadline: null }],
    ['decline for scope', { kind: 'decline', policy: 'scope', reason: words.reason }],
    ['decline for ethics', { kind: 'decline', policy: 'ethics', reason: words.reason }],
    ['decline for overuse', { kind: 'decline', policy: 'overuse', reason: words.reason }],
    ['draft', { kind: 'draft-response', body: words.body }],
    ['submit for review', { kind: 'submit-for-review' }],
    ['reply', { kind: 'reply', body: words.body }],
    ['refuse to reopen', { kind: 'refuse-reopening', reason: words.reason }],
    ['answer a follow-up', { kind: 'answer-follow-up', body: words.body }],
    ['return', { kind: 'return-response', note: words.note }],
    ['send', { kind: 'send-response' }],
  ];
  const judging = ['decline for ethics', 'decline for overuse'];
  const writing = ['draft', 'submit for review', 'refuse to reopen', 'answer a follow-up', 'return', 'send'];
  const others: [string, string, unknown][] = [
    ['enter a closure', '/api/v1/closures?preview=true', { date: '2027-01-15', name: 'Retreat' }],
  ];

  test.each([
    ['coordinator', [...judging, ...writing, 'enter a closure']],
    ['attorney', [...judging, 'enter a closure']],
    ['reviewer', [...judging, 'enter a closure']],
    ['director', []],
    ['admin', []],
  ] as const)(
    'the %s is refused what the table of roles leaves to others, and nothing else',
    async (role, no) => {
      const key = await app.newKey(role);
      const body = by(`for-${role}@legal-aid.example`, `asked for by ${role}`);
      const made = await app.call('/api/v1/ta-requests', { key, body });
      const at = `${made.headers.get('location')}/decisions`;
      const all = [...decisions.map(([name, sent]) => [name, at, sent] as const), ...others];
      const refused: string[] = [];
      for (const [name, path, sent] of all) {
        // What is allowed gets further: here to an engine that is away, or to what the request does not allow.
        if ((await app.call(path, { key, body: sent })).status === 403) refused.push(name);
      }
      expect(refused).toEqual(no);
    },
  );
});

test('an organization is given its name and domains over the API, and not those of another one', async () => {
  const made = async (name: string, domain: string) => {
    const id = crypto.randomUUID();
    const nameKey = normalizeOrganization(name);
    const createdAt = new Date('2026-01-01T00:00:00Z');
    await app.services.db.organization.create({ data: { id, name, nameKey, domain, createdAt } });
    return id;
  };
  const [harbor] = [
    await made('Harbor Lite', 'harbor-lite.example'),
    await made('Light House', 'light.example'),
  ];
  const put = async (body: object, key = staffKey) => {
    const answer = await app.call(`/api/v1/organizations/${harbor}`, { method: 'PUT', key, body });
    return { status: answer.status, body: await answer.json() };
  };
  const said = { name: 'Harbor Light', domains: ['harbor-light.example'] };
  expect(await put(said)).toMatchObject({ status: 200, body: { name: 'Harbor Light' } });
  expect((await put({ name: 'Light House', domains: [] })).status).toBe(422);
  expect((await put({ ...said, domains: ['gmail.com'] })).body).toMatchObject({
    code: 'invalid',
    errors: [{ pointer: '/domains' }],
  });
  expect(await app.services.db.organization.findUniqueOrThrow({ where: { id: harbor } })).toMatchObject({
    name: 'Harbor Light',
    domain: 'harbor-light.example',
  });
});

describe('organizations of before the rule', () => {
  const at = new Date('2026-01-01T00:00:00Z');
  const record = async (name: string, domain: string | null = null) => {
    const id = crypto.randomUUID();
    const nameKey = normalizeOrganization(name);
    await app.services.db.organization.create({ data: { id, name, nameKey, domain, createdAt: at } });
    return id;
  };
  const member = async (email: string, organizationId: string) => {
    const id = crypto.randomUUID();
    const facts = { name: 'Ada', role: 'attorney', organizationId, createdAt: at };
    await app.services.db.person.create({ data: { id, ...facts, emails: { create: { email } } } });
    return id;
  };
  const recordOf = async (id: string) =>
    (await app.services.db.person.findUniqueOrThrow({ where: { id } })).organizationId;

  test('become one where the name is their own, are parted where many have it, and go where it is none', async () => {
    const [one, two] = [
      await record('Hope Rising', 'hr-one.example'),
      await record('HOPE RISING', 'hr-two.example'),
    ];
    const rising = [await member('a@hr-one.example', one), await member('b@hr-two.example', two)];
    const shared = await record('Catholic Charities');
    const charities = [
      await member('a@cc-north.example', shared),
      await member('b@cc-north.example', shared),
      await member('c@cc-south.example', shared),
      await member('d.charities@gmail.com', shared),
    ];
    const nobody = await member('a@not-said.example', await record('N/A'));

    expect(await mendOrganizations(app.services)).toBe(3);
    const [first, second] = await Promise.all(rising.map(recordOf));
    expect([first, second].every((id) => id === one || id === two)).toBe(true);
    expect(first).toBe(second);
    const [north, alsoNorth, south, unknown] = await Promise.all(charities.map(recordOf));
    expect(north).not.toBeNull();
    expect(alsoNorth).toBe(north);
    expect([south === null, south === north, unknown]).toEqual([false, false, null]);
    expect(await recordOf(nobody)).toBeNull();
    expect(await mendOrganizations(app.services)).toBe(0);
  });

  test('take the questions on open calls along, so that each organization still has one', async () => {
    const { db } = app.services;
    await db.callSeries.create({ data: { id: 'kept-apart', createdAt: at } });
    const times = ['startsAt', 'endsAt', 'windowOpensAt', 'questionsCloseAt', 'selectUntil', 'reminderAt'];
    const call = {
      id: 'kept-apart-1',
      seriesId: 'kept-apart',
      topic: 'general',
      status: 'open',
      ...Object.fromEntries([...times, 'flagAt', 'createdAt'].map((time) => [time, at])),
      dataKeyId: (await storedKey(db)).id,
    };
    await db.call.create({ data: call as never });
    const asked = async (email: string, organizationId: string, status = 'asked') => {
      const id = crypto.randomUUID();
      await db.callQuestion.create({
        data: {
          id,
          callId: call.id,
          personId: await member(email, organizationId),
          askerEmail: email,
          askerName: 'Ada',
          askerRole: 'attorney',
          organizationKey: `record:${organizationId}`,
          questionAbout: 'other',
          needsLegalAnalysis: false,
          empWorksheetCompleted: false,
          convertIfUnselected: false,
          status,
          textFingerprint: id,
          dataKeyId: (await storedKey(db)).id,
          sealed: new Uint8Array(1),
          askedAt: at,
        },
      });
      return id;
    };
    const keyOf = async (id: string) =>
      (await db.callQuestion.findUniqueOrThrow({ where: { id }, include: withKey })).organizationKey;
    const shared = await record('Salvation Army');
    const north = await asked('a@sa-north.example', shared);
    const southern = await asked('b@sa-south.example', shared, 'withdrawn');
    const none = await asked('a@unsaid.example', await record('TBD'));
    const [first, second] = [
      await record('Rivers Rise', 'rr-one.example'),
      await record('Rivers Rise', 'rr-two.example'),
    ];
    // Withdrawn, it holds no place against a colleague.
    const withdrawn = await asked('a@rr-one.example', first, 'withdrawn');
    const standing = await asked('b@rr-two.example', second);

    await mendOrganizations(app.services);
    const owner = async (email: string) =>
      (await db.person.findFirstOrThrow({ where: { emails: { some: { email } } } })).organizationId;
    expect(await keyOf(north)).toBe(`record:${await owner('a@sa-north.example')}`);
    expect(await keyOf(southern)).toBe(`record:${await owner('b@sa-south.example')}`);
    expect(await keyOf(none)).toBe('domain:unsaid.example');
    const rivers = `record:${await owner('a@rr-one.example')}`;
    expect([await keyOf(withdrawn), await keyOf(standing)]).toEqual([rivers, rivers]);
  });

  type Transaction = Parameters<typeof findOrCreateOrganization>[0];
  const ada = (email: string) => ({ name: 'Ada', email, role: 'attorney' });

  test.each<[string, (tx: Transaction, name: string, email: string) => Promise<string | null>]>([
    ['names it', (tx, name, email) => findOrCreateOrganization(tx, name, { email, state: null, at })],
    ['names none', async (tx, _, email) => (await findOrCreatePerson(tx, ada(email), at)).organizationId],
  ])('made one while somebody there writes who %s: it counts for the one that stays', async (how, find) => {
    const { db } = app.services;
    const name = `Open Harbor ${how}`;
    const email = `b@oh-${how.replace(' ', '-')}.example`;
    const stays = await record(name, 'oh-one.example');
    const goes = await record(name, email.slice(2));
    const id = await member(email, goes);
    const long = { timeout: 30_000 };
    let found: Promise<string | null> | undefined;
    await db.$transaction(async (tx) => {
      await lock(tx, 'organization', normalizeOrganization(name));
      await tx.person.update({ where: { id }, data: { organizationId: stays } });
      await tx.organization.delete({ where: { id: goes } });
      found = db.$transaction((other) => find(other, name, email), long);
      await Promise.race([found, somebodyWaits(db)]);
    }, long);
    expect(await found).toBe(stays);
  });

  test('where all is well nobody is kept waiting', async () => {
    await mendOrganizations(app.services);
    const untouched = {
      ...app.services,
      db: Object.create(app.services.db, { $transaction: { value: null } }),
    };
    expect(await mendOrganizations(untouched)).toBe(0);
  });
});
