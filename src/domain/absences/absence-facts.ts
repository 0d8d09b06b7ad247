import { applyOnce, type FactSheets } from '../handled-once.js';
import type { AbsenceFact, AbsenceState } from './absence-state.js';
import { isAbsenceOver } from './absence-statuses.js';
import { type AbsenceDecided, absenceTransition } from './absence-transition.js';

/** What a fact does to an absence; null when it changes nothing. */
export const applyAbsenceFact = (state: AbsenceState, fact: AbsenceFact): AbsenceDecided | null =>
  isAbsenceOver(state.status) ? null : applyOnce(FACTS, state, fact);

const FACTS: FactSheets<AbsenceState, AbsenceFact, AbsenceDecided> = {
  'calendar-changed': {
    id: ({ changeId, at }) => `calendar:${changeId}:${at}`,
    does: (state, { changeId, at }) =>
      absenceTransition(state, { type: 'calendar-changed', change: {}, data: { changeId } }, { at }),
  },
  left: {
    does(state, { staffId, at }) {
      if (staffId === state.personId) {
        const status = state.status === 'planned' ? 'cancelled' : 'returned';
        return absenceTransition(state, { type: 'person-left', change: { status } }, { at });
      }
      if (staffId !== state.standInId) return null;
      const outcome = {
        type: 'stand-in-left',
        change: { standInId: null },
        data: { before: staffId },
      } as const;
      return absenceTransition(state, outcome, { at });
    },
  },
};
