import { describe, expect, test } from '@jest/globals';
import { loadProgram } from '../../../src/adapters/program/load-program.js';
import { calendarOf } from '../../../src/domain/program/calendar-of.js';
import { lapseDate, WHILE_WAITING } from '../../../src/domain/requests/due/waits.js';
import type { RequestEventType } from '../../../src/domain/requests/events.js';
import { type NoticeInput, noticesFor } from '../../../src/domain/requests/notices.js';
import { planRequest } from '../../../src/domain/requests/plan-request.js';
import type { RequestState } from '../../../src/domain/requests/state.js';
import { createCalendar } from '../../../src/domain/time/calendar.js';
import { AT, openState } from './request-states.js';

const { program } = loadProgram('program');
const calendar = createCalendar(calendarOf(program, []));

function noticesOf(
  type: RequestEventType,
  over: Partial<RequestState>,
  more: Partial<NoticeInput> & { actor?: string; data?: NoticeInput['event']['data'] } = {},
) {
  const { actor = 'user:u1', courtDate = null, data = {}, ...rest } = more;
  const state = openState(over);
  const event = { seq: 1, type, at: AT, actor, onBehalfOf: null, commandId: null, data };
  const plan = planRequest({ state, calendar, program, courtDate, at: AT });
  const facts = { previousDueAt: null, calendar, program, at: AT, courtDate };
  return noticesFor({ event, state, plan, ...facts, ...rest });
}

describe('a supervisor who has confirmed', () => {
  test.each(['withdrawn', 'redirected', 'declined', 'lapsed', 'closed', 'merged', 'responded'] as const)(
    'hears of it with the requester: %s',
    (type) => {
      expect(noticesOf(type, { supervisor: 'confirmed' })).toMatchObject([
        { to: ['requester'], cc: ['supervisor'] },
      ]);
      for (const supervisor of ['unconfirmed', 'refused', 'not-needed'] as const) {
        const [first] = noticesOf(type, { supervisor });
        expect(first?.cc ?? []).toEqual([]);
      }
    },
  );
});

test('the materials picked are named, and none where none was picked', () => {
  const [picked] = noticesOf('redirected', {}, { data: { to: 'resources', resources: ['guide'] } });
  expect(picked).toMatchObject({ kind: 'redirected', resources: ['guide'] });
  expect(noticesOf('redirected', {})[0]).not.toHaveProperty('resources');
});

test('a receipt names the courses that keep the clock from starting', () => {
  const missing = ['t-visas-part-1'];
  expect(noticesOf('received', { status: 'awaiting-prerequisites', missing, clock: [] })[0]).toMatchObject({
    kind: 'request-received',
    courses: missing,
  });
});

test('a receipt names the supervisor who is asked to confirm, and nobody where none is', () => {
  const [receipt] = noticesOf('received', { supervisor: 'unconfirmed' });
  expect(receipt).toMatchObject({ kind: 'request-received', supervisorAsked: true });
  expect(noticesOf('received', {})).toMatchObject([{ kind: 'request-received', supervisorAsked: false }]);
});

test.each(['information-requested', 'information-reminded', 'supervisor-refused', 'lapsed'] as const)(
  '%s: after a supervisor said no, the name of another is asked for, and no question',
  (type) => {
    const missing = (supervisor: RequestState['supervisor']) =>
      noticesOf(type, { status: 'awaiting-information', waitingSince: AT, supervisor })[0]?.supervisorMissing;
    expect([missing('refused'), missing('confirmed')]).toEqual([true, undefined]);
  },
);

test.each([
  ['nobody has it', null, ['draft-author', 'assignee']],
  ['the author or somebody else has it', 'a1', ['draft-author', 'assignee']],
  ['the reviewer has it', 'u1', ['draft-author']],
])('a draft that is returned is told to its author: %s', (_what, assigneeId, to) => {
  const told = noticesOf('response-returned', { assigneeId, draftAuthor: 'user:a1' }, { actor: 'user:u1' });
  expect(told).toMatchObject([{ kind: 'draft-returned', to, textChanged: false }]);
  const data = { reworded: true };
  const reworded = noticesOf(
    'response-returned',
    { assigneeId, draftAuthor: 'user:a1' },
    { actor: 'user:u1', data },
  );
  expect(reworded).toMatchObject([{ textChanged: true }]);
});

describe('while we wait for the requester, their own date is told beside the last day', () => {
  const asked: Partial<RequestState> = { status: 'awaiting-information', waitingSince: AT };
  const courses: Partial<RequestState> = {
    status: 'awaiting-prerequisites',
    missing: ['t-visas-part-1'],
    clock: [],
  };
  test.each<[RequestEventType, Partial<RequestState>, string]>([
    ['information-requested', asked, 'information-requested'],
    ['information-reminded', asked, 'information-reminder'],
    ['supervisor-refused', asked, 'information-requested'],
    ['prerequisites-reminded', courses, 'prerequisites-reminder'],
    ['received', courses, 'prerequisites-needed'],
  ])('%s', (type, over, kind) => {
    const find = (courtDate: string | null) =>
      noticesOf(type, over, { courtDate }).find((notice) => notice.kind === kind);
    expect(find('2026-12-08')).toMatchObject({ courtOn: '2026-12-08', lapseOn: expect.any(String) });
    expect(find('2027-06-01')).not.toHaveProperty('courtOn');
    expect(find('2026-11-20')).not.toHaveProperty('courtOn');
    expect(find(null)).not.toHaveProperty('courtOn');
  });
});

test.each([
  ['information-requested', 'awaiting-information', WHILE_WAITING['information-lapse']],
  ['prerequisites-reminded', 'awaiting-prerequisites', WHILE_WAITING['prerequisites-lapse']],
] as const)('the day told with %s is the one on which the wait lapses', (type, status, lapse) => {
  const state = openState({ status, waitingSince: AT, clock: [] });
  const { reading } = planRequest({ state, calendar, program, courtDate: null, at: AT });
  const [due] = lapse.when({ state, calendar, program, courtDate: null, at: AT, reading });
  const lapseOn = calendar.dateOf(due?.at ?? '');
  expect(noticesOf(type, { status, waitingSince: AT, clock: [] })).toMatchObject([{ lapseOn }]);
  expect(lapseDate(state, { calendar, program })).toBe(lapseOn);
});

describe('a court or filing date that staff change', () => {
  const changed = (was: string | null, is: string | null, actor = 'user:u1') =>
    noticesOf('court-deadline-changed', {}, { previousCourtDate: was, courtDate: is, actor });
  test.each([
    ['2026-12-20', '2026-12-03', { wasOn: '2026-12-20', isOn: '2026-12-03', courtOn: '2026-12-03' }],
    [null, '2026-12-03', { isOn: '2026-12-03' }],
    ['2026-12-03', null, { wasOn: '2026-12-03' }],
  ])('from %s to %s is mailed with what it was and is', (was, is, dates) => {
    expect(changed(was, is)).toMatchObject([{ kind: 'court-date-changed', to: ['requester'], ...dates }]);
    expect(changed(was, is, 'key:k1')).toHaveLength(1);
  });

  test('is not mailed when the person changed it, or nothing changed', () => {
    expect(changed('2026-12-20', '2026-12-03', 'person:p1')).toEqual([]);
    expect(changed('2026-12-03', '2026-12-03')).toEqual([]);
  });
});
