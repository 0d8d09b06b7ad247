import type { Actor } from '../../domain/people/actor.js';
import type { Services } from '../../ports/services.js';

/** What is known of whoever asks. */
export interface OwnProfile {
  name: string;
  role: string;
  licensedIn: string[];
  organization: string | null;
}

/** Null: they did not sign in as a person, or nothing is known of them. */
export async function ownProfile({ db }: Pick<Services, 'db'>, actor: Actor): Promise<OwnProfile | null> {
  if (actor.kind !== 'person') return null;
  const person = await db.person.findUnique({
    where: { id: actor.id },
    select: { name: true, role: true, licensedIn: true, organization: { select: { name: true } } },
  });
  return person && { ...person, organization: person.organization?.name ?? null };
}
