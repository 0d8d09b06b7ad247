import { mkdtemp, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isAlive, waitForExit } from '../../src/adapters/host/process-kit.js';
import { type HistoryKeys, keysOfHistories } from '../../src/adapters/temporal/keys-of-histories.js';
import { readRuns, type WorkflowRun } from '../../src/adapters/temporal/read-runs.js';
import { createReplayer } from '../replay/replay.js';
import { runDir } from '../support/once-per-run.js';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.js';
import { startSystem, type TestSystem, until } from '../support/system.js';
import { createCanaries, type Finding, findCanaries, findInFiles, isPlantedSql } from './canaries.js';
import { wrongColumns } from './columns.js';
import { freeTextOfApi } from './free-text.js';
import { planter, writeImport } from './planted-life.js';
import { readPayloads } from './read-payloads.js';
import { afterTheCall, byHandAboutCalls, planCalls, takingPart } from './walk-calls.js';
import {
  absences,
  byHand,
  conductReviews,
  failures,
  keysAndWishes,
  mentoring,
  organizations,
  precedents,
  refusals,
  surroundings,
  wholeLife,
} from './walk-everything.js';
import { type Readings, walkReadings } from './walk-readings.js';

/** The real system, everything typed into it once, and then a look into every place it left something. */
const canaries = createCanaries();
const said: string[] = [];
const seen = { planted: new Set<string>(), inputs: new Set<string>() };
let sink: SmtpSink;
let system: TestSystem;
let metrics: string[];
let historyKeys: Map<string, HistoryKeys>;
let runs: WorkflowRun[];
let payloads: string[];
let audit: string;
let files: Map<string, Finding[]>;
let columns: string[];
let readings: Readings;

beforeAll(async () => {
  sink = await startSmtpSink();
  system = await startSystem({ SMTP_URL: sink.url, LOG_LEVEL: 'debug' });
  const plant = planter({ system, sink, canaries, said, seen });
  const { services, client, dataConverter } = await system.wired();
  const { db } = services;
  const calls = await planCalls({ services });
  await takingPart(plant, calls);

  const file = await writeImport(await mkdtemp(join(runDir(), 'canary-')), plant);
  await surroundings(plant, { file, closedOn: calls.ordinaryDay });
  // The first mails find no room and are tried again; then comes one for somebody the mail server does not know.
  sink.setFault({ kind: 'refuse', at: 'data', code: 451 });
  await plant.submit(plant.full('request whose mail waits'));
  await until(
    async () => (await db.message.count({ where: { status: 'queued', code: { not: null } } })) > 0,
    () => 'a mail that was refused for now',
  );
  sink.setFault({ kind: 'refuse-recipient', address: plant.address('unknown address'), code: 550 });
  await refusals(plant, system);
  await wholeLife(plant);
  await conductReviews(plant);
  await mentoring(plant);
  await precedents(plant);
  await absences(plant);
  await byHand(plant);
  await byHandAboutCalls(plant, calls, db);
  await afterTheCall(plant, calls, system);
  await keysAndWishes(plant);
  await organizations(plant);
  await failures(plant, db, calls.failing);
  await until(
    async () => (await db.message.count({ where: { status: { in: ['queued', 'sending'] } } })) === 0,
    () => 'every mail delivered or given up',
  );

  // Whoever reads signs in here, by the tests' clock: where that is moved, the links of the walk are past theirs afterwards.
  columns = await wrongColumns(db, isPlantedSql);
  readings = await walkReadings(system);
  const temporalLog = await readFile(join(system.dataDir, 'logs/temporal.log'), 'utf8');
  const places = [
    `${system.url}/metrics`,
    /http:\S+\/metrics/.exec(temporalLog)?.[0] ?? 'Temporal tells no place',
  ];
  metrics = await Promise.all(places.map(async (place) => (await fetch(place)).text()));
  const started = await db.outbox.findMany({ where: { kind: 'start' }, distinct: ['workflowId'] });
  runs = (await Promise.all(started.map(({ workflowId }) => readRuns(client, workflowId)))).flat();
  const ids = started.map(({ workflowId }) => workflowId);
  historyKeys = await keysOfHistories(client, 'default', ids, () => undefined);
  payloads = (await Promise.all(runs.map((run) => readPayloads(run, dataConverter)))).flat();
  const afterwards = await wrongColumns(db, isPlantedSql);
  columns.push(...afterwards.filter((one) => !one.includes('the walk puts no')));
  const events = await db.processEvent.findMany();
  const outbox = await db.outbox.findMany();
  audit = JSON.stringify([events, outbox], (_key, value) =>
    typeof value === 'bigint' ? Number(value) : value,
  );
  // A word of ours put into Temporal in plain shows that the search would find one.
  await client.workflowService.startWorkflowExecution({
    namespace: 'default',
    workflowId: canaries.plant('control', 'workflow id'),
    requestId: 'control',
    workflowType: { name: 'control' },
    taskQueue: { name: 'nobody-polls' },
  });
  const supervisor = system.pid('supervisor');
  const everybody = (['web', 'worker', 'temporal', 'postgres', 'supervisor'] as const).map((one) =>
    system.pid(one),
  );
  system.signal(['supervisor'], 'SIGTERM');
  await waitForExit(supervisor, 60_000);
  expect(everybody.filter(isAlive)).toEqual([]);
  files = await findInFiles(system.dataDir);
}, 300_000);
afterAll(async () => {
  // The walk makes the database fail for five of its calls, to see what a failure tells.
  await system?.close({ failures: 5 });
  await sink?.close();
});

/** What was found, by field. */
const fields = (found: Finding[]) =>
  found.map(({ family, form, word }) => `${canaries.planted.get(word ?? '') ?? word ?? family} (${form})`);
const inFiles = (wanted: (path: string) => boolean) => [...files].filter(([path]) => wanted(path));
const cluster = () => {
  const marks = [...files.keys()].filter((path) => path.endsWith('PG_VERSION')).map(dirname);
  return marks.reduce((shortest, path) => (path.length < shortest.length ? path : shortest));
};
const isPostgres = (path: string) => path.startsWith(`${cluster()}/`);

describe('what was planted', () => {
  test('is a word in every field of the API that takes words', () => {
    expect(freeTextOfApi().length).toBeGreaterThan(50);
    expect(freeTextOfApi().filter((field) => !seen.planted.has(field))).toEqual([]);
  });
  test('is a word in every input of the pages that takes words', () => {
    expect(seen.inputs.size).toBeGreaterThan(25);
    expect([...seen.inputs].filter((input) => !seen.planted.has(input))).toEqual([]);
  });
  test('has reached every column that may hold it, and no other', () => {
    expect(columns).toEqual([]);
  });
  test('is found where it may be: the database holds who asked', () => {
    const found = inFiles(isPostgres).flatMap(([, findings]) => findings);
    const people = new Set(found.filter(({ family }) => family === 'person').map(({ word }) => word));
    expect(people.size).toBeGreaterThan(40);
  });
  test('lies in no document’s file in plain, of which there are some', () => {
    const kept = inFiles((path) => path.startsWith('files/'));
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.flatMap(([, findings]) => findings)).toEqual([]);
  });
  test('would be found in Temporal', () => {
    const found = inFiles((path) => path.includes('temporal.db')).flatMap(([, findings]) => findings);
    expect(found.some(({ family }) => family === 'control')).toBe(true);
  });
});

test('which key histories are under, and until when, is read from them without opening any', () => {
  expect([...historyKeys.keys()]).toEqual(['dev1']);
  const found = historyKeys.get('dev1');
  expect(found?.open).toBeGreaterThan(0);
  expect(found?.closed).toBeGreaterThan(0);
  expect(Number(found?.open) + Number(found?.closed)).toBe(runs.length);
  // The server's clock is the machine's, where the tests' is moved.
  const ahead = Number(process.env.CLOCK_AHEAD_MS ?? 0);
  expect(found?.keptUntil?.getTime()).toBeGreaterThan(Date.now() - ahead);
});

test('histories of a real server replay as those of simulated time do', async () => {
  const { config } = await system.wired();
  const replayer = await createReplayer({ keys: config.encryptionKeys });
  const named = runs.map((run) => ({ name: `${run.workflowId} ${run.runId}`, ...run }));
  const { outcomes } = await replayer.replay(named, 'UTC');
  await replayer.close();
  expect(Object.values(outcomes)).toEqual(runs.map(() => 'replayed'));
}, 120_000);

/** What staff say about somebody's registration or about a call is about no case: no reading of it is written down. */
const OF_NO_CASE = /^(api \/registrations|page \/staff\/(registrations|calls\/:id$))/;

describe('what is said about a case', () => {
  test('is read by nobody on staff without a row that says who, what, when and whence', () => {
    expect([...readings.unwritten].filter((address) => !OF_NO_CASE.test(address)).sort()).toEqual([]);
  });
  test('is shown where this looked', () => {
    expect([...readings.shown]).toEqual(
      expect.arrayContaining([
        'api /calls/{id}/questions/{questionId}',
        'api /conduct-reviews/{id}',
        'api /introductions/{id}',
        'api /ta-requests/{id}/answer-versions/{versionId}',
        'api /ta-requests/{id}/answer-versions/{versionId}/changes',
        'api /ta-requests/{id}/comments',
        'api /ta-requests/{id}/content',
        'api /ta-requests/{id}/correspondence',
        'api /ta-requests/{id}/documents/{documentId}',
        'api /ta-requests/{id}/follow-up',
        'api /ta-requests/{id}/response',
        'page /staff/calls/:id/questions/:id',
        'page /staff/conduct/:id',
        'page /staff/introductions/:id',
        'page /staff/requests/:id',
        'page /staff/requests/:id/decide/draft-response',
      ]),
    );
  });
});

describe('nothing of it', () => {
  const planted = (found: Finding[]) => fields(found.filter(({ family }) => family !== 'control'));

  test('is in any file but PostgreSQL’s: Temporal’s store, logs, notes of the run', () => {
    const outside = inFiles((path) => !isPostgres(path));
    const names = outside.map(([path]) => path);
    expect(names).toEqual(expect.arrayContaining(['temporal.db', 'logs/web.log', 'logs/worker.log']));
    const leaks = outside.map(([path, found]) => [path, planted(found)]).filter(([, found]) => found?.length);
    expect(leaks).toEqual([]);
  });
  test('is in the metrics, ours and Temporal’s', () => {
    expect(metrics[0]).toContain('ta_desk_http_answers_total');
    expect(metrics[1]).toContain('taRequest');
    expect(planted(findCanaries(metrics.join('\n')))).toEqual([]);
  });
  test('is in a history, its payloads decrypted', () => {
    expect(runs.length).toBeGreaterThan(20);
    expect(payloads.length).toBeGreaterThan(100);
    // The failure whose message repeats what was being written is among them, without it.
    expect(payloads.join('\n')).toContain('activity failed: PrismaClientKnownRequestError');
    expect(planted(findCanaries(JSON.stringify(runs)))).toEqual([]);
    expect(planted(findCanaries(payloads.join('\n')))).toEqual([]);
  });
  test('is in the audit or in what waits for Temporal', () => {
    expect(planted(findCanaries(audit))).toEqual([]);
  });
});

describe('nothing of a case', () => {
  const ofCase = (found: Finding[]) => fields(found.filter(({ family }) => family === 'case'));

  test('is in plain in a file of PostgreSQL', () => {
    const leaks = inFiles(isPostgres)
      .map(([path, found]) => [path, ofCase(found)])
      .filter(([, found]) => found?.length);
    expect(leaks).toEqual([]);
  });
  test('is in what commands print', () => {
    expect(said.join('')).toContain('worker           polls');
    expect(ofCase(findCanaries(said.join('\n')))).toEqual([]);
  });
  test('is in a mail', () => {
    expect(sink.received.length).toBeGreaterThan(20);
    expect(ofCase(findCanaries(JSON.stringify(sink.received)))).toEqual([]);
  });
});
