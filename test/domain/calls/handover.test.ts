import { describe, expect, test } from '@jest/globals';
import {
  type Conversion,
  conversionNow,
  handoverAt,
  questionOutcome,
} from '../../../src/domain/calls/handover.js';
import type { QuestionStatus } from '../../../src/domain/calls/question-statuses.js';
import { pt } from '../time/office.js';
import { calendar } from './program.js';

describe('three business days later, at nine', () => {
  test.each([
    ['after a Wednesday call', '2026-12-02 13:00', '2026-12-07 09:00'],
    ['over Thanksgiving', '2026-11-24 13:00', '2026-11-30 09:00'],
    ['over Christmas', '2026-12-23 13:00', '2026-12-29 09:00'],
    ['after a cancellation on a Tuesday', '2026-12-01 14:00', '2026-12-04 09:00'],
    ['after a cancellation on a Saturday', '2026-12-05 10:00', '2026-12-09 09:00'],
    ['over the end of daylight saving time', '2026-10-28 13:00', '2026-11-02 09:00'],
  ])('%s', (_name, from, at) => {
    expect(handoverAt({ calendar, from: pt(from), businessDays: 3 })).toBe(pt(at));
  });
});

describe('what becomes of a question', () => {
  const endsAt = pt('2026-12-09 13:00');
  const cancelledAt = pt('2026-12-07 10:00');
  const after = pt('2026-12-14 09:00');
  const afterCancelled = pt('2026-12-10 09:00');

  type Call = Parameters<typeof questionOutcome>[0]['call']['status'];
  test.each<[string, QuestionStatus, boolean, Call, boolean | null, string | null, string | null]>([
    ['unselected, agreed', 'asked', true, 'confirmed', null, 'not-selected', after],
    ['unselected, not agreed', 'asked', false, 'confirmed', null, 'not-selected', null],
    ['unselected, told already', 'not-selected', true, 'held', false, 'not-selected', after],
    ['unselected, although there', 'not-selected', true, 'held', true, 'not-selected', after],
    ['selected, before the call', 'selected', true, 'confirmed', null, null, null],
    ['selected and there', 'selected', true, 'held', true, null, null],
    ['selected and known to be absent', 'selected', true, 'held', false, 'asked-but-absent', null],
    ['selected, attendance not known', 'selected', true, 'held', null, null, null],
    ['selected, never known', 'selected', true, 'completed', null, null, null],
    ['asked for a cancelled call', 'asked', true, 'cancelled', null, 'not-selected', afterCancelled],
    [
      'selected for a call then cancelled',
      'selected',
      true,
      'cancelled',
      null,
      'not-selected',
      afterCancelled,
    ],
    ['withdrawn', 'withdrawn', true, 'held', null, null, null],
    ['moved to the next call', 'moved', true, 'held', null, 'question-moved', null],
    ['a request already', 'converted', true, 'held', null, null, null],
  ])('%s', (_name, status, convertIfUnselected, call, attended, code, convertAt) => {
    expect(
      questionOutcome({
        question: { status, convertIfUnselected },
        call: { status: call, endsAt, cancelledAt: call === 'cancelled' ? cancelledAt : null },
        attended,
        calendar,
        businessDays: 3,
      }),
    ).toEqual({ code, convertAt });
  });

  const question = {
    status: 'not-selected' as QuestionStatus,
    convertIfUnselected: true,
    supervisorNeeded: false,
    supervisorNamed: false,
  };
  test.each<[string, Partial<typeof question>, string, boolean, Conversion]>([
    ['when its time has come', {}, '2026-12-14 09:00', false, 'converts'],
    ['a minute early', {}, '2026-12-14 08:59', false, 'not-yet'],
    ['never without agreement', { convertIfUnselected: false }, '2026-12-20 09:00', false, 'not-agreed'],
    ['by one click at once', { convertIfUnselected: false }, '2026-12-09 14:00', true, 'converts'],
    [
      'not without the supervisor it needs',
      { supervisorNeeded: true },
      '2026-12-20 09:00',
      false,
      'waits-for-supervisor',
    ],
    ['nor by one click', { supervisorNeeded: true }, '2026-12-20 09:00', true, 'waits-for-supervisor'],
    [
      'with the supervisor',
      { supervisorNeeded: true, supervisorNamed: true },
      '2026-12-14 09:00',
      false,
      'converts',
    ],
    ['an answered one never by itself', { status: 'selected' }, '2026-12-20 09:00', false, 'not-unselected'],
    ['absent, by one click', { status: 'selected' }, '2026-12-20 09:00', true, 'converts'],
    ['not twice', { status: 'converted' }, '2026-12-20 09:00', true, 'not-unselected'],
    ['not once withdrawn', { status: 'withdrawn' }, '2026-12-20 09:00', true, 'not-unselected'],
  ])('it becomes a request: %s', (_name, over, at, byAsker, expected) => {
    expect(conversionNow({ question: { ...question, ...over }, convertAt: after, at: pt(at), byAsker })).toBe(
      expected,
    );
  });
});
