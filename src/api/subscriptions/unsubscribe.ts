import type { Services } from '../../activities/ports.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import { hashToken } from '../../records/tokens.js';

/** Ends all mail about the calls, through the link that every one of them carries. Done again, nothing happens. */
export async function unsubscribe(
  services: Services,
  token: string,
): Promise<Result<{ status: 'unsubscribed' }>> {
  const unsubscribeTokenHash = hashToken(token);
  const { count } = await services.db.subscription.updateMany({
    where: { unsubscribeTokenHash },
    data: {
      status: 'unsubscribed',
      emailUpdates: false,
      unsubscribedAt: services.clock.now(),
      confirmTokenHash: null,
    },
  });
  return count > 0 ? ok({ status: 'unsubscribed' }) : refuse('not-found', 'This link is not valid.');
}
