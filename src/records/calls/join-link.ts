import type { RecordServices } from '../../activities/ports.js';

interface SealedLink {
  id: string;
  dataKey: Uint8Array;
  sealedJoinLink: Uint8Array | null;
}

type Table = 'call' | 'call_registration';

/** Join links are keys to a confidential meeting: sealed, each under its own row. */
export function sealJoinLink(
  services: Pick<RecordServices, 'vault'>,
  table: Table,
  row: Pick<SealedLink, 'id' | 'dataKey'>,
  link: string,
): Uint8Array<ArrayBuffer> {
  return services.vault.seal(row.dataKey, field(table, row.id), link);
}

/** The registrant's own link, or else the one of the call. For approved registrants alone; callers check. */
export function openJoinLink(
  services: Pick<RecordServices, 'vault'>,
  registration: SealedLink,
  call: SealedLink | null,
): string | null {
  if (registration.sealedJoinLink) {
    const place = field('call_registration', registration.id);
    return services.vault.open(registration.dataKey, place, registration.sealedJoinLink);
  }
  if (!call?.sealedJoinLink) return null;
  return services.vault.open(call.dataKey, field('call', call.id), call.sealedJoinLink);
}

function field(table: Table, rowId: string) {
  return { table, rowId, field: 'join-link' };
}
