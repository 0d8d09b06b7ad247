import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../activities/ports.js';
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
 * requests and completions goes one after another. `refresh` updates the profile (only where the
 * address is proved or vouched for; otherwise anybody could rewrite anybody).
 */
export async function findOrCreatePerson(
  tx: Transaction,
  facts: PersonFacts,
  at: Date,
  options: { refresh: boolean },
): Promise<{ id: string; organizationId: string | null; state: string | null }> {
  const email = facts.email.toLowerCase();
  // Two first submissions of one address at once: the second waits here for the first.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${email}, 7))`;
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
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${known.personId}::uuid FOR UPDATE`;
  if (options.refresh) {
    await tx.person.update({
      where: { id: known.personId },
      data: { ...statedProfile(facts), ...(organizationId ? { organizationId } : {}) },
    });
  }
  return { id: known.personId, organizationId: organizationId ?? known.person.organizationId, state };
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
