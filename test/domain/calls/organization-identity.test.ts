import { describe, expect, test } from '@jest/globals';
import { organizationKeyFor, readOrganizationKey } from '../../../src/domain/calls/organization-identity.js';
import { registeredDomain, sharedDomainKind } from '../../../src/domain/calls/shared-domains.js';
import {
  isAlone,
  isCommonName,
  isNoOrganization,
  isUnsaid,
  normalizeOrganization,
} from '../../../src/domain/people/organization-name.js';

const record = { id: 'r1', name: 'Legal Aid of the Valley' };
const key = (email: string, organization?: string | null, knownByDomain?: typeof record) =>
  organizationKeyFor({ email, organization, knownByDomain });

describe('which organization a question counts for', () => {
  test.each<[string, ReturnType<typeof key>, string | null, string | null]>([
    ['a domain of its own', key('a@legalaid.org', 'Legal Aid'), 'domain:legalaid.org', 'domain'],
    ['whatever name is typed', key('b@legalaid.org', 'Another Office'), 'domain:legalaid.org', 'domain'],
    ['a subdomain of it', key('c@mail.legalaid.org'), 'domain:legalaid.org', 'domain'],
    ['a domain a record is known for', key('a@legalaid.org', 'X', record), 'record:r1', 'record'],
    ['abroad', key('a@clinic.org.uk'), 'domain:clinic.org.uk', 'domain'],
    [
      'a clinic of a university',
      key('a@law.ucla.edu', 'Immigration Clinic'),
      'unit:ucla.edu/immigration clinic',
      'name',
    ],
    [
      'another clinic there',
      key('b@law.ucla.edu', 'The Human Rights Clinic'),
      'unit:ucla.edu/human rights clinic',
      'name',
    ],
    [
      'a clinic of the same name elsewhere',
      key('a@usc.edu', 'Immigration Clinic'),
      'unit:usc.edu/immigration clinic',
      'name',
    ],
    ['a university, and no unit named', key('a@usc.edu', ' '), null, null],
    [
      'a record known at a university decides nothing',
      key('a@usc.edu', 'Clinic', record),
      'unit:usc.edu/clinic',
      'name',
    ],
    [
      'an office of a county',
      key('a@pd.lacounty.gov', 'Public Defender'),
      'unit:lacounty.gov/public defender',
      'name',
    ],
    [
      'a county under .us',
      key('a@pd.co.kern.ca.us', 'Public Defender'),
      'unit:co.kern.ca.us/public defender',
      'name',
    ],
    ['a county with an .org', key('a@fresnocounty.org', 'DA'), 'unit:fresnocounty.org/da', 'name'],
    ['a lawyer with a personal address', key('a@gmail.com', 'Ruiz Law, P.C.'), 'name:ruiz law', 'name'],
    ['her colleague with another one', key('b@yahoo.com', 'RUIZ LAW'), 'name:ruiz law', 'name'],
    ['a personal address, and nothing named', key('a@gmail.com', null), null, null],
    ['a personal address, and “N/A”', key('a@gmail.com', 'N/A'), null, null],
    ['a personal address, self-employed', key('a@gmail.com', 'Self-employed'), null, null],
    ['a university, and “TBD”', key('a@usc.edu', 'TBD'), null, null],
    ['a domain of its own, and “—”', key('a@legalaid.org', '—'), 'domain:legalaid.org', 'domain'],
    ['a personal address, and a name that many have', key('a@gmail.com', 'Catholic Charities'), null, null],
    [
      'the same with its state',
      organizationKeyFor({ email: 'a@gmail.com', organization: 'Catholic Charities', state: 'TX' }),
      'name:catholic charities/tx',
      'name',
    ],
  ])('%s', (_name, found, expected, suggestedBy) => {
    expect(found).toEqual({ key: expected, suggestedBy });
  });
});

describe('what is no organization', () => {
  test.each([
    '',
    ' ',
    '-',
    '—',
    '--',
    '...',
    '?',
    '/',
    '*',
    '&',
    '\u200b',
    '\u3164',
    'N/A',
    'n/a',
    'n.a.',
    'N / A',
    'NA',
    'N-A',
    'none',
    'None.',
    'NONE',
    'nil',
    'TBD',
    'T.B.D.',
    'tbd ',
    'to be determined',
    'Unknown',
    'not applicable',
    'X',
    'xxx',
    'ninguna',
    'None at this time',
    'no firm',
    'No law firm',
    'no company',
    'not affiliated with any organization',
    'n/a n/a',
    'not applicable (n/a)',
    'xxxxx',
    'between jobs',
    'Student',
  ])('%p says nothing', (name) => {
    expect([isUnsaid(name), isNoOrganization(name)]).toEqual([true, true]);
  });

  test.each([
    'Solo practitioner',
    'solo-practitioner',
    'SOLO PRACTICE',
    'Solo attorney',
    'sole practitioner',
    'Sole proprietor',
    'self-employed',
    'Self employed',
    'self‑employed',
    'selfemployed',
    'Self',
    'Self-Employed Attorney',
    'I am self-employed',
    'Solo Immigration Attorney',
    'Private practice',
    'independent',
    'Independent contractor',
    'Freelance interpreter',
    'Retired',
    'por cuenta propia',
    'n/a (solo)',
    'N/A - solo',
    'None / Solo',
    'just me',
    'own practice',
    'My own law practice',
    'Solo practitioner of law',
    'Independent counsel',
    'Individual practitioner',
    'Freelance Spanish interpreter',
  ])('%p works for nobody', (name) => {
    expect([isAlone(name), isNoOrganization(name)]).toEqual([true, true]);
  });

  test.each([
    'Self Help Graphics',
    'Solo & Co.',
    'Independent Living Center',
    'Private Bar Panel',
    'None Too Soon',
    'The Retired Judges Project',
    'NA Legal Clinic',
    'Not For Sale',
    'No More Tears',
    'Our Own Law Project',
    'Student Legal Services',
    'X Foundation',
    '211',
    'Ruiz Law',
    '法律援助',
  ])('%p is one', (name) => {
    expect(isNoOrganization(name)).toBe(false);
  });

  test.each<[string, boolean]>([
    ['Catholic Charities', true],
    ['The Catholic Charities, Inc.', true],
    ['Legal Aid', true],
    ['The Legal Aid Society', true],
    ['Public Defender’s Office', true],
    ['Immigration Clinic', true],
    ['Y.W.C.A.', true],
    ['Catholic Charities USA', true],
    ['Volunteers of America', true],
    ['Catholic Charities of Dallas', false],
    ['Legal Aid of the Valley', false],
    ['Ruiz Law', false],
  ])('many are called %s: %s', (name, many) => {
    expect(isCommonName(name)).toBe(many);
  });
});

describe('names of organizations', () => {
  test.each([
    ['The Law Office of Ana Ruiz, LLC', 'law office of ana ruiz'],
    ['Ruiz & Associates, L.L.P.', 'ruiz and associates'],
    ['Ruiz and Associates', 'ruiz and associates'],
    ['  Clínica   de Inmigración ', 'clinica de inmigracion'],
    ["Women's Justice Center", 'womens justice center'],
    ['Women’s Justice Center Inc.', 'womens justice center'],
    ['LLC', 'llc'],
    ['', ''],
    ['—', ''],
  ])('%p', (name, normalized) => {
    expect(normalizeOrganization(name)).toBe(normalized);
  });
});

describe('shared domains', () => {
  test.each([
    ['ucla.edu', 'institution'],
    ['state.ca.us', 'institution'],
    ['sfgov.gov', 'institution'],
    ['army.mil', 'institution'],
    ['ox.ac.uk', 'institution'],
    ['uni-koeln.de', 'institution'],
    ['stateuniversity.org', 'institution'],
    ['gmail.com', 'personal'],
    ['unitedway.org', null],
    ['unidosus.org', null],
    ['legalaid.org', null],
    ['countylegalaid.org', null],
  ])('%s: %s', (domain, kind) => {
    expect(sharedDomainKind(domain)).toBe(kind);
  });

  test.each([
    ['mail.justice.org', 'justice.org'],
    ['justice.org', 'justice.org'],
    ['a.b.clinic.co.uk', 'clinic.co.uk'],
    ['localhost', 'localhost'],
  ])('%s is registered as %s', (domain, registered) => {
    expect(registeredDomain(domain)).toBe(registered);
  });
});

test.each<[string, ReturnType<typeof readOrganizationKey>]>([
  [key('a@legalaid.org', 'X', record).key ?? '', { kind: 'record', of: 'r1' }],
  [key('a@legalaid.org').key ?? '', { kind: 'domain', of: 'legalaid.org' }],
  [key('a@usc.edu', 'Clinic').key ?? '', { kind: 'unit', of: 'usc.edu/clinic' }],
  [key('a@gmail.com', 'Ida Law, P.C.').key ?? '', { kind: 'name', of: 'ida law' }],
  ['name:a:b', { kind: 'name', of: 'a:b' }],
  ['domain:', null],
  ['telephone:1', null],
  ['', null],
])('the key %j says which organization it stands for', (made, known) => {
  expect(readOrganizationKey(made)).toEqual(known);
});
