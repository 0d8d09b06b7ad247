export const REGISTRATION_EVENTS = [
  'registered',
  'registered-again',
  /** The person's profile became another one elsewhere, e.g. with a TA request. */
  'profile-changed',
  'approved',
  'denied',
  'revoked',
] as const;
export type RegistrationEventType = (typeof REGISTRATION_EVENTS)[number];
