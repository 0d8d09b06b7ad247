import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { tablesOf } from '../../src/adapters/backup/dump-database.js';
import { createDatabase, type Database } from '../../src/adapters/database/client.js';
import { waitForExit } from '../../src/adapters/host/process-kit.js';
import { keepErasures } from '../../src/keep-erasures.js';
import { projectRoot } from '../../src/project-root.js';
import { withKey } from '../../src/usecases/data-keys.js';
import { eraseByHand, type Subject } from '../../src/usecases/erasure/erase-by-hand.js';
import { ERASURE_LIST } from '../../src/usecases/erasure/erasure-list.js';
import { openCaseText } from '../../src/usecases/requests/case-text.js';
import { createCanaries, type Finding, findCanaries, findInFiles } from '../confidentiality/canaries.js';
import { planter } from '../confidentiality/planted-life.js';
import { ATTORNEY, mentoring, wholeLife } from '../confidentiality/walk-everything.js';
import { submission } from '../support/desk.js';
import { runDir } from '../support/once-per-run.js';
import { createEmptyDatabase } from '../support/postgres.js';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.js';
import { startSystem, type TestSystem, until } from '../support/system.js';

/**
 * A real desk that people wrote to, by every field of a request's life; all of them are erased, and then its files are read
 * byte by byte, as whoever steals the disk would. And a backup from before the erasure is put back.
 */
const canaries = createCanaries();
const KEPT = 'Words of somebody who stays.';
let sink: SmtpSink;
let system: TestSystem;
let before: Finding[];
let after: Map<string, Finding[]>;
let erased: { requests: number; people: number };
let ids: string[];
let empty: { url: string; drop(): Promise<void> };
let restored: Database;
let back: { found: Finding[]; ids: string[]; kept: string | null };

beforeAll(async () => {
  sink = await startSmtpSink();
  system = await startSystem({ SMTP_URL: sink.url, LOG_LEVEL: 'debug' });
  const seen = { planted: new Set<string>(), inputs: new Set<string>() };
  const plant = planter({ system, sink, canaries, said: [], seen });
  await plant.desk('user', 'add', '--email', ATTORNEY, '--name', 'Ann Attorney', '--role', 'attorney');
  await wholeLife(plant);
  await mentoring(plant);
  const { body } = await system.api('POST', '/api/v1/ta-requests', {
    body: submission({ facts: KEPT }, { email: 'stays@legal-aid.example', name: 'Stella Stays' }),
  });
  const { services, config } = await system.wired();
  const { db } = services;
  await until(
    async () => (await db.message.count({ where: { status: { in: ['queued', 'sending'] } } })) === 0,
    () => 'every mail delivered',
  );
  // What the planner notes of columns are values of them.
  await asOwner(config.databaseUrl, 'ANALYZE', 'CHECKPOINT');
  before = [...(await findInFiles(join(system.dataDir, 'postgres'))).values()].flat();

  const apart = await mkdtemp(join(runDir(), 'erased-'));
  const keys = join(apart, 'keys');
  await system.desk('backup', join(apart, 'older'), '--keys', keys);
  ids = (await db.taRequest.findMany({ where: { id: { not: body.id } } })).map(({ id }) => id);

  const people = await db.person.findMany({
    where: { mergedIntoId: null, id: { not: body.requester.id } },
    select: { emails: { take: 1 } },
  });
  const subjects: Subject[] = people.flatMap(({ emails }) => emails.map(({ email }) => ({ person: email })));
  // Whom an open request of somebody else still needs goes after that.
  for (let waiting = subjects, round = 0; waiting.length > 0; round += 1) {
    if (round > 5) throw new Error(`${waiting.length} people can't be erased`);
    const left: Subject[] = [];
    for (const subject of waiting) {
      const done = await eraseByHand(services, { kind: 'system' }, subject);
      if (!done.ok && done.problem.reason !== 'nothing-of-this-address') left.push(subject);
    }
    waiting = left;
  }
  await services.relay.sweep();
  // The worker does so each minute, and `desk erase` at once.
  await keepErasures(db, system.dataDir);
  erased = { requests: await db.taRequest.count(), people: await db.person.count() };
  expect(await system.desk('scrub')).toContain('Every page is written anew');
  await system.desk('backup', join(apart, 'newer'), '--keys', keys);
  const supervisor = system.pid('supervisor');
  system.signal(['supervisor'], 'SIGTERM');
  await waitForExit(supervisor, 60_000);
  after = await findInFiles(system.dataDir);

  // The backup of before, with the keys of now.
  empty = await createEmptyDatabase();
  const erasures = join(system.dataDir, ERASURE_LIST);
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: join(apart, 'elsewhere'),
    DATABASE_URL: empty.url,
    ENCRYPTION_KEYS: config.encryptionKeys,
    APP_SECRET: config.appSecret,
  };
  await promisify(execFile)(
    process.execPath,
    [
      join(projectRoot, 'dist/cli/main.js'),
      ...['restore', join(apart, 'older'), '--keys', keys, '--erasures', erasures],
    ],
    { env },
  );
  restored = createDatabase(empty.url);
  back = await readBack(services.vault, body.id);
  await rm(apart, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}, 300_000);

afterAll(async () => {
  await restored?.$disconnect();
  await empty?.drop();
  await system?.close();
  await sink?.close();
});

async function readBack(
  vault: Parameters<typeof openCaseText>[0]['vault'],
  id: string,
): Promise<typeof back> {
  const client = new pg.Client({ connectionString: empty.url });
  await client.connect();
  const found: Finding[] = [];
  for (const table of await tablesOf(client)) {
    const { rows } = await client.query(`SELECT t::text AS row FROM "${table}" t`);
    found.push(...rows.flatMap(({ row }) => findCanaries(row as string)));
  }
  await client.end();
  const row = await restored.taRequest.findUnique({ where: { id }, include: { ...withKey, texts: true } });
  const facts = row?.texts.find(({ field }) => field === 'facts');
  return {
    found,
    ids: (await restored.taRequest.findMany()).map((one) => one.id),
    kept: row && facts ? openCaseText({ vault }, row, facts) : null,
  };
}

async function asOwner(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const told = (found: Finding[]) =>
  found
    .filter(({ family }) => family !== 'control')
    .map(({ family, form, word }) => `${canaries.planted.get(word ?? '') ?? word ?? family} (${form})`);

test('what was typed was there', () => {
  expect(
    new Set(before.filter(({ family }) => family === 'person').map(({ word }) => word)).size,
  ).toBeGreaterThan(10);
  expect(erased).toEqual({ requests: 1, people: 1 });
});

test('nothing is in any file of the desk: PostgreSQL’s and its log, Temporal’s store, logs, files', () => {
  expect([...after.keys()]).toEqual(expect.arrayContaining(['temporal.db', 'logs/web.log']));
  expect([...after].map(([path, found]) => [path, told(found)]).filter(([, found]) => found?.length)).toEqual(
    [],
  );
});

test('a backup from before, put back with the keys of after, has no word of a case that was erased, and all of the others', () => {
  // Of people a record without anything may be back until `retention.emptyRecordDays` are over: docs/security.md says so.
  expect(told(back.found.filter(({ family }) => family === 'case'))).toEqual([]);
  expect(back.ids.filter((id) => ids.includes(id))).toEqual([]);
  expect(back.kept).toBe(KEPT);
});
