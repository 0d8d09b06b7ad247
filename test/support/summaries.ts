import type { TestDesk } from './desk.js';

export interface Said {
  /** Type of the activity; `timer`. */
  what: string;
  /** Null: nothing. */
  summary: string | null;
}

/** What a process's activities and timers say of themselves on Temporal's own pages, opened. */
export async function summariesOf(desk: TestDesk, workflowId: string): Promise<Said[]> {
  const { client, dataConverter } = desk.wired;
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  const [codec] = dataConverter.payloadCodecs ?? [];
  const context = { type: 'workflow', namespace: 'default', workflowId } as const;
  const said: Said[] = [];
  for (const { activityTaskScheduledEventAttributes, timerStartedEventAttributes, userMetadata } of events ??
    []) {
    const what =
      activityTaskScheduledEventAttributes?.activityType?.name ?? (timerStartedEventAttributes && 'timer');
    if (!what) continue;
    const sealed = userMetadata?.summary;
    const [opened] = (sealed && (await codec?.decode([sealed], context))) ?? [];
    const text = Buffer.from(opened?.data ?? []).toString('utf8');
    said.push({ what, summary: text ? (JSON.parse(text) as string) : null });
  }
  return said;
}

/** The same of every process that was started here, by workflow type: what of it says nothing, and what is no code. */
export async function unsaid(desk: TestDesk): Promise<{ types: string[]; silent: string[] }> {
  const starts = await desk.wired.services.db.outbox.findMany({
    where: { kind: 'start', outcome: 'delivered' },
    distinct: ['workflowId'],
  });
  const silent = new Set<string>();
  for (const { workflowId, name } of starts) {
    for (const { what, summary } of await summariesOf(desk, workflowId)) {
      if (!/^[a-z]+(-[a-z]+)*$/.test(summary ?? '')) silent.add(`${name}: ${what}: ${summary}`);
    }
  }
  return { types: [...new Set(starts.map(({ name }) => name))].sort(), silent: [...silent] };
}
