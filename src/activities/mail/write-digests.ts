import type { Instant } from '../../domain/time/instant.js';
import type { RecordServices } from '../../ports/services.js';
import { PROCESS } from '../../usecases/digest/ensure-digests.js';
import { writeDigests } from '../../usecases/digest/write-digests.js';

export interface WriteDigests {
  v: 1;
  episode: number;
  /** When they were due. */
  at: Instant;
}

/** Reminders fall due at the same moment: how long they are waited for, and how often it is looked. */
const PATIENCE_MS = 60_000;
const LOOK_MS = 50;

/** Writes what is due; `next` is null where another process does by now. */
export function writeDigestsActivity(services: RecordServices) {
  return async ({ episode, at }: WriteDigests): Promise<{ next: Instant | null }> => {
    const { db, clock } = services;
    const row = await db.digestProcess.findUnique({ where: { id: PROCESS } });
    if (row?.episode !== episode) return { next: null };
    // On simulated time the process may be woken before the clock is read.
    const now = new Date(Math.max(Date.parse(at), clock.now().getTime()));
    await untilReminded(services, now);
    const next = await writeDigests(services, now);
    await db.digestProcess.updateMany({ where: { id: PROCESS, episode }, data: { nextDueAt: next } });
    return { next };
  };
}

/** Those that can't be recorded for so long are in the next one; what they remind of is in this one all the same. */
async function untilReminded({ db }: RecordServices, now: Date): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    if ((await db.taRequest.count({ where: { nextDueAt: { lte: now } } })) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
