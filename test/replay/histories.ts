import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowRun } from '../../src/adapters/temporal/read-runs.js';
import { projectRoot } from '../../src/project-root.js';

export const HISTORIES = join(projectRoot, 'test/replay/histories');

export interface NamedRun extends WorkflowRun {
  name: string;
}

/** The committed histories, by name. */
export function readHistories(): NamedRun[] {
  return readdirSync(HISTORIES)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      name: file.replace(/\.json$/, ''),
      ...(JSON.parse(readFileSync(join(HISTORIES, file), 'utf8')) as WorkflowRun),
    }));
}

/** What an event is about, as a column of the table. */
const KINDS = {
  workflow: /^WORKFLOW_EXECUTION_(?!UPDATE|SIGNAL)/,
  'workflow task': /^WORKFLOW_TASK_/,
  activity: /^ACTIVITY_/,
  timer: /^TIMER_/,
  update: /^WORKFLOW_EXECUTION_UPDATE/,
  signal: /^WORKFLOW_EXECUTION_SIGNAL/,
};
type Kind = keyof typeof KINDS | 'other';

export function countEvents({ history }: WorkflowRun): Record<Kind, number> & { all: number } {
  const counts = {
    all: 0,
    workflow: 0,
    'workflow task': 0,
    activity: 0,
    timer: 0,
    update: 0,
    signal: 0,
    other: 0,
  };
  for (const { eventType } of history.events) {
    const type = eventType.replace(/^EVENT_TYPE_/, '');
    const kind = Object.entries(KINDS).find(([, pattern]) => pattern.test(type))?.[0] as Kind | undefined;
    counts[kind ?? 'other'] += 1;
    counts.all += 1;
  }
  return counts;
}

/** The table of docs/history-events.md. */
export function countTable(runs: NamedRun[]): string {
  const columns = [...(Object.keys(KINDS) as Kind[]), 'all'] as const;
  const rows = runs.map((run) => {
    const counts = countEvents(run);
    return `| ${[run.name, ...columns.map((column) => counts[column])].join(' | ')} |`;
  });
  return `# Events in a history

How long Temporal's history of each committed path is (\`test/replay/histories\`), by kind of event. Made by
\`node scripts/make-histories.mjs\` together with the histories; a test checks that it is up to date.

| path | ${columns.join(' | ')} |
|---|${columns.map(() => '---:').join('|')}|
${rows.join('\n')}
`;
}
