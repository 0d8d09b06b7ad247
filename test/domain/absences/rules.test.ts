import { describe, expect, test } from '@jest/globals';
import { whenAbsenceIsDue } from '../../../src/domain/absences/absence-due.js';
import { applyAbsenceFact } from '../../../src/domain/absences/absence-facts.js';
import { ABSENCE_MAILS } from '../../../src/domain/absences/absence-mails.js';
import type { AbsenceCommand, AbsenceState } from '../../../src/domain/absences/absence-state.js';
import type { Cover } from '../../../src/domain/absences/absence-statuses.js';
import { type Clash, clashOf, type StandingIn } from '../../../src/domain/absences/clash.js';
import { daysRefused } from '../../../src/domain/absences/days-away.js';
import {
  absenceRefusalOf,
  carryOutOnAbsence,
  offeredOnAbsence,
} from '../../../src/domain/absences/decide-absence.js';
import { goesOver, requestDue, type WorkDue } from '../../../src/domain/absences/goes-over.js';
import { mayStandIn } from '../../../src/domain/absences/may-stand-in.js';
import { openAbsence } from '../../../src/domain/absences/open-absence.js';
import { planAbsence } from '../../../src/domain/absences/plan-absence.js';
import { type Given, type Giving, takerOf } from '../../../src/domain/absences/taker-of.js';
import type { Actor, StaffRole } from '../../../src/domain/people/actor.js';
import { roleMay } from '../../../src/domain/people/permissions.js';
import { createCalendar } from '../../../src/domain/time/calendar.js';

const calendar = createCalendar({
  zone: 'America/Los_Angeles',
  officeHours: { opens: '09:00', closes: '17:00' },
  federalHolidays: true,
  holidays: [],
  closures: [],
});

const planned = (more: Partial<AbsenceState> = {}): AbsenceState => ({
  ...openAbsence({
    absenceId: 'a1',
    personId: 'ana',
    terms: { firstDay: '2056-06-30', lastDay: '2056-07-03', standInId: 'ben', work: 'all', takeBack: true },
    longestDays: 366,
    actor: 'user:ana',
    at: '2056-06-20T18:00:00.000Z',
  }).state,
  ...more,
});
const underWay = (more: Partial<AbsenceState> = {}) => planned({ status: 'under-way', ...more });

describe('when somebody is away', () => {
  test.each([
    [
      'over the holiday and the weekend',
      '2056-06-30',
      '2056-07-03',
      '2056-06-20T18:00:00.000Z',
      '06-30T16:00',
      '07-05T16:00',
    ],
    ['one day', '2056-06-21', '2056-06-21', '2056-06-20T18:00:00.000Z', '06-21T16:00', '06-22T16:00'],
    [
      'sick since this noon',
      '2056-06-20',
      '2056-06-20',
      '2056-06-20T19:30:00.000Z',
      '06-20T19:30',
      '06-21T16:00',
    ],
    [
      'to a Friday: back on Monday',
      '2056-06-19',
      '2056-06-23',
      '2056-06-10T19:30:00.000Z',
      '06-19T16:00',
      '06-26T16:00',
    ],
  ])('%s', (_case, firstDay, lastDay, setAt, begins, returns) => {
    const state = planned({ firstDay, lastDay, setAt });
    const plan = planAbsence({ state, calendar, remindersAt: '09:00' });
    expect([plan.beginsAt.slice(5, 16), plan.returnsAt.slice(5, 16)]).toEqual([begins, returns]);
    expect(plan.next).toEqual({ kind: 'begin', at: plan.beginsAt });
    const begun = planAbsence({ state: { ...state, status: 'under-way' }, calendar, remindersAt: '09:00' });
    expect(begun.next).toEqual({ kind: 'return', at: plan.returnsAt });
  });

  test.each([
    ['2056-02-29', '2056-02-29', null],
    ['2056-03-02', '2056-03-01', 'absence-ends-before'],
    ['2056-01-01', '2056-12-31', null],
    ['2056-01-01', '2057-01-01', 'absence-too-long'],
  ])('from %s to %s: %s', (firstDay, lastDay, reason) => {
    expect(daysRefused({ firstDay, lastDay }, 366)?.reason ?? null).toBe(reason);
  });
});

const absence = (
  personId: string,
  standInId: string | null,
  firstDay: string,
  lastDay: string,
): StandingIn => ({
  id: `${personId} ${firstDay}`,
  personId,
  standInId,
  firstDay,
  lastDay,
});

describe('which do not go together', () => {
  const asked = absence('ana', 'ben', '2056-06-10', '2056-06-20');
  test.each<[string, StandingIn, Clash['reason'] | null]>([
    [
      'she is away already, for one of the days',
      absence('ana', 'cy', '2056-06-20', '2056-06-25'),
      'already-away',
    ],
    ['she is away the day after', absence('ana', 'ben', '2056-06-21', '2056-06-25'), null],
    ['her stand-in is away meanwhile', absence('ben', 'cy', '2056-06-01', '2056-06-10'), 'stand-in-away'],
    ['her stand-in is away before', absence('ben', 'cy', '2056-06-01', '2056-06-09'), null],
    ['she stands in for somebody', absence('cy', 'ana', '2056-06-15', '2056-06-15'), 'stands-in-then'],
    ['each for the other: no circle', absence('ben', 'ana', '2056-06-15', '2056-06-16'), 'stand-in-away'],
    ['her stand-in stands in for another, too', absence('cy', 'ben', '2056-06-15', '2056-06-16'), null],
    ['nobody stands in for another', absence('cy', null, '2056-06-15', '2056-06-16'), null],
  ])('%s', (_case, other, reason) => {
    expect(clashOf(asked, [other])?.reason ?? null).toBe(reason);
  });

  test('it does not clash with itself as it was', () => {
    expect(clashOf({ ...asked, lastDay: '2056-06-22' }, [asked])).toBeNull();
  });
});

test.each<[StaffRole, StaffRole[]]>([
  ['coordinator', ['coordinator', 'attorney', 'reviewer', 'director', 'admin']],
  ['attorney', ['attorney', 'reviewer', 'director', 'admin']],
  ['reviewer', ['attorney', 'reviewer', 'director', 'admin']],
  ['director', ['director', 'admin']],
  ['admin', ['director', 'admin']],
])('for a %s may stand in: %s', (role, who) => {
  const all: StaffRole[] = ['coordinator', 'attorney', 'reviewer', 'director', 'admin'];
  expect(all.filter((standIn) => mayStandIn(standIn, role))).toEqual(who);
});

test('nobody stands in who may not read the reviews that the other may', () => {
  const all: StaffRole[] = ['coordinator', 'attorney', 'reviewer', 'director', 'admin'];
  const pairs = all.flatMap((person) => all.map((standIn) => ({ person, standIn })));
  const beyond = pairs.filter(
    ({ person, standIn }) =>
      mayStandIn(standIn, person) && roleMay(person, 'conduct.review') && !roleMay(standIn, 'conduct.review'),
  );
  expect(beyond).toEqual([]);
});

/** Friday to Monday, back on Wednesday, as the Fourth of July is a Tuesday. */
const RETURNS = '2056-07-05T16:00:00.000Z';

const TERMS = { lastDay: '2056-07-03', returnsAt: RETURNS };

test.each<[string, Cover, WorkDue, boolean]>([
  ['all of it', 'all', { at: null }, true],
  ['due before the return', 'due', { at: '2056-07-03T00:00:00.000Z' }, true],
  ['due in the morning of the return', 'due', { at: '2056-07-05T15:59:00.000Z' }, true],
  ['due as they return', 'due', { at: RETURNS }, false],
  ['due after it', 'due', { at: '2056-07-20T00:00:00.000Z' }, false],
  ['of no date', 'due', { at: null }, false],
  ['a task of the last day', 'due', { on: '2056-07-03' }, true],
  ['a task of the day of the return', 'due', { on: '2056-07-05' }, false],
  ['a task of later', 'all', { on: '2056-07-20' }, true],
  ['mails alone', 'mails', { at: '2056-07-03T00:00:00.000Z' }, false],
  ['a task, mails alone', 'mails', { on: '2056-07-03' }, false],
])('work of meanwhile goes where the rest went: %s', (_name, work, due, goes) => {
  expect(goesOver({ work, ...TERMS }, due)).toBe(goes);
});

test('a request is due by the one date that binds', () => {
  const [targetAt, dueAt, followUpDueAt] = [1, 2, 3].map((day) => new Date(Date.UTC(2056, 6, day))) as Date[];
  const dates = {
    targetAt: targetAt ?? null,
    dueAt: dueAt ?? null,
    followUpDueAt: followUpDueAt ?? null,
  };
  expect(requestDue({ status: 'received', ...dates })).toEqual({ at: '2056-07-01T00:00:00.000Z' });
  expect(requestDue({ status: 'received', ...dates, targetAt: null })).toEqual({
    at: '2056-07-02T00:00:00.000Z',
  });
  expect(requestDue({ status: 'responded', ...dates })).toEqual({ at: '2056-07-03T00:00:00.000Z' });
});

describe('who gets what is given to Ana, who is away', () => {
  const away = { until: '2056-07-03', returnsAt: RETURNS, standIn: { id: 'ben', name: 'Ben' } };
  const cora: Actor = {
    kind: 'user',
    id: 'cora',
    role: 'coordinator',
    name: 'Cora',
    email: 'c@desk.example',
  };
  const soon = { on: '2056-07-03' };
  test.each<[string, Partial<NonNullable<Given['away']>> | null, Partial<Giving>, string]>([
    ['nobody is away', null, {}, 'Ana'],
    ['all goes over', { work: 'all' }, { due: { at: null } }, 'Ben, instead of ana'],
    ['what is due goes over, and it is', {}, {}, 'Ben, instead of ana'],
    ['what is due goes over, and it is not', {}, { due: { on: '2056-07-05' } }, 'Ana'],
    ['mails alone', { work: 'mails' }, {}, 'Ana'],
    [
      'mails alone, and the stand-in is asked for',
      { work: 'mails' },
      { orStandIn: true },
      'Ben, instead of ana',
    ],
    ['all goes over, and she is asked for', { work: 'all' }, { orStandIn: false }, 'Ana'],
    ['nobody stands in any more', { work: 'all', standIn: null }, { orStandIn: true }, 'Ana'],
    ['she gives it to herself', { work: 'all' }, { by: { ...cora, id: 'ana' } }, 'Ana'],
  ])('%s', (_name, more, giving, gets) => {
    const ana = { id: 'ana', name: 'Ana', away: more && { ...away, work: 'due' as const, ...more } };
    const { name, assigneeId, insteadOf } = takerOf(ana, { due: soon, by: cora, ...giving });
    expect(`${name}${insteadOf ? `, instead of ${insteadOf}` : ''}`).toBe(gets);
    expect(assigneeId).toBe(name.toLowerCase());
  });
});

describe('what may be decided', () => {
  const refusal = (state: AbsenceState, command: AbsenceCommand) =>
    absenceRefusalOf(state, { command, commandId: 'c1' })?.reason ?? null;
  test.each<[string, AbsenceState, AbsenceCommand, string | null]>([
    ['other days before it begins', planned(), { kind: 'change', firstDay: '2056-07-01' }, null],
    [
      'a last day before the first',
      planned(),
      { kind: 'change', lastDay: '2056-06-29' },
      'absence-ends-before',
    ],
    ['a year and more', planned(), { kind: 'change', lastDay: '2057-07-01' }, 'absence-too-long'],
    ['they themselves', planned(), { kind: 'change', standInId: 'ana' }, 'stand-in-is-themself'],
    [
      'another first day once it has begun',
      underWay(),
      { kind: 'change', firstDay: '2056-07-01' },
      'absence-has-begun',
    ],
    [
      'something else with the work by then',
      underWay(),
      { kind: 'change', work: 'mails' },
      'absence-has-begun',
    ],
    ['a longer stay', underWay(), { kind: 'change', lastDay: '2056-07-07' }, null],
    ['another stand-in', underWay(), { kind: 'change', standInId: 'cy' }, null],
    ['cancel before', planned(), { kind: 'cancel' }, null],
    ['cancel what has begun', underWay(), { kind: 'cancel' }, 'absence-has-begun'],
    ['end what has begun', underWay(), { kind: 'end' }, null],
    ['end what has not', planned(), { kind: 'end' }, 'absence-not-begun'],
    ['anything of what is over', planned({ status: 'returned' }), { kind: 'end' }, 'absence-over'],
    ['what was taken back', planned({ status: 'cancelled' }), { kind: 'cancel' }, 'absence-over'],
    ['the same once more', planned({ status: 'cancelled', handled: ['c1'] }), { kind: 'cancel' }, null],
  ])('%s', (_case, state, command, reason) => {
    expect(refusal(state, command)).toBe(reason);
  });

  test('pages offer what the process takes', () => {
    expect(offeredOnAbsence(planned())).toEqual(['change', 'cancel']);
    expect(offeredOnAbsence(underWay())).toEqual(['change', 'end']);
    expect(offeredOnAbsence(planned({ status: 'returned' }))).toEqual([]);
  });
});

describe('who hears of it', () => {
  const at = '2056-06-21T00:00:00.000Z';
  const mails = (state: AbsenceState, command: AbsenceCommand, actor = 'user:ana') => {
    const envelope = {
      v: 1 as const,
      commandId: 'c',
      actor,
      role: null,
      notAfter: at,
      onBehalfOf: null,
      command,
    };
    const decided = carryOutOnAbsence(state, envelope, at);
    return tell(decided);
  };
  const tell = ({
    state,
    event,
  }: {
    state: AbsenceState;
    event: Parameters<(typeof ABSENCE_MAILS)['begun']>[0];
  }) => ABSENCE_MAILS[event.type](event, state).map(({ kind, to }) => `${kind} → ${to.join(', ')}`);
  const setBy = (actor: string, beginsAt: string) => {
    const opened = openAbsence({
      absenceId: 'a1',
      personId: 'ana',
      terms: planned(),
      longestDays: 366,
      actor,
      at,
    });
    return tell({ ...opened, state: { ...opened.state, beginsAt } });
  };
  test('set by themselves, by another, and at once', () => {
    expect(setBy('user:ana', '2056-06-30T16:00:00.000Z')).toEqual(['stand-in-named → stand-in']);
    expect(setBy('user:cora', at)).toEqual(['absence-set → person']);
  });
  test.each<[string, AbsenceState, AbsenceCommand, string, string[]]>([
    [
      'other days',
      planned(),
      { kind: 'change', lastDay: '2056-07-05' },
      'user:ana',
      ['stand-in-named → stand-in'],
    ],
    [
      'the same days and stand-in, as a page sends them',
      planned(),
      { kind: 'change', firstDay: '2056-06-30', lastDay: '2056-07-03', standInId: 'ben', takeBack: false },
      'user:ana',
      [],
    ],
    [
      'another stand-in before',
      planned(),
      { kind: 'change', standInId: 'cy' },
      'user:ana',
      ['stand-in-ends → before', 'stand-in-named → stand-in'],
    ],
    [
      'another stand-in meanwhile',
      underWay(),
      { kind: 'change', standInId: 'cy' },
      'user:ana',
      ['stand-in-ends → before', 'stand-in-begins → stand-in'],
    ],
    [
      'a stand-in after one has left',
      underWay({ standInId: null }),
      { kind: 'change', standInId: 'cy' },
      'user:cora',
      ['stand-in-begins → stand-in', 'absence-set → person'],
    ],
    ['what comes back', underWay(), { kind: 'change', takeBack: false }, 'user:ana', []],
    [
      'taken back by a coordinator',
      planned(),
      { kind: 'cancel' },
      'user:cora',
      ['stand-in-ends → stand-in', 'absence-set → person'],
    ],
    [
      'back early',
      underWay(),
      { kind: 'end' },
      'user:ana',
      ['stand-in-ends → stand-in', 'back-again → person'],
    ],
  ])('%s', (_case, state, command, actor, told) => {
    expect(mails(state, command, actor)).toEqual(told);
  });

  test('whoever leaves', () => {
    const left = (state: AbsenceState, staffId: string) => {
      const decided = applyAbsenceFact(state, { v: 1, kind: 'left', staffId, at });
      return decided && [decided.state.status, decided.state.standInId, ...tell(decided)];
    };
    expect(left(planned(), 'ana')).toEqual(['cancelled', 'ben', 'stand-in-ends → stand-in']);
    expect(left(underWay(), 'ana')).toEqual(['returned', 'ben', 'stand-in-ends → stand-in']);
    expect(left(underWay(), 'ben')).toEqual(['under-way', null, 'stand-in-gone → person, coordinators']);
    expect(left(underWay(), 'cy')).toBeNull();
    expect(left(planned({ status: 'returned' }), 'ana')).toBeNull();
  });

  test('by itself', () => {
    const due = (state: AbsenceState, kind: 'begin' | 'return') => {
      const decided = whenAbsenceIsDue(state, { kind, at }, at);
      return decided && [decided.state.status, ...tell(decided)];
    };
    expect(due(planned(), 'begin')).toEqual(['under-way', 'stand-in-begins → stand-in']);
    expect(due(underWay(), 'return')).toEqual([
      'returned',
      'stand-in-ends → stand-in',
      'back-again → person',
    ]);
  });
});
