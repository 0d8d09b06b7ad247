import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { digestSections } from '../../../src/usecases/digest/digest-sections.js';
import { local, type TestDesk } from '../../support/desk.js';

/** After the answer, over the change to daylight saving time on March 12, 2056. */
export function afterAnswerCases(deskOf: () => TestDesk): void {
  describe('after the answer, from Monday, March 6, 2056', () => {
    const ids: Record<string, string> = {};
    const path = (name: string, what = '') => `/api/v1/ta-requests/${ids[name]}${what && `/${what}`}`;
    const answered = async (name: string) => {
      const desk = deskOf();
      const { id } = await desk.submit({}, { email: `after-${name}@legal-aid.example` });
      ids[name] = id;
      await desk.decide(id, { kind: 'draft-response', body: 'An answer.' }, 'attorney');
      await desk.decide(id, { kind: 'submit-for-review' }, 'attorney');
      return desk.decide(id, { kind: 'send-response' }, 'reviewer');
    };
    const view = async (name: string) => (await deskOf().api('GET', path(name))).body;
    const post = async (name: string, what: string, body: object) =>
      deskOf().api('POST', path(name, what), { body });
    const decided = (name: string, decision: object, as: 'attorney' | 'reviewer' | 'coordinator') =>
      deskOf().api('POST', path(name, 'decisions'), { body: decision, as });
    const to = (at: string) => deskOf().advance({ to: at });
    const since = async (name: string, type: string) => {
      const lines = await deskOf().timeline(ids[name] ?? '');
      const after = lines.slice(lines.findIndex((line) => line.startsWith(`${type} `)) + 1);
      return after.filter((line) => !line.startsWith('calendar-changed'));
    };

    test('answered, it says until when to ask, and when it closes by itself', async () => {
      await to('2056-03-06T10:00:00-08:00');
      const asked = await answered('asked');
      await answered('silent');
      await answered('reopening');
      expect(local(asked.followUpUntil)).toBe('2056-03-20T17:00');
      expect([asked.status, asked.followUp, asked.closesOn]).toEqual(['responded', null, '2056-04-05']);
      expect(await post('asked', 'reopening', { reason: '' })).toMatchObject({ status: 422 });
    });

    test('a notice that would fall on a Saturday comes the business day before', async () => {
      await to('2056-03-09T10:00:00-08:00');
      expect(await answered('weekend')).toMatchObject({ status: 'responded', closesOn: '2056-04-08' });
      await answered('moved');
    });

    test('a follow-up after hours counts from the next business day; a second one is refused', async () => {
      await to('2056-03-17T18:00:00-07:00');
      const { status, body } = await post('asked', 'follow-up', { question: 'And the appeal?' });
      expect([status, Object.keys(body).sort(), body.status]).toEqual([
        201,
        ['dueAt', 'id', 'status'],
        'open',
      ]);
      expect(local(body.dueAt)).toBe('2056-03-27T17:00');
      const { followUp, followUpUntil, closesOn, clock } = await view('asked');
      expect([followUp.id, followUpUntil, closesOn, clock.state]).toEqual([body.id, null, null, 'stopped']);
      expect(await post('asked', 'follow-up', { question: 'One more?' })).toMatchObject({
        status: 409,
        body: { code: 'not-allowed-now' },
      });
      const { days } = (await deskOf().api('GET', path('asked', 'follow-up'))).body;
      expect(days.map((day: { date: string; kind: string }) => `${day.date} ${day.kind}`)).toEqual([
        '2056-03-17 received',
        '2056-03-18 weekend',
        '2056-03-19 weekend',
        '2056-03-20 received',
        '2056-03-21 counted',
        '2056-03-22 counted',
        '2056-03-23 counted',
        '2056-03-24 counted',
        '2056-03-25 weekend',
        '2056-03-26 weekend',
        '2056-03-27 due',
      ]);
    });

    test('a closure moves the open follow-up, and what it was told; taken back, the date comes back', async () => {
      const asked = (await post('moved', 'follow-up', { question: 'Which form?' })).body;
      const closure = { date: '2056-03-22', name: 'Storm' };
      const preview = await deskOf().api('POST', '/api/v1/closures?preview=true', {
        as: 'director',
        body: closure,
      });
      const moved = preview.body.moves.find(({ id }: { id: string }) => id === ids.moved);
      expect([moved.dueAt, local(moved.newDueAt)]).toEqual([asked.dueAt, '2056-03-28T17:00']);
      const before = await view('moved');
      await deskOf().api('POST', '/api/v1/closures', { as: 'director', body: closure });
      await deskOf().advance({ by: 'PT1M' });
      const after = await view('moved');
      expect([local(after.followUp.dueAt), after.dueAt]).toEqual(['2056-03-28T17:00', before.dueAt]);
      expect((await deskOf().mails(ids.moved ?? '')).at(-1)).toBe('follow-up-moved');
      await deskOf().api('DELETE', `/api/v1/closures/${closure.date}`, { as: 'director' });
      await deskOf().advance({ by: 'PT1M' });
      expect((await view('moved')).followUp.dueAt).toBe(asked.dueAt);
    });

    test('it is open until 17:00 of the tenth business day, and not a second longer', async () => {
      await to('2056-03-20T17:00:01-07:00');
      expect((await view('silent')).followUpUntil).toBeNull();
      expect(await post('silent', 'follow-up', { question: 'Too late?' })).toMatchObject({
        status: 409,
        body: { code: 'not-allowed-now' },
      });
    });

    test('it is drafted and sent as a response is: by whom the table says, never by its author', async () => {
      const answer = { kind: 'answer-follow-up', body: 'The form I-914.' };
      expect((await decided('moved', { kind: 'send-response' }, 'reviewer')).body.code).toBe(
        'not-allowed-now',
      );
      expect((await decided('moved', answer, 'coordinator')).status).toBe(403);
      expect((await decided('moved', { kind: 'close' }, 'reviewer')).body.code).toBe('not-allowed-now');
      expect((await decided('moved', answer, 'attorney')).status).toBe(200);
      expect((await decided('moved', { kind: 'send-response' }, 'attorney')).body.code).toBe('own-draft');
      expect((await decided('moved', { kind: 'submit-for-review' }, 'attorney')).status).toBe(200);
      // What is with a second person stays as it is until they have returned it.
      expect((await decided('moved', answer, 'attorney')).body.code).toBe('not-allowed-now');
      expect((await decided('moved', { kind: 'return-response', note: 'Cite it.' }, 'reviewer')).status).toBe(
        200,
      );
      expect((await decided('moved', { ...answer, body: 'Form I-914, 8 CFR 214.' }, 'attorney')).status).toBe(
        200,
      );
      const sent = await decided('moved', { kind: 'send-response' }, 'reviewer');
      expect(sent.body).toMatchObject({ status: 'responded', followUp: { status: 'answered' } });
      const read = (await deskOf().api('GET', path('moved', 'follow-up'))).body;
      expect([read.question, read.answer]).toEqual(['Which form?', 'Form I-914, 8 CFR 214.']);
      expect((await deskOf().api('GET', path('moved', 'response'))).body.body).toBe('An answer.');
      expect((await deskOf().mails(ids.moved ?? '')).at(-1)).toBe('follow-up-answered');
      expect((await decided('moved', answer, 'attorney')).body.code).toBe('not-allowed-now');
    });

    test('left alone it is reminded of, then past due like the promise; its answer begins the silence anew', async () => {
      await to('2056-04-04T12:00:00-07:00');
      expect(await since('asked', 'follow-up-asked')).toEqual([
        'follow-up-reminded 2056-03-24T09:00',
        'follow-up-escalated 2056-03-28T09:00',
        'follow-up-escalated 2056-04-04T09:00',
      ]);
      const mails = await deskOf().mails(ids.asked ?? '');
      expect(mails.slice(mails.indexOf('follow-up-received'))).toEqual([
        'follow-up-received',
        'follow-up-asked',
        // The closure of before, and that it was taken back.
        'follow-up-moved',
        'follow-up-moved',
        'follow-up-reminder',
        'follow-up-escalation',
        'follow-up-delay',
        'follow-up-escalation',
        'follow-up-delay',
      ]);
      // The promise itself was kept: nothing of it is past due.
      expect((await view('asked')).escalationLevel).toBe(0);
      const { services } = deskOf().wired;
      const reader = await services.db.staff.findUniqueOrThrow({ where: { email: 'cora@desk.example' } });
      const section = async () => {
        const at = services.clock.now();
        const told = await digestSections(services.db, services, { reader, reminders: [], at });
        return told.find(({ name }) => name === 'followUps')?.count ?? 0;
      };
      const asked = { kind: 'follow-up-asked', aboutId: ids.asked ?? null };
      expect(await services.db.message.findFirst({ where: asked })).toMatchObject({
        collectedFor: ['cora@desk.example'],
      });
      const before = await section();
      await decided('asked', { kind: 'answer-follow-up', body: 'Thirty days.' }, 'attorney');
      await decided('asked', { kind: 'submit-for-review' }, 'attorney');
      expect(await section()).toBe(before - 1);
      const sent = (await decided('asked', { kind: 'send-response' }, 'reviewer')).body;
      expect([sent.followUp.status, sent.closesOn]).toEqual(['answered', '2056-05-04']);
    });

    test('a reopening asked for holds the end; refused, it is told anew', async () => {
      const asked = await post('reopening', 'reopening', { reason: 'A new decision came.' });
      expect(asked.status).toBe(202);
      await to('2056-04-10T12:00:00-07:00');
      expect(await view('reopening')).toMatchObject({ status: 'responded', closesOn: null });
      expect(await since('reopening', 'responded')).toEqual([
        'closing-told 2056-03-29T09:00',
        'reopening-asked 2056-04-04T12:00',
        'closing-held 2056-04-04T12:00',
      ]);
      await decided('reopening', { kind: 'refuse-reopening', reason: 'Please send it anew.' }, 'attorney');
      await deskOf().advance({ by: 'PT1M' });
      expect(await view('reopening')).toMatchObject({ status: 'responded', closesOn: '2056-04-18' });
    });

    test('silence closes it, told seven days before', async () => {
      await to('2056-05-06T12:00:00-07:00');
      const ends = async (name: string) =>
        (await since(name, 'responded')).filter((line) => /clos/.test(line));
      expect(await ends('silent')).toEqual(['closing-told 2056-03-29T09:00', 'closed 2056-04-05T09:00']);
      expect(await ends('weekend')).toEqual(['closing-told 2056-03-31T09:00', 'closed 2056-04-08T09:00']);
      expect(await ends('asked')).toEqual(['closing-told 2056-04-27T09:00', 'closed 2056-05-04T09:00']);
      expect((await ends('reopening')).slice(2)).toEqual([
        'closing-resumed 2056-04-10T12:00',
        'closing-told 2056-04-11T09:00',
        'closed 2056-04-18T09:00',
      ]);
      expect((await deskOf().mails(ids.silent ?? '')).slice(-3)).toEqual([
        'response-ready',
        'closing-notice',
        'closed',
      ]);
      // From here its retention counts.
      const row = await deskOf().wired.services.db.taRequest.findUniqueOrThrow({ where: { id: ids.silent } });
      expect(row.endedAt && local(row.endedAt.toISOString())).toBe('2056-04-05T09:00');
      expect(await post('silent', 'reopening', { reason: 'It goes on.' })).toMatchObject({ status: 202 });
    });

    test('how it was: one answer, which the next replaces; nothing before there is one to speak of', async () => {
      const { id } = await deskOf().submit({}, { email: 'after-open@legal-aid.example' });
      ids.open = id;
      expect((await post('open', 'feedback', { answered: 'yes' })).body.code).toBe('not-allowed-now');
      expect((await post('asked', 'feedback', { answered: 'maybe' })).status).toBe(422);
      expect(await post('asked', 'feedback', { answered: 'partly', comment: 'Too short.' })).toMatchObject({
        status: 201,
        body: { answered: 'partly' },
      });
      expect(await post('asked', 'feedback', { answered: 'yes' })).toMatchObject({ status: 200 });
      const { db } = deskOf().wired.services;
      const row = await db.taRequest.findUniqueOrThrow({
        where: { id: ids.asked },
        include: { texts: true },
      });
      expect(row.feedbackAnswer).toBe('yes');
      expect(row.texts.filter(({ field }) => field === 'feedback-comment')).toEqual([]);
    });

    test('opened again, the next answer may be asked about once more', async () => {
      await deskOf().decide(ids.asked ?? '', { kind: 'reopen', reason: 'A new rule.' });
      expect(await view('asked')).toMatchObject({ followUp: null, followUpUntil: null, closesOn: null });
      await deskOf().decide(ids.asked ?? '', { kind: 'draft-response', body: 'Another.' }, 'attorney');
      await deskOf().decide(ids.asked ?? '', { kind: 'submit-for-review' }, 'attorney');
      await deskOf().decide(ids.asked ?? '', { kind: 'send-response' }, 'reviewer');
      expect((await post('asked', 'follow-up', { question: 'Since when?' })).status).toBe(201);
    });

    test('what was answered before there was an end by itself hears of it from the migration', async () => {
      await answered('before');
      const folder =
        readdirSync('prisma/migrations').find((name) => name.endsWith('_add_after_answer')) ?? '';
      const sql = readFileSync(`prisma/migrations/${folder}/migration.sql`, 'utf8');
      const { db } = deskOf().wired.services;
      await db.$executeRawUnsafe(sql.slice(sql.indexOf('INSERT INTO')));
      const told = await db.outbox.findMany({
        where: { workflowId: `ta-request/${ids.before}/1`, kind: 'signal' },
      });
      expect(told.map(({ name, payload }) => [name, payload])).toEqual([
        ['requestFact', [{ v: 1, kind: 'closing-resumed', at: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/) }]],
      ]);
      await deskOf().advance({ by: 'PT1M' });
      expect((await since('before', 'responded')).map((line) => line.split(' ')[0])).toEqual([
        'closing-resumed',
      ]);
      expect((await view('before')).closesOn).not.toBeNull();
    });
  });
}
