import { type Client, WorkflowNotFoundError } from '@temporalio/client';
// Default import: Node finds no named exports in this CommonJS package.
import proto from '@temporalio/proto';

const { History } = proto.temporal.api.history.v1;
type History = Parameters<typeof History.encode>[0];

/** One run of a workflow as Temporal keeps it: payloads stay encrypted. */
export interface WorkflowRun {
  workflowId: string;
  runId: string;
  history: { events: HistoryEvent[] };
}

/** An event as plain JSON; one of its keys ends in `EventAttributes`. */
export interface HistoryEvent {
  eventType: string;
  [key: string]: unknown;
}

/** Every run of a workflow that Temporal still has, oldest first: continue-as-new makes several. */
export async function readRuns(client: Client, workflowId: string): Promise<WorkflowRun[]> {
  const runs: WorkflowRun[] = [];
  let runId: string | undefined;
  do {
    const run = await readRun(client, workflowId, runId);
    if (!run) break;
    runs.unshift(run);
    runId = startOf(run).continuedExecutionRunId;
  } while (runId);
  return runs;
}

async function readRun(client: Client, workflowId: string, runId?: string): Promise<WorkflowRun | null> {
  try {
    const fetched = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const history = toJson(fetched);
    const run = { workflowId, runId: '', history };
    return { ...run, runId: runId ?? startOf(run).originalExecutionRunId ?? '' };
  } catch (error) {
    // Kept no longer than the namespace's retention.
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

function startOf({ history }: WorkflowRun) {
  return (history.events[0]?.workflowExecutionStartedEventAttributes ?? {}) as {
    originalExecutionRunId?: string;
    continuedExecutionRunId?: string;
  };
}

/**
 * Names for enums, base64 for bytes. Not the SDK's own JSON form: that one cannot be read when npm installs
 * protobufjs more than once, as it does here.
 */
function toJson(history: History): WorkflowRun['history'] {
  const plain = History.toObject(History.fromObject(history), {
    enums: String,
    longs: String,
    bytes: String,
  });
  return plain as WorkflowRun['history'];
}

/** What replay takes. */
export function fromJson(history: WorkflowRun['history']): History {
  return History.fromObject(history);
}
