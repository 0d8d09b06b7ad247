import type { BesideEventType } from '../../domain/requests/correspondence.js';
import type { RequestEventData } from '../../domain/requests/state.js';
import { correspondenceId } from '../../domain/requests/workflow-id.js';
import { appendEvent, contentHash, type ProcessEventToWrite } from '../process-events.js';
import type { Recording } from '../recording.js';
import type { RequestRow } from './request-row.js';

export interface BesideEvent {
  type: BesideEventType;
  at: Date;
  actor: string;
  onBehalfOf: string | null;
  data: RequestEventData;
  /** Ids of what it tells of; they go into the event's hash. */
  about: object;
}

/**
 * Writes into the audit what happened beside the process, and raises the request's version.
 * The caller has locked the request.
 */
export async function recordBeside(
  rec: Recording,
  row: RequestRow,
  { about, at, ...told }: BesideEvent,
  change: Partial<RequestRow> = {},
): Promise<ProcessEventToWrite> {
  const workflowId = correspondenceId(row.id, row.episode);
  const seq = (await rec.tx.processEvent.count({ where: { workflowId } })) + 1;
  const event = {
    seq,
    type: told.type,
    at: at.toISOString(),
    actor: told.actor,
    onBehalfOf: told.onBehalfOf,
    data: told.data,
  };
  appendEvent(rec, { workflowId, requestId: row.id, event, hash: contentHash(event, about) });
  rec.behind.change(row.id, change);
  return event;
}
