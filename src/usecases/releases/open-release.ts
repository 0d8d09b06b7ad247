import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import type { ReleaseOpening } from '../../domain/releases/release.schema.js';
import { ok, type Result, refuse, refuseAt } from '../../domain/result.js';
import { addDays } from '../../domain/time/add-days.js';
import { outsideOf } from '../../domain/time/date-range.js';
import type { Services } from '../../ports/services.js';
import { holdCalendar } from '../calendar/lock-calendar.js';
import { todayOf } from '../calendar/today-of.js';
import { lockRows } from '../lock.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { visibleRequest } from '../requests/visible-request.js';
import { beginRelease } from './begin-release.js';
import { readRelease } from './read-releases.js';
import { MOST_RELEASES, type ReleaseView } from './release-view.schema.js';

/**
 * Asks the requester for a release, or records one that they signed on paper. Of the director alone (program.md). The same
 * `commandId` is the same release. Refuses `forbidden`, `not-found`, `invalid` (dates).
 */
export async function askForRelease(
  services: Services,
  actor: Actor,
  requestId: string,
  { until: typed, paper, parts, recipientKind, recipient, purpose }: ReleaseOpening,
  { commandId: id }: { commandId: string },
): Promise<Result<ReleaseView>> {
  if (!may(actor, 'releases.make')) return refuse('only-directors-release');
  const found = await visibleRequest(services, actor, requestId);
  if (!found.ok) return found;
  const request = found.value;
  const today = todayOf(services);
  const { defaultDays, longestDays } = services.programs.current().program.releases;
  if (paper) {
    const slip = outsideOf({ from: addDays(today, -longestDays), through: today }, paper.signedOn);
    if (slip) return refuseAt('/paper/signedOn', 'date-out-of-range', slip);
  }
  const signedOn = paper?.signedOn ?? today;
  const last = addDays(signedOn, longestDays);
  const usual = addDays(signedOn, defaultDays);
  const until = typed ?? (usual < last ? usual : last);
  const slip = outsideOf({ from: today, through: last }, until);
  if (slip) return refuseAt('/until', 'date-out-of-range', slip);
  const begun = await recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    // A request that is erased meanwhile has no release.
    const [there] = await lockRows(tx)`
      SELECT id FROM ta_request WHERE id = ${requestId}::uuid FOR NO KEY UPDATE`;
    if (!there) return refuse('request-not-yours');
    if ((await tx.release.count({ where: { id } })) > 0) return ok(null);
    if ((await tx.release.count({ where: { requestId } })) >= MOST_RELEASES)
      return refuse('too-many-releases');
    await holdCalendar(tx);
    await beginRelease(rec, services, {
      ...{ id, request, recipientKind, parts, until },
      how: paper ? 'paper' : 'page',
      actor: actorRef(actor),
      onBehalfOf: paper ? `person:${request.requesterId}` : null,
      signedOn: paper?.signedOn,
      words: { recipient, purpose, ...(paper ? { paper: paper.reference } : {}) },
    });
    return ok(null);
  });
  return begun.ok ? readRelease(services, actor, id) : begun;
}
