import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { activityInfo, heartbeat } from '@temporalio/activity';
import {
  Client,
  WorkflowContinuedAsNewError,
  type WorkflowFailedError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, Runtime, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { parseKeyRing } from '../../../src/adapters/crypto/key-ring.js';
import { createDataConverter } from '../../../src/adapters/temporal/data-converter.js';
import { canaryWorkflow, noteSignal, notesQuery, noteUpdate } from './canary-workflows.js';

const CANARY = 'CANARY-7Q4';
const HIDDEN = `${CANARY} moved out in May`;
const TASK_QUEUE = 'canary';
const keyRing = parseKeyRing(`k1:${Buffer.alloc(32, 7).toString('base64')}`);
// Not the server's namespace: replay always runs in `default`, so the bound one must come from us.
const dataConverter = createDataConverter({ keyRing, namespace: 'ta-desk-test' });

const activities = {
  echo: async (text: string) => {
    heartbeat(text);
    return text;
  },
  failOnce: async (text: string) => {
    const { attempt, heartbeatDetails } = activityInfo();
    heartbeat(text);
    if (attempt === 1) throw ApplicationFailure.retryable(`first ${text}`, 'first', text);
    return `resumed from: ${String(heartbeatDetails)}`;
  },
  fail: async (text: string) => {
    const cause = new Error(`cause ${text}`);
    throw ApplicationFailure.create({
      message: `failed ${text}`,
      type: 'failed',
      details: [text],
      cause,
      nonRetryable: true,
    });
  },
};

let folder: string;
let env: TestWorkflowEnvironment;
let client: Client;
let plainClient: Client;
let workflowBundle: WorkflowBundleWithSourceMap;
let worker: Worker;
let running: Promise<void>;

beforeAll(async () => {
  Runtime.install({ logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} } });
  folder = await mkdtemp(join(tmpdir(), 'ta-desk-codec-'));
  const path = join(folder, 'server.sh');
  const jars = join(homedir(), '.cache/ta-desk/temporal-test-server-1.32.1/lib/*');
  await writeFile(path, `#!/bin/sh\nexec java -cp '${jars}' io.temporal.testserver.TestServer "$@"\n`, {
    mode: 0o755,
  });
  env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  client = new Client({ connection: env.connection, dataConverter });
  plainClient = new Client({ connection: env.connection });
  workflowBundle = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./canary-workflows.ts', import.meta.url)),
    failureConverterPath: dataConverter.failureConverterPath,
    logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} },
  });
  worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: TASK_QUEUE,
    workflowBundle,
    activities,
    dataConverter,
    // Every task replays from the start, so contexts must come out the same each time.
    maxCachedWorkflows: 0,
  });
  running = worker.run();
});

afterAll(async () => {
  worker?.shutdown();
  await running;
  await env?.teardown();
  await rm(folder, { recursive: true, force: true });
});

const { History } = temporal.api.history.v1;
const historyOf = (workflowId: string, runId?: string) =>
  client.workflow.getHandle(workflowId, runId).fetchHistory();

describe('a workflow whose every payload carries a canary', () => {
  const workflowId = 'canary/1';
  let runIds: string[];
  let failure: WorkflowFailedError;

  beforeAll(async () => {
    const handle = await client.workflow.start(canaryWorkflow, {
      workflowId,
      taskQueue: TASK_QUEUE,
      args: [HIDDEN],
      memo: { hidden: HIDDEN },
      staticSummary: HIDDEN,
      staticDetails: HIDDEN,
    });
    await handle.signal(noteSignal, `signal ${HIDDEN}`);
    await expect(handle.executeUpdate(noteUpdate, { args: [`update ${HIDDEN}`] })).resolves.toBe(
      `update ${HIDDEN}`,
    );
    const refused = handle.executeUpdate(noteUpdate, { args: [`refuse ${HIDDEN}`] });
    await expect(refused).rejects.toBeInstanceOf(WorkflowUpdateFailedError);
    await expect(refused).rejects.toMatchObject({
      cause: { message: `no: refuse ${HIDDEN}`, details: [`refuse ${HIDDEN}`] },
    });
    await handle.signal(noteSignal, 'from-client');
    const firstRun = client.workflow.getHandle(workflowId, handle.firstExecutionRunId, { followRuns: false });
    await expect(firstRun.result()).rejects.toBeInstanceOf(WorkflowContinuedAsNewError);
    const notes = await client.workflow.getHandle(workflowId).query(notesQuery, '!');
    expect(notes).toEqual(
      expect.arrayContaining([
        `${HIDDEN}!`,
        `resumed from: ${HIDDEN}!`,
        `child ${HIDDEN}!`,
        `from-child ${HIDDEN}!`,
        `signal ${HIDDEN}!`,
        `memo ${HIDDEN}!`,
      ]),
    );
    await client.workflow.getHandle(workflowId).signal(noteSignal, 'go-on');
    failure = await client.workflow
      .getHandle(workflowId)
      .result()
      .then(
        () => Promise.reject(new Error('should have failed')),
        (error: WorkflowFailedError) => error,
      );
    const last = await client.workflow.getHandle(workflowId).describe();
    runIds = [handle.firstExecutionRunId, last.runId];
  });

  test('its owner reads the failure, its causes and details in plain', () => {
    expect(failure.cause?.cause).toMatchObject({
      message: `failed ${HIDDEN}`,
      type: 'failed',
      details: [HIDDEN],
      cause: { message: `cause ${HIDDEN}` },
    });
  });

  test('nothing of it can be read in the stored histories', async () => {
    const histories = [
      ...(await Promise.all(runIds.map((runId) => historyOf(workflowId, runId)))),
      await historyOf(`${workflowId}/child`),
    ];
    for (const history of histories) {
      const stored = Buffer.from(History.encode(history).finish());
      expect(stored.includes('binary/encrypted')).toBe(true);
      expect(stored.includes('json/plain')).toBe(false);
      expect(stored.includes('CANARY')).toBe(false);
      expect(stored.includes('canary-workflows.ts:')).toBe(false);
    }
    expect(new Set(runIds).size).toBe(2);
  });

  test('its history replays', async () => {
    const history = await historyOf(workflowId, runIds[0]);
    await Worker.runReplayHistory({ workflowBundle, dataConverter }, history, workflowId);
  });

  test('under another workflow id the same history does not replay', async () => {
    const history = await historyOf(workflowId, runIds[0]);
    await expect(
      Worker.runReplayHistory({ workflowBundle, dataConverter }, history, 'canary/2'),
    ).rejects.toThrow();
  });
});

test('a workflow started without the key is never run', async () => {
  const workflowId = 'canary/forged';
  await plainClient.workflow.start(canaryWorkflow, { workflowId, taskQueue: TASK_QUEUE, args: ['forged'] });
  const failed = temporal.api.enums.v1.EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED;
  for (;;) {
    const { events } = await historyOf(workflowId);
    const refused = events?.find(({ eventType }) => eventType === failed);
    if (!refused) continue;
    expect(refused.workflowTaskFailedEventAttributes?.failure?.message).toBe('Encoded failure');
    expect(events?.some((event) => event.activityTaskScheduledEventAttributes)).toBe(false);
    break;
  }
  await plainClient.workflow.getHandle(workflowId).terminate();
});
