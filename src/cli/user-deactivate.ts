import { randomUUID } from 'node:crypto';
import { fieldsWrong } from '../api/views/fields-wrong.js';
import type { Actor, StaffRole } from '../domain/people/actor.js';
import { ok, type Result, refuse } from '../domain/result.js';
import type { Services } from '../ports/services.js';
import { deactivateStaff } from '../usecases/people/deactivate-staff.js';
import { type Deactivation, deactivationSchema } from '../usecases/people/staff-user.schema.js';
import type { Changed } from '../usecases/people/staff-users.js';
import { withServices } from './connect.js';
import { tell, tellProblem } from './say.js';

interface Typed {
  to?: string;
  by?: string;
  leaveWork?: boolean;
}

/**
 * `ta-desk user deactivate`: they are signed out, their keys end, and what is open of theirs goes to whom it is said. Work is handed
 * over by somebody: `--by` names the admin who does, and in whose name it is recorded.
 */
export async function userDeactivate(email: string, { to, by, leaveWork }: Typed): Promise<number> {
  if (to !== undefined && by === undefined) {
    tell('--to needs --by: the admin in whose name the work is handed over.');
    return 2;
  }
  const read = deactivationSchema.safeParse({ to, leavesWork: leaveWork ?? false });
  return withServices(async ({ services }) => {
    const done = read.success
      ? await deactivate(services, { email, by }, read.data)
      : fieldsWrong(read.error);
    if (!done.ok) {
      tellProblem(done.problem);
      return 1;
    }
    const { left } = done.value;
    tell(`${email} may not sign in any more, is signed out, and API keys of theirs have ended.`);
    if (left) tell(`Still theirs: ${left} requests and tasks. Hand them over under Workload.`);
    return 0;
  });
}

async function deactivate(
  services: Services,
  { email, by }: { email: string; by: string | undefined },
  how: Deactivation,
): Promise<Result<Changed>> {
  const actor = await adminAt(services, by);
  if (!actor.ok) return actor;
  const staff = await services.db.staff.findUnique({ where: { email: email.trim().toLowerCase() } });
  if (!staff) return refuse('no-such-colleague');
  return deactivateStaff(services, actor.value, staff.id, how, randomUUID());
}

async function adminAt({ db }: Services, by: string | undefined): Promise<Result<Actor>> {
  if (by === undefined) return ok({ kind: 'system' });
  const email = by.trim().toLowerCase();
  const admin = await db.staff.findFirst({ where: { email, role: 'admin', active: true } });
  if (!admin) return refuse('no-such-colleague');
  return ok({ kind: 'user', id: admin.id, role: admin.role as StaffRole, name: admin.name, email });
}
