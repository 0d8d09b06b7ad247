import { randomUUID } from 'node:crypto';
import type { CallRegistrationEvent } from '../../adapters/database/generated/client.js';
import type { RegistrationEventType } from '../../domain/calls/registration-event.js';
import type { RegistrationFact } from '../../domain/calls/registration-facts.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import type { RegistrationRow } from './registration-row.js';

/** Appends to the past of a registration, as it stands after the event. Nothing of it is ever changed. */
export async function writeRegistrationEvent(
  tx: Transaction,
  { vault }: Pick<RecordServices, 'vault'>,
  event: {
    row: RegistrationRow;
    type: RegistrationEventType;
    actor: string;
    at: Date;
    changed?: RegistrationFact[];
    /** What staff said with their decision. */
    reason?: string;
  },
): Promise<void> {
  const { row, type, actor, at, changed = [], reason } = event;
  const id = randomUUID();
  await tx.callRegistrationEvent.create({
    data: {
      id,
      registrationId: row.id,
      seq: row.version,
      type,
      at,
      actor,
      status: row.status,
      reasons: row.reasons,
      changed,
      sealedReason: reason ? vault.seal(row.dataKey, reasonField(id), reason) : null,
    },
  });
}

/** What staff said with the decision, or null. */
export function openEventReason(
  { vault }: Pick<RecordServices, 'vault'>,
  { dataKey }: Pick<RegistrationRow, 'dataKey'>,
  event: CallRegistrationEvent,
): string | null {
  return event.sealedReason ? vault.open(dataKey, reasonField(event.id), event.sealedReason) : null;
}

function reasonField(rowId: string) {
  return { table: 'call_registration_event', rowId, field: 'reason' };
}
