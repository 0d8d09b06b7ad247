import { expect, test } from '@jest/globals';
import { suggest } from '../../../src/adapters/program/suggest.js';

const known = ['promiseBusinessDays', 'remindersAt', 'extension', 'mail'];

test.each([
  ['promiseBuisnessDays', 'promiseBusinessDays'],
  ['promise_business_days', 'promiseBusinessDays'],
  ['reminderAt', 'remindersAt'],
  ['extention', 'extension'],
  ['mial', 'mail'],
  ['Mail', 'mail'],
  ['coffee', null],
  ['x', null],
])('%s is taken to mean %s', (word, meant) => {
  expect(suggest(word, known)).toBe(meant);
});
