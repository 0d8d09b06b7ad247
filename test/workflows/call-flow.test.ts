import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { StaffRole } from '../../src/domain/people/actor.js';
import { setJoinLink } from '../../src/usecases/calls/set-join-link.js';
import { hashToken } from '../../src/usecases/tokens.js';
import { startDesk, type TestDesk } from '../support/desk.js';
import { cookiesOf } from '../support/sign-in.js';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.js';
import { unsaid } from '../support/summaries.js';
import { attends, goodAsker, listenTo, optOutWhenQueued } from './call-people.js';
import { callsHeldUp } from './calls-held-up.js';

/** Six weeks of calls in the order in which they happen, each part on from the one before. */
const GENERAL = 'legal-working-group-2056-01-12';
const MOVED = 'legal-working-group-2056-01-19';
const CANCELLED = 'legal-working-group-2056-01-26';
const REMINDED = 'legal-working-group-2056-02-09';
const LISTENER = 'listens@legal-aid.example';

let desk: TestDesk;
let sink: SmtpSink;
beforeAll(async () => {
  sink = await startSmtpSink();
  desk = await startDesk({
    startAt: '2056-01-03T08:00:00-08:00',
    series: true,
    env: { SMTP_URL: sink.url },
  });
}, 120_000);
afterAll(async () => {
  await desk?.close();
  await sink?.close();
});

describe('registration', () => {
  test('a clean one is approved at once, and told', async () => {
    const { status, body } = await register(LISTENER);
    expect([status, body.status, body.reasons]).toEqual([201, 'approved', []]);
    await listenTo(desk, LISTENER);
    await desk.advance({ by: 'PT1M' });
    expect(await desk.mails(body.id)).toEqual(['registration-approved']);
  });

  test('one with a personal address waits for a person, and is told twice: waiting, approved', async () => {
    const { body } = await register('ana@gmail.com');
    expect([body.status, body.reasons]).toEqual(['pending', ['personal-email']]);
    const decided = await desk.api('POST', `/api/v1/registrations/${body.id}/decisions`, {
      as: 'coordinator',
      body: { kind: 'approve', reason: 'Known to us.' },
    });
    expect([decided.status, decided.body.status, decided.body.reply]).toEqual([
      200,
      'approved',
      'Known to us.',
    ]);
    await desk.advance({ by: 'PT1M' });
    // Staff heard that it waits for them.
    expect((await desk.mails(body.id)).sort()).toEqual([
      'registration-approved',
      'registration-pending',
      'registration-review',
    ]);
  });
});

describe('a general call with more questions than places', () => {
  const ids: string[] = [];
  const asked: string[] = [];

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
    const again = await ask(GENERAL, 1, { asker: colleague });
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
    expect((await questionOf(GENERAL, ids[1])).status).toBe('not-selected');
  });

  test('with that, and who was there known, the call is completed', async () => {
    expect((await callOf(GENERAL)).status).toBe('completed');
  });
});

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

describe('who is written to', () => {
  const LEAVES = 'leaves@legal-aid.example';
  const LATE = 'late@legal-aid.example';
  let askedId: string;

  test('somebody asks', async () => {
    await desk.advance({ to: '2056-02-07T10:00:00-08:00' });
    const asked = await ask(REMINDED, 60);
    expect(asked.status).toBe(201);
    askedId = asked.body.id;
  });

  test('opted out between the reminder’s batch and its sending: suppressed', async () => {
    const { services } = desk.wired;
    const staff = { kind: 'user', id: 'u', role: 'coordinator', name: 'Cleo', email: 'c@x.example' } as const;
    expect((await setJoinLink(services, staff, REMINDED, 'https://meet.example/j/1')).ok).toBe(true);
    await desk.advance({ to: '2056-02-08T18:00:00-08:00' });
    await register(LEAVES);
    await listenTo(desk, LEAVES);
    await optOutWhenQueued(desk, LEAVES);
    await desk.advance({ to: '2056-02-09T09:00:00-08:00' });
    const rows = await desk.wired.services.db.message.findMany({ where: { aboutId: REMINDED } });
    expect(rows.map(({ kind, to, status }) => `${kind} ${to} ${status}`).sort()).toEqual([
      `call-reminder ${LEAVES} suppressed`,
      `call-reminder ${LISTENER} sent`,
    ]);
    expect(
      arrived(LEAVES).filter(({ messageId }) => rows.some((row) => row.messageId === messageId)),
    ).toEqual([]);
  });

  test('registered an hour after the reminder: gets it, once', async () => {
    await desk.advance({ to: '2056-02-09T10:00:00-08:00' });
    await listenTo(desk, LATE);
    await register(LATE);
    await desk.advance({ by: 'PT10M' });
    await register(LATE);
    await desk.advance({ by: 'PT10M' });
    const late = (await mailsOf(REMINDED)).filter((line) => line.endsWith(LATE));
    expect(late).toEqual([`call-reminder ${LATE}`]);
  });

  test('the office closes that very morning: staff hear that it takes place unless they cancel it, and it does', async () => {
    const body = { date: '2056-02-09', name: 'Storm' };
    const entered = await desk.api('POST', '/api/v1/closures', { as: 'director', body });
    expect(entered.body.calls).toEqual([{ id: REMINDED, startsAt: expect.any(String), cancelsAt: null }]);
    await desk.advance({ by: 'PT1M' });
    const flags = sink.received.filter(({ subject }) => subject.endsWith('does it take place?'));
    expect(flags.length).toBeGreaterThan(0);
    for (const { text } of flags) expect(text).toContain('If nobody does, it takes place.');
    const page = await (await fetch(`${desk.url}/calls/${REMINDED}`)).text();
    expect(page).toContain('The call may not take place; please look here again before it begins.');
    expect(await (await fetch(`${desk.url}/calls`)).text()).toContain('Day off: Storm');
    await desk.advance({ to: '2056-02-09T13:30:00-08:00' });
    expect((await callOf(REMINDED)).status).toBe('held');
    expect((await mailsOf(REMINDED)).filter((line) => line.startsWith('call-cancelled'))).toEqual([]);
    expect((await desk.mails(askedId)).sort()).toEqual(['question-received', 'question-selected']);
    await desk.api('DELETE', '/api/v1/closures/2056-02-09', { as: 'director' });
  });

  test('the recap goes to who listens, and to nobody who left', async () => {
    expect(
      (await decide(REMINDED, { kind: 'publish-recap', body: 'What we learned: wordrecap.' })).status,
    ).toBe(200);
    await desk.advance({ by: 'PT1M' });
    const recaps = (await mailsOf(REMINDED)).filter((line) => line.startsWith('call-recap'));
    expect(recaps).toEqual([`call-recap ${LATE}`, `call-recap ${LISTENER}`]);
    expect((await decide(REMINDED, { kind: 'publish-recap', body: 'Again.' })).status).toBe(409);
  });

  describe('who reads what staff write about calls', () => {
    const NEXT = 'legal-working-group-2056-02-16';
    const ASKER = goodAsker(70).email;
    const DENIED = 'denied@gmail.com';
    type Reader = 'registrant' | 'asker' | 'denied registrant' | 'staff' | 'everybody else';
    const texts = {} as Record<Reader, string>;

    beforeAll(async () => {
      const { body: denied } = await register(DENIED);
      const decision = { kind: 'deny', reason: 'worddenied' };
      await desk.api('POST', `/api/v1/registrations/${denied.id}/decisions`, { body: decision });
      const { body: question } = await ask(NEXT, 70);
      const questionPath = `/api/v1/calls/${NEXT}/questions/${question.id}`;
      await desk.api('POST', `${questionPath}/organization`, { body: { name: 'wordoffice' } });
      await desk.api('POST', '/api/v1/closures', { body: { date: '2056-03-02', name: 'wordclosure' } });
      const staff = { id: randomUUID(), email: 'cora@desk.example', name: 'Cora', role: 'coordinator' };
      await desk.wired.services.db.staff.create({ data: { ...staff, createdAt: new Date() } });
      const paths = [
        ...[CANCELLED, REMINDED, NEXT].flatMap((id) => [
          `/calls/${id}`,
          `/api/v1/calls/${id}`,
          `/api/v1/calls/${id}/calendar.ics`,
          `/staff/calls/${id}`,
          `/api/v1/messages?about=${id}`,
        ]),
        ...['/calls', '/my/calls', '/my/requests', '/api/v1/registrations?status=denied'],
        ...[`/api/v1/registrations/${denied.id}`, `/api/v1/registrations/${denied.id}/events`, questionPath],
        ...['/api/v1/deadlines?receivedAt=2056-02-28T18:00:00Z&businessDays=5', '/staff/registrations'],
      ];
      const read = async (email: string | null) => {
        const headers = email ? { cookie: await cookiesOf(desk, email) } : undefined;
        const pages = paths.map(async (path) => (await fetch(`${desk.url}${path}`, { headers })).text());
        return (await Promise.all(pages)).join('\n');
      };
      texts.registrant = await read(LISTENER);
      texts.asker = await read(ASKER);
      texts['denied registrant'] = await read(DENIED);
      texts.staff = await read(staff.email);
      texts['everybody else'] = await read(null);
    }, 60_000);

    test.each<[string, Reader[]]>([
      ['wordcancelled', ['staff']],
      ['wordrecap', ['registrant', 'staff']],
      ['worddenied', ['denied registrant', 'staff']],
      ['wordoffice', ['asker', 'staff']],
      ['wordclosure', ['registrant', 'asker', 'denied registrant', 'staff', 'everybody else']],
    ])('%s: %j', async (word, readers) => {
      const found = Object.entries(texts).filter(([, text]) => text.includes(word));
      expect(found.map(([reader]) => reader).sort()).toEqual([...readers].sort());
      await desk.advance({ by: 'PT1M' });
      expect(sink.received.filter(({ text, subject }) => `${subject} ${text}`.includes(word))).toEqual([]);
    });
  });

  test('what the ledger calls sent is what the mail server has, each once', async () => {
    const rows = await desk.wired.services.db.message.findMany({ where: { status: 'sent' } });
    expect(sink.received.map(({ messageId }) => messageId).sort()).toEqual(
      rows.map(({ messageId }) => messageId).sort(),
    );
  });
});

// Last: it ends calls and pauses series.
describe('what can’t be carried out', () => callsHeldUp(() => desk));

describe('a closure entered when the call was planned already', () => {
  const CLOSED = 'legal-working-group-2056-02-23';

  test('is told to the call: staff hear of it each time, its page says so, and taken back a confirmed one is no day off either', async () => {
    const body = { date: '2056-02-23', name: 'Office move' };
    const before = await desk.api('GET', `/api/v1/calls/${CLOSED}`);
    const preview = await desk.api('POST', '/api/v1/closures?preview=true', { as: 'director', body });
    const { startsAt, windowOpensAt } = before.body;
    expect(preview.body.calls).toEqual([{ id: CLOSED, startsAt, cancelsAt: windowOpensAt }]);
    const entered = await desk.api('POST', '/api/v1/closures', { as: 'director', body });
    expect(entered.body.calls).toEqual(preview.body.calls);
    await desk.advance({ by: 'PT1M' });
    expect((await desk.api('GET', `/api/v1/calls/${CLOSED}`)).body.dayOff).toBe('Office move');
    const flags = async () => (await mailsOf(CLOSED)).map((mail) => mail.split(' ')[0]);
    expect(await flags()).toEqual(['call-day-off']);
    const opened = await desk.api('DELETE', '/api/v1/closures/2056-02-23', { as: 'director' });
    expect(opened.body.calls).toEqual([{ id: CLOSED, startsAt, cancelsAt: null }]);
    await desk.advance({ by: 'PT1M' });
    await desk.api('POST', '/api/v1/closures', { as: 'director', body });
    await desk.advance({ by: 'PT1M' });
    expect(await flags()).toEqual(['call-day-off', 'call-day-off']);
    const page = await (await fetch(`${desk.url}/calls/${CLOSED}`)).text();
    expect(page).toContain('This date is a day off (Office move).');
    expect((await decide(CLOSED, { kind: 'confirm' })).status).toBe(200);
    const removed = await desk.api('DELETE', '/api/v1/closures/2056-02-23', { as: 'director' });
    expect(removed.body.calls).toEqual([]);
    await desk.advance({ by: 'PT1M' });
    expect((await desk.api('GET', `/api/v1/calls/${CLOSED}`)).body).toMatchObject({
      dayOff: null,
      status: 'planned',
    });
  });
});

test('every activity and timer of these processes says what it is for, in a code', async () => {
  const { types, silent } = await unsaid(desk);
  expect(types).toEqual(expect.arrayContaining(['bulkMail', 'callCycle', 'mailDelivery', 'taRequest']));
  expect(silent).toEqual([]);
}, 60_000);

function register(email: string) {
  return desk.api('POST', '/api/v1/registrations', {
    body: {
      series: 'legal-working-group',
      name: 'Ana Ortiz',
      email,
      role: 'attorney',
      licensedIn: ['CA'],
      employer: 'Valley Legal Aid',
    },
  });
}

function ask(callId: string, n: number, change: Record<string, unknown> = {}) {
  return desk.api('POST', `/api/v1/calls/${callId}/questions`, {
    body: { asker: goodAsker(n), question: `How would you begin with ${randomUUID()}?`, ...change },
  });
}

function decide(callId: string, body: object, as: StaffRole = 'coordinator') {
  return desk.api('POST', `/api/v1/calls/${callId}/decisions`, { as, body });
}

async function callOf(id: string) {
  return (await desk.api('GET', `/api/v1/calls/${id}`)).body as {
    status: string;
    selected: string[];
    questionCount: number;
  };
}

async function questionOf(callId: string, id: string | undefined) {
  return (await desk.api('GET', `/api/v1/calls/${callId}/questions/${id}`)).body as {
    status: string;
    requestId: string | null;
    convertsAt: string | null;
  };
}

/** Mails to staff that a call has no join link. */
function toldOfNoLink(callId: string): Promise<number> {
  return desk.wired.services.db.message.count({ where: { aboutId: callId, kind: 'call-meeting-problem' } });
}

/** `kind address` of each mail about a call that was sent to listeners, by time and address. */
async function mailsOf(callId: string): Promise<string[]> {
  const rows = await desk.wired.services.db.message.findMany({
    where: { aboutId: callId, status: 'sent', kind: { not: 'call-meeting-problem' } },
    orderBy: [{ queuedAt: 'asc' }, { to: 'asc' }],
  });
  return rows.map(({ kind, to }) => `${kind} ${to}`);
}

function arrived(email: string) {
  return sink.received.filter(({ recipients }) => recipients.includes(email));
}
