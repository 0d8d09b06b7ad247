import { describe, expect, test } from '@jest/globals';
import { isPersonalDomain, PERSONAL_DOMAIN_COUNT } from '../../../src/domain/calls/personal-domains.js';
import { changedFacts, type RegistrationFacts } from '../../../src/domain/calls/registration-facts.js';
import {
  decidedRegistration,
  type RegistrationReason,
  recheckRegistration,
} from '../../../src/domain/calls/registration-policy.js';
import type { RegistrationStatus } from '../../../src/domain/calls/registration-statuses.js';
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
    [
      'waits because denied before, now clean',
      'pending',
      ['denied-before'],
      clean,
      'pending',
      ['denied-before'],
    ],
    ['approved though denied before', 'approved', ['denied-before'], clean, 'approved', ['denied-before']],
  ])('%s', (_name, status, reasons, registration, after, now) => {
    expect(recheckRegistration({ status, reasons, registration, series: workingGroup, program })).toEqual({
      status: after,
      reasons: now,
    });
  });

  test('denied and sent again with other facts: a person looks again', () => {
    const args = { reasons: [], sentAnew: true, registration: clean, series: workingGroup, program };
    expect(recheckRegistration({ ...args, status: 'denied' })).toEqual({
      status: 'pending',
      reasons: ['denied-before'],
    });
    expect(recheckRegistration({ ...args, status: 'revoked' }).status).toBe('revoked');
  });

  test.each<[string, Partial<RegistrationFacts>, string[]]>([
    ['nothing', {}, []],
    ['letter case and spaces', { email: 'ANA@legalaid.example', employer: ' legal  AID' }, []],
    ['the order of states', { licensedIn: ['NV', 'CA'] }, []],
    ['active practice not said again', { activelyPracticing: undefined }, []],
    ['the role', { role: 'paralegal' }, ['role']],
    ['the address', { email: 'ana@other.example' }, ['email']],
    ['one state fewer', { licensedIn: ['CA'] }, ['licensure']],
    ['no employer any more', { employer: null }, ['employer']],
    ['no active practice any more', { activelyPracticing: false }, ['active-practice']],
  ])('what counts as a change: %s', (_name, over, changed) => {
    const known = { ...clean, licensedIn: ['CA', 'NV'], activelyPracticing: true };
    expect(changedFacts(known, { ...known, ...over })).toEqual(changed);
  });
});
