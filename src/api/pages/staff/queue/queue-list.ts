import { WAITING_STATUSES } from '../../../../domain/requests/statuses.js';
import type { ListQuery } from '../../../../usecases/requests/list-query.schema.js';
import type { QueueQuery } from './queue-query.js';

export const QUEUE_LIMIT = 25;

/** What the queue asks of `listRequests`. A tab decides whose; the filters narrow it. */
export function listQueryOf({ tab, status, assignee, due, urgent, q, sort, trail }: QueueQuery): ListQuery {
  const whose = { mine: 'me', unassigned: 'none', review: undefined, all: assignee || undefined }[tab];
  return {
    status: statusesOf(tab === 'review' ? 'in-review' : status),
    assignee: whose,
    due: due || undefined,
    urgent: urgent || undefined,
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
