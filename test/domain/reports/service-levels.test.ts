import { describe, expect, test } from '@jest/globals';
import { type AnsweredRequest, serviceLevels } from '../../../src/domain/reports/service-levels.js';

const answered = (businessDays: number, change: Partial<AnsweredRequest> = {}): AnsweredRequest => ({
  businessDays,
  respondedAt: '2026-11-10T00:00:00.000Z',
  dueAt: '2026-11-20T00:00:00.000Z',
  extended: false,
  ...change,
});
const late = { respondedAt: '2026-11-21T00:00:00.000Z' };

describe('service levels', () => {
  test.each([
    ['four answers are too few to tell', [1, 2, 3, 4].map((n) => answered(n)), null, null],
    ['an odd number', [9, 1, 5, 3, 7].map((n) => answered(n)), 5, 1],
    ['an even number', [1, 2, 3, 4, 5, 6].map((n) => answered(n)), 3.5, 1],
    [
      'a late one is outside the promise',
      [answered(20, late), ...[1, 2, 3].map((n) => answered(n)), answered(4)],
      3,
      0.8,
    ],
    [
      'an extended one too',
      [answered(14, { extended: true }), ...[1, 2, 3, 4].map((n) => answered(n))],
      3,
      0.8,
    ],
  ])('%s', (_name, requests, median, share) => {
    expect(serviceLevels(requests)).toEqual({
      answered: median === null ? null : requests.length,
      medianBusinessDays: median,
      shareWithinPromise: share,
    });
  });
});
