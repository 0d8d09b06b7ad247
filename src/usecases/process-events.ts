import { createHash } from 'node:crypto';
import type { Prisma } from '../adapters/database/generated/client.js';
import type { Instant } from '../domain/time/instant.js';
import type { Transaction } from '../ports/database.js';
import type { Log } from '../ports/log.js';
import type { Recording } from './recording.js';

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

/** Whether this very event is recorded already. @throws EventConflict when another one has its number. */
export async function isRecorded(
  tx: Transaction,
  log: Log,
  { workflowId, seq, hash }: { workflowId: string; seq: number; hash: string },
): Promise<boolean> {
  const known = await tx.processEvent.findUnique({ where: { workflowId_seq: { workflowId, seq } } });
  if (!known) return false;
  if (known.contentHash === hash) return true;
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
