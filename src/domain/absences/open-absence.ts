import type { Instant } from '../time/instant.js';
import type { AbsenceState, AbsenceTerms } from './absence-state.js';
import type { AbsenceDecided } from './absence-transition.js';

/** An absence as it begins to be planned: its state and event number 0. */
export function openAbsence({
  absenceId,
  personId,
  terms,
  longestDays,
  actor,
  at,
}: {
  absenceId: string;
  personId: string;
  terms: AbsenceTerms;
  longestDays: number;
  actor: string;
  at: Instant;
}): AbsenceDecided {
  const state: AbsenceState = {
    ...terms,
    v: 1,
    absenceId,
    personId,
    seq: 0,
    status: 'planned',
    longestDays,
    setAt: at,
    beginsAt: null,
    returnsAt: null,
    next: null,
    handled: [],
  };
  const event = {
    seq: 0,
    type: 'planned' as const,
    at,
    actor,
    onBehalfOf: null,
    commandId: absenceId,
    data: { ...terms },
  };
  return { state, event };
}
