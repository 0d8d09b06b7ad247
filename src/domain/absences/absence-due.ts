import type { Instant } from '../time/instant.js';
import type { AbsenceDeadline, AbsenceDeadlineKind, AbsenceState } from './absence-state.js';
import { type AbsenceDecided, type AbsenceOutcome, absenceTransition } from './absence-transition.js';

/** A kind of deadline: when it comes, and what happens when nobody did what would have prevented it. Pure. */
interface AbsenceDueSheet {
  /** Null: not as the absence stands. */
  when: (state: AbsenceState) => Instant | null;
  whenDue: () => AbsenceOutcome;
}

/** What falls due by itself, of the instants that the calendar gives (`plan-absence.ts`). */
const DUE: Record<AbsenceDeadlineKind, AbsenceDueSheet> = {
  begin: {
    when: ({ status, beginsAt }) => (status === 'planned' ? beginsAt : null),
    whenDue: () => ({ type: 'begun', change: { status: 'under-way' } }),
  },
  return: {
    when: ({ status, returnsAt }) => (status === 'under-way' ? returnsAt : null),
    whenDue: () => ({ type: 'returned', change: { status: 'returned' } }),
  },
};

/** The one that comes: there are never two. */
export function nextAbsenceDeadline(state: AbsenceState): AbsenceDeadline | null {
  for (const kind of Object.keys(DUE) as AbsenceDeadlineKind[]) {
    const at = DUE[kind].when(state);
    if (at !== null) return { kind, at };
  }
  return null;
}

/** A deadline came without the command that would have ended it. Undefined: a kind that another version planned. Pure. */
export function whenAbsenceIsDue(
  state: AbsenceState,
  { kind }: AbsenceDeadline,
  at: Instant,
): AbsenceDecided | undefined {
  const row: AbsenceDueSheet | undefined = DUE[kind];
  return row && absenceTransition(state, row.whenDue(), { at });
}
