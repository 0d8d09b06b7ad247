import { join } from 'node:path';
import { readMigrations } from '../adapters/database/migrations-folder.js';
import { SERVER_FACTS, type ServerFacts, whyUnsuitable } from '../adapters/database/suitable-server.js';
import { type Config, ConfigError, loadSettings, processEnvironment, type Settings } from '../config.js';
import { isRunning, readRunFile } from '../laptop/servers/run-file.js';
import type { Services } from '../ports/services.js';
import { projectRoot } from '../project-root.js';
import { unsafeStart } from '../refuse-unsafe-start.js';
import { createReady } from '../usecases/health/ready.js';
import { subjectOf } from '../usecases/process-trouble.js';
import { contactTroubles } from '../usecases/subscriptions/contact-troubles.js';
import { contactsOf } from '../usecases/subscriptions/tell-contacts.js';
import { CannotRun, withServices } from './connect.js';
import { programCheck } from './program-check.js';
import { print } from './say.js';

type Finding = ['ok' | 'wrong' | 'not set', string, string];

/** `ta-desk doctor`: what is configured, reachable, missing. 1 when something needed is wrong. */
export async function doctor(): Promise<number> {
  const findings: Finding[] = [];
  let settings: Settings | null = null;
  try {
    settings = loadSettings(processEnvironment());
    findings.push(['ok', 'configuration', settings.production ? 'production' : 'development']);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    findings.push(['wrong', 'configuration', error.message]);
  }
  if (settings) {
    findings.push(await program(settings), running(settings), ...(await reachable()), ...outside(settings));
  }
  for (const [state, what, detail] of findings) print(`${state.padEnd(8)} ${what.padEnd(16)} ${detail}`);
  return findings.some(([state]) => state === 'wrong') ? 1 : 0;
}

async function program({ programDir }: Settings): Promise<Finding> {
  const lines: string[] = [];
  const code = await programCheck(programDir, (line) => lines.push(line));
  return [code === 0 ? 'ok' : 'wrong', 'program', lines.join('\n                          ')];
}

function running({ dataDir }: Settings): Finding {
  const run = readRunFile(dataDir);
  return isRunning(run)
    ? ['ok', 'running', `${run.mode} at ${run.appUrl}, data in ${dataDir}`]
    : ['not set', 'running', `nothing that \`npm start\` started runs on ${dataDir}`];
}

async function reachable(): Promise<Finding[]> {
  try {
    return await withServices(async ({ services }, config) => {
      const { checks } = await createReady(services)();
      const [applied, admins] = checks.database
        ? await Promise.all([
            services.db.$queryRaw<
              { n: bigint }[]
            >`SELECT count(*) AS n FROM _prisma_migrations WHERE finished_at IS NOT NULL`,
            services.db.staff.count({ where: { role: 'admin', active: true } }),
          ])
        : [[], 0];
      const there = Number(applied[0]?.n ?? 0);
      const wanted = (await readMigrations(join(projectRoot, 'prisma/migrations'))).length;
      return [
        finding(checks.database, 'database', 'answers', 'does not answer'),
        ...(checks.database ? [await postgres(services), ...(await unsafe(services, config))] : []),
        finding(
          there >= wanted,
          'migrations',
          `${there} applied`,
          `${there} of ${wanted} applied; start the desk`,
        ),
        finding(
          checks.temporal,
          'temporal',
          config.temporal.address,
          `${config.temporal.address} does not answer`,
        ),
        finding(checks.worker, 'worker', 'polls', 'no worker polled in the last 15 seconds'),
        finding(admins > 0, 'admin', `${admins} active`, 'none: user add --role admin'),
        ...(await scanner(services)),
        ...(checks.database ? [await processes(services), ...(await contacts(services))] : []),
      ];
    });
  } catch (error) {
    if (error instanceof CannotRun) return [['wrong', 'system', error.message]];
    throw error;
  }
}

export async function postgres({ db }: Pick<Services, 'db'>): Promise<Finding> {
  const [facts] = await db.$queryRaw<ServerFacts[]>(SERVER_FACTS);
  const unsuitable = facts ? whyUnsuitable(facts) : 'does not say what it is';
  return finding(unsuitable === null, 'postgresql', `${facts?.shown}`, unsuitable ?? '');
}

/** What a production start refuses. */
async function unsafe(services: Services, config: Config): Promise<Finding[]> {
  if (!config.production) return [];
  const problems = await unsafeStart(services, config);
  return problems.map((problem) => ['wrong', 'safety', problem]);
}

/** Only where one is configured. */
export async function scanner({ scanner: one }: Pick<Services, 'scanner'>): Promise<Finding[]> {
  const fault = await one?.ping().then(
    () => null,
    (error: Error) => error.message,
  );
  return fault === undefined
    ? []
    : [finding(fault === null, 'scanner', 'answers', `${fault}: documents wait, and nobody can open them`)];
}

/** What keeps failing is named: `desk mend` takes it up again. */
export async function processes({ db }: Pick<Services, 'db'>): Promise<Finding> {
  const failing = await db.processTrouble.findMany({ orderBy: { since: 'asc' }, take: 20 });
  const named = failing.map(({ workflowId, code }) => `${subjectOf(workflowId)} (${code})`).join(', ');
  return finding(failing.length === 0, 'processes', 'none keeps failing', `${named}; then: desk mend ID`);
}

/** Only where NationBuilder is connected: whether the two know of each other's changes. */
async function contacts(services: Services): Promise<Finding[]> {
  if (!contactsOf(services)) return [];
  const troubles = await contactTroubles(services, { kind: 'system' });
  if (!troubles.ok) throw new Error(troubles.problem.code);
  const { reading, count } = troubles.value;
  return [
    finding(!reading, 'contacts', 'changes at NationBuilder are read', `changes are not read: ${reading}`),
    finding(count === 0, 'choices', 'told to NationBuilder', `${count} not told; see the staff page Mail`),
  ];
}

function finding(fine: boolean, what: string, good: string, bad: string): Finding {
  return fine ? ['ok', what, good] : ['wrong', what, bad];
}

/** Outside services: left out is fine, and said. */
function outside({ smtpUrl, services, production }: Settings): Finding[] {
  const mail: Finding = smtpUrl
    ? ['ok', 'mail', 'over SMTP']
    : [production ? 'wrong' : 'not set', 'mail', 'SMTP_URL is not set: mails stay in the outbox page'];
  const others = Object.entries(services).map(([name, variables]): Finding => {
    const count = Object.keys(variables).length;
    return count > 0
      ? ['ok', name.toLowerCase(), `${count} variables set`]
      : ['not set', name.toLowerCase(), 'left out'];
  });
  return [mail, ...others];
}
