import type { BulkMail } from '../../domain/calls/bulk-mail.js';
import type { CallEventData, CallState } from '../../domain/calls/call-state.js';
import { missedMail } from '../../domain/calls/missed-mail.js';
import { callWorkflowId } from '../../domain/calls/workflow-id.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import type { Recording } from '../recording.js';
import { audienceOf, writeLate } from './bulk-mail.js';
import type { CallRow } from './call-row.js';
import { seriesRule } from './load-series.js';
import { pollLink } from './poll.js';

const DAY_MS = 86_400_000;

/**
 * Who registers or opts in after mail to everybody went out still gets what of it is of use, once: the ledger's
 * unique key is the batch's own. `personEmail` is any of the person's addresses. Does nothing for people who don't
 * listen.
 */
export async function catchUp(
  rec: Recording,
  services: RecordServices,
  input: { personEmail: string; seriesId: string },
): Promise<void> {
  const { tx, at } = rec;
  const { personEmail, seriesId } = input;
  const series = seriesRule(services, seriesId);
  if (!series) return;
  const recapSince = new Date(at.getTime() - series.lateRecapDays * DAY_MS);
  const calls = await tx.call.findMany({
    where: {
      seriesId,
      OR: [{ startsAt: { gt: at } }, { recapPublishedAt: { not: null }, endsAt: { gte: recapSince } }],
    },
    orderBy: { startsAt: 'asc' },
    include: withKey,
  });
  const missed = calls.flatMap((call) => {
    const state = call.processState as unknown as CallState | null;
    const mail = state && missedMail(state, at.toISOString());
    return mail ? [{ call, mail }] : [];
  });
  if (missed.length === 0) return;
  const known = await tx.personEmail.findUnique({ where: { email: personEmail.toLowerCase() } });
  const [listener] = known ? await audienceOf(tx, services, { seriesId, personId: known.personId, at }) : [];
  if (!listener) return;
  for (const { call, mail } of missed) {
    const bulk = await inFull(tx, services, call, mail);
    await writeLate(rec, services, listener, { call, bulk });
  }
}

/** With what the batch's own mail said besides. */
async function inFull(
  tx: Transaction,
  services: RecordServices,
  call: CallRow,
  mail: BulkMail,
): Promise<BulkMail> {
  if (mail.kind === 'call-recap') return { ...mail, pollLink: pollLink(services, call.id) };
  if (mail.kind !== 'call-rescheduled') return mail;
  const moved = await tx.processEvent.findFirst({
    where: { workflowId: callWorkflowId(call.id), type: 'rescheduled' },
    orderBy: { seq: 'desc' },
  });
  return { ...mail, wasAt: (moved?.data as CallEventData | undefined)?.startedAt };
}
