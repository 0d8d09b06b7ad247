import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RequestCommandEnvelope, RequestFact } from '../../../src/domain/requests/command.js';
import { carryOut, refusalOf } from '../../../src/domain/requests/decide.js';
import { DECISIONS, type RequestCommand, THEIRS } from '../../../src/domain/requests/decisions.js';
import { applyFact } from '../../../src/domain/requests/facts.js';
import type { RequestState } from '../../../src/domain/requests/state.js';
import {
  isEnded,
  isOpen,
  REQUEST_STATUSES,
  type RequestStatus,
} from '../../../src/domain/requests/statuses.js';
import { dataOutside } from '../../../src/domain/requests/told-outside.js';
import { AT, answeredWith, envelopeOf as envelope, FOLLOW_UP, openState as state } from './request-states.js';

describe('a draft that comes with its decision', () => {
  const changed = { kind: 'return-response' as const, reworded: true };
  const submitted = { kind: 'submit-for-review' as const, draftAuthor: 'user:author', draftId: 'd2' };
  test.each<[string, Partial<RequestState>, RequestCommand, object]>([
    ['changed and returned', { status: 'in-review', draftAuthor: 'user:a' }, changed, { reworded: true }],
    ['returned as it was', { status: 'in-review', draftAuthor: 'user:a' }, { kind: 'return-response' }, {}],
    ['saved and submitted', { status: 'queued' }, { ...submitted, reworded: true }, { reworded: true }],
    ['submitted as it was saved', { status: 'queued' }, submitted, {}],
    ['begun from a version', { status: 'queued' }, { ...submitted, begunFrom: 'd1' }, { begunFrom: 'd1' }],
    [
      'begun from none',
      { status: 'in-review' },
      { ...changed, begunFrom: null },
      { reworded: true, begunFrom: null },
    ],
    [
      'of a follow-up, changed and returned',
      answeredWith({ ...FOLLOW_UP, inReview: true }),
      changed,
      { followUp: true, reworded: true },
    ],
  ])('%s', (_what, over, command, data) => {
    const { event, state: after } = carryOut(state(over), envelope(command), AT);
    expect(event.data).toEqual(data);
    // Staff's alone.
    expect(dataOutside({ ...event.data })).not.toHaveProperty('reworded');
    expect(dataOutside({ ...event.data })).not.toHaveProperty('begunFrom');
    if (command.kind === 'submit-for-review') expect(after.draftId).toBe('d2');
  });
});

describe('what may be decided when', () => {
  const send: RequestCommand = { kind: 'send-response', draftAuthor: 'user:author' };
  test.each<[string, Partial<RequestState>, RequestCommand, Partial<RequestCommandEnvelope>, string | null]>([
    ['an unassigned request is assigned', {}, { kind: 'assign', assigneeId: 's1' }, {}, null],
    [
      'a closed request is not assigned',
      { status: 'closed' },
      { kind: 'assign', assigneeId: 's1' },
      {},
      'not-allowed-now',
    ],
    ['a response is sent from review by somebody else', { status: 'in-review' }, send, {}, null],
    ['nobody sends their own draft', { status: 'in-review' }, send, { actor: 'user:author' }, 'own-draft'],
    [
      'another key of the same program may send it',
      { status: 'in-review' },
      send,
      { actor: 'key:other' },
      null,
    ],
    [
      'nobody returns their own draft',
      { status: 'in-review', draftAuthor: 'user:author' },
      { kind: 'return-response' },
      { actor: 'user:author' },
      'own-draft',
    ],
    ['a draft goes to review first', { status: 'in-progress' }, send, {}, 'not-allowed-now'],
    [
      'with one attorney, review is left out',
      { status: 'in-progress', reviewRequired: false },
      send,
      { actor: 'user:author' },
      null,
    ],
    [
      'with one attorney, the follow-up’s review is left out too',
      { ...answeredWith(FOLLOW_UP), reviewRequired: false },
      send,
      { actor: 'user:author' },
      null,
    ],
    [
      'else nobody sends their own answer to a follow-up, submitted or not',
      answeredWith(FOLLOW_UP),
      send,
      { actor: 'user:author' },
      'own-draft',
    ],
    [
      'an unconfirmed supervisor holds the response',
      { status: 'in-review', supervisor: 'unconfirmed' },
      send,
      {},
      'not-allowed-now',
    ],
    [
      'a refused supervisor holds the response',
      { status: 'in-review', supervisor: 'refused' },
      send,
      {},
      'not-allowed-now',
    ],
    [
      'five more days by a coordinator',
      {},
      { kind: 'extend', businessDays: 5 },
      { role: 'coordinator' },
      null,
    ],
    [
      'six more days need a director',
      {},
      { kind: 'extend', businessDays: 6 },
      { role: 'coordinator' },
      'forbidden',
    ],
    ['six more days by a director', {}, { kind: 'extend', businessDays: 6 }, { role: 'director' }, null],
    [
      'a second extension needs a director',
      { extensions: 1 },
      { kind: 'extend', businessDays: 1 },
      { role: 'attorney' },
      'forbidden',
    ],
    [
      'a second extension by an admin',
      { extensions: 1 },
      { kind: 'extend', businessDays: 1 },
      { role: 'admin' },
      null,
    ],
    [
      'a request that waits for courses has no clock to extend',
      { status: 'awaiting-prerequisites', clock: [] },
      { kind: 'extend', businessDays: 1 },
      { role: 'director' },
      'not-allowed-now',
    ],
    [
      'nothing is asked while an answer is awaited',
      { status: 'awaiting-information' },
      { kind: 'request-information' },
      {},
      'not-allowed-now',
    ],
    ['an answer to nothing', {}, { kind: 'answer-information', newSupervisor: false }, {}, 'not-allowed-now'],
    [
      'declining for ethics is the director’s',
      {},
      { kind: 'decline', policy: 'ethics' },
      { role: 'attorney' },
      'forbidden',
    ],
    [
      'declining for scope is anybody’s',
      {},
      { kind: 'decline', policy: 'scope' },
      { role: 'coordinator' },
      null,
    ],
    ['an unanswered request is not closed', {}, { kind: 'close' }, {}, 'not-allowed-now'],
    ['an answered request is closed', { status: 'responded' }, { kind: 'close' }, {}, null],
    ['an answered request is reopened', { status: 'responded' }, { kind: 'reopen' }, {}, null],
    ['an open request is not reopened', {}, { kind: 'reopen' }, {}, 'not-allowed-now'],
    ['a request is not merged into itself', {}, { kind: 'merge', into: 'r1' }, {}, 'invalid'],
    [
      'a request is not merged into another person’s',
      {},
      { kind: 'merge', into: 'r2', samePerson: false },
      {},
      'invalid',
    ],
    ['two requests of one person are merged', {}, { kind: 'merge', into: 'r2', samePerson: true }, {}, null],
    [
      'a supervisor nobody named does not confirm',
      {},
      { kind: 'confirm-supervisor', confirms: true },
      {},
      'not-allowed-now',
    ],
    [
      'a supervisor confirms once',
      { supervisor: 'confirmed' },
      { kind: 'confirm-supervisor', confirms: false },
      {},
      'not-allowed-now',
    ],
    [
      'an answered request is not withdrawn',
      { status: 'responded' },
      { kind: 'withdraw' },
      {},
      'not-allowed-now',
    ],
  ])('%s', (_name, over, command, envelopeOver, code) => {
    expect(refusalOf(state(over), envelope(command, envelopeOver))?.code ?? null).toBe(code);
  });
});

describe('what a decision does', () => {
  const decided = (over: Partial<RequestState>, command: RequestCommand) =>
    carryOut(state(over), envelope(command), AT);

  test('asking back pauses the clock; the answer resumes it where the work was', () => {
    const asked = decided({ status: 'in-progress', assigneeId: 's1' }, { kind: 'request-information' });
    expect(asked.state).toMatchObject({ status: 'awaiting-information', waitingSince: AT });
    expect(asked.state.clock.map((event) => event.type)).toEqual(['started', 'paused']);
    const answered = carryOut(
      asked.state,
      envelope({ kind: 'answer-information', newSupervisor: false }),
      AT,
    );
    expect(answered.state).toMatchObject({ status: 'in-progress', waitingSince: null });
    expect(answered.state.clock.map((event) => event.type)).toEqual(['started', 'paused', 'resumed']);
  });

  test('a supervisor who refuses leaves the requester to name another', () => {
    const refused = decided(
      { status: 'in-progress', supervisor: 'unconfirmed' },
      { kind: 'confirm-supervisor', confirms: false },
    );
    expect(refused.state).toMatchObject({ status: 'awaiting-information', supervisor: 'refused' });
    const named = carryOut(refused.state, envelope({ kind: 'answer-information', newSupervisor: true }), AT);
    expect(named.state.supervisor).toBe('unconfirmed');
  });

  test('named without a word, another supervisor ends the wait for one, and not the wait for an answer', () => {
    const refuses = { kind: 'confirm-supervisor' as const, confirms: false };
    const names = envelope({ kind: 'name-supervisor' });
    const { state } = decided(
      { status: 'in-progress', assigneeId: 's1', supervisor: 'unconfirmed' },
      refuses,
    );
    const named = carryOut(state, names, AT);
    expect(named.state).toMatchObject({
      status: 'in-progress',
      supervisor: 'unconfirmed',
      waitingSince: null,
    });
    expect(named.event).toMatchObject({ type: 'supervisor-named', data: { clock: 'resumed' } });

    const asked = { status: 'awaiting-information', supervisor: 'unconfirmed', waitingSince: AT } as const;
    const both = carryOut(decided(asked, refuses).state, names, AT);
    expect(both.state).toMatchObject({
      status: 'awaiting-information',
      supervisor: 'unconfirmed',
      waitingSince: AT,
    });
    expect(both.event.data).toEqual({});
    // Answered and refused later, no answer is waited for any more.
    const answered = carryOut(both.state, envelope({ kind: 'answer-information', newSupervisor: false }), AT);
    const again = carryOut(answered.state, envelope(refuses), AT);
    expect(carryOut(again.state, names, AT).event.data).toEqual({ clock: 'resumed' });
  });

  test('while one is silent, nothing but the supervisor changes, and they are asked anew', () => {
    const later = '2026-11-25T18:00:00.000Z';
    const before = { status: 'in-review', supervisor: 'unconfirmed', supervisorAskedAt: AT } as const;
    const { state } = carryOut(
      decided(before, { kind: 'name-supervisor' }).state,
      envelope({ kind: 'name-supervisor' }),
      later,
    );
    expect(state).toMatchObject({ ...before, supervisorAskedAt: later });
  });

  test.each<RequestStatus>(['in-progress', 'awaiting-information'])(
    'a supervisor who doesn’t know who asked refuses (%s): staff hear that, people outside a refusal',
    (status) => {
      const { event } = decided(
        { status, supervisor: 'unconfirmed' },
        { kind: 'confirm-supervisor', confirms: false, knows: false },
      );
      expect(event).toMatchObject({ type: 'supervisor-refused', data: { unknownPerson: true } });
      expect(dataOutside({ ...event.data })).not.toHaveProperty('unknownPerson');
    },
  );

  test('one who refuses while courses are missing: another is named, and the courses are waited for again', () => {
    const refused = decided(
      { status: 'awaiting-prerequisites', supervisor: 'unconfirmed', clock: [], missing: ['a', 'b'] },
      { kind: 'confirm-supervisor', confirms: false },
    );
    expect(refused.state).toMatchObject({ status: 'awaiting-information', supervisor: 'refused', clock: [] });
    const answer = envelope({ kind: 'answer-information', newSupervisor: true });
    const named = carryOut(refused.state, answer, AT);
    expect(named.state).toMatchObject({ status: 'awaiting-prerequisites', clock: [], missing: ['a', 'b'] });

    let meanwhile: RequestState | undefined = refused.state;
    for (const courseId of ['a', 'b']) {
      meanwhile =
        meanwhile && applyFact(meanwhile, { v: 1, kind: 'course-completed', courseId, at: AT })?.state;
    }
    expect(meanwhile).toMatchObject({ status: 'awaiting-information', clock: [], missing: [] });
    const started = carryOut(meanwhile ?? refused.state, answer, AT);
    expect(started.state).toMatchObject({ status: 'queued', clock: [{ type: 'started', at: AT }] });
  });

  test('reclassified into a T visa review without the courses, the clock is not started any more', () => {
    const waits = decided(
      { status: 'in-progress' },
      { kind: 'reclassify', requestKind: 'document-review', documentKind: 't-visa-rfe', missing: ['a', 'b'] },
    );
    expect(waits.state).toMatchObject({ status: 'awaiting-prerequisites', clock: [], missing: ['a', 'b'] });
    expect(waits.event.data.clock).toBe('reset');
  });

  test.each(['a', 'b'])('the second course starts the clock, %s first', (first) => {
    const waiting = state({ status: 'awaiting-prerequisites', clock: [], missing: ['a', 'b'] });
    const one = applyFact(waiting, { v: 1, kind: 'course-completed', courseId: first, at: AT });
    expect(one?.state.status).toBe('awaiting-prerequisites');
    const two =
      one &&
      applyFact(one.state, { v: 1, kind: 'course-completed', courseId: first === 'a' ? 'b' : 'a', at: AT });
    expect(two?.state).toMatchObject({ status: 'queued', clock: [{ type: 'started', at: AT }] });
    expect(two?.event.type).toBe('clock-started');
  });

  test('a course told twice changes nothing', () => {
    expect(
      applyFact(state({ missing: [] }), { v: 1, kind: 'course-completed', courseId: 'a', at: AT }),
    ).toBeNull();
  });

  test('a change of the calendar told twice is one change', () => {
    const fact = { v: 1 as const, kind: 'calendar-changed' as const, changeId: 'c', floor: null, at: AT };
    const once = applyFact(state(), fact);
    expect(once?.event.type).toBe('calendar-changed');
    expect(once && applyFact(once.state, fact)).toBeNull();
  });

  test('merging keeps the earliest date', () => {
    const merged = applyFact(state(), {
      v: 1,
      kind: 'merged-in',
      from: 'r0',
      receivedAt: '2026-11-02T18:00:00.000Z',
      courtDateChanged: false,
      at: AT,
    });
    expect(merged?.state.clock[0]).toEqual({ type: 'started', at: '2026-11-02T18:00:00.000Z' });
  });
});

describe('whatever people do, in any order', () => {
  const commands = fc.oneof(
    fc.constantFrom<RequestCommand>(
      { kind: 'assign', assigneeId: 's1' },
      { kind: 'request-information' },
      { kind: 'answer-information', newSupervisor: false },
      { kind: 'answer-information', newSupervisor: true },
      { kind: 'submit-for-review', draftAuthor: 'user:author' },
      { kind: 'return-response' },
      { kind: 'send-response', draftAuthor: 'user:author' },
      { kind: 'confirm-supervisor', confirms: true },
      { kind: 'confirm-supervisor', confirms: false },
      { kind: 'extend', businessDays: 3 },
      { kind: 'reclassify', requestKind: 'document-review', documentKind: 't-visa-rfe', missing: ['a'] },
      { kind: 'reclassify', requestKind: 'case-consultation', documentKind: null, missing: [] },
      { kind: 'change-deadline' },
      { kind: 'reprioritise', urgent: true },
      { kind: 'redirect', to: 'workshop' },
      { kind: 'decline', policy: 'scope' },
      { kind: 'merge', into: 'r2', samePerson: true },
      { kind: 'withdraw' },
      { kind: 'close' },
      { kind: 'reopen' },
    ),
    fc.constant<RequestFact>({ v: 1, kind: 'course-completed', courseId: 'a', at: AT }),
  );

  test('states stay whole: numbered events, a clock that fits the status, no way back from the end', () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 25 }), fc.boolean(), (steps, supervised) => {
        let current = state({ supervisor: supervised ? 'unconfirmed' : 'not-needed' });
        for (const step of steps) {
          const before = current;
          if (isEnded(current.status)) {
            // Its workflow is over: only facts may still come, and they change nothing.
            if (step.kind === 'course-completed') expect(applyFact(current, step)).toBeNull();
            continue;
          }
          if (step.kind === 'course-completed') {
            current = applyFact(current, step)?.state ?? current;
          } else {
            const asked = envelope(step as RequestCommand, { role: 'director' });
            if (refusalOf(current, asked)) continue;
            const decided = carryOut(current, asked, AT);
            expect(decided.event.seq).toBe(before.seq + 1);
            current = decided.state;
          }
          const types = current.clock.map((event) => event.type);
          const last = types.filter((type) => type !== 'extended').at(-1);
          if (current.status === 'awaiting-information' && types.length > 0) expect(last).toBe('paused');
          if (current.status === 'awaiting-prerequisites') expect(types).toEqual([]);
          if (['queued', 'in-progress', 'in-review'].includes(current.status))
            expect(['started', 'resumed']).toContain(last);
          if (!isOpen(current.status) && types.length > 0) expect(last).toBe('stopped');
          if (current.status === 'responded')
            expect(['not-needed', 'confirmed']).toContain(current.supervisor);
          expect(JSON.parse(JSON.stringify(current))).toEqual(current);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('every command has its place in the table, and every status something to do', () => {
    const reachable = new Set(
      Object.values({ ...DECISIONS, ...THEIRS }).flatMap((sheet): readonly RequestStatus[] =>
        'carryOut' in sheet ? sheet.allowedIn : [],
      ),
    );
    expect(REQUEST_STATUSES.filter((status) => !reachable.has(status))).toEqual(['merged']);
  });

  test('a command that comes twice is carried out once', () => {
    const asked = envelope({ kind: 'request-information' });
    const once = carryOut(state(), asked, AT);
    expect(once.state.handled).toContain(asked.commandId);
    expect(refusalOf(once.state, asked)).toBeNull();
  });
});
