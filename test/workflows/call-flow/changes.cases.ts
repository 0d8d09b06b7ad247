import { describe, expect, test } from '@jest/globals';
import { goodAsker, listenTo } from '../call-people.js';
import { ask, CANCELLED, callOf, decide, desk, LISTENER, mailsOf, questionOf, register } from './site.js';

const MOVED = 'legal-working-group-2056-01-19';

describe('a moved call', () => {
  const THREE_MOVES = Array(3).fill(`call-rescheduled ${LISTENER}`);

  test('is told again, keeps id and topic, and takes questions until its new cut-off', async () => {
    const moved = await decide(MOVED, { kind: 'reschedule', startsAt: '2056-01-20T20:00:00.000Z' });
    expect(moved.body).toMatchObject({ id: MOVED, topic: 'non-legal', startsAt: '2056-01-20T20:00:00.000Z' });
    await desk.advance({ by: 'PT1M' });
    expect(await mailsOf(MOVED)).toEqual([`call-rescheduled ${LISTENER}`]);
    await desk.advance({ to: '2056-01-19T13:59:00-08:00' });
    expect((await ask(MOVED, 20)).status).toBe(201);
  });

  test('moved away and back again, each move is told once, to who asked and to who may ask it there as well', async () => {
    const { db } = desk.wired.services;
    const { email } = goodAsker(20);
    await register(email);
    await listenTo(desk, email);
    // Asked on another call, and proposed to be moved to this one.
    const { body: proposed } = await ask(MOVED, 21);
    await db.callQuestion.update({
      where: { id: proposed.id },
      data: { callId: CANCELLED, moveToCallId: MOVED, moveAskedAt: new Date() },
    });
    await desk.advance({ by: 'PT10S' });
    const before = await mailsOf(MOVED);
    for (const startsAt of ['2056-01-20T21:00:00.000Z', '2056-01-20T20:00:00.000Z']) {
      expect((await decide(MOVED, { kind: 'reschedule', startsAt })).status).toBe(200);
      await desk.advance({ by: 'PT10S' });
    }
    expect(await mailsOf(MOVED)).toEqual([...before, ...THREE_MOVES.slice(1)].sort());
    expect(await desk.mails(proposed.id)).toEqual([
      'question-received',
      'question-move-proposed',
      'question-move-proposed',
    ]);
    await db.callQuestion.delete({ where: { id: proposed.id } });
    await db.subscription.deleteMany({ where: { email } });
    await db.message.deleteMany({ where: { aboutId: MOVED, to: { has: email } } });
    const { id } = await db.callQuestion.findFirstOrThrow({ where: { callId: MOVED } });
    expect(await desk.mails(id)).toEqual([
      'question-received',
      'question-call-rescheduled',
      'question-call-rescheduled',
    ]);
  });

  test('nobody selects: the desk does; the reminder comes on the new day only', async () => {
    await desk.advance({ to: '2056-01-20T08:59:00-08:00' });
    const call = await callOf(MOVED);
    expect([call.status, call.selected.length]).toEqual(['confirmed', 1]);
    expect(await mailsOf(MOVED)).toEqual(THREE_MOVES);
    const onTheEve = await toldOfNoLink(MOVED);
    expect(onTheEve).toBeGreaterThan(0);
    await desk.advance({ to: '2056-01-20T09:00:00-08:00' });
    expect(await toldOfNoLink(MOVED)).toBe(2 * onTheEve);
    expect(await mailsOf(MOVED)).toEqual([...THREE_MOVES, `call-reminder ${LISTENER}`]);
  });
});

describe('a call staff cancel', () => {
  let id: string;

  test('tells who listens and the asker, and reminds nobody any more', async () => {
    await desk.advance({ to: '2056-01-24T10:00:00-08:00' });
    const asked = await ask(CANCELLED, 30, { convertIfUnselected: true });
    id = asked.body.id;
    await desk.advance({ to: '2056-01-25T15:00:00-08:00' });
    expect(
      (await decide(CANCELLED, { kind: 'cancel', reason: 'Our facilitator is wordcancelled.' })).body,
    ).toMatchObject({
      status: 'cancelled',
      cancelReason: 'staff',
    });
    await desk.advance({ to: '2056-01-26T20:00:00-08:00' });
    expect(await mailsOf(CANCELLED)).toEqual([`call-cancelled ${LISTENER}`]);
    expect((await desk.mails(id)).sort()).toEqual(['question-not-selected', 'question-received']);
  });

  test('its questions are handed over like any', async () => {
    expect((await questionOf(CANCELLED, id)).convertsAt).toBe('2056-01-28T17:00:00.000Z');
    await desk.advance({ to: '2056-01-28T09:00:00-08:00' });
    expect((await questionOf(CANCELLED, id)).status).toBe('converted');
  });
});

/** Mails to staff that a call has no join link. */
function toldOfNoLink(callId: string): Promise<number> {
  return desk.wired.services.db.message.count({ where: { aboutId: callId, kind: 'call-meeting-problem' } });
}
