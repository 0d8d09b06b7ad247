import type { RequestStatus, StatusIn } from '../../../../../domain/requests/statuses.js';

/** How a request stands, to the requester. */
export const statusText = {
  received: 'Received',
  'awaiting-prerequisites': 'Waiting for your courses',
  'awaiting-information': 'Waiting for your answer',
  queued: 'In the queue',
  'in-progress': 'Being worked on',
  'in-review': 'Being reviewed',
  responded: 'Answered',
  closed: 'Closed',
  redirected: 'Redirected',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  merged: 'Merged',
  lapsed: 'Lapsed',
} satisfies Record<RequestStatus, string>;

/** As the supervisor reads it, where that is another sentence. */
export const supervisorStatusText = {
  'awaiting-prerequisites': 'Waiting for the requester’s courses',
  'awaiting-information': 'Waiting for the requester’s answer',
} satisfies Record<StatusIn<'waiting'>, string>;
