import type { IntroductionStatus } from '../mentors/introduction-statuses.js';
import type { RequestStatus } from '../requests/statuses.js';
import { as } from './row.js';

/** About mentors, and introductions to them. */
export const mentorRefusals = {
  'only-staff-keep-mentors': as('forbidden'),
  'no-such-mentor': as('not-found'),
  'no-such-introduction': as('not-found'),
  'not-your-introduction': as('forbidden'),
  'mentor-link-not-yours': as('forbidden'),
  'mentor-already': as('not-allowed-now'),
  'mentor-not-now': as('not-allowed-now'),
  'mentor-invitation-over': as('not-allowed-now'),
  'mentor-name': as('invalid'),
  'mentor-topic': as('invalid'),
  'mentor-role': as('invalid'),
  'mentor-request-over': as<{ status: RequestStatus }>('not-allowed-now'),
  'mentor-not-available': as('not-allowed-now'),
  'mentor-is-requester': as('invalid'),
  'mentor-same-organization': as('invalid'),
  'mentor-full': as('not-allowed-now'),
  'mentor-taken': as('not-allowed-now'),
  'one-mentors-the-other': as('not-allowed-now'),
  'introduction-running': as('not-allowed-now'),
  'mentoring-useful-missing': as('invalid'),
  'introduction-answered': as('not-allowed-now'),
  'introduction-ended': as<{ status: IntroductionStatus }>('not-allowed-now'),
  'not-while-introduction': as<{ kind: string; status: IntroductionStatus }>('not-allowed-now'),
  'introduction-ended-meanwhile': as('not-allowed-now'),
  'requester-not-introduced': as('not-allowed-now'),
};
