import { rm } from 'node:fs/promises';
import { applyMigrations } from '../../adapters/database/migrate.js';
import { PASSED_ON, type RunFile, readRunFile, writeRunFile } from '../servers/run-file.js';
import type { Env } from '../servers/tool-cache.js';
import { checkPort, checkProgramFolder } from './checks.js';
import { childEnv } from './child-env.js';
import { ensureDataDir, lockDataDir } from './data-dir.js';
import { emptyDatabase } from './empty-database.js';
import { endLeftovers } from './leftovers.js';
import { createShutdown } from './shutdown.js';
import { onStopSignals } from './signals.js';
import { startPrograms } from './start-programs.js';
import { startServers } from './start-servers.js';
import { stopServers } from './stop-servers.js';
import type { SystemPlan } from './system-plan.js';
import { watchStart } from './watch-start.js';

export interface RunningSystem {
  /** The whole configuration as children get it. */
  env(): Env;
  /** True from the first signal on. */
  stopping(): boolean;
}

/**
 * Brings the whole system up and keeps it up until a signal: checks, servers, migrations, worker and web, readiness.
 * Resolves when it is ready. Throws, after stopping what was started, SetupError, ConfigError or MigrationError.
 */
export async function runSystem(plan: SystemPlan): Promise<RunningSystem> {
  const { dataDir, port, programDir } = plan.settings;
  ensureDataDir(dataDir);
  const unlock = lockDataDir(dataDir);
  const parts = createShutdown();
  const startIsOver = watchStart(plan);
  const stop = async () => {
    await parts.stopAll(plan.say);
    await forgetRun(dataDir);
    startIsOver();
    unlock();
  };
  const stopAndExit = (code: number) => void stop().then(() => process.exit(code));
  onStopSignals({
    first: () => stopAndExit(0),
    again: () => {
      parts.force();
      unlock();
      process.exit(130);
    },
  });

  try {
    checkProgramFolder(programDir);
    const before = readRunFile(dataDir);
    await endLeftovers(before);
    await checkPort(port, plan.settings.host);

    const run = newRun(plan, before);
    const note = () => writeRunFile(dataDir, run);
    const env = () => childEnv(plan, run);
    note();
    await startServers({
      plan,
      run,
      note,
      parts,
      onMoved: () => parts.restartPrograms(),
      onLoss: () => stopAndExit(1),
    });
    if (plan.beginEmpty) {
      await emptyDatabase(run.databaseUrl);
      await rm(plan.settings.filesDir, { recursive: true, force: true });
    }
    const { applied } = await applyMigrations(run.databaseUrl);
    if (applied.length > 0)
      plan.say(`Database: ${applied.length} migration${applied.length > 1 ? 's' : ''} applied.`);
    await plan.beforePrograms?.(env());
    await startPrograms({ plan, run, note, parts, env });
    startIsOver();
    return parts.begun ? await never : { env, stopping: () => parts.begun };
  } catch (error) {
    // Told to stop while starting: what fails then is no news.
    if (parts.begun) return never;
    await stop();
    throw error;
  }
}

/** Told to stop: the process ends by the signal's handler, and nothing more is to be said. */
const never = new Promise<never>(() => undefined);

/** Ends servers that were only just being started, and leaves a run file that says nothing runs. */
async function forgetRun(dataDir: string): Promise<void> {
  const run = readRunFile(dataDir);
  if (run?.pids.supervisor === process.pid) await stopServers(dataDir, run);
}

/** Ports of the last run are wished for again: addresses stay the same for whoever noted them. */
function newRun({ settings, env }: SystemPlan, before: RunFile | null): RunFile {
  const passedOn = PASSED_ON.filter((name) => env[name]).map((name) => [name, env[name]]);
  return {
    passedOn: Object.fromEntries(passedOn),
    mode: settings.mode,
    port: settings.port,
    appUrl: settings.appUrl,
    databaseUrl: settings.databaseUrl ?? '',
    temporalAddress: settings.temporal.address ?? '',
    namespace: settings.temporal.namespace,
    postgresPort: before?.postgresPort ?? null,
    temporalPort: before?.temporalPort ?? null,
    pids: { supervisor: process.pid, postgres: before?.pids.postgres, temporal: before?.pids.temporal },
  };
}
