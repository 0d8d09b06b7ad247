import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { hashToken } from '../tokens.js';
import { endSubscriptions } from './end-subscription.js';

/** Ends all mail about the calls, through the link that every one of them carries. Done again, nothing happens. */
export async function unsubscribe(
  services: Services,
  token: string,
): Promise<Result<{ status: 'unsubscribed' }>> {
  return recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    const known = await tx.subscription.findUnique({ where: { unsubscribeTokenHash: hashToken(token) } });
    if (!known) return refuse('unsubscribe-link-unknown');
    const { id: subscriptionId, email } = known;
    await endSubscriptions(rec, services, { subscriptionId, email });
    return ok({ status: 'unsubscribed' as const });
  });
}
