import type { Prisma } from '../../adapters/database/generated/client.js';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { cursorOf, instantAndId } from '../lists/cursor.schema.js';
import { ownRegistrationView, registrationView } from './registration-view.js';
import type { RegistrationsQuery, RegistrationView } from './registration-view.schema.js';

/** Staff see every registration, people their own; what they may not see is not there. */
export async function getRegistration(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<RegistrationView>> {
  const row = await services.db.callRegistration.findUnique({ where: { id }, include: withKey });
  const theirs = actor.kind === 'person' && row?.personId === actor.id;
  if (!row || !(theirs || may(actor, 'calls.registrations'))) {
    return refuse('registration-not-yours');
  }
  return ok(await ownRegistrationView(services, services.db, actor, row));
}

const cursors = cursorOf('registrations', instantAndId);

/** Oldest first, a page at a time. */
export async function listRegistrations(
  services: Services,
  actor: Actor,
  { series, status, cursor, limit = 50 }: RegistrationsQuery,
): Promise<Result<{ items: RegistrationView[]; nextCursor: string | null }>> {
  const all = may(actor, 'calls.registrations');
  if (!all && actor.kind !== 'person') return refuse('only-staff-list-registrations');
  const read = cursors.read(cursor);
  if (!read.ok) return read;
  const after = read.value;
  const where: Prisma.CallRegistrationWhereInput = {
    ...(actor.kind === 'person' ? { personId: actor.id } : {}),
    ...(series === undefined ? {} : { seriesId: series }),
    ...(status === undefined ? {} : { status }),
  };
  if (after) {
    const createdAt = new Date(after[0]);
    where.OR = [{ createdAt: { gt: createdAt } }, { createdAt, id: { gt: after[1] } }];
  }
  const rows = await services.db.callRegistration.findMany({
    where,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: limit + 1,
    include: withKey,
  });
  const items = rows.slice(0, limit).map((row) => registrationView(services, row));
  const last = items.at(-1);
  return ok({
    items,
    nextCursor: rows.length > limit && last ? cursors.write([last.registeredAt, last.id]) : null,
  });
}
