import { because, type Problem } from '../../result.js';
import type { Instant } from '../../time/instant.js';
import { openFollowUp } from '../after-answer.js';
import type { RequestEventData, RequestState } from '../state.js';
import type { RequestStatus, StatusIn } from '../statuses.js';
import type { Outcome } from './sheet.js';

/** What several decisions have in common. */

/** Work goes on where it was: with the assignee, or in the queue. */
export function workingStatus(state: RequestState): RequestStatus {
  return state.assigneeId ? 'in-progress' : 'queued';
}

export function stopClock(
  state: RequestState,
  at: Instant,
): Pick<RequestState, 'clock' | 'waitingSince' | 'missing'> {
  const started = state.clock.length > 0;
  return {
    clock: started ? [...state.clock, { type: 'stopped', at }] : state.clock,
    waitingSince: null,
    missing: [],
  };
}

/** The request ends so, and its clock with it. */
export function endAs<S extends Exclude<StatusIn<'ended'>, 'closed'>>(
  status: S,
  state: RequestState,
  at: Instant,
  data: RequestEventData = {},
): Outcome {
  return { type: status, change: { status, ...stopClock(state, at) }, data: { ...data, clock: 'stopped' } };
}

/** The draft that stood when it was decided; commands of before don't name it. */
export interface OfDraft {
  draftAuthor: string;
  draftId?: string;
}

export function draftOf({ draftAuthor, draftId }: OfDraft) {
  return { draftAuthor, draftId: draftId ?? null };
}

/** Whether a draft's words come with a decision, and from which version they were begun, where that was said. */
export interface BroughtDraft {
  reworded?: boolean;
  begunFrom?: string | null;
}

/** Whose draft an event is about, and whether its words came with it: then they are the last version. */
export function aboutDraft(
  state: RequestState,
  { reworded, begunFrom }: BroughtDraft,
): { data?: RequestEventData } {
  const data = {
    ...(openFollowUp(state) ? { followUp: true } : {}),
    ...(reworded ? { reworded } : {}),
    ...(begunFrom === undefined ? {} : { begunFrom }),
  };
  return Object.keys(data).length > 0 ? { data } : {};
}

/** After the answer, a decision about the follow-up’s: refused where none is open. */
export function noFollowUp(state: RequestState, kind: string): Problem | null {
  if (state.status !== 'responded' || openFollowUp(state)) return null;
  return because('not-once', { kind, status: state.status });
}

/** Whether a second person has the draft of the follow-up’s answer; null: none is open. */
export function reviewing(state: RequestState, inReview: boolean): Pick<RequestState, 'followUp'> | null {
  const followUp = openFollowUp(state);
  return followUp && { followUp: { ...followUp, inReview } };
}

export function ownDraft(draftAuthor: string | null, actor: string): Problem | null {
  return draftAuthor === actor ? because('own-draft') : null;
}
