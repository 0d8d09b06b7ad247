import { randomUUID } from 'node:crypto';
import type { Prisma } from '../../adapters/database/generated/client.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { hashToken } from '../tokens.js';
import { unsubscribeToken } from './tokens.js';

/** A subscription nobody has confirmed: it asks for nothing, and its link leads out of the lists. */
export function newSubscription(
  services: Pick<RecordServices, 'vault'>,
  { email, name = '', lists = [], emailUpdates = true, at }: NewSubscription,
): Prisma.SubscriptionCreateManyInput {
  const id = randomUUID();
  return {
    id,
    email: email.toLowerCase(),
    name,
    lists,
    emailUpdates,
    status: 'pending',
    unsubscribeTokenHash: hashToken(unsubscribeToken(services, id)),
    createdAt: at,
  };
}

export interface NewSubscription {
  email: string;
  name?: string;
  lists?: string[];
  emailUpdates?: boolean;
  at: Date;
}

/**
 * Everybody approved for a series can leave by a link, also those whose consent is kept elsewhere and who never
 * subscribed here. With `personId` only that person.
 */
export async function makeWaysOut(
  tx: Transaction,
  services: Pick<RecordServices, 'vault'>,
  { seriesId, personId = null, at }: { seriesId: string; personId?: string | null; at: Date },
): Promise<void> {
  const without = await tx.$queryRaw<{ email: string; name: string }[]>`
    SELECT lower(r.email) AS email, min(r.name) AS name FROM call_registration r
    WHERE r.series_id = ${seriesId} AND r.status = 'approved'
      AND (${personId}::uuid IS NULL OR r.person_id = ${personId}::uuid)
      AND NOT EXISTS (SELECT 1 FROM subscription s WHERE s.email = lower(r.email))
    GROUP BY lower(r.email)`;
  if (without.length === 0) return;
  await tx.subscription.createMany({
    data: without.map(({ email, name }) => newSubscription(services, { email, name, at })),
    skipDuplicates: true,
  });
}
