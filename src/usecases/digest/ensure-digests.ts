import { staffDigestWorkflowId } from '../../domain/requests/workflow-id.js';
import type { RecordServices } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { lockRows } from '../lock.js';
import { type Recording, recording } from '../recording.js';
import { nextDigestAt } from './next-digest.js';

/** The one row of `digest_process`. */
export const PROCESS = 'staff';

/** One process writes the digests: called at each start of a worker, does nothing once it was begun. */
export async function ensureDigests(services: RecordServices): Promise<void> {
  await recording(services, async (rec) => {
    const { tx, at } = rec;
    const calendar = await loadCalendar(tx, services);
    const { remindersAt } = services.programs.current().program.clock;
    const nextDueAt = new Date(nextDigestAt({ calendar, remindersAt, after: at.toISOString() }));
    const { count } = await tx.digestProcess.createMany({
      data: [{ id: PROCESS, nextDueAt }],
      skipDuplicates: true,
    });
    if (count > 0) startDigests(rec, { episode: 1, nextDueAt });
  });
}

/** Begins it again under its number if it was lost, else under the next: an ended one never starts again. */
export async function restartDigests(services: RecordServices, found: 'missing' | 'ended'): Promise<string> {
  return recording(services, async (rec) => {
    const { tx } = rec;
    await lockRows(tx)`SELECT id FROM digest_process FOR UPDATE`;
    const { episode: before } = await tx.digestProcess.findUniqueOrThrow({ where: { id: PROCESS } });
    const row = await tx.digestProcess.update({
      where: { id: PROCESS },
      data: { episode: found === 'missing' ? before : before + 1 },
    });
    startDigests(rec, row);
    return staffDigestWorkflowId(row.episode);
  });
}

function startDigests(rec: Recording, { episode, nextDueAt }: { episode: number; nextDueAt: Date }): void {
  const input = { v: 1 as const, episode, at: nextDueAt.toISOString() };
  rec.outbox.start('staffDigest', staffDigestWorkflowId(episode), input);
}
