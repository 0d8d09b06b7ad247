import type { Transaction } from '../../ports/database.js';

/** Whether an address (lower case) is one of a person's. */
export async function ownsAddress(tx: Transaction, personId: string, email: string): Promise<boolean> {
  return (await tx.personEmail.count({ where: { personId, email } })) > 0;
}
