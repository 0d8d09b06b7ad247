import { expect, test } from '@jest/globals';
import { firstWords } from '../../../src/domain/text/first-words.js';

test.each([
  ['a short one stays', 'Which one?', 'Which one?'],
  ['lines become one', 'One,\n\n\tthen', 'One, then'],
  ['whole words', 'one two three four', 'one two …'],
  ['no comma before the dots', 'one two, three four', 'one two …'],
  ['one long word is cut', 'abcdefghijklmnop', 'abcdefghij …'],
  ['nothing', ' \n', ''],
])('%s', (_what, text, words) => {
  expect(firstWords(text, 10)).toBe(words);
});

test('a long text takes no time', () => {
  expect(firstWords(`${' '.repeat(500_000)}end`).length).toBeLessThan(100);
});
