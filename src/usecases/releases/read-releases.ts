import { type Actor, isStaff, roleOf } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { offeredOnRelease } from '../../domain/releases/decide-release.js';
import type { RecipientKind, ReleasePart, SignedHow } from '../../domain/releases/release-scope.js';
import type { ReleaseStatus } from '../../domain/releases/release-statuses.js';
import type { ReleaseField } from '../../domain/releases/release-texts.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import { createZone } from '../../domain/time/zone.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { visibleRequest } from '../requests/visible-request.js';
import { noteReadings } from '../security/note-readings.js';
import { type ReleaseRow, stateOfRelease } from './release-row.js';
import { releaseText } from './release-text.js';
import { MOST_RELEASES, type ReleaseView } from './release-view.schema.js';

const withWords = {
  request: { select: { requesterId: true, ...withKey } },
  words: { where: { status: 'effective' }, orderBy: { createdAt: 'asc' } },
} as const;

/** A release for staff and whoever asked; for others there is none. */
export async function visibleRelease(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<ReleaseRow>> {
  const gone = refuse('no-such-release');
  const found = await services.db.release.findUnique({
    where: { id },
    include: { request: { select: withKey } },
  });
  if (!found) return gone;
  const { request, ...row } = found;
  return (await readersOf(services, actor, row.requestId)).ok
    ? ok({ ...row, dataKey: request.dataKey })
    : gone;
}

/** Staff behind no wall, and the requester: a supervisor is asked about the case, not about who else hears of it. */
async function readersOf(services: Services, actor: Actor, requestId: string): Promise<Result<null>> {
  const found = await visibleRequest(services, actor, requestId);
  if (!found.ok) return found;
  const reads =
    may(actor, 'releases.read') || (actor.kind === 'person' && actor.id === found.value.requesterId);
  return reads ? ok(null) : refuse('request-not-yours');
}

/** The releases of a request, the latest first. Staff's reading is noted. */
export async function listReleases(
  services: Services,
  actor: Actor,
  requestId: string,
): Promise<Result<{ items: ReleaseView[] }>> {
  const seen = await readersOf(services, actor, requestId);
  if (!seen.ok) return seen;
  return ok({ items: await viewsOf(services, actor, { requestId }) });
}

export async function readRelease(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<ReleaseView>> {
  const found = await visibleRelease(services, actor, id);
  if (!found.ok) return found;
  const [view] = await viewsOf(services, actor, { id });
  return view ? ok(view) : refuse('no-such-release');
}

async function viewsOf(
  services: Services,
  actor: Actor,
  where: { requestId: string } | { id: string },
): Promise<ReleaseView[]> {
  const rows = await services.db.release.findMany({
    where,
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take: MOST_RELEASES,
    include: withWords,
  });
  const [first] = rows;
  if (first && isStaff(actor)) await noteReadings(services, actor, 'release', [first.requestId]);
  const now = services.clock.now();
  const { dateOf } = createZone(services.programs.current().program.zone);
  return rows.map((row) => {
    const owner = { id: row.id, dataKey: row.request.dataKey };
    const said = (field: ReleaseField) => {
      const text = row.words.findLast((one) => one.field === field);
      return text ? releaseText.open(services, owner, text) : null;
    };
    const state = stateOfRelease(row);
    const self = `/api/v1/releases/${row.id}`;
    return {
      id: row.id,
      requestId: row.requestId,
      status: row.status as ReleaseStatus,
      inForce: row.status === 'in-force' && row.expiresAt > now,
      recipientKind: row.recipientKind as RecipientKind,
      recipient: said('recipient'),
      purpose: said('purpose'),
      parts: row.parts as ReleasePart[],
      signedHow: row.signedHow as SignedHow | null,
      signedAt: row.signedAt?.toISOString() ?? null,
      signedOn: row.signedOn?.toISOString().slice(0, 10) ?? null,
      paper: isStaff(actor) ? said('paper') : null,
      openedAt: row.openedAt.toISOString(),
      until: dateOf(new Date(row.expiresAt.getTime() - 1).toISOString()),
      expiresAt: row.expiresAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      reason: said('reason'),
      introductionId: row.introductionId,
      offered: state ? offeredOnRelease(state, roleOf(actor)) : [],
      version: row.version,
      links: { self, decisions: `${self}/decisions` },
    };
  });
}
