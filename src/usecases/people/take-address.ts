import { ok, type Result, refuse } from '../../domain/result.js';
import type { RecordServices } from '../../ports/services.js';
import type { Recording } from '../recording.js';
import { becomeOne } from './become-one.js';
import { type HeldPerson, holdPeople, MOST_ADDRESSES } from './hold-people.js';
import { writePersonEvent } from './person-events.js';

/**
 * An address (lower case) becomes one of a person's, and counts as proved. Of somebody else's: with `asOne` both become
 * one; without it only if nothing but completions came in under it.
 * Refuses `not-found`, `not-allowed-now` (somebody else's; see also `becomeOne`).
 */
export async function takeAddress(
  rec: Recording,
  services: RecordServices,
  take: { personId: string; email: string; actor: string; asOne: boolean },
): Promise<Result<{ isNew: boolean }>> {
  const { tx } = rec;
  const { personId, email, actor } = take;
  const held = await holdPeople(tx, [personId], [email]);
  const person = held.get(personId);
  if (!person || person.mergedIntoId) return refuse('no-such-person');
  const known = await tx.personEmail.findUnique({ where: { email } });
  const isTheirs = known?.personId === personId;
  if (isTheirs && known.verifiedAt) return ok({ isNew: false });
  if (known && !isTheirs) {
    const other = held.get(known.personId);
    // Somebody used it for the first time just now.
    if (!other) return refuse('address-of-somebody-else');
    if (!take.asOne && !(await hasCompletionsOnly(rec, other))) return refuse('address-of-somebody-else');
    const refused = await becomeOne(rec, services, { from: other, into: person, actor });
    if (refused) return refused;
  } else if (!isTheirs) {
    if (person.emails.length >= MOST_ADDRESSES) return refuse('too-many-addresses', { most: MOST_ADDRESSES });
    await tx.personEmail.create({ data: { email, personId } });
  }
  await tx.personEmail.update({ where: { email }, data: { verifiedAt: rec.at } });
  const type = take.asOne ? 'address-proved' : 'address-added';
  await writePersonEvent(rec, { personId, actor, type, email });
  return ok({ isNew: !isTheirs });
}

/** Nobody has signed in, asked for anything, registered or become a mentor under their addresses: courses were passed there, no more. */
async function hasCompletionsOnly({ tx }: Recording, { id }: HeldPerson): Promise<boolean> {
  const person = await tx.person.findUniqueOrThrow({
    where: { id },
    select: {
      emails: { select: { verifiedAt: true } },
      mentoring: { select: { id: true } },
      _count: {
        select: {
          requested: true,
          supervised: true,
          registrations: true,
          questions: true,
          introductions: true,
          conductReviews: true,
        },
      },
    },
  });
  return (
    person.emails.every(({ verifiedAt }) => verifiedAt === null) &&
    person.mentoring === null &&
    Object.values(person._count).every((count) => count === 0)
  );
}
