import type { Actor, StaffRole } from '../../domain/people/actor.js';
import { OPEN_STATUSES } from '../../domain/requests/statuses.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { type Away, awayNow } from '../absences/away-now.js';
import { pageOf, type ShortListQuery } from '../lists/page-of.schema.js';
import { refuseUnless } from './refuse-unless.js';
import type { StaffView } from './staff-user.schema.js';

export interface Colleague {
  id: string;
  email: string;
  name: string;
  role: StaffRole;
  /** May sign in. */
  active: boolean;
  /** Open requests they hold. */
  open: number;
  /** Null: they are there. */
  away: Away | null;
}

const WITH_OPEN = {
  _count: { select: { assigned: { where: { status: { in: OPEN_STATUSES } } } } },
} as const;

/** Who may be given a request, by name: those who may sign in. */
export async function activeColleagues(services: Services, actor: Actor): Promise<Result<Colleague[]>> {
  const refused = refuseUnless(actor, 'requests.read');
  if (refused) return refused;
  const rows = await services.db.staff.findMany({
    where: { active: true },
    orderBy: { name: 'asc' },
    include: WITH_OPEN,
  });
  const away = await awayNow(services.db, services.clock.now());
  return ok(rows.map((row) => ({ ...colleague(row), away: away.get(row.id) ?? null })));
}

/** Everybody who is or was on staff, for whoever looks after them. */
export async function listStaff(services: Services, actor: Actor): Promise<Result<Colleague[]>> {
  const refused = refuseUnless(actor, 'admin.users');
  if (refused) return refused;
  const rows = await services.db.staff.findMany({
    orderBy: [{ active: 'desc' }, { name: 'asc' }],
    include: WITH_OPEN,
  });
  return ok(rows.map(colleague));
}

export async function readStaff(services: Services, actor: Actor, id: string): Promise<Result<Colleague>> {
  const refused = refuseUnless(actor, 'admin.users');
  if (refused) return refused;
  const row = await services.db.staff.findUnique({ where: { id }, include: WITH_OPEN });
  return row ? ok(colleague(row)) : refuse('no-such-colleague');
}

/** The same for the API, a page of it at a time. */
export async function staffList(
  services: Services,
  actor: Actor,
  query: ShortListQuery,
): Promise<Result<{ items: StaffView[]; nextCursor: string | null }>> {
  const all = await listStaff(services, actor);
  if (!all.ok) return all;
  const views = all.value.map(staffView).sort((a, b) => (a.id < b.id ? -1 : 1));
  return pageOf(views, query, { name: 'staff', keyOf: ({ id }) => id, key: /^[0-9a-f-]{36}$/ });
}

export const staffView = ({ id, name, email, role, active, open }: Colleague): StaffView => ({
  ...{ id, name, email, role, active, open },
});

type Row = Omit<Colleague, 'role' | 'open' | 'away'> & { role: string; _count: { assigned: number } };

function colleague({ id, email, name, role, active, _count }: Row): Colleague {
  return { id, email, name, role: role as StaffRole, active, open: _count.assigned, away: null };
}
