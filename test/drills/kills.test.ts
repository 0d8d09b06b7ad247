import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { requestWorkflowId } from '../../src/domain/requests/workflow-id.js';
import type { ProcessName } from '../../src/laptop/servers/run-file.js';
import type { Wired } from '../../src/wire.js';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.js';
import { forEach, startSystem, type TestSystem, until } from '../support/system.js';
import {
  type Acknowledged,
  type SubmissionStream,
  sendUntilTaken,
  startStream,
} from './submission-stream.js';

/** Mails that had reached the mail server when the worker was killed. */
const HALF_SENT = 3;
/** More than were under way when something was killed: these were taken by what came after. */
const AFTER_EACH = 12;
const inTurn = ['web', 'worker', 'temporal', 'postgres'] as const;

describe('kill -9 under a stream of submissions', () => {
  let sink: SmtpSink;
  let system: TestSystem;
  let wired: Wired;
  let stream: SubmissionStream;
  /** Requests and Message-IDs of before the first kill. */
  const first: string[] = [];
  let halfSent: string[];
  let kills = 0;

  beforeAll(async () => {
    sink = await startSmtpSink();
    system = await startSystem({ SMTP_URL: sink.url });
    // Makes its key before anything is killed.
    expect((await system.api('GET', '/api/v1/messages')).status).toBe(200);
  }, 180_000);
  afterAll(async () => {
    await system?.close();
    await sink?.close();
  }, 90_000);

  test('of the worker while the mail server has mails in hand and has not said so', async () => {
    sink.setFault({ kind: 'silent', at: 'data' });
    const unanswered = () => sink.received.filter(({ acknowledged }) => !acknowledged);
    while (unanswered().length < HALF_SENT) {
      const before = unanswered().length;
      const taken = await sendUntilTaken(system);
      if (!('id' in taken)) throw new Error(`refused: ${JSON.stringify(taken.answer)}`);
      first.push(taken.id);
      await until(
        () => unanswered().length > before,
        () => 'the mail server has it',
      );
    }
    await killAndGoOn('worker', () => {
      halfSent = unanswered().map(({ messageId }) => messageId);
      sink.setFault({ kind: 'none' });
    });
    stream = startStream(system, { writers: 4, pauseMs: 100 });
    await moreAcknowledged();
  }, 120_000);

  test.each(inTurn)(
    'of %s',
    async (name) => {
      await killAndGoOn(name);
      await moreAcknowledged();
    },
    120_000,
  );

  test('of all of them and the supervisor; npm start on the same data takes up again', async () => {
    await system.kill('supervisor', ...inTurn);
    kills += 1;
    await system.start();
    await moreAcknowledged();
    await stream.stop();
  }, 180_000);

  test('every acknowledged request is there, once', async () => {
    expect(stream.refused).toEqual([]);
    expect(stream.acknowledged.length).toBeGreaterThan(6 * AFTER_EACH);
    wired = await system.wired();
    await forEach(stream.acknowledged, 8, async ({ id, reference, email }) => {
      const { status, body } = await system.api('GET', `/api/v1/ta-requests/${id}`);
      expect({ status, reference: body.reference }).toEqual({ status: 200, reference });
      expect(await wired.services.db.taRequest.count({ where: { requesterEmail: email } })).toBe(1);
      const receipts = { aboutId: id, kind: 'request-received' };
      expect(await wired.services.db.message.count({ where: receipts })).toBe(1);
    });
    expect(await wired.services.db.taRequest.count()).toBe(stream.acknowledged.length + first.length);
  }, 120_000);

  test('each has a running workflow that decides', async () => {
    const { services, client } = wired;
    await until(
      async () => (await services.db.outbox.count({ where: { deliveredAt: null } })) === 0,
      () => 'outbox delivered',
    );
    const stray: string[] = [];
    await forEach(stream.acknowledged, 8, async ({ id }) => {
      const { status } = await client.workflow.getHandle(requestWorkflowId(id, 1)).describe();
      if (status.name !== 'RUNNING') stray.push(`${id} ${status.name}`);
    });
    expect(stray).toEqual([]);
    const some = stream.acknowledged.filter((_, index) => index % 10 === 0);
    await forEach(some, 4, ({ id }) => reprioritise(id));
  }, 120_000);

  test('every mail is sent, failed or of unknown fate; none has arrived twice', async () => {
    const { db } = wired.services;
    await until(
      async () => (await db.message.count({ where: { status: { in: ['queued', 'sending'] } } })) === 0,
      () => 'nothing queued or sending',
    );
    const arrived = new Map<string, number>();
    for (const { messageId } of sink.received) arrived.set(messageId, (arrived.get(messageId) ?? 0) + 1);
    expect([...arrived.values()].filter((times) => times > 1)).toEqual([]);

    const ledger = await db.message.findMany({ select: { messageId: true, status: true, code: true } });
    const of = (status: string) => ledger.filter((row) => row.status === status).map((row) => row.messageId);
    expect(of('sent').filter((messageId) => !arrived.has(messageId))).toEqual([]);
    expect([...of('failed'), ...of('suppressed')]).toEqual([]);
    const unknown = of('unknown');
    expect(ledger.filter((row) => halfSent.includes(row.messageId))).toEqual(
      halfSent.map(() => expect.objectContaining({ status: 'unknown', code: 'interrupted' })),
    );
    const byChance = unknown.length - halfSent.length;
    expect(byChance).toBeLessThanOrEqual(kills * sink.peak);
    report({ ...counts(), mails: ledger.length, sent: of('sent').length, unknown: unknown.length });
  }, 120_000);

  async function killAndGoOn(name: ProcessName, whileDead = () => {}): Promise<void> {
    const before = system.pid(name);
    await system.kill(name);
    whileDead();
    kills += 1;
    await system.back({ [name]: before });
  }

  async function moreAcknowledged(): Promise<void> {
    const enough = stream.acknowledged.length + AFTER_EACH;
    await until(
      () => stream.acknowledged.length >= enough,
      () => `${enough} acknowledged; refused: ${JSON.stringify(stream.refused)}`,
    );
  }

  async function reprioritise(id: string): Promise<void> {
    const body = { kind: 'reprioritise', urgent: true, reason: 'hearing moved' };
    const decide = () => system.api('POST', `/api/v1/ta-requests/${id}/decisions`, { body });
    let answer = await decide();
    // Soon after so much trouble it may be asked to try again, on a busy machine more than once.
    await until(
      async () => {
        if (answer.status === 503) answer = await decide();
        return answer.status !== 503;
      },
      () => `a decision about ${id}`,
    );
    expect({ status: answer.status, urgent: answer.body.urgent }).toEqual({ status: 200, urgent: true });
  }

  function counts() {
    const repeated = (all: Acknowledged[]) => all.filter(({ repeats }) => repeats > 0).length;
    return {
      acknowledged: stream.acknowledged.length,
      repeated: repeated(stream.acknowledged),
      kills,
      peak: sink.peak,
    };
  }
});

/** Figures for whoever runs it with CHAOS_REPORT=1. */
function report(figures: Record<string, number>): void {
  if (process.env.CHAOS_REPORT) process.stderr.write(`${JSON.stringify(figures)}\n`);
}
