import { accountOf } from '../../domain/people/account-address.schema.js';
import type { Transaction } from '../../ports/database.js';

/** Whichever account of a provider these addresses came with: the next one they come with is theirs. */
export async function forgetProviderAccounts(tx: Transaction, emails: readonly string[]): Promise<void> {
  await tx.authAccount.deleteMany({ where: { user: { email: { in: emails.map(accountOf) } } } });
}
