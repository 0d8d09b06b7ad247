import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decisionLinks } from '../../../src/api/pages/staff/request/decision-links.js';
import { en } from '../../../src/api/text/en/en.js';
import { say } from '../../../src/api/text/say.js';
import { STAFF_ROLES, type StaffRole } from '../../../src/domain/people/actor.js';
import { openFollowUp } from '../../../src/domain/requests/after-answer.js';
import { refusalOf } from '../../../src/domain/requests/decide.js';
import type { DecisionKind } from '../../../src/domain/requests/decision.schema.js';
import { DECLINE_POLICIES, mayJudge } from '../../../src/domain/requests/decisions/decline.js';
import type { Deciding } from '../../../src/domain/requests/decisions/sheet.js';
import type { RequestCommand } from '../../../src/domain/requests/decisions.js';
import { DECISION_KINDS } from '../../../src/domain/requests/decisions.js';
import { offeredDecisions, roleMayDecide, roleMayDecideSo } from '../../../src/domain/requests/offered.js';
import type { FollowUp, RequestState } from '../../../src/domain/requests/state.js';
import { DRAFT_STATUSES, isOpen, REQUEST_STATUSES } from '../../../src/domain/requests/statuses.js';
import { MOST_OPEN_TASKS } from '../../../src/domain/requests/tasks.js';
import { AT, envelopeOf, openState } from './request-states.js';

const ME = 'user:me';
const COLLEAGUE = 'user:colleague';

/** Open, with a second person, and answered. */
const FOLLOW_UPS: FollowUp[] = [
  { askedAt: AT, clock: [{ type: 'started', at: AT }], answeredAt: null, inReview: false },
  { askedAt: AT, clock: [{ type: 'started', at: AT }], answeredAt: null, inReview: true },
  {
    askedAt: AT,
    clock: [
      { type: 'started', at: AT },
      { type: 'stopped', at: AT },
    ],
    answeredAt: AT,
    inReview: false,
  },
];

const someTasks = (n: number) =>
  Array.from({ length: n }, (_, at) => ({
    id: `t${at + 1}`,
    n: at + 1,
    assigneeId: 's1',
    dueOn: '2026-12-02',
    since: AT,
  }));

/** Every status with every clock, supervisor, author and setting of a program, whether a life leads there or not. */
const states: fc.Arbitrary<RequestState> = fc
  .record({
    status: fc.constantFrom(...REQUEST_STATUSES),
    clock: fc.constantFrom<RequestState['clock']>([], [{ type: 'started', at: AT }]),
    supervisor: fc.constantFrom<RequestState['supervisor']>(
      'not-needed',
      'unconfirmed',
      'confirmed',
      'refused',
    ),
    assigneeId: fc.constantFrom(null, 's1'),
    extensions: fc.nat(2),
    reviewRequired: fc.boolean(),
    secondExtensionNeedsDirector: fc.boolean(),
    maxExtension: fc.constantFrom(1, 5, 10),
    draftAuthor: fc.constantFrom(null, ME, COLLEAGUE),
    draftId: fc.constantFrom(undefined, null, 'd1', 'd2'),
    followUp: fc.constantFrom(undefined, ...FOLLOW_UPS),
    tasks: fc.constantFrom(0, 1, MOST_OPEN_TASKS),
  })
  .map(({ followUp, tasks, ...over }) =>
    openState({ ...over, ...(followUp ? { followUp } : {}), ...(tasks ? { tasks: someTasks(tasks) } : {}) }),
  );
const deciding: fc.Arbitrary<Deciding> = fc.record({
  state: states,
  actor: fc.constant(ME),
  role: fc.constantFrom<StaffRole | null>(...STAFF_ROLES, null),
  draft: fc.constantFrom(null, { id: 'd1', author: ME }, { id: 'd1', author: COLLEAGUE }),
});

/** Every command a decision of this kind may lead to. Without a draft there is none to name. */
function commandsOf(kind: DecisionKind, { draft, state }: Deciding): RequestCommand[] {
  switch (kind) {
    case 'assign':
      return [{ kind, assigneeId: 's2' }];
    case 'extend':
      return [1, state.maxExtension, state.maxExtension + 1, 260].map((businessDays) => ({
        kind,
        businessDays,
      }));
    case 'decline':
      return DECLINE_POLICIES.map((policy) => ({ kind, policy }));
    case 'submit-for-review':
    case 'send-response':
      return draft ? [{ kind, draftAuthor: draft.author, draftId: draft.id }] : [];
    case 'redirect':
      return [
        { kind, to: 'workshop' },
        { kind, to: 'legal-working-group' },
      ];
    case 'merge':
      return [{ kind, into: 'r2' }];
    case 'reprioritise':
      return [true, false].map((urgent) => ({ kind, urgent }));
    case 'reclassify':
      return [
        { kind, requestKind: 'case-consultation', documentKind: null, missing: [] },
        { kind, requestKind: 'document-review', documentKind: 't-visa-rfe', missing: ['a'] },
      ];
    case 'add-task':
      return [{ kind, task: 't9', assigneeId: 's1', dueOn: '2026-12-02' }];
    case 'change-task':
      return [{ kind, task: 't1', dueOn: '2026-12-02' }];
    case 'finish-task':
    case 'cancel-task':
      return [{ kind, task: 't1' }];
    case 'note':
    case 'reply':
    case 'refuse-reopening':
    case 'draft-response':
    case 'answer-follow-up':
      return [];
    default:
      return [{ kind }];
  }
}

/** What the API and the process say together. */
function isTaken({ state, actor, role }: Deciding, command: RequestCommand): boolean {
  const asked = {
    kind: command.kind as DecisionKind,
    ...('policy' in command ? { policy: command.policy } : {}),
  };
  return roleMayDecideSo(role, asked) && refusalOf(state, envelopeOf(command, { actor, role })) === null;
}

test('what a page offers is accepted; what it hides is refused, in whatever form', () => {
  fc.assert(
    fc.property(deciding, fc.constantFrom(...DECISION_KINDS), (who, kind) => {
      const isOffered = offeredDecisions(who).includes(kind);
      const shown = decisionLinks(en, 'r1', offeredDecisions(who), { decision: null, short: '' }).others.map(
        (link) => link.kind,
      );
      expect(shown.includes(kind)).toBe(isOffered);
      if (kind === 'note') return expect(isOffered).toBe(who.role !== null);
      if (kind === 'reply') return expect(isOffered).toBe(who.role !== null && isOpen(who.state.status));
      if (kind === 'refuse-reopening') {
        const asked = offeredDecisions({ ...who, reopeningAsked: true }).includes(kind);
        return expect([isOffered, asked]).toEqual([false, roleMayDecide(who.role, 'refuse-reopening')]);
      }
      if (kind === 'answer-follow-up') {
        const waits = openFollowUp(who.state)?.inReview === false;
        return expect(isOffered).toBe(roleMayDecide(who.role, kind) && waits);
      }
      if (kind === 'draft-response') {
        return expect(isOffered).toBe(
          roleMayDecide(who.role, 'draft-response') && DRAFT_STATUSES.includes(who.state.status),
        );
      }
      expect(commandsOf(kind, who).some((command) => isTaken(who, command))).toBe(isOffered);
    }),
    { numRuns: 20_000 },
  );
});

test('a refusal of the process names codes and numbers alone, and there are words for it', () => {
  fc.assert(
    fc.property(deciding, fc.constantFrom(...DECISION_KINDS), (who, kind) => {
      for (const command of commandsOf(kind, who)) {
        const refused = refusalOf(who.state, envelopeOf(command, who));
        if (!refused) continue;
        const named = Object.values(refused.params ?? {});
        expect(named.filter((one) => typeof one !== 'number' && !/^[a-z-]+$/.test(one))).toEqual([]);
        expect(say(en, refused)).toMatch(/^["A-Z](?!.*undefined).*[.]$/);
      }
    }),
    { numRuns: 5_000 },
  );
});

test('what its form lets choose is accepted: days up to the program’s number, policies of one’s role', () => {
  fc.assert(
    fc.property(deciding, (who) => {
      const offered = offeredDecisions(who);
      const days = [1, who.state.maxExtension].map(
        (businessDays): RequestCommand => ({ kind: 'extend', businessDays }),
      );
      if (offered.includes('extend')) expect(days.every((command) => isTaken(who, command))).toBe(true);
      const judges = mayJudge(who.role);
      const policies = DECLINE_POLICIES.filter(
        (policy) => judges || (policy !== 'ethics' && policy !== 'overuse'),
      ).map((policy): RequestCommand => ({ kind: 'decline', policy }));
      if (offered.includes('decline')) expect(policies.every((command) => isTaken(who, command))).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});

describe('extending', () => {
  const by = (over: Partial<RequestState>, role: StaffRole) =>
    offeredDecisions({ state: openState(over), actor: ME, role, draft: null }).includes('extend');
  test.each<[string, Partial<RequestState>, StaffRole, boolean]>([
    ['a first time, by anybody', {}, 'coordinator', true],
    ['a second time, where that needs a director', { extensions: 1 }, 'attorney', false],
    ['a second time, by a director', { extensions: 1 }, 'director', true],
    [
      'a second time, where the program lets anybody',
      { extensions: 1, secondExtensionNeedsDirector: false },
      'attorney',
      true,
    ],
    [
      'while no clock has started: another supervisor is awaited',
      { status: 'awaiting-information', clock: [], supervisor: 'refused' },
      'director',
      false,
    ],
  ])('%s', (_what, over, role, offered) => {
    expect(by(over, role)).toBe(offered);
  });
});

test.each(REQUEST_STATUSES)('the requester’s page offers what is accepted: %s', (status) => {
  const asks = (command: RequestCommand) =>
    refusalOf(openState({ status }), envelopeOf(command, { role: null, actor: 'person:p1' })) === null;
  // As `request-page-view.ts` shows them.
  expect(asks({ kind: 'withdraw' })).toBe(isOpen(status));
  expect(asks({ kind: 'change-deadline' })).toBe(isOpen(status));
  expect(asks({ kind: 'answer-information', newSupervisor: false })).toBe(status === 'awaiting-information');
  const another = (supervisor: RequestState['supervisor']) =>
    refusalOf(
      openState({ status, supervisor }),
      envelopeOf({ kind: 'name-supervisor' }, { role: null, actor: 'person:p1' }),
    ) === null;
  expect(
    ['unconfirmed', 'refused', 'confirmed', 'not-needed'].map((one) => another(one as 'refused')),
  ).toEqual([isOpen(status), isOpen(status), false, false]);
  expect(asks({ kind: 'ask-follow-up' })).toBe(status === 'responded');
});
