import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from '@jest/globals';
import { readRuns, type WorkflowRun } from '../../src/adapters/temporal/read-runs.js';
import { startDesk, type TestDesk } from '../support/desk.js';
import { startFakeNationBuilder } from '../support/fake-nationbuilder.js';
import { startFakeZoom } from '../support/fake-zoom.js';
import { startSmtpSink } from '../support/smtp-sink.js';
import { walkAwayPaths } from './away-paths.js';
import { walkCallPaths, walkLongSeries } from './call-paths.js';
import { walkConductPaths } from './conduct-paths.js';
import { nationVariables, walkContactPaths } from './contact-paths.js';
import { walkDigestPaths } from './digest-paths.js';
import { walkErasurePaths } from './erasure-paths.js';
import { countTable, HISTORIES, readHistories } from './histories.js';
import { walkMailPaths } from './mail-paths.js';
import { walkMentorPaths } from './mentor-paths.js';
import {
  walkAfterAnswer,
  walkAnswers,
  walkForms,
  walkRequestPaths,
  walkSilentSupervisor,
  walkUnconfirmedForm,
  walkWorksheets,
} from './paths.js';
import { walkPrivacyPaths } from './privacy-paths.js';
import { walkReleasePaths } from './release-paths.js';
import { walkScanPaths } from './scan-paths.js';
import { HISTORY_KEYS, HISTORY_NAMESPACE } from './test-keys.js';
import { walkZoomPaths, zoomVariables } from './zoom-paths.js';

/**
 * Not a test: `node scripts/make-histories.mjs` runs it to make the committed histories anew; with
 * `HISTORIES=supervisor`, `=worksheets`, `=answers`, `=forms`, `=conduct`, `=away`, `=releases`, `=mentors`, `=calls`, `=zoom`, `=contacts`, `=erasure`, `=scans`, `=privacy` or `=digest` only those that
 * `KINDS` names under it.
 */
test('record the histories', async () => {
  const only = process.env.HISTORIES as keyof typeof KINDS | undefined;
  const runs: [string, WorkflowRun][] = [];
  if (!only) runs.push(...(await requestRuns()));
  if (!only || only === 'after') runs.push(...(await runsOnDesk(walkAfterAnswer)));
  if (!only || only === 'supervisor') runs.push(...(await runsOnDesk(walkSilentSupervisor)));
  if (!only || only === 'worksheets') runs.push(...(await runsOnDesk(walkWorksheets)));
  if (!only || only === 'answers') runs.push(...(await runsOnDesk(walkAnswers)));
  if (!only || only === 'forms') runs.push(...(await runsOnDesk(walkForms)));
  if (!only || only === 'conduct') runs.push(...(await runsOnDesk(walkConductPaths)));
  if (!only || only === 'releases') runs.push(...(await runsOnDesk(walkReleasePaths)));
  if (!only || only === 'away') runs.push(...(await runsOnDesk(walkAwayPaths)));
  if (!only || only === 'mentors') runs.push(...(await runsOnDesk(walkMentorPaths)));
  if (!only || only === 'calls') runs.push(...(await callRuns()));
  if (!only || only === 'zoom') runs.push(...(await zoomRuns()));
  if (!only || only === 'contacts') runs.push(...(await contactRuns()));
  if (!only || only === 'erasure') runs.push(...(await erasureRuns()));
  if (!only || only === 'scans') runs.push(...(await runsOnDesk(walkScanPaths)));
  if (!only || only === 'privacy') runs.push(...(await runsOnDesk(walkPrivacyPaths)));
  if (!only || only === 'digest') runs.push(...(await digestRuns()));
  await mkdir(HISTORIES, { recursive: true });
  for (const old of await readdir(HISTORIES)) {
    const ofBefore = OF_BEFORE.some((name) => old === `${name}.json`);
    if (!ofBefore && (!only || KINDS[only].test(old))) await rm(join(HISTORIES, old));
  }
  for (const [name, run] of runs) {
    await writeFile(join(HISTORIES, `${name}.json`), `${JSON.stringify(anonymous(run))}\n`);
  }
  await writeFile('docs/history-events.md', countTable(readHistories()));
}, 900_000);

const KINDS = {
  supervisor: /^supervisor-silent-/,
  worksheets: /^worksheet-/,
  answers: /^answer-/,
  after: /^after-/,
  forms: /^form-/,
  conduct: /^conduct-/,
  releases: /^release-/,
  away: /^(away|tasks)-/,
  mentors: /^mentor-/,
  calls: /^(call|series|bulk-mail)-/,
  zoom: /^zoom-/,
  contacts: /^contact-/,
  privacy: /^privacy-/,
  digest: /^digest-/,
  erasure: /^erasure-/,
  scans: /^scan-/,
};
/** Histories that today's code replays (`src/workflows/patches.ts`) but would not write any more: kept as they are. */
const OF_BEFORE = [
  'contact-told-after-a-limit',
  'contact-read-after-a-limit',
  // Told of a worksheet while open, and that its end is held and goes on, by a version that knew of neither.
  'before-news-of-after-the-answer',
  // With the digests, by their activity, invitations of mentors were tended.
  'before-invitations-apart-run-1',
  'before-invitations-apart-run-2',
  // In the mornings nobody was told that an API key ends.
  'before-ending-keys-run-1',
  'before-ending-keys-run-2',
];
const CALLS_START = '2056-01-03T08:00:00-08:00';

async function requestRuns(): Promise<[string, WorkflowRun][]> {
  const sink = await startSmtpSink();
  const withMail = await startDesk({ startAt: START, env: { ...ENV, SMTP_URL: sink.url } });
  const runs = await runsOf(withMail, await walkMailPaths(withMail, sink));
  await withMail.close();
  await sink.close();

  const desk = await startDesk({ startAt: START, env: ENV });
  const walked = [...(await walkUnconfirmedForm(desk)), ...(await walkRequestPaths(desk))];
  runs.push(...(await runsOf(desk, new Map(walked))));
  await desk.close();
  return runs;
}

async function runsOnDesk(
  walk: (desk: TestDesk) => Promise<Map<string, string>>,
): Promise<[string, WorkflowRun][]> {
  const desk = await startDesk({ startAt: START, env: ENV });
  const runs = await runsOf(desk, await walk(desk));
  await desk.close();
  return runs;
}

async function callRuns(): Promise<[string, WorkflowRun][]> {
  const long = await startDesk({ startAt: CALLS_START, env: ENV });
  const runs = await runsOf(long, await walkLongSeries(long));
  await long.close();

  const sink = await startSmtpSink();
  const desk = await startDesk({ startAt: CALLS_START, series: true, env: { ...ENV, SMTP_URL: sink.url } });
  runs.push(...(await runsOf(desk, await walkCallPaths(desk, sink))));
  await desk.close();
  await sink.close();
  return runs;
}

async function contactRuns(): Promise<[string, WorkflowRun][]> {
  const nation = await startFakeNationBuilder();
  const desk = await startDesk({ startAt: CALLS_START, env: { ...ENV, ...nationVariables(nation) } });
  const runs = await runsOf(desk, await walkContactPaths(desk, nation));
  await desk.close();
  await nation.close();
  return runs;
}

async function digestRuns(): Promise<[string, WorkflowRun][]> {
  const desk = await startDesk({ startAt: START, digests: true, env: ENV });
  const runs = await runsOf(desk, await walkDigestPaths(desk));
  await desk.close();
  return runs;
}

async function erasureRuns(): Promise<[string, WorkflowRun][]> {
  const desk = await startDesk({ startAt: START, env: ENV });
  const runs = await runsOf(desk, await walkErasurePaths(desk));
  await desk.close();
  return runs;
}

async function zoomRuns(): Promise<[string, WorkflowRun][]> {
  const zoom = await startFakeZoom();
  const desk = await startDesk({
    startAt: CALLS_START,
    series: true,
    env: { ...ENV, ...zoomVariables(zoom) },
  });
  const runs = await runsOf(desk, await walkZoomPaths(desk, zoom));
  await desk.close();
  await zoom.close();
  return runs;
}

const START = '2055-11-08T10:00:00-08:00';
const ENV = { ENCRYPTION_KEYS: HISTORY_KEYS, TEMPORAL_NAMESPACE: HISTORY_NAMESPACE };

async function runsOf(desk: TestDesk, walked: Map<string, string>): Promise<[string, WorkflowRun][]> {
  const named: [string, WorkflowRun][] = [];
  for (const [path, workflowId] of walked) {
    const runs = await readRuns(desk.wired.client, workflowId);
    if (runs.length === 0) throw new Error(`${path} has no history`);
    for (const [index, run] of runs.entries()) {
      named.push([runs.length > 1 ? `${path}-run-${index + 1}` : path, run]);
    }
  }
  return named;
}

/** Which machine made them is nobody's business. */
function anonymous(run: WorkflowRun): WorkflowRun {
  return JSON.parse(JSON.stringify(run), (key, value) => {
    if (key === 'identity' || key === 'binaryChecksum' || key === 'buildId') return 'recorder';
    return key === 'normalName' || (key === 'name' && /^\d+@/.test(value)) ? 'recorder' : value;
  });
}
