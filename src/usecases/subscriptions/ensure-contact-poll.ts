import { contactPollWorkflowId } from '../../domain/calls/workflow-id.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { enqueueStart } from '../outbox/enqueue.js';
import { inRecording } from '../requests/request-row.js';
import { contactsOf } from './tell-contacts.js';

const SOURCE = 'nationbuilder';

/**
 * With contacts kept outside one process reads what changes there: called at each start of a worker, does nothing
 * while it runs. One that ended, because nothing was connected for a time, is followed by the next.
 */
export async function ensureContactPoll(services: RecordServices): Promise<void> {
  if (!contactsOf(services)) return;
  const at = services.clock.now();
  await inRecording(services, async (tx, toKick) => {
    const { count } = await tx.contactPoll.createMany({ data: [{ source: SOURCE }], skipDuplicates: true });
    await tx.$queryRaw`SELECT source FROM contact_poll WHERE source = ${SOURCE} FOR UPDATE`;
    const row = await tx.contactPoll.findUniqueOrThrow({ where: { source: SOURCE } });
    if (count > 0) toKick(await startPoll(tx, row.episode, at));
    else if (row.stopped) toKick(await nextPoll(tx, row.episode, at));
  });
}

/** An ended process is never started again under its id. Answers the workflow to kick. */
export async function nextPoll(tx: Transaction, ended: number, at: Date): Promise<string> {
  const episode = ended + 1;
  await tx.contactPoll.update({ where: { source: SOURCE }, data: { episode, stopped: false } });
  return startPoll(tx, episode, at);
}

export async function startPoll(tx: Transaction, episode: number, at: Date): Promise<string> {
  const workflowId = contactPollWorkflowId(episode);
  await enqueueStart(tx, { workflowId, name: 'contactPoll', input: { v: 1, episode }, at });
  return workflowId;
}
