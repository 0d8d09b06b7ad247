import { expect, test } from '@jest/globals';
import { filled } from '../../src/api/address.js';

test('an address is filled with what its parts stand for, in their order', () => {
  expect(filled('settings')).toBe('settings');
  expect(filled('people/:id', '7f3a')).toBe('people/7f3a');
  expect(filled('attendance/:attendee/of/:call', 'a', 'b')).toBe('attendance/a/of/b');
  // @ts-expect-error: a part is missing.
  expect(filled('people/:id')).toBe('people/');
});
