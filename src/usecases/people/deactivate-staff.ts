import type { Actor, StaffRole } from '../../domain/people/actor.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { countWork } from '../requests/work-of-person.js';
import { refuseUnless } from './refuse-unless.js';
import type { Deactivation } from './staff-user.schema.js';
import { type Changed, changeStaffUser } from './staff-users.js';

/** Keeps somebody from signing in, and nothing else; done again, nothing happens. Refuses as `changeStaffUser` does. */
export async function deactivateStaff(
  services: Services,
  actor: Actor,
  id: string,
  { to, leavesWork }: Deactivation,
  commandId: string,
): Promise<Result<Changed>> {
  const refused = refuseUnless(actor, 'admin.users');
  if (refused) return refused;
  const staff = await services.db.staff.findUnique({ where: { id } });
  if (!staff) return refuse('no-such-colleague');
  if (!staff.active) return ok({ id, left: await countWork(services.db, id) });
  const { name, role } = staff;
  const change = { name, role: role as StaffRole, active: false, leavesWork, to };
  return changeStaffUser(services, actor, id, change, commandId);
}
