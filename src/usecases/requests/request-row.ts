import type { TaRequest } from '../../adapters/database/generated/client.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';

export type RequestRow = TaRequest;

/** Locks a request for the rest of the transaction: writers of one request go one after another. */
export async function lockRequest(tx: Transaction, id: string): Promise<RequestRow | null> {
  await tx.$queryRaw`SELECT id FROM ta_request WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.taRequest.findUnique({ where: { id } });
}

/** The court or filing date as the program's date; null when none was told. */
export function courtDateOf(row: Pick<RequestRow, 'courtDeadlineDate'>): string | null {
  return row.courtDeadlineDate?.toISOString().slice(0, 10) ?? null;
}

/** Options for every transaction that records something: patient with locks, bounded. */
export const RECORDING = { maxWait: 10_000, timeout: 20_000 } as const;

/** Runs a recording transaction, then delivers what it put into the outbox. */
export async function inRecording<T>(
  services: Pick<RecordServices, 'db' | 'relay'>,
  work: (tx: Transaction, toKick: (workflowId: string | null) => void) => Promise<T>,
): Promise<T> {
  const kicks = new Set<string>();
  const value = await services.db.$transaction(
    (tx) => work(tx, (workflowId) => void (workflowId && kicks.add(workflowId))),
    RECORDING,
  );
  if (kicks.size > 0) await services.relay.kick([...kicks]);
  return value;
}
