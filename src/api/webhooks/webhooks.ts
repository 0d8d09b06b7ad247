import type { ContactFact } from '../../ports/contacts.js';
import type { ZoomFact } from '../../ports/meetings.js';
import type { TakeFact } from '../../usecases/webhooks/once.js';

/** Services that call us, as they are configured; an address without its secret isn't there. */
export interface Webhooks {
  zoom: { secret: string; take: TakeFact<ZoomFact> } | null;
  nationBuilder: { secret: string; take: TakeFact<ContactFact> } | null;
  lms: { secret: string } | null;
}

/** Nothing is configured. */
export const NO_WEBHOOKS: Webhooks = { zoom: null, nationBuilder: null, lms: null };
