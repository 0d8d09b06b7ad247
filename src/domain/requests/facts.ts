import { applyOnce, type FactSheets } from '../handled-once.js';
import type { Instant, IsoDate } from '../time/instant.js';
import { NOT_CLOSING, openFollowUp } from './after-answer.js';
import type { RequestFact } from './command.js';
import { assign } from './decisions/assign.js';
import { workingStatus } from './decisions/outcomes.js';
import { reclassify } from './decisions/reclassify.js';
import { changeTask } from './decisions/tasks.js';
import type { RequestState } from './state.js';
import { isOpen } from './statuses.js';
import { openTask } from './tasks.js';
import { type Decided, transition } from './transition.js';

const SYSTEM = 'system';

/** What a fact does to a running request; null when it changes nothing (late, repeated, or not its business). */
export const applyFact = (state: RequestState, fact: RequestFact): Decided | null =>
  applyOnce(FACTS, state, fact);

const FACTS: FactSheets<RequestState, RequestFact, Decided> = {
  'course-completed': { does: (state, { courseId, at }) => courseCompleted(state, courseId, at) },
  'calendar-changed': {
    id: ({ changeId, at }) => `calendar:${changeId}:${at}`,
    does: calendarChanged,
  },
  'closing-held': { id: ({ at }) => `closing-held:${at}`, does: closingHeld },
  'closing-resumed': { id: ({ at }) => `closing-resumed:${at}`, does: closingResumed },
  'merged-in': { id: ({ from, at }) => `merged:${from}:${at}`, does: mergedIn },
  'work-moved': {
    id: ({ absenceId, task, to, at }) => `moved:${absenceId}:${task ?? ''}:${to}:${at}`,
    does: workMoved,
  },
  'worksheet-attached': {
    id: ({ documentKind, at }) => `attached:${documentKind}:${at}`,
    does: worksheetAttached,
  },
};

function calendarChanged(
  state: RequestState,
  { changeId, floor, at }: Extract<RequestFact, { kind: 'calendar-changed' }>,
): Decided | null {
  if (!isOpen(state.status)) return afterTheAnswer(state, { changeId, floor, at });
  if (state.clock.length === 0) return null;
  return transition(
    state,
    {
      movedAt: at,
      ...(floor ? { clock: [...state.clock, { type: 'floor' as const, at, dueDate: floor }] } : {}),
    },
    { type: 'calendar-changed', at, actor: SYSTEM, data: { changeId, floor } },
  );
}

/** What is still timed: the follow-up’s promise, or the end by itself. One answered before there was either has no deadline. */
function afterTheAnswer(
  state: RequestState,
  { changeId, floor, at }: { changeId: string; floor: IsoDate | null; at: string },
): Decided | null {
  const followUp = openFollowUp(state);
  if (!followUp && (state.status !== 'responded' || state.next === null)) return null;
  const floored = followUp && floor && { type: 'floor' as const, at, dueDate: floor };
  return transition(
    state,
    floored ? { followUp: { ...followUp, clock: [...followUp.clock, floored] } } : {},
    {
      type: 'calendar-changed',
      at,
      actor: SYSTEM,
      data: { changeId, floor },
    },
  );
}

/** Asked to be opened again: it doesn’t close by itself before staff have decided. */
function closingHeld(state: RequestState, { at }: { at: Instant }): Decided | null {
  if (state.status !== 'responded') return null;
  return transition(
    state,
    { closing: { ...(state.closing ?? NOT_CLOSING), heldSince: at } },
    { type: 'closing-held', at, actor: SYSTEM },
  );
}

/** Nothing holds it any more: what was told of its end is told anew. */
function closingResumed(state: RequestState, { at }: { at: Instant }): Decided | null {
  if (state.status !== 'responded') return null;
  return transition(
    state,
    { closing: { toldAt: null, heldSince: null, from: at } },
    { type: 'closing-resumed', at, actor: SYSTEM },
  );
}

/** The second completion starts the clock by itself: that moment is the receipt. */
function courseCompleted(state: RequestState, courseId: string, at: Instant): Decided | null {
  if (!state.missing.includes(courseId)) return null;
  const missing = state.missing.filter((id) => id !== courseId);
  const waits = state.status === 'awaiting-prerequisites';
  if (missing.length > 0 || !waits) {
    return transition(
      state,
      { missing },
      { type: 'course-completed', at, actor: SYSTEM, data: { courseId, missing } },
    );
  }
  return transition(
    state,
    { missing, status: workingStatus(state), waitingSince: null, clock: [{ type: 'started', at }] },
    { type: 'clock-started', at, actor: SYSTEM, data: { courseId, clock: 'started' } },
  );
}

/** Merging keeps the earliest date: this request answers both, so it counts from the first receipt. */
function mergedIn(
  state: RequestState,
  { from, receivedAt, courtDateChanged, at }: Extract<RequestFact, { kind: 'merged-in' }>,
): Decided | null {
  if (!isOpen(state.status)) return null;
  const [first, ...rest] = state.clock;
  const clock =
    first?.type === 'started' && receivedAt < first.at
      ? [{ ...first, at: receivedAt }, ...rest]
      : state.clock;
  return transition(
    state,
    { clock, movedAt: at, ...(courtDateChanged ? { courtDateSince: at } : {}) },
    { type: 'merged-in', at, actor: SYSTEM, data: { from, receivedAt } },
  );
}

/** What is somebody else's by then, or done, stays as it is. */
function workMoved(
  state: RequestState,
  { covers, task, from, to, at }: Extract<RequestFact, { kind: 'work-moved' }>,
): Decided | null {
  if (!isOpen(state.status) && state.status !== 'responded') return null;
  const by = { at, actor: SYSTEM };
  if (task !== null) {
    if (openTask(state, task)?.assigneeId !== from) return null;
    const { type, change, data } = changeTask.carryOut(
      state,
      { kind: 'change-task', task, assigneeId: to },
      at,
    );
    return transition(state, change, { type, ...by, data: { ...data, covers } });
  }
  const needsSomebody = isOpen(state.status) || openFollowUp(state);
  if (state.assigneeId !== from || !needsSomebody) return null;
  const { type, change, data } = assign.carryOut(state, { kind: 'assign', assigneeId: to }, at);
  return transition(state, change, { type, ...by, data: { ...data, covers } });
}

/** A review of "another document" that turns out to be a worksheet is the analysis it asks for, as if it had been sent so. */
function worksheetAttached(
  state: RequestState,
  { requestKind, documentKind, missing, at }: Extract<RequestFact, { kind: 'worksheet-attached' }>,
): Decided | null {
  if (!isOpen(state.status)) return null;
  const { type, change, data } = reclassify.carryOut(
    state,
    { kind: 'reclassify', requestKind, documentKind, missing },
    at,
  );
  return transition(state, change, { type, at, actor: SYSTEM, data });
}

/** Courses the state still waits for that turn out to be passed already: told when entering the wait. */
export function completedMeanwhile(
  state: RequestState,
  passed: readonly string[],
  at: Instant,
): RequestFact[] {
  return state.missing
    .filter((courseId) => passed.includes(courseId))
    .map((courseId) => ({ v: 1, kind: 'course-completed', courseId, at }));
}
