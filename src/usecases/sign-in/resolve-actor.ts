import { type Actor, STAFF_ROLES, type StaffRole } from '../../domain/people/actor.js';
import { nameUnsaid } from '../../domain/people/given-name.js';
import type { Transaction } from '../../ports/database.js';
import type { Services } from '../../ports/services.js';
import { findOrCreatePerson } from '../people/find-or-create-person.js';
import { wallsOf } from '../walls/hidden-from.js';

/** Whoever reads mail at an address of theirs. */
export type ByMail = Extract<Actor, { email: string }>;

/** Who a proved address belongs to: active staff first, else the person with that address (made if unknown). */
export async function resolveActor(services: Pick<Services, 'db' | 'clock'>, email: string): Promise<ByMail> {
  const staff = await services.db.staff.findUnique({ where: { email } });
  if (staff?.active && isRole(staff.role)) {
    const hidden = staff.walled ? { hidden: await wallsOf(services.db, staff.id) } : {};
    return { kind: 'user', id: staff.id, role: staff.role, name: staff.name, email, ...hidden };
  }
  const known = await services.db.personEmail.findUnique({ where: { email }, include: { person: true } });
  if (known) {
    if (known.verifiedAt === null) await markProved(services.db, email, services.clock.now());
    return { kind: 'person', id: known.personId, name: known.person.name, email };
  }
  const name = nameUnsaid(email);
  const at = services.clock.now();
  const { id } = await services.db.$transaction(async (tx) => {
    const facts = { name, email, role: 'other-professional' };
    const person = await findOrCreatePerson(tx, facts, at);
    await markProved(tx, email, at);
    return person;
  });
  return { kind: 'person', id, name, email };
}

/** They read mail there: a link sent to it was used. */
async function markProved(tx: Transaction, email: string, verifiedAt: Date): Promise<void> {
  await tx.personEmail.update({ where: { email }, data: { verifiedAt } });
}

function isRole(role: string): role is StaffRole {
  return (STAFF_ROLES as readonly string[]).includes(role);
}
