import { randomUUID } from 'node:crypto';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import type { PrecedentOpening, PrecedentTyped } from '../../domain/precedents/precedent.schema.js';
import { ok, type Result, refuse } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { recording } from '../recording.js';
import { visibleRequest } from '../requests/visible-request.js';
import { addPast, lockedPrecedent, refuseTyped, typedColumns, viewOf } from './precedent-row.js';
import type { PrecedentView } from './precedent-view.schema.js';

/** The request that a precedent may be suggested from: one with an answer. Refuses `not-found`, `not-allowed-now`. */
export async function answeredRequest(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<{ id: string; reference: string; kind: string; topics: string[] }>> {
  const refused = refuseUnless(actor, 'precedents.write');
  if (refused) return refused;
  const found = await visibleRequest(services, actor, id);
  if (!found.ok) return found;
  const { reference, kind, topics, respondedAt } = found.value;
  return respondedAt
    ? ok({ id: found.value.id, reference, kind, topics })
    : refuse('precedent-of-unanswered');
}

/** Keeps a draft; the same command makes one. Refuses `forbidden`, `invalid`, `not-found`, `not-allowed-now`. */
export async function suggestPrecedent(
  services: Services,
  actor: Actor,
  { requestId, ...typed }: PrecedentOpening,
  { commandId }: { commandId: string },
): Promise<Result<PrecedentView>> {
  const refused = refuseUnless(actor, 'precedents.write') ?? refuseTyped(services, typed);
  if (refused) return refused;
  if (requestId) {
    const from = await answeredRequest(services, actor, requestId);
    if (!from.ok) return from;
  }
  return recording(services, async ({ tx, at }) => {
    const known = await tx.precedent.findUnique({ where: { id: commandId } });
    if (known) return ok(viewOf(services, actor, known));
    const row = await tx.precedent.create({
      data: {
        id: commandId,
        ...typedColumns(typed),
        status: 'draft',
        author: actorRef(actor),
        ownerId: actor.kind === 'user' ? actor.id : null,
        requestId: requestId ?? null,
        createdAt: at,
        changedAt: at,
      },
    });
    await addPast(tx, row, { id: randomUUID(), type: 'suggested', actor, at });
    return ok(viewOf(services, actor, row));
  });
}

/** Another wording: from now on it is a draft again, and whoever changed it is its author. Refuses likewise, and `version-mismatch`. */
export async function revisePrecedent(
  services: Services,
  actor: Actor,
  id: string,
  typed: PrecedentTyped,
  { ifMatch }: { ifMatch?: number | undefined },
): Promise<Result<PrecedentView>> {
  const refused = refuseUnless(actor, 'precedents.write') ?? refuseTyped(services, typed);
  if (refused) return refused;
  return recording(services, async (rec) => {
    const { tx } = rec;
    const found = await lockedPrecedent(tx, actor, { id, ifMatch });
    if (!found.ok) return found;
    if (found.value.status === 'erased') return refuse('precedent-not-now');
    const row = await tx.precedent.update({
      where: { id },
      data: {
        ...typedColumns(typed),
        status: 'draft',
        author: actorRef(actor),
        ownerId: actor.kind === 'user' ? actor.id : found.value.ownerId,
        publishedAt: null,
        changedAt: rec.at,
        version: { increment: 1 },
      },
    });
    await addPast(tx, row, { id: randomUUID(), type: 'changed', actor, at: rec.at });
    return ok(viewOf(services, actor, row));
  });
}
