import { addDays } from '../../time/add-days.js';
import type { Instant } from '../../time/instant.js';
import type { CallState } from '../call-state.js';
import { isLive } from '../call-statuses.js';
import { handoverAt } from '../handover.js';
import type { CallDueInput, CallDueSheet } from './sheet.js';

/** Of calls planned before the program said how many days after a call it is closed. */
const CLOSE_AFTER_DAYS = 14;

/** The end of the call, or its cancellation, from which questions wait to be handed over. */
function overSince(state: CallState): Instant | null {
  if (isLive(state.status) || state.handedOver) return null;
  return state.status === 'cancelled' ? state.cancelledAt : state.times.endsAt;
}

/** Questions nobody answered become requests. */
export const handOver: CallDueSheet = {
  when({ state, calendar }) {
    const from = overSince(state);
    const businessDays = state.rules.convertAfterBusinessDays;
    return from && handoverAt({ calendar, from, businessDays });
  },
  whenDue(state) {
    const completes = state.status === 'held' && state.attendanceKnownAt !== null;
    return {
      type: 'handed-over',
      change: { handedOver: true, status: completes ? 'completed' : state.status },
      data: completes ? { completes } : {},
    };
  },
};

/** Long enough after it, when nothing is left to hand over. */
function closes({ state, calendar }: CallDueInput): Instant | null {
  if (state.retired || overSince(state) !== null) return null;
  const days = state.rules.closeAfterDays ?? CLOSE_AFTER_DAYS;
  return calendar.opens(addDays(calendar.dateOf(state.times.endsAt), days));
}

/** Who was there will not be known any more. */
export const completed: CallDueSheet = {
  when: (input) => (input.state.status === 'held' ? closes(input) : null),
  whenDue: () => ({
    type: 'completed',
    change: { status: 'completed', retired: true },
    data: { completes: true },
  }),
};

/** Recap and corrections are no longer taken. */
export const retire: CallDueSheet = {
  when: (input) => (input.state.status === 'completed' ? closes(input) : null),
  whenDue: () => ({ type: 'retired', change: { retired: true } }),
};
