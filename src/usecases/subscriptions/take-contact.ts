import type { ContactAddress } from '../../adapters/database/generated/client.js';
import type { ContactState } from '../../ports/contacts.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { tellLateJoiner } from '../calls/late-joiner.js';
import type { Recording } from '../recording.js';
import { ended } from './end-subscription.js';
import { lockAddress } from './lock-address.js';
import { tellContacts } from './tell-contacts.js';

/**
 * Takes in what the nation says of somebody now, as far as it is about addresses we know; of others nothing is kept.
 * Older news than we have does nothing. Answers other contacts that had one of the addresses: they may have been
 * merged into this one.
 */
export async function takeContact(
  rec: Recording,
  services: RecordServices,
  contact: ContactState,
): Promise<string[]> {
  const { tx } = rec;
  const { contactId } = contact;
  const mine = { contactId };
  const known = await knownAmong(tx, contact.emails);
  // Whoever subscribes or leaves by the same address waits.
  for (const email of known) await lockAddress(tx, email);
  const before = await tx.contactAddress.findMany({ where: { OR: [mine, { email: { in: known } }] } });
  const ours = before.filter((row) => row.contactId === contactId);
  if (ours.some((row) => isOlder(contact, row))) return [];
  await tx.contactAddress.deleteMany({ where: { contactId, email: { notIn: known } } });
  for (const email of known) {
    const data = {
      mayMail: contact.mayMail[email] === 'yes',
      optedOut: contact.optedOut,
      changedAt: new Date(contact.updatedAt),
      seenAt: rec.at,
    };
    await tx.contactAddress.upsert({
      where: { contactId_email: { contactId, email } },
      create: { contactId, email, ...data },
      update: data,
    });
  }
  for (const email of known) await follow(rec, services, { contact, before, email });
  const others = before.filter((row) => row.contactId !== contactId && known.includes(row.email));
  return [...new Set(others.map((row) => row.contactId))];
}

/** Deleted, or merged into another, which is told of by itself. What the person chose here stands. */
export async function forgetContact(tx: Transaction, contactId: string): Promise<void> {
  await tx.contactAddress.deleteMany({ where: { contactId } });
}

/** Of these addresses (lower case), those of people or subscriptions of ours. */
export async function knownAmong(tx: Transaction, emails: string[]): Promise<string[]> {
  const of = { where: { email: { in: emails } }, select: { email: true } };
  const rows = [...(await tx.personEmail.findMany(of)), ...(await tx.subscription.findMany(of))];
  return [...new Set(rows.map((row) => row.email))].sort();
}

/** The nation's clock has seconds: of two words in the same one, the "no" counts. */
function isOlder(contact: ContactState, row: ContactAddress): boolean {
  const told = Date.parse(contact.updatedAt);
  const had = row.changedAt.getTime();
  return had > told || (had === told && row.optedOut && !contact.optedOut);
}

/** Our own subscription by this address follows the nation's last word, and ours goes there where it is the last. */
async function follow(
  rec: Recording,
  services: RecordServices,
  { contact, before, email }: { contact: ContactState; before: ContactAddress[]; email: string },
): Promise<void> {
  const { tx, at } = rec;
  const then = before.filter((row) => row.email === email);
  const others = then.filter((row) => row.contactId !== contact.contactId);
  const had = then.find((row) => row.contactId === contact.contactId);
  const mayMailNow = contact.mayMail[email] === 'yes' && others.every((row) => row.mayMail);
  const own = await tx.subscription.findUnique({ where: { email } });
  if (own?.status === 'confirmed' && contact.optedOut) {
    await tx.subscription.update({
      where: { id: own.id },
      data: ended(at),
    });
  }
  const saidNo = own?.status === 'unsubscribed' || own?.suppressed === 'complaint';
  // With a word of ours on its way there, what stands there is older.
  if (own && saidNo && !contact.optedOut && own.pushSeq === own.pushedSeq) {
    // They had said no there, by our telling or themselves, and say yes since. A yes of a record that is new to us
    // may be an import's: to it our "no" is told.
    if (had?.optedOut && mayMailNow && !own.suppressed) {
      await tx.subscription.update({
        where: { id: own.id },
        data: { status: 'confirmed', emailUpdates: true, confirmedAt: at, unsubscribedAt: null },
      });
    } else {
      await tellContacts(rec, services, { subscriptionId: own.id });
    }
  }
  const couldBefore = then.length > 0 && then.every((row) => row.mayMail);
  if (mayMailNow && !couldBefore) {
    await tellLateJoiner(rec, services, { personEmail: email, seriesId: null });
  }
}
