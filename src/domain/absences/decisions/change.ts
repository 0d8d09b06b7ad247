import { because } from '../../result.js';
import type { AbsenceTerms } from '../absence-state.js';
import { daysRefused } from '../days-away.js';
import { onAbsence } from './sheet.js';

/** Other days, another stand-in, something else with the work; once it has begun, what has happened stays. */
export const change = onAbsence<{ kind: 'change' } & Partial<AbsenceTerms>>({
  allowedIn: ['planned', 'under-way'],
  mildest: ({ lastDay }) => ({ kind: 'change', lastDay }),
  refuse(state, command) {
    const { firstDay, work } = command;
    const begun = state.status === 'under-way';
    if (begun && firstDay !== undefined && firstDay !== state.firstDay) return because('absence-has-begun');
    if (begun && work !== undefined && work !== state.work) return because('absence-has-begun');
    const terms = { ...state, ...command };
    if (terms.standInId === state.personId) return because('stand-in-is-themself');
    return daysRefused(terms, state.longestDays);
  },
  carryOut(state, { kind: _kind, ...typed }) {
    // A page sends all of it: only what is otherwise now is news to anybody.
    const changed = Object.fromEntries(
      Object.entries(typed).filter(([term, value]) => value !== state[term as keyof AbsenceTerms]),
    ) as Partial<AbsenceTerms>;
    const another = changed.standInId !== undefined;
    return {
      type: 'changed',
      change: changed,
      data: { ...changed, ...(another ? { before: state.standInId } : {}) },
    };
  },
});
