import { STAFF_ROLES, type StaffRole } from '../domain/people/actor.js';
import { cleanLine } from '../domain/text/clean.js';
import { KEY_SCOPES, type KeyScope } from '../usecases/keys/create-key.js';
import { issueKey } from '../usecases/keys/issue-key.js';
import { withServices } from './connect.js';
import { print, tell, tellProblem } from './say.js';

/** `ta-desk key create`: prints the key alone on standard output; it can't be shown again. */
export async function keyCreate(input: { role: string; name?: string; readOnly?: boolean }): Promise<number> {
  const role = STAFF_ROLES.find((known) => known === input.role);
  if (!role) {
    tell(`--role is one of ${STAFF_ROLES.join(', ')}.`);
    return 2;
  }
  const scopes: readonly KeyScope[] = input.readOnly ? ['read'] : KEY_SCOPES;
  return withServices(async ({ services }) => {
    const made = await issueKey(
      services,
      { kind: 'system' },
      { name: nameOf(input.name, role), role, scopes },
    );
    if (!made.ok) {
      tellProblem(made.problem);
      return 1;
    }
    tell('Keep this key: it is shown only now.');
    print(made.value);
    return 0;
  });
}

function nameOf(name: string | undefined, role: StaffRole): string {
  return cleanLine(name ?? '', 200) || `${role} key`;
}
