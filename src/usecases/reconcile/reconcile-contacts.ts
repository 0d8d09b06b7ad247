import { contactPollWorkflowId, contactPushWorkflowId } from '../../domain/calls/workflow-id.js';
import type { Services } from '../../ports/services.js';
import { lockRows } from '../lock.js';
import { recording } from '../recording.js';
import { ensureContactPoll, nextPoll, startPoll } from '../subscriptions/ensure-contact-poll.js';
import { contactsOf, startPush, tellContacts } from '../subscriptions/tell-contacts.js';
import type { ReconcileReport } from './report.js';

/** What reads changes outside runs, and each choice that was not told yet has a process that tells it. */
export async function reconcileContacts(services: Services, report: ReconcileReport): Promise<void> {
  if (!contactsOf(services)) return;
  await ensureContactPoll(services);
  await reconcilePoll(services, report);
  const waiting = await services.db.$queryRaw<{ id: string; seq: number }[]>`
    SELECT id::text AS id, push_seq AS seq FROM subscription WHERE push_seq > pushed_seq ORDER BY id`;
  for (const { id, seq } of waiting) {
    const running = await services.processes.stateOf(contactPushWorkflowId(id, seq));
    report.checked += 1;
    if (running === 'running' || running === 'unavailable') continue;
    await recording(services, async (rec) => {
      const { tx } = rec;
      await lockRows(tx)`SELECT id FROM subscription WHERE id = ${id}::uuid FOR UPDATE`;
      const row = await tx.subscription.findUnique({ where: { id } });
      if (!row || row.pushSeq !== seq || row.pushedSeq === seq) return;
      if (running === 'missing') await startPush(rec, { subscriptionId: id, seq });
      // It gave up; somebody who asks for mending wants it tried again.
      else await tellContacts(rec, services, { subscriptionId: id });
      report.restarted.push(id);
    });
  }
}

async function reconcilePoll(services: Services, report: ReconcileReport): Promise<void> {
  const row = await services.db.contactPoll.findFirstOrThrow();
  const running = await services.processes.stateOf(contactPollWorkflowId(row.episode));
  report.checked += 1;
  if (running === 'running' || running === 'unavailable') return;
  await recording(services, async (rec) => {
    const { tx } = rec;
    await lockRows(tx)`SELECT source FROM contact_poll FOR UPDATE`;
    const now = await tx.contactPoll.findFirstOrThrow();
    if (now.episode !== row.episode) return;
    const start = running === 'missing' ? startPoll : nextPoll;
    await start(rec, row.episode);
    report.restarted.push(contactPollWorkflowId(running === 'missing' ? row.episode : row.episode + 1));
  });
}
