import type { RequestStatus } from '../../../../domain/requests/statuses.js';

/** Words used on several staff pages. */

export const roleLabels: Record<string, string> = {
  coordinator: 'Coordinator',
  attorney: 'Attorney',
  reviewer: 'Reviewer',
  director: 'Director',
  admin: 'Admin',
};

export const statusLabels: Record<RequestStatus, string> = {
  received: 'Received',
  'awaiting-prerequisites': 'Waiting for courses',
  'awaiting-information': 'Waiting for an answer',
  queued: 'In the queue',
  'in-progress': 'In progress',
  'in-review': 'In review',
  responded: 'Answered',
  closed: 'Closed',
  redirected: 'Redirected',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  merged: 'Merged',
  lapsed: 'Lapsed',
};

/** Classes of the status tags; the text says the same. */
export const statusClasses: Record<RequestStatus, string> = {
  received: 'govuk-tag--blue',
  'awaiting-prerequisites': 'govuk-tag--yellow',
  'awaiting-information': 'govuk-tag--yellow',
  queued: 'govuk-tag--blue',
  'in-progress': 'govuk-tag--teal',
  'in-review': 'govuk-tag--purple',
  responded: 'govuk-tag--green',
  closed: 'govuk-tag--grey',
  redirected: 'govuk-tag--grey',
  declined: 'govuk-tag--grey',
  withdrawn: 'govuk-tag--grey',
  merged: 'govuk-tag--grey',
  lapsed: 'govuk-tag--grey',
};

export const staffNav = {
  queue: 'Requests',
  calls: 'Calls',
  registrations: 'Registrations',
  closures: 'Closures',
  mail: 'Mail',
  completions: 'Completions',
  numbers: 'Numbers',
  people: 'Staff',
  keys: 'API keys',
  settings: 'Settings',
};

/** Says how, not which day: an example would be in the past one day. */
export const DATE_HINT = 'In numbers: month, day, and the four digits of the year.';

export const commonText = {
  there: 'There is a problem',
  success: 'Done',
  important: 'Important',
  navLabel: 'Staff pages',
  you: 'you',
  key: 'an API key',
  somebody: 'someone no longer on the list',
};
