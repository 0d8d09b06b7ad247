import { expect, test } from '@jest/globals';
import { createDatabase } from '../../src/adapters/database/client.js';
import { CannotPlan } from '../../src/domain/time/cannot-plan.js';
import { isDatabaseAway } from '../../src/usecases/database-error.js';
import { NeverRecorded, whyNever } from '../../src/usecases/never-recorded.js';
import { EventConflict } from '../../src/usecases/process-events.js';
import { createTestDatabase } from '../support/postgres.js';

const prisma = (code: string, originalCode?: string) =>
  Object.assign(new Error('what was being written'), {
    name: 'PrismaClientKnownRequestError',
    code,
    meta: { driverAdapterError: { cause: { kind: 'postgres', originalCode } } },
  });

test.each<[string, unknown, string | null]>([
  ['dates that can’t be computed', new CannotPlan('x'), 'cannot-plan'],
  ['another event under the number', new EventConflict('x'), 'event-conflict'],
  ['a draft that is gone', new NeverRecorded('no-draft'), 'no-draft'],
  ['a mistake in the code', new TypeError('x is undefined'), 'cannot-record'],
  ['a number out of range', new RangeError('x'), 'cannot-record'],
  ['JSON that is none', new SyntaxError('x'), 'cannot-record'],
  ['a member of staff who is not there', prisma('P2003'), 'cannot-record'],
  ['a date PostgreSQL has not', prisma('P2039', '22008'), 'cannot-record'],
  ['a character it can’t keep', prisma('P2039', '22021'), 'cannot-record'],
  ['the same in a raw query', prisma('P2010', '22008'), 'cannot-record'],
  ['a key a raw query found taken', prisma('P2010', '23505'), null],
  ['PostgreSQL shutting down', prisma('P2039', '57P01'), null],
  ['a disk that is full', prisma('P2039', '53100'), null],
  ['two transactions in each other’s way', prisma('P2034'), null],
  ['somebody else took the key', prisma('P2002'), null],
  ['a table that the migration still has to make', prisma('P2021'), null],
  ['no connection', prisma('P1001'), null],
  ['no time to begin', prisma('P2028'), null],
  ['a socket that broke', Object.assign(new Error('x'), { code: 'ECONNRESET' }), null],
  ['nothing at all', undefined, null],
])('%s', (_what, error, code) => {
  expect(whyNever(error)).toBe(code);
});

test.each<[string, unknown, boolean]>([
  ['no connection', prisma('P1001'), true],
  ['no connection left', prisma('P2039', '53300'), true],
  ['PostgreSQL shutting down', prisma('P2039', '57P01'), true],
  ['what a trigger refuses', prisma('P2039', 'P0001'), false],
  ['a date PostgreSQL has not', prisma('P2039', '22008'), false],
  ['somebody else took the key', prisma('P2002'), false],
  ['nothing at all', undefined, false],
])('%s: is the database away? %s', (_what, error, away) => {
  expect(isDatabaseAway(error)).toBe(away);
});

test('a server that takes a query and never answers is away, and the query is tried again', async () => {
  const database = await createTestDatabase();
  const db = createDatabase(database.url, { queryTimeoutMs: 200 });
  const error = await db.$transaction((tx) => tx.$queryRaw`SELECT pg_sleep(2)`).catch((failure) => failure);
  expect([isDatabaseAway(error), whyNever(error)]).toEqual([true, null]);
  await db.$disconnect();
  await database.drop();
});
