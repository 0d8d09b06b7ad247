import { validate as isUuid } from 'uuid';
import type { Actor } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { LIVE_PRIVACY } from '../../domain/privacy/privacy-requests.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { cursorOf, instantAndId } from '../lists/cursor.schema.js';
import { privacyView, withPerson } from './privacy-row.js';
import type { PrivacyListQuery, PrivacyView } from './privacy-view.schema.js';

const cursors = cursorOf('privacy-requests', instantAndId);

/** Staff see what was confirmed; people all of their own. The latest first. Refuses `forbidden`, `invalid`. */
export async function listPrivacy(
  services: Pick<Services, 'db' | 'vault'>,
  actor: Actor,
  { state, cursor, limit = 50 }: PrivacyListQuery = {},
): Promise<Result<{ items: PrivacyView[]; nextCursor: string | null }>> {
  const staff = may(actor, 'privacy.read');
  if (!staff && actor.kind !== 'person') return refuse('role-not-allowed');
  const read = cursors.read(cursor);
  if (!read.ok) return read;
  const after = read.value;
  const whose =
    !staff && actor.kind === 'person' ? { personId: actor.id } : { status: { not: 'unconfirmed' } };
  const stands =
    state === undefined ? {} : { status: state === 'live' ? { in: LIVE_PRIVACY } : { notIn: LIVE_PRIVACY } };
  const rows = await services.db.privacyRequest.findMany({
    where: {
      AND: [
        whose,
        stands,
        after ? { OR: [{ askedAt: { lt: after[0] } }, { askedAt: after[0], id: { lt: after[1] } }] } : {},
      ],
    },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    include: withPerson,
  });
  const items = rows.slice(0, limit).map((row) => privacyView(services, row, staff ? 'staff' : 'self'));
  const last = items.at(-1);
  return ok({
    items,
    nextCursor: rows.length > limit && last ? cursors.write([last.askedAt, last.id]) : null,
  });
}

/** One of them: of others' there is nothing to see. Refuses `not-found`. */
export async function readPrivacy(
  services: Pick<Services, 'db' | 'vault'>,
  actor: Actor,
  id: string,
): Promise<Result<PrivacyView>> {
  const staff = may(actor, 'privacy.read');
  if (!staff && actor.kind !== 'person') return refuse('role-not-allowed');
  const missing = refuse('no-such-wish');
  if (!isUuid(id)) return missing;
  const row = await services.db.privacyRequest.findUnique({ where: { id }, include: withPerson });
  if (!row) return missing;
  if (staff) {
    return row.status === 'unconfirmed' ? missing : ok(privacyView(services, row, 'staff'));
  }
  const own = actor.kind === 'person' && row.personId === actor.id;
  return own ? ok(privacyView(services, row, 'self')) : missing;
}
