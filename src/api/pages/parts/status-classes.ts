import type { CallStatus } from '../../../domain/calls/call-statuses.js';
import type { QuestionStatus } from '../../../domain/calls/question-statuses.js';
import type { RegistrationStatus } from '../../../domain/calls/registration-statuses.js';
import type { ReviewStatus } from '../../../domain/conduct/review-statuses.js';
import type { IntroductionStatus } from '../../../domain/mentors/introduction-statuses.js';
import type { MentorStatus } from '../../../domain/mentors/mentor-statuses.js';
import type { PrecedentStatus } from '../../../domain/precedents/precedent.schema.js';
import type { PrivacyStatus } from '../../../domain/privacy/privacy-requests.js';
import {
  type Phase,
  REQUEST_STATUSES,
  type RequestStatus,
  STATUS,
} from '../../../domain/requests/statuses.js';

const BY_PHASE: Record<Phase, string> = {
  working: 'govuk-tag--blue',
  waiting: 'govuk-tag--yellow',
  answered: 'govuk-tag--green',
  ended: 'govuk-tag--grey',
};

const APART: Partial<Record<RequestStatus, string>> = {
  'in-progress': 'govuk-tag--teal',
  'in-review': 'govuk-tag--purple',
};

/** Classes of the status tags; the text says the same. */
export const statusClasses = Object.fromEntries(
  REQUEST_STATUSES.map((status) => [status, APART[status] ?? BY_PHASE[STATUS[status].phase]]),
) as Record<RequestStatus, string>;

export const privacyClasses: Record<PrivacyStatus, string> = {
  unconfirmed: 'govuk-tag--grey',
  open: 'govuk-tag--blue',
  erasing: 'govuk-tag--purple',
  done: 'govuk-tag--green',
  partly: 'govuk-tag--green',
  refused: 'govuk-tag--red',
  withdrawn: 'govuk-tag--grey',
};

export const reviewClasses: Record<ReviewStatus, string> = {
  open: 'govuk-tag--blue',
  notified: 'govuk-tag--yellow',
  refused: 'govuk-tag--red',
  appealed: 'govuk-tag--purple',
  upheld: 'govuk-tag--red',
  dismissed: 'govuk-tag--grey',
  reversed: 'govuk-tag--grey',
  expired: 'govuk-tag--grey',
};

export const mentorClasses: Record<MentorStatus, string> = {
  invited: 'govuk-tag--yellow',
  active: 'govuk-tag--green',
  declined: 'govuk-tag--grey',
  unanswered: 'govuk-tag--grey',
  left: 'govuk-tag--grey',
  removed: 'govuk-tag--grey',
};

export const introductionClasses: Record<IntroductionStatus, string> = {
  'requester-asked': 'govuk-tag--yellow',
  'mentor-asked': 'govuk-tag--yellow',
  introduced: 'govuk-tag--green',
  'following-up': 'govuk-tag--blue',
  closed: 'govuk-tag--grey',
  declined: 'govuk-tag--grey',
  withdrawn: 'govuk-tag--grey',
  unanswered: 'govuk-tag--grey',
  unavailable: 'govuk-tag--grey',
  ended: 'govuk-tag--grey',
};

export const questionClasses: Record<QuestionStatus, string> = {
  asked: 'govuk-tag--blue',
  selected: 'govuk-tag--green',
  'not-selected': 'govuk-tag--yellow',
  withdrawn: 'govuk-tag--grey',
  moved: 'govuk-tag--grey',
  converted: 'govuk-tag--green',
};

export const callClasses: Record<CallStatus, string> = {
  planned: 'govuk-tag--grey',
  open: 'govuk-tag--blue',
  'questions-closed': 'govuk-tag--yellow',
  confirmed: 'govuk-tag--green',
  cancelled: 'govuk-tag--red',
  held: 'govuk-tag--purple',
  completed: 'govuk-tag--grey',
};

export const registrationClasses: Record<RegistrationStatus, string> = {
  approved: 'govuk-tag--green',
  pending: 'govuk-tag--yellow',
  denied: 'govuk-tag--red',
  revoked: 'govuk-tag--red',
};

/** For staff: to them, who revoked it, that is no warning. */
export const decidedClasses: Record<RegistrationStatus, string> = {
  ...registrationClasses,
  revoked: 'govuk-tag--grey',
};

export const precedentClasses: Record<PrecedentStatus, string> = {
  draft: 'govuk-tag--grey',
  'awaiting-review': 'govuk-tag--yellow',
  published: 'govuk-tag--green',
  withdrawn: 'govuk-tag--red',
  erased: 'govuk-tag--grey',
};
