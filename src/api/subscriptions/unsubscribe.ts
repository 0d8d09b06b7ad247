import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { recordOrRefuse } from '../../usecases/record-or-refuse.js';
import { endSubscriptions } from '../../usecases/subscriptions/end-subscription.js';
import { hashToken } from '../../usecases/tokens.js';

/** Ends all mail about the calls, through the link that every one of them carries. Done again, nothing happens. */
export async function unsubscribe(
  services: Services,
  token: string,
): Promise<Result<{ status: 'unsubscribed' }>> {
  return recordOrRefuse(services, async (tx, toKick) => {
    const known = await tx.subscription.findUnique({ where: { unsubscribeTokenHash: hashToken(token) } });
    if (!known) return refuse('not-found', 'This link is not valid.');
    const { id: subscriptionId, email } = known;
    await endSubscriptions(tx, services, toKick, { subscriptionId, email, at: services.clock.now() });
    return ok({ status: 'unsubscribed' as const });
  });
}
