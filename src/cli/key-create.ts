import { fieldsWrong } from '../api/views/fields-wrong.js';
import { STAFF_ROLES } from '../domain/people/actor.js';
import { cleanLine } from '../domain/text/clean.js';
import { KEY_SCOPES } from '../usecases/keys/create-key.js';
import { issueKey } from '../usecases/keys/issue-key.js';
import { newKeySchema } from '../usecases/keys/key.schema.js';
import { withServices } from './connect.js';
import { print, tell, tellProblem } from './say.js';

interface Typed {
  role: string;
  name?: string;
  readOnly?: boolean;
  owner?: string;
  days?: string;
}

/** `ta-desk key create`: prints the key alone on standard output; it can't be shown again. */
export async function keyCreate({ role, name, readOnly, owner, days }: Typed): Promise<number> {
  if (!STAFF_ROLES.some((known) => known === role)) {
    tell(`--role is one of ${STAFF_ROLES.join(', ')}.`);
    return 2;
  }
  const read = newKeySchema.safeParse({
    ...{ role, name: cleanLine(name ?? '', 200) || `${role} key` },
    ...{ scopes: readOnly ? ['read'] : [...KEY_SCOPES], owner },
    ...(days === undefined ? {} : { days: Number(days) }),
  });
  return withServices(async ({ services }) => {
    const made = read.success
      ? await issueKey(services, { kind: 'system' }, read.data)
      : fieldsWrong(read.error);
    if (!made.ok) {
      tellProblem(made.problem);
      return 1;
    }
    const { owner: whose, expiresAt, secret } = made.value;
    tell(
      `Keep this key: it is shown only now. It works until ${expiresAt.slice(0, 10)}; ${whose ? `${whose.name} (${whose.email})` : 'the first admin'} answers for it.`,
    );
    print(secret ?? '');
    return 0;
  });
}
