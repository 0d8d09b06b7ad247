import type { Instant } from '../time/instant.js';
import { stopClock } from './decisions/outcomes.js';
import { type Deadline, deadlineKey, type RequestEventType, type RequestState } from './state.js';
import { type Decided, transition } from './transition.js';

const EVENT_OF: Record<Deadline['kind'], RequestEventType> = {
  'prerequisites-reminder': 'prerequisites-reminded',
  'prerequisites-lapse': 'lapsed',
  'information-reminder': 'information-reminded',
  'information-lapse': 'lapsed',
  'unassigned-reminder': 'unassigned-reminded',
  'due-reminder': 'due-reminded',
  escalation: 'escalated',
  'court-warning': 'deadline-warned',
  'court-passed': 'deadline-passed',
};

/** A deadline came without the fact that would have ended it: the new state and the event. Pure. */
export function reach(state: RequestState, deadline: Deadline, at: Instant): Decided {
  const done = { cursor: deadlineKey(deadline) };
  const event = { type: EVENT_OF[deadline.kind], at, actor: 'system' };
  switch (deadline.kind) {
    case 'prerequisites-lapse':
    case 'information-lapse':
      return transition(
        state,
        { ...done, status: 'lapsed', ...stopClock(state, at) },
        { ...event, data: { reason: deadline.kind, n: deadline.n, clock: 'stopped' } },
      );
    case 'escalation': {
      const level = state.escalationLevel + 1;
      return transition(
        state,
        { ...done, escalationLevel: level, pastDue: { dueAt: state.dueAt, steps: deadline.n } },
        { ...event, data: { level, n: deadline.n, dueAt: state.dueAt } },
      );
    }
    default:
      return transition(state, done, { ...event, data: { n: deadline.n } });
  }
}
