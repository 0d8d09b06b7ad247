import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../activities/ports.js';

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
): Promise<{ id: string; organizationId: string | null }> {
  const email = facts.email.toLowerCase();
  const organizationId = facts.organization
    ? await findOrCreateOrganization(tx, facts.organization, at)
    : null;
  // Two first submissions of one address at once: the second waits here for the first.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${email}, 7))`;
  const known = await tx.personEmail.findUnique({ where: { email }, include: { person: true } });
  if (!known) {
    const id = randomUUID();
    await tx.person.create({
      data: { id, ...profile(facts), organizationId, createdAt: at, emails: { create: { email } } },
    });
    return { id, organizationId };
  }
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${known.personId}::uuid FOR UPDATE`;
  if (options.refresh) {
    await tx.person.update({
      where: { id: known.personId },
      data: { ...statedProfile(facts), ...(organizationId ? { organizationId } : {}) },
    });
  }
  return { id: known.personId, organizationId: organizationId ?? known.person.organizationId };
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

/** Organizations are the same when their names are, letter case, spaces and punctuation aside. */
export function organizationKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

async function findOrCreateOrganization(tx: Transaction, name: string, at: Date): Promise<string> {
  const nameKey = organizationKey(name);
  await tx.organization.createMany({
    data: [{ id: randomUUID(), name, nameKey, createdAt: at }],
    skipDuplicates: true,
  });
  const row = await tx.organization.findUniqueOrThrow({ where: { nameKey } });
  return row.id;
}
