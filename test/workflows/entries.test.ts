import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RequestFact } from '../../src/domain/requests/command.js';
import { carryOut, refusalOf } from '../../src/domain/requests/decide.js';
import type { RequestCommand } from '../../src/domain/requests/decisions.js';
import { whenDue } from '../../src/domain/requests/due.js';
import type { RequestEvent } from '../../src/domain/requests/events.js';
import { applyFact, completedMeanwhile } from '../../src/domain/requests/facts.js';
import type { Deadline, RequestState } from '../../src/domain/requests/state.js';
import { isEnded } from '../../src/domain/requests/statuses.js';
import { because } from '../../src/domain/result.js';
import { Entries } from '../../src/workflows/entries.js';
import { envelopeOf, openState } from '../domain/requests/request-states.js';

const AT = '2026-11-23T18:00:00.000Z';
const LATER = '2026-11-24T17:00:00.000Z';
const NEVER = because('cannot-plan');
const RULES = { refusalOf, carryOut };

const processOf = (over: Partial<RequestState> = {}) =>
  new Entries<RequestState, RequestEvent, RequestFact>({ state: openState(over) }, applyFact);
type Process = ReturnType<typeof processOf>;

function ask(process: Process, command: RequestCommand, over: Parameters<typeof envelopeOf>[1] = {}) {
  const envelope = envelopeOf(command, over);
  expect(process.refusal(envelope, RULES, AT)).toBeNull();
  const asked = process.command(envelope, RULES, AT);
  if ('seq' in asked) throw new Error('asked before');
  return asked;
}
/** The oldest entry is recorded: with what is due next, and the courses that were passed by then. */
function recorded(process: Process, next: Deadline | null = null, passed: string[] = []): void {
  const [news] = process.unrecorded();
  if (!news) return;
  const facts = completedMeanwhile(news.state, passed, AT);
  process.recorded({ state: { ...news.state, next, dueAt: null }, facts }, AT, () => true);
}
const timeHasCome = (process: Process, at: string) => process.timeHasCome(whenDue, at);
const calendarChanged = (changeId: string): RequestFact => ({
  v: 1,
  kind: 'calendar-changed',
  changeId,
  floor: null,
  at: AT,
});
const types = (process: Process) => process.onTheirWay.map(({ decided }) => decided.event.type);

describe('what can never be recorded never was', () => {
  test('the command is refused, the state is as before, and the next one has its number', () => {
    const process = processOf();
    const before = process.state;
    const withdrawn = ask(process, { kind: 'withdraw' });
    expect(isEnded(process.state.status)).toBe(true);
    process.notRecorded(NEVER, AT);
    expect(withdrawn.outcome).toEqual(NEVER);
    expect(process.state).toEqual(before);
    expect(isEnded(process.state.status)).toBe(false);

    const extended = ask(process, { kind: 'extend', businessDays: 2 });
    expect(extended.decided.event.seq).toBe(1);
    recorded(process);
    expect(extended.outcome).toBe('recorded');
  });

  test('what was decided after it is decided anew: kept where it stands alone, refused where it built on it', () => {
    const process = processOf({ status: 'in-progress', assigneeId: 's1' });
    const asked = ask(process, { kind: 'request-information' });
    const answered = ask(process, { kind: 'answer-information', newSupervisor: false });
    process.fact(calendarChanged('c1'));
    const urgent = ask(process, { kind: 'reprioritise', urgent: true });
    process.notRecorded(NEVER, AT);

    expect(asked.outcome).toEqual(NEVER);
    expect(answered.outcome).toMatchObject({ code: 'not-allowed-now' });
    expect(types(process)).toEqual(['calendar-changed', 'reprioritised']);
    expect(process.onTheirWay.map(({ decided }) => decided.event.seq)).toEqual([1, 2]);
    recorded(process);
    recorded(process);
    expect(urgent.outcome).toBe('recorded');
    expect(process.state).toMatchObject({ status: 'in-progress', urgentOverride: true, seq: 2 });
  });

  test('sent again after it was refused, a command is decided anew', () => {
    const process = processOf();
    ask(process, { kind: 'extend', businessDays: 2 }, { commandId: 'same' });
    process.notRecorded(NEVER, AT);
    const again = ask(process, { kind: 'extend', businessDays: 2 }, { commandId: 'same' });
    recorded(process);
    expect(again.outcome).toBe('recorded');
  });

  test('a course passed meanwhile still starts the clock when what came after the wait is taken back', () => {
    const process = processOf({ status: 'awaiting-prerequisites', clock: [], missing: ['a'] });
    ask(process, { kind: 'assign', assigneeId: 's1' });
    ask(process, { kind: 'withdraw' });
    recorded(process, null, ['a']);
    process.notRecorded(NEVER, AT);
    expect(types(process)).toEqual(['clock-started']);
  });
});

describe('a fact that can’t be recorded', () => {
  test('is held, tried again a day later, and not a moment before', () => {
    const process = processOf();
    process.fact(calendarChanged('c1'));
    process.notRecorded(NEVER, AT);
    expect(process.onTheirWay).toEqual([]);
    expect(process.waitsUntil).toBe('2026-11-24T18:00:00.000Z');
    timeHasCome(process, '2026-11-24T18:00:00.000Z');
    expect(types(process)).toEqual(['calendar-changed']);
    recorded(process);
    expect(process.held).toBeNull();
  });

  test('is tried again when something else is recorded, once for each of them', () => {
    const process = processOf();
    for (const changeId of ['c1', 'c2']) process.fact(calendarChanged(changeId));
    process.notRecorded(NEVER, AT);
    process.notRecorded(NEVER, AT);
    expect(process.held?.facts).toHaveLength(2);

    ask(process, { kind: 'change-deadline' });
    recorded(process);
    expect(types(process)).toEqual(['calendar-changed', 'calendar-changed']);
    process.notRecorded(NEVER, AT);
    process.notRecorded(NEVER, AT);
    expect(process.onTheirWay).toEqual([]);
    expect(process.held?.facts).toHaveLength(2);
  });

  test('keeps no deadline from being reached', () => {
    const next: Deadline = { kind: 'unassigned-reminder', at: LATER, n: 2 };
    const process = processOf({ next });
    process.fact(calendarChanged('c1'));
    process.notRecorded(NEVER, AT);
    expect(process.waitsUntil).toBe(LATER);
    timeHasCome(process, LATER);
    expect(types(process)).toEqual(['unassigned-reminded']);
  });
});

describe('a deadline that can’t be recorded', () => {
  const next: Deadline = { kind: 'unassigned-reminder', at: AT, n: 2 };
  const stuck = () => {
    const process = processOf({ next });
    timeHasCome(process, AT);
    process.notRecorded(NEVER, AT);
    return process;
  };

  test('is held: it is not reached again and again', () => {
    const process = stuck();
    expect(process.state.next).toEqual(next);
    expect(process.waitsUntil).toBe('2026-11-24T18:00:00.000Z');
  });

  test('comes after whatever made it possible', () => {
    const process = stuck();
    ask(process, { kind: 'change-deadline' });
    recorded(process, next);
    expect(process.waitsUntil).toBe(AT);
    timeHasCome(process, LATER);
    expect(types(process)).toEqual(['unassigned-reminded']);
  });

  test('is tried at once when somebody mends', () => {
    const process = stuck();
    process.mend(null, LATER);
    expect(process.isAtRest).toBe(false);
    expect(process.waitsUntil).toBe(AT);
    timeHasCome(process, LATER);
    recorded(process);
    expect(process.isAtRest).toBe(true);
    expect(process.held).toBeNull();
  });
});

describe('mending', () => {
  test('goes on from the database where that knows more, with what was held', () => {
    const process = processOf({ status: 'in-progress' });
    process.fact(calendarChanged('c1'));
    process.notRecorded(NEVER, AT);
    const known = { ...process.state, seq: 4, urgentOverride: true };
    process.mend(known, AT);
    expect(process.onTheirWay.map(({ decided }) => decided.event)).toMatchObject([
      { seq: 5, type: 'calendar-changed' },
    ]);
    expect(process.state.urgentOverride).toBe(true);
  });

  test('keeps what it knows where the database is behind', () => {
    const process = processOf({ seq: 7 });
    process.mend({ ...process.state, seq: 3 }, AT);
    expect(process.state.seq).toBe(7);
  });
});

describe('a decision made on what somebody saw', () => {
  test.each<[string, number, string | null]>([
    ['the last event: taken', 3, null],
    ['one before the last: somebody else was first', 2, 'version-mismatch'],
  ])('%s', (_what, seq, code) => {
    const process = processOf({ seq: 3 });
    const envelope = envelopeOf({ kind: 'extend', businessDays: 1 }, { expected: { seq, version: 9 } });
    expect(process.refusal(envelope, RULES, AT)?.code ?? null).toBe(code);
  });

  test('of two on the same, the second is refused at once', () => {
    const process = processOf({ seq: 3 });
    const expected = { seq: 3, version: 9 };
    ask(process, { kind: 'extend', businessDays: 1 }, { expected });
    const second = envelopeOf({ kind: 'reprioritise', urgent: true }, { expected });
    expect(process.refusal(second, RULES, AT)).toMatchObject({ code: 'version-mismatch' });
  });

  test('sent twice, it is done: nobody is told it came too late', () => {
    const process = processOf();
    const envelope = envelopeOf({ kind: 'extend', businessDays: 1 }, { notAfter: AT });
    process.command(envelope, RULES, AT);
    recorded(process);
    expect(process.refusal(envelope, RULES, LATER)).toBeNull();
    expect(process.command(envelope, RULES, LATER)).toEqual({ seq: 1 });
  });
});

describe('sent again while it is on its way', () => {
  test('it is the entry it was, with its own number, whatever was decided after it', () => {
    const process = processOf();
    const envelope = envelopeOf({ kind: 'extend', businessDays: 1 }, { notAfter: AT });
    const first = process.command(envelope, RULES, AT);
    ask(process, { kind: 'reprioritise', urgent: true });
    expect(process.refusal(envelope, RULES, LATER)).toBeNull();
    expect(process.command(envelope, RULES, LATER)).toBe(first);
    expect(first).toMatchObject({ decided: { event: { seq: 1 } } });
    expect(types(process)).toEqual(['extended', 'reprioritised']);
  });

  test('another one that late is refused', () => {
    const late = envelopeOf({ kind: 'extend', businessDays: 1 }, { notAfter: AT });
    expect(processOf().refusal(late, RULES, LATER)).toMatchObject({ reason: 'decided-too-late' });
  });
});

describe('what recording tells', () => {
  const waiting = () => {
    const process = processOf({ status: 'awaiting-prerequisites', clock: [], missing: ['a'] });
    ask(process, { kind: 'assign', assigneeId: 's1' });
    ask(process, { kind: 'reprioritise', urgent: true });
    recorded(process, null, ['a']);
    return process;
  };

  test('while more is on its way is kept until that is recorded', () => {
    const process = waiting();
    expect(types(process)).toEqual(['reprioritised']);
    recorded(process);
    expect(types(process)).toEqual(['clock-started']);
  });

  test('was lost by a run that began before it was kept, and is when that is replayed', () => {
    const process = waiting();
    process.recorded({ state: process.state }, AT, () => false);
    expect(types(process)).toEqual([]);
  });

  test('the version a decision was made upon goes with it, and with nothing else', () => {
    const process = processOf({ seq: 3 });
    ask(process, { kind: 'extend', businessDays: 1 }, { expected: { seq: 3, version: 9 } });
    const versions = () => [...first(process)].map(({ expectedVersion }) => expectedVersion);
    expect(versions()).toEqual([9]);
    recorded(process);
    process.fact(calendarChanged('c1'));
    expect(versions()).toEqual([undefined]);
  });

  function first(process: Process) {
    const { value } = process.unrecorded().next();
    return value ? [value] : [];
  }
});

test('whatever fails in whatever order: numbers run on, everybody is answered, no fact is lost', () => {
  const steps = fc.constantFrom<RequestCommand | 'fact' | 'time' | 'recorded' | 'fails' | 'mend'>(
    { kind: 'assign', assigneeId: 's1' },
    { kind: 'request-information' },
    { kind: 'answer-information', newSupervisor: false },
    { kind: 'extend', businessDays: 1 },
    'fact',
    'time',
    'recorded',
    'fails',
    'mend',
  );
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 40 }), (list) => {
      const process = processOf();
      const asked: ReturnType<typeof ask>[] = [];
      const written: { seq: number; change?: string }[] = [];
      let told = 0;
      const write = () => {
        const event = process.onTheirWay[0]?.decided.event;
        if (!event) return;
        written.push({ seq: event.seq, change: event.data.changeId });
        recorded(process);
      };
      for (const step of list) {
        if (step === 'recorded') write();
        else if (step === 'fails') process.notRecorded(NEVER, AT);
        else if (step === 'time') timeHasCome(process, LATER);
        else if (step === 'mend') process.mend(null, AT);
        else if (step === 'fact') {
          // While an answer is awaited the calendar matters too; each is told once.
          told += 1;
          process.fact(calendarChanged(`c${told}`));
        } else {
          const envelope = envelopeOf(step, { role: 'director' });
          if (process.refusal(envelope, RULES, AT)) continue;
          const entry = process.command(envelope, RULES, AT);
          if (!('seq' in entry)) asked.push(entry);
        }
      }
      for (let left = 200; left > 0 && (process.onTheirWay.length > 0 || process.held); left -= 1) {
        if (process.onTheirWay.length === 0) process.mend(null, LATER);
        write();
      }
      expect(written.map(({ seq }) => seq)).toEqual(written.map((_, index) => index + 1));
      expect(asked.every(({ outcome }) => outcome !== null)).toBe(true);
      const changes = written.flatMap(({ change }) => (change ? [change] : []));
      expect([...changes].sort()).toEqual(Array.from({ length: told }, (_, n) => `c${n + 1}`).sort());
    }),
    { numRuns: 2_000 },
  );
});

describe('what this version would not have expected', () => {
  test('a command that a history holds as permitted is carried out, whatever is permitted now', () => {
    const process = processOf({ status: 'in-review' });
    const envelope = envelopeOf({ kind: 'submit-for-review', draftAuthor: 'user:author' });
    expect(process.refusal(envelope, RULES, AT)).toMatchObject({ code: 'not-allowed-now' });
    process.command(envelope, RULES, AT);
    expect(types(process)).toEqual(['submitted-for-review']);
  });

  test('a deadline of another version waits, and decisions go on meanwhile', () => {
    const due: Deadline = { kind: 'of-a-later-version', at: AT, n: 1 };
    const process = processOf({ next: due });
    timeHasCome(process, AT);
    expect(process.held).toMatchObject({ deadline: true });
    expect([process.onTheirWay.length, process.isAtRest]).toEqual([0, true]);
    expect((process.waitsUntil ?? '') > AT).toBe(true);
    const extended = ask(process, { kind: 'extend', businessDays: 2 });
    recorded(process, due);
    expect(extended.outcome).toBe('recorded');
    process.mend(null, LATER);
    timeHasCome(process, LATER);
    expect(process.isAtRest).toBe(true);
  });
});
