import { givenName } from '../../domain/people/given-name.js';
import { type Refusal, refuse } from '../../domain/result.js';
import type { RecordServices } from '../../ports/services.js';
import { passedCourses } from '../completions/passed-courses.js';
import { tellOfCourses } from '../completions/tell-of-courses.js';
import { handOverFactors } from '../factors/remove-factor.js';
import { handOverKeptForms } from '../kept-forms/kept-form-store.js';
import type { Recording } from '../recording.js';
import { type HeldPerson, MOST_ADDRESSES } from './hold-people.js';
import { joinMentoring } from './join-mentoring.js';
import { joinQuestions } from './join-questions.js';
import { joinRegistrations } from './join-registrations.js';
import { writePersonEvent } from './person-events.js';

/**
 * Two records of one person become one: `into` has all that was of `from`, whose row stays for what names its id.
 * Requests that waited for a course passed under the other go on. The caller holds both (`holdPeople`).
 * Refuses `not-allowed-now`: one of them supervises or mentors the other, or both have a question for a call to come.
 */
export async function becomeOne(
  rec: Recording,
  services: RecordServices,
  { from, into, actor }: { from: HeldPerson; into: HeldPerson; actor: string },
): Promise<Refusal | null> {
  const { tx } = rec;
  if (from.emails.length + into.emails.length > MOST_ADDRESSES) {
    return refuse('too-many-addresses', { most: MOST_ADDRESSES });
  }
  const both = [from.id, into.id];
  const supervising = { requesterId: { in: both }, supervisorId: { in: both } };
  if ((await tx.taRequest.count({ where: supervising })) > 0) return refuse('one-supervises-the-other');
  const ids = { from: from.id, into: into.id };
  const refused = (await joinQuestions(rec, ids)) ?? (await joinMentoring(rec, { ...ids, actor }));
  if (refused) return refused;

  const [ofFrom, toInto] = [{ personId: from.id }, { personId: into.id }];
  await tx.personEmail.updateMany({ where: ofFrom, data: toInto });
  await tx.addressClaim.deleteMany({ where: ofFrom });
  await tx.taRequest.updateMany({ where: { requesterId: from.id }, data: { requesterId: into.id } });
  await tx.taRequest.updateMany({ where: { supervisorId: from.id }, data: { supervisorId: into.id } });
  // Whose words a text has is told by its author: the requester's own stay the requester's.
  await tx.caseText.updateMany({
    where: { author: `person:${from.id}`, request: { requesterId: into.id } },
    data: { author: `person:${into.id}` },
  });
  await tx.empWorksheet.updateMany({ where: ofFrom, data: toInto });
  await handOverFactors(tx, services.vault, { from: from.id, into: into.id });
  await handOverKeptForms(tx, { from: from.id, into: into.id });
  await tx.completion.updateMany({ where: ofFrom, data: toInto });
  await tx.callAttendance.updateMany({ where: ofFrom, data: toInto });
  await tx.callPresence.updateMany({ where: ofFrom, data: toInto });
  await tx.conductReview.updateMany({ where: ofFrom, data: toInto });
  await tx.legalHold.updateMany({ where: ofFrom, data: toInto });
  await tx.privacyRequest.updateMany({ where: ofFrom, data: toInto });
  await tx.introductionText.updateMany({
    where: { author: `person:${from.id}` },
    data: { author: `person:${into.id}` },
  });
  await tx.conductText.updateMany({
    where: { author: `person:${from.id}`, review: { personId: into.id } },
    data: { author: `person:${into.id}` },
  });
  await joinRegistrations(rec, services, { from: from.id, into: into.id, actor });
  await joinProfiles(rec, from, into);
  await writePersonEvent(rec, { personId: into.id, actor, type: 'merged', otherId: from.id });
  await tellOfCourses(rec, into.id, await passedCourses(tx, into.id));
  return null;
}

/** What the one that stays has said of itself stands; the other fills in what it has not. */
async function joinProfiles({ tx }: Recording, from: HeldPerson, into: HeldPerson): Promise<void> {
  const select = { name: true, role: true, state: true, licensedIn: true, organizationId: true };
  const [other, own] = await Promise.all(
    [from, into].map(({ id }) => tx.person.findUniqueOrThrow({ where: { id }, select })),
  );
  if (!other || !own) throw new Error('a person that is held is not there');
  const unnamed = into.emails.every((email) => givenName(own.name, email) === '');
  await tx.person.update({
    where: { id: into.id },
    data: {
      ...(unnamed ? { name: other.name, role: other.role } : {}),
      state: own.state ?? other.state,
      licensedIn: own.licensedIn.length > 0 ? own.licensedIn : other.licensedIn,
      organizationId: own.organizationId ?? other.organizationId,
    },
  });
  // Whoever came to `from` before goes on with it: the way to the one that stays is one step long.
  await tx.person.updateMany({
    where: { OR: [{ id: from.id }, { mergedIntoId: from.id }] },
    data: { mergedIntoId: into.id },
  });
}
