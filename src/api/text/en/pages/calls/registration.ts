import type { RegistrationReason } from '../../../../../domain/calls/registration-policy.js';
import type { RegistrationStatus } from '../../../../../domain/calls/registration-statuses.js';

/** Words of registering for a series, and of what became of it. */
export const registrationText = {
  title: (series: string) => `Register: ${series}`,
  before: {
    heading: 'Before you start',
    important: 'Important',
    zoom: 'Use the work e-mail that belongs to your active Zoom account. Zoom won’t let you in with any other address.',
    personal: 'Personal addresses, such as Gmail or Yahoo, may be denied.',
    mail: 'Reminders, and word that a call is cancelled or moved, are mailed only to people who ask for mail about the calls. You can do that right after registering.',
    once: 'You register once; it counts for every call of the series.',
    audience: (roles: string) => `These calls are for: ${roles}.`,
    others: 'If that isn’t you, ask for assistance in writing instead.',
    signIn: 'We will first email you a link to sign in, so use that work e-mail.',
    start: 'Sign in and register',
  },
  again: 'You have registered before. What you send now replaces what we had, and we will check it again.',
  /** What is said of a person counts wherever they are registered. */
  others: (titles: string) =>
    `You are registered for ${titles} too. Your role, states and employer count there as well: if what you say here differs, what you are registered for is checked by it again. Where a person has to look at it, you cannot join those calls until they have.`,
  name: 'Your name',
  email: 'Your work e-mail',
  emailFixed: 'You are signed in with it. To use another one, sign out, and sign in with that.',
  role: 'Your role',
  licensedIn: 'Where are you licensed?',
  licensedInHint: 'Attorneys: the states or territories, separated by commas. Others leave it empty.',
  unknownState: (words: string) => `We don’t know this state or territory: ${words}.`,
  employer: 'Your employer',
  employerHint: 'The organization you work for, or your own office.',
  attest: {
    legal:
      'I am actively practicing law or giving legal support; as a student, in a legal clinic or an active internship',
    other: 'I currently work with survivors of trafficking',
    legend: 'Please confirm',
  },
  send: 'Register',
  errors: {
    name: 'Enter your name.',
    role: 'Choose your role.',
    attest: 'Confirm this, or ask for assistance in writing instead.',
  },
};

export const registrationStatusText: Record<RegistrationStatus, { tag: string; sentence: string }> = {
  approved: {
    tag: 'Approved',
    sentence: 'You can join every call of this series.',
  },
  pending: {
    tag: 'In review',
    sentence: 'Someone on our team will review your registration, and you will hear from us by e-mail.',
  },
  denied: {
    tag: 'Not approved',
    sentence: 'We could not approve your registration. Our written assistance does not depend on it.',
  },
  revoked: {
    tag: 'Ended',
    sentence: 'Your registration was ended. Our written assistance does not depend on it.',
  },
};

/** Why a registration needs a person's look, and what the registrant can do about it. */
export const registrationReasonText: Record<RegistrationReason, string> = {
  'role-not-eligible': 'These calls are not for your role.',
  'personal-email':
    'Your e-mail looks like a personal one. If you have a work e-mail with Zoom, sign in with that and register again.',
  'licensure-missing': 'You named no state in which you are licensed. Register again and name it.',
  'employer-missing': 'You named no employer. Register again and name it.',
  'not-actively-practicing':
    'We understood that you don’t currently do this work. If you do, register again.',
  'denied-before': 'We could not approve an earlier registration of yours, so a person will review this one.',
};
