import { randomUUID } from 'node:crypto';
import { givenName } from '../../domain/people/given-name.js';
import type { Transaction } from '../../ports/database.js';
import { lock, lockRows } from '../lock.js';
import { findOrCreateOrganization } from './find-or-create-organization.js';

export interface PersonFacts {
  name: string;
  email: string;
  role: string;
  organization?: string;
  state?: string;
  licensedIn?: string[];
  ovcGrantee?: boolean;
}

/**
 * The person an address belongs to, made if unknown, and locked: what counts or compares a person's
 * requests and completions goes one after another. The profile of somebody known stays as it is.
 */
export async function findOrCreatePerson(
  tx: Transaction,
  facts: PersonFacts,
  at: Date,
): Promise<{ id: string; organizationId: string | null; state: string | null }> {
  const email = facts.email.toLowerCase();
  // Two first submissions of one address at once: the second waits here for the first.
  await lock(tx, 'person', email);
  const known = await tx.personEmail.findUnique({ where: { email }, include: { person: true } });
  const state = facts.state ?? known?.person.state ?? null;
  const organizationId = await findOrCreateOrganization(tx, facts.organization, { email, state, at });
  if (!known) {
    const id = randomUUID();
    await tx.person.create({
      data: { id, ...profile(facts), organizationId, createdAt: at, emails: { create: { email } } },
    });
    return { id, organizationId, state };
  }
  // Read once nobody else changes it: theirs may have become one with another.
  const [person] = await lockRows<{ organizationId: string | null }>(tx)`
      SELECT organization_id::text AS "organizationId" FROM person WHERE id = ${known.personId}::uuid FOR UPDATE`;
  return { id: known.personId, organizationId: organizationId ?? person?.organizationId ?? null, state };
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
  person: { id: string; organizationId: string | null },
  facts: PersonFacts,
  actor: string,
): Promise<void> {
  if (!(await mayWriteProfile(tx, person.id, actor))) return;
  const organizationId = facts.organization ? person.organizationId : null;
  await tx.person.update({
    where: { id: person.id },
    data: { ...statedProfile(facts), ...(organizationId ? { organizationId } : {}) },
  });
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
