import {
  carryOutOnIntroduction,
  introductionRefusalOf,
  mayDecideAs,
  offeredOnIntroduction,
} from '../../domain/mentors/decide-introduction.js';
import type { IntroductionDecisionKind } from '../../domain/mentors/introduction-decisions.js';
import type { IntroductionCommand } from '../../domain/mentors/introduction-state.js';
import { fieldOf } from '../../domain/mentors/introduction-texts.js';
import type { IntroductionDecision } from '../../domain/mentors/mentor.schema.js';
import { planIntroduction } from '../../domain/mentors/plan-introduction.js';
import { introductionWorkflowId } from '../../domain/mentors/workflow-id.js';
import { type Actor, actorRef, roleOf } from '../../domain/people/actor.js';
import { ok, type Result, refuse, refuseAt } from '../../domain/result.js';
import type { Services } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { isRefused } from '../conduct/active-refusal.js';
import { followingCommand } from '../following-command.js';
import { type Envelope, sendCommand } from '../send-command.js';
import { mayTellMentor } from './introduction-release.js';
import { type IntroductionRow, stateOf } from './introduction-row.js';
import { introductionText } from './introduction-text.js';
import type { IntroductionView } from './introduction-view.schema.js';
import { hasRoom, isMentorFree } from './mentor-row.js';
import { readIntroduction, type SeenIntroduction, visibleIntroduction } from './read-introduction.js';
import { todayOf } from './read-mentor.js';

/**
 * Carries out a decision about an introduction: of one of the two about their own, or of staff. `commandId` makes a repeat
 * the same decision.
 */
export async function decideOnIntroduction(
  services: Services,
  actor: Actor,
  id: string,
  decision: IntroductionDecision,
  { commandId, ifMatch }: { commandId: string; ifMatch?: number | undefined },
): Promise<Result<IntroductionView>> {
  const found = await visibleIntroduction(services, actor, id);
  if (!found.ok) return found;
  const { side } = found.value;
  if (!mayDecideAs(decision.kind, side, roleOf(actor))) return refuse('not-your-introduction');
  const prepared = await commandOf(services, found.value, decision);
  if (!prepared.ok) return prepared;
  const sent = await send(services, actor, {
    seen: found.value,
    decision,
    command: prepared.value,
    commandId,
    ifMatch,
  });
  if (sent.ok || sent.problem.reason !== 'mentor-taken' || side === 'staff') {
    return sent.ok ? readIntroduction(services, actor, id) : sent;
  }
  // Somebody else agreed at the same moment, and the mentor has no room for both: they are told as any who come later.
  const late = await send(services, actor, {
    ...{ seen: found.value, decision, ifMatch },
    command: { kind: 'consent', side, mentorFree: false },
    commandId: followingCommand(commandId, 'mentor-taken'),
  });
  return late.ok ? readIntroduction(services, actor, id) : late;
}

function send(
  services: Services,
  actor: Actor,
  {
    seen: { row, side },
    decision,
    command,
    commandId,
    ifMatch,
  }: {
    seen: SeenIntroduction;
    decision: IntroductionDecision;
    command: IntroductionCommand;
    commandId: string;
    ifMatch: number | undefined;
  },
): Promise<Result<null>> {
  const { id } = row;
  const words = wordsOf(decision, side);
  return sendCommand(services, {
    actor,
    command,
    commandId,
    workflowId: introductionWorkflowId(id),
    upon: { row, ifMatch },
    plan: { pointer: '', ahead: (envelope, at) => planAhead(services, row, envelope, at) },
    ...(words
      ? {
          words: {
            keep: (at) =>
              introductionText.write(services.db, services, {
                owner: row,
                ...words,
                author: actorRef(actor),
                at,
                commandId,
              }),
            drop: () => introductionText.dropPending(services.db, id, commandId),
          },
        }
      : {}),
    whenEnded: refuse('introduction-ended-meanwhile'),
  });
}

/** What somebody may decide about an introduction now, by the very rules of its process. */
export async function offeredOnIntroductionTo(
  services: Services,
  actor: Actor,
  id: string,
): Promise<Result<IntroductionDecisionKind[]>> {
  const found = await visibleIntroduction(services, actor, id);
  if (!found.ok) return found;
  const { row, side } = found.value;
  const state = stateOf(row);
  if (!state) return ok([]);
  const mentorFree = side !== 'mentor' || (await hasRoom(services.db, row.mentorId, id));
  const by = { actor: actorRef(actor), role: roleOf(actor), side, mentorFree };
  return ok(offeredOnIntroduction(state, by, services.clock.now().toISOString()));
}

async function commandOf(
  services: Services,
  { row, side }: SeenIntroduction,
  decision: IntroductionDecision,
): Promise<Result<IntroductionCommand>> {
  if (decision.kind === 'end') return ok({ kind: 'end', reason: decision.reason });
  if (side === 'staff') return refuse('not-your-introduction');
  switch (decision.kind) {
    case 'consent':
      // Nobody learns here why. What the requester took back, nobody is told.
      if (side === 'mentor' && !(await mayTellMentor(services.db, row, services.clock.now())))
        return refuse('mentor-not-now');
      if (side === 'mentor' && (await eitherIsRefused(services, row))) return refuse('mentor-not-now');
      return ok({ kind: 'consent', side, mentorFree: await mentorFree(services, row, side) });
    case 'decline':
      return ok({ kind: 'decline', side });
    case 'withdraw':
      return side === 'requester' ? ok({ kind: 'withdraw', side }) : refuse('not-your-introduction');
    case 'answer': {
      const { met, useful = null } = decision;
      if (met && useful === null) return refuseAt('/useful', 'mentoring-useful-missing');
      return ok({ kind: 'answer', side, met, useful: met ? useful : null });
    }
  }
}

/** Of the requester’s consent: may the mentor be asked. Of the mentor’s: is it within what they agreed to. */
async function mentorFree(
  services: Services,
  { id, mentorId, requesterId }: IntroductionRow,
  side: 'requester' | 'mentor',
): Promise<boolean> {
  const { db } = services;
  if (side === 'mentor') return hasRoom(db, mentorId, id);
  const at = services.clock.now();
  if (await isRefused(db, requesterId, at)) return false;
  return isMentorFree(db, mentorId, { at, today: todayOf(services, at) });
}

/** Whoever was refused assistance since the requester agreed is introduced to nobody, nor is a mentor who was. */
async function eitherIsRefused(
  { db, clock }: Services,
  { requesterId, mentor }: SeenIntroduction['row'],
): Promise<boolean> {
  const at = clock.now();
  return (await isRefused(db, requesterId, at)) || (await isRefused(db, mentor.personId, at));
}

function wordsOf(decision: IntroductionDecision, side: SeenIntroduction['side']) {
  if (side === 'staff') return null;
  if (decision.kind === 'decline' && decision.reason) {
    return { field: fieldOf(side, 'reason'), text: decision.reason };
  }
  if (decision.kind === 'answer' && decision.comment) {
    return { field: fieldOf(side, 'comment'), text: decision.comment };
  }
  return null;
}

/** Tries the dates a command would lead to: what can't be planned never reaches the process. @throws CannotPlan */
async function planAhead(
  services: Services,
  row: IntroductionRow,
  envelope: Envelope<IntroductionCommand>,
  at: Date,
): Promise<void> {
  const state = stateOf(row);
  const instant = at.toISOString();
  if (!state || introductionRefusalOf(state, envelope, instant)) return;
  const decided = carryOutOnIntroduction(state, envelope, instant);
  const { remindersAt } = services.programs.current().program.clock;
  planIntroduction({
    state: decided.state,
    calendar: await loadCalendar(services.db, services),
    remindersAt,
  });
}
