import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createPrograms, keepProgramVersion } from '../../src/adapters/program/create-programs.js';
import { loadProgram } from '../../src/adapters/program/load-program.js';
import type { StaffUser } from '../../src/api/pages/staff/require-staff.js';
import type { Services } from '../../src/ports/services.js';
import { projectRoot } from '../../src/project-root.js';
import { otherRequests, useOfProgram } from '../../src/usecases/people/history-of-person.js';
import { readOrganization } from '../../src/usecases/people/read-organization.js';
import { readPerson } from '../../src/usecases/people/read-person.js';
import { filtersOf, scopeOf } from '../../src/usecases/requests/list-filters.js';
import { orderOf } from '../../src/usecases/requests/list-order.js';
import { type Place, pageOf } from '../../src/usecases/requests/list-page.js';
import { type ListQuery, SORTS } from '../../src/usecases/requests/list-query.schema.js';
import { mergedInto } from '../../src/usecases/requests/merged-requests.js';
import { type ViewContext, viewContext } from '../../src/usecases/requests/request-view.js';
import { similarRequests } from '../../src/usecases/requests/similar-requests.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';

const now = new Date('2054-11-17T18:00:00.000Z');
const SIZE = 3_000;
const me = { kind: 'user', role: 'attorney', id: '00000000-0000-4000-8000-000000000001' } as StaffUser;

let database: TestDatabase;
let context: ViewContext;
let lists: [string, Partial<ListQuery>][];

// The seed and the lists of `scripts/bench-queue.mjs`, which measures what is only counted here.
const bench = (file: string) => import(pathToFileURL(join(projectRoot, 'scripts/bench', file)).href);
const asked = (await bench('asked.mjs')) as { LISTS: Record<string, Partial<ListQuery>> };
lists = Object.entries(asked.LISTS);

beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 1 });
  const program = loadProgram(join(projectRoot, 'program'));
  await keepProgramVersion(database.db, program, now);
  const { seed } = await bench('seed.mjs');
  await seed(database.db, { size: SIZE, open: 200, now, versionId: program.versionId });
  const services = { db: database.db, programs: createPrograms(program), clock: { now: () => now } };
  context = await viewContext(database.db, services as never, me);
});
afterAll(() => database.drop());

function statementOf(query: Partial<ListQuery>, after: [string, string, string] | null = null, most = 51) {
  const whole = { sort: 'target', ...query } as ListQuery;
  return pageOf({
    where: [scopeOf(me), ...filtersOf(whole, me, context)],
    order: orderOf(whole.sort, context),
    after,
    most,
  });
}

/** Plans as they would be among so many that walking through all of them is out of the question. */
async function planOf(query: Partial<ListQuery>, after: [string, string, string] | null = null) {
  const { text, values } = statementOf(query, after);
  const lines = await database.db.$transaction(async (tx) => {
    for (const way of ['seqscan', 'bitmapscan', 'sort']) {
      await tx.$executeRawUnsafe(`SET LOCAL enable_${way} = off`);
    }
    return tx.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${text}`, ...values);
  });
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}

describe('each order is read from an index', () => {
  const behind = (sort: string): [string, string, string] => {
    const key = sort.endsWith('priority')
      ? '12054-11-01T00:00:00.000'
      : sort.endsWith('standing')
        ? '2'
        : /requester|assignee/.test(sort)
          ? 'maria'
          : '2054-11-01T00:00:00.000000Z';
    return [key, '2054-10-01T00:00:00.000Z', '00000000-0000-4000-b000-000000000001'];
  };
  const cases = SORTS.flatMap((sort) => [
    { sort, status: undefined },
    { sort, status: ['open' as const] },
  ]);

  test.each(cases)('by $sort, $status', async ({ sort, status }) => {
    const query = { sort, ...(status ? { status } : {}) };
    const { length } = [await planOf(query), await planOf(query, behind(sort))].filter((plan) => {
      const sorted = /^ *(->)? *(Incremental )?Sort/m.test(plan);
      // The first ones of each colleague stand in order; of these few the first are sorted out.
      return sort.endsWith('assignee')
        ? !/Index (Only )?Scan.*assignee/.test(plan) ||
            / +-> +Limit[^\n]*\n +-> +(Incremental )?Sort/.test(plan)
        : sorted || !/Index (Only )?Scan/.test(plan);
    });
    expect(length).toBe(0);
  });
});

test('no list reads more than a part of the requests', async () => {
  const most = SIZE / 2;
  const read: string[] = [];
  for (const [name, query] of lists) {
    const before = await touched();
    const { text, values } = statementOf(query);
    await database.db.$queryRawUnsafe(text, ...values);
    const rows = (await touched()) - before;
    if (rows > most) read.push(`${name}: ${rows}`);
  }
  expect(read).toEqual([]);
});

test('what the page of a request, a person and an organization shows is read by indexes', async () => {
  const services = {
    db: database.db,
    programs: context.services.programs,
    clock: context.services.clock,
  } as Services;
  const { WHO } = (await bench('seed.mjs')) as { WHO: Record<'regular' | 'large', string> };
  const row = await database.db.taRequest.findFirstOrThrow({ where: { requesterId: WHO.regular } });
  const of = { id: row.id, requesterId: WHO.regular, organizationId: WHO.large };
  const before = await touched();
  const earlier = await otherRequests(services, me, of);
  await mergedInto(services, me, row.id);
  await similarRequests(services, me, row.id);
  await useOfProgram(services, me, WHO.regular);
  await readPerson(services, me, WHO.regular);
  await readOrganization(services, me, WHO.large);
  expect((await touched()) - before).toBeLessThan(SIZE / 2);
  const { db } = database;
  const own = { requesterId: WHO.regular };
  expect(earlier.ok && earlier.value).toMatchObject({
    own: { inAll: await db.taRequest.count({ where: { ...own, id: { not: row.id } } }) },
    colleagues: { inAll: await db.taRequest.count({ where: { organizationId: WHO.large, NOT: own } }) },
  });
});

/** Rows of requests that were looked at so far, by whatever way. */
async function touched(): Promise<number> {
  await database.db.$queryRaw`SELECT pg_stat_force_next_flush()::text`;
  const [row] = await database.db.$queryRaw<{ n: number }[]>`
    SELECT (seq_tup_read + idx_tup_fetch)::int AS n FROM pg_stat_user_tables WHERE relname = 'ta_request'`;
  return row?.n ?? 0;
}

test.each(SORTS)('by %s: every page of it in the order of one list, each once', async (sort) => {
  const whole = await idsOf(statementOf({ sort }, null, SIZE + 1));
  expect(new Set(whole).size).toBe(SIZE);
  const walked: string[] = [];
  for (let after: [string, string, string] | null = null; ; ) {
    const page: Place[] = await database.db.$queryRaw<Place[]>(statementOf({ sort }, after, 700));
    walked.push(...page.map(({ id }) => id));
    const last = page.at(-1);
    if (!last || page.length < 700) break;
    after = [last.key, last.received.toISOString(), last.id];
  }
  expect(walked).toEqual(whole);
  const turned = sort.startsWith('-') ? sort.slice(1) : `-${sort}`;
  expect(await idsOf(statementOf({ sort: turned as ListQuery['sort'] }, null, SIZE + 1))).toEqual(
    whole.toReversed(),
  );
});

test('by assignee: names first, then receipt, then id; what nobody has comes last', async () => {
  const rows = await database.db.taRequest.findMany({
    select: { id: true, receivedAt: true, assignee: { select: { name: true } } },
  });
  const keyOf = (row: (typeof rows)[number]) =>
    [row.assignee?.name.toLowerCase() ?? '~~', row.receivedAt.toISOString(), row.id].join('|');
  const expected = rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map(({ id }) => id);
  expect(await idsOf(statementOf({ sort: 'assignee' }, null, SIZE + 1))).toEqual(expected);
});

async function idsOf(statement: ReturnType<typeof statementOf>): Promise<string[]> {
  return (await database.db.$queryRaw<Place[]>(statement)).map(({ id }) => id);
}
