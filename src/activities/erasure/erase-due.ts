import { heartbeat } from '@temporalio/activity';
import type { Instant } from '../../domain/time/instant.js';
import type { RecordServices } from '../../ports/services.js';
import { ERASURES, nextErasureAt } from '../../usecases/erasure/ensure-erasures.js';
import { purgeDue } from '../../usecases/purge-due.js';

export interface EraseDue {
  v: 1;
  episode: number;
  /** When it was due. */
  at: Instant;
}

/** Erases what is due; `next` is null where another process does by now. */
export function eraseDueActivity(services: RecordServices) {
  return async ({ episode, at }: EraseDue): Promise<{ next: Instant | null }> => {
    const { db, clock } = services;
    const row = await db.erasureProcess.findUnique({ where: { id: ERASURES } });
    if (row?.episode !== episode) return { next: null };
    // On simulated time the process may be woken before the clock is read.
    const now = new Date(Math.max(Date.parse(at), clock.now().getTime()));
    await purgeDue(services, { now, beat: heartbeat });
    const next = nextErasureAt(services, now);
    await db.erasureProcess.updateMany({ where: { id: ERASURES, episode }, data: { nextDueAt: next } });
    return { next };
  };
}
