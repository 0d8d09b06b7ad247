import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parseKeyRing } from '../../src/adapters/crypto/key-ring.js';
import { createVault } from '../../src/adapters/crypto/vault.js';
import type { Head } from '../../src/domain/security/chain.js';
import type { RecordServices, Services } from '../../src/ports/services.js';
import { purgeRecords } from '../../src/usecases/security/purge-records.js';
import { recordSecurity } from '../../src/usecases/security/record-security.js';
import { sealRecords } from '../../src/usecases/security/seal-records.js';
import { unusualLately } from '../../src/usecases/security/unusual.js';
import { verifyRecords } from '../../src/usecases/security/verify-records.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';

let database: TestDatabase;
let now: Date;
let services: Pick<RecordServices, 'db' | 'vault' | 'clock' | 'programs' | 'whence'>;
/** The end of the chain, as it is kept elsewhere. */
let kept: Head[];
const heads = {
  keep: async (head: Head) => {
    kept = [head];
  },
};
const retention = { accessLogDays: 700, securityEventDays: 700 };
const db = () => database.db;

beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 6 });
  services = {
    db: database.db,
    vault: createVault({
      keyRing: parseKeyRing(`k1:${randomBytes(32).toString('base64')}`),
      appSecret: randomBytes(32).toString('base64'),
    }),
    clock: { now: () => now },
    programs: { current: () => ({ program: { retention } }) } as unknown as RecordServices['programs'],
    whence: 'system',
  };
});
afterAll(() => database.drop());

const anEvent = (role = 'attorney') =>
  recordSecurity(db(), services, {
    kind: 'colleague-added',
    actor: 'system',
    about: `user:${randomUUID()}`,
    data: { role },
  });
const aReading = (at = now) =>
  db().caseAccess.create({
    data: { requestId: randomUUID(), actor: `user:${randomUUID()}`, what: 'request', at, whence: 'page' },
  });
const verify = () => verifyRecords(services, kept);
const broken = async () => {
  const { broken: found } = await verify();
  return found && [found.place, found.what];
};

beforeEach(async () => {
  for (const table of ['case_access', 'security_event', 'audit_link'])
    await db().$executeRawUnsafe(`TRUNCATE ${table} RESTART IDENTITY`);
  [now, kept] = [new Date('2054-03-02T18:00:00.000Z'), []];
  for (let n = 0; n < 5; n += 1) {
    await aReading();
    await anEvent();
    now = new Date(now.getTime() + 1_000);
  }
  await sealRecords(services, heads);
});

test('what is unusual is found by its rules', async () => {
  const [many, late, refused] = [randomUUID(), randomUUID(), randomUUID()].map((id) => `user:${id}`) as [
    string,
    string,
    string,
  ];
  const at = (time: string) => new Date(`2054-03-02T${time}Z`);
  const look = { what: 'request', whence: 'page', notTheirs: true };
  const reading = (actor: string, when: Date) => ({ ...look, actor, at: when, requestId: randomUUID() });
  now = at('23:59:00.000');
  await db().caseAccess.createMany({
    data: [
      ...[1, 2, 3].map(() => reading(many, at('18:30:00.000'))),
      ...[1, 2].map(() => reading(refused, at('18:30:00.000'))),
      // Half past eleven in the evening before, and in the night after it, are one night.
      reading(late, at('07:30:00.000')),
      reading(late, at('10:30:00.000')),
    ],
  });
  for (let n = 0; n < 2; n += 1)
    await recordSecurity(db(), services, {
      kind: 'permission-refused',
      actor: refused,
      data: { reason: 'role-not-allowed', route: '/staff/keys' },
    });
  const watch = { casesNotTheirsInAnHour: 3, refusalsInAnHour: 2, nightFrom: '22:00', nightUntil: '06:00' };
  const program = { retention, watch, zone: 'America/Los_Angeles' };
  const asked = { ...services, programs: { current: () => ({ program }) } } as unknown as Services;
  const director = {
    kind: 'user',
    id: randomUUID(),
    role: 'director',
    name: 'D',
    email: 'd@x.example',
  } as const;
  const found = await unusualLately(asked, director);
  expect(found.ok && found.value.items.map(({ rule, actor, count }) => [rule, actor, count])).toEqual([
    ['refused', refused, 2],
    ['many', many, 3],
    ['night', late, 2],
  ]);
  expect((await unusualLately(asked, { ...director, role: 'admin' })).ok).toBe(false);
});

describe('the chain over both records', () => {
  test('holds together, and says how many are not sealed yet', async () => {
    await anEvent();
    expect(await verify()).toMatchObject({
      links: 10,
      readings: 5,
      events: 5,
      purged: 0,
      unsealed: 1,
      head: { place: '10', hash: kept[0]?.hash },
      broken: null,
    });
    expect(await sealRecords(services, heads)).toBe(1);
    expect(await verify()).toMatchObject({ links: 11, unsealed: 0, broken: null });
  });

  test.each<[string, string, [string, string]]>([
    [
      'a word of an event is another',
      `UPDATE security_event SET data = '{"role":"admin"}' WHERE place = 4`,
      ['4', 'changed'],
    ],
    [
      'a reading is somebody else’s',
      `UPDATE case_access SET actor = 'system' WHERE place = 3`,
      ['3', 'changed'],
    ],
    ['a reading is gone', 'DELETE FROM case_access WHERE place = 5', ['5', 'missing']],
    [
      'a reading is gone with its link',
      'WITH gone AS (DELETE FROM case_access WHERE place = 5) DELETE FROM audit_link WHERE place = 5',
      ['5', 'gap'],
    ],
    [
      'two changed their places',
      'UPDATE case_access SET place = CASE place WHEN 3 THEN 105 ELSE 103 END WHERE place IN (3, 5)',
      ['3', 'moved'],
    ],
    [
      'two links changed what they are of',
      'UPDATE audit_link SET row_id = -row_id WHERE place IN (3, 5); UPDATE audit_link a SET row_id = -b.row_id FROM audit_link b WHERE a.place IN (3, 5) AND b.place = 8 - a.place',
      ['3', 'link'],
    ],
    [
      'the end is cut off, rows and links',
      'DELETE FROM case_access WHERE place > 6; DELETE FROM security_event WHERE place > 6; DELETE FROM audit_link WHERE place > 6',
      ['7', 'cut'],
    ],
    ['the end is cut off, and only the links', 'DELETE FROM audit_link WHERE place > 6', ['7', 'cut']],
  ])('shows where %s', async (_name, sql, expected) => {
    for (const statement of sql.split('; ')) await db().$executeRawUnsafe(statement);
    expect(await broken()).toEqual(expected);
  });

  test('shows a cut of links alone without a head kept elsewhere', async () => {
    await db().$executeRawUnsafe('DELETE FROM audit_link WHERE place > 6');
    kept = [];
    expect(await broken()).toEqual(['7', 'unlinked']);
  });

  test('takes in what was committed late, with a lower number', async () => {
    await db().$executeRawUnsafe(`SELECT setval('case_access_id_seq', 100)`);
    await aReading();
    await sealRecords(services, heads);
    await db().caseAccess.create({
      data: { id: 50, requestId: randomUUID(), actor: 'system', what: 'request', at: now, whence: 'page' },
    });
    expect(await sealRecords(services, heads)).toBe(1);
    expect(await verify()).toMatchObject({ readings: 7, unsealed: 0, broken: null });
  });

  test('is lengthened once by many at a time', async () => {
    for (let n = 0; n < 30; n += 1) await aReading();
    await Promise.all([1, 2, 3, 4].map(() => sealRecords(services)));
    await sealRecords(services, heads);
    expect(await verify()).toMatchObject({ links: 40, unsealed: 0, broken: null });
  });

  test('still holds together once rows went when their time was up', async () => {
    now = new Date('2056-06-01T18:00:00.000Z');
    await aReading();
    await sealRecords(services, heads);
    expect(await purgeRecords(services)).toEqual({ readings: 5, events: 5 });
    await sealRecords(services, heads);
    expect(await verify()).toMatchObject({ links: 13, readings: 1, events: 2, purged: 10, broken: null });
  });

  test('believes no purge of what is young', async () => {
    const data = { record: 'reading', before: new Date(now.getTime() + 1_000).toISOString(), rows: 5 };
    await recordSecurity(db(), services, { kind: 'records-purged', actor: 'system', data });
    await sealRecords(services, heads);
    await db().$executeRawUnsafe('DELETE FROM case_access WHERE place = 5');
    expect(await broken()).toEqual(['5', 'missing']);
  });
});
