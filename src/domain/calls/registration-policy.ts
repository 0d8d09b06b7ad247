import { isUnsaid } from '../people/organization-name.js';
import type { CallSeries } from '../program/call-series.schema.js';
import { roleOf } from '../program/lookup.js';
import type { Program } from '../program/program.schema.js';
import { emailDomain } from './email-domain.js';
import { isPersonalDomain } from './personal-domains.js';
import type { RegistrationDecision } from './registration.schema.js';
import type { RegistrationFacts } from './registration-facts.js';
import type { RegistrationStatus } from './registration-statuses.js';

export const REGISTRATION_REASONS = [
  'role-not-eligible',
  'personal-email',
  'licensure-missing',
  'employer-missing',
  /** Said themselves that they don't practice, or don't work with survivors, at present. */
  'not-actively-practicing',
  /** A person denied it once; only a person lets it in. */
  'denied-before',
] as const;
export type RegistrationReason = (typeof REGISTRATION_REASONS)[number];

/**
 * Clean ones are approved at once; any reason leaves the decision to a person (page 000: such registrations
 * "may" be denied). All reasons, in their fixed order.
 */
export function decideRegistration(args: {
  registration: RegistrationFacts;
  series: CallSeries;
  program: Program;
  deniedBefore?: boolean;
}): { status: 'approved' | 'pending'; reasons: RegistrationReason[] } {
  const { registration, series, program, deniedBefore = false } = args;
  const { workEmailOnly, employerRequired, licensureRequiredFor } = series.registration;
  const found: Record<RegistrationReason, boolean> = {
    'role-not-eligible':
      Boolean(registration.roleGiven) || !mayAttend({ role: registration.role, series, program }),
    'personal-email': workEmailOnly && isPersonalDomain(emailDomain(registration.email)),
    'licensure-missing':
      licensureRequiredFor.includes(registration.role) && registration.licensedIn.length === 0,
    'employer-missing': employerRequired && isUnsaid(registration.employer),
    'not-actively-practicing': registration.activelyPracticing === false,
    'denied-before': deniedBefore,
  };
  const reasons = REGISTRATION_REASONS.filter((reason) => found[reason]);
  return { status: reasons.length === 0 ? 'approved' : 'pending', reasons };
}

/** The audience of the series; roles the program doesn't have are nobody's. */
export function mayAttend(args: { role: string; series: CallSeries; program: Program }): boolean {
  return roleOf(args.program, args.role) !== null && args.series.audience.includes(args.role);
}

const DECIDABLE: Record<RegistrationDecision['kind'], readonly RegistrationStatus[]> = {
  approve: ['pending', 'denied', 'revoked'],
  deny: ['pending'],
  revoke: ['approved'],
};
/** What each decision makes of a registration. */
export const DECIDED = { approve: 'approved', deny: 'denied', revoke: 'revoked' } as const;

/** What a person's decision makes of a registration; null: not possible as it stands. */
export function decidedRegistration(
  status: RegistrationStatus,
  kind: RegistrationDecision['kind'],
): RegistrationStatus | null {
  return DECIDABLE[kind].includes(status) ? DECIDED[kind] : null;
}

/**
 * After a change of profile. What a person revoked stays so, and what they denied, unless its registrant sends it
 * again with other facts: then a person looks again. What a person approved in spite of reasons falls back to
 * `pending` only over a reason that is new.
 */
export function recheckRegistration(args: {
  status: RegistrationStatus;
  /** Reasons known when it was last decided. */
  reasons: readonly RegistrationReason[];
  /** Its registrant sent it again, and something that it is judged by is different now. */
  sentAnew?: boolean;
  registration: RegistrationFacts;
  series: CallSeries;
  program: Program;
}): { status: RegistrationStatus; reasons: RegistrationReason[] } {
  const { status, sentAnew = false } = args;
  const asksAgain = status === 'denied' && sentAnew;
  const deniedBefore = asksAgain || args.reasons.includes('denied-before');
  const now = decideRegistration({ ...args, deniedBefore });
  if (status === 'pending' || asksAgain) return now;
  if (status !== 'approved') return { ...now, status };
  const isNew = now.reasons.some((reason) => !args.reasons.includes(reason));
  return { status: isNew ? 'pending' : 'approved', reasons: now.reasons };
}
