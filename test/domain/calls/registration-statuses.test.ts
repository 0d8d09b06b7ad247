import { expect, test } from '@jest/globals';
import { decidedRegistration } from '../../../src/domain/calls/registration-policy.js';
import {
  isOut,
  OUT_STATUSES,
  REGISTRATION_STATUSES,
  type RegistrationStatus,
} from '../../../src/domain/calls/registration-statuses.js';

/** By status: whether it is out, and what staff may decide. Whoever adds a status decides here once more. */
const ROWS: Record<RegistrationStatus, [out: boolean, decisions: string]> = {
  approved: [false, 'revoke'],
  pending: [false, 'approve deny'],
  denied: [true, 'approve'],
  revoked: [true, 'approve'],
};
const decisions = ['approve', 'deny', 'revoke'] as const;

test.each(REGISTRATION_STATUSES)('a registration that is %s', (status) => {
  const allowed = decisions.filter((kind) => decidedRegistration(status, kind) !== null);
  expect([isOut(status), allowed.join(' ')]).toEqual(ROWS[status]);
  expect((OUT_STATUSES as readonly RegistrationStatus[]).includes(status)).toBe(isOut(status));
});
