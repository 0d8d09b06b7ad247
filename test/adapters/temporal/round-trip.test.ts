import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { activityInfo, heartbeat } from '@temporalio/activity';
import {
  Client,
  Connection,
  WorkflowContinuedAsNewError,
  type WorkflowFailedError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import {
  bundleWorkflowCode,
  NativeConnection,
  Runtime,
  Worker,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { parseKeyRing } from '../../../src/adapters/crypto/key-ring.js';
import { createDataConverter } from '../../../src/adapters/temporal/data-converter.js';
import { devServer, timeSkippingEnv } from '../../support/temporal.js';
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

const { History } = temporal.api.history.v1;
const quiet = { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} };
let workflowBundle: WorkflowBundleWithSourceMap;

beforeAll(async () => {
  Runtime.install({ logger: quiet, telemetryOptions: { logging: { filter: 'OFF' } } });
  workflowBundle = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./canary-workflows.ts', import.meta.url)),
    failureConverterPath: dataConverter.failureConverterPath,
    logger: quiet,
  });
});

interface Server {
  address: string;
  /** Folder of its store and logs, if it has one. */
  folder?: string;
  stop(): Promise<void>;
}

const timeSkipping = async (): Promise<Server> => {
  const env = await timeSkippingEnv();
  return { address: env.address as string, stop: () => env.teardown() };
};
const dev = async (): Promise<Server> => {
  const { address, dbFile, stop } = await devServer();
  return { address, folder: dirname(dbFile), stop };
};

describe.each([
  ['the time-skipping server', timeSkipping],
  ['a real server', dev],
])('on %s', (_name, start) => {
  let server: Server;
  let connection: Connection;
  let workerConnection: NativeConnection;
  let client: Client;
  let worker: Worker;
  let running: Promise<void>;

  beforeAll(async () => {
    server = await start();
    connection = await Connection.connect({ address: server.address });
    workerConnection = await NativeConnection.connect({ address: server.address });
    client = new Client({ connection, dataConverter });
    worker = await Worker.create({
      connection: workerConnection,
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
    await workerConnection?.close();
    await connection?.close();
    await server?.stop();
  });

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
      const firstRun = client.workflow.getHandle(workflowId, handle.firstExecutionRunId, {
        followRuns: false,
      });
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

    test('nor in the files of the server, its logs included', async () => {
      if (!server.folder) return;
      const names = await readdir(server.folder);
      const files = await Promise.all(names.map((name) => readFile(join(server.folder as string, name))));
      const stored = Buffer.concat(files);
      expect(stored.includes('binary/encrypted')).toBe(true);
      expect(stored.includes('CANARY')).toBe(false);
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
    await new Client({ connection }).workflow.start(canaryWorkflow, {
      workflowId,
      taskQueue: TASK_QUEUE,
      args: ['forged'],
    });
    const failed = temporal.api.enums.v1.EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED;
    for (;;) {
      const { events } = await historyOf(workflowId);
      const refused = events?.find(({ eventType }) => eventType === failed);
      if (!refused) continue;
      expect(refused.workflowTaskFailedEventAttributes?.failure?.message).toBe('Encoded failure');
      expect(events?.some((event) => event.activityTaskScheduledEventAttributes)).toBe(false);
      break;
    }
    await client.workflow.getHandle(workflowId).terminate();
  });
});
