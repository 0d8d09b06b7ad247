import { linksStand } from '../../domain/calls/meeting-problem.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import type { DataKey } from '../../ports/vault.js';

interface SealedLink {
  id: string;
  dataKey: DataKey;
  sealedJoinLink: Uint8Array | null;
}

type Table = 'call' | 'call_registration' | 'call_registrant';

/** Join links are keys to a confidential meeting: sealed, each under its own row. */
export function sealJoinLink(
  services: Pick<RecordServices, 'vault'>,
  table: Table,
  row: Pick<SealedLink, 'id' | 'dataKey'>,
  link: string,
): Uint8Array<ArrayBuffer> {
  return services.vault.seal(row.dataKey, field(table, row.id), link);
}

/**
 * The way into a call for one registrant, or null: a link that staff set for this call goes first, for they set it
 * when the usual way fails; then the personal one of the call's meeting, unless it leads nowhere or something would be kept;
 * then one of the series. For approved registrants alone; callers check.
 */
export async function joinLinkOf(
  tx: Transaction,
  services: Pick<RecordServices, 'vault'>,
  registration: SealedLink,
  call: (SealedLink & { meetingProblem: string | null }) | null,
): Promise<string | null> {
  const { vault } = services;
  if (call?.sealedJoinLink) return vault.open(call.dataKey, field('call', call.id), call.sealedJoinLink);
  const registrant =
    call && linksStand(call.meetingProblem)
      ? await tx.callRegistrant.findUnique({
          where: { callId_registrationId: { callId: call.id, registrationId: registration.id } },
        })
      : null;
  if (registrant?.status === 'approved' && registrant.sealedJoinLink) {
    return vault.open(
      registration.dataKey,
      field('call_registrant', registrant.id),
      registrant.sealedJoinLink,
    );
  }
  if (!registration.sealedJoinLink) return null;
  const place = field('call_registration', registration.id);
  return vault.open(registration.dataKey, place, registration.sealedJoinLink);
}

function field(table: Table, rowId: string) {
  return { table, rowId, field: 'join-link' };
}
