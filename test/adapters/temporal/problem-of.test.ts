import { expect, test } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { problemOf } from '../../../src/adapters/temporal/problem-of.js';
import { en } from '../../../src/api/text/en/en.js';
import { say } from '../../../src/api/text/say.js';

/** As it came over the wire. */
const answered = (type: string, message: string, detail: object) =>
  ApplicationFailure.nonRetryable(message, type, JSON.parse(JSON.stringify(detail)));

test('a refusal comes with its reason and what its sentence names', () => {
  const { message, ...problem } = {
    message: 'long-extension-needs-director',
    code: 'forbidden',
    reason: 'long-extension-needs-director',
    params: { days: 5 },
  };
  expect(problemOf(answered('forbidden', message, { sending: '1', ...problem }))).toEqual(problem);
});

test.each([
  ['forbidden', 'forbidden'],
  ['too-late', 'not-allowed-now'],
])('one by a worker of before, %s, is told in its own words', (type, code) => {
  const problem = problemOf(answered(type, 'A second extension needs a director.', { sending: '1' }));
  expect([problem.code, say(en, problem)]).toEqual([code, 'A second extension needs a director.']);
});

test('so is one by a newer worker, whose reason is not known here yet', () => {
  const told = { sending: '1', reason: 'full-moon' };
  expect(problemOf(answered('invalid', 'full-moon', told))).toMatchObject({
    code: 'invalid',
    params: { words: 'full-moon' },
  });
});
