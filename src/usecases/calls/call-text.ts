import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import type { DataKey } from '../../ports/vault.js';
import type { Recording } from '../recording.js';
import { sql } from '../sql.js';

export type CallField = 'selection' | 'cancel-reason' | 'public-reason' | 'recap';

interface CallKey {
  id: string;
  dataKey: DataKey;
}

/** Seals the words of a decision about a call, pending until its event is recorded. Repeating it changes nothing. */
export async function writeCallTexts(
  tx: Transaction,
  services: Pick<RecordServices, 'vault'>,
  {
    call,
    texts,
    author,
    at,
    commandId,
  }: {
    call: CallKey;
    texts: readonly { field: CallField; text: string }[];
    author: string;
    at: Date;
    commandId: string;
  },
): Promise<void> {
  const data = texts.map(({ field, text }) => {
    const id = randomUUID();
    const sealed = services.vault.seal(call.dataKey, { table: 'call_text', rowId: id, field }, text);
    return {
      id,
      callId: call.id,
      field,
      status: 'pending',
      updateId: commandId,
      author,
      sealed,
      createdAt: at,
    };
  });
  await tx.callText.createMany({ skipDuplicates: true, data });
}

/** The words of one command, or null. */
export async function readCallText(
  tx: Transaction,
  services: Pick<RecordServices, 'vault'>,
  call: CallKey,
  { commandId, field }: { commandId: string; field: CallField },
): Promise<string | null> {
  const row = await tx.callText.findFirst({ where: { callId: call.id, updateId: commandId, field } });
  if (!row) return null;
  return services.vault.open(call.dataKey, { table: 'call_text', rowId: row.id, field }, row.sealed);
}

/** With its event recorded, a command's words count. */
export function makeCallTextEffective({ behind }: Recording, callId: string, commandId: string): void {
  behind.also(sql`UPDATE call_text SET status = 'effective'
    WHERE call_id = ${callId} AND update_id = ${commandId} AND status = 'pending'`);
}

/** A refused command leaves no text behind. */
export async function dropPendingCallText(tx: Transaction, callId: string, commandId: string): Promise<void> {
  await tx.callText.deleteMany({ where: { callId, updateId: commandId, status: 'pending' } });
}
