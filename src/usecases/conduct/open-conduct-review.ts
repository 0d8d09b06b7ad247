import { openReview } from '../../domain/conduct/open-review.js';
import { planReview } from '../../domain/conduct/plan-review.js';
import type { ReviewOpening } from '../../domain/conduct/review-decision.schema.js';
import { reviewWorkflowId } from '../../domain/conduct/workflow-id.js';
import { type Actor, actorRef } from '../../domain/people/actor.js';
import { may } from '../../domain/people/permissions.js';
import { ok, type Result, refuse, refuseAt } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { holdCalendar } from '../calendar/lock-calendar.js';
import { makeDataKey } from '../data-keys.js';
import { lockRows } from '../lock.js';
import { appendEvent, asJson } from '../process-events.js';
import { recordingOrRefusal } from '../recording-or-refusal.js';
import { conductText } from './conduct-text.js';
import { readReview } from './read-review.js';
import type { ReviewView } from './review-view.schema.js';
import { derivedOf, reviewEventHash } from './write-review-event.js';

/**
 * Opens a conduct review about a person: its evidence, sealed, and the start of its process. Nobody is told yet. The
 * same `commandId` is the same review. Refuses `forbidden`, `invalid` (nobody with this id), `not-allowed-now`.
 */
export async function openConductReview(
  services: Services,
  actor: Actor,
  { personId, grounds, evidence }: ReviewOpening,
  { commandId: id }: { commandId: string },
): Promise<Result<ReviewView>> {
  if (!may(actor, 'conduct.review')) return refuse('only-directors-review');
  const by = actorRef(actor);
  const opened = await recordingOrRefusal(services, async (rec) => {
    const { tx } = rec;
    const [person] = await lockRows<{ id: string; merged: string | null }>(tx)`
      SELECT id, merged_into_id AS merged FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
    if (!person) return refuseAt('/personId', 'no-such-person-here');
    if (person.merged !== null) return refuse('merged-already');
    if ((await tx.conductReview.count({ where: { id } })) > 0) return ok(null);
    await holdCalendar(tx);
    const { at } = rec;
    const { program } = services.programs.current();
    const { state, event } = openReview({
      reviewId: id,
      rules: program.conduct,
      actor: by,
      at: at.toISOString(),
    });
    const { remindersAt } = program.clock;
    const plan = planReview({ state, calendar: await loadCalendar(tx, services), remindersAt });
    const planned = { ...state, ...plan };
    const dataKey = makeDataKey(rec, services, 'conduct_review');
    await tx.conductReview.create({
      data: {
        ...derivedOf(planned),
        id,
        personId,
        dataKeyId: dataKey.id,
        grounds,
        openedAt: at,
        openedBy: by,
        processState: asJson(planned),
      },
    });
    const text = { owner: { id, dataKey }, field: 'evidence', text: evidence, author: by, at } as const;
    await conductText.write(tx, services, { ...text, commandId: id }, 'effective');
    const workflowId = reviewWorkflowId(id);
    appendEvent(rec, { workflowId, event, hash: reviewEventHash(event, planned) });
    rec.outbox.start('conductReview', workflowId, { v: 1, state: planned });
    return ok(null);
  });
  return opened.ok ? readReview(services, actor, id) : opened;
}
