import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import type { RequestCommandEnvelope } from '../../src/domain/requests/command.js';
import { mailWorkflowId, requestWorkflowId } from '../../src/domain/requests/workflow-id.js';
import { withKey } from '../../src/usecases/data-keys.js';
import { reconcile } from '../../src/usecases/reconcile/reconcile.js';
import { openCaseText } from '../../src/usecases/requests/case-text.js';
import { forEach, fresh } from '../support/system.js';
import { newAddress, OutageDesk } from './outage-desk.js';

const reason = 'The matter lies outside of what the program may advise on.';
const decline = { kind: 'decline', policy: 'scope', reason };
const away = { status: 503, body: { code: 'temporal-unavailable', status: 503 } };

let desk: OutageDesk;
beforeAll(async () => {
  desk = await OutageDesk.start();
}, 180_000);
afterAll(() => desk?.close(), 90_000);

describe('the mail log tells what the mail server did', () => {
  test('it refused the address for good: failed, and nothing is tried again', async () => {
    const email = newAddress();
    desk.sink.setFault({ kind: 'refuse', at: 'rcpt', code: 550 }, email);
    expect(await desk.mail(await desk.submit(email), 'failed')).toMatchObject({ code: 'smtp-550' });
    expect(desk.arrived(email)).toHaveLength(0);
  }, 120_000);

  test('it hung up with the mail in hand: unknown, shown to staff, sent again only by them, as a new mail', async () => {
    const email = newAddress();
    desk.sink.setFault({ kind: 'hang-up', at: 'data' }, email);
    const about = await desk.submit(email);
    const first = await desk.mail(about, 'unknown');
    const shown = await desk.system.api('GET', '/api/v1/messages?status=unknown');
    expect(shown.body.items.map(({ id }: { id: string }) => id)).toContain(first.id);
    expect(desk.arrived(email)).toMatchObject([{ messageId: first.messageId }]);

    desk.sink.setFault({ kind: 'none' }, email);
    const { status, body } = await desk.resolve(first.id, 'resend');
    expect(status).toBe(200);
    expect(body.messageId).not.toBe(first.messageId);
    await desk.mail(about, 'sent');
    expect(desk.arrived(email)).toMatchObject([
      { messageId: first.messageId },
      { messageId: body.messageId },
    ]);
    const rows = await desk.ledger(about);
    expect(rows.map((row) => row.status).sort()).toEqual(['sent', 'unknown']);
    expect(rows.find((row) => row.id === first.id)?.resolvedBy).toMatch(/^key:/);
    expect((await desk.resolve(first.id, 'resend')).status).toBe(409);
  }, 120_000);

  test('staff know that an unknown one has arrived: marked as sent, once', async () => {
    const email = newAddress();
    desk.sink.setFault({ kind: 'hang-up', at: 'data' }, email);
    const { id } = await desk.mail(await desk.submit(email), 'unknown');
    expect(await desk.resolve(id, 'mark-sent')).toMatchObject({ status: 200, body: { id, status: 'sent' } });
    expect((await desk.resolve(id, 'mark-sent')).status).toBe(409);
    expect(desk.arrived(email)).toHaveLength(1);
  }, 120_000);

  test('"not now" and a mail server that is away: tried again until it is taken, once', async () => {
    const [greylisted, early] = [newAddress(), newAddress()];
    desk.sink.setFault({ kind: 'refuse', at: 'rcpt', code: 451 }, greylisted);
    const first = await desk.submit(greylisted);
    await desk.mail(first, 'queued', 'smtp-451');
    const back = await desk.takeMailServerAway();
    const second = await desk.submit(early);
    await desk.mail(second, 'queued', 'esocket');
    await back();
    for (const about of [first, second]) await desk.mail(about, 'sent');
    expect([...desk.arrived(greylisted), ...desk.arrived(early)]).toHaveLength(2);
  }, 180_000);
});

describe('while Temporal or the worker is away', () => {
  test('a decision answers 503, decides nothing and keeps its text; repeated with its key it is done once', async () => {
    const id = await desk.running();
    const back = await desk.takeAway('temporal');
    const key = fresh('decision');
    // What people send in needs no Temporal to be taken.
    const [decided, ...meanwhile] = await Promise.all([
      desk.decide(id, decline, key),
      ...Array.from({ length: 12 }, () => desk.submit()),
    ]);
    expect(decided).toMatchObject(away);
    expect(await desk.statusOf(id)).toBe('queued');
    expect(await desk.eventTypes(id)).toEqual(['received']);
    expect(await reasons(id)).toEqual([{ status: 'pending', text: reason }]);
    await back();
    expect(await desk.decideAtLast(id, decline, key)).toMatchObject({ status: 'declined' });
    expect(await reasons(id)).toEqual([{ status: 'effective', text: reason }]);
    expect(await desk.eventTypes(id)).toEqual(['received', 'declined']);
    await forEach(meanwhile, 4, (taken) => desk.runs(taken));
  }, 180_000);

  test('a decision the worker did not take in time is done once when it can be, and never after its time', async () => {
    const [id, other] = [await desk.running(), await desk.running()];
    const back = await desk.takeAway('worker');
    // A moment after it began, by the clock that it lives by: Temporal's, which need not be ours.
    const { startTime } = await processOf(other).describe();
    const late = sendDirectly(other, new Date(startTime.getTime() + 1));
    const key = fresh('decision');
    expect(await desk.decide(id, decline, key)).toMatchObject(away);
    await back();
    expect(await desk.decideAtLast(id, decline, key)).toMatchObject({ status: 'declined' });
    expect(await desk.eventTypes(id)).toEqual(['received', 'declined']);

    // Yesterday's decision must not arrive today.
    expect(await late).toBe('decided-too-late');
    expect(await desk.statusOf(other)).toBe('queued');
    expect(await desk.eventTypes(other)).toEqual(['received']);
  }, 180_000);

  async function reasons(id: string): Promise<{ status: string; text: string }[]> {
    const { services } = desk.wired;
    const row = await services.db.taRequest.findUniqueOrThrow({ where: { id }, include: withKey });
    const texts = await services.db.caseText.findMany({ where: { requestId: id, field: 'decline-reason' } });
    return texts.map((text) => ({ status: text.status, text: openCaseText(services, row, text) }));
  }

  const processOf = (id: string) => desk.wired.client.workflow.getHandle(requestWorkflowId(id, 1));

  /** As the web does, but with a time of its own. */
  async function sendDirectly(id: string, notAfter: Date): Promise<string | undefined> {
    const envelope: RequestCommandEnvelope = {
      v: 1,
      commandId: randomUUID(),
      actor: `key:${randomUUID()}`,
      role: 'admin',
      notAfter: notAfter.toISOString(),
      onBehalfOf: null,
      command: { kind: 'close' },
    };
    try {
      await processOf(id).executeUpdate('decide', { args: [envelope], updateId: envelope.commandId });
      return 'done';
    } catch (error) {
      if (!(error instanceof WorkflowUpdateFailedError)) throw error;
      return (error.cause as { message?: string } | undefined)?.message;
    }
  }
});

describe('reconcile', () => {
  test('starts what was lost, mends what disagrees, and never starts what has ended', async () => {
    const { services, client } = desk.wired;
    const [ended, terminated, wrong] = [await desk.running(), await desk.running(), await desk.running()];
    expect((await desk.decide(ended, decline)).status).toBe(200);
    await client.workflow.getHandle(requestWorkflowId(terminated, 1)).terminate();

    const back = await desk.takeAway('temporal');
    const lost = await desk.submit();
    const [mail] = await desk.ledger(lost);
    for (const workflowId of [requestWorkflowId(lost, 1), mailWorkflowId(mail?.id ?? '')])
      expect(await loseStart(workflowId)).toBe(1);
    await back();
    const { status, dueAt, nextDueAt, escalationLevel } = await services.db.taRequest.findUniqueOrThrow({
      where: { id: wrong },
      include: withKey,
    });
    await services.db.taRequest.update({
      where: { id: wrong },
      data: { status: 'in-review', dueAt: null, nextDueAt: null, escalationLevel: 3 },
    });

    const report = await reconcile(services);
    expect(report).toMatchObject({ restarted: [lost], mended: [wrong], mailRestarted: 1, mailUnknown: 0 });
    expect(report.alarms).toEqual([{ id: terminated, what: 'workflow-ended-early' }]);
    await desk.runs(lost);
    await desk.decides(lost);
    await desk.mail(lost, 'sent');
    const mended = await services.db.taRequest.findUniqueOrThrow({ where: { id: wrong }, include: withKey });
    expect(mended).toMatchObject({ status, dueAt, nextDueAt, escalationLevel });
    expect(await desk.workflow(ended)).toBe('COMPLETED');
    expect(await desk.workflow(terminated)).toBe('TERMINATED');

    const again = await reconcile(services);
    expect(again).toMatchObject({ restarted: [], mended: [], mailRestarted: 0, mailUnknown: 0 });
    expect(again.alarms).toEqual(report.alarms);
  }, 180_000);

  /** Deletes it while nobody is just delivering it: by the relay's own lock. */
  function loseStart(workflowId: string): Promise<number> {
    return desk.wired.services.db.$transaction(
      async (tx) => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${workflowId}, 11))`;
        return (await tx.outbox.deleteMany({ where: { workflowId } })).count;
      },
      { timeout: 30_000 },
    );
  }
});
