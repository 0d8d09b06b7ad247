import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readRuns } from '../../src/adapters/temporal/read-runs.js';
import type { RequestCommandEnvelope } from '../../src/domain/requests/command.js';
import type { RequestCommand } from '../../src/domain/requests/decisions.js';
import { requestWorkflowId } from '../../src/domain/requests/workflow-id.js';
import { continueEarly } from '../support/continue-early.js';
import { startDesk, type TestDesk } from '../support/desk.js';
import { type FakeEngine, fakeRequest, startFakeEngine } from './fake-engine.js';

/** A request that runs for months continues as new; nobody may notice. */
describe('the whole desk, each request continuing as new after 14 events', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await startDesk({ startAt: '2055-11-08T10:00:00-08:00' });
    await continueEarly(desk.wired.services.db, 14);
  }, 120_000);
  afterAll(() => desk?.close());

  const runsOf = (id: string) => readRuns(desk.wired.client, requestWorkflowId(id, 1));

  test('one left alone keeps every deadline, over Thanksgiving and into the new year', async () => {
    const { id } = await desk.submit();
    await desk.advance({ to: '2056-01-14T12:00:00-08:00' });
    expect(await desk.timeline(id)).toEqual([
      'received 2055-11-08T10:00',
      'unassigned-reminded 2055-11-10T09:00',
      'escalated 2055-12-02T09:00',
      'escalated 2055-12-09T09:00',
      'escalated 2055-12-16T09:00',
      'escalated 2055-12-23T09:00',
      'escalated 2056-01-03T09:00',
      'escalated 2056-01-10T09:00',
    ]);
    expect((await runsOf(id)).length).toBeGreaterThan(3);
  });

  test('one goes through its whole life, and a decision sent twice is taken once', async () => {
    const { id } = await desk.submit({}, { email: 'whole.life@legal-aid.example' });
    const extend: RequestCommandEnvelope = {
      v: 1,
      commandId: randomUUID(),
      actor: `user:${randomUUID()}`,
      role: 'director',
      notAfter: '2057-01-01T00:00:00.000Z',
      onBehalfOf: null,
      command: { kind: 'extend', businessDays: 3 },
    };
    const ask = () => desk.wired.services.processes.decide(requestWorkflowId(id, 1), extend);
    const first = await ask();
    expect(first).toMatchObject({ outcome: 'done' });
    const before = (await runsOf(id)).length;
    await desk.decide(id, { kind: 'request-information', question: 'Which office?' });
    await desk.advance({ by: 'P3D' });
    await desk.api('POST', `/api/v1/ta-requests/${id}/information`, {
      body: { answer: 'The one in Vermont.' },
    });
    expect((await runsOf(id)).length).toBeGreaterThan(before);
    expect(await ask()).toMatchObject({ outcome: 'done' });
    await desk.decide(id, { kind: 'redirect', to: 'resources' });
    const types = (await desk.timeline(id)).map((line) => line.split(' ')[0]);
    expect(types.filter((type) => type === 'extended')).toHaveLength(1);
    expect(types.at(-1)).toBe('redirected');
    expect((await desk.api('GET', `/api/v1/ta-requests/${id}`)).body.status).toBe('redirected');
  });
});

describe('on a real server, while decisions and facts pour in', () => {
  const EACH = 80;
  let engine: FakeEngine;
  beforeAll(async () => {
    engine = await startFakeEngine();
  }, 120_000);
  afterAll(() => engine?.close());

  test('nothing is lost, nothing is done twice, numbers run on', async () => {
    const request = await fakeRequest(engine, { continueAfterEvents: 12 });
    const { workflowId, signal, decide, runs } = request;
    const commandIds: string[] = [];
    const changeIds: string[] = [];
    const decisions = async () => {
      for (let n = 0; n < EACH; n += 1) {
        const commandId = randomUUID();
        commandIds.push(commandId);
        const command: RequestCommand = { kind: 'reprioritise', urgent: n % 2 === 0 };
        expect(await decide(command, commandId)).toMatchObject({ outcome: 'done' });
        // Somebody pressed twice.
        if (n % 3 === 0) expect(await decide(command, commandId)).toMatchObject({ outcome: 'done' });
      }
    };
    const facts = async () => {
      for (let n = 0; n < EACH; n += 1) {
        // Leaves quiet moments, or no run would ever end.
        await new Promise((resolve) => setTimeout(resolve, 90 + 10 * (n % 13)));
        const changeId = randomUUID();
        changeIds.push(changeId);
        await signal({ v: 1, kind: 'calendar-changed', changeId, floor: null, at: new Date().toISOString() });
      }
    };
    await Promise.all([facts(), decisions()]);
    // A signal is only sent by now; the end must not overtake the last one, which would then rightly do nothing.
    const recordedFacts = () =>
      request.recorded.filter(({ event }) => event.type === 'calendar-changed').length;
    while (recordedFacts() < EACH) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await decide({ kind: 'withdraw' }, randomUUID())).toMatchObject({ outcome: 'done' });
    await engine.client.workflow.getHandle(workflowId).result();

    const events = request.recorded.map(({ event }) => event);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    const told = events.filter(({ type }) => type === 'reprioritised').map(({ commandId }) => commandId);
    expect([...told].sort()).toEqual([...commandIds].sort());
    const changes = events.filter(({ type }) => type === 'calendar-changed').map(({ data }) => data.changeId);
    expect(changes).toEqual(changeIds);
    expect((await runs()).length).toBeGreaterThan(10);
  }, 120_000);

  test('what is refused is refused in the next run too', async () => {
    const request = await fakeRequest(engine, { continueAfterEvents: 14 });
    const { decide, runs } = request;
    expect(await decide({ kind: 'extend', businessDays: 2 }, randomUUID(), 'attorney')).toMatchObject({
      outcome: 'done',
    });
    for (const urgent of [true, false, true]) {
      expect(await decide({ kind: 'reprioritise', urgent }, randomUUID())).toMatchObject({ outcome: 'done' });
    }
    expect((await runs()).length).toBeGreaterThan(1);
    expect(await decide({ kind: 'extend', businessDays: 2 }, randomUUID(), 'attorney')).toMatchObject({
      outcome: 'refused',
      problem: { code: 'forbidden' },
    });
    expect(request.recorded).toHaveLength(4);
  }, 60_000);
});
