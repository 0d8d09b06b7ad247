import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { setJoinLink } from '../../../src/usecases/calls/set-join-link.js';
import { cookiesOf } from '../../support/sign-in.js';
import { goodAsker, listenTo, optOutWhenQueued } from '../call-people.js';
import { ask, CANCELLED, callOf, decide, desk, LISTENER, mailsOf, register, sink } from './site.js';

const REMINDED = 'legal-working-group-2056-02-09';

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

function arrived(email: string) {
  return sink.received.filter(({ recipients }) => recipients.includes(email));
}
