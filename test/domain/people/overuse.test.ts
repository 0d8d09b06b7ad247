import { expect, test } from '@jest/globals';
import { overuseSignals, type UseFacts } from '../../../src/domain/people/overuse.js';
import { signalsSchema } from '../../../src/domain/program/signals.schema.js';

const rules = signalsSchema.parse(undefined).overuse;
const NOTHING: UseFacts = { recent: 1, asked: 1, unreviewed: 0, advised: 0, learnedSince: false };

test.each<[string, Partial<UseFacts>, string[]]>([
  ['one request', {}, []],
  ['one less than many', { recent: 4 }, []],
  ['many in the period', { recent: 5 }, ['many-requests']],
  ['resources not looked at twice', { asked: 4, unreviewed: 2 }, []],
  ['not looked at three times', { asked: 4, unreviewed: 3 }, ['nothing-reviewed']],
  ['directed to materials once', { advised: 1 }, []],
  ['twice, and no course passed', { advised: 2 }, ['advice-not-followed']],
  ['twice, and a course passed since', { advised: 2, learnedSince: true }, []],
  [
    'all of it',
    { recent: 9, asked: 9, unreviewed: 9, advised: 3 },
    ['many-requests', 'nothing-reviewed', 'advice-not-followed'],
  ],
])('what staff are shown of somebody’s use of the program: %s', (_what, facts, kinds) => {
  expect(overuseSignals({ ...NOTHING, ...facts }, rules).map(({ kind }) => kind)).toEqual(kinds);
});

test('with the numbers it was counted from', () => {
  expect(overuseSignals({ ...NOTHING, recent: 7, asked: 6, unreviewed: 4 }, rules)).toEqual([
    { kind: 'many-requests', count: 7, days: 90 },
    { kind: 'nothing-reviewed', count: 4, of: 6, days: 90 },
  ]);
});
