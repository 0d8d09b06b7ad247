import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/activity';
import type { RecordRequestEvent } from '../../src/activities/requests/record-request-event.js';
import type { RequestFact } from '../../src/domain/requests/command.js';
import { until } from '../support/system.js';
import {
  type FakeEngine,
  type FakeRequest,
  fakeRequest,
  NOTHING_DUE,
  startFakeEngine,
} from './fake-engine.js';

/**
 * What comes together while no worker looks reaches a process within one workflow task. No committed history holds
 * such a moment, so nothing else would notice what is lost in it.
 */
let engine: FakeEngine;
beforeAll(async () => {
  // Nothing cached: what a worker leaves behind is anybody's at once.
  engine = await startFakeEngine({ maxCachedWorkflows: 0 });
}, 120_000);
afterAll(() => engine?.close());
beforeEach(() => {
  engine.record = () => NOTHING_DUE;
});

const types = ({ recorded }: FakeRequest) => recorded.map(({ event }) => event.type);
const calendarChanged = (): RequestFact => ({
  v: 1,
  kind: 'calendar-changed',
  changeId: randomUUID(),
  floor: null,
  at: new Date().toISOString(),
});
const extend = { kind: 'extend', businessDays: 1 } as const;

const soon = (holds: () => boolean | Promise<boolean>) =>
  until(holds, () => 'what was expected of the engine');

/** Recording takes until it is let go. */
function heldBack(answer: FakeEngine['record'] = () => NOTHING_DUE): {
  begun(): Promise<void>;
  letGo(): void;
} {
  let begun = false;
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  engine.record = async (input) => {
    begun = true;
    await gate;
    return answer(input);
  };
  return { begun: () => soon(() => begun), letGo };
}

/** An update as the engine sends it; whether or not it is answered yet, it has reached the server. */
const send = ({ workflowId }: FakeRequest, updateId: string, command: object, commandId = updateId) => {
  const envelope = {
    v: 1,
    commandId,
    actor: 'user:fake',
    role: 'director',
    notAfter: new Date(Date.now() + 60_000).toISOString(),
    onBehalfOf: null,
    command,
  };
  const handle = engine.client.workflow.getHandle(workflowId);
  return handle.executeUpdate<{ seq: number }, [object]>('decide', { updateId, args: [envelope] });
};

test('a decision and a fact together with the record of an earlier one: each answered, with its own number', async () => {
  const request = await fakeRequest(engine);
  const { begun, letGo } = heldBack();
  const first = send(request, randomUUID(), extend);
  await begun();
  let second: ReturnType<typeof send> | undefined;
  await engine.whileAway(async () => {
    second = send(request, randomUUID(), { kind: 'reprioritise', urgent: true });
    await request.signal(calendarChanged());
    letGo();
    await soon(async () => (await count(request, 'ACTIVITY_TASK_COMPLETED')) === 1);
  });
  expect(await Promise.all([first, second])).toEqual([{ seq: 1 }, { seq: 3 }]);
  await soon(() => request.recorded.length === 3);
  expect(types(request)).toEqual(['extended', 'calendar-changed', 'reprioritised']);
}, 60_000);

test('the record of the end together with the same decision sent again: both are answered before it ends', async () => {
  const request = await fakeRequest(engine);
  const { begun, letGo } = heldBack();
  const commandId = randomUUID();
  const first = send(request, commandId, { kind: 'withdraw' });
  await begun();
  let again: ReturnType<typeof send> | undefined;
  await engine.whileAway(async () => {
    again = send(request, `${commandId}/2`, { kind: 'withdraw' }, commandId);
    letGo();
    await soon(async () => (await count(request, 'ACTIVITY_TASK_COMPLETED')) === 1);
  });
  expect(await Promise.all([first, again])).toEqual([{ seq: 1 }, { seq: 1 }]);
  await engine.client.workflow.getHandle(request.workflowId).result();
  expect(types(request)).toEqual(['withdrawn']);
}, 60_000);

test('the end together with the record of an earlier decision: it does not end before its end is recorded', async () => {
  const request = await fakeRequest(engine);
  const { begun, letGo } = heldBack();
  const extended = send(request, randomUUID(), extend);
  await begun();
  let withdrawn: ReturnType<typeof send> | undefined;
  await engine.whileAway(async () => {
    withdrawn = send(request, randomUUID(), { kind: 'withdraw' });
    letGo();
    await soon(async () => (await count(request, 'ACTIVITY_TASK_COMPLETED')) === 1);
  });
  expect(await Promise.all([extended, withdrawn])).toEqual([{ seq: 1 }, { seq: 2 }]);
  await engine.client.workflow.getHandle(request.workflowId).result();
  expect(types(request)).toEqual(['extended', 'withdrawn']);
}, 60_000);

test('somebody mends while a long history is about to continue as new: what was held is recorded first', async () => {
  const request = await fakeRequest(engine, { continueAfterEvents: 12 });
  let tries = 0;
  const fails = ({ event }: RecordRequestEvent) => {
    if (event.type !== 'calendar-changed') return NOTHING_DUE;
    tries += 1;
    if (tries < 3) throw ApplicationFailure.nonRetryable('cannot-plan', 'cannot-plan');
    return NOTHING_DUE;
  };
  engine.record = fails;
  await request.signal(calendarChanged());
  await soon(() => tries === 1);
  const { begun, letGo } = heldBack(fails);
  const extended = send(request, randomUUID(), extend);
  await begun();
  // It waits for the decision, whose record lets the fact be tried once more; that fails, and nothing is on its way.
  const mended = request.mend();
  await soon(async () => (await count(request, 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED')) === 2);
  letGo();
  expect([await mended, await extended]).toEqual(['mended', { seq: 1 }]);
  expect(types(request)).toEqual(['extended', 'calendar-changed']);
}, 60_000);

async function count({ runs }: FakeRequest, type: string): Promise<number> {
  const events = (await runs()).flatMap(({ history }) => history.events);
  return events.filter(({ eventType }) => eventType === `EVENT_TYPE_${type}`).length;
}
