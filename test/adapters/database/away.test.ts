import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDatabase, type Database } from '../../../src/adapters/database/client.js';
import { pause } from '../../../src/adapters/host/process-kit.js';
import { isDatabaseAway } from '../../../src/usecases/database-error.js';
import { whyNever } from '../../../src/usecases/never-recorded.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { type Break, type BreakableLine, startLine } from './breakable-line.js';

/** Every way a connection can break, at every moment of our work: all must say "away" (503, tried again), none "failed". */
let behind: TestDatabase;
let line: BreakableLine;
let db: Database;

beforeAll(async () => {
  behind = await createTestDatabase();
  line = await startLine(behind.url);
  db = createDatabase(line.url, { poolSize: 1, connectionTimeoutMs: 500 });
});
afterAll(async () => {
  await db.$disconnect();
  await line.close();
  await behind.drop();
});

const asks = () => db.$queryRaw`SELECT 1`;
// Prisma asks once somebody waits.
const sleeps = (seconds: number) => db.$executeRaw`SELECT pg_sleep(${seconds})`.then();
const noticed = () => pause(100);

type Moment = (cut: () => void) => Promise<unknown>;
const moments: Record<string, Moment> = {
  'while a raw query runs': (cut) => soon(cut, sleeps(5)),
  'as rows are read': async (cut) => {
    const reading = db.person.findMany().then();
    cut();
    return reading;
  },
  'between two statements of a transaction': (cut) =>
    db.$transaction(async (tx) => {
      await tx.person.count();
      cut();
      await noticed();
      await tx.person.count();
    }),
  'at a statement of a transaction': (cut) =>
    db.$transaction(async (tx) => {
      await tx.person.count();
      cut();
      await tx.person.count();
    }),
  'at a raw statement of a transaction': (cut) =>
    db.$transaction(async (tx) => {
      await tx.person.count();
      cut();
      await tx.$queryRaw`SELECT 1`;
    }),
  'before it is committed': (cut) =>
    db.$transaction(async (tx) => {
      await tx.person.count();
      cut();
      await noticed();
    }),
  'as it is committed': (cut) =>
    db.$transaction(async (tx) => {
      await tx.person.count();
      cut();
    }),
};
const breaks: Break[] = ['ended', 'reset'];

test.each(breaks.flatMap((how) => Object.entries(moments).map(([when, moment]) => ({ how, when, moment }))))(
  'a connection that is $how $when',
  async ({ how, moment }) => {
    await asks();
    expect(await verdict(moment(() => line.breakAll(how)))).toEqual(away);
  },
);

test.each(['ended', 'reset', 'silent'] as const)('connections that are %s as they are made', async (how) => {
  line.meet(how);
  line.breakAll('ended');
  expect(await verdict(asks())).toEqual(away);
  expect(await verdict(db.person.count())).toEqual(away);
  expect(await verdict(db.$transaction((tx) => tx.person.count()))).toEqual(away);
  line.meet('well');
});

test('a backend that is told to end', async () => {
  const [{ pid }] = await db.$queryRaw<[{ pid: number }]>`SELECT pg_backend_pid() AS pid`;
  const ending = () => void behind.db.$queryRaw`SELECT pg_terminate_backend(${pid}::int)`.then();
  expect(await verdict(soon(ending, sleeps(5)))).toEqual(away);
});

test('no connection left within the time', async () => {
  await asks();
  const held = sleeps(1.5);
  const waiting = [verdict(asks()), verdict(db.$transaction((tx) => tx.person.count()))];
  expect(await Promise.all(waiting)).toEqual([away, away]);
  await held;
});

test.each(['raw', 'of the client'] as const)(
  'two in each other’s way, in a statement that is %s',
  async (how) => {
    const [one, other] = [`one ${how}`, `other ${how}`];
    for (const key of [one, other]) await behind.db.setting.create({ data: { key, value: 1 } });
    const change = (tx: Pick<Database, 'setting' | '$executeRaw'>, key: string) =>
      how === 'raw'
        ? tx.$executeRaw`UPDATE setting SET value = '2' WHERE key = ${key}`
        : tx.setting.update({ where: { key }, data: { value: 2 } });
    let begun = 0;
    const both = (first: string, second: string) =>
      behind.db.$transaction(async (tx) => {
        await change(tx, first);
        for (begun += 1; begun < 2; ) await pause(5);
        await change(tx, second);
        return 'done';
      });
    const ends = await Promise.all([verdict(both(one, other)), verdict(both(other, one))]);
    expect(ends).toContainEqual({ value: 'done' });
    expect(ends).toContainEqual(away);
  },
);

test.each([
  ['nobody listens', 'postgresql://desk@127.0.0.1:1/desk'],
  ['no such name', 'postgresql://desk@desk.invalid:5432/desk'],
])('%s', async (_what, url) => {
  const nowhere = createDatabase(url, { connectionTimeoutMs: 2_000 });
  expect(await verdict(nowhere.$queryRaw`SELECT 1`)).toEqual(away);
  expect(await verdict(nowhere.person.count())).toEqual(away);
  await nowhere.$disconnect();
});

test('after all of it the same pool asks again', async () => {
  expect(await asks()).toEqual([{ '?column?': 1 }]);
});

const away = { isAway: true, never: null };

async function verdict(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    (value) => ({ value }),
    (error: unknown) => ({ isAway: isDatabaseAway(error), never: whyNever(error) }),
  );
}

/** Does it once the query is on its way. */
async function soon(cut: () => void, asked: Promise<unknown>): Promise<unknown> {
  await Promise.race([asked.catch(() => undefined), noticed()]);
  cut();
  return asked;
}
