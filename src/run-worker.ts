import { randomUUID } from 'node:crypto';
import { NativeConnection, type Worker } from '@temporalio/worker';
import { createActivities } from './activities/create-activities.js';
import { createWorker } from './adapters/temporal/create-worker.js';
import type { InFlight } from './adapters/temporal/in-flight.js';
import type { Config } from './config.js';
import { keepErasures } from './keep-erasures.js';
import type { Heads } from './ports/heads.js';
import type { Log } from './ports/log.js';
import { ensureSeries } from './usecases/calls/ensure-series.js';
import { ensureDigests } from './usecases/digest/ensure-digests.js';
import { ensureErasures } from './usecases/erasure/ensure-erasures.js';
import { sealRecords } from './usecases/security/seal-records.js';
import { ensureContactPoll } from './usecases/subscriptions/ensure-contact-poll.js';
import type { Wired } from './wire.js';

const HEARTBEAT_MS = 4_000;
const SWEEP_MS = 1_000;
const SEAL_MS = 5_000;
const TELL_HEAD_MS = 60 * 60_000;
const LIST_MS = 30_000;

/**
 * Runs the Temporal worker, the relay's sweep and the heartbeat that readiness looks at, until `stop`.
 * `connection` may carry options for the native connection (rehearsal's patient keep-alive).
 */
export async function runWorker(
  config: Config,
  wired: Wired,
  options: {
    inFlight?: InFlight;
    /** In rehearsal: how many workflows are kept in mind. */
    cached?: number;
    connection?: object;
    series?: boolean;
    digests?: boolean;
    erasures?: boolean;
    bundle?: string;
    /** False: nothing is sealed. Tests count what they ask of the database. */
    seal?: boolean;
    /** The end of the chain is kept in DATA_DIR, too. */
    heads?: Heads;
  } = {},
): Promise<{ worker: Worker; done: Promise<void>; stop(): void }> {
  const { services, dataConverter } = wired;
  const connection = await NativeConnection.connect({ ...config.temporal.connection, ...options.connection });
  const worker = await createWorker({
    connection,
    namespace: config.temporal.namespace,
    activities: createActivities(services),
    dataConverter,
    bundle: options.bundle,
    rehearsal: options.inFlight && { inFlight: options.inFlight, cached: options.cached },
  });
  // Calls are planned from the program's rules by processes of their own.
  if (options.series ?? true) await ensureSeries(services);
  await ensureContactPoll(services);
  if (options.digests ?? true) await ensureDigests(services);
  if (options.erasures ?? true) await ensureErasures(services);
  const id = randomUUID();
  // Before the first heartbeat, which says nothing unless the worker runs: readiness waits for it.
  const running = worker.run();
  const stops = [
    every(HEARTBEAT_MS, async () => {
      if (worker.getState() !== 'RUNNING') return;
      const at = new Date();
      const { keyIds } = services.vault;
      const create = { id, at, keyIds: [...keyIds] };
      await services.db.workerHeartbeat.upsert({ where: { id }, create, update: { at } });
    }),
    every(SWEEP_MS, async () => void (await services.relay.sweep())),
    ...(config.mode === 'start' ? [every(LIST_MS, () => keepErasures(services.db, config.dataDir))] : []),
  ];
  if (options.seal ?? true) {
    const heads = toldHeads(services.log, options.heads);
    stops.push(every(SEAL_MS, async () => void (await sealRecords(services, heads))));
  }
  const done = running.finally(async () => {
    for (const stop of stops) stop();
    await services.db.workerHeartbeat.deleteMany({ where: { id } }).catch(() => undefined);
    await connection.close();
  });
  return { worker, done, stop: () => worker.getState() === 'RUNNING' && worker.shutdown() };

  /** Again and again, never twice at once; a failure is told and tried again. */
  function every(ms: number, work: () => Promise<void>): () => void {
    let stopped = false;
    let wake = () => {};
    void (async () => {
      while (!stopped) {
        await work().catch((error: Error) =>
          services.log.warn({ error: error.name }, 'background work failed; tried again'),
        );
        if (stopped) return;
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    })();
    return () => {
      stopped = true;
      wake();
    };
  }
}

/** The end of the chain is kept where `heads` keeps it, each time, and in the log once an hour. */
function toldHeads(log: Log, heads?: Heads): Pick<Heads, 'keep'> {
  let told = 0;
  return {
    async keep(head) {
      await heads?.keep(head);
      if (Date.now() - told < TELL_HEAD_MS) return;
      told = Date.now();
      log.info({ place: head.place, hash: head.hash }, 'head of the records');
    },
  };
}
