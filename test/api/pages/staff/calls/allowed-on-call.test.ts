import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allowedOnCall } from '../../../../../src/api/pages/staff/calls/allowed-on-call.js';
import type { CallCommand } from '../../../../../src/domain/calls/call-decisions.js';
import type { CallState } from '../../../../../src/domain/calls/call-state.js';
import { CALL_STATUSES } from '../../../../../src/domain/calls/call-statuses.js';
import { callRefusalOf } from '../../../../../src/domain/calls/decide-call.js';

const MINUTE = 60_000;
const START = Date.parse('2026-12-02T20:00:00.000Z');
const at = (minutes: number) => new Date(START + minutes * MINUTE).toISOString();
const times: CallState['times'] = {
  date: '2026-12-02',
  startsAt: at(0),
  endsAt: at(60),
  windowOpensAt: at(-9_000),
  questionsCloseAt: at(-1_320),
  selectUntil: at(-1_140),
  reminderAt: at(-180),
  flagAt: at(-20_000),
};

const states: fc.Arbitrary<CallState> = fc
  .record({
    status: fc.constantFrom(...CALL_STATUSES),
    dayOff: fc.constantFrom<CallState['dayOff']>(null, { kind: 'holiday', since: at(-20_000) }),
    flagged: fc.boolean(),
    staffConfirmed: fc.boolean(),
    recapPublishedAt: fc.constantFrom(null, at(100)),
    retired: fc.boolean(),
    handedOver: fc.boolean(),
  })
  .map((over) => ({
    v: 1,
    callId: 'legal-working-group-2026-12-02',
    seriesId: 'legal-working-group',
    topic: 'trafficking-analysis',
    seq: 3,
    times,
    rules: { maxQuestions: 3, cancelWithoutQuestions: true, convertAfterBusinessDays: 3 },
    selectedCount: 0,
    selectedAt: null,
    cancelReason: null,
    cancelledAt: null,
    reminded: [],
    movedAt: null,
    attendanceKnownAt: null,
    next: null,
    handled: [],
    ...over,
  }));
const moments = fc.constantFrom(-10_000, -1_321, -1_320, -1_140, -200, -1, 0, 30, 60, 61, 20_000).map(at);

/** The same call later, by hours, days and weeks; one of them fits whenever any does. */
const moves: CallCommand[] = [90, 1_440, 10_080, 43_200].map((minutes) => {
  const later = (instant: string) => new Date(Date.parse(instant) + minutes * MINUTE).toISOString();
  return {
    kind: 'reschedule',
    times: {
      ...times,
      startsAt: later(times.startsAt),
      endsAt: later(times.endsAt),
      questionsCloseAt: later(times.questionsCloseAt),
      selectUntil: later(times.selectUntil),
    },
  };
});

test('what the pages of a call offer is accepted; what they hide is refused', () => {
  fc.assert(
    fc.property(states, moments, (state, now) => {
      const taken = (command: CallCommand) => callRefusalOf(state, { command, commandId: 'c' }, now) === null;
      const row = { dayOff: state.dayOff ? 'Holiday' : null } as Parameters<typeof allowedOnCall>[0]['row'];
      const { pages, select, attendance } = allowedOnCall({ row, state, now, status: state.status });
      expect(pages.move).toBe(moves.some(taken));
      expect(pages.cancel).toBe(taken({ kind: 'cancel' }));
      expect(pages.recap).toBe(taken({ kind: 'publish-recap' }));
      expect(select).toBe([0, 1, 3].some((count) => taken({ kind: 'select', count })));
      expect(attendance).toBe(taken({ kind: 'mark-attendance' }));
      // Confirming is taken early too, so that a closure entered later finds it said; the page asks for it when
      // something stands against the call.
      const questioned = state.dayOff !== null || state.flagged;
      expect(pages.confirm).toBe(questioned && taken({ kind: 'confirm' }));
    }),
    { numRuns: 5_000 },
  );
});
