import type { Instant } from '../time/instant.js';
import type { RegistrationFact } from './registration-facts.js';
import type { RegistrationReason } from './registration-policy.js';
import type { RegistrationStatus } from './registration-statuses.js';

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

/** One step of a registration's past: codes only; what staff said is sealed beside it. */
export interface RegistrationEvent {
  type: RegistrationEventType;
  at: Instant;
  /** `system`, `user:<id>`, `key:<id>`, `person:<id>`. */
  actor: string;
  /** As they were after it. */
  status: RegistrationStatus;
  reasons: RegistrationReason[];
  changed: RegistrationFact[];
}
