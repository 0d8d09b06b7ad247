import type { Services } from '../../activities/ports.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { ALLOWED_IN } from '../../domain/requests/allowance.js';
import type { RequestStatus } from '../../domain/requests/status.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import { makeEffective, writeCaseText } from '../../records/requests/case-text.js';
import { reopenEpisode } from '../../records/requests/reopen-episode.js';
import { inRecording, lockRequest } from '../../records/requests/request-row.js';
import { type ViewRow, viewOf } from './request-view.js';

/** Reopens an ended request: nothing runs that could be asked, so this is a start, in one transaction. */
export async function reopenRequest(
  services: Services,
  actor: Actor,
  row: ViewRow,
  reason: string,
  commandId: string,
): Promise<Result<RequestView>> {
  const at = services.clock.now();
  const reopened = await inRecording(services, async (tx, toKick) => {
    const locked = await lockRequest(tx, row.id);
    if (!locked || !ALLOWED_IN.reopen.includes(locked.status as RequestStatus)) return false;
    await writeCaseText(tx, services, {
      request: locked,
      field: 'reopening-reason',
      text: reason,
      author: actorRef(actor),
      at,
      commandId,
    });
    await makeEffective(tx, row.id, commandId);
    await reopenEpisode(tx, services, toKick, { row: locked, actor: actorRef(actor), commandId, at });
    return true;
  });
  if (!reopened) return refuse('not-allowed-now', `A request that is ${row.status} cannot be reopened.`);
  return ok(await viewOf(services, actor, row.id));
}
