import { describe, expect, test } from '@jest/globals';
import { isPersonalDomain, PERSONAL_DOMAIN_COUNT } from '../../../src/domain/calls/personal-domains.js';
import {
  decidedRegistration,
  type RegistrationReason,
  type RegistrationStatus,
  recheckRegistration,
} from '../../../src/domain/calls/registration-policy.js';
import { program, workingGroup } from './program.js';

describe('personal mail domains', () => {
  test('the list is kept', () => {
    expect(PERSONAL_DOMAIN_COUNT).toBeGreaterThan(100);
  });

  test.each([
    'gmail.com',
    'googlemail.com',
    'outlook.com',
    'hotmail.co.uk',
    'live.com.mx',
    'yahoo.com',
    'yahoo.co.jp',
    'ymail.com',
    'aol.com',
    'icloud.com',
    'me.com',
    'proton.me',
    'protonmail.com',
    'gmx.at',
    'zoho.eu',
    'comcast.net',
    'att.net',
    'sbcglobal.net',
    'verizon.net',
    'mail.com',
    'yandex.kz',
    'qq.com',
    'fastmail.com',
    'socal.rr.com',
    'outlook.fr',
    'teleguam.net',
  ])('%s', (domain) => {
    expect(isPersonalDomain(domain)).toBe(true);
  });

  test.each([
    'legalaid.org',
    'gmail.org',
    'mygmail.com',
    'outlook-law.com',
    'live.org',
    'yahoo-law.com',
    'law.ucla.edu',
    'lacounty.gov',
    'me.org',
    'aolaw.com',
    'mailroom.com',
    'gmail.com.lawfirm.com',
    'com',
    '',
  ])('not %s', (domain) => {
    expect(isPersonalDomain(domain)).toBe(false);
  });
});

describe('a person decides', () => {
  test.each<[RegistrationStatus, 'approve' | 'deny' | 'revoke', RegistrationStatus | null]>([
    ['pending', 'approve', 'approved'],
    ['pending', 'deny', 'denied'],
    ['pending', 'revoke', null],
    ['approved', 'approve', null],
    ['approved', 'deny', null],
    ['approved', 'revoke', 'revoked'],
    ['denied', 'approve', 'approved'],
    ['denied', 'revoke', null],
    ['revoked', 'approve', 'approved'],
    ['revoked', 'deny', null],
  ])('%s, %s: %s', (status, kind, after) => {
    expect(decidedRegistration(status, kind)).toBe(after);
  });
});

describe('a profile changes', () => {
  const clean = {
    email: 'ana@legalaid.example',
    role: 'attorney',
    licensedIn: ['CA'],
    employer: 'Legal Aid',
  };
  const personal = { ...clean, email: 'ana@gmail.com' };

  test.each<
    [string, RegistrationStatus, RegistrationReason[], typeof clean, RegistrationStatus, RegistrationReason[]]
  >([
    ['approved and still clean', 'approved', [], clean, 'approved', []],
    ['approved, now a personal address', 'approved', [], personal, 'pending', ['personal-email']],
    [
      'approved by a person in spite of it',
      'approved',
      ['personal-email'],
      personal,
      'approved',
      ['personal-email'],
    ],
    [
      'approved in spite of it, and now another role',
      'approved',
      ['personal-email'],
      { ...personal, role: 'case-manager' },
      'pending',
      ['role-not-eligible', 'personal-email'],
    ],
    ['pending, now clean', 'pending', ['personal-email'], clean, 'approved', []],
    ['denied stays denied', 'denied', ['personal-email'], clean, 'denied', []],
    ['revoked stays revoked', 'revoked', [], clean, 'revoked', []],
  ])('%s', (_name, status, reasons, registration, after, now) => {
    expect(recheckRegistration({ status, reasons, registration, series: workingGroup, program })).toEqual({
      status: after,
      reasons: now,
    });
  });
});
