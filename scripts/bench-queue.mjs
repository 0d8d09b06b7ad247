// How long the queue, its search, and the pages of a request, a person, an organization take with few requests and with
// many: node scripts/bench-queue.mjs
// Seeds a throwaway PostgreSQL, asks what the pages ask, and lets the database explain its plans. Exits with 1 where
// many take more than 1.5 times as long as few. `--many 100000 --few 1000 --open 400 --json FILE --explain`;
// `--open 5%` keeps a share of them open.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './ensure-built.mjs';
import { at, root } from './lib.mjs';

const { values: asked } = parseArgs({
  options: {
    few: { type: 'string', default: '1000' },
    many: { type: 'string', default: '100000' },
    open: { type: 'string', default: '400' },
    times: { type: 'string', default: '40' },
    json: { type: 'string' },
    explain: { type: 'boolean', default: false },
  },
});
const LIMIT = 1.5;
/** Less than this is noise of one round trip. */
const NOISE_MS = 1;

await ensureBuilt();
const load = (path) => import(pathToFileURL(at(`dist/${path}`)).href);
const { startPostgres } = await load('laptop/servers/postgres.js');
const { applyMigrations } = await load('adapters/database/migrate.js');
const { createDatabase } = await load('adapters/database/client.js');
const { createPrograms, keepProgramVersion } = await load('adapters/program/create-programs.js');
const { loadProgram } = await load('adapters/program/load-program.js');
const { listRequests, pageOf } = await load('usecases/requests/list-requests.js');
const { filtersOf, scopeOf } = await load('usecases/requests/list-filters.js');
const { orderOf } = await load('usecases/requests/list-order.js');
const { viewContext } = await load('usecases/requests/request-view.js');
const { deskNumbers } = await load('usecases/requests/desk-numbers.js');
const { getRequest } = await load('usecases/requests/read-request.js');
const { requestEvents } = await load('usecases/requests/request-events.js');
const { staffFacts } = await load('usecases/requests/load-staff-request.js');
const { similarRequests } = await load('usecases/requests/similar-requests.js');
const { mailsAbout } = await load('usecases/mail/mail-log.js');
const { otherRequests, useOfProgram } = await load('usecases/people/history-of-person.js');
const { readPerson } = await load('usecases/people/read-person.js');
const { readOrganization } = await load('usecases/people/read-organization.js');

const NOW = new Date('2054-11-17T18:00:00.000Z');
const ME = '00000000-0000-4000-8000-000000000001';
const actor = { kind: 'user', id: ME, role: 'attorney', name: 'Staff 1', email: 'staff1@program.example' };
const program = loadProgram(join(root, 'program'));

/** What pages ask, by names that the table has. */
const ASKED = {
  'queue: mine, by binding date': { status: ['open'], assignee: 'me', sort: 'target' },
  'queue: unassigned, by priority': { status: ['open'], assignee: 'none', sort: 'priority' },
  'queue: all open, by priority': { status: ['open'], sort: 'priority' },
  'queue: all open, by requester': { status: ['open'], sort: 'requester' },
  'queue: all open, by whom it waits for': { status: ['open'], sort: 'standing' },
  'queue: all open, by assignee': { status: ['open'], sort: 'assignee' },
  'queue: overdue': { status: ['open'], due: 'overdue', sort: 'target' },
  'queue: waiting on us': { waitingOn: 'us', status: ['open'], sort: 'target' },
  'queue: any status, by priority': { sort: 'priority' },
  'queue: any status, latest first': { sort: '-received' },
  'search: reference': { q: 'TA-2054-00500', sort: 'priority' },
  'search: name, open': { q: 'requester 77', status: ['open'], sort: 'priority' },
  'search: a rare organization': { q: 'organization 17 of nevada', sort: 'priority' },
  'search: a word that all have': { q: 'legal', sort: 'priority' },
  'search: nothing found': { q: 'zzzzzz', sort: 'priority' },
  'search: two letters, open': { q: 're', status: ['open'], sort: 'priority' },
};

const own = (n) => `00000000-0000-4000-9000-${String(n).padStart(12, '0')}`;
const unit = (n) => `00000000-0000-4000-a000-${String(n).padStart(12, '0')}`;
const request = (n) => `00000000-0000-4000-b000-${String(n).padStart(12, '0')}`;
const requester = { kind: 'person', id: own(2), name: 'Requester 1', email: 'requester1@legal.example' };

/** What the pages of one of them read, of the latest request of a desk of this size. */
const PAGES = {
  'request page: what a decision needs': async (services, size) => {
    const id = request(size);
    const requesterId = own(1 + (size % Math.ceil(size / 3)));
    const organizationId = unit(1 + (size % Math.ceil(size / 20)));
    for (const read of [getRequest, requestEvents, staffFacts, mailsAbout])
      must(await read(services, actor, id));
    const read = await Promise.all([
      similarRequests(services, actor, id),
      otherRequests(services, actor, { id, requesterId, organizationId }),
      useOfProgram(services, actor, requesterId),
    ]);
    for (const one of read) must(one);
  },
  'person page': async (services) => must(await readPerson(services, actor, requester.id)),
  'organization page': async (services) => must(await readOrganization(services, actor, unit(2))),
  'my requests, what waits first': async (services) =>
    must(await listRequests(services, requester, { limit: 25, sort: 'standing' })),
};

const temp = mkdtempSync(join(tmpdir(), 'ta-desk-bench-'));
const server = await startPostgres({
  clusterDir: join(temp, 'pg'),
  logFile: join(temp, 'pg.log'),
  password: randomBytes(12).toString('hex'),
  throwaway: true,
});
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(name, () => void server.stop().finally(() => process.exit(1)));
try {
  const { few, many } = await measure();
  const rows = Object.keys(few).map((row) => {
    const ratio = Math.max(many[row], NOISE_MS) / Math.max(few[row], NOISE_MS);
    return {
      row,
      value: round(many[row]),
      few: round(few[row]),
      unit: 'ms',
      limit: LIMIT,
      ratio: round(ratio),
    };
  });
  console.log(`${asked.open} open; median of ${asked.times}, in ms`);
  console.table(
    Object.fromEntries(
      rows.map(({ row, few, value, ratio }) => [row, { [asked.few]: few, [asked.many]: value, ratio }]),
    ),
  );
  if (asked.json) writeFileSync(asked.json, `${JSON.stringify(rows, null, 2)}\n`);
  process.exitCode = rows.some(({ ratio }) => ratio > LIMIT) ? 1 : 0;
} finally {
  await server.stop();
  rmSync(temp, { recursive: true, force: true });
}

/** Each is asked by turns of the desk with few and of the one with many: what else the machine does hits both alike. */
async function measure() {
  const desks = { few: await seeded(Number(asked.few)), many: await seeded(Number(asked.many)) };
  const found = { few: {}, many: {} };
  try {
    for (const [row, query] of Object.entries(ASKED)) {
      const whole = { limit: 50, ...query };
      await byTurns(row, desks, found, (services) => listRequests(services, actor, whole));
      if (!asked.explain) continue;
      for (const [size, services] of Object.entries(desks))
        await explain(services, `${row}, of ${size}`, whole);
    }
    await byTurns('the numbers above the queue', desks, found, (services) => deskNumbers(services, actor));
    for (const [row, read] of Object.entries(PAGES)) await byTurns(row, desks, found, read);
    return found;
  } finally {
    for (const { db } of Object.values(desks)) await db.$disconnect();
  }
}

async function seeded(size) {
  const url = await freshDatabase(size);
  const db = createDatabase(url, { poolSize: 2, queryTimeoutMs: 600_000 });
  await applyMigrations(url);
  await keepProgramVersion(db, program, NOW);
  await seed(db, size);
  return {
    db,
    programs: createPrograms(program),
    clock: { now: () => NOW },
    appUrl: 'http://localhost:3000',
  };
}

async function freshDatabase(size) {
  const url = new URL(server.url);
  const db = createDatabase(server.url, { poolSize: 1 });
  await db.$executeRawUnsafe(`CREATE DATABASE bench_${size} TEMPLATE template0`);
  await db.$disconnect();
  url.pathname = `/bench_${size}`;
  return url.href;
}

function must(answer) {
  if (answer.ok === false) throw new Error(JSON.stringify(answer.problem));
}

/** Requests of many people and organizations; the oldest have ended, the last are open. */
async function seed(db, size) {
  const open = asked.open.endsWith('%')
    ? Math.round((size * Number.parseFloat(asked.open)) / 100)
    : Number(asked.open);
  const run = (text) => db.$executeRawUnsafe(text);
  await run(`INSERT INTO staff (id, email, name, role, created_at)
    SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'staff' || n || '@program.example',
      'Staff ' || n, 'attorney', now() FROM generate_series(1, 12) n`);
  const people = Math.ceil(size / 3);
  const units = Math.ceil(size / 20);
  await run(`INSERT INTO organization (id, name, name_key, state, created_at)
    SELECT ('00000000-0000-4000-a000-' || lpad(n::text, 12, '0'))::uuid, 'Legal organization ' || n,
      'legal organization ' || n, 'CA', now() FROM generate_series(1, ${units}) n`);
  await run(`INSERT INTO person (id, name, role, organization_id, created_at)
    SELECT ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid, 'Requester ' || n, 'attorney',
      ('00000000-0000-4000-a000-' || lpad((1 + n % ${units})::text, 12, '0'))::uuid, now()
    FROM generate_series(1, ${people}) n`);
  await run(`INSERT INTO person_email (email, person_id)
    SELECT 'requester' || n || '@legal.example', ('00000000-0000-4000-9000-' || lpad((n + 1)::text, 12, '0'))::uuid
    FROM generate_series(0, ${people - 1}) n`);
  await run(`INSERT INTO ta_request (id, reference, program_version_id, data_key, requester_id, requester_email,
      requester_name, requester_role, requester_state, organization_id, organization_name, kind, topics, text_fingerprint, status,
      clock_state, clock_events, received_at, due_at, target_at, urgent, ovc_grantee, waiting_for, assignee_id,
      escalation_level, process_state, created_at)
    SELECT ('00000000-0000-4000-b000-' || lpad(n::text, 12, '0'))::uuid, 'TA-2054-' || lpad(n::text, 6, '0'), '${program.versionId}', repeat('k', 60)::bytea,
      ('00000000-0000-4000-9000-' || lpad((1 + n % ${people})::text, 12, '0'))::uuid,
      'requester' || (n % ${people}) || '@legal.example', 'Requester ' || (n % ${people}),
      'attorney', (ARRAY['CA','NY','NV','TX'])[1 + n % 4],
      ('00000000-0000-4000-a000-' || lpad((1 + n % ${units})::text, 12, '0'))::uuid, 'Legal organization ' || (n % ${units}) || ' of '
      || (ARRAY['California','New York','Nevada','Texas'])[1 + n % 4],
      (ARRAY['case-consultation','general-information','document-review'])[1 + n % 3], ARRAY['immigration'],
      md5(n::text), s.status, CASE WHEN s.open THEN 'running' ELSE 'stopped' END,
      CASE WHEN s.open THEN json_build_array(json_build_object('type', 'started', 'at', s.written))
        ELSE json_build_array(json_build_object('type', 'started', 'at', s.written),
          json_build_object('type', 'stopped', 'at', s.answered)) END, s.received, s.received + interval '21 days',
      s.received + interval '21 days', n % 23 = 0, n % 5 = 0, '{}',
      CASE WHEN s.status = 'queued' THEN NULL
        ELSE ('00000000-0000-4000-8000-' || lpad((1 + n % 12)::text, 12, '0'))::uuid END,
      CASE WHEN n % 37 = 0 THEN 1 ELSE 0 END,
      jsonb_build_object('promiseBusinessDays', 15, 'status', s.status, 'padding', repeat('x', 800)), s.received
    FROM generate_series(1, ${size}) n, LATERAL (SELECT q.*,
      to_char(q.received AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS written,
      to_char((q.received + interval '12 days') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS answered
      FROM (SELECT n > ${size - open} AS open,
      CASE WHEN n > ${size - open} THEN (ARRAY['queued','in-progress','in-review','in-progress','awaiting-information'])[1 + n % 5]
        ELSE (ARRAY['closed','responded','withdrawn','closed'])[1 + n % 4] END AS status,
      timestamptz '${NOW.toISOString()}' - interval '2 minutes'
        - (CASE WHEN n > ${size - open} THEN (${size} - n) % 40 ELSE 40 + (${size} - n) * 2000 / ${size} END) * interval '1 day' AS received) q) s`);
  await run(`INSERT INTO process_event (workflow_id, seq, request_id, type, at, actor, data, content_hash)
    SELECT 'ta-request/' || r.id || '/1', k, r.id, (ARRAY['received','assigned','reassigned','extended','response-drafted'])[k],
      r.received_at + k * interval '1 day', 'system', '{}', md5(k::text)
    FROM ta_request r, generate_series(1, 5) k`);
  await run(`INSERT INTO message (id, kind, about_id, "to", cc, subject, data_key, status, message_id, queued_at)
    SELECT gen_random_uuid(), 'request-received', r.id::text, ARRAY[r.requester_email], '{}', 'Received', 'k'::bytea,
      'sent', r.id || '-' || k, r.received_at FROM ta_request r, generate_series(1, 3) k`);
  await run(`INSERT INTO sketch_key (number, data_key, created_at) VALUES (1, 'k'::bytea, now())`);
  await run(`INSERT INTO request_sketch (request_id, key_number, signature, bands)
    SELECT id, 1, decode(repeat(md5(id::text), 32), 'hex'),
      ARRAY(SELECT hashtext(id::text || (CASE WHEN b = 1 AND right(reference, 2) = '00' THEN '' ELSE b::text END))
        FROM generate_series(1, 32) b) FROM ta_request`);
  await run('VACUUM ANALYZE');
}

async function explain(services, title, query) {
  const context = await viewContext(services.db, services, actor);
  const statement = pageOf(
    [scopeOf(actor), ...filtersOf(query, actor, context)],
    orderOf(query.sort, context),
    query.limit,
  );
  const plan = await services.db.$queryRawUnsafe(
    `EXPLAIN (ANALYZE, BUFFERS OFF) ${statement.text}`,
    ...statement.values,
  );
  console.log(`\n${title}\n${plan.map((line) => line['QUERY PLAN']).join('\n')}`);
}

async function byTurns(row, desks, found, ask) {
  const times = { few: [], many: [] };
  for (let n = 0; n < Number(asked.times) + 5; n += 1) {
    for (const [size, services] of Object.entries(desks)) {
      const from = performance.now();
      const answer = await ask(services, Number(asked[size]));
      if (answer) must(answer);
      // The first ones find nothing warm.
      if (n >= 5) times[size].push(performance.now() - from);
    }
  }
  for (const [size, all] of Object.entries(times)) {
    found[size][row] = all.sort((a, b) => a - b)[Math.floor(all.length / 2)];
  }
}

function round(ms) {
  return Math.round(ms * 100) / 100;
}
