import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { callSeriesWorkflowId, callWorkflowId } from '../../src/domain/calls/workflow-id.js';
import { LOCK_CLASSES } from '../../src/domain/lock-classes.js';
import { mailWorkflowId } from '../../src/domain/requests/workflow-id.js';
import { writeBatch } from '../../src/usecases/calls/bulk-mail.js';
import { withKey } from '../../src/usecases/data-keys.js';
import { reconcile } from '../../src/usecases/reconcile/reconcile.js';
import { recording } from '../../src/usecases/recording.js';
import type { Wired } from '../../src/wire.js';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.js';
import { startSystem, type TestSystem, until } from '../support/system.js';
import { listenTo } from '../workflows/call-people.js';

const SERIES = 'legal-working-group';
const LISTENER = 'listens@legal-aid.example';

/** Temporal came back without some of what it had: the database knows how each of them stood. */
describe('reconcile, for the calls', () => {
  let sink: SmtpSink;
  let system: TestSystem;
  let wired: Wired;
  let calls: string[];

  beforeAll(async () => {
    sink = await startSmtpSink();
    system = await startSystem({ SMTP_URL: sink.url });
    wired = await system.wired();
    const { db } = wired.services;
    const planned = () =>
      db.call.findMany({
        where: { seriesId: SERIES, status: 'planned' },
        orderBy: { startsAt: 'desc' },
        include: withKey,
      });
    await until(
      async () => (await planned()).length > 3,
      () => 'the series has planned its calls',
    );
    calls = (await planned()).map(({ id }) => id);
    await until(
      async () => (await db.outbox.count({ where: { deliveredAt: null } })) === 0,
      () => 'all of them are under way',
    );
  }, 180_000);
  afterAll(async () => {
    await system?.close();
    await sink?.close();
  }, 240_000);

  test('a lost series, a lost call and a lost batch go on; a row gone wrong is mended', async () => {
    const { services } = wired;
    const [lost = '', wrong = '', batched = ''] = calls;
    await lose(callSeriesWorkflowId(SERIES));
    await lose(callWorkflowId(lost));
    const before = await services.db.call.findUniqueOrThrow({ where: { id: wrong }, include: withKey });
    await services.db.call.update({ where: { id: wrong }, data: { status: 'held', nextDueAt: null } });
    await batchWithoutProcess(batched);

    const report = await reconcile(services);
    expect(report).toMatchObject({ mended: [wrong], mailRestarted: 1, mailUnknown: 0, alarms: [] });
    expect([...report.restarted].sort()).toEqual([SERIES, lost].sort());

    const { status, nextDueAt } = await services.db.call.findUniqueOrThrow({
      where: { id: wrong },
      include: withKey,
    });
    expect({ status, nextDueAt }).toEqual({ status: before.status, nextDueAt: before.nextDueAt });
    expect(await decide(`calls/${lost}`, { kind: 'cancel', reason: 'Ill.' })).toMatchObject({
      status: 200,
      body: { status: 'cancelled' },
    });
    expect(await decide(`series/${SERIES}`, { kind: 'pause' })).toMatchObject({
      status: 200,
      body: { paused: true },
    });
    await until(
      () => sink.received.some(({ recipients }) => recipients.includes(LISTENER)),
      () => 'the mail of the lost batch',
    );
  }, 120_000);

  test('done again, there is nothing to do', async () => {
    const again = await reconcile(wired.services);
    expect(again).toMatchObject({ restarted: [], mended: [], mailRestarted: 0, alarms: [] });
  }, 60_000);

  test('a call whose process somebody ended is left to a person', async () => {
    const id = calls[3] ?? '';
    await wired.client.workflow.getHandle(callWorkflowId(id)).terminate();
    const { alarms, restarted } = await reconcile(wired.services);
    expect(alarms).toEqual([{ id, what: 'workflow-ended-early' }]);
    expect(restarted).toEqual([]);
  }, 60_000);

  test('a mail that is sent, or on its way, while reconcile looks is not counted as anything else', async () => {
    const { services } = wired;
    const { db } = services;
    const sent = await db.message.findFirstOrThrow({
      where: { status: 'sent', batchId: null },
      include: withKey,
    });
    const sending = () => db.message.update({ where: { id: sent.id }, data: { status: 'sending' } });
    const meanwhile = async (): Promise<'ended'> => {
      await db.message.update({ where: { id: sent.id }, data: { status: 'sent' } });
      return 'ended';
    };
    const looking = (stateOf: () => Promise<'ended' | 'missing'>) => ({
      ...services,
      processes: {
        ...services.processes,
        stateOf: (id: string) =>
          id === mailWorkflowId(sent.id) ? stateOf() : services.processes.stateOf(id),
      },
    });

    await sending();
    expect(await reconcile(looking(meanwhile))).toMatchObject({ mailUnknown: 0, mailRestarted: 0 });
    await sending();
    expect(await reconcile(looking(async () => 'ended'))).toMatchObject({ mailUnknown: 1 });
    await db.message.update({ where: { id: sent.id }, data: { status: 'queued' } });
    const workflowId = mailWorkflowId(sent.id);
    const start = { workflowId, kind: 'start', name: 'mailDelivery', payload: [], createdAt: new Date() };
    const onItsWay = async (): Promise<'missing'> => {
      await db.outbox.create({ data: start });
      return 'missing';
    };
    // The relay's own lock: it leaves alone what is of this process.
    await db.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${workflowId}, ${LOCK_CLASSES.outbox}))`;
        const report = await reconcile(looking(onItsWay));
        expect(report).toMatchObject({ mailUnknown: 0, mailRestarted: 0 });
        await db.outbox.deleteMany({ where: { workflowId } });
      },
      { timeout: 30_000 },
    );
    await db.message.update({ where: { id: sent.id }, data: { status: 'sent' } });
  }, 60_000);

  async function lose(workflowId: string): Promise<void> {
    const { client, services } = wired;
    await client.workflowService.deleteWorkflowExecution({
      namespace: client.options.namespace,
      workflowExecution: { workflowId },
    });
    await until(
      async () => (await services.processes.stateOf(workflowId)) === 'missing',
      () => `${workflowId} is gone`,
    );
  }

  async function batchWithoutProcess(callId: string): Promise<void> {
    const { status } = await system.api('POST', '/api/v1/registrations', {
      body: {
        series: SERIES,
        name: 'Ana Ortiz',
        email: LISTENER,
        role: 'attorney',
        licensedIn: ['CA'],
        employer: 'Valley Legal Aid',
      },
    });
    expect(status).toBe(201);
    await until(
      () => sink.received.length > 0,
      () => 'the registration is told',
    );
    sink.clear();
    await listenTo({ wired }, LISTENER);
    const { services } = wired;
    const call = await services.db.call.findUniqueOrThrow({ where: { id: callId }, include: withKey });
    const bulk = { kind: 'call-rescheduled' as const, occasion: 'lost' };
    await recording(services, (rec) => writeBatch(rec, services, { call, bulk }));
  }

  function decide(about: string, body: object) {
    return system.api('POST', `/api/v1/${about}/decisions`, { body });
  }
});
