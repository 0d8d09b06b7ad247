import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  carryOutOnIntroduction,
  introductionRefusalOf,
  offeredOnIntroduction,
} from '../../../src/domain/mentors/decide-introduction.js';
import { INTRODUCTION_DECISIONS } from '../../../src/domain/mentors/introduction-decisions.js';
import { whenIntroductionIsDue } from '../../../src/domain/mentors/introduction-due.js';
import { applyIntroductionFact } from '../../../src/domain/mentors/introduction-facts.js';
import { INTRODUCTION_MAILS } from '../../../src/domain/mentors/introduction-mails.js';
import type {
  IntroductionCommand,
  IntroductionEvent,
  IntroductionState,
  Side,
} from '../../../src/domain/mentors/introduction-state.js';
import { asksWhom, isIntroductionOver, isLoad } from '../../../src/domain/mentors/introduction-statuses.js';
import { mayMentorBeProposed } from '../../../src/domain/mentors/may-be-proposed.js';
import { planIntroduction } from '../../../src/domain/mentors/plan-introduction.js';
import { proposeIntroduction } from '../../../src/domain/mentors/propose-introduction.js';
import { rankMentors } from '../../../src/domain/mentors/rank-mentors.js';
import { STAFF_ROLES, type StaffRole } from '../../../src/domain/people/actor.js';
import { REQUEST_STATUSES } from '../../../src/domain/requests/statuses.js';
import { calendarWith, program } from '../calls/program.js';

const HOUR = 3_600_000;
const later = (from: string, hours: number) => new Date(Date.parse(from) + hours * HOUR).toISOString();
const START = '2026-12-01T18:00:00.000Z';
const CLOSURE = {
  date: '2026-12-14',
  name: 'Retreat',
  enteredAt: '2026-12-02T18:00:00.000Z',
  removedAt: null,
};

type By = Side | 'staff';
type Step =
  | { do: 'wait'; hours: number; late: boolean }
  | { do: 'calendar' }
  | { do: 'left' }
  | { do: 'decide'; kind: IntroductionCommand['kind']; by: By; role: StaffRole; free: boolean; met: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('wait' as const),
    hours: fc.integer({ min: 1, max: 500 }),
    late: fc.boolean(),
  }),
  fc.constant<Step>({ do: 'calendar' }),
  fc.constant<Step>({ do: 'left' }),
  ...[1, 2, 3].map(() =>
    fc.record({
      do: fc.constant('decide' as const),
      kind: fc.constantFrom(...INTRODUCTION_DECISIONS, 'consent' as const, 'answer' as const),
      by: fc.constantFrom<By>('requester', 'mentor', 'requester', 'mentor', 'staff'),
      role: fc.constantFrom(...STAFF_ROLES),
      free: fc.boolean(),
      met: fc.boolean(),
    }),
  ),
);

/** An introduction lived through: what the workflow, its activity and its timer do, without either. */
class Walk {
  state: IntroductionState;
  events: IntroductionEvent[] = [];
  now = START;
  private calendar = calendarWith([]);

  constructor() {
    const rules = program.mentoring;
    const begun = proposeIntroduction({ introductionId: 'i1', rules, actor: 'user:a', at: START });
    this.state = this.planned(begun.state);
    this.events.push(begun.event);
  }

  private planned(state: IntroductionState): IntroductionState {
    const { remindersAt } = program.clock;
    return { ...state, ...planIntroduction({ state, calendar: this.calendar, remindersAt }) };
  }

  private take(decided: { state: IntroductionState; event: IntroductionEvent } | null | undefined): void {
    if (!decided) return;
    this.state = this.planned(decided.state);
    this.events.push(decided.event);
  }

  run(one: Step): void {
    if (one.do === 'wait') this.wait(later(this.now, one.hours), one.late);
    else if (one.do === 'decide') this.decide(one);
    else if (one.do === 'left')
      this.take(applyIntroductionFact(this.state, { v: 1, kind: 'mentor-left', at: this.now }));
    else {
      this.calendar = calendarWith([CLOSURE]);
      const fact = { v: 1, kind: 'calendar-changed', changeId: `c${this.now}`, at: this.now } as const;
      this.take(applyIntroductionFact(this.state, fact));
    }
  }

  private decide({ kind, by, role, free, met }: Extract<Step, { do: 'decide' }>): void {
    const deciding =
      by === 'staff' ? { actor: 'user:a', role } : { actor: `person:${by}`, role: null as StaffRole | null };
    const side = by === 'staff' ? 'requester' : by;
    const command = (
      kind === 'end'
        ? { kind, reason: 'other' }
        : kind === 'consent'
          ? { kind, side, mentorFree: free }
          : kind === 'answer'
            ? { kind, side, met, useful: met ? 'yes' : null }
            : { kind, side }
    ) as IntroductionCommand;
    const asked = {
      v: 1 as const,
      commandId: `${kind}${this.events.length}`,
      notAfter: this.now,
      onBehalfOf: null,
      ...deciding,
      command,
    };
    const refused = introductionRefusalOf(this.state, asked, this.now);
    const offered = offeredOnIntroduction(this.state, { ...deciding, side: by, mentorFree: free }, this.now);
    // What a page does not offer is refused in every form; and staff consent for nobody.
    if (!offered.includes(kind)) expect(refused).not.toBeNull();
    if (by === 'staff' && kind !== 'end') expect(refused?.code).toBe('forbidden');
    if (by !== 'staff' && kind === 'end') expect(refused).not.toBeNull();
    if (refused) return;
    this.take(carryOutOnIntroduction(this.state, asked, this.now));
  }

  /** `late`: the desk was away, and everything due comes at once. */
  private wait(until: string, late: boolean): void {
    if (late) this.now = until;
    for (let due = this.state.next; due && due.at <= until; due = this.state.next) {
      if (!late && due.at > this.now) this.now = due.at;
      this.take(whenIntroductionIsDue(this.state, due, this.now));
    }
    this.now = until;
  }
}

describe('an introduction, whatever is decided and whenever', () => {
  test('introduces nobody without both, ends once, and drowns nobody in mail', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const walk = new Walk();
        for (const one of steps) {
          walk.run(one);
          const { state } = walk;
          expect(JSON.parse(JSON.stringify(state))).toEqual(state);
          expect(state.seq).toBe(walk.events.length - 1);
          // Whatever runs has something to wait for: nothing is forgotten.
          expect(state.next === null).toBe(isIntroductionOver(state.status));
          if (asksWhom(state.status)) expect(state.answerBy).not.toBeNull();
        }
        const types = walk.events.map(({ type }) => type);
        const at = (type: string) => types.indexOf(type as never);
        if (at('introduced') >= 0) {
          const [first, second] = [walk.events[at('requester-consented')], walk.events[at('introduced')]];
          expect([first?.actor, second?.actor]).toEqual(['person:requester', 'person:mentor']);
          expect(at('requester-consented')).toBeLessThan(at('introduced'));
        } else expect(isLoad(walk.state.status)).toBe(false);
        const ends = ['mentor-unavailable', 'declined', 'withdrawn', 'unanswered', 'closed', 'ended'];
        expect(types.filter((type) => ends.includes(type)).length).toBeLessThanOrEqual(1);
        const ended = types.findIndex((type) => ends.includes(type));
        if (ended >= 0) expect(ended).toBe(types.length - 1);
        const mails = walk.events.flatMap((event) => INTRODUCTION_MAILS[event.type](event));
        const counts = (kind: string) => mails.filter((one) => one === kind).length;
        for (const kind of mails)
          expect(counts(kind)).toBeLessThanOrEqual(
            kind.endsWith('reminder') ? program.mentoring.reminderBusinessDays.length : 1,
          );
      }),
      { numRuns: 300 },
    );
  });
});

describe('the clocks of an introduction', () => {
  const planOf = (change: Partial<IntroductionState>) => {
    const { state } = proposeIntroduction({
      introductionId: 'i',
      rules: program.mentoring,
      actor: 'user:a',
      at: START,
    });
    const { remindersAt } = program.clock;
    return planIntroduction({ state: { ...state, ...change }, calendar: calendarWith([]), remindersAt });
  };
  test.each<[string, Partial<IntroductionState>, string, string]>([
    ['asked on a Tuesday: reminded two business days later', {}, 'reminder', '2026-12-03T17:00:00.000Z'],
    [
      'reminded once: again after five',
      { remindedAt: '2026-12-03T17:00:00.000Z' },
      'reminder',
      '2026-12-08T17:00:00.000Z',
    ],
    [
      'reminded twice: over at the close of the tenth',
      { remindedAt: '2026-12-08T17:00:00.000Z' },
      'unanswered',
      '2026-12-16T01:00:00.000Z',
    ],
    [
      'introduced: thirty calendar days later, on the next business day at nine',
      { status: 'introduced', introducedAt: '2026-12-03T20:00:00.000Z' },
      'follow-up',
      '2027-01-04T17:00:00.000Z',
    ],
    [
      'asked how it went: closes fourteen days later',
      { status: 'following-up', followedUpAt: '2027-01-04T17:00:00.000Z' },
      'close',
      '2027-01-19T17:00:00.000Z',
    ],
  ])('%s', (_what, change, kind, at) => {
    expect(planOf(change).next).toEqual({ kind, at });
  });
  test('a calendar that changes takes no time away', () => {
    expect(planOf({ answerBy: '2026-12-18T01:00:00.000Z' }).answerBy).toBe('2026-12-18T01:00:00.000Z');
  });
});

describe('a request that a mentor may be proposed for', () => {
  test.each(REQUEST_STATUSES)('%s', (status) => {
    const over = ['closed', 'declined', 'withdrawn', 'merged', 'lapsed'];
    expect(mayMentorBeProposed(status)).toBe(!over.includes(status));
  });
});

describe('whom pages suggest', () => {
  const mentor = (id: string, topics: string[], states: string[], free: number) => ({
    ...{ id, name: id, topics, states, free },
  });
  test('by area, then state, then room; nobody who has none', () => {
    const pool = [
      mentor('civil in CA', ['civil'], ['CA'], 5),
      mentor('both, elsewhere', ['civil', 'immigration'], ['NY'], 5),
      mentor('both, anywhere', ['civil', 'immigration'], [], 1),
      mentor('both, in CA', ['civil', 'immigration'], ['CA'], 1),
      mentor('both, in CA, more room', ['civil', 'immigration'], ['CA'], 2),
      mentor('full', ['civil', 'immigration'], ['CA'], 0),
    ];
    const ranked = rankMentors(pool, { topics: ['immigration', 'civil'], state: 'CA' });
    expect(ranked.map(({ id }) => id)).toEqual([
      'both, in CA, more room',
      'both, in CA',
      'both, anywhere',
      'both, elsewhere',
      'civil in CA',
    ]);
    expect(ranked[0]?.why).toEqual({ topics: ['immigration', 'civil'], state: 'named', free: 2 });
  });
});
