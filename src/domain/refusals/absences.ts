import type { DaysAway } from '../absences/days.js';
import type { StaffRole } from '../people/actor.js';
import { as } from './row.js';

type Colleague = DaysAway & { name: string };

/** About times when staff are away. */
export const absenceRefusals = {
  'only-staff-are-away': as('forbidden'),
  'not-your-absence': as('forbidden'),
  'no-such-absence': as('not-found'),
  'nobody-to-be-away': as('invalid'),
  'nobody-to-stand-in': as('invalid'),
  'stand-in-is-themself': as('invalid'),
  'stand-in-lacks-role': as<{ name: string; role: StaffRole }>('invalid'),
  'absence-ends-before': as('invalid'),
  'absence-too-long': as<{ days: number }>('invalid'),
  'already-away': as<DaysAway>('invalid'),
  'stand-in-away': as<Colleague>('invalid'),
  'stands-in-then': as<Colleague>('invalid'),
  'absence-unchanged': as('invalid'),
  'absence-clash': as('not-allowed-now'),
  'absence-over': as('not-allowed-now'),
  'absence-has-begun': as('not-allowed-now'),
  'absence-not-begun': as('not-allowed-now'),
};
