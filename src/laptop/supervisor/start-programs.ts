import { join } from 'node:path';
import { tailOf } from '../../adapters/host/process-kit.js';
import type { RunFile } from '../servers/run-file.js';
import { SetupError } from '../servers/setup-error.js';
import type { Env } from '../servers/tool-cache.js';
import { keepPart, logOf } from './keep-part.js';
import { startNodeChild } from './node-child.js';
import { waitUntilReady } from './readiness.js';
import { labels, type PartName, type Shutdown } from './shutdown.js';
import type { SystemPlan } from './system-plan.js';

/** Starts worker and web and waits until the system is ready. Throws SetupError with the end of the log if not. */
export async function startPrograms(input: {
  plan: SystemPlan;
  run: RunFile;
  note(): void;
  parts: Shutdown;
  env(): Env;
}): Promise<void> {
  const { plan, run, parts } = input;
  const { dataDir } = plan.settings;
  let deaths = 0;
  let dead: PartName = 'web';
  for (const { name, script } of plan.programs) {
    const part = await keepPart({
      name,
      say: plan.say,
      // Read anew at each start: a server may have moved meanwhile.
      start: () => startNodeChild({ script, env: input.env(), logFile: logOf(dataDir, name) }),
      onStart: ({ pid }) => {
        run.pids[name] = pid;
        input.note();
      },
      onDeath: () => {
        deaths += 1;
        dead = name;
      },
    });
    parts.add(name, part);
  }
  const giveUp = () => deaths >= 4 || parts.begun;
  const problem = await waitUntilReady({ port: run.port, timeoutMs: 60_000, giveUp });
  if (problem === null) return;
  const file = join(dataDir, 'logs', `${dead}.log`);
  throw new SetupError(
    deaths > 0
      ? `Again and again, ${labels[dead]} can not start. The log, ${file}, ends with:\n${tailOf(file)}`
      : `TA Desk was not ready after a minute (${problem}).\nSee the logs in ${join(dataDir, 'logs')}.`,
  );
}
