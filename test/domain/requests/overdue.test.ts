import { describe, expect, test } from '@jest/globals';
import { breakdown } from '../../../src/domain/reports/breakdown.js';
import { isOverdue, type OverdueFacts } from '../../../src/domain/requests/overdue.js';

const NOW = '2026-11-20T20:00:00.000Z';
const PAST = '2026-11-18T01:00:00.000Z';
const AHEAD = '2026-11-24T01:00:00.000Z';
const facts = (change: Partial<OverdueFacts> = {}): OverdueFacts => ({
  status: 'in-progress',
  clockState: 'running',
  dueAt: AHEAD,
  targetAt: AHEAD,
  targetSince: '2026-11-02T18:00:00.000Z',
  ...change,
});

describe('what counts as overdue', () => {
  test.each<[string, Partial<OverdueFacts>, boolean]>([
    ['with time left', {}, false],
    ['past the promise', { dueAt: PAST }, true],
    ['past a target that could be met', { targetAt: PAST }, true],
    ['a target missed before the receipt', { targetAt: '2026-11-01T00:00:00.000Z' }, false],
    ['such a target, and past the promise', { targetAt: '2026-11-01T00:00:00.000Z', dueAt: PAST }, true],
    [
      'the clock not started',
      { clockState: 'not-started', dueAt: null, targetAt: PAST, targetSince: null },
      false,
    ],
    ['paused, a target passing meanwhile', { clockState: 'paused', dueAt: null, targetAt: PAST }, false],
    ['paused when it was late already', { clockState: 'paused', dueAt: PAST }, true],
    ['answered', { status: 'responded', clockState: 'stopped', dueAt: PAST }, false],
    ['ended', { status: 'declined', clockState: 'stopped', dueAt: PAST, targetAt: PAST }, false],
  ])('%s: %#', (_name, change, overdue) => {
    expect(isOverdue(facts(change), NOW)).toBe(overdue);
  });
});

describe('counts by group', () => {
  test.each([
    [
      'none small',
      [9, 5],
      [
        ['a', 9],
        ['b', 5],
      ],
    ],
    [
      'small ones are put together',
      [9, 4, 2],
      [
        ['a', 9],
        [null, 6],
      ],
    ],
    [
      'too few even together',
      [9, 3],
      [
        ['a', 9],
        [null, null],
      ],
    ],
    ['nothing at all', [], []],
  ])('%s', (_name, counts, cells) => {
    const groups = counts.map((count, n) => ({ key: 'abc'[n] ?? '', count }));
    expect(breakdown(groups).map(({ key, count }) => [key, count])).toEqual(cells);
  });
});
