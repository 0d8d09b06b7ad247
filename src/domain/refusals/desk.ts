import type { DateRange } from '../time/date-range.js';
import { as } from './row.js';

/** About the rest of the desk: closures, mails, staff, settings, completions, subscriptions. */
export const deskRefusals = {
  'only-director-enters-closures': as('forbidden'),
  'only-director-removes-closures': as('forbidden'),
  'role-reads-no-closures': as('forbidden'),
  'no-such-closure': as('not-found'),
  'closed-already': as('not-allowed-now'),
  'closure-day-past': as('invalid'),
  'past-closure-stays': as('not-allowed-now'),
  'only-staff-read-mails': as('forbidden'),
  'only-staff-settle-mails': as('forbidden'),
  'no-such-mail': as('not-found'),
  'mail-not-to-settle': as('not-allowed-now'),
  'mail-text-erased': as('not-allowed-now'),
  'only-staff-see-high-volume': as('forbidden'),
  'only-staff-set-high-volume': as('forbidden'),
  'role-records-no-completions': as('forbidden'),
  'no-such-course': as('invalid'),
  'completed-in-the-future': as('invalid'),
  'unsubscribe-link-unknown': as('not-found'),
  'too-many-asked-to-confirm': as('too-many-requests'),
  'address-on-list': as('invalid'),
  'last-admin': as('not-allowed-now'),
  'no-such-colleague': as('not-found'),
  'date-out-of-range': as<DateRange>('invalid'),
};
