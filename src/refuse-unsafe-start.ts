import { ROLE_FACTS, type RoleFacts, whyRoleUnsafe } from './adapters/database/unsafe-role.js';
import { type Config, ConfigError } from './config.js';
import { readRunFile } from './laptop/servers/run-file.js';
import type { Services } from './ports/services.js';

type Check = (
  services: Pick<Services, 'db'>,
  config: Pick<Config, 'dataDir' | 'databaseUrl'>,
) => Promise<string[]>;

/** What only the running database can tell; one that is new joins here. */
const CHECKS: readonly Check[] = [roleRefusals];

/** What web and worker refuse to start with in production. */
export async function unsafeStart(
  services: Pick<Services, 'db'>,
  config: Pick<Config, 'dataDir' | 'databaseUrl'>,
): Promise<string[]> {
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
