import type { RunFile } from '../servers/run-file.js';
import { ensureSecrets } from '../servers/secrets.js';
import type { Env } from '../servers/tool-cache.js';
import type { SystemPlan } from './system-plan.js';

/** Everything web, worker and commands need, under the names of config.ts. */
export function childEnv(plan: Pick<SystemPlan, 'settings' | 'env' | 'temporal'>, run: RunFile): Env {
  const { settings } = plan;
  const secrets = ensureSecrets(settings.dataDir);
  const inherited = Object.entries(plan.env).filter(
    // Keys and certificates are for the server they were given for, not for the one on this machine.
    ([name]) => plan.temporal.kind === 'external' || !name.startsWith('TEMPORAL_'),
  );
  return {
    ...Object.fromEntries(inherited),
    PORT: String(run.port),
    APP_URL: run.appUrl,
    DATA_DIR: settings.dataDir,
    PROGRAM_DIR: settings.programDir,
    APP_SECRET: settings.appSecret ?? secrets.appSecret,
    ENCRYPTION_KEYS: settings.encryptionKeys ?? secrets.encryptionKeys,
    DATABASE_URL: run.databaseUrl,
    TEMPORAL_ADDRESS: run.temporalAddress,
    TEMPORAL_NAMESPACE: run.namespace,
    TA_DESK_MODE: run.mode,
  };
}
