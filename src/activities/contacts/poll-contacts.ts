import type { Contacts } from '../../ports/contacts.js';
import type { Outcome } from '../../ports/outcome.js';
import type { RecordServices } from '../../ports/services.js';
import { recording } from '../../usecases/recording.js';
import { contactsOf, tellWhatWaits } from '../../usecases/subscriptions/tell-contacts.js';
import { concerningUs, takeNews } from './take-news.js';

export interface PollContacts {
  v: 1;
  episode: number;
}

export type PolledContacts =
  | { state: 'wait'; afterMs: number }
  /** Nothing is connected any more, or another process polls. */
  | { state: 'off' };

const SOURCE = 'nationbuilder';
/** Read once more each time: two clocks, and lists that learn of a change late. */
const OVERLAP_MS = 2 * 60_000;
/** Records we haven't heard of for so long are looked at, a few each time: those deleted are in no list. */
const LOOK_AGAIN_MS = 7 * 86_400_000;
const LOOK_AT_ONCE = 25;
const USUAL_MS = 15 * 60_000;

/** Takes in what changed at the nation since the last time. What fails is a code on the row, for staff. */
export function pollContacts(services: RecordServices) {
  const { db, clock } = services;
  return async ({ episode }: PollContacts): Promise<PolledContacts> => {
    const row = await db.contactPoll.findUniqueOrThrow({ where: { source: SOURCE } });
    if (row.episode !== episode) return { state: 'off' };
    const contacts = contactsOf(services);
    if (!contacts) {
      await db.contactPoll.update({ where: { source: SOURCE }, data: { stopped: true } });
      return { state: 'off' };
    }
    const polling = services.contactPolling;
    if (polling && !polling.mayAsk()) return { state: 'wait', afterMs: polling.waitMs(null) };
    await recording(services, tellWhatWaits);
    const trouble = (await readChanges(contacts, row.cursor)) ?? (await lookAgain(contacts));
    if (trouble) services.log.warn({ code: trouble.code }, 'changes of contacts could not be read');
    await db.contactPoll.update({
      where: { source: SOURCE },
      data: { askedAt: clock.now(), problem: trouble?.code ?? null },
    });
    const retryAt = trouble?.outcome === 'retry' ? trouble.retryAt : null;
    return { state: 'wait', afterMs: polling?.waitMs(retryAt) ?? USUAL_MS };
  };

  async function readChanges(contacts: Contacts, cursor: Date | null): Promise<NotDone | null> {
    let since = cursor ? new Date(cursor.getTime() - OVERLAP_MS).toISOString() : null;
    for (;;) {
      const polled = await contacts.poll(since);
      if (polled.outcome !== 'done') return polled;
      const { until, more } = polled.value;
      const trouble = await takeNews(services, contacts, await concerningUs(services, polled.value.contacts));
      if (trouble) return trouble;
      const reached = new Date(until);
      if (!cursor || reached > cursor) {
        await db.contactPoll.update({ where: { source: SOURCE }, data: { cursor: reached } });
      }
      if (!more) return null;
      since = until;
    }
  }

  async function lookAgain(contacts: Contacts): Promise<NotDone | null> {
    const rows = await db.contactAddress.groupBy({
      by: ['contactId'],
      where: { seenAt: { lt: new Date(clock.now().getTime() - LOOK_AGAIN_MS) } },
      _min: { seenAt: true },
      orderBy: { _min: { seenAt: 'asc' } },
      take: LOOK_AT_ONCE,
    });
    const trouble = await takeNews(
      services,
      contacts,
      rows.map(({ contactId }) => ({ contactId })),
    );
    return trouble;
  }
}

type NotDone = Exclude<Outcome<never>, { outcome: 'done' }>;
