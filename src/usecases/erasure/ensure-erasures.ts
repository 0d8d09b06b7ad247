import { dailyErasureWorkflowId } from '../../domain/requests/workflow-id.js';
import { addDays } from '../../domain/time/add-days.js';
import type { Instant } from '../../domain/time/instant.js';
import { createZone } from '../../domain/time/zone.js';
import type { RecordServices } from '../../ports/services.js';
import { lockRows } from '../lock.js';
import { type Recording, recording } from '../recording.js';

/** The one row of `erasure_process`. */
export const ERASURES = 'daily';

/** The program's hour of the first day that has it still ahead; weekends and holidays are days like any other. */
export function nextErasureAt({ programs }: Pick<RecordServices, 'programs'>, after: Date): Instant {
  const { program } = programs.current();
  const zone = createZone(program.zone);
  const today = zone.dateOf(after.toISOString());
  const at = (day: string) => zone.at(day, program.retention.erasesAt);
  return at(today) > after.toISOString() ? at(today) : at(addDays(today, 1));
}

/** One process erases what is due: called at each start of a worker, does nothing once it was begun. */
export async function ensureErasures(services: RecordServices): Promise<void> {
  await recording(services, async (rec) => {
    const nextDueAt = new Date(nextErasureAt(services, rec.at));
    const { count } = await rec.tx.erasureProcess.createMany({
      data: [{ id: ERASURES, nextDueAt }],
      skipDuplicates: true,
    });
    if (count > 0) startErasures(rec, { episode: 1, nextDueAt });
  });
}

/** Begins it again under its number if it was lost, else under the next: an ended one never starts again. */
export async function restartErasures(services: RecordServices, found: 'missing' | 'ended'): Promise<string> {
  return recording(services, async (rec) => {
    const { tx } = rec;
    await lockRows(tx)`SELECT id FROM erasure_process FOR UPDATE`;
    const { episode: before } = await tx.erasureProcess.findUniqueOrThrow({ where: { id: ERASURES } });
    const row = await tx.erasureProcess.update({
      where: { id: ERASURES },
      data: { episode: found === 'missing' ? before : before + 1 },
    });
    startErasures(rec, row);
    return dailyErasureWorkflowId(row.episode);
  });
}

function startErasures(rec: Recording, { episode, nextDueAt }: { episode: number; nextDueAt: Date }): void {
  const input = { v: 1 as const, episode, at: nextDueAt.toISOString() };
  rec.outbox.start('dailyErasure', dailyErasureWorkflowId(episode), input);
}
