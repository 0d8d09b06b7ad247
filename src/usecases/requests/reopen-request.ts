import { type Actor, actorRef } from '../../domain/people/actor.js';
import { REOPENING_STATUSES, type RequestStatus } from '../../domain/requests/statuses.js';
import type { RequestView } from '../../domain/requests/view.schema.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { staleVersion } from '../stale-version.js';
import { addCaseText } from './case-text.js';
import { reopenEpisode } from './reopen-episode.js';
import { lockRequestAndCalendar } from './request-row.js';
import { type ViewRow, viewOf } from './request-view.js';

/** Reopens an ended request: nothing runs that could be asked, so this is a start, in one transaction. */
export async function reopenRequest(
  services: Services,
  actor: Actor,
  row: ViewRow,
  reason: string,
  { commandId, ifMatch }: { commandId: string; ifMatch?: number },
): Promise<Result<RequestView>> {
  const reopened = await recordingOrRefusal(services, async (rec) => {
    const locked = await lockRequestAndCalendar(rec.tx, row.id);
    if (!locked) return refuse('request-gone');
    const stale = staleVersion(locked, ifMatch);
    if (stale) return stale;
    if (!REOPENING_STATUSES.includes(locked.status as RequestStatus)) {
      return refuse('not-reopened-while', { status: locked.status });
    }
    addCaseText(rec, services, {
      request: locked,
      field: 'reopening-reason',
      text: reason,
      author: actorRef(actor),
      at: rec.at,
      commandId,
    });
    await reopenEpisode(rec, services, { row: locked, actor: actorRef(actor), commandId });
    return ok(null);
  });
  return reopened.ok ? ok(await viewOf(services, actor, row.id)) : reopened;
}
