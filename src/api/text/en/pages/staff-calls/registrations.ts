import type { RegistrationEventType } from '../../../../../domain/calls/registration-event.js';
import type { RegistrationFact } from '../../../../../domain/calls/registration-facts.js';
import type { RegistrationReason } from '../../../../../domain/calls/registration-policy.js';
import type { RegistrationStatus } from '../../../../../domain/calls/registration-statuses.js';

/** Words of the registrations, their list and their page. */

export const registrationStatuses: Record<RegistrationStatus, string> = {
  pending: 'Waits for a decision',
  approved: 'Approved',
  denied: 'Denied',
  revoked: 'Revoked',
};

export const registrationReasons: Record<RegistrationReason, string> = {
  'role-not-eligible': 'The role is not among those these calls are for.',
  'personal-email': 'The address is a personal one, not a work address.',
  'licensure-missing': 'No state of licensure is named.',
  'employer-missing': 'No employer is named.',
  'not-actively-practicing': 'They said that they do not practice, or work with survivors, at present.',
  'denied-before': 'It was denied before, and sent again with other facts.',
};

export const registrationsText = {
  title: 'Registrations',
  tabsLabel: 'Registrations by status',
  tabs: { pending: 'To decide', approved: 'Approved', denied: 'Denied', revoked: 'Revoked' } as Record<
    RegistrationStatus,
    string
  >,
  empty: { pending: 'No registrations are waiting for a decision.', other: 'There are none.' },
  capacity: (list: string) =>
    `Everybody eligible is welcome; only the meeting license limits how many fit in at once. Approved so far: ${list}. Check that the license is large enough.`,
  columns: { who: 'Who', series: 'Series', reasons: 'Looked at because', when: 'Registered' },
  noReasons: 'Nothing stood out.',
  more: 'Show more',
  pageTitle: (name: string) => `Registration of ${name}`,
  back: 'Back to registrations',
  facts: {
    series: 'Series',
    email: 'E-mail address',
    role: 'Role',
    licensedIn: 'Licensed in',
    employer: 'Employer',
    activelyPracticing: 'In practice at present',
    status: 'Registration',
  },
  none: 'not named',
  attested: {
    yes: (on: string) => `attested ${on}`,
    no: (on: string) => `said no, ${on}`,
    unknown: 'not asked',
  },
  reasonsHeading: 'What a person has to look at',
  decidedHeading: 'What stood out',
  history: 'History',
  historyLines: {
    registered: {
      approved: 'Registered, and approved by the rules',
      pending: 'Registered; waits for a person',
    },
    'registered-again': {
      approved: 'Sent again; it is approved',
      pending: 'Sent again; waits for a person',
      denied: 'Sent again; it stays denied',
      revoked: 'Sent again; it stays revoked',
    },
    'profile-changed': {
      approved: 'The profile changed; it is approved',
      pending: 'The profile changed; waits for a person',
      denied: 'The profile changed; it stays denied',
      revoked: 'The profile changed; it stays revoked',
    },
    approved: { approved: 'Approved' },
    denied: { denied: 'Denied' },
    revoked: { revoked: 'Revoked' },
  } as Record<RegistrationEventType, Partial<Record<RegistrationStatus, string>>>,
  changed: (facts: string) => `Changed: ${facts}.`,
  changedFacts: {
    role: 'role',
    email: 'e-mail address',
    licensure: 'licensure',
    employer: 'employer',
    'active-practice': 'whether in practice at present',
  } as Record<RegistrationFact, string>,
  lookedAt: 'To look at:',
  bySystem: 'the desk',
  mail: (kind: string) => `Mail: ${kind}`,
  reply: 'Reason given',
  decide: 'Decide',
  kinds: {
    approve: { text: 'Approve', hint: 'They can attend every call of the series, and are told.' },
    deny: { text: 'Deny', hint: 'They are told and read the reason after signing in.' },
    revoke: { text: 'Revoke', hint: 'They can no longer attend, and are told.' },
  },
  kindLegend: 'Decision',
  kindMissing: 'Choose a decision.',
  reason: {
    label: 'Reason',
    hint: 'The registrant reads it after signing in. Not needed for an approval.',
    missing: 'Say why.',
  },
  save: 'Save the decision',
  done: {
    approve: 'Approved. They are told.',
    deny: 'Denied. They are told.',
    revoke: 'Revoked. They are told.',
  } as Record<string, string>,
  stale:
    'Somebody decided about this registration while you had the page open. What you typed is kept; look again, then send.',
};
