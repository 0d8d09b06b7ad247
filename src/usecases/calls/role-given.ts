import type { RecordServices } from '../../ports/services.js';
import type { RegistrationRow } from './registration-row.js';

type Vaulted = Pick<RecordServices, 'vault'>;

/** A role the program doesn't have may say anything: it is kept like what somebody writes of a case. */
export function sealRoleGiven(
  { vault }: Vaulted,
  row: Pick<RegistrationRow, 'id' | 'dataKey'>,
  text: string | null | undefined,
): Uint8Array<ArrayBuffer> | null {
  return text ? vault.seal(row.dataKey, field(row.id), text) : null;
}

export function openRoleGiven(
  { vault }: Vaulted,
  row: Pick<RegistrationRow, 'id' | 'dataKey' | 'sealedRole'>,
): string | null {
  return row.sealedRole ? vault.open(row.dataKey, field(row.id), row.sealedRole) : null;
}

const field = (rowId: string) => ({ table: 'call_registration', rowId, field: 'role' });
