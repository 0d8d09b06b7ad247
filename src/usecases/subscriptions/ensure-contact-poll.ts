import { contactPollWorkflowId } from '../../domain/calls/workflow-id.js';
import type { RecordServices } from '../../ports/services.js';
import { lockRows } from '../lock.js';
import { type Recording, recording } from '../recording.js';
import { contactsOf } from './tell-contacts.js';

const SOURCE = 'nationbuilder';

/**
 * With contacts kept outside one process reads what changes there: called at each start of a worker, does nothing
 * while it runs. One that ended, because nothing was connected for a time, is followed by the next.
 */
export async function ensureContactPoll(services: RecordServices): Promise<void> {
  if (!contactsOf(services)) return;
  await recording(services, async (rec) => {
    const { tx } = rec;
    const { count } = await tx.contactPoll.createMany({ data: [{ source: SOURCE }], skipDuplicates: true });
    await lockRows(tx)`SELECT source FROM contact_poll WHERE source = ${SOURCE} FOR UPDATE`;
    const row = await tx.contactPoll.findUniqueOrThrow({ where: { source: SOURCE } });
    if (count > 0) await startPoll(rec, row.episode);
    else if (row.stopped) await nextPoll(rec, row.episode);
  });
}

/** An ended process is never started again under its id. */
export async function nextPoll(rec: Recording, ended: number): Promise<void> {
  const { tx } = rec;
  const episode = ended + 1;
  await tx.contactPoll.update({ where: { source: SOURCE }, data: { episode, stopped: false } });
  await startPoll(rec, episode);
}

export async function startPoll(rec: Recording, episode: number): Promise<void> {
  const workflowId = contactPollWorkflowId(episode);
  rec.outbox.start('contactPoll', workflowId, { v: 1, episode });
}
