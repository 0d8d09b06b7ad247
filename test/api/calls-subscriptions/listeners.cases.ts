import { beforeAll, describe, expect, test } from '@jest/globals';
import { sendBatch } from '../../../src/activities/calls/send-batch.js';
import type { CallState } from '../../../src/domain/calls/call-state.js';
import { callWorkflowId } from '../../../src/domain/calls/workflow-id.js';
import { batchIdOf, writeBatch } from '../../../src/usecases/calls/bulk-mail.js';
import { withKey } from '../../../src/usecases/data-keys.js';
import { renderMessage } from '../../../src/usecases/mail/render-message.js';
import { appendEvent } from '../../../src/usecases/process-events.js';
import { recording } from '../../../src/usecases/recording.js';
import { goodRegistration, stranger } from '../support/calls.js';
import { app, key, rowOf, send, wish } from './site.js';

describe('mail to those who listen', () => {
  const CALL = 'legal-working-group-2026-11-04';
  const call = () => app.services.db.call.findUniqueOrThrow({ where: { id: CALL }, include: withKey });
  const remindersTo = (email: string) =>
    app.services.db.message.findMany({
      where: { kind: 'call-reminder', to: { has: email } },
      include: withKey,
    });
  const register = (email: string, change = {}) =>
    send('/registrations', goodRegistration({ email, ...change }), key);

  test('carries the way out for its reader alone', async () => {
    const email = stranger().email;
    await register(email);
    await send('/subscriptions', wish(email), key);
    const bulk = { kind: 'call-reminder' as const, occasion: '2026-11-04' };
    const about = { call: await call(), bulk };
    await recording(app.services, (rec) => writeBatch(rec, app.services, about));
    const [row] = await remindersTo(email);
    const mail = row && (await renderMessage(app.services, row));
    const link = /<(.*)>/.exec(mail?.headers?.['List-Unsubscribe'] ?? '')?.[1] ?? '';
    expect(mail?.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    expect(mail?.text).toContain(link);
    expect(
      await send(`/subscriptions/${link.split('/').at(-1)}`, undefined, undefined, 'DELETE'),
    ).toMatchObject({ status: 200 });
    expect(await rowOf(email)).toMatchObject({ status: 'unsubscribed' });
  });

  const CALLS = {
    reminder: CALL,
    cancelled: 'legal-working-group-2026-11-11',
    moved: 'legal-working-group-2026-11-18',
    recap: 'legal-working-group-2026-11-25',
  };

  test.each<[string, object, string]>([
    ['the call was cancelled', { status: 'cancelled' }, 'overtaken'],
    ['it was moved once more', { startsAt: new Date('2026-11-19T20:00:00.000Z') }, 'overtaken'],
    ['the reader left', {}, 'not-wanted'],
  ])('of a move is not sent when by then %s', async (name, columns, code) => {
    const { db } = app.services;
    app.setNow('2026-11-02T18:00:00.000Z');
    const email = stranger().email;
    await register(email);
    await send('/subscriptions', wish(email), key);
    const call = await db.call.findUniqueOrThrow({ where: { id: CALLS.moved }, include: withKey });
    const bulk = { kind: 'call-rescheduled' as const, occasion: name, wasAt: '2026-11-18T21:00:00.000Z' };
    await recording(app.services, (rec) => writeBatch(rec, app.services, { call, bulk }));
    const batchId = batchIdOf(CALLS.moved, bulk);
    await db.message.updateMany({ where: { batchId, to: { has: email } }, data: { status: 'queued' } });
    await db.call.update({ where: { id: CALLS.moved }, data: columns });
    if (code === 'not-wanted') {
      await db.subscription.update({ where: { email }, data: { status: 'unsubscribed' } });
    }
    const told = await sendBatch(app.services, { batchId, sentAt: new Date(), onSent: () => {} });
    const { startsAt, status } = call;
    await db.call.update({ where: { id: CALLS.moved }, data: { startsAt, status } });
    const row = await db.message.findFirstOrThrow({
      where: { batchId, to: { has: email } },
      include: withKey,
    });
    expect([told.sent, row.status, row.code]).toEqual([0, 'suppressed', code]);
  });

  const change = async (id: string, state: Partial<CallState>, columns: object = {}) => {
    const row = await app.services.db.call.findUniqueOrThrow({ where: { id }, include: withKey });
    await app.services.db.call.update({
      where: { id },
      data: { processState: { ...(row.processState as object), ...state } as object, ...columns },
    });
  };
  const toldTo = async (email: string) => {
    const rows = await app.services.db.message.findMany({
      where: {
        to: { has: email },
        kind: { in: ['call-reminder', 'call-cancelled', 'call-rescheduled', 'call-recap'] },
      },
      orderBy: { queuedAt: 'asc' },
      include: withKey,
    });
    return rows.map(({ kind, aboutId }) => `${kind} ${aboutId?.slice(-10)}`).sort();
  };
  /** Registered, opted in, approved, in any order: nothing is told until the last of them. */
  async function join(steps: string[]): Promise<string> {
    const email = stranger().email;
    let id = '';
    for (const step of steps) {
      expect(await toldTo(email)).toEqual([]);
      if (step === 'another-address') {
        const { personId } = await app.services.db.personEmail.findUniqueOrThrow({ where: { email } });
        await app.services.db.personEmail.create({ data: { email: `other-${email}`, personId } });
      }
      if (step === 'subscribe-other') await send('/subscriptions', wish(`other-${email}`), key);
      if (step === 'subscribe') await send('/subscriptions', wish(email), key);
      if (step === 'register') await register(email);
      if (step === 'register-pending') id = (await register(email, { employer: '' })).body.id ?? '';
      if (step === 'approve') await send(`/registrations/${id}/decisions`, { kind: 'approve' }, key);
    }
    return email;
  }

  const WAYS: [string, string[]][] = [
    ['registers last', ['subscribe', 'register']],
    ['opts in last', ['register', 'subscribe']],
    ['opts in last, by another address', ['register', 'another-address', 'subscribe-other']],
    ['is approved last', ['register-pending', 'subscribe', 'approve']],
  ];

  test.each(WAYS)('whoever %s gets today’s reminder still, once', async (_name, steps) => {
    await change(CALL, { reminded: ['2026-11-04'] });
    app.setNow('2026-11-04T18:00:00.000Z');
    const email = await join(steps);
    expect(await toldTo(email)).toEqual(['call-reminder 2026-11-04']);
    await send('/subscriptions', wish(email), key);
    expect(await remindersTo(email)).toHaveLength(1);
  });

  describe('of what was told before they came', () => {
    const soon = ['call-cancelled 2026-11-11', 'call-rescheduled 2026-11-18'];
    beforeAll(async () => {
      await change(CALLS.cancelled, { status: 'cancelled' }, { status: 'cancelled' });
      const moved = await app.services.db.call.findUniqueOrThrow({
        where: { id: CALLS.moved },
        include: withKey,
      });
      const was = moved.startsAt.toISOString();
      const startsAt = new Date(moved.startsAt.getTime() + 3_600_000);
      const { times } = moved.processState as unknown as CallState;
      await change(
        CALLS.moved,
        { movedAt: '2026-11-02T18:00:00.000Z', times: { ...times, startsAt: startsAt.toISOString() } },
        { startsAt },
      );
      await recording(app.services, async (rec) =>
        appendEvent(rec, {
          workflowId: callWorkflowId(CALLS.moved),
          event: { seq: 1, type: 'rescheduled', at: was, actor: 'system', data: { startedAt: was } },
          hash: 'moved',
        }),
      );
    });

    test.each(WAYS)('whoever %s gets the cancellation and the move, once', async (_name, steps) => {
      app.setNow('2026-11-05T18:00:00.000Z');
      const email = await join(steps);
      expect(await toldTo(email)).toEqual(soon);
      await send('/subscriptions', wish(email), key);
      expect(await toldTo(email)).toEqual(soon);
      const call = await app.services.db.call.findUniqueOrThrow({
        where: { id: CALLS.cancelled },
        include: withKey,
      });
      const bulk = { kind: 'call-cancelled' as const, occasion: '2026-11-11' };
      await recording(app.services, (rec) => writeBatch(rec, app.services, { call, bulk }));
      expect(await toldTo(email)).toEqual(soon);
    });

    test('the move says from when to when', async () => {
      app.setNow('2026-11-05T18:00:00.000Z');
      const email = await join(['subscribe', 'register']);
      const row = await app.services.db.message.findFirstOrThrow({
        where: { to: { has: email }, kind: 'call-rescheduled' },
        include: withKey,
      });
      const { text } = await renderMessage(app.services, row);
      expect(text).toContain('12:00 PM PT');
      expect(text).toContain('1:00 PM PT');
    });

    test('nobody without opt-in, and nobody whose registration waits', async () => {
      app.setNow('2026-11-05T18:00:00.000Z');
      expect(await toldTo(await join(['register']))).toEqual([]);
      expect(await toldTo(await join(['subscribe', 'register-pending']))).toEqual([]);
    });

    test.each([
      ['a day after it', '2026-11-26T18:00:00.000Z', ['call-recap 2026-11-25']],
      ['within a week of it', '2026-12-02T20:30:00.000Z', ['call-recap 2026-11-25']],
      ['after that', '2026-12-02T21:30:00.000Z', []],
    ])('a recap, %s', async (_when, at, told) => {
      await change(
        CALLS.recap,
        { status: 'held', recapPublishedAt: '2026-11-25T22:00:00.000Z' },
        { status: 'held', recapPublishedAt: new Date('2026-11-25T22:00:00.000Z') },
      );
      app.setNow(at);
      for (const [, steps] of WAYS) expect(await toldTo(await join(steps))).toEqual(told);
    });
  });
});
