import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Person } from '../../adapters/database/generated/client.js';
import { givenName } from '../../domain/people/given-name.js';
import type { Transaction } from '../../ports/database.js';
import { type Lock, lockAll, lockRows } from '../lock.js';
import { organizationHeld, organizationOf } from './find-or-create-organization.js';

export interface PersonFacts {
  name: string;
  email: string;
  role: string;
  organization?: string;
  state?: string;
  licensedIn?: string[];
  ovcGrantee?: boolean;
}

/** A person as found or made; `profile` as it stands, null of one made just now. */
export interface KnownPerson {
  id: string;
  organizationId: string | null;
  state: string | null;
  profile: Profile | null;
}

type Profile = Pick<Person, 'name' | 'role' | 'state' | 'licensedIn' | 'ovcGrantee' | 'organizationId'>;

/** Nobody else finds or makes the person of this address meanwhile. */
export function personHeld(email: string): Lock {
  return { kind: 'person', what: email.toLowerCase() };
}

/**
 * The person an address belongs to, made if unknown, and locked: what counts or compares a person's
 * requests and completions goes one after another. The profile of somebody known stays as it is.
 * `hold`: other locks that are taken with theirs: where another person follows in the same transaction, `personHeld`.
 */
export async function findOrCreatePerson(
  tx: Transaction,
  facts: PersonFacts,
  at: Date,
  hold: readonly Lock[] = [],
): Promise<KnownPerson> {
  const email = facts.email.toLowerCase();
  // Two first submissions of one address at once: the second waits here for the first.
  await lockAll(tx, [personHeld(email), ...organizationHeld(facts.organization), ...hold]);
  return heldPerson(tx, facts, at);
}

/** The same, where they are held already and name no organization that is not. */
export async function heldPerson(tx: Transaction, facts: PersonFacts, at: Date): Promise<KnownPerson> {
  const email = facts.email.toLowerCase();
  // Read once nobody else changes it: theirs may have become one with another.
  const [known] = await lockRows<Profile & { id: string }>(tx)`
    SELECT p.id, p.name, p.role, p.state, p.licensed_in AS "licensedIn", p.ovc_grantee AS "ovcGrantee",
      p.organization_id AS "organizationId"
    FROM person_email e JOIN person p ON p.id = e.person_id WHERE e.email = ${email} FOR UPDATE OF p`;
  const state = facts.state ?? known?.state ?? null;
  const organizationId = await organizationOf(tx, facts.organization, { email, state, at });
  if (known) {
    const { id, ...profile } = known;
    return { id, profile, state, organizationId: organizationId ?? profile.organizationId };
  }
  const id = randomUUID();
  const { name, role, state: lives, licensedIn, ovcGrantee } = profile(facts);
  // The person and their address in one round trip.
  await tx.$executeRaw`
    WITH made AS (
      INSERT INTO person (id, name, role, state, licensed_in, ovc_grantee, organization_id, created_at)
      VALUES (${id}::uuid, ${name}, ${role}, ${lives}, ${licensedIn}, ${ovcGrantee}, ${organizationId}::uuid, ${at}))
    INSERT INTO person_email (email, person_id) VALUES (${email}, ${id}::uuid)`;
  return { id, organizationId, state, profile: null };
}

/**
 * Whether `actor` may write a person's profile: its owner, and as long as no address of theirs is proved whoever
 * vouches for them. From then on nobody else speaks for them.
 */
export async function mayWriteProfile(tx: Transaction, personId: string, actor: string): Promise<boolean> {
  if (actor === `person:${personId}`) return true;
  return (await tx.personEmail.count({ where: { personId, verifiedAt: { not: null } } })) === 0;
}

/** Takes what a person's request says of them into their profile; what it leaves out stays. */
export async function renewProfile(
  tx: Transaction,
  person: KnownPerson,
  facts: PersonFacts,
  actor: string,
): Promise<void> {
  const organizationId = facts.organization ? person.organizationId : null;
  const stated = { ...statedProfile(facts), ...(organizationId ? { organizationId } : {}) };
  // Made of it just now, or known so.
  if (!person.profile || isSame(person.profile, stated)) return;
  if (!(await mayWriteProfile(tx, person.id, actor))) return;
  await tx.person.update({ where: { id: person.id }, data: stated });
}

function isSame(known: Profile, stated: Partial<Profile>): boolean {
  return isDeepStrictEqual({ ...known, ...stated }, known);
}

/** Somebody whose name nobody knew yet has said it. */
export async function rememberName(
  tx: Transaction,
  personId: string,
  { name, email }: Pick<PersonFacts, 'name' | 'email'>,
  actor: string,
): Promise<void> {
  const known = await tx.person.findUniqueOrThrow({ where: { id: personId } });
  if (givenName(known.name, email) !== '' || !(await mayWriteProfile(tx, personId, actor))) return;
  await tx.person.update({ where: { id: personId }, data: { name } });
}

function profile(facts: PersonFacts) {
  return {
    name: facts.name,
    role: facts.role,
    state: facts.state ?? null,
    licensedIn: facts.licensedIn ?? [],
    ovcGrantee: facts.ovcGrantee ?? false,
  };
}

/** What is left out says nothing: a form that doesn't ask for licensure must not take it away. */
function statedProfile(facts: PersonFacts) {
  const { state, licensedIn, ...stated } = profile(facts);
  return { ...stated, ...(state ? { state } : {}), ...(licensedIn.length > 0 ? { licensedIn } : {}) };
}
