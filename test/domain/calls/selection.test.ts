import { describe, expect, test } from '@jest/globals';
import { topicRuleOf } from '../../../src/domain/calls/recurrence.js';
import { inOrder, selectAutomatically, validSelection } from '../../../src/domain/calls/selection.js';
import { workingGroup } from './program.js';

const firstWednesday = topicRuleOf(workingGroup, 'trafficking-analysis');
const general = topicRuleOf(workingGroup, 'general');
if (!firstWednesday || !general) throw new Error('the program has both');

/** Asked in the order of the letters; a capital letter has a completed EMP worksheet. */
const questions = (letters: string) =>
  [...letters].map((letter) => ({
    id: letter,
    askedAt: `2026-11-30T1${letter.toLowerCase().charCodeAt(0) - 97}:00:00.000Z`,
    empWorksheetCompleted: letter !== letter.toLowerCase(),
  }));

describe('the selection when staff are late', () => {
  test.each([
    ['first Wednesday: worksheets first, then first come, three', firstWednesday, 'abCdE', '', 'CEa'],
    ['first Wednesday: more worksheets than places', firstWednesday, 'aBCDE', '', 'BCD'],
    ['first Wednesday: fewer questions than places', firstWednesday, 'a', '', 'a'],
    ['first Wednesday: what staff chose stays, the rest is filled', firstWednesday, 'abCdE', 'd', 'dCE'],
    ['first Wednesday: staff filled it', firstWednesday, 'abCdE', 'abd', 'abd'],
    ['other calls: first come, six; worksheets count for nothing', general, 'abcdefgH', '', 'abcdef'],
    ['a chosen question withdrawn meanwhile leaves its place', general, 'abcdefgh', 'xh', 'habcde'],
    ['nobody asked', general, '', '', ''],
  ])('%s', (_name, rule, asked, already, expected) => {
    const selected = selectAutomatically({
      questions: questions(asked).reverse(),
      already: [...already],
      rule,
    });
    expect(selected.join('')).toBe(expected);
  });

  test('asked at the same moment, the order is still always the same', () => {
    const same = questions('abc').map((question) => ({ ...question, askedAt: '2026-11-30T10:00:00.000Z' }));
    const ids = inOrder({ questions: [...same].reverse(), rule: general }).map(({ id }) => id);
    expect(ids).toEqual(['a', 'b', 'c']);
  });
});

describe('what staff choose', () => {
  test.each([
    ['two of three', ['a', 'b'], null],
    ['none', [], null],
    ['as many as fit', ['a', 'b', 'c'], null],
    ['one too many', ['a', 'b', 'c', 'd'], []],
    ['one of another call', ['a', 'z'], ['z']],
    ['one twice', ['a', 'a'], ['a']],
  ])('%s', (_name, questionIds, ids) => {
    const wrong = validSelection({ questionIds, asked: ['a', 'b', 'c', 'd'], rule: firstWednesday });
    expect(wrong?.ids ?? null).toEqual(ids);
    if (wrong) expect(wrong.why.code).toBe('invalid');
  });
});
