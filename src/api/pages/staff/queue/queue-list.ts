import { WAITING_STATUSES } from '../../../../domain/requests/statuses.js';
import type { ListQuery } from '../../../../usecases/requests/list-query.schema.js';
import type { QueueQuery } from './queue-query.js';

/** As many as can be assigned at once. */
export const QUEUE_LIMIT = 50;

/** What the queue asks of `listRequests`. A tab decides whose; the filters narrow it. */
export function listQueryOf(query: QueueQuery): ListQuery {
  const { tab, assignee, due, urgent, escalated, supervisor, waitingOn, q, sort, trail } = query;
  return {
    status: statusesOf(tab === 'review' ? 'in-review' : query.status),
    assignee: { mine: 'me', unassigned: 'none' }[tab as string] ?? (assignee || undefined),
    due: due || undefined,
    tasks: query.tasks || undefined,
    taskOf: query.taskOf || undefined,
    urgent: urgent || undefined,
    escalated: escalated || tab === 'escalated' || undefined,
    supervisor: supervisor ? 'unconfirmed' : undefined,
    waitingOn: waitingOn || undefined,
    kind: query.kind || undefined,
    documentKind: query.documentKind || undefined,
    topic: query.topic || undefined,
    state: query.state || undefined,
    q: q || undefined,
    sort,
    cursor: trail.at(-1),
    limit: QUEUE_LIMIT,
  };
}

function statusesOf(status: string): ListQuery['status'] {
  if (status === 'any') return undefined;
  return status === 'waiting' ? WAITING_STATUSES : ([status] as ListQuery['status']);
}
