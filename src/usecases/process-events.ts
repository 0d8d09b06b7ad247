import { createHash } from 'node:crypto';
import type { Prisma } from '../adapters/database/generated/client.js';
import type { Instant } from '../domain/time/instant.js';
import type { Log } from '../ports/log.js';
import type { Recording } from './recording.js';
import { type Sql, sql } from './sql.js';

/** An event as every process has it. */
export interface ProcessEventToWrite {
  seq: number;
  type: string;
  at: Instant;
  actor: string;
  onBehalfOf?: string | null;
  data: object;
}

/** Two different events came under one number: nothing is written, and somebody has to look. */
export class EventConflict extends Error {
  override readonly name = 'EventConflict';
}

/** Same event for the same decided state: same hash. */
export function contentHash(event: object, decided: object): string {
  return createHash('sha256')
    .update(JSON.stringify([event, decided]))
    .digest('hex');
}

/** JSON-safe state for a JSON column. */
export function asJson(state: object): Prisma.InputJsonValue {
  return state as unknown as Prisma.InputJsonValue;
}

/** Hash of the event recorded under a number, for a statement that reads more. */
export const hashRecorded = (workflowId: string, seq: number): Sql =>
  sql`(SELECT content_hash FROM process_event WHERE workflow_id = ${workflowId} AND seq = ${seq})`;

/** Whether what is recorded is this very event. @throws EventConflict when another one has its number. */
export function isRecorded(
  recorded: string | null,
  log: Log,
  { workflowId, seq, hash }: { workflowId: string; seq: number; hash: string },
): boolean {
  if (recorded === null || recorded === hash) return recorded !== null;
  log.error({ workflowId, seq }, 'two different events under one number');
  throw new EventConflict('two different events under one number');
}

export function appendEvent(
  { behind }: Pick<Recording, 'behind'>,
  args: { workflowId: string; requestId?: string; event: ProcessEventToWrite; hash: string },
): void {
  const { event } = args;
  behind.insert('processEvent', {
    workflowId: args.workflowId,
    seq: event.seq,
    requestId: args.requestId ?? null,
    type: event.type,
    at: new Date(event.at),
    actor: event.actor,
    onBehalfOf: event.onBehalfOf ?? null,
    data: event.data as Prisma.InputJsonValue,
    contentHash: args.hash,
  });
}
