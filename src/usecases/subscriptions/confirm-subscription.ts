import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { tellLateJoiner } from '../calls/late-joiner.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { hashToken } from '../tokens.js';
import { lockAddress } from './lock-address.js';
import { tellContacts } from './tell-contacts.js';

/** The owner of the address says yes, through the link mailed to it. Refuses `not-found`. */
export async function confirmSubscription(
  services: Services,
  token: string,
): Promise<Result<{ email: string; lists: string[]; status: 'confirmed' }>> {
  return recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    const asked = await tx.subscription.findFirst({ where: open(token, rec.at) });
    if (!asked) return refuse('link-over');
    await lockAddress(tx, asked.email);
    const { at } = rec;
    const known = await tx.subscription.findFirst({ where: open(token, at) });
    if (!known) return refuse('link-over');
    await tx.subscription.update({
      where: { id: known.id },
      data: {
        status: 'confirmed',
        emailUpdates: true,
        confirmedAt: at,
        unsubscribedAt: null,
        // The link is used; its digest stays, for whoever opens it again.
        confirmUntil: null,
      },
    });
    await tellContacts(rec, services, { subscriptionId: known.id });
    await tellLateJoiner(rec, services, { personEmail: known.email, seriesId: null });
    return ok({ email: known.email, lists: known.lists, status: 'confirmed' as const });
  });
}

/** Whether a confirmation link still works; shows whose it is before the button is pressed. */
export async function confirmationOf(
  services: Services,
  token: string,
): Promise<Result<{ email: string; lists: string[] }>> {
  const row = await services.db.subscription.findFirst({ where: open(token, services.clock.now()) });
  return row ? ok({ email: row.email, lists: row.lists }) : refuse('link-over');
}

/** The lists of somebody whose yes came through this link and still stands; null: no such link, or no such yes. */
export async function confirmedBy(services: Services, token: string): Promise<string[] | null> {
  const row = await services.db.subscription.findFirst({
    where: { confirmTokenHash: hashToken(token), confirmUntil: null, status: 'confirmed' },
  });
  return row?.lists ?? null;
}

const open = (token: string, now: Date) => ({
  confirmTokenHash: hashToken(token),
  confirmUntil: { gte: now },
});
