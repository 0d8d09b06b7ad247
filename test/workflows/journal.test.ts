import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { RequestFact } from '../../src/domain/requests/command.js';
import { carryOut, refusalOf } from '../../src/domain/requests/decide.js';
import { whenDue } from '../../src/domain/requests/due.js';
import type { RequestEvent } from '../../src/domain/requests/events.js';
import { applyFact } from '../../src/domain/requests/facts.js';
import type { Deadline, RequestState } from '../../src/domain/requests/state.js';
import { envelopeOf, openState } from '../domain/requests/request-states.js';

/** The engine, played by hand: what comes in while the process waits, and whether it began since a change. */
const engine = { onWait: () => {}, timerFired: true, isNew: true, waited: [] as unknown[] };

jest.unstable_mockModule('@temporalio/workflow', () => ({
  ActivityFailure: class {},
  ApplicationFailure: class {},
  allHandlersFinished: () => true,
  log: {},
  patched: () => engine.isNew,
  setHandler: () => {},
  workflowInfo: () => ({ continueAsNewSuggested: false, historyLength: 1 }),
  async condition(_holds: () => boolean, _ms?: number, options?: object) {
    engine.waited.push(options);
    engine.onWait();
    return !engine.timerFired;
  },
}));
const { Journal } = await import('../../src/workflows/journal.js');

const soon = () => new Date(Date.now() + 60_000).toISOString();
const reminder = (): Deadline => ({ kind: 'unassigned-reminder', at: soon(), n: 2 });
const journalOf = (over: Partial<RequestState>) =>
  new Journal<RequestState, RequestEvent, RequestFact>({ state: openState(over) }, applyFact);
const types = (journal: ReturnType<typeof journalOf>) =>
  journal.onTheirWay.map(({ decided }) => decided.event.type);

beforeEach(() => {
  Object.assign(engine, { onWait: () => {}, timerFired: true, isNew: true, waited: [] });
});

describe('the one timer', () => {
  const assign = (journal: ReturnType<typeof journalOf>) => () => {
    const rules = { refusalOf, carryOut };
    journal.command(envelopeOf({ kind: 'assign', assigneeId: 's1' }), rules, new Date().toISOString());
  };

  test('brings what is due, and says what it waited for', async () => {
    const journal = journalOf({ next: reminder() });
    await journal.nextDueUnlessSomethingHappens(whenDue);
    expect(types(journal)).toEqual(['unassigned-reminded']);
    expect(engine.waited).toEqual([{ summary: 'unassigned-reminder' }]);
  });

  test('something happened meanwhile: nothing is due', async () => {
    const journal = journalOf({ next: reminder() });
    Object.assign(engine, { timerFired: false, onWait: assign(journal) });
    await journal.nextDueUnlessSomethingHappens(whenDue);
    expect(types(journal)).toEqual(['assigned']);
  });

  test.each([
    ['a run of today: what people did comes first, and the deadline is looked at anew', true, ['assigned']],
    ['a run of before: the deadline all the same', false, ['assigned', 'unassigned-reminded']],
  ])('both at once, %s', async (_what, isNew, expected) => {
    const journal = journalOf({ next: reminder() });
    Object.assign(engine, { isNew, onWait: assign(journal) });
    await journal.nextDueUnlessSomethingHappens(whenDue);
    expect(types(journal)).toEqual(expected);
  });

  test('somebody mends at that very moment: it is looked at anew', async () => {
    const journal = journalOf({ next: reminder() });
    engine.onWait = () => journal.mend(null, new Date().toISOString());
    await journal.nextDueUnlessSomethingHappens(whenDue);
    expect(types(journal)).toEqual([]);
  });

  test('is not started while something is to be recorded', async () => {
    const journal = journalOf({ next: reminder() });
    assign(journal)();
    await journal.nextDueUnlessSomethingHappens(whenDue);
    expect(engine.waited).toEqual([]);
    expect(types(journal)).toEqual(['assigned']);
  });
});
