import type { Actor } from '../../domain/people/actor.js';
import type { Services } from '../../ports/services.js';

/** Whether an address (lower case) is one of theirs: as a rule the one they are signed in with. */
export async function ownsAddress(
  { db }: Pick<Services, 'db'>,
  person: Extract<Actor, { kind: 'person' }>,
  email: string,
): Promise<boolean> {
  if (email === person.email) return true;
  return (await db.personEmail.count({ where: { personId: person.id, email } })) > 0;
}
