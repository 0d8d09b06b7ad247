import { describe, expect, test } from '@jest/globals';
import type { CallFact } from '../../../src/domain/calls/call-command.js';
import type { CallCommand } from '../../../src/domain/calls/call-decisions.js';
import { applyCallFact } from '../../../src/domain/calls/call-facts.js';
import { callRefusalOf } from '../../../src/domain/calls/decide-call.js';
import { openSeries, whenSeriesIsDue } from '../../../src/domain/calls/decide-series.js';
import { occurrenceOn } from '../../../src/domain/calls/occurrences.js';
import { timesOf } from '../../../src/domain/calls/open-call.js';
import type { SeriesState } from '../../../src/domain/calls/series-state.js';
import { pt } from '../time/office.js';
import { CallWalk, envelope } from './call-walk.js';
import { calendar, socialServices, workingGroup } from './program.js';

/** The first Wednesday of December 2026, planned a month ahead. */
const first = () => new CallWalk('2026-12-02', '2026-11-02 09:00');
/** Veterans Day, a second Wednesday. */
const holiday = () => new CallWalk('2026-11-11', '2026-10-05 09:00');
const thanksgiving = () => new CallWalk('2026-11-26', '2026-10-01 09:00', socialServices);

describe('planning ahead', () => {
  const plan = (state: SeriesState) =>
    whenSeriesIsDue(state, { kind: 'plan', at: '' }, '2026-11-02T18:00:00.000Z').event.data;
  const fresh = openSeries('legal-working-group', '2026-11-02T18:00:00.000Z', 28);

  test.each<[string, SeriesState, object]>([
    ['as far as the program says', fresh, { from: '2026-11-01', until: '2026-11-30' }],
    [
      'nine weeks, begun before the program said so',
      { ...fresh, planAheadDays: undefined },
      { from: '2026-11-01', until: '2027-01-04' },
    ],
    [
      'further, once the program says so',
      { ...fresh, plannedUntil: '2026-11-30', planAheadDays: 63 },
      { from: '2026-12-01', until: '2027-01-04' },
    ],
    [
      'less far: what is planned stays, and nothing is added yet',
      { ...fresh, plannedUntil: '2027-01-04' },
      { from: '2027-01-05', until: '2027-01-04' },
    ],
  ])('%s', (_how, state, window) => {
    expect(plan(state)).toEqual(window);
  });
});

describe('a call from plan to end', () => {
  test('with questions and attendance', () => {
    const call = first().until('2026-12-02 14:00');
    call.attendance();
    call.until('2026-12-30 09:00');
    expect(call.story).toEqual([
      '11-25 13:00 window-opened',
      '12-01 14:00 questions-closed',
      '12-01 17:00 selection-closed',
      '12-02 09:00 reminded',
      '12-02 13:00 held',
      '12-02 14:00 attendance-known',
      '12-07 09:00 handed-over',
      '12-16 09:00 retired',
    ]);
    expect(call.state.status).toBe('completed');
    expect(call.over).toBe(true);
  });

  test('attendance that never comes is waited for two weeks', () => {
    const call = first().until('2027-01-30 09:00');
    expect(call.story.slice(-3)).toEqual([
      '12-02 13:00 held',
      '12-07 09:00 handed-over',
      '12-16 09:00 completed',
    ]);
    expect(call.events.every(({ data }) => !data.settlesAbsence)).toBe(true);
    expect(call.over).toBe(true);
  });

  test.each([
    ['as the program says', { closeAfterDays: 21 }, '12-23 09:00 completed'],
    ['planned before the program said so', { closeAfterDays: undefined }, '12-16 09:00 completed'],
  ])('how long is data: %s', (_when, rules, end) => {
    const call = first();
    call.state = { ...call.state, rules: { ...call.state.rules, ...rules } };
    expect(call.until('2027-01-30 09:00').story.at(-1)).toBe(end);
  });

  test('attendance after the hand-over completes it', () => {
    const call = first().until('2026-12-08 10:00');
    expect(call.state.status).toBe('held');
    call.attendance();
    expect(call.state.status).toBe('completed');
    expect(call.events.at(-1)?.data).toEqual({ settlesAbsence: true, completes: true });
  });

  test('a meeting that ends early: absence is judged at the scheduled end', () => {
    const call = first().until('2026-12-02 12:40');
    call.attendance();
    expect(call.events.at(-1)?.data).toEqual({});
    call.until('2026-12-02 13:00');
    expect(call.events.at(-1)).toMatchObject({ type: 'held', data: { settlesAbsence: true } });
  });

  test('attendance that comes while the desk is behind is kept', () => {
    const call = first().until('2026-12-01 10:00');
    call.now = pt('2026-12-02 13:30');
    expect(call.attendance()).toBe(true);
    call.until('2026-12-02 13:30', { late: true });
    expect(call.state.status).toBe('held');
    expect(call.events.at(-1)?.data).toEqual({ settlesAbsence: true });
  });

  test('nobody asked for the first Wednesday: cancelled at the cut-off, and over', () => {
    const call = first();
    call.questions = 0;
    call.until('2027-01-30 09:00');
    expect(call.story).toEqual([
      '11-25 13:00 window-opened',
      '12-01 14:00 questions-closed',
      '12-01 14:00 cancelled no-questions',
    ]);
    expect(call.over).toBe(true);
  });

  test('nobody asked for another Wednesday: it takes place', () => {
    const call = new CallWalk('2026-12-09', '2026-11-02 09:00');
    call.questions = 0;
    expect(call.until('2026-12-09 13:00').state.status).toBe('held');
  });

  test('cancelled by staff with questions: handed over three business days later', () => {
    const call = first().until('2026-11-30 10:00');
    expect(call.staff({ kind: 'cancel' })).toBeNull();
    expect(call.over).toBe(false);
    call.until('2027-01-30 09:00');
    expect(call.story.slice(-2)).toEqual(['11-30 10:00 cancelled staff', '12-03 09:00 handed-over']);
    expect(call.state.status).toBe('cancelled');
    expect(call.over).toBe(true);
  });

  test('cancelled before its window, there is nothing to hand over', () => {
    const call = first().until('2026-11-20 10:00');
    call.staff({ kind: 'cancel' });
    expect([call.state.next, call.over]).toEqual([null, true]);
  });

  test('a call that falls through while it runs can still be cancelled', () => {
    const call = first().until('2026-12-02 12:10');
    expect(call.staff({ kind: 'cancel' })).toBeNull();
    expect(call.until('2026-12-10 09:00').story.at(-1)).toBe('12-07 09:00 handed-over');
  });

  test('a recap may be written until two weeks after', () => {
    const call = first().until('2026-12-15 10:00');
    call.attendance();
    expect(call.state.status).toBe('completed');
    expect(call.staff({ kind: 'publish-recap' })).toBeNull();
    expect(call.staff({ kind: 'publish-recap' })).toBe('not-allowed-now');
    call.until('2026-12-16 09:00');
    expect(call.staff({ kind: 'mark-attendance' })).toBe('not-allowed-now');
  });
});

describe('days off', () => {
  test('flagged two weeks ahead, cancelled as its window would open', () => {
    expect(holiday().until('2027-01-30 09:00').story).toEqual([
      '10-28 09:00 day-off-flagged',
      '11-04 13:00 cancelled day-off',
    ]);
  });

  test('confirmed by staff, it takes place', () => {
    const call = holiday().until('2026-11-02 09:00');
    expect(call.staff({ kind: 'confirm' })).toBeNull();
    expect(call.staff({ kind: 'confirm' })).toBe('not-allowed-now');
    expect(call.until('2026-11-11 13:00').state.status).toBe('held');
  });

  test('Thanksgiving: its window opens a month ahead, so staff hear before that', () => {
    expect(thanksgiving().until('2027-01-30 09:00').story).toEqual([
      '10-08 09:00 day-off-flagged',
      '10-22 13:00 cancelled day-off',
    ]);
  });

  test('Christmas Eve: staff hear of it, and nothing else happens', () => {
    const call = new CallWalk('2026-12-24', '2026-11-02 09:00', socialServices).until('2026-12-24 13:00');
    expect(call.story[0]).toBe('11-12 09:00 day-off-flagged');
    expect(call.state.status).toBe('held');
  });

  test.each([
    [
      'before its window: flagged at once',
      '2026-11-20 10:00',
      ['11-20 10:00 day-off-flagged', '11-25 13:00 cancelled day-off'],
    ],
    [
      'with the window open: cancelled at the cut-off',
      '2026-11-30 10:00',
      ['11-30 10:00 day-off-flagged', '12-01 14:00 cancelled day-off'],
    ],
    [
      'after the cut-off: cancelled instead of the reminder',
      '2026-12-01 15:00',
      ['12-01 15:00 day-off-flagged', '12-01 17:00 selection-closed', '12-02 09:00 cancelled day-off'],
    ],
    [
      'when the reminder is out: staff hear, and it takes place unless they cancel it',
      '2026-12-02 09:30',
      ['12-02 09:30 day-off-flagged', '12-02 13:00 held'],
    ],
  ])('a closure entered %s', (_name, at, expected) => {
    const call = first().until(at);
    call.close('2026-12-02');
    const story = call.until('2026-12-02 13:00').story;
    expect(story.slice(story.findIndex((line) => line.endsWith('day-off-flagged')))).toEqual(expected);
  });

  test('a closure entered late, and confirmed: it takes place', () => {
    const call = first().until('2026-11-30 10:00');
    call.close('2026-12-02');
    call.until('2026-12-01 09:00').staff({ kind: 'confirm' });
    expect(call.until('2026-12-02 13:00').state.status).toBe('held');
  });

  test('a closure taken back in time changes nothing; entered again, it is flagged again', () => {
    const call = first().until('2026-11-19 10:00');
    call.close('2026-12-02');
    call.until('2026-11-20 10:00').open('2026-12-02');
    expect(call.until('2026-11-26 10:00').state.status).toBe('open');
    call.close('2026-12-02');
    call.until('2026-11-27 10:00');
    expect(call.events.filter(({ type }) => type === 'day-off-flagged')).toHaveLength(2);
  });

  test('Christmas Eve that becomes a closure: staff hear again, for now it is cancelled by itself', () => {
    const call = new CallWalk('2026-12-24', '2026-11-02 09:00', socialServices).until('2026-11-20 10:00');
    call.close('2026-12-24');
    expect(call.until('2026-12-24 13:00').story).toEqual([
      '11-12 09:00 day-off-flagged',
      '11-20 10:00 calendar-changed',
      '11-20 10:00 day-off-flagged',
      '11-26 13:00 cancelled day-off',
    ]);
  });

  test('planned in its own week, a call on a holiday leaves staff until its next step', () => {
    const call = new CallWalk('2026-11-11', '2026-11-10 10:00').until('2026-11-11 13:00');
    expect(call.story).toEqual([
      '11-10 10:00 day-off-flagged',
      '11-10 10:00 window-opened',
      '11-10 14:00 cancelled day-off',
    ]);
  });

  test('a closure after the call moves the hand-over', () => {
    const call = first().until('2026-12-03 10:00');
    call.close('2026-12-04');
    expect(call.until('2026-12-30 09:00').story).toContain('12-08 09:00 handed-over');
  });
});

describe('a moved call', () => {
  test('to the next day: told, and reminded of on the new day only', () => {
    const call = first().until('2026-11-30 10:00');
    expect(call.moveTo('2026-12-03 12:00')).toBeNull();
    expect(call.until('2026-12-03 13:00').story.slice(1)).toEqual([
      '11-30 10:00 rescheduled',
      '12-02 14:00 questions-closed',
      '12-02 17:00 selection-closed',
      '12-03 09:00 reminded',
      '12-03 13:00 held',
    ]);
  });

  test('after the cut-off, to a date whose cut-off is ahead: questions are taken again', () => {
    const call = first().until('2026-12-01 18:00');
    expect(call.state.status).toBe('confirmed');
    call.moveTo('2026-12-04 12:00');
    expect(call.state).toMatchObject({ status: 'open', selectedAt: null });
    expect(call.events.at(-1)?.data.reopened).toBe(true);
    expect(call.until('2026-12-04 13:00').state.status).toBe('held');
  });

  test('by two hours on the day, after the reminder: no second one', () => {
    const call = first().until('2026-12-02 10:00');
    call.moveTo('2026-12-02 14:00');
    call.until('2026-12-02 15:00');
    expect(call.events.filter(({ type }) => type === 'reminded')).toHaveLength(1);
    expect(call.state.status).toBe('held');
  });

  test('away after the reminder and back again: one reminder for each date', () => {
    const call = first().until('2026-12-02 10:00');
    call.moveTo('2026-12-03 12:00');
    call.until('2026-12-02 10:30');
    call.moveTo('2026-12-02 15:00');
    call.until('2026-12-02 16:00');
    expect(call.events.flatMap(({ type, data }) => (type === 'reminded' ? [data.date] : []))).toEqual([
      '2026-12-02',
    ]);
  });

  test('off a holiday, it takes place; what staff confirmed counts for its day only', () => {
    const call = holiday().until('2026-11-02 09:00');
    call.moveTo('2026-11-12 12:00');
    expect(call.until('2026-11-12 13:00').state.status).toBe('held');
    const onto = first().until('2026-11-20 10:00');
    onto.staff({ kind: 'confirm' });
    onto.moveTo('2026-12-25 12:00');
    expect(onto.state.staffConfirmed).toBe(false);
    expect(onto.until('2026-12-25 13:00').story.slice(-2)).toEqual([
      '11-20 10:00 day-off-flagged',
      '11-25 13:00 cancelled day-off',
    ]);
  });
});

describe('the desk was down', () => {
  test('over the whole call: it catches up, reminds nobody, loses nothing', () => {
    const call = first().until('2026-11-30 10:00').until('2026-12-05 08:00', { late: true });
    expect(call.story.slice(1)).toEqual([
      '12-05 08:00 questions-closed',
      '12-05 08:00 selection-closed',
      '12-05 08:00 reminder-missed',
      '12-05 08:00 held',
    ]);
  });

  test('over the cut-off of a first Wednesday nobody asked for: cancelled, marked as late', () => {
    const call = first().until('2026-11-30 10:00');
    call.questions = 0;
    call.until('2026-12-05 08:00', { late: true });
    expect(call.events.at(-1)).toMatchObject({
      type: 'cancelled',
      data: { reason: 'no-questions', late: true },
    });
  });

  test('a call planned on its own morning opens, closes and reminds at once', () => {
    const call = new CallWalk('2026-12-09', '2026-12-09 10:00').until('2026-12-09 10:00');
    expect(call.story.map((line) => line.slice(12))).toEqual([
      'window-opened',
      'questions-closed',
      'selection-closed',
      'reminded',
    ]);
  });
});

describe('what staff may do when', () => {
  const later = timesOf(occurrenceOn({ series: workingGroup, calendar, date: '2026-12-09' }));
  const times = { ...later, windowOpensAt: pt('2026-11-25 13:00') };
  const select = (count: number): CallCommand => ({ kind: 'select', count });

  test.each<[string, string, CallCommand, string | null]>([
    ['select before the window', '2026-11-20 10:00', select(1), 'not-allowed-now'],
    ['select while questions come in', '2026-11-30 10:00', select(2), null],
    ['select after the cut-off', '2026-12-01 15:00', select(3), null],
    ['select none', '2026-12-01 15:00', select(0), null],
    ['select more than there is room for', '2026-12-01 15:00', select(4), 'invalid'],
    ['select too late', '2026-12-01 17:00', select(1), 'not-allowed-now'],
    ['confirm an ordinary call', '2026-11-20 10:00', { kind: 'confirm' }, null],
    ['confirm a call that has begun', '2026-12-02 12:00', { kind: 'confirm' }, 'not-allowed-now'],
    ['cancel a planned call', '2026-11-20 10:00', { kind: 'cancel' }, null],
    ['cancel a call that is over', '2026-12-02 13:00', { kind: 'cancel' }, 'not-allowed-now'],
    ['move a call', '2026-11-30 10:00', { kind: 'reschedule', times }, null],
    ['move a call that is over', '2026-12-02 13:00', { kind: 'reschedule', times }, 'not-allowed-now'],
    [
      'move to the past',
      '2026-12-01 10:00',
      { kind: 'reschedule', times: { ...times, startsAt: pt('2026-12-01 09:00') } },
      'invalid',
    ],
    [
      'move to an earlier cut-off than announced',
      '2026-11-30 10:00',
      { kind: 'reschedule', times: { ...times, questionsCloseAt: pt('2026-11-30 14:00') } },
      'invalid',
    ],
    [
      'move to where it is',
      '2026-11-30 10:00',
      { kind: 'reschedule', times: { ...times, startsAt: pt('2026-12-02 12:00') } },
      'invalid',
    ],
    ['publish a recap before the call', '2026-12-02 12:30', { kind: 'publish-recap' }, 'not-allowed-now'],
    ['publish a recap', '2026-12-02 14:00', { kind: 'publish-recap' }, null],
    ['mark attendance before the call', '2026-12-02 11:00', { kind: 'mark-attendance' }, 'not-allowed-now'],
    ['mark attendance', '2026-12-03 11:00', { kind: 'mark-attendance' }, null],
  ])('%s', (_name, at, command, code) => {
    const call = first().until(at);
    expect(callRefusalOf(call.state, envelope(command), call.now)?.code ?? null).toBe(code);
  });

  test.each<CallCommand>([
    select(1),
    { kind: 'cancel' },
    { kind: 'confirm' },
    { kind: 'reschedule', times },
    { kind: 'publish-recap' },
    { kind: 'mark-attendance' },
  ])('nothing with a cancelled call: %j', (command) => {
    const call = first().until('2026-11-30 10:00');
    call.staff({ kind: 'cancel' });
    expect(call.staff(command)).toBe('not-allowed-now');
  });

  test('a command that comes twice is carried out once', () => {
    const call = first().until('2026-11-30 10:00');
    expect([call.staff({ kind: 'cancel' }, 'same'), call.staff({ kind: 'cancel' }, 'same')]).toEqual([
      null,
      null,
    ]);
    expect(call.events.filter(({ type }) => type === 'cancelled')).toHaveLength(1);
  });

  test.each<[string, CallFact]>([
    ['attendance', { v: 1, kind: 'attendance-known', at: pt('2026-12-02 13:30') }],
    ['a changed calendar', { v: 1, kind: 'calendar-changed', changeId: 'k1', at: pt('2026-12-02 13:30') }],
  ])('%s told twice is taken in once, told again later it counts', (_what, fact) => {
    const held = first().until('2026-12-02 13:30').state;
    const told = applyCallFact(held, fact);
    // As it crosses continue-as-new.
    const kept = JSON.parse(JSON.stringify(told?.state));
    expect([told?.event.type, applyCallFact(kept, fact)]).toEqual([fact.kind, null]);
    expect(applyCallFact(kept, { ...fact, at: pt('2026-12-02 14:30') })?.event.type).toBe(fact.kind);
  });

  test('of commands and facts the last fifty are remembered', () => {
    let state = first().until('2026-12-02 13:30').state;
    for (let n = 0; n < 60; n += 1) {
      const fact = { v: 1, kind: 'calendar-changed', changeId: `k${n}`, at: pt('2026-12-02 13:30') } as const;
      state = applyCallFact(state, fact)?.state ?? state;
    }
    expect(state.handled).toHaveLength(50);
  });
});
