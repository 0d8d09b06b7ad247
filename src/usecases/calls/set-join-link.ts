import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { lockCall } from './call-row.js';
import { sealJoinLink } from './join-link.js';

/**
 * Keeps the way into a meeting that staff made themselves. Only approved registrants ever see it. Refuses
 * `forbidden`, `not-found`, `not-allowed-now` (cancelled or over).
 */
export async function setJoinLink(
  services: Services,
  actor: Actor,
  callId: string,
  link: string,
): Promise<Result<null>> {
  if (!may(actor, 'calls.decide')) return refuse('only-staff-set-link');
  const set = await recordingOrRefusal(services, async ({ tx }) => {
    const row = await lockCall(tx, callId);
    if (!row) return refuse('no-such-call');
    if (row.status === 'cancelled' || row.status === 'completed') {
      return refuse('link-of-no-use', { status: row.status });
    }
    await tx.call.update({
      where: { id: callId },
      data: { sealedJoinLink: sealJoinLink(services, 'call', row, link), version: { increment: 1 } },
    });
    return ok(null);
  });
  if (set.ok) services.log.info({ callId, actor: actorRef(actor) }, 'a join link was set');
  return set;
}
