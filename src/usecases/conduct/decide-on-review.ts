import type { ConductField } from '../../domain/conduct/conduct-texts.js';
import { carryOutOnReview, mayDecide, reviewRefusalOf, whoseIs } from '../../domain/conduct/decide-review.js';
import { planReview } from '../../domain/conduct/plan-review.js';
import type { ReviewDecision } from '../../domain/conduct/review-decision.schema.js';
import { reviewSheetOf } from '../../domain/conduct/review-decisions.js';
import type { ReviewCommand } from '../../domain/conduct/review-state.js';
import { reviewWorkflowId } from '../../domain/conduct/workflow-id.js';
import { type Actor, actorRef, roleOf } from '../../domain/people/actor.js';
import { ok, type Result, refuse, refuseAt } from '../../domain/result.js';
import { addDays } from '../../domain/time/add-days.js';
import { outsideOf } from '../../domain/time/date-range.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { type Envelope, sendCommand } from '../send-command.js';
import { conductText } from './conduct-text.js';
import { readReview, visibleReview } from './read-review.js';
import { type ReviewRow, stateOf } from './review-row.js';
import type { ReviewView } from './review-view.schema.js';

/** Carries out a decision about a conduct review. `commandId` makes a repeat the same decision. */
export async function decideOnReview(
  services: Services,
  actor: Actor,
  id: string,
  decision: ReviewDecision,
  { commandId, ifMatch }: { commandId: string; ifMatch?: number | undefined },
): Promise<Result<ReviewView>> {
  const found = await visibleReview(services, actor, id);
  if (!found.ok) return found;
  const row = found.value;
  if (!mayDecide(decision.kind, roleOf(actor))) return refuse(whoseIs(decision.kind));
  const prepared = await commandOf(services, row, decision);
  if (!prepared.ok) return prepared;
  const command = prepared.value;
  const words = wordsOf(decision);
  const forPerson = reviewSheetOf(decision.kind).byPerson && roleOf(actor) !== null;
  const sent = await sendCommand(services, {
    actor,
    command,
    commandId,
    workflowId: reviewWorkflowId(id),
    onBehalfOf: forPerson ? `person:${row.personId}` : null,
    upon: { row, ifMatch },
    plan: {
      pointer: decision.kind === 'refuse' ? '/until' : '',
      ahead: (envelope, at) => planAhead(services, row, envelope, at),
    },
    ...(words
      ? {
          words: {
            keep: (at) =>
              conductText.write(services.db, services, {
                owner: row,
                ...words,
                author: forPerson ? `person:${row.personId}` : actorRef(actor),
                at,
                commandId,
              }),
            drop: () => conductText.dropPending(services.db, id, commandId),
          },
        }
      : {}),
    whenEnded: refuse('review-ended-meanwhile'),
  });
  return sent.ok ? readReview(services, actor, id) : sent;
}

/** A program with several directors has another one decide an appeal than the one who refused. */
export async function hasSeveralDirectors({ db }: Pick<Services, 'db'>): Promise<boolean> {
  return (await db.staff.count({ where: { role: 'director', active: true } })) > 1;
}

async function commandOf(
  services: Services,
  row: ReviewRow,
  decision: ReviewDecision,
): Promise<Result<ReviewCommand>> {
  switch (decision.kind) {
    case 'refuse':
      return refusal(services, row, decision.until);
    case 'decide-appeal': {
      const { kind, upheld } = decision;
      return ok({ kind, upheld, others: await hasSeveralDirectors(services) });
    }
    default:
      return ok({ kind: decision.kind });
  }
}

/** A day is refused to its end; an instant means that instant. */
async function refusal(services: Services, row: ReviewRow, until: string): Promise<Result<ReviewCommand>> {
  const calendar = await loadCalendar(services.db, services);
  const now = services.clock.now().toISOString();
  const today = calendar.dateOf(now);
  const longest = stateOf(row)?.rules.longestRefusalDays ?? 0;
  const isDay = until.length === 10;
  const slip = outsideOf(
    { from: today, through: addDays(today, longest) },
    isDay ? until : calendar.dateOf(until),
  );
  if (slip) return refuseAt('/until', 'date-out-of-range', slip);
  if (!isDay && until <= now) return refuseAt('/until', 'refusal-ends-past');
  return ok({ kind: 'refuse', endsAt: isDay ? calendar.at(addDays(until, 1), '00:00') : until });
}

function wordsOf(decision: ReviewDecision): { field: ConductField; text: string } | null {
  const field = reviewSheetOf(decision.kind).words;
  if (!field || decision.kind === 'notify') return null;
  return { field, text: decision.kind === 'reply' ? decision.body : decision.reason };
}

/** Tries the dates a command would lead to: what can't be planned never reaches the process. @throws CannotPlan */
async function planAhead(
  services: Services,
  row: ReviewRow,
  envelope: Envelope<ReviewCommand>,
  at: Date,
): Promise<void> {
  const state = stateOf(row);
  const instant = at.toISOString();
  if (!state || reviewRefusalOf(state, envelope, instant)) return;
  const decided = carryOutOnReview(state, envelope, instant);
  const { remindersAt } = services.programs.current().program.clock;
  planReview({ state: decided.state, calendar: await loadCalendar(services.db, services), remindersAt });
}
