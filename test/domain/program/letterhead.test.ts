import { expect, test } from '@jest/globals';
import { headOf, letterheadSchema } from '../../../src/domain/program/letterhead.schema.js';

const organization = { name: 'Coalition for Example', email: 'desk@example.org' };
const of = (letterhead: object) =>
  headOf({ ...organization, letterhead: letterheadSchema.parse(letterhead) });

test.each([
  ['nothing said', {}, { name: 'Coalition for Example', lines: ['desk@example.org'] }],
  [
    'all of it',
    {
      logoText: 'CFE · Legal help',
      address: ['PO Box 1', 'Los Angeles, CA 90001'],
      phone: '213-555-0100',
      url: 'https://example.org/',
    },
    {
      name: 'CFE · Legal help',
      lines: [
        'Coalition for Example',
        'PO Box 1',
        'Los Angeles, CA 90001',
        '213-555-0100 · desk@example.org · example.org',
      ],
    },
  ],
])('the head of a letter with %s', (_name, letterhead, expected) => {
  expect(of(letterhead)).toEqual(expected);
});
