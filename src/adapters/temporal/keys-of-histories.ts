import type { Client } from '@temporalio/client';
import { readRuns, type WorkflowRun } from './read-runs.js';

export interface HistoryKeys {
  /** Workflows that run, and have a payload under this key. */
  open: number;
  /** Runs that are over and still kept with one. */
  closed: number;
  /** When the last of those is kept no longer; null: there is none, or the server does not say how long it keeps them. */
  keptUntil: Date | null;
}

const KEY = /"encryption-key-id":"([A-Za-z0-9+/=]+)"/g;

/** Which keys the payloads of these workflows are sealed under, read from their histories: nothing is opened. */
export async function keysOfHistories(
  client: Client,
  namespace: string,
  workflowIds: readonly string[],
  progress: (read: number) => void,
): Promise<Map<string, HistoryKeys>> {
  if (workflowIds.length === 0) return new Map();
  const retention = await retentionOf(client, namespace);
  const found = new Map<string, HistoryKeys>();
  for (const [index, workflowId] of workflowIds.entries()) {
    for (const run of await readRuns(client, workflowId)) note(found, run, retention);
    progress(index + 1);
  }
  return found;
}

function note(found: Map<string, HistoryKeys>, run: WorkflowRun, retention: number | null): void {
  const ids = [...JSON.stringify(run).matchAll(KEY)].map(([, id]) =>
    Buffer.from(id ?? '', 'base64').toString(),
  );
  const over = endOf(run);
  for (const id of new Set(ids)) {
    const known = found.get(id) ?? { open: 0, closed: 0, keptUntil: null };
    if (over === null) known.open += 1;
    else {
      known.closed += 1;
      const until = retention === null ? null : new Date(over.getTime() + retention);
      if (until && (known.keptUntil === null || until > known.keptUntil)) known.keptUntil = until;
    }
    found.set(id, known);
  }
}

const ENDS = /EXECUTION_(COMPLETED|FAILED|TIMED_OUT|CANCELED|TERMINATED|CONTINUED_AS_NEW)$/;

/** Null: it runs. */
function endOf({ history }: WorkflowRun): Date | null {
  const last = history.events.at(-1);
  if (!last || !ENDS.test(last.eventType)) return null;
  const { seconds = '0' } = (last.eventTime ?? {}) as { seconds?: string };
  return new Date(Number(seconds) * 1_000);
}

/** In ms. */
async function retentionOf(client: Client, namespace: string): Promise<number | null> {
  try {
    const { config } = await client.workflowService.describeNamespace({ namespace });
    const seconds = config?.workflowExecutionRetentionTtl?.seconds;
    return seconds ? Number(seconds) * 1_000 : null;
  } catch {
    return null;
  }
}
