import { expect, test } from '@jest/globals';
import { identifiersInName } from '../../../src/domain/requests/identifiers-in-name.js';

test.each([
  ['A123456789_RFE.pdf', ['a-number']],
  ['rfe-A-123-456-789.pdf', ['a-number']],
  ['RFE_EAC2112345678.pdf', ['receipt-number']],
  ['scan_123-45-6789.pdf', ['social-security-number']],
  ['DOB_01-02-1990.pdf', ['date-of-birth']],
  ['client_Maria_Lopez.docx', ['client-name']],
  ['Client-Maria-Lopez-declaration.docx', ['client-name']],
  ['T-visa-RFE_2026-11-02.pdf', []],
  ['IMG_20261102_101112.heic', []],
  ['Scan 0001.pdf', []],
  ['', []],
])('the name %s', (name, kinds) => {
  expect(identifiersInName(name).map(({ kind }) => kind)).toEqual(kinds);
});
