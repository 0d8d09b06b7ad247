import type { RecordServices, Transaction } from '../../activities/ports.js';
import type { CallState } from '../../domain/calls/call-state.js';
import { type CallStatus, isLive } from '../../domain/calls/call-status.js';
import { audienceOf, writeLate } from './bulk-mail.js';

type Kick = (workflowId: string | null) => void;

/**
 * Who registers or opts in after the reminder went out still gets it, once: the ledger's unique key is the
 * batch's own. `personEmail` is any of the person's addresses. Does nothing for people who don't listen.
 */
export async function catchUp(
  tx: Transaction,
  services: RecordServices,
  toKick: Kick,
  input: { personEmail: string; seriesId: string; at: Date },
): Promise<void> {
  const { personEmail, seriesId, at } = input;
  const calls = await tx.call.findMany({
    where: { seriesId, reminderAt: { lte: at }, startsAt: { gt: at } },
  });
  if (calls.length === 0) return;
  const known = await tx.personEmail.findUnique({ where: { email: personEmail.toLowerCase() } });
  const [listener] = known ? await audienceOf(tx, services, { seriesId, personId: known.personId, at }) : [];
  if (!listener) return;
  for (const call of calls) {
    const state = call.processState as unknown as CallState | null;
    const date = state?.times.date;
    if (!state || !date || !isLive(call.status as CallStatus) || !state.reminded.includes(date)) continue;
    const bulk = { kind: 'call-reminder' as const, occasion: date };
    toKick(await writeLate(tx, services, listener, { call, bulk, at }));
  }
}
