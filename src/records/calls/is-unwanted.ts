import type { RecordServices } from '../../activities/ports.js';
import { type CallStatus, isLive } from '../../domain/calls/call-status.js';
import { isRegistered, mayMail, otherAddressesOf, saidNo } from './call-audience.js';

/** Kinds that go to everybody who listens to a call, and to nobody else. */
const TO_LISTENERS = new Set(['call-reminder', 'call-cancelled', 'call-rescheduled', 'call-recap']);

/**
 * Asked at sending, of one row of the ledger: its reader has opted out since, or it reminds of a call that was
 * cancelled or has begun. A cancellation itself still is sent. `unknown`: consent is kept elsewhere and can't be asked for now.
 */
export async function isUnwanted(
  services: Pick<RecordServices, 'db' | 'contacts' | 'clock'>,
  row: { kind: string; aboutId: string | null; to: string[] },
): Promise<boolean | 'unknown'> {
  if (!TO_LISTENERS.has(row.kind) || !row.aboutId) return false;
  const { db, contacts, clock } = services;
  const call = await db.call.findUnique({
    where: { id: row.aboutId },
    select: { status: true, seriesId: true, startsAt: true },
  });
  if (!call) return true;
  const ahead = isLive(call.status as CallStatus) && clock.now() < call.startsAt;
  if (row.kind === 'call-reminder' && !ahead) return true;
  const email = row.to[0] ?? '';
  if (contacts?.kind !== 'nationbuilder') return !(await mayMail(db, email, call.seriesId));
  if (!(await isRegistered(db, email, call.seriesId))) return true;
  if (await saidNo(db, email)) return true;
  const answer = await contacts.mayMail(email, await otherAddressesOf(db, email));
  return answer === 'unknown' ? 'unknown' : answer === 'no';
}
