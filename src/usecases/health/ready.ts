import type { Services } from '../../ports/services.js';

export interface ReadyReport {
  ready: boolean;
  checks: { database: boolean; temporal: boolean; worker: boolean };
}

const HEARTBEAT_MAX_MS = 15_000;
const CHECK_MS = 3_000;

/** Database answers, Temporal answers, and a worker polled in the last 15 seconds (wall time). */
export function createReady(services: Pick<Services, 'db' | 'processes'>): () => Promise<ReadyReport> {
  return async () => {
    const [worker, temporal] = await Promise.all([
      within(lastHeartbeat(services.db)),
      within(services.processes.ready()),
    ]);
    const checks = {
      database: worker !== undefined,
      temporal: temporal === true,
      worker: worker instanceof Date && Date.now() - worker.getTime() < HEARTBEAT_MAX_MS,
    };
    return { ready: checks.database && checks.temporal && checks.worker, checks };
  };
}

async function lastHeartbeat(db: Services['db']): Promise<Date | null> {
  const last = await db.workerHeartbeat.findFirst({ orderBy: { at: 'desc' }, select: { at: true } });
  return last?.at ?? null;
}

/** Undefined when it fails or takes too long: readiness has to answer soon either way. */
async function within<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), CHECK_MS);
  });
  try {
    return await Promise.race([work.catch(() => undefined), timeout]);
  } finally {
    clearTimeout(timer);
  }
}
