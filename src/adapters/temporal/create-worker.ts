import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DataConverter } from '@temporalio/common';
import { type NativeConnection, Worker } from '@temporalio/worker';
import type { Activities } from '../../activities/create-activities.js';
import type { InFlight } from './in-flight.js';
import { plainFailures } from './plain-failures.js';
import { SIGN_MS, signsOfLife } from './signs-of-life.js';
import { TASK_QUEUE } from './task-queue.js';

/**
 * The worker for workflows and activities. Uses the bundle it is given or, when there is one, the prebuilt one
 * (`npm run build`), else bundles the workflows' source.
 */
export async function createWorker(args: {
  connection: NativeConnection;
  namespace: string;
  activities: Activities;
  dataConverter: DataConverter;
  /** Path of the workflows' bundled code. */
  bundle?: string;
  /** Set in rehearsal, where a restart must not wait for a sticky queue. */
  rehearsal?: { inFlight: InFlight; cached?: number | undefined };
}): Promise<Worker> {
  const bundle = args.bundle ?? fileURLToPath(new URL('../../workflow-bundle.js', import.meta.url));
  const source = fileURLToPath(
    new URL(`../../workflows/index.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url),
  );
  return Worker.create({
    connection: args.connection,
    namespace: args.namespace,
    taskQueue: TASK_QUEUE,
    activities: args.activities,
    dataConverter: args.dataConverter,
    ...(existsSync(bundle) ? { workflowBundle: { codePath: bundle } } : { workflowsPath: source }),
    // Longest activity is two minutes; a hung one must not keep the process.
    shutdownGraceTime: '20 seconds',
    shutdownForceTime: '30 seconds',
    maxConcurrentActivityTaskExecutions: 20,
    maxHeartbeatThrottleInterval: SIGN_MS,
    // After a worker was killed, decisions about what it had cached wait this long for it: less than their caller.
    stickyQueueScheduleToStartTimeout: '3 seconds',
    interceptors: {
      activity: [
        plainFailures,
        signsOfLife,
        ...(args.rehearsal ? [args.rehearsal.inFlight.interceptor] : []),
      ],
    },
    ...(args.rehearsal ? { maxCachedWorkflows: args.rehearsal.cached ?? 2_000 } : {}),
  });
}
