import { type Actor, actorRef, userIn } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { makeDataKey, withKey } from '../data-keys.js';
import { lock, lockRows } from '../lock.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { recordSecurity } from '../security/record-security.js';
import { outsideWalls } from '../walls/hidden-from.js';

/** What is erased by hand or held: a request, or a person, by its id. */
export interface About {
  kind: 'request' | 'person';
  id: string;
}

export interface HoldView {
  setAt: string;
  /** Name of who set it; null: the desk does not know it. */
  setBy: string | null;
  /** For whoever sets holds; null for others. */
  reason: string | null;
}

const field = (rowId: string) => ({ table: 'legal_hold', rowId, field: 'reason' });
const columnOf = ({ kind, id }: About) => (kind === 'request' ? { requestId: id } : { personId: id });
const standing = (about: About) => ({ ...columnOf(about), liftedAt: null });

/** What is erased or held has a name to be told by: its reference, or an address. */
export async function nameOfSubject(
  services: Services,
  actor: Actor,
  { kind, id }: About,
): Promise<Result<{ name: string; label: string }>> {
  const refused = refuseUnless(actor, 'erasures.make');
  if (refused) return refused;
  if (kind === 'request') {
    const where = { id, AND: [{ id: outsideWalls(actor) }] };
    const row = await services.db.taRequest.findUnique({ where, select: { reference: true } });
    return row ? ok({ name: row.reference, label: row.reference }) : refuse('no-such-request-to-erase');
  }
  const row = await services.db.person.findUnique({
    where: { id },
    select: { name: true, mergedIntoId: true, emails: { orderBy: { email: 'asc' }, take: 1 } },
  });
  const email = row?.emails[0]?.email;
  return row && email ? ok({ name: email, label: row.name }) : refuse('no-such-person');
}

/** The hold that stands on it; null: none does. Everybody on staff sees that there is one, whoever sets them why. */
export async function readHold(
  services: Services,
  actor: Actor,
  about: About,
): Promise<Result<HoldView | null>> {
  const refused = refuseUnless(actor, 'requests.read');
  if (refused) return refused;
  const { db, vault } = services;
  const row = await db.legalHold.findFirst({
    where: standing(about),
    orderBy: { setAt: 'asc' },
    include: withKey,
  });
  if (!row) return ok(null);
  const by = await db.staff
    .findFirst({ where: { id: userIn(row.setBy) ?? '' }, select: { name: true } })
    .catch(() => null);
  return ok({
    setAt: row.setAt.toISOString(),
    setBy: by?.name ?? null,
    reason: may(actor, 'holds.set') ? vault.open(row.dataKey, field(row.id), row.sealed) : null,
  });
}

/** Whether a hold of its own, or of who asked or supervises, keeps this request. */
export async function isRequestHeld(services: Services, actor: Actor, id: string): Promise<Result<boolean>> {
  const byPeople = await isHeldByPeople(services, actor, id);
  if (!byPeople.ok || byPeople.value) return byPeople;
  return ok((await services.db.legalHold.count({ where: { liftedAt: null, requestId: id } })) > 0);
}

/** Whether a hold of who asked or supervises does. */
export async function isHeldByPeople(services: Services, actor: Actor, id: string): Promise<Result<boolean>> {
  const refused = refuseUnless(actor, 'requests.read');
  if (refused) return refused;
  const row = await services.db.taRequest.findUnique({
    where: { id },
    select: { requesterId: true, supervisorId: true },
  });
  const people = [row?.requesterId, row?.supervisorId].flatMap((one) => one ?? []);
  const count = await services.db.legalHold.count({
    where: { liftedAt: null, personId: { in: people } },
  });
  return ok(count > 0);
}

/**
 * Keeps a request or a person from being erased, by the daily process and by hand, until it is lifted. Why is sealed. The
 * same `commandId` is the same hold. Refuses `forbidden`, `not-found`, `not-allowed-now`.
 */
export async function setHold(
  services: Services,
  actor: Actor,
  about: About,
  { reason, commandId: id }: { reason: string; commandId: string },
): Promise<Result<null>> {
  if (!may(actor, 'holds.set')) return refuse('only-directors-hold');
  return recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    await lock(tx, 'holds');
    const [subject] =
      about.kind === 'request'
        ? await lockRows(tx)`SELECT id FROM ta_request WHERE id = ${about.id}::uuid FOR UPDATE`
        : await lockRows(tx)`SELECT id FROM person WHERE id = ${about.id}::uuid FOR UPDATE`;
    if (!subject) return refuse(about.kind === 'request' ? 'no-such-request-to-erase' : 'no-such-person');
    if ((await tx.legalHold.count({ where: { id } })) > 0) return ok(null);
    if ((await tx.legalHold.count({ where: standing(about) })) > 0) return refuse('held-already');
    const dataKey = makeDataKey(rec, services, 'legal_hold');
    const sealed = services.vault.seal(dataKey, field(id), reason);
    const by = { setAt: rec.at, setBy: actorRef(actor) };
    await tx.legalHold.create({ data: { id, ...columnOf(about), dataKeyId: dataKey.id, sealed, ...by } });
    await recordSecurity(tx, services, { kind: 'hold-set', actor, about: `${about.kind}:${about.id}` });
    return ok(null);
  });
}

/** From now on its time counts again. Refuses `forbidden`, `not-allowed-now` (there is none). */
export async function liftHold(services: Services, actor: Actor, about: About): Promise<Result<null>> {
  if (!may(actor, 'holds.set')) return refuse('only-directors-hold');
  return recordingOrRefusal(services, async (rec) => {
    const { count } = await rec.tx.legalHold.updateMany({
      where: standing(about),
      data: { liftedAt: rec.at, liftedBy: actorRef(actor) },
    });
    if (count === 0) return refuse('not-held');
    await recordSecurity(rec.tx, services, {
      kind: 'hold-lifted',
      actor,
      about: `${about.kind}:${about.id}`,
    });
    return ok(null);
  });
}
