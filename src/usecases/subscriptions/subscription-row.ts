import type { Subscription } from '../../adapters/database/generated/client.js';

/** What one address asked for. */
export type SubscriptionRow = Subscription;
