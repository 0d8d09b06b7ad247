// How long the queue, its search and the pages of a request, a person and an organization take with few requests and
// with many: node scripts/bench-queue.mjs
// Seeds a throwaway PostgreSQL, asks what the pages ask, and gets the pages. Exits with 1 where many take more than 1.5
// times as long as few. `--many 100000 --few 1000 --open 400 --times 15 --only REGEXP --json FILE --markdown FILE`;
// `--open 5%` keeps a share of them open; `--explain` shows the plans of what is too slow, `--writes` what indexes cost.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEEP, LISTS } from './bench/asked.mjs';
import { SMALL, WHO } from './bench/seed.mjs';
import { writeCosts } from './bench/writes.mjs';
import { ensureBuilt } from './ensure-built.mjs';

const { values: asked } = parseArgs({
  options: {
    few: { type: 'string', default: '1000' },
    many: { type: 'string', default: '100000' },
    open: { type: 'string', default: '400' },
    times: { type: 'string', default: '15' },
    only: { type: 'string', default: '.' },
    json: { type: 'string' },
    markdown: { type: 'string' },
    explain: { type: 'boolean', default: false },
    writes: { type: 'boolean', default: false },
  },
});
const LIMIT = 1.5;
/** Less than this is noise of one round trip. */
const NOISE_MS = 1;
/** The first ones find nothing warm. */
const WARM = 3;

await ensureBuilt();
const { ATTORNEY, DIRECTOR, load, makeDesk } = await import('./bench/desk.mjs');
const { startPostgres } = await load('laptop/servers/postgres.js');
const { listRequests } = await load('usecases/requests/list-requests.js');
const { pageOf } = await load('usecases/requests/list-page.js');
const { filtersOf, scopeOf } = await load('usecases/requests/list-filters.js');
const { orderOf } = await load('usecases/requests/list-order.js');
const { viewContext } = await load('usecases/requests/request-view.js');
const { deskNumbers } = await load('usecases/requests/desk-numbers.js');
const { workload } = await load('usecases/requests/workload.js');
const { similarRequests } = await load('usecases/requests/similar-requests.js');
const { insertables } = await load('usecases/answers/insertables.js');
const { otherRequests, useOfProgram } = await load('usecases/people/history-of-person.js');
const { readPerson } = await load('usecases/people/read-person.js');
const { readOrganization } = await load('usecases/people/read-organization.js');
const { listPrecedents } = await load('usecases/precedents/read-precedents.js');

/** An open request of the one who asks again and again. */
const looked = (size) => WHO.request(size - 33);
const regular = { kind: 'person', id: WHO.regular, name: 'Regular', email: 'regular@legal.example' };
const lists = (rows) =>
  Object.entries(rows).map(([row, query]) => [row, ({ services }) => list(services, query), query]);

const READS = [
  ...lists(LISTS),
  ...Object.entries(DEEP).map(([row, query]) => [row, tenthPage(query), query]),
  ['the numbers above the queue', ({ services }) => deskNumbers(services, ATTORNEY)],
  ['workload', ({ services }) => workload(services, DIRECTOR)],
  ['my requests, what waits first', ({ services }) => list(services, { sort: '-standing' }, regular)],
  ['alike requests', ({ services, size }) => similarRequests(services, ATTORNEY, looked(size))],
  [
    'earlier requests of a request',
    ({ services, size }) =>
      otherRequests(services, ATTORNEY, {
        id: looked(size),
        requesterId: WHO.regular,
        organizationId: WHO.large,
      }),
  ],
  ['use of the program', ({ services }) => useOfProgram(services, ATTORNEY, WHO.regular)],
  ['what goes into an answer', ({ services, size }) => insertables(services, ATTORNEY, looked(size))],
  ['person', ({ services }) => readPerson(services, ATTORNEY, WHO.regular)],
  ['organization, small', ({ services }) => readOrganization(services, ATTORNEY, WHO.small)],
  ['organization, every 50th request', ({ services }) => readOrganization(services, ATTORNEY, WHO.large)],
  ['precedents, latest first', ({ services }) => listPrecedents(services, ATTORNEY, { limit: 50 })],
  [
    'precedents: search',
    ({ services }) => listPrecedents(services, ATTORNEY, { q: 'apply again', limit: 50 }),
  ],
];

const PAGES = {
  'page: the queue, mine': () => '/staff?tab=mine',
  'page: the queue, all open': () => '/staff?tab=all',
  'page: the queue, any status, by whoever has it': () => '/staff?tab=all&status=any&sort=assignee',
  'page: the queue, a rare topic': () => '/staff?tab=all&status=any&topic=criminal-re-entry',
  'page: search, a reference': () => '/staff?tab=all&status=any&q=TA-2054-0500',
  'page: search, a name': () => '/staff?tab=all&status=any&q=quillfeather',
  'page: search, an organization': () => `/staff?tab=all&status=any&q=${encodeURIComponent(SMALL.name)}`,
  'page: search, what all have': () => '/staff?tab=all&status=any&q=legal',
  'page: a request': ({ size }) => `/staff/requests/${looked(size)}`,
  'page: a person': () => `/staff/requesters/${WHO.regular}`,
  'page: an organization, small': () => `/staff/organizations/${WHO.small}`,
  'page: an organization, every 50th request': () => `/staff/organizations/${WHO.large}`,
  'page: workload': () => '/staff/workload',
};
for (const [row, path] of Object.entries(PAGES)) READS.push([row, (desk) => desk.get(path(desk))]);

const temp = mkdtempSync(join(tmpdir(), 'ta-desk-bench-'));
const server = await startPostgres({
  clusterDir: join(temp, 'pg'),
  logFile: join(temp, 'pg.log'),
  password: randomBytes(12).toString('hex'),
  throwaway: true,
});
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(name, () => void server.stop().finally(() => process.exit(1)));
const desks = [];
try {
  for (const size of [Number(asked.few), Number(asked.many)])
    desks.push(await makeDesk(server, { size, open: openOf(size) }));
  const rows = await measured(desks);
  say(rows);
  if (asked.writes) console.table(await writeCosts(desks[1].services.db));
  process.exitCode = rows.some(({ ratio }) => ratio > LIMIT) ? 1 : 0;
} finally {
  for (const desk of desks) await desk.close();
  await server.stop();
  rmSync(temp, { recursive: true, force: true });
}

async function measured([few, many]) {
  const only = new RegExp(asked.only);
  const rows = [];
  for (const [row, read, query] of READS.filter(([name]) => only.test(name))) {
    const of = await byTurns([few, many], read);
    const ratio = Math.max(of[1].ms, NOISE_MS) / Math.max(of[0].ms, NOISE_MS);
    rows.push({
      row,
      value: round(of[1].ms),
      few: round(of[0].ms),
      unit: 'ms',
      limit: LIMIT,
      ratio: round(ratio),
      shown: of.map(({ shown }) => shown),
    });
    if (asked.explain && ratio > LIMIT && query) await explain(many.services, row, query);
  }
  return rows;
}

function say(rows) {
  console.log(`${asked.open} open; median of ${asked.times}, in ms`);
  console.table(
    Object.fromEntries(
      rows.map(({ row, few, value, ratio, shown }) => [
        row,
        { [asked.few]: few, [asked.many]: value, ratio, shown: shown.join(' / ') },
      ]),
    ),
  );
  if (asked.json) writeFileSync(asked.json, `${JSON.stringify(rows, null, 2)}\n`);
  const line = ({ row, few, value, ratio, shown }) =>
    `| ${row} | ${few} | ${value} | ${ratio} | ${shown.join(' / ')} |`;
  const head = `| | ${asked.few} | ${asked.many} | ratio | shown |\n|---|---|---|---|---|`;
  if (asked.markdown) writeFileSync(asked.markdown, `${[head, ...rows.map(line)].join('\n')}\n`);
}

/** Each is asked by turns of the desk with few and of the one with many: what else the machine does hits both alike. */
async function byTurns(both, read) {
  const times = both.map(() => []);
  const shown = [];
  for (let n = 0; n < Number(asked.times) + WARM; n += 1) {
    for (const [index, desk] of both.entries()) {
      const from = performance.now();
      const answer = await read(desk);
      if (n >= WARM) times[index].push(performance.now() - from);
      if (answer?.ok === false) throw new Error(JSON.stringify(answer));
      shown[index] = answer?.value?.items?.length ?? '';
    }
  }
  return times.map((all, index) => ({
    ms: all.sort((a, b) => a - b)[Math.floor(all.length / 2)],
    shown: shown[index],
  }));
}

function list(services, query, actor = ATTORNEY) {
  return listRequests(services, actor, { limit: 50, ...query });
}

/** Walked to once, then read again and again. */
function tenthPage(query) {
  const cursors = new Map();
  return async ({ services, size }) => {
    if (!cursors.has(size)) {
      let cursor;
      for (let page = 1; page < 10; page += 1)
        cursor = (await list(services, { ...query, cursor })).value.nextCursor;
      cursors.set(size, cursor);
    }
    return list(services, { ...query, cursor: cursors.get(size) });
  };
}

async function explain(services, title, query) {
  const context = await viewContext(services.db, services, ATTORNEY);
  const statement = pageOf({
    where: [scopeOf(ATTORNEY), ...filtersOf(query, ATTORNEY, context)],
    order: orderOf(query.sort, context),
    after: null,
    most: 51,
  });
  const plan = await services.db.$queryRawUnsafe(
    `EXPLAIN (ANALYZE, BUFFERS) ${statement.text}`,
    ...statement.values,
  );
  console.log(`\n${title}\n${plan.map((line) => line['QUERY PLAN']).join('\n')}`);
}

function openOf(size) {
  return asked.open.endsWith('%')
    ? Math.round((size * Number.parseFloat(asked.open)) / 100)
    : Number(asked.open);
}

function round(ms) {
  return Math.round(ms * 100) / 100;
}
