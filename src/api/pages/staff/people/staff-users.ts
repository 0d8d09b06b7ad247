import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { STAFF_ROLES } from '../../../../domain/people/actor.js';
import { says } from '../../../../domain/refusals/says.js';
import { emailSchema } from '../../../../domain/requests/submission.schema.js';
import { ok, type Refusal, type Result, refuse, refuseAt } from '../../../../domain/result.js';
import { lineSchema } from '../../../../domain/text/typed.schema.js';
import type { Transaction } from '../../../../ports/database.js';
import type { Services } from '../../../../ports/services.js';
import { zodFieldErrors } from '../../../views/zod-errors.js';

const nameSchema = lineSchema(200, { missing: says('name-needed') });

export const staffUserSchema = z.object({
  name: nameSchema,
  email: z.string().trim().min(1, says('email-needed')).pipe(emailSchema),
  role: z.enum(STAFF_ROLES, says('role-needed')),
});

/** The e-mail stays: it is how they sign in, and who did what hangs on the row. */
export const staffChangeSchema = z.object({
  name: nameSchema,
  role: z.enum(STAFF_ROLES, says('role-needed')),
  active: z.enum(['yes', 'no']).transform((value) => value === 'yes'),
});

/** Adds a staff member. Refusals: invalid (a field, or the address is taken). */
export async function addStaffUser(services: Services, input: unknown): Promise<Result<{ id: string }>> {
  const read = staffUserSchema.safeParse(input);
  if (!read.success) return fieldsWrong(read.error);
  const { count } = await services.db.staff.createMany({
    data: [{ id: randomUUID(), ...read.data, createdAt: services.clock.now() }],
    skipDuplicates: true,
  });
  if (count === 0) return refuseAt('/email', 'address-on-list');
  const { id } = await services.db.staff.findUniqueOrThrow({ where: { email: read.data.email } });
  return ok({ id });
}

/** Changes name, role or whether they may sign in. One active admin must remain. */
export async function changeStaffUser(
  services: Services,
  id: string,
  input: unknown,
): Promise<Result<{ id: string }>> {
  const read = staffChangeSchema.safeParse(input);
  if (!read.success) return fieldsWrong(read.error);
  const { name, role, active } = read.data;
  return services.db.$transaction(async (tx) => {
    // Two admins who step down at once must not both succeed.
    await tx.$queryRaw`SELECT id FROM staff WHERE role = 'admin' ORDER BY id FOR UPDATE`;
    const before = await tx.staff.findUnique({ where: { id } });
    if (!before) return refuse('no-such-colleague');
    const staysAdmin = role === 'admin' && active;
    if (before.role === 'admin' && before.active && !staysAdmin && (await otherAdmins(tx, id)) === 0) {
      return refuseAt('/role', 'last-admin');
    }
    await tx.staff.update({ where: { id }, data: { name, role, active } });
    return ok({ id });
  });
}

/** Refuses for the fields a form's schema finds wrong. */
function fieldsWrong(error: z.ZodError): Refusal {
  const errors = zodFieldErrors(error);
  return refuse('fields-wrong', { count: errors.length }, errors);
}

function otherAdmins(tx: Transaction, id: string): Promise<number> {
  return tx.staff.count({ where: { role: 'admin', active: true, id: { not: id } } });
}
