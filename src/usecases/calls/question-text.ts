import type { RecordServices } from '../../ports/services.js';

const field = (rowId: string) => ({ table: 'call_question', rowId, field: 'question' });

type Vaulted = Pick<RecordServices, 'vault'>;

export function sealQuestion(
  services: Vaulted,
  row: { id: string; dataKey: Uint8Array },
  text: string,
): Uint8Array<ArrayBuffer> {
  return services.vault.seal(row.dataKey, field(row.id), text);
}

export function openQuestion(
  services: Vaulted,
  row: { id: string; dataKey: Uint8Array; sealed: Uint8Array },
): string {
  return services.vault.open(row.dataKey, field(row.id), row.sealed);
}
