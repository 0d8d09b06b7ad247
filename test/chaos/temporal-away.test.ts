import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import type { ProcessName } from '../../src/adapters/embedded/run-file.js';
import type { RequestCommandEnvelope } from '../../src/domain/requests/command.js';
import { mailWorkflowId, requestWorkflowId } from '../../src/domain/requests/workflow-id.js';
import { reconcile } from '../../src/records/reconcile.js';
import { openCaseText } from '../../src/records/requests/case-text.js';
import type { Wired } from '../../src/wire.js';
import { submission } from '../support/desk.js';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.js';
import { type Answer, forEach, fresh, startSystem, type TestSystem, until } from '../support/system.js';

const reason = 'The matter lies outside of what the program may advise on.';
const decline = { kind: 'decline', policy: 'scope', reason };

describe('while Temporal or the worker is away', () => {
  let sink: SmtpSink;
  let system: TestSystem;
  let wired: Wired;

  beforeAll(async () => {
    sink = await startSmtpSink();
    system = await startSystem({ SMTP_URL: sink.url });
    wired = await system.wired();
  }, 180_000);
  afterAll(async () => {
    await system?.close();
    await sink?.close();
  }, 90_000);

  test('a decision answers 503, decides nothing and keeps its text; repeated with its key it is done once', async () => {
    const id = await running();
    const back = await takeAway('temporal');
    const key = fresh('decision');
    expect(await decide(id, decline, key)).toMatchObject({
      status: 503,
      body: { code: 'temporal-unavailable', status: 503 },
    });
    expect(await statusOf(id)).toBe('queued');
    expect(await eventTypes(id)).toEqual(['received']);
    expect(await reasons(id)).toEqual([{ status: 'pending', text: reason }]);
    // What people send in needs no Temporal to be taken.
    const meanwhile = await Promise.all(Array.from({ length: 12 }, () => submit()));
    await back();
    expect(await decide(id, decline, key)).toMatchObject({ status: 200, body: { status: 'declined' } });
    expect(await reasons(id)).toEqual([{ status: 'effective', text: reason }]);
    expect(await eventTypes(id)).toEqual(['received', 'declined']);
    await forEach(meanwhile, 4, runs);
  }, 120_000);

  test('a decision the worker could not take in time is done once, when the worker is back or it is repeated', async () => {
    const [id, other] = [await running(), await running()];
    const back = await takeAway('worker');
    const notAfter = new Date(Date.now() + 500);
    const late = sendDirectly(other, notAfter);
    const key = fresh('decision');
    expect(await decide(id, decline, key)).toMatchObject({
      status: 503,
      body: { code: 'temporal-unavailable' },
    });
    await until(
      () => Date.now() > notAfter.getTime(),
      () => 'too late',
    );
    await back();
    expect(await decide(id, decline, key)).toMatchObject({ status: 200, body: { status: 'declined' } });
    expect(await eventTypes(id)).toEqual(['received', 'declined']);

    // Yesterday's decision must not arrive today: what the worker finds too late is refused.
    expect(await late).toBe('too-late');
    expect(await statusOf(other)).toBe('queued');
    expect(await eventTypes(other)).toEqual(['received']);
  }, 120_000);

  test('reconcile starts what was lost, mends what disagrees, and never starts what has ended', async () => {
    const { services, client } = wired;
    const [ended, terminated, wrong, fine] = [
      await running(),
      await running(),
      await running(),
      await running(),
    ];
    expect((await decide(ended, decline)).status).toBe(200);
    await client.workflow.getHandle(requestWorkflowId(terminated, 1)).terminate();

    const back = await takeAway('temporal');
    const lost = await submit();
    const [mail] = await services.db.message.findMany({ where: { aboutId: lost } });
    const ids = [requestWorkflowId(lost, 1), mailWorkflowId(mail?.id ?? '')];
    for (const workflowId of ids) expect(await loseStart(workflowId)).toBe(1);
    await back();
    const right = await services.db.taRequest.findUniqueOrThrow({ where: { id: wrong } });
    await services.db.taRequest.update({
      where: { id: wrong },
      data: { status: 'in-review', dueAt: null, nextDueAt: null, escalationLevel: 3 },
    });

    const report = await reconcile(services);
    expect(report).toMatchObject({ restarted: [lost], mended: [wrong], mailRestarted: 1, mailUnknown: 0 });
    expect(report.alarms).toEqual([{ id: terminated, what: 'workflow-ended-early' }]);
    await runs(lost);
    await until(
      async () => (await services.db.message.findUnique({ where: { id: mail?.id } }))?.status === 'sent',
      () => 'the lost mail is sent',
    );
    const { status, dueAt, nextDueAt, escalationLevel } = right;
    expect(await services.db.taRequest.findUniqueOrThrow({ where: { id: wrong } })).toMatchObject({
      status,
      dueAt,
      nextDueAt,
      escalationLevel,
    });
    expect(await stateOf(ended)).toBe('COMPLETED');
    expect(await stateOf(terminated)).toBe('TERMINATED');
    await runs(fine);

    const again = await reconcile(services);
    expect(again).toMatchObject({ restarted: [], mended: [], mailRestarted: 0, mailUnknown: 0 });
    expect(again.alarms).toEqual(report.alarms);
  }, 120_000);

  /** Kills it and holds back the supervisor, who would start it again at once. */
  async function takeAway(name: ProcessName): Promise<() => Promise<void>> {
    const before = system.pid(name);
    system.signal(['supervisor'], 'SIGSTOP');
    await system.kill(name);
    return async () => {
      system.signal(['supervisor'], 'SIGCONT');
      await system.back({ [name]: before });
    };
  }

  /** Deletes it when nobody is just delivering it: by the relay's own lock. */
  function loseStart(workflowId: string): Promise<number> {
    return wired.services.db.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${workflowId}, 11))`;
        return (await tx.outbox.deleteMany({ where: { workflowId } })).count;
      },
      { timeout: 30_000 },
    );
  }

  async function submit(): Promise<string> {
    const body = submission({}, { email: `${fresh('person')}@legal-aid.example` });
    const answer = await system.api('POST', '/api/v1/ta-requests', { body });
    expect(answer.status).toBe(201);
    return answer.body.id;
  }

  async function running(): Promise<string> {
    const id = await submit();
    await until(
      async () => (await stateOf(id)) === 'RUNNING',
      () => `a workflow for ${id}`,
    );
    return id;
  }

  /** Its workflow runs and decides. */
  async function runs(id: string): Promise<void> {
    await until(
      async () => (await stateOf(id)) === 'RUNNING',
      () => `a workflow for ${id}`,
    );
    const answer = await decide(id, { kind: 'reprioritise', urgent: true, reason: 'hearing moved' });
    expect(answer).toMatchObject({ status: 200, body: { urgent: true } });
  }

  async function stateOf(id: string): Promise<string> {
    const handle = wired.client.workflow.getHandle(requestWorkflowId(id, 1));
    return handle.describe().then(
      ({ status }) => status.name,
      () => 'MISSING',
    );
  }

  function decide(id: string, body: unknown, idempotencyKey?: string): Promise<Answer> {
    return system.api('POST', `/api/v1/ta-requests/${id}/decisions`, {
      body,
      idempotencyKey,
      timeoutMs: 60_000,
    });
  }

  async function sendDirectly(id: string, notAfter: Date): Promise<string> {
    const envelope: RequestCommandEnvelope = {
      v: 1,
      commandId: randomUUID(),
      actor: `key:${randomUUID()}`,
      role: 'admin',
      notAfter: notAfter.toISOString(),
      onBehalfOf: null,
      command: { kind: 'close' },
    };
    const sending = wired.client.workflow
      .getHandle(requestWorkflowId(id, 1))
      .executeUpdate('decide', { args: [envelope], updateId: envelope.commandId });
    return sending.then(
      () => 'done',
      (error) =>
        error instanceof WorkflowUpdateFailedError
          ? String((error.cause as { type?: string } | undefined)?.type)
          : `${error}`,
    );
  }

  async function statusOf(id: string): Promise<string> {
    return (await system.api('GET', `/api/v1/ta-requests/${id}`)).body.status;
  }

  async function eventTypes(id: string): Promise<string[]> {
    const { db } = wired.services;
    return (await db.processEvent.findMany({ where: { requestId: id }, orderBy: { seq: 'asc' } })).map(
      (event) => event.type,
    );
  }

  async function reasons(id: string): Promise<{ status: string; text: string }[]> {
    const { services } = wired;
    const row = await services.db.taRequest.findUniqueOrThrow({ where: { id } });
    const texts = await services.db.caseText.findMany({ where: { requestId: id, field: 'reason' } });
    return texts.map((text) => ({ status: text.status, text: openCaseText(services, row, text) }));
  }
});
