import { DefaultLogger, Runtime } from '@temporalio/worker';
import { createHeadFile } from './adapters/records/head-file.js';
import { loadConfig, processEnvironment } from './config.js';
import { refuseUnsafeStart } from './refuse-unsafe-start.js';
import { runWorker } from './run-worker.js';
import { createServices } from './wire.js';

/** The worker process: carries out workflows and activities until told to stop, then finishes what it has. */
async function main(): Promise<void> {
  const config = loadConfig(processEnvironment());
  const wired = await createServices(config, { name: 'worker' });
  await refuseUnsafeStart(wired, config);
  const { log } = wired.services;
  Runtime.install({
    shutdownSignals: [],
    // Ids and codes only: the SDK's own fields for a workflow are its type and id.
    logger: new DefaultLogger('WARN', ({ level, message, meta }) =>
      log.warn({ level, workflowId: meta?.workflowId, activityType: meta?.activityType }, message),
    ),
  });
  const { done, stop } = await runWorker(config, wired, { heads: createHeadFile(config.dataDir) });
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await done;
  await wired.close();
}

await main();
