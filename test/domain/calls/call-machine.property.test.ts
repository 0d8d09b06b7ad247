import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyCallFact } from '../../../src/domain/calls/call-facts.js';
import { CALL_STATUSES, isLive } from '../../../src/domain/calls/call-statuses.js';
import { CallWalk } from './call-walk.js';
import { socialServices, workingGroup } from './program.js';

const HOUR = 3_600_000;
const later = (from: string, hours: number) => new Date(Date.parse(from) + hours * HOUR).toISOString();

type Step =
  | { do: 'next'; hours: number }
  | { do: 'wait'; hours: number; late: boolean }
  | { do: 'move'; hours: number }
  | { do: 'close' | 'open' | 'attendance' }
  | { do: 'staff'; kind: 'cancel' | 'confirm' | 'publish-recap' | 'mark-attendance' }
  | { do: 'select'; count: number };

const steps = fc.array(
  fc.oneof(
    // Most of what can go wrong happens around the call's own times.
    {
      weight: 8,
      arbitrary: fc.record({ do: fc.constant('next' as const), hours: fc.integer({ min: -2, max: 2 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('wait' as const),
        hours: fc.integer({ min: 0, max: 200 }),
        late: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('move' as const),
        hours: fc.oneof(fc.integer({ min: -48, max: 400 }), fc.constantFrom(1, 2, 24, 48, -24)),
      }),
    },
    { weight: 2, arbitrary: fc.constantFrom<Step>({ do: 'close' }, { do: 'open' }, { do: 'attendance' }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Step>(
        { do: 'staff', kind: 'confirm' },
        { do: 'staff', kind: 'publish-recap' },
        { do: 'staff', kind: 'mark-attendance' },
        { do: 'staff', kind: 'cancel' },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('select' as const), count: fc.integer({ min: 0, max: 7 }) }),
    },
  ),
  { maxLength: 30 },
);

/** First and other Wednesdays, a holiday, Thanksgiving, Christmas Eve. */
const calls = fc.constantFrom(
  ['2026-12-02', workingGroup] as const,
  ['2026-12-09', workingGroup] as const,
  ['2026-11-11', workingGroup] as const,
  ['2026-11-26', socialServices] as const,
  ['2026-12-24', socialServices] as const,
);

function take(call: CallWalk, step: Step): void {
  switch (step.do) {
    case 'next':
      if (call.state.next) call.untilInstant(later(call.state.next.at, step.hours));
      return;
    case 'wait':
      call.untilInstant(later(call.now, step.hours), step.late);
      return;
    case 'move':
      call.moveToInstant(later(call.now, step.hours));
      return;
    case 'close':
      call.close(call.state.times.date);
      return;
    case 'open':
      call.open(call.state.times.date);
      return;
    case 'attendance':
      call.attendance();
      return;
    case 'staff':
      call.staff({ kind: step.kind });
      return;
    case 'select':
      call.staff({ kind: 'select', count: step.count });
  }
}

function checkWhole(call: CallWalk): void {
  const { state } = call;
  const { times } = state;
  expect(CALL_STATUSES).toContain(state.status);
  expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  expect(state.seq).toBe(call.events.length - 1);
  expect(times.questionsCloseAt <= times.selectUntil).toBe(true);
  expect(times.selectUntil <= times.startsAt && times.startsAt < times.endsAt).toBe(true);
  expect(times.reminderAt < times.startsAt && times.windowOpensAt <= times.startsAt).toBe(true);
  expect(state.status === 'cancelled').toBe(state.cancelReason !== null);
  expect(state.selectedAt !== null).toBe(
    call.events.findLastIndex(({ type }) => type === 'selection-closed') >
      call.events.findLastIndex(({ data }) => data.reopened === true),
  );
  if (call.over) expect(state.next).toBeNull();
  // Whatever is not over has something to wait for: no call is ever forgotten.
  else expect(state.next).not.toBeNull();
}

function checkStory(call: CallWalk): void {
  const { events } = call;
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index));
  expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort());
  const types = events.map(({ type }) => type);
  const cancelledAt = types.indexOf('cancelled');
  if (cancelledAt >= 0) {
    const after = types.slice(cancelledAt + 1);
    expect(after.every((type) => type === 'handed-over')).toBe(true);
    expect(after.length).toBeLessThanOrEqual(1);
  }
  // Absence is judged when the call is over and somebody told who was there; neither earlier nor never.
  const settled = events.findIndex(({ data }) => data.settlesAbsence);
  const held = types.indexOf('held');
  expect(settled >= 0).toBe(held >= 0 && types.includes('attendance-known'));
  if (settled >= 0) expect(settled).toBeGreaterThanOrEqual(held);
  const reminded = events.flatMap(({ type, data }) => (type.startsWith('remind') ? [data.date] : []));
  expect(new Set(reminded).size).toBe(reminded.length);
  for (const once of [
    'held',
    'handed-over',
    'completed',
    'cancelled',
    'recap-published',
    'retired',
  ] as const) {
    expect(types.filter((type) => type === once).length).toBeLessThanOrEqual(1);
  }
}

describe('whatever people do, in any order and however late', () => {
  test('a call stays whole, nothing follows a cancellation but the hand-over, one reminder for a date', () => {
    fc.assert(
      fc.property(calls, steps, fc.integer({ min: 0, max: 3 }), ([date, series], taken, questions) => {
        const call = new CallWalk(date, '2026-10-01 09:00', series);
        call.questions = questions;
        checkWhole(call);
        for (const step of taken) {
          const before = call.state;
          take(call, step);
          checkWhole(call);
          if (!isLive(before.status)) expect(isLive(call.state.status)).toBe(false);
        }
        checkStory(call);
      }),
      { numRuns: 300 },
    );
  });

  test('left alone from then on, it comes to its end', () => {
    fc.assert(
      fc.property(calls, steps, ([date, series], taken) => {
        const call = new CallWalk(date, '2026-10-01 09:00', series);
        for (const step of taken) take(call, step);
        call.untilInstant(later(call.now, 24 * 365));
        expect(call.over).toBe(true);
        expect(['cancelled', 'completed']).toContain(call.state.status);
        // What comes to a call that is over changes nothing.
        for (const kind of ['cancel', 'confirm', 'publish-recap', 'mark-attendance'] as const) {
          expect(call.staff({ kind })).toBe('not-allowed-now');
        }
        const at = call.now;
        expect(applyCallFact(call.state, { v: 1, kind: 'attendance-known', at })).toBeNull();
        expect(applyCallFact(call.state, { v: 1, kind: 'calendar-changed', changeId: 'k', at })).toBeNull();
        checkStory(call);
      }),
      { numRuns: 200 },
    );
  });
});
