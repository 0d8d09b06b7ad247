import type { Services } from '../../activities/ports.js';
import type { Actor } from '../../domain/people/actor.js';
import { subscriptionView } from './subscribe.js';
import type { SubscriptionView } from './subscription.schema.js';

/** What a signed-in person has asked for, by the address they signed in with; null: nothing yet. */
export async function ownSubscription(
  services: Services,
  actor: Extract<Actor, { email: string }>,
): Promise<SubscriptionView | null> {
  const row = await services.db.subscription.findUnique({ where: { email: actor.email } });
  return row ? subscriptionView(row) : null;
}
