import { describe, expect, test } from '@jest/globals';
import { loadProgram } from '../../../src/adapters/program/load-program.js';
import { calendarOf } from '../../../src/domain/program/calendar-of.js';
import { carryOut } from '../../../src/domain/requests/decide.js';
import type { RequestCommand } from '../../../src/domain/requests/decisions.js';
import { whenDue } from '../../../src/domain/requests/due.js';
import { applyFact } from '../../../src/domain/requests/facts.js';
import { noticesFor } from '../../../src/domain/requests/notices.js';
import { openEpisode } from '../../../src/domain/requests/opening.js';
import { planRequest } from '../../../src/domain/requests/plan-request.js';
import type { RequestState } from '../../../src/domain/requests/state.js';
import type { Decided } from '../../../src/domain/requests/transition.js';
import { createCalendar } from '../../../src/domain/time/calendar.js';
import { CannotPlan } from '../../../src/domain/time/cannot-plan.js';

const fallDue = (...of: Parameters<typeof whenDue>) => whenDue(...of) as Decided;

const { program } = loadProgram('program');
const calendar = createCalendar(calendarOf(program, []));
/** Monday, November 8, 2027, 10:00; due Wednesday, December 1. */
const RECEIVED = '2027-11-08T18:00:00.000Z';

const OPENING = {
  requestId: 'r1',
  episode: 1,
  program,
  calendar,
  missing: [],
  supervisor: 'not-needed' as const,
  receivedAt: RECEIVED,
  at: RECEIVED,
  urgentOverride: null,
  actor: 'person:p1',
  onBehalfOf: null,
  type: 'received' as const,
  imported: false,
  commandId: null,
};

function received(courtDate: string | null = null): RequestState {
  return openEpisode({ ...OPENING, courtDate }).state;
}

const dated = (state: RequestState, at: string, courtDate: string | null): RequestState => {
  const plan = planRequest({ state, calendar, program, courtDate, at });
  return { ...state, next: plan.next, dueAt: plan.reading.dueAt };
};

function decided(state: RequestState, command: RequestCommand, at: string, courtDate: string | null = null) {
  const envelope = { v: 1 as const, commandId: command.kind, actor: 'user:u1', role: 'director' as const };
  const result = carryOut(state, { ...envelope, notAfter: at, onBehalfOf: null, command }, at);
  return dated(result.state, at, courtDate);
}

/** What falls due by itself until an instant, as `kind n` and office time. */
function left(state: RequestState, until: string, courtDate: string | null = null): string[] {
  const due: string[] = [];
  for (let now = state; now.next && now.next.at <= until; ) {
    const { kind, n, at } = now.next;
    due.push(`${kind} ${n} ${at}`);
    now = dated(fallDue(now, now.next, at).state, at, courtDate);
  }
  return due;
}

describe('the end by itself', () => {
  /** Answered on Monday, November 8; it closes on Wednesday, December 8, and is told on December 1. */
  const answered = () =>
    decided(received(), { kind: 'send-response', draftAuthor: 'user:u2' }, '2027-11-08T20:00:00.000Z');
  const closing = ({ state, closed = [] }: { state: RequestState; closed?: string[] }) => {
    const shut = createCalendar(
      calendarOf(
        program,
        closed.map((date) => ({ date, name: 'Storm', enteredAt: RECEIVED, removedAt: null })),
      ),
    );
    const plan = (at: string, of: RequestState) =>
      planRequest({ state: of, calendar: shut, program, courtDate: null, at });
    const due: string[] = [];
    let now = { ...state, next: plan('2027-11-08T20:00:00.000Z', state).next };
    while (now.next && due.length < 5) {
      const { kind, at } = now.next;
      due.push(`${kind} ${at}`);
      const { state: after } = fallDue(now, now.next, at);
      now = { ...after, next: after.status === 'closed' ? null : plan(at, after).next };
    }
    return due;
  };

  test('is told seven days before', () => {
    expect(closing({ state: answered() })).toEqual([
      'closing-notice 2027-12-01T17:00:00.000Z',
      'closing 2027-12-08T17:00:00.000Z',
    ]);
  });

  test('is told earlier where the desk is closed for days, and comes no sooner after that', () => {
    const closed = ['2027-11-29', '2027-11-30', '2027-12-01', '2027-12-02'];
    expect(closing({ state: answered(), closed })).toEqual([
      // November 25 and 26 are the program's own holidays.
      expect.stringMatching(/^closing-notice 2027-11-2[46]T17:00/),
      'closing 2027-12-08T17:00:00.000Z',
    ]);
  });

  test('at its very instant, whoever opens the request again comes first: nothing closes it a second time', () => {
    const at = '2027-12-08T17:00:00.000Z';
    const told = {
      ...answered(),
      closing: { toldAt: '2027-12-01T17:00:00.000Z', heldSince: null, from: null },
    };
    const due = dated(told, '2027-12-01T17:00:00.000Z', null);
    expect(due.next).toMatchObject({ kind: 'closing', at });
    const opened = decided(due, { kind: 'reopen' }, at);
    expect([opened.status, opened.next]).toEqual(['closed', null]);
  });
});

describe('what falls due by itself', () => {
  test('the assignee hears five and one business days before the due day', () => {
    const assigned = decided(received(), { kind: 'assign', assigneeId: 's1' }, '2027-11-09T18:00:00.000Z');
    expect(left(assigned, '2027-12-01T20:00:00.000Z')).toEqual([
      'due-reminder 5 2027-11-23T17:00:00.000Z',
      'due-reminder 1 2027-11-30T17:00:00.000Z',
    ]);
  });

  test('assigned late, a reminder whose morning has passed is not made up for', () => {
    const assigned = decided(received(), { kind: 'assign', assigneeId: 's1' }, '2027-11-24T18:00:00.000Z');
    expect(left({ ...assigned, cursor: '2027-11-10T17:00:00.000Z|~' }, '2027-12-01T20:00:00.000Z')).toEqual([
      'due-reminder 1 2027-11-30T17:00:00.000Z',
    ]);
  });

  test('of the warnings missed before a court date was told, the last is told at once, and only once', () => {
    const warned = left(received('2027-11-12'), '2027-11-16T20:00:00.000Z', '2027-11-12');
    expect(warned.filter((line) => line.startsWith('court'))).toEqual([
      `court-warning 3 ${RECEIVED}`,
      'court-warning 1 2027-11-10T17:00:00.000Z',
      'court-passed 0 2027-11-15T17:00:00.000Z',
    ]);
  });

  test('a court date is warned about while we wait for the requester, and they hear of it too', () => {
    const courtDate = '2027-11-24';
    const asked = decided(received(courtDate), { kind: 'request-information' }, RECEIVED, courtDate);
    expect(left(asked, '2027-11-18T20:00:00.000Z', courtDate)).toContain(
      'court-warning 5 2027-11-17T17:00:00.000Z',
    );
    const at = '2027-11-17T17:00:00.000Z';
    const { state, event } = fallDue(asked, { kind: 'court-warning', n: 5, at }, at);
    const plan = planRequest({ state, calendar, program, courtDate, at });
    const notices = noticesFor({ state, event, plan, previousDueAt: null, calendar, program, courtDate, at });
    expect(notices.map(({ kind, to }) => [kind, to])).toEqual([
      ['deadline-warning', ['coordinators']],
      ['deadline-warning', ['requester']],
    ]);
  });

  test.each([
    ['on its day', '2027-11-24', 5, '2027-11-17T17:00:00.000Z', { businessDays: 5, when: 'later' }],
    ['told late, once', '2027-11-24', 10, '2027-11-22T20:00:00.000Z', { businessDays: 2, when: 'later' }],
    ['the day before', '2027-11-24', 5, '2027-11-23T20:00:00.000Z', { businessDays: 1, when: 'tomorrow' }],
    ['on the date itself', '2027-11-24', 1, '2027-11-24T20:00:00.000Z', { businessDays: 0, when: 'today' }],
    [
      'on a Friday of a Sunday',
      '2027-11-21',
      1,
      '2027-11-19T20:00:00.000Z',
      { businessDays: 0, when: 'later' },
    ],
    ['of a date in the past', '2027-11-05', 1, RECEIVED, { businessDays: 0, when: 'passed' }],
  ] as const)('a warning that leaves %s tells the true distance', (_name, courtDate, n, at, distance) => {
    const { state, event } = fallDue(received(courtDate), { kind: 'court-warning', n, at }, at);
    const plan = planRequest({ state, calendar, program, courtDate, at });
    const notices = noticesFor({ state, event, plan, previousDueAt: null, calendar, program, courtDate, at });
    expect(notices[0]).toMatchObject({ kind: 'deadline-warning', dueOn: courtDate, ...distance });
  });

  test.each([
    [
      'before the promise',
      '2027-11-18',
      RECEIVED,
      { targetOn: '2027-11-15', courtOn: '2027-11-18', dueOn: '2027-12-01' },
    ],
    ['so near that its target is past', '2027-11-10', RECEIVED, { courtOn: '2027-11-10' }],
    ['after the promise', '2027-12-20', RECEIVED, { dueOn: '2027-12-01' }],
    ['past', '2027-11-05', RECEIVED, {}],
    ['past by the time a form is confirmed', '2027-11-10', '2027-11-12T18:00:00.000Z', {}],
  ] as const)('the receipt of a request whose court date is %s', (_name, courtDate, at, dates) => {
    const opened = openEpisode({ ...OPENING, courtDate });
    const input = { ...opened, previousDueAt: null, calendar, program, courtDate, at };
    const { targetOn, courtOn, dueOn } = noticesFor(input)[0] ?? {};
    expect({ targetOn, courtOn, dueOn }).toEqual({ dueOn: '2027-12-01', ...dates });
  });
});

describe('a deadline that moves while it is past', () => {
  /** Due December 1, 2027; escalated on December 2. */
  const overdue = () => {
    const start = received();
    const first = left(start, '2027-12-02T17:00:00.000Z').filter((line) => line.startsWith('escalation'));
    expect(first).toEqual(['escalation 1 2027-12-02T17:00:00.000Z']);
    let now = start;
    while (now.next && now.next.at <= '2027-12-02T17:00:00.000Z') {
      const { at } = now.next;
      now = dated(fallDue(now, now.next, at).state, at, null);
    }
    return now;
  };

  test('extended into the future, escalations go on from the new due day', () => {
    const extended = decided(overdue(), { kind: 'extend', businessDays: 10 }, '2027-12-03T18:00:00.000Z');
    expect(extended.dueAt).toBe('2027-12-16T01:00:00.000Z');
    expect(
      left(extended, '2027-12-31T00:00:00.000Z').filter((line) => line.startsWith('escalation')),
    ).toEqual(['escalation 1 2027-12-16T17:00:00.000Z', 'escalation 2 2027-12-23T17:00:00.000Z']);
  });

  test('extended, but still past, the next step is the next of the new due day, not one that lies behind', () => {
    const extended = decided(overdue(), { kind: 'extend', businessDays: 1 }, '2027-12-06T18:00:00.000Z');
    expect(extended.dueAt).toBe('2027-12-03T01:00:00.000Z');
    expect(extended.next).toEqual({ kind: 'escalation', n: 2, at: '2027-12-10T17:00:00.000Z' });
  });

  test('an older request merged in brings its date, but no escalations for the past', () => {
    const at = '2027-12-03T18:00:00.000Z';
    const fact = { v: 1 as const, kind: 'merged-in' as const, from: 'r0', courtDateChanged: false };
    const merged = applyFact(received(), { ...fact, receivedAt: '2027-10-12T17:00:00.000Z', at });
    const state = merged && dated(merged.state, at, null);
    expect(state?.dueAt).toBe('2027-11-03T00:00:00.000Z');
    expect(state?.next?.kind).toBe('escalation');
    expect((state?.next?.at ?? '') > at).toBe(true);
  });
});

describe('a silent supervisor', () => {
  const asked = openEpisode({ ...OPENING, supervisor: 'unconfirmed', courtDate: null }).state;
  const until = '2027-11-20T00:00:00.000Z';
  const reminders = (state: RequestState) =>
    left(state, until).filter((line) => line.startsWith('supervisor'));

  test('is reminded at nine, 2 and 5 business days after the mail', () => {
    expect(reminders(asked)).toEqual([
      'supervisor-reminder 2 2027-11-10T17:00:00.000Z',
      'supervisor-reminder 5 2027-11-16T17:00:00.000Z',
    ]);
  });

  test('is not, once they have confirmed', () => {
    const at = '2027-11-09T18:00:00.000Z';
    expect(reminders(decided(asked, { kind: 'confirm-supervisor', confirms: true }, at))).toEqual([]);
  });

  test('who was asked before there were reminders gets the last one, and not all at once', () => {
    const { supervisorAskedAt: _, ...before } = asked;
    expect(reminders(dated(before, RECEIVED, null))).toEqual([
      'supervisor-reminder 5 2027-11-16T17:00:00.000Z',
    ]);
  });
});

describe('a supervisor who refuses while courses are missing', () => {
  const waiting = (): RequestState => ({
    ...received(),
    status: 'awaiting-prerequisites',
    clock: [],
    missing: ['a'],
    supervisor: 'unconfirmed',
  });
  const at = '2027-11-09T18:00:00.000Z';

  test('the requester is asked for another, and then goes on waiting for the courses', () => {
    const refused = decided(waiting(), { kind: 'confirm-supervisor', confirms: false }, at);
    expect(refused).toMatchObject({ status: 'awaiting-information', clock: [] });
    const named = decided(refused, { kind: 'answer-information', newSupervisor: true }, at);
    expect(named).toMatchObject({
      status: 'awaiting-prerequisites',
      supervisor: 'unconfirmed',
      waitingSince: at,
    });
  });

  test('the courses passed meanwhile, the answer starts the clock', () => {
    const refused = decided(waiting(), { kind: 'confirm-supervisor', confirms: false }, at);
    const passed = applyFact(refused, { v: 1, kind: 'course-completed', courseId: 'a', at });
    const named = decided(
      passed?.state as RequestState,
      { kind: 'answer-information', newSupervisor: true },
      at,
    );
    expect(named).toMatchObject({ status: 'queued', clock: [{ type: 'started', at }] });
  });
});

test('a court date far off makes nothing urgent, even while the clock does not run', () => {
  const far = planRequest({
    state: { ...received(), status: 'awaiting-prerequisites', clock: [], missing: ['a'] },
    calendar,
    program,
    courtDate: '2028-06-01',
    at: RECEIVED,
  });
  expect(far.targetIsCourt).toBe(false);
});

test.each(['0000-01-01', '0001-01-01', '9999-12-30', '9999-12-31', 'soon'])(
  'a court date of %s is nothing to plan with, and says so instead of breaking',
  (courtDate) => {
    const state = received();
    expect(() => planRequest({ state, calendar, program, courtDate, at: RECEIVED })).toThrow(CannotPlan);
  },
);
