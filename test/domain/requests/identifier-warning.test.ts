import { describe, expect, test } from '@jest/globals';
import { findIdentifiers } from '../../../src/domain/requests/identifier-warning.js';

const kinds = (text: string) => findIdentifiers(text).map(({ kind }) => kind);

describe('what the form warns of before sending', () => {
  test.each([
    ['an A-number with a hyphen', 'Her file A-123456789 was denied', ['a-number']],
    ['an A-number written in groups', 'A 123 456 789', ['a-number']],
    ['an A-number of eight digits', 'A12345678 is pending', ['a-number']],
    ['an A-number with a sign', 'A#123-456-789', ['a-number']],
    ['an alien registration number', 'alien registration number: 123456789', ['a-number']],
    ['a receipt number', 'EAC2190012345 received an RFE', ['receipt-number']],
    ['a receipt number with a hyphen', 'receipt IOE-0912345678', ['receipt-number']],
    ['a lower-case receipt number', 'lin 21 900 12345', ['receipt-number']],
    ['a social security number', 'SSN 123-45-6789', ['social-security-number']],
    [
      'a social security number without hyphens',
      'social security number 123456789',
      ['social-security-number'],
    ],
    ['a date of birth', 'DOB: 3/4/1991', ['date-of-birth']],
    ['a date of birth in words', 'she was born on March 4, 1991', ['date-of-birth']],
    ['a date of birth the other way round', 'born 4 March 1991', ['date-of-birth']],
    ['a name after client', 'My client Maria Lopez was recruited', ['client-name']],
    ['a name after client and a comma', 'My client, Maria, was recruited', ['client-name']],
    ['a title after client', 'Client Ms. Lopez says', ['client-name']],
    ['a client who is named', 'The client is named Ana-Maria O’Neill', ['client-name']],
    ['a name with accents', 'our client Élodie Nguyễn', ['client-name']],
    ['a name in brackets', 'our client (Rosa) was', ['client-name']],
    [
      'several at once, in their order',
      'Client Maria, A123456789, born 1/2/1990',
      ['client-name', 'a-number', 'date-of-birth'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  test.each([
    ['a label', 'My client R. was recruited in 2019'],
    ['a decision’s date', 'The RFE was issued on March 4, 2026 and is due 6/1/2026'],
    ['a section of the act', 'INA 101(a)(15)(T)(i) and 8 CFR 214.11'],
    ['a phone number', 'call 888-539-2373'],
    ['a form', 'Form I-914A and I-765'],
    ['a sentence after client', 'I spoke to the client. She was afraid.'],
    ['a plain word after client', 'The client Was told to leave'],
    ['clients in general', 'Clients Maria-like patterns are not matched; clients in California'],
    ['a grant number', 'grant 2019-VT-BX-0012'],
    ['nothing', ''],
  ])('but not of %s', (_name, text) => {
    expect(kinds(text)).toEqual([]);
  });

  test('a find says where it is', () => {
    const text = 'Facts. A123456789.';
    expect(findIdentifiers(text)).toEqual([{ kind: 'a-number', start: 7, end: 17, excerpt: 'A123456789' }]);
    expect(text.slice(7, 17)).toBe('A123456789');
  });
});
