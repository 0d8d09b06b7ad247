import { join } from 'node:path';
import { startPostgres } from '../servers/postgres.js';
import type { RunFile } from '../servers/run-file.js';
import { ensureSecrets } from '../servers/secrets.js';
import { checkDatabase, checkTemporal } from './checks.js';
import { keepPart, logOf } from './keep-part.js';
import type { Shutdown } from './shutdown.js';
import type { SystemPlan } from './system-plan.js';

export interface ServersInput {
  plan: SystemPlan;
  /** Filled in as servers start, also when they start again. */
  run: RunFile;
  /** Writes run.json: a server is noted as soon as it runs, so that none is lost when we are killed. */
  note(): void;
  parts: Shutdown;
  /** A server came back at another address; whoever uses it must be started anew. */
  onMoved(): void;
  onLoss(): void;
}

/** PostgreSQL and Temporal side by side; both are waited for, so that a failing one leaves nothing half started. */
export async function startServers(input: ServersInput): Promise<void> {
  const outcomes = await Promise.allSettled([postgres(input), temporal(input)]);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}

async function postgres({ plan, run, note, parts, onMoved }: ServersInput): Promise<void> {
  const { databaseUrl, dataDir } = plan.settings;
  if (databaseUrl) return checkDatabase(databaseUrl);
  const { postgresPassword } = ensureSecrets(dataDir);
  const part = await keepPart({
    name: 'postgres',
    say: plan.say,
    start: () =>
      startPostgres({
        clusterDir: join(dataDir, 'postgres'),
        logFile: logOf(dataDir, 'postgres'),
        password: postgresPassword,
        port: run.postgresPort,
        onSpawn: ({ pid }) => {
          run.pids.postgres = pid;
          note();
        },
      }),
    onStart: (server, again) => {
      const moved = again && server.url !== run.databaseUrl;
      Object.assign(run, { databaseUrl: server.url, postgresPort: server.port });
      run.pids.postgres = server.pid;
      note();
      if (moved) onMoved();
      if (!again)
        plan.say(server.adopted ? 'PostgreSQL: taken over from the last run.' : 'PostgreSQL: running.');
    },
  });
  parts.add('postgres', part);
}

async function temporal({ plan, run, note, parts, onMoved, onLoss }: ServersInput): Promise<void> {
  const wish = plan.temporal;
  const { dataDir, temporal: settings } = plan.settings;
  if (wish.kind === 'external') return checkTemporal({ env: plan.env, namespace: settings.namespace });
  const part = await keepPart({
    name: 'temporal',
    say: plan.say,
    start: () =>
      wish.start({
        logFile: logOf(dataDir, 'temporal'),
        left: run.temporalPort ? { pid: run.pids.temporal ?? 0, port: run.temporalPort } : null,
        onSpawn: ({ pid, port }) => {
          run.pids.temporal = pid;
          run.temporalPort = port;
          note();
        },
      }),
    onStart: (server, again) => {
      const moved = again && server.address !== run.temporalAddress;
      Object.assign(run, { temporalAddress: server.address, temporalPort: server.port });
      run.pids.temporal = server.pid;
      note();
      if (moved) onMoved();
      if (!again) plan.say(server.adopted ? 'Temporal: taken over from the last run.' : 'Temporal: running.');
    },
    onLoss: wish.survivesDeath ? undefined : onLoss,
  });
  parts.add('temporal', part);
}
