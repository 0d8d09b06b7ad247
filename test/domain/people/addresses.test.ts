import { describe, expect, test } from '@jest/globals';
import { givenName, nameUnsaid } from '../../../src/domain/people/given-name.js';
import { maskAddress } from '../../../src/domain/people/mask-address.js';
import { suggestAddress } from '../../../src/domain/people/suggest-address.js';

describe('a mistyped address', () => {
  test.each([
    ['ana@gmail.con', 'ana@gmail.com'],
    ['ana@gmial.com', 'ana@gmail.com'],
    ['ana@gmai.com', 'ana@gmail.com'],
    ['ana@gmail.co', 'ana@gmail.com'],
    ['ana@gmail.cm', 'ana@gmail.com'],
    ['ana@gmil.con', 'ana@gmail.com'],
    ['ana@gnail.com', 'ana@gmail.com'],
    ['ana@hotmial.com', 'ana@hotmail.com'],
    ['ana@hotmal.con', 'ana@hotmail.com'],
    ['ana@outlok.com', 'ana@outlook.com'],
    ['ana@yaho.com', 'ana@yahoo.com'],
    ['ana@yahoo.cmo', 'ana@yahoo.com'],
    ['ana@iclould.com', 'ana@icloud.com'],
    ['ana@comcast.ner', 'ana@comcast.net'],
    ['ana@aol.con', 'ana@aol.com'],
    ['ana@legal-aid.ogr', 'ana@legal-aid.org'],
    ['ana@lacounty.gvo', 'ana@lacounty.gov'],
    ['ana@law.uni.eud', 'ana@law.uni.edu'],
    ['Ana+desk@GMAIL.CON', 'Ana+desk@gmail.com'],
  ])('%s: did you mean %s?', (typed, meant) => {
    expect(suggestAddress(typed)).toBe(meant);
  });

  test.each([
    'ana@gmail.com',
    'ana@ymail.com',
    'ana@mail.com',
    'ana@gmx.net',
    'ana@aon.com',
    'ana@mit.edu',
    'ana@legal-aid.org',
    'ana@legal-aid.example',
    'ana@lacounty.gov',
    'ana@castla.org',
    'ana@company.co',
    'ana@oficina.com.mx',
    'ana@live.co.uk',
    'no address',
    '@gmail.con',
    '',
  ])('%s is left alone', (typed) => {
    expect(suggestAddress(typed)).toBeNull();
  });
});

test.each([
  ['ana.ortiz@legal-aid.example', 'a•••@legal-aid.example'],
  ['a@x.example', 'a•••@x.example'],
  ['no address', '•••'],
])('%s is shown as %s', (email, masked) => {
  expect(maskAddress(email)).toBe(masked);
});

describe('a name that nobody gave', () => {
  test.each([
    ['their address', nameUnsaid('pia@office.example'), ''],
    ['its beginning, in older records', 'Pia', ''],
    ['a name', 'Pia Ott', 'Pia Ott'],
  ])('%s', (_what, name, given) => {
    expect(givenName(name, 'pia@office.example')).toBe(given);
  });
});
