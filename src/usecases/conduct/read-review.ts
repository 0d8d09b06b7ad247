import type { Prisma } from '../../adapters/database/generated/client.js';
import { type ConductField, READ_BY_PERSON } from '../../domain/conduct/conduct-texts.js';
import { type Grounds, type ReviewStatus, refuses } from '../../domain/conduct/review-statuses.js';
import { type Actor, actorRef, isStaff } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import { createZone } from '../../domain/time/zone.js';
import type { Services } from '../../ports/services.js';
import { withKey } from '../data-keys.js';
import { namesOf } from '../requests/read-request.js';
import { noteOtherReadings } from '../security/note-readings.js';
import { conductText } from './conduct-text.js';
import type { ReviewRow } from './review-row.js';
import type { ReviewView } from './review-view.schema.js';

/** The row of a review, for directors, and once they were told of it for whoever it is about. Refuses `forbidden`, `not-found`. */
export async function visibleReview(
  services: Pick<Services, 'db'>,
  actor: Actor,
  id: string,
): Promise<Result<ReviewRow>> {
  const directs = may(actor, 'conduct.review');
  // Whether there is one is nobody else's to know.
  if (isStaff(actor) && !directs) return refuse('only-directors-review');
  const row = await services.db.conductReview.findUnique({ where: { id }, include: withKey });
  const own = row && row.notifiedAt !== null && actorRef(actor) === `person:${row.personId}`;
  return row && (directs || own) ? ok(row) : refuse('no-such-review');
}

/** A review with what was said in it. A director's reading is logged. */
export async function readReview(services: Services, actor: Actor, id: string): Promise<Result<ReviewView>> {
  const found = await visibleReview(services, actor, id);
  if (!found.ok) return found;
  const row = found.value;
  const directs = may(actor, 'conduct.review');
  const where: Prisma.ConductTextWhereInput = {
    reviewId: id,
    status: 'effective',
    ...(directs ? {} : { field: { in: READ_BY_PERSON } }),
  };
  const texts = await services.db.conductText.findMany({
    where,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const authors = texts.map(({ author }) => author);
  const names = directs ? await namesOf(services, authors) : new Map<string, string>();
  if (directs) {
    await noteOtherReadings(services, actor, { owner: 'conduct', what: 'conduct', ids: [id] });
  }
  const self = `/api/v1/conduct-reviews/${id}`;
  const { endsAt } = row;
  return ok({
    id,
    personId: row.personId,
    grounds: row.grounds as Grounds,
    status: row.status as ReviewStatus,
    active: refuses(row.status as ReviewStatus) && endsAt !== null && endsAt > services.clock.now(),
    openedAt: row.openedAt.toISOString(),
    notifiedAt: at(row.notifiedAt),
    refusedAt: at(row.refusedAt),
    until: endsAt && lastDayOf(services, endsAt),
    endsAt: at(endsAt),
    appealUntil: at(row.appealUntil),
    appealedAt: at(row.appealedAt),
    decideBy: at(row.decideBy),
    decidedAlone: row.decidedAlone,
    endedAt: at(row.endedAt),
    texts: texts.map((text) => ({
      field: text.field as ConductField,
      body: conductText.open(services, row, text),
      at: text.createdAt.toISOString(),
      from: text.author === `person:${row.personId}` ? 'person' : 'staff',
      name: names.get(text.author) ?? null,
    })),
    version: row.version,
    links: { self, decisions: `${self}/decisions` },
  });
}

/** The last day on which a refusal stands; at midnight it is the day before. */
export function lastDayOf({ programs }: Pick<Services, 'programs'>, endsAt: Date): string {
  const { dateOf } = createZone(programs.current().program.zone);
  return dateOf(new Date(endsAt.getTime() - 1).toISOString());
}

const at = (date: Date | null) => date?.toISOString() ?? null;
