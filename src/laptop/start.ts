import { join } from 'node:path';
import { loadSettings, processEnvironment, type Settings } from '../config.js';
import { provisionTemporalCli } from './servers/temporal-cli.js';
import { startTemporal } from './servers/temporal-server.js';
import type { Env } from './servers/tool-cache.js';
import { adminLink } from './supervisor/admin-link.js';
import { plainly } from './supervisor/plainly.js';
import { runSystem } from './supervisor/run-system.js';
import type { TemporalPlan } from './supervisor/system-plan.js';

/** `npm start`: everything at once, for a laptop or a small server. */
await plainly(async () => {
  const env = processEnvironment();
  const settings = loadSettings(env);
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const system = await runSystem({
    settings,
    env,
    say,
    temporal: settings.temporal.address ? { kind: 'external' } : embeddedTemporal({ settings, env, say }),
    beginEmpty: false,
    programs: [
      { name: 'worker', script: 'dist/worker.js' },
      { name: 'web', script: 'dist/server.js' },
    ],
  });
  const link = await adminLink(system.env());
  if (system.stopping()) return;
  say(`\nTA Desk is ready: ${settings.appUrl}`);
  if (link) say(`Sign in as admin, once, within a day: ${link}`);
  say(`Data: ${settings.dataDir}\nStop with Ctrl-C.`);
});

function embeddedTemporal(input: { settings: Settings; env: Env; say(line: string): void }): TemporalPlan {
  const { settings, env, say } = input;
  return {
    kind: 'embedded',
    survivesDeath: true,
    start: async ({ logFile, left, onSpawn }) => {
      const { path: cli } = await provisionTemporalCli({ env, log: say });
      return startTemporal({
        cli,
        dbFile: join(settings.dataDir, 'temporal.db'),
        logFile,
        namespace: settings.temporal.namespace,
        port: left?.port,
        left,
        onSpawn,
      });
    },
  };
}
