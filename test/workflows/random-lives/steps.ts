import fc from 'fast-check';
import type { StaffRole } from '../../../src/domain/people/actor.js';

/** Who acts outside the staff: it is their request, their supervisor named in it, or nothing of theirs. */
export type Outsider = 'requester' | 'supervisor' | 'stranger';

/** What may happen to requests, in any order. `which` picks one of those sent so far; `word` stands for what is typed. */
export type Step =
  | { does: 'submits'; supervised: boolean; tVisa: boolean; courtInDays: number | null }
  | { does: 'decides'; as: StaffRole; what: Deciding; which: number; cut: boolean }
  | { does: 'acts'; who: Outsider; what: Acting; which: number; cut: boolean }
  /** What those who do their work would do next. */
  | { does: 'goes on'; which: number; cut: boolean }
  | { does: 'completes'; course: 'human-trafficking-defined' | 't-visas-part-1'; passed: boolean }
  /** About whoever asks: whether they are refused assistance. */
  | { does: 'reviews'; what: Reviewing | 'next'; cut: boolean }
  /** Of whoever asks and the stranger, as their mentor. */
  | { does: 'introduces'; what: Introducing; cut: boolean }
  | { does: 'documents'; what: 'adds' | 'removes'; who: Outsider; which: number; cut: boolean }
  /** Another supervisor, or the first one again. */
  | { does: 'names'; who: Outsider; another: boolean; which: number; cut: boolean }
  /** Whoever asks has a second record, with a request of its own, and the two become one. */
  | { does: 'becomes one'; into: 'first' | 'second'; cut: boolean }
  | { does: 'adds an address' }
  | { does: 'assigns several'; as: StaffRole; twice: boolean }
  /** The worker dies when it has done something and before it can say so, so many times. */
  | { does: 'is killed'; which: number; times: number }
  | { does: 'closes the office'; inDays: number }
  | { does: 'waits'; hours: number };

export const DECIDING = [
  'assign',
  'request-information',
  'redirect',
  'decline',
  'extend',
  'draft-response',
  'submit-for-review',
  'return-response',
  'send-response',
  'merge',
  'reprioritise',
  'close',
  'reopen',
  'refuse-reopening',
  'note',
  'add-task',
  'finish-task',
  'reply',
  'reclassify',
  'change-deadline',
  'answer-follow-up',
] as const;
export type Deciding = (typeof DECIDING)[number];

export const ACTING = [
  'information',
  'withdrawal',
  'confirms',
  'says no',
  'correspondence',
  'reopening',
  'follow-up',
  'feedback',
] as const;
export type Acting = (typeof ACTING)[number];

export const INTRODUCING = ['next', 'decline', 'withdraw', 'end', 'leave'] as const;
export type Introducing = (typeof INTRODUCING)[number];

export const REVIEWING = ['open', 'notify', 'reply', 'refuse', 'dismiss', 'appeal', 'decide-appeal'] as const;
export type Reviewing = (typeof REVIEWING)[number];

const which = fc.nat(2);
/** The database goes away while it is under way; whoever did it tries again under the same key. */
const cut = fc.integer({ min: 1, max: 8 }).map((n) => n === 1);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ does: fc.constant('goes on' as const), which, cut }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('submits' as const),
      supervised: fc.boolean(),
      tVisa: fc.boolean(),
      courtInDays: fc.option(fc.integer({ min: 1, max: 60 })),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      does: fc.constant('decides' as const),
      as: fc.constantFrom<StaffRole>('coordinator', 'attorney', 'reviewer', 'director', 'admin'),
      what: fc.constantFrom(...DECIDING),
      which,
      cut,
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      does: fc.constant('acts' as const),
      who: fc.constantFrom<Outsider>('requester', 'requester', 'supervisor', 'supervisor', 'stranger'),
      what: fc.constantFrom(...ACTING),
      which,
      cut,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('reviews' as const),
      what: fc.constantFrom('next' as const, 'next' as const, 'next' as const, ...REVIEWING),
      cut,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('introduces' as const),
      what: fc.constantFrom<Introducing>('next', 'next', 'next', 'next', ...INTRODUCING),
      cut,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('documents' as const),
      what: fc.constantFrom('adds' as const, 'adds' as const, 'removes' as const),
      who: fc.constantFrom<Outsider>('requester', 'requester', 'supervisor', 'stranger'),
      which,
      cut,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('names' as const),
      who: fc.constantFrom<Outsider>('requester', 'requester', 'supervisor', 'stranger'),
      another: fc.boolean(),
      which,
      cut,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('becomes one' as const),
      into: fc.constantFrom('first' as const, 'second' as const),
      cut,
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('adds an address' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('assigns several' as const),
      as: fc.constantFrom<StaffRole>('coordinator', 'attorney', 'director'),
      twice: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('is killed' as const),
      which,
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('completes' as const),
      course: fc.constantFrom('human-trafficking-defined' as const, 't-visas-part-1' as const),
      passed: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('closes the office' as const),
      inDays: fc.integer({ min: 1, max: 30 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('waits' as const),
      hours: fc.integer({ min: 1, max: 24 * 20 }),
    }),
  },
);

/** A life begins with a request; a second one is often there soon. */
export const lives: fc.Arbitrary<Step[]> = fc
  .tuple(
    fc.record({
      does: fc.constant('submits' as const),
      supervised: fc.boolean(),
      tVisa: fc.boolean(),
      courtInDays: fc.option(fc.integer({ min: 1, max: 60 })),
    }),
    fc.array(step, { minLength: 12, maxLength: 25 }),
  )
  .map(([first, rest]) => [first, ...rest]);
