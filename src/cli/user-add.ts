import { fieldsWrong } from '../api/views/fields-wrong.js';
import { staffUserSchema } from '../usecases/people/staff-user.schema.js';
import { addStaffUser } from '../usecases/people/staff-users.js';
import { withServices } from './connect.js';
import { tell, tellProblem } from './say.js';

/** `ta-desk user add`: a member of staff, who signs in by a link to this address. */
export async function userAdd(input: { email: string; name: string; role: string }): Promise<number> {
  return withServices(async ({ services }) => {
    const read = staffUserSchema.safeParse(input);
    const added = read.success
      ? await addStaffUser(services, { kind: 'system' }, read.data)
      : fieldsWrong(read.error);
    if (!added.ok) {
      tellProblem(added.problem);
      return 1;
    }
    tell(`${input.name} is on staff as ${input.role}. They sign in at ${services.appUrl}/sign-in`);
    return 0;
  });
}
