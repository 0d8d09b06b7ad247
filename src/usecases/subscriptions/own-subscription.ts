import type { Actor } from '../../domain/people/actor.js';
import type { Services } from '../../ports/services.js';
import { subscriptionView } from './subscribe.js';
import type { SubscriptionView } from './subscription.schema.js';
import { contactsOf } from './tell-contacts.js';

export interface OwnSubscription {
  /** Null: nothing was asked for here yet. */
  view: SubscriptionView | null;
  /** Whether mail about the calls comes, as far as is known; null: nobody has said. */
  wants: boolean | null;
  /** They said no where contacts are kept, and only they can undo it there. */
  saidNoElsewhere: boolean;
}

/** What a signed-in person has asked for, by the address they signed in with. */
export async function ownSubscription(
  services: Services,
  { email }: Extract<Actor, { email: string }>,
): Promise<OwnSubscription> {
  const row = await services.db.subscription.findUnique({ where: { email } });
  const there = contactsOf(services) ? await services.db.contactAddress.findMany({ where: { email } }) : [];
  const view = row ? subscriptionView(row) : null;
  const saidNoElsewhere = there.some((one) => one.optedOut);
  const elsewhere = there.length > 0 ? there.every((one) => one.mayMail) : null;
  // One nobody confirmed was made by somebody else, or for its way out alone.
  const here = row && row.status !== 'pending' ? row.status === 'confirmed' && row.emailUpdates : null;
  return { view, wants: here ?? elsewhere, saidNoElsewhere };
}
