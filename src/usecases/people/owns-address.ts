import type { Services } from '../../ports/services.js';

/** Whether an address (lower case) is one of a person's. */
export async function ownsAddress(
  { db }: Pick<Services, 'db'>,
  personId: string,
  email: string,
): Promise<boolean> {
  return (await db.personEmail.count({ where: { personId, email } })) > 0;
}
