import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  carryOutOnReview,
  mayDecide,
  offeredOnReview,
  reviewRefusalOf,
} from '../../../src/domain/conduct/decide-review.js';
import { openReview } from '../../../src/domain/conduct/open-review.js';
import { planReview } from '../../../src/domain/conduct/plan-review.js';
import { REVIEW_DECISION_KINDS, reviewSheetOf } from '../../../src/domain/conduct/review-decisions.js';
import { whenReviewIsDue } from '../../../src/domain/conduct/review-due.js';
import { applyReviewFact } from '../../../src/domain/conduct/review-facts.js';
import { REVIEW_MAILS } from '../../../src/domain/conduct/review-mails.js';
import type { ReviewCommand, ReviewEvent, ReviewState } from '../../../src/domain/conduct/review-state.js';
import { isReviewOver, refuses } from '../../../src/domain/conduct/review-statuses.js';
import { STAFF_ROLES, type StaffRole } from '../../../src/domain/people/actor.js';
import { calendarWith, program } from '../calls/program.js';

const HOUR = 3_600_000;
const later = (from: string, hours: number) => new Date(Date.parse(from) + hours * HOUR).toISOString();
const START = '2026-12-01T18:00:00.000Z';
const CLOSURE = {
  date: '2026-12-23',
  name: 'Retreat',
  enteredAt: '2026-12-02T18:00:00.000Z',
  removedAt: null,
};

type Step =
  | { do: 'wait'; hours: number; late: boolean }
  | { do: 'calendar' }
  | { do: 'decide'; kind: ReviewCommand['kind']; by: number; role: StaffRole | null; days: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('wait' as const),
    hours: fc.integer({ min: 1, max: 900 }),
    late: fc.boolean(),
  }),
  fc.constant<Step>({ do: 'calendar' }),
  fc.record({
    do: fc.constant('decide' as const),
    kind: fc.constantFrom(...REVIEW_DECISION_KINDS),
    by: fc.nat(1),
    role: fc.constantFrom<StaffRole | null>(...STAFF_ROLES, 'director', 'director', null, null),
    days: fc.integer({ min: -2, max: 800 }),
  }),
);

/** A review lived through: what the workflow, its activity and its timer do, without either. */
class ReviewWalk {
  state: ReviewState;
  events: ReviewEvent[] = [];
  now = START;
  private calendar = calendarWith([]);

  constructor() {
    const rules = program.conduct;
    const opened = openReview({ reviewId: 'r1', rules, actor: 'user:d0', at: this.now });
    this.state = this.planned(opened.state);
    this.events.push(opened.event);
  }

  private planned(state: ReviewState): ReviewState {
    const { remindersAt } = program.clock;
    return { ...state, ...planReview({ state, calendar: this.calendar, remindersAt }) };
  }

  private take(decided: { state: ReviewState; event: ReviewEvent } | null | undefined): void {
    if (!decided) return;
    this.state = this.planned(decided.state);
    this.events.push(decided.event);
  }

  run(one: Step): void {
    if (one.do === 'wait') this.wait(later(this.now, one.hours), one.late);
    else if (one.do === 'calendar') this.changeCalendar();
    else this.decide(one);
  }

  private changeCalendar(): void {
    this.calendar = calendarWith([CLOSURE]);
    const fact = { v: 1, kind: 'calendar-changed', changeId: `c${this.now}`, at: this.now } as const;
    if (!isReviewOver(this.state.status)) this.take(applyReviewFact(this.state, fact));
  }

  private decide({ kind, role, by, days }: Extract<Step, { do: 'decide' }>): void {
    const actor = role === null ? 'person:p1' : `user:d${by}`;
    const deciding = { actor, role };
    const offered = offeredOnReview(this.state, { ...deciding, others: true }, this.now);
    const mildest = reviewSheetOf(kind).mildest(this.now);
    const asked = (command: ReviewCommand) => ({
      v: 1 as const,
      commandId: `${kind}${this.events.length}`,
      notAfter: this.now,
      onBehalfOf: null,
      ...deciding,
      command,
    });
    const withOthers = (command: ReviewCommand): ReviewCommand =>
      command.kind === 'decide-appeal' ? { ...command, others: true } : command;
    // What a page offers is taken in its mildest form, and what it doesn't offer is refused in every form.
    expect(reviewRefusalOf(this.state, asked(withOthers(mildest)), this.now) === null).toBe(
      offered.includes(kind),
    );
    const command: ReviewCommand = withOthers(
      kind === 'refuse'
        ? { kind, endsAt: later(this.now, days * 24) }
        : kind === 'decide-appeal'
          ? { kind, upheld: days % 2 === 0, others: true }
          : { kind },
    );
    const refused = reviewRefusalOf(this.state, asked(command), this.now);
    if (!offered.includes(kind)) expect(refused).not.toBeNull();
    if (!mayDecide(kind, role)) expect(refused?.code).toBe('forbidden');
    if (refused) return;
    this.take(carryOutOnReview(this.state, asked(command), this.now));
  }

  /** `late`: the desk was away, and everything due comes at once. */
  private wait(until: string, late: boolean): void {
    if (late) this.now = until;
    for (let due = this.state.next; due && due.at <= until; due = this.state.next) {
      if (!late && due.at > this.now) this.now = due.at;
      this.take(whenReviewIsDue(this.state, due, this.now));
    }
    this.now = until;
  }
}

describe('a conduct review, whatever is decided and whenever', () => {
  test('has one status, ends once, refuses no longer than was said, and drowns nobody in mail', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const review = new ReviewWalk();
        for (const one of steps) {
          review.run(one);
          const { state } = review;
          expect(JSON.parse(JSON.stringify(state))).toEqual(state);
          expect(state.seq).toBe(review.events.length - 1);
          if (isReviewOver(state.status)) expect(state.next).toBeNull();
          // Whatever runs has something to wait for: nothing is forgotten.
          else expect(state.next === null ? null : state.next.at > state.openedAt).toBe(true);
          if (refuses(state.status)) expect(state.endsAt !== null && state.endsAt > review.now).toBe(true);
          if (state.appealUntil !== null) expect(state.appealUntil > (state.refusedAt ?? '')).toBe(true);
        }
        const types = review.events.map(({ type }) => type);
        for (const once of ['notified', 'refused', 'appealed', 'dismissed', 'expired', 'appeal-reminded']) {
          expect(types.filter((type) => type === once).length).toBeLessThanOrEqual(1);
        }
        const order = types.filter((type) => ['notified', 'refused', 'appealed'].includes(type));
        expect(order).toEqual(['notified', 'refused', 'appealed'].slice(0, order.length));
        // The person hears nothing before the notice.
        const notice = types.indexOf('notified');
        const told = review.events.flatMap((event, n) => REVIEW_MAILS[event.type](event, stateAt(n)));
        if (notice < 0) expect(told.filter((kind) => kind !== 'conduct-decision-reminder')).toEqual([]);
        // No two of a kind at one moment.
        const stamps = review.events.flatMap((event) =>
          event.actor === 'system' && event.type !== 'calendar-changed' ? [`${event.type} ${event.at}`] : [],
        );
        expect(new Set(stamps).size).toBe(stamps.length);

        function stateAt(n: number): ReviewState {
          const notified = notice >= 0 && n >= notice ? START : null;
          return { ...review.state, notifiedAt: notified };
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the clocks of a review', () => {
  const refusedOn = (at: string, closures = [] as (typeof CLOSURE)[]) => {
    const opened = openReview({ reviewId: 'r', rules: program.conduct, actor: 'user:d', at }).state;
    const state = {
      ...opened,
      status: 'refused' as const,
      notifiedAt: at,
      refusedAt: at,
      refusedBy: 'user:d',
    };
    const { remindersAt } = program.clock;
    return planReview({
      state: { ...state, endsAt: later(at, 4_000) },
      calendar: calendarWith(closures),
      remindersAt,
    });
  };
  test.each([
    ['on a Monday at noon', '2026-12-07T20:00:00.000Z', '2027-01-22T01:00:00.000Z'],
    ['after hours counts as the next day’s', '2026-12-08T02:00:00.000Z', '2027-01-23T01:00:00.000Z'],
  ])('refused %s: an appeal is taken through 17:00 of the thirtieth business day', (_what, at, until) => {
    expect(refusedOn(at).appealUntil).toBe(until);
  });
  test('a closure entered later gives a day more', () => {
    expect(refusedOn('2026-12-07T20:00:00.000Z', [CLOSURE]).appealUntil).toBe('2027-01-23T01:00:00.000Z');
  });
});
