import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import type {
  RecordedRequestEvent,
  RecordRequestEvent,
} from '../../src/activities/requests/record-request-event.js';
import { parseKeyRing } from '../../src/adapters/crypto/key-ring.js';
import { loadProgram } from '../../src/adapters/program/load-program.js';
import { createDataConverter } from '../../src/adapters/temporal/data-converter.js';
import { createProcesses } from '../../src/adapters/temporal/processes.js';
import { readRuns, type WorkflowRun } from '../../src/adapters/temporal/read-runs.js';
import type { StaffRole } from '../../src/domain/people/actor.js';
import { calendarOf } from '../../src/domain/program/calendar-of.js';
import type { RequestFact } from '../../src/domain/requests/command.js';
import type { RequestCommand } from '../../src/domain/requests/decisions.js';
import { openEpisode } from '../../src/domain/requests/opening.js';
import { requestWorkflowId } from '../../src/domain/requests/workflow-id.js';
import { createCalendar } from '../../src/domain/time/calendar.js';
import type { Processes, UpdateOutcome } from '../../src/ports/engine.js';
import type { Starts } from '../../src/ports/process-inputs.js';
import { projectRoot } from '../../src/project-root.js';
import { quietRuntime } from '../support/desk.js';
import { devServer } from '../support/temporal.js';
import { workflowBundle } from '../support/workflow-bundle.js';

/** A real Temporal server and worker whose recording activity only remembers: for looking closely at the workflow. */
export interface FakeEngine {
  client: Client;
  recorded: RecordRequestEvent[];
  /** What recording an event answers; throws where a test wants it to fail. */
  record: (input: RecordRequestEvent) => RecordedRequestEvent | Promise<RecordedRequestEvent>;
  /** Does something while no worker looks at workflows: what it brings about reaches them all at once. */
  whileAway(work: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

const TASK_QUEUE = 'fake';

export async function startFakeEngine(workflows: Partial<WorkerOptions> = {}): Promise<FakeEngine> {
  quietRuntime();
  const server = await devServer();
  const keyRing = parseKeyRing(`k1:${Buffer.alloc(32, 9).toString('base64')}`);
  const dataConverter = createDataConverter({ keyRing });
  const connection = await Connection.connect({ address: server.address });
  const workerConnection = await NativeConnection.connect({ address: server.address });
  const recorded: RecordRequestEvent[] = [];
  const common = { connection: workerConnection, taskQueue: TASK_QUEUE, dataConverter };
  const run = async (options: Partial<WorkerOptions>) => {
    const worker = await Worker.create({ ...common, ...options });
    const running = worker.run();
    return async () => {
      worker.shutdown();
      await running;
    };
  };
  const stopActivities = await run({
    activities: {
      async recordRequestEvent(input: RecordRequestEvent) {
        const answer = await engine.record(input);
        recorded.push(input);
        return answer;
      },
    },
  });
  const bundle = { codePath: await workflowBundle() };
  const runWorkflows = () => run({ workflowBundle: bundle, ...workflows });
  let stopWorkflows = await runWorkflows();
  const engine: FakeEngine = {
    client: new Client({ connection, dataConverter }),
    recorded,
    record: () => NOTHING_DUE,
    async whileAway(work) {
      await stopWorkflows();
      try {
        await work();
      } finally {
        stopWorkflows = await runWorkflows();
      }
    },
    async close() {
      await stopWorkflows();
      await stopActivities();
      await workerConnection.close();
      await connection.close();
      await server.stop();
    },
  };
  return engine;
}

export const NOTHING_DUE: RecordedRequestEvent = { next: null, dueAt: null, passed: [] };

export interface FakeRequest {
  workflowId: string;
  /** What was recorded of this request, in order. */
  recorded: RecordRequestEvent[];
  decide(command: RequestCommand, commandId: string, role?: StaffRole): Promise<UpdateOutcome>;
  signal(fact: RequestFact): Promise<void>;
  mend(): ReturnType<Processes['mend']>;
  runs(): Promise<WorkflowRun[]>;
}

/** A request running there, accepted now. */
export async function fakeRequest(
  engine: FakeEngine,
  options: { continueAfterEvents?: number } = {},
): Promise<FakeRequest> {
  const requestId = randomUUID();
  const workflowId = requestWorkflowId(requestId, 1);
  const input: Starts['taRequest'] = { v: 1, state: acceptedNow(requestId), ...options };
  await engine.client.workflow.start('taRequest', { workflowId, taskQueue: TASK_QUEUE, args: [input] });
  const processes = createProcesses({ client: engine.client, log: silent });
  return {
    workflowId,
    get recorded() {
      return engine.recorded.filter(({ state }) => state.requestId === requestId);
    },
    decide: (command, commandId, role = 'director') =>
      processes.decide(workflowId, {
        v: 1,
        commandId,
        actor: 'user:fake',
        role,
        notAfter: new Date(Date.now() + 60_000).toISOString(),
        onBehalfOf: null,
        command,
      }),
    mend: () => processes.mend(workflowId, null),
    signal: (fact) => engine.client.workflow.getHandle(workflowId).signal('requestFact', fact),
    runs: () => readRuns(engine.client, workflowId),
  };
}

const silent = { info() {}, warn() {}, error() {} };

function acceptedNow(requestId: string) {
  const { program } = loadProgram(join(projectRoot, 'program'));
  const at = new Date().toISOString();
  return openEpisode({
    requestId,
    episode: 1,
    program,
    calendar: createCalendar(calendarOf(program, [])),
    missing: [],
    supervisor: 'not-needed',
    receivedAt: at,
    at,
    courtDate: null,
    urgentOverride: null,
    actor: 'user:fake',
    onBehalfOf: null,
    type: 'received',
    imported: false,
    commandId: null,
  }).state;
}
