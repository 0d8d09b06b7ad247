import type { RecordServices } from '../../ports/services.js';
import { contactsOf } from '../../usecases/subscriptions/tell-contacts.js';
import type { Again } from './by-retry-policy.js';
import { takeNews } from './take-news.js';

export interface ReadContact {
  v: 1;
  contactId: string;
}

export type ReadContactDone = { state: 'settled' } | Again;

const AFTER_REFUSAL_MS = 60 * 60_000;
const UNTIL_TRIED_AGAIN_MS = 30_000;

/** Reads one contact that is said to have changed, and takes in what it is now. */
export function readContact(services: RecordServices) {
  return async ({ contactId }: ReadContact): Promise<ReadContactDone> => {
    const contacts = contactsOf(services);
    const trouble = contacts ? await takeNews(services, contacts, [{ contactId }]) : null;
    if (!trouble) return { state: 'settled' };
    services.log.warn({ code: trouble.code }, 'a contact that changed could not be read');
    if (trouble.outcome === 'refused') return { state: 'again', afterMs: AFTER_REFUSAL_MS };
    const afterMs = services.contactPolling?.untilMs(trouble.retryAt) ?? 0;
    return { state: 'again', afterMs: Math.max(UNTIL_TRIED_AGAIN_MS, afterMs) };
  };
}
