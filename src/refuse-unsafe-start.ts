import { ROLE_FACTS, type RoleFacts, whyRoleUnsafe } from './adapters/database/unsafe-role.js';
import { type Config, ConfigError } from './config.js';
import { accountOf } from './domain/people/account-address.schema.js';
import { readRunFile } from './laptop/servers/run-file.js';
import type { Services } from './ports/services.js';
import { ownsFactor } from './usecases/factors/factors-of.js';

type Checked = Pick<Config, 'dataDir' | 'databaseUrl' | 'adminsWithoutFactor'>;
type Check = (services: Pick<Services, 'db'>, config: Checked) => Promise<string[]>;

/** What only the running database can tell; one that is new joins here. */
const CHECKS: readonly Check[] = [roleRefusals, adminRefusals];

/** What web and worker refuse to start with in production. */
export async function unsafeStart(services: Pick<Services, 'db'>, config: Checked): Promise<string[]> {
  const found = await Promise.all(CHECKS.map((check) => check(services, config)));
  return found.flat();
}

/** @throws ConfigError */
export async function refuseUnsafeStart(
  { services }: { services: Pick<Services, 'db'> },
  config: Config,
): Promise<void> {
  if (!config.production) return;
  const problems = await unsafeStart(services, config);
  if (problems.length > 0) throw new ConfigError(problems);
}

async function roleRefusals(
  { db }: Pick<Services, 'db'>,
  { dataDir, databaseUrl }: Pick<Config, 'dataDir' | 'databaseUrl'>,
): Promise<string[]> {
  // The server that comes with the desk holds nothing else, and takes nobody but the desk.
  const run = readRunFile(dataDir);
  if (run?.pids.postgres && run.databaseUrl === databaseUrl) return [];
  const [role] = await db.$queryRaw<RoleFacts[]>(ROLE_FACTS);
  const wrong = role && whyRoleUnsafe(role);
  return wrong ? [wrong] : [];
}

/**
 * An admin who has signed in and has no second factor did so where none was asked for, or left before it was set up. Whoever never
 * did may come first: the first admin's link is printed by a desk that runs.
 */
async function adminRefusals(
  { db }: Pick<Services, 'db'>,
  { adminsWithoutFactor }: Checked,
): Promise<string[]> {
  if (adminsWithoutFactor === 'set-up') return [];
  const admins = await db.staff.findMany({ where: { role: 'admin', active: true } });
  const users = await db.authUser.findMany({
    where: { email: { in: admins.map(({ email }) => accountOf(email)) } },
    select: { email: true },
  });
  const signedIn = new Set(users.map(({ email }) => email));
  const came = admins.filter(({ email }) => signedIn.has(accountOf(email)));
  const has = await Promise.all(came.map(({ id }) => ownsFactor({ db }, `user:${id}`)));
  const without = has.filter((one) => !one).length;
  if (without === 0) return [];
  return [
    `${without === 1 ? 'An active admin has' : `${without} active admins have`} no second factor. Start once with ADMINS_WITHOUT_FACTOR=set-up: as they sign in they are led to setting one up, and nothing opens before. Or end the account with desk user deactivate`,
  ];
}
