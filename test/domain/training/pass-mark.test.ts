import { expect, test } from '@jest/globals';
import { contradicts } from '../../../src/domain/training/pass-mark.js';

test.each([
  ['at the mark, and passed', true, 0.7, 0.7, false],
  ['above it, and passed', true, 0.95, 0.7, false],
  ['below it, and passed', true, 0.69, 0.7, true],
  ['below it, and not passed', false, 0.2, 0.7, false],
  ['at the mark, and not passed', false, 0.7, 0.7, true],
  ['no score', true, null, 0.7, false],
  ['no score was sent', false, undefined, 0.7, false],
  ['a workshop, which has no mark', true, 0.1, null, false],
])('%s', (_name, passed, score, mark, expected) => {
  expect(contradicts({ passed, score }, mark)).toBe(expected);
});
