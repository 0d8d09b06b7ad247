import type { RecordServices, Transaction } from '../../activities/ports.js';
import type { CallState } from '../../domain/calls/call-state.js';
import { type CallStatus, isLive } from '../../domain/calls/call-status.js';
import { audienceOf, writeLate } from './bulk-mail.js';

/**
 * Who registers or opts in after the reminder went out still gets it, once: the ledger's unique key is the
 * batch's own. Does nothing for people who don't listen.
 */
export async function catchUp(
  tx: Transaction,
  services: RecordServices,
  toKick: (workflowId: string | null) => void,
  input: { personEmail: string; seriesId: string; at: Date },
): Promise<void> {
  const { personEmail, seriesId, at } = input;
  const email = personEmail.toLowerCase();
  const listener = (await audienceOf(tx, services, seriesId)).find(
    (one) => one.email.toLowerCase() === email,
  );
  if (!listener) return;
  const calls = await tx.call.findMany({
    where: { seriesId, reminderAt: { lte: at }, startsAt: { gt: at } },
  });
  for (const call of calls) {
    const state = call.processState as unknown as CallState | null;
    const date = state?.times.date;
    if (!state || !date || !isLive(call.status as CallStatus) || !state.reminded.includes(date)) continue;
    const bulk = { kind: 'call-reminder' as const, occasion: date };
    toKick(await writeLate(tx, services, listener, { call, bulk, at }));
  }
}
