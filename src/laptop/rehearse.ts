import { parseArgs } from 'node:util';
import { commandOf, isAlive, stopProcess } from '../adapters/host/process-kit.js';
import { loadSettings, processEnvironment } from '../config.js';
import { SetupError } from './servers/setup-error.js';
import { connectTestService } from './servers/test-service.js';
import { provisionTimeSkippingServer } from './servers/time-skipping-provision.js';
import { startTimeSkippingServer } from './servers/time-skipping-server.js';
import type { Env } from './servers/tool-cache.js';
import { adminLink } from './supervisor/admin-link.js';
import { plainly } from './supervisor/plainly.js';
import { runSystem } from './supervisor/run-system.js';
import type { TemporalPlan } from './supervisor/system-plan.js';

const usage = `Usage: npm run rehearse -- [--at INSTANT] [--with-services]
  --at INSTANT      begin at a later time, e.g. 2028-12-06T10:00:00-08:00
  --with-services   use SMTP_URL, ZOOM_*, NATIONBUILDER_* and STRIPE_* if set: this can reach real people`;

/**
 * `npm run rehearse`: the whole system on a simulated clock, with a data folder of its own, empty at each start.
 * DATABASE_URL, TEMPORAL_*, FILES_DIR and S3_* are ignored: a rehearsal never touches the real system.
 */
await plainly(async () => {
  const { at, withServices } = readArguments();
  const env = rehearsalEnvironment(processEnvironment(), withServices);
  const settings = loadSettings(env);
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const system = await runSystem({
    settings,
    env,
    say,
    temporal: simulatedTemporal({ env, say }),
    beginEmpty: true,
    programs: [{ name: 'web', script: 'dist/laptop/rehearsal/main.js' }],
    // Nothing of the program may run before the wished instant.
    beforePrograms: async ({ TEMPORAL_ADDRESS }) => {
      if (at) await advanceClock(TEMPORAL_ADDRESS as string, at);
    },
  });
  const link = await adminLink(system.env());
  if (system.stopping()) return;
  say(`\nThe rehearsal is ready: ${settings.appUrl}`);
  if (link) say(`Sign in as admin, once: ${link}`);
  say('Its clock is simulated and nothing here is real. It begins empty at each start.\nStop with Ctrl-C.');
});

function readArguments(): { at: Date | null; withServices: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        at: { type: 'string' },
        'with-services': { type: 'boolean', default: false },
        help: { type: 'boolean' },
      },
    });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      process.exit(0);
    }
    const at = values.at === undefined ? null : new Date(values.at);
    if (at && Number.isNaN(at.getTime())) throw new Error(`--at ${values.at} is no instant`);
    if (at && at.getTime() < Date.now())
      throw new Error(`--at ${values.at} has passed; the clock only goes forward`);
    if (at && at.getUTCFullYear() > 2189) throw new Error(`--at ${values.at} lies too far ahead`);
    return { at, withServices: values['with-services'] };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}\n`);
    process.exit(2);
  }
}

function rehearsalEnvironment(env: Env, withServices: boolean): Env {
  const real = withServices
    ? /^(DATABASE_URL|FILES_DIR|S3_.*|TEMPORAL_(?!CLI_PATH).*)$/
    : /^(DATABASE_URL|TEMPORAL_(?!CLI_PATH).*|SMTP_URL|FILES_DIR|(ZOOM|NATIONBUILDER|STRIPE|S3)_.*)$/;
  const kept = Object.entries(env).filter(([name]) => !real.test(name));
  return {
    ...Object.fromEntries(kept),
    DATA_DIR: env.DATA_DIR || '.data-rehearsal',
    TA_DESK_MODE: 'rehearsal',
  };
}

/** Its state is in memory: one left by a killed run is of no use, and one that dies ends the rehearsal. */
function simulatedTemporal({ env, say }: { env: Env; say(line: string): void }): TemporalPlan {
  return {
    kind: 'embedded',
    survivesDeath: false,
    start: async ({ logFile, left, onSpawn }) => {
      const server = await provisionTimeSkippingServer({ env, log: say });
      if (left && isAlive(left.pid) && commandOf(left.pid)?.includes('TestServer')) {
        await stopProcess(left.pid, { first: 'SIGTERM', graceMs: 3_000, last: 'SIGKILL' });
      }
      return startTimeSkippingServer({ server, logFile, onSpawn });
    },
  };
}

async function advanceClock(address: string, to: Date): Promise<void> {
  const clock = await connectTestService(address);
  try {
    const ahead = to.getTime() - (await clock.currentTime());
    if (ahead < 0) throw new SetupError(`--at ${to.toISOString()} has passed; the clock only goes forward.`);
    await clock.sleep(ahead);
  } finally {
    await clock.close();
  }
}
