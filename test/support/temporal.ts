import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { provisionTemporalCli } from '../../src/laptop/servers/temporal-cli.js';
import { startTemporal } from '../../src/laptop/servers/temporal-server.js';
import { patientChannel } from '../../src/laptop/servers/test-service.js';
import { provisionTimeSkippingServer } from '../../src/laptop/servers/time-skipping-provision.js';
import { startTimeSkippingServer } from '../../src/laptop/servers/time-skipping-server.js';
import { notePid, oncePerRun, runDir } from './once-per-run.js';

type TimeSkippingOptions = NonNullable<Parameters<typeof TestWorkflowEnvironment.createTimeSkipping>[0]>;

/**
 * A time-skipping environment of its own (about a second to start). `env.sleep('5 days')` advances,
 * `env.currentTimeMs()` reads, `env.teardown()` ends it: call that in afterAll.
 * @param client for instance `{ dataConverter }`.
 */
export async function timeSkippingEnv(
  client?: TimeSkippingOptions['client'],
): Promise<TestWorkflowEnvironment> {
  const path = await oncePerRun('test-server', async () => {
    const { command, args } = await provisionTimeSkippingServer({ env: process.env, log: sayNothing });
    const script = join(runDir(), 'test-server.sh');
    const note = `echo "$$ $(cut -d" " -f22 /proc/$$/stat 2>/dev/null)" > ${quote(runDir())}/time-$$.pid`;
    const server = [command, ...args].map(quote).join(' ');
    await writeFile(script, `#!/bin/sh\n${note}\nexec ${server} "$@" 2>/dev/null\n`);
    await chmod(script, 0o755);
    return script;
  });
  // The SDK gives the server five seconds to start: too few for Java on a busy machine.
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await TestWorkflowEnvironment.createTimeSkipping({
        server: { executable: { type: 'existing-path', path } },
        client,
        plugins: [
          {
            name: 'patient',
            configureConnection: (options) => ({ ...options, channelArgs: patientChannel }),
          },
        ],
      });
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
}

/** A time-skipping server alone, for a desk of its own. Call `stop()` in afterAll. */
export async function timeSkippingServer(): Promise<{ address: string; stop(): Promise<void> }> {
  const server = await provisionTimeSkippingServer({ env: process.env, log: sayNothing });
  const dir = await mkdtemp(join(runDir(), 'time-'));
  return startTimeSkippingServer({
    server,
    logFile: join(dir, 'server.log'),
    onSpawn: ({ pid }) => notePid('time', pid),
  });
}

/** A real Temporal dev server of its own on a file of its own. Call `stop()` in afterAll. */
export async function devServer(): Promise<{
  address: string;
  namespace: string;
  dbFile: string;
  pid: number;
  stop(): Promise<void>;
}> {
  const cli = await oncePerRun('temporal-cli', async () => {
    return (await provisionTemporalCli({ env: process.env, log: sayNothing })).path;
  });
  const dir = await mkdtemp(join(runDir(), 'temporal-'));
  const dbFile = join(dir, 'temporal.db');
  const logFile = join(dir, 'temporal.log');
  const server = await startTemporal({
    cli,
    dbFile,
    logFile,
    onSpawn: ({ pid }) => notePid('temporal', pid),
  });
  return { address: server.address, namespace: 'default', dbFile, pid: server.pid, stop: server.stop };
}

const sayNothing = () => undefined;
const quote = (word: string) => `'${word.replaceAll("'", "'\\''")}'`;
