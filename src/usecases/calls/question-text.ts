import type { RecordServices } from '../../ports/services.js';
import type { DataKey } from '../../ports/vault.js';

const field = (rowId: string) => ({ table: 'call_question', rowId, field: 'question' });

type Vaulted = Pick<RecordServices, 'vault'>;

export function sealQuestion(
  services: Vaulted,
  row: { id: string; dataKey: DataKey },
  text: string,
): Uint8Array<ArrayBuffer> {
  return services.vault.seal(row.dataKey, field(row.id), text);
}

export function openQuestion(
  services: Vaulted,
  row: { id: string; dataKey: DataKey; sealed: Uint8Array },
): string {
  return services.vault.open(row.dataKey, field(row.id), row.sealed);
}
