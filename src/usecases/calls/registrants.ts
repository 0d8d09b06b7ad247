import { randomUUID } from 'node:crypto';
import type { CallRegistrant } from '../../adapters/database/generated/client.js';
import type { RecordServices } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import type { CallRow } from './call-row.js';
import { sealJoinLink } from './join-link.js';
import type { RegistrationRow } from './registration-row.js';

/** In a call's meeting, and not approved any more, or there under an address that they have changed since. */
export async function registrantsToTakeOff(
  { db }: Pick<RecordServices, 'db'>,
  callId: string,
  take: number,
): Promise<CallRegistrant[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT registrant.id FROM call_registrant registrant
    JOIN call_registration registration ON registration.id = registrant.registration_id
    WHERE registrant.call_id = ${callId} AND registrant.status = 'approved'
      AND (registration.status <> 'approved' OR lower(registration.email) <> lower(registrant.email))
    ORDER BY registrant.id LIMIT ${take}`;
  return db.callRegistrant.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
  });
}

/** Approved, and not in the call's meeting yet; oldest first. */
export function registrationsToAdd(
  { db }: Pick<RecordServices, 'db'>,
  call: Pick<CallRow, 'id' | 'seriesId'>,
  take: number,
): Promise<RegistrationRow[]> {
  return db.callRegistration.findMany({
    where: {
      seriesId: call.seriesId,
      status: 'approved',
      registrants: { none: { callId: call.id, status: 'approved' } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take,
    include: withKey,
  });
}

/** Keeps what the meeting says of somebody who was added; the personal link sealed. Repeating it changes nothing. */
export async function keepRegistrant(
  services: Pick<RecordServices, 'db' | 'vault'>,
  {
    callId,
    registration,
    added,
  }: {
    callId: string;
    registration: RegistrationRow;
    added: { registrantId: string; joinUrl: string };
  },
): Promise<void> {
  const key = { callId, registrationId: registration.id };
  const known = await services.db.callRegistrant.findUnique({ where: { callId_registrationId: key } });
  const id = known?.id ?? randomUUID();
  const place = { id, dataKey: registration.dataKey };
  const row = {
    registrantId: added.registrantId,
    email: registration.email,
    status: 'approved',
    sealedJoinLink: sealJoinLink(services, 'call_registrant', place, added.joinUrl),
  };
  await services.db.callRegistrant.upsert({
    where: { callId_registrationId: key },
    create: { id, ...key, ...row },
    update: row,
  });
}
