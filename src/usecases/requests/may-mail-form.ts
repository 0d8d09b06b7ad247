import { LIMITS } from '../../domain/limits.js';
import type { RecordServices } from '../../ports/services.js';
import { spend } from '../limits/spend.js';
import { type Count, spendAll } from '../limits/spend-all.js';

/** At whose wish a mail leaves: a network, and how many times the limit it may be. */
export interface Asker {
  ref: string;
  times: number;
}

/**
 * Whether one more mail with a form's link may go to an address: anybody can type anybody's, and nobody's mailbox is
 * filled from here. The form itself is held all the same. Of one network it takes half of what an address may get, so
 * that a stranger leaves the owner of the address room. Counted apart from any transaction: a mail too many counts less
 * than two senders who wait for each other.
 */
export async function mayMailForm(
  services: Pick<RecordServices, 'db' | 'vault'>,
  email: string,
  asker: Asker | null,
): Promise<boolean> {
  const counts: Count[] = [
    [LIMITS.formMailsToAddress, email],
    [LIMITS.formMailsToAddressInADay, email],
    [LIMITS.formMails, 'all'],
  ];
  if (asker) counts.unshift([LIMITS.formMailsByAsker, `${asker.ref}/${email}`, asker.times]);
  return (await spendAll(services, counts)).allowed;
}

/** The same of a reminder, which nobody asks for. */
export async function mayRemindOfForm(
  services: Pick<RecordServices, 'db' | 'vault'>,
  email: string,
): Promise<boolean> {
  return (await spend(services, LIMITS.formReminders, email)).allowed;
}
