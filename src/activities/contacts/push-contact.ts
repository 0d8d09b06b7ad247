import type { ContactPolling, ContactWish } from '../../ports/contacts.js';
import type { Outcome } from '../../ports/outcome.js';
import type { RecordServices } from '../../ports/services.js';
import type { SubscriptionRow } from '../../usecases/subscriptions/subscription-row.js';
import { contactsOf } from '../../usecases/subscriptions/tell-contacts.js';
import type { Again } from './by-retry-policy.js';
import { takeNews } from './take-news.js';

export interface PushContact {
  v: 1;
  subscriptionId: string;
  /** The choice that is told; a later one has a process of its own. */
  seq: number;
}

export type PushedContact =
  /** Told, or nothing to tell, or a later choice is told instead. */
  | { state: 'settled' }
  | Again
  /** The nation doesn't take it, now or later. Staff see it. */
  | { state: 'refused' };

/** Refused for this contact; everything else may be mended by somebody. */
const FINAL = new Set(['invalid', 'bad-request', 'change-ignored']);
const AFTER_REFUSAL_MS = 60 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Tells the nation what stands in a subscription, which is read here and so is always the latest. If it changed
 * while the nation was told, it is told again: of two that run at once the last to end has seen the last choice.
 */
export function pushContact(services: RecordServices) {
  const { db } = services;
  return async ({ subscriptionId, seq }: PushContact): Promise<PushedContact> => {
    const contacts = contactsOf(services);
    for (let told: number | null = null; ; ) {
      const row = await db.subscription.findUnique({ where: { id: subscriptionId } });
      if (!row || row.pushSeq === told) return { state: 'settled' };
      // The process of the later choice tells it; but what we told meanwhile may have undone that.
      if (told === null && row.pushSeq > seq) return { state: 'settled' };
      // Disconnected for a while, perhaps: a process that ended would not begin again.
      if (!contacts) return { state: 'again', afterMs: DAY_MS };
      told = row.pushSeq;
      const wish = wishOf(row);
      const pushed = wish ? await contacts.push(wish) : null;
      if (pushed && pushed.outcome !== 'done') return failed(row, pushed);
      await db.subscription.updateMany({
        where: { id: row.id, pushSeq: row.pushSeq },
        data: { pushedSeq: row.pushSeq, pushProblem: null },
      });
      const trouble = pushed ? await takeNews(services, contacts, pushed.value.contacts) : null;
      if (trouble)
        services.log.warn({ code: trouble.code }, 'a contact that may be merged could not be read');
    }
  };

  async function failed(row: SubscriptionRow, outcome: NotDone): Promise<PushedContact> {
    services.log.warn(
      { subscriptionId: row.id, code: outcome.code, outcome: outcome.outcome },
      'what somebody chose could not be told',
    );
    await db.subscription.updateMany({
      where: { id: row.id, pushSeq: row.pushSeq },
      data: { pushProblem: outcome.code },
    });
    if (outcome.outcome === 'retry') return { state: 'again', afterMs: waitMs(services, outcome.retryAt) };
    return FINAL.has(outcome.code) ? { state: 'refused' } : { state: 'again', afterMs: AFTER_REFUSAL_MS };
  }
}

type NotDone = Exclude<Outcome<never>, { outcome: 'done' }>;

const UNTIL_TRIED_AGAIN_MS = 30_000;

function waitMs({ contactPolling }: { contactPolling?: ContactPolling }, retryAt: string): number {
  return Math.max(UNTIL_TRIED_AGAIN_MS, contactPolling?.untilMs(retryAt) ?? 0);
}

/** Null: nothing that would concern anybody outside. */
function wishOf({ email, name, status, emailUpdates, suppressed }: SubscriptionRow): ContactWish | null {
  if (status === 'unsubscribed' || suppressed === 'complaint') return { email, name, emailUpdates: false };
  if (suppressed === 'bounce') return { email, name, emailUpdates: null, bounces: true };
  return status === 'confirmed' && emailUpdates ? { email, name, emailUpdates: true } : null;
}
