import { describe, expect, test } from '@jest/globals';
import { hashToken } from '../../../src/usecases/tokens.js';
import { attends, goodAsker } from '../call-people.js';
import { ask, callOf, decide, desk, LISTENER, questionOf, sink } from './site.js';

/** Six weeks of calls in the order in which they happen, each part on from the one before. */
const GENERAL = 'legal-working-group-2056-01-12';

describe('a general call with more questions than places', () => {
  const ids: string[] = [];
  const asked: string[] = [];
  let review = '';

  test('its window opens when the call before it has ended', async () => {
    expect(await ask(GENERAL, 0)).toMatchObject({ status: 409, body: { code: 'not-this-week' } });
    await desk.advance({ to: '2056-01-05T13:00:00-08:00' });
    expect((await callOf(GENERAL)).status).toBe('open');
  });

  test('eight ask; nobody asks twice, no organization does', async () => {
    for (let n = 0; n < 8; n += 1) {
      await desk.advance({ by: 'PT1M' });
      const { status, body } = await ask(GENERAL, n, { convertIfUnselected: n === 5 });
      expect(status).toBe(201);
      ids.push(body.id);
      asked.push(body.askedAt);
    }
    expect(await ask(GENERAL, 0, { question: 'And then?' })).toMatchObject({
      status: 409,
      body: { code: 'one-question-per-person' },
    });
    const colleague = { ...goodAsker(0), email: 'colleague@office-0.example' };
    expect(await ask(GENERAL, 0, { asker: colleague, question: 'And we?' })).toMatchObject({
      status: 409,
      body: { code: 'one-question-per-organization' },
    });
  });

  test('edited, a question keeps its place; withdrawn, it leaves the place to a colleague', async () => {
    const edited = await desk.api('PUT', `/api/v1/calls/${GENERAL}/questions/${ids[0]}`, {
      body: { question: 'How would you really begin?' },
    });
    expect([edited.status, edited.body.question, edited.body.askedAt]).toEqual([
      200,
      'How would you really begin?',
      asked[0],
    ]);
    const withdrawn = await desk.api('DELETE', `/api/v1/calls/${GENERAL}/questions/${ids[1]}`);
    expect([withdrawn.status, withdrawn.body.status]).toEqual([200, 'withdrawn']);
    const colleague = { ...goodAsker(1), email: 'colleague@office-1.example' };
    const again = await ask(GENERAL, 1, { asker: colleague, convertIfUnselected: true });
    expect(again.status).toBe(201);
    ids[1] = again.body.id;
    expect((await callOf(GENERAL)).questionCount).toBe(8);
  });

  test('a minute before two it is still taken, at two o’clock it is closed', async () => {
    const last = () =>
      desk.api('PUT', `/api/v1/calls/${GENERAL}/questions/${ids[2]}`, { body: { question: 'Once more.' } });
    await desk.advance({ to: '2056-01-11T13:59:00-08:00' });
    expect((await last()).status).toBe(200);
    await desk.advance({ to: '2056-01-11T14:00:00-08:00' });
    expect((await callOf(GENERAL)).status).toBe('questions-closed');
    for (const late of [
      await last(),
      await ask(GENERAL, 99),
      await desk.api('DELETE', `/api/v1/calls/${GENERAL}/questions/${ids[2]}`),
    ]) {
      expect([late.status, late.body.code]).toEqual([409, 'questions-closed']);
    }
  });

  test('staff choose two; the desk fills four places at five o’clock, first come', async () => {
    const chosen = [ids[6], ids[7]];
    expect((await decide(GENERAL, { kind: 'select', questionIds: chosen })).status).toBe(200);
    await desk.advance({ to: '2056-01-11T16:59:00-08:00' });
    expect([...(await callOf(GENERAL)).selected].sort()).toEqual([...chosen].sort());
    await desk.advance({ to: '2056-01-11T17:00:00-08:00' });
    const call = await callOf(GENERAL);
    expect(call.status).toBe('confirmed');
    expect([...call.selected].sort()).toEqual([0, 2, 3, 4, 6, 7].map((n) => ids[n]).sort());
    expect((await decide(GENERAL, { kind: 'select', questionIds: [ids[0]] })).status).toBe(409);
  });

  test('each asker hears what became of theirs, once', async () => {
    for (const [n, id] of ids.entries()) {
      const fate = n === 1 || n === 5 ? 'question-not-selected' : 'question-selected';
      expect([n, (await desk.mails(id)).sort()]).toEqual([n, [fate, 'question-received'].sort()]);
    }
  });

  test('over, and nobody knows who was there: nobody is absent', async () => {
    await desk.advance({ to: '2056-01-12T13:30:00-08:00' });
    expect((await callOf(GENERAL)).status).toBe('held');
    expect(await desk.mails(ids[3] ?? '')).not.toContain('asked-but-absent');
  });

  test('while somebody without an address may be the one chosen, nobody is absent', async () => {
    const phone = { ...attends('', GENERAL), name: '1310555****' };
    const there = [0, 2, 4, 6, 7].map((n) => attends(goodAsker(n).email, GENERAL));
    const told = await desk.api('POST', `/api/v1/calls/${GENERAL}/attendance`, { body: [...there, phone] });
    expect(told.body).toMatchObject({ ambiguous: 1, unknown: 0 });
    await desk.advance({ by: 'PT1M' });
    expect(await desk.mails(ids[3] ?? '')).not.toContain('asked-but-absent');
  });

  test('once it is known, the one chosen who stayed away hears how to ask in writing, once', async () => {
    const there = [0, 2, 4, 6, 7].map((n) => attends(goodAsker(n).email, GENERAL));
    for (const rows of [there, [...there, attends(LISTENER, GENERAL)]]) {
      const told = await desk.api('POST', `/api/v1/calls/${GENERAL}/attendance`, { body: rows });
      expect(told.status).toBe(200);
      await desk.advance({ by: 'PT1M' });
    }
    for (const [n, id] of ids.entries()) {
      const times = (await desk.mails(id)).filter((kind) => kind === 'asked-but-absent').length;
      expect([n, times]).toEqual([n, n === 3 ? 1 : 0]);
    }
  });

  test('the link in that mail still leads to the question after a correction', async () => {
    const mail = sink.received.find(
      ({ recipients, subject }) =>
        recipients.includes(goodAsker(3).email) && /request|attend|miss/i.test(subject),
    );
    const token = /\/handover\/([\w-]+)/.exec(mail?.text ?? '')?.[1];
    expect(token).toBeDefined();
    const row = await desk.wired.services.db.callQuestion.findUniqueOrThrow({ where: { id: ids[3] } });
    expect(row.handoverTokenHash).toEqual(hashToken(token ?? ''));
  });

  test('of somebody who is refused assistance by then it stays theirs, and they alone are told', async () => {
    const { db } = desk.wired.services;
    const { personId } = await db.callQuestion.findUniqueOrThrow({ where: { id: ids[1] } });
    const body = { personId, grounds: 'overuse', evidence: 'Every week.' };
    review = (await desk.api('POST', '/api/v1/conduct-reviews', { body })).body.id;
    for (const decision of [
      { kind: 'notify' },
      { kind: 'refuse', until: '2056-03-01', reason: 'Too often.' },
    ]) {
      const path = `/api/v1/conduct-reviews/${review}/decisions`;
      expect((await desk.api('POST', path, { body: decision })).status).toBe(200);
    }
    // Their registration and their listening are not touched.
    const listens = {
      series: 'legal-working-group',
      role: 'attorney',
      licensedIn: ['CA'],
      employer: 'Office 1',
    };
    const registered = { ...listens, name: 'Ana Ortiz', email: 'colleague@office-1.example' };
    expect((await desk.api('POST', '/api/v1/registrations', { body: registered })).body.status).toBe(
      'approved',
    );
  });

  test('three business days later at nine, over a holiday, the agreed one is a request of its first date', async () => {
    await desk.advance({ to: '2056-01-18T08:59:00-08:00' });
    expect((await questionOf(GENERAL, ids[5])).status).toBe('not-selected');
    await desk.advance({ to: '2056-01-18T09:00:00-08:00' });
    const question = await questionOf(GENERAL, ids[5]);
    expect(question).toMatchObject({ status: 'converted', requestId: expect.any(String) });
    const { body: request } = await desk.api('GET', `/api/v1/ta-requests/${question.requestId}`);
    expect(request.receivedAt).toBe(asked[5]);
    expect((await desk.timeline(request.id))[0]).toBe('received 2056-01-18T09:00');
    // Fifteen business days from the day it became a request, not from the day of the question.
    expect(request.dueAt.slice(0, 10) > '2056-02-05').toBe(true);
    const kept = await desk.wired.services.db.callQuestion.findUniqueOrThrow({ where: { id: ids[1] } });
    expect(kept).toMatchObject({ status: 'not-selected', convertIfUnselected: false, convertAt: null });
    expect((await desk.mails(ids[1] ?? '')).sort()).toEqual(['question-not-selected', 'question-received']);
    expect(await desk.mails(review)).toEqual(['conduct-notice', 'conduct-refused', 'conduct-question-kept']);
    const told = await desk.api('GET', `/api/v1/messages?about=${review}&limit=100`, { as: 'coordinator' });
    expect(told.body.items).toEqual([]);
    // By their own click, or a coordinator’s for them, it becomes one again when the refusal is over, and not before.
    const path = `/api/v1/calls/${GENERAL}/questions/${ids[1]}/request`;
    expect(await desk.api('POST', path, { as: 'coordinator', body: {} })).toMatchObject({
      status: 403,
      body: { detail: expect.not.stringMatching(/assistance|refus|review/i) },
    });
    const dismissed = { kind: 'dismiss', reason: 'Settled.' };
    await desk.api('POST', `/api/v1/conduct-reviews/${review}/decisions`, { body: dismissed });
    expect((await desk.api('POST', path, { body: {} })).status).toBe(201);
  });

  test('with that, and who was there known, the call is completed', async () => {
    expect((await callOf(GENERAL)).status).toBe('completed');
  });
});
