import { randomUUID } from 'node:crypto';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import {
  erasesWords,
  PRECEDENT_DECISION_KINDS,
  PRECEDENT_DECISIONS,
  refusePrecedent,
} from '../../domain/precedents/decide-precedent.js';
import type {
  PrecedentDecision,
  PrecedentDecisionKind,
  PrecedentStatus,
} from '../../domain/precedents/precedent.schema.js';
import { ok, type Result, refuseFor } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { forgetAnswers } from '../idempotency/forget-answers.js';
import { refuseUnless } from '../people/refuse-unless.js';
import { recording } from '../recording.js';
import { addPast, lockedPrecedent, precedentRow, viewOf } from './precedent-row.js';
import type { PrecedentView } from './precedent-view.schema.js';

/** Submits, publishes, returns, withdraws, or erases words. Refuses `forbidden`, `not-found`, `own-draft`, `not-allowed-now`, `version-mismatch`. */
export async function decidePrecedent(
  services: Services,
  actor: Actor,
  id: string,
  decision: PrecedentDecision,
  { ifMatch }: { ifMatch?: number | undefined },
): Promise<Result<PrecedentView>> {
  const refused = refuseUnless(actor, permissionFor(decision.kind));
  if (refused) return refused;
  return recording(services, async (rec) => {
    const { tx } = rec;
    const found = await lockedPrecedent(tx, actor, { id, ifMatch });
    if (!found.ok) return found;
    const { status, author } = found.value;
    const problem = refusePrecedent(
      { status: status as PrecedentStatus, author },
      decision.kind,
      actorRef(actor),
    );
    if (problem) return refuseFor(problem);
    const { to, event } = PRECEDENT_DECISIONS[decision.kind];
    const row = await tx.precedent.update({
      where: { id },
      data: {
        changedAt: rec.at,
        version: { increment: 1 },
        ...(to ? { status: to, publishedAt: to === 'published' ? rec.at : null } : {}),
        ...(to === 'published' ? { reviewer: actorRef(actor), comment: null } : {}),
        ...(decision.kind === 'return' ? { comment: decision.comment } : {}),
        ...(erasesWords(decision.kind) ? { comment: null } : {}),
        ...(to === 'erased' ? { question: '', answer: '', requestId: null } : {}),
      },
    });
    if (erasesWords(decision.kind)) {
      await tx.precedentEvent.updateMany({ where: { precedentId: id }, data: { question: '', answer: '' } });
      await forgetAnswers(tx, '/api/v1/precedents');
    }
    await addPast(tx, row, { id: randomUUID(), type: event, actor, at: rec.at });
    return ok(viewOf(services, actor, row));
  });
}

const permissionFor = (kind: PrecedentDecisionKind) =>
  erasesWords(kind) ? 'precedents.erase' : 'precedents.write';

/** What this person may decide about it now, by the rule that holds when they do. */
export async function offeredOnPrecedent(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<{ kinds: PrecedentDecisionKind[]; own: boolean }>> {
  const found = await precedentRow(services.db, actor, id);
  if (!found.ok) return found;
  const { author } = found.value;
  const status = found.value.status as PrecedentStatus;
  const kinds = PRECEDENT_DECISION_KINDS.filter(
    (kind) => may(actor, permissionFor(kind)) && !refusePrecedent({ status, author }, kind, actorRef(actor)),
  );
  return ok({ kinds, own: author === actorRef(actor) });
}
