import type { Transaction } from '../../activities/ports.js';
import { type CallStatus, isLive } from '../../domain/calls/call-status.js';
import { mayMail } from './call-audience.js';

/** Kinds that go to everybody who listens to a call, and to nobody else. */
const TO_LISTENERS = new Set(['call-reminder', 'call-cancelled', 'call-rescheduled', 'call-recap']);

/**
 * Asked at sending, of one row of the ledger: its reader has opted out since, or it reminds of a call that was
 * cancelled. A cancellation itself still is sent.
 */
export async function isUnwanted(
  tx: Transaction,
  row: { kind: string; aboutId: string | null; to: string[] },
): Promise<boolean> {
  if (!TO_LISTENERS.has(row.kind) || !row.aboutId) return false;
  const call = await tx.call.findUnique({
    where: { id: row.aboutId },
    select: { status: true, seriesId: true },
  });
  if (!call || !(await mayMail(tx, row.to[0] ?? '', call.seriesId))) return true;
  return row.kind === 'call-reminder' && !isLive(call.status as CallStatus);
}
