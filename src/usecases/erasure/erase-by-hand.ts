import { randomUUID } from 'node:crypto';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { SecurityEvent } from '../../domain/security/security-events.js';
import type { RecordServices } from '../../ports/services.js';
import { forgetAnswersAbout } from '../idempotency/forget-answers-about.js';
import { type Recording, recording } from '../recording.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { recordSecurity } from '../security/record-security.js';
import { addCounts } from './counts.js';
import { digestOf } from './digest.js';
import { type Erased, erasePerson } from './erase-person.js';
import { eraseRequests, withMerged } from './erase-requests.js';
import { eraseEmptyOrganizations } from './forget-person.js';

/** A request, by id or reference, or whoever has an address. */
export type Subject = { request: string } | { person: string };

/** What erasing by hand needs. */
export type HandErasures = Pick<RecordServices, 'db' | 'relay' | 'clock' | 'vault' | 'programs' | 'whence'>;

/**
 * Erases everything of a request or a person, wherever it is, in one transaction; the list of what was erased gets a row of
 * numbers. Open processes end where they stand, and nothing is mailed. Directors, and the command line.
 */
export async function eraseByHand(
  services: HandErasures,
  actor: Actor,
  subject: Subject,
): Promise<Result<Erased>> {
  if (!mayErase(actor)) return refuse('only-directors-erase');
  return recordingOrRefusal(services, (rec) => eraseWithin(rec, services, actorRef(actor), subject));
}

/** The same in a recording that writes more. `actor`: who decided it. */
export async function eraseWithin(
  rec: Recording,
  services: HandErasures,
  actor: string,
  subject: Subject,
): Promise<Result<Erased>> {
  const done = await erase(rec, services, subject);
  if (!done.ok) return done;
  const { counts, digests } = done.value;
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  await recordSecurity(rec.tx, services, { ...eventOf(subject, rows), actor });
  await rec.tx.erasure.create({
    data: { id: randomUUID(), at: rec.at, kind: kindOf(subject), actor, digests, counts },
  });
  return done;
}

class Previewed extends Error {
  constructor(readonly done: Result<Erased>) {
    super('previewed');
  }
}

/** What `eraseByHand` would do now, found by doing it and taking it back. */
export async function previewErasure(
  services: HandErasures,
  actor: Actor,
  subject: Subject,
): Promise<Result<Erased>> {
  if (!mayErase(actor)) return refuse('only-directors-erase');
  try {
    return await recording(services, async (rec) => {
      throw new Previewed(await erase(rec, services, subject));
    });
  } catch (error) {
    if (error instanceof Previewed) return error.done;
    throw error;
  }
}

const mayErase = (actor: Actor) => actor.kind === 'system' || may(actor, 'erasures.make');

/** Of whom or what is not told. */
const eventOf = (subject: Subject, rows: number): SecurityEvent =>
  'request' in subject
    ? { kind: 'request-erased', data: { rows } }
    : { kind: 'person-erased', data: { rows } };

const kindOf = (subject: Subject) => ('request' in subject ? 'request' : 'person');

async function erase(rec: Recording, services: HandErasures, subject: Subject): Promise<Result<Erased>> {
  if ('person' in subject) return erasePerson(rec, services, subject.person);
  const named = await requestNamed(rec.tx, subject.request);
  if (!named) return refuse('no-such-request-to-erase');
  const all = await withMerged(rec, named.id);
  const { erased, organizations, counts } = await eraseRequests(rec, all);
  // Of several that say the same, none is erased while one has to stay.
  if (erased.length < all.length) return refuse('under-legal-hold');
  const digests = erased.map((id) => digestOf(services, 'request', id));
  const emptied = { organizations: await eraseEmptyOrganizations(rec.tx, organizations) };
  await forgetAnswersAbout(rec, services, erased);
  return ok({ counts: addCounts(counts, emptied), digests, kept: { completions: 0 } });
}

/** By id or reference, whatever the case of its letters. */
export async function requestNamed(
  tx: Recording['tx'],
  name: string,
): Promise<{ id: string; reference: string } | null> {
  const select = { id: true, reference: true };
  const isId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(name);
  return tx.taRequest.findFirst({
    where: isId ? { id: name.toLowerCase() } : { reference: name.toUpperCase() },
    select,
  });
}
