import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';

export type CallField = 'selection' | 'cancel-reason' | 'public-reason' | 'recap';

interface CallKey {
  id: string;
  dataKey: Uint8Array;
}

/** Seals the words of a decision about a call, pending until its event is recorded. Repeating it changes nothing. */
export async function writeCallText(
  tx: Transaction,
  services: Pick<RecordServices, 'vault'>,
  text: { call: CallKey; field: CallField; text: string; author: string; at: Date; commandId: string },
): Promise<void> {
  const id = randomUUID();
  await tx.callText.createMany({
    skipDuplicates: true,
    data: [
      {
        id,
        callId: text.call.id,
        field: text.field,
        status: 'pending',
        updateId: text.commandId,
        author: text.author,
        sealed: services.vault.seal(
          text.call.dataKey,
          { table: 'call_text', rowId: id, field: text.field },
          text.text,
        ),
        createdAt: text.at,
      },
    ],
  });
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

export async function makeCallTextEffective(
  tx: Transaction,
  callId: string,
  commandId: string,
): Promise<void> {
  await tx.callText.updateMany({
    where: { callId, updateId: commandId, status: 'pending' },
    data: { status: 'effective' },
  });
}

/** A refused command leaves no text behind. */
export async function dropPendingCallText(tx: Transaction, callId: string, commandId: string): Promise<void> {
  await tx.callText.deleteMany({ where: { callId, updateId: commandId, status: 'pending' } });
}
