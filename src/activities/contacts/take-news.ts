import type { ContactState, Contacts } from '../../ports/contacts.js';
import type { Outcome } from '../../ports/outcome.js';
import type { RecordServices } from '../../ports/services.js';
import { recording } from '../../usecases/recording.js';
import { forgetContact, knownAmong, takeContact } from '../../usecases/subscriptions/take-contact.js';

/** A contact as it is now, or one to be read. */
export type News = ContactState | { contactId: string };

type NotDone = Exclude<Outcome<never>, { outcome: 'done' }>;

/**
 * Takes in what is new of contacts, each in a transaction of its own. Whoever had an address that another one has now
 * is read: one that is gone was merged or deleted, and who has its addresses now is found. Null when all of it was
 * taken in; else what the nation answered, and asking again takes in the same.
 */
export async function takeNews(
  services: RecordServices,
  contacts: Contacts,
  news: News[],
): Promise<NotDone | null> {
  const { db } = services;
  const waiting = [...news];
  const read = new Set<string>();
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if ('emails' in next) {
      waiting.push(...(await take([next], null)));
      continue;
    }
    const { contactId } = next;
    if (read.has(contactId)) continue;
    read.add(contactId);
    const now = await contacts.read(contactId);
    if (now.outcome !== 'done') return now;
    if (now.value) {
      waiting.push(now.value);
      continue;
    }
    const rows = await db.contactAddress.findMany({ where: { contactId }, orderBy: { email: 'asc' } });
    const heirs: ContactState[] = [];
    for (const { email } of rows) {
      const found = await contacts.find(email);
      if (found.outcome !== 'done') return found;
      heirs.push(...found.value);
    }
    waiting.push(...(await take(heirs, contactId)));
  }
  return null;

  /** In one transaction: an address never has nobody while its record passes from one to another. */
  async function take(states: ContactState[], gone: string | null): Promise<News[]> {
    for (const { contactId } of states) read.add(contactId);
    const others = await recording(services, async (rec) => {
      const { tx } = rec;
      if (gone) await forgetContact(tx, gone);
      const ids: string[] = [];
      for (const contact of states) ids.push(...(await takeContact(rec, services, contact)));
      return ids;
    });
    return others.filter((id) => !read.has(id)).map((contactId) => ({ contactId }));
  }
}

/** Those whose addresses or records we know; most of a nation are strangers. */
export async function concerningUs(
  { db }: Pick<RecordServices, 'db'>,
  contacts: ContactState[],
): Promise<ContactState[]> {
  const known = new Set(await knownAmong(db, [...new Set(contacts.flatMap(({ emails }) => emails))]));
  const rows = await db.contactAddress.findMany({
    where: { contactId: { in: contacts.map(({ contactId }) => contactId) } },
    select: { contactId: true },
  });
  const had = new Set(rows.map((row) => row.contactId));
  return contacts.filter((one) => had.has(one.contactId) || one.emails.some((email) => known.has(email)));
}
