import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { submissionSchema } from '../../src/domain/requests/submission.schema.js';
import { withKey } from '../../src/usecases/data-keys.js';
import { digestOf } from '../../src/usecases/erasure/digest.js';
import { eraseAgain } from '../../src/usecases/erasure/erase-again.js';
import { erasureListSchema } from '../../src/usecases/erasure/erasure-list.schema.js';
import { erasuresByHand } from '../../src/usecases/erasure/erasures-by-hand.js';
import { purgeDue } from '../../src/usecases/purge-due.js';
import { importRequests } from '../../src/usecases/requests/import-requests.js';
import { goodQuestion, goodRegistration, planCalls } from '../api/support/calls.js';
import { rowCounts } from '../api/support/row-counts.js';
import { goodSubmission } from '../api/support/submission.js';
import { startTestApp, type TestApp } from '../api/support/test-app.js';
import { storedKey } from '../support/stored-key.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const row = (line: number, receivedAt: string, change: Record<string, unknown> = {}) => ({
  line,
  receivedAt,
  submission: submissionSchema.parse(goodSubmission({ facts: `row ${line}`, ...change })),
});

describe('taking over an older form', () => {
  test('all or none: the row in the way is named, and nothing is stored', async () => {
    const before = await rowCounts(app.services.db);
    const paralegal = { requester: { ...(goodSubmission().requester as object), role: 'paralegal' } };
    const rows = [row(2, '2026-10-05T17:00:00.000Z'), row(3, '2026-10-06T17:00:00.000Z', paralegal)];
    const done = await importRequests(app.services, rows);
    expect(done.ok).toBe(false);
    expect(done.problems).toEqual([expect.objectContaining({ line: 3 })]);
    expect(await rowCounts(app.services.db)).toEqual(before);
  });

  test('receipt dates stay, nobody hears of the past, coordinators get one digest', async () => {
    app.setNow('2026-11-02T18:00:00.000Z');
    const rows = [row(2, '2026-09-01T17:00:00.000Z'), row(3, '2026-10-30T17:00:00.000Z')];
    const done = await importRequests(app.services, rows);
    expect(done).toMatchObject({ ok: true, value: { imported: 2, overdue: 1 } });
    const [first] = await app.services.db.taRequest.findMany({
      orderBy: { receivedAt: 'asc' },
      include: withKey,
    });
    expect(first?.receivedAt.toISOString()).toBe('2026-09-01T17:00:00.000Z');
    expect(first?.escalationLevel).toBeGreaterThan(0);
    const mails = await app.services.db.message.findMany();
    expect(mails.map((mail) => mail.kind)).toEqual(['digest']);
  });

  test('a second time they are all there already', async () => {
    const done = await importRequests(app.services, [row(2, '2026-09-01T17:00:00.000Z')]);
    expect(done.problems).toHaveLength(1);
  });
});

describe('purge', () => {
  test('erases what its time is up for, and nothing else', async () => {
    const { db } = app.services;
    const [kept, ended] = await db.taRequest.findMany({ orderBy: { receivedAt: 'desc' }, include: withKey });
    await db.taRequest.update({
      where: { id: ended?.id },
      data: { status: 'closed', endedAt: new Date('2010-01-01T00:00:00Z') },
    });
    const newKey = async () => (await storedKey(db)).id;
    const sealed = new Uint8Array(1);
    const old = new Date('2010-01-01T00:00:00Z');
    await db.unconfirmedSubmission.create({
      data: {
        id: crypto.randomUUID(),
        email: 'a@x.example',
        dataKeyId: await newKey(),
        sealed,
        sentAt: old,
        expiresAt: old,
      },
    });
    await db.formDraft.create({
      data: { id: crypto.randomUUID(), dataKeyId: await newKey(), sealed, expiresAt: old },
    });
    const report = await purgeDue(app.services);
    expect(report).toMatchObject({ unconfirmedSubmissions: 1, formDrafts: 1, requests: 1 });
    expect(await db.taRequest.findMany({ select: { id: true } })).toEqual([{ id: kept?.id }]);
    expect(await db.caseText.count({ where: { requestId: ended?.id } })).toBe(0);
    expect(await purgeDue(app.services)).toMatchObject({
      unconfirmedSubmissions: 0,
      formDrafts: 0,
      requests: 0,
    });
  });

  test('what was erased by hand after a backup was made is erased again in it, and nothing of before', async () => {
    const { db } = app.services;
    const key = await app.newKey('coordinator');
    const asks = async (email: string) => {
      const base = goodSubmission({ facts: email });
      const requester = { ...(base.requester as object), email };
      const sent = await app.call('/api/v1/ta-requests', { key, body: { ...base, requester } });
      return ((await sent.json()) as { id: string }).id;
    };
    const [one, two, three] = [
      await asks('a@erased.example'),
      await asks('b@erased.example'),
      await asks('c@x.example'),
    ];
    const madeAt = new Date('2026-11-01T00:00:00.000Z');
    const row = (at: string, kind: 'request' | 'person', digests: string[]) => ({
      id: randomUUID(),
      at,
      kind,
      actor: 'system',
      digests,
      counts: { requests: 1 },
    });
    const list = [
      row('2026-11-01T01:00:00.000Z', 'request', [digestOf(app.services, 'request', one)]),
      row('2026-11-01T02:00:00.000Z', 'person', [digestOf(app.services, 'address', 'b@erased.example')]),
      row('2026-10-30T02:00:00.000Z', 'request', [digestOf(app.services, 'request', three)]),
    ];
    expect(await eraseAgain(app.services, erasureListSchema.parse(list), madeAt)).toMatchObject({
      requests: 2,
    });
    const left = await db.taRequest.findMany({ where: { id: { in: [one, two, three] } } });
    expect(left.map(({ id }) => id)).toEqual([three]);
    expect(await db.personEmail.count({ where: { email: 'b@erased.example' } })).toBe(0);
    expect((await erasuresByHand(db)).map(({ id }) => id).sort()).toEqual(list.map(({ id }) => id).sort());
  });

  test('a question goes so many days after its call, and with it its words; the call stays', async () => {
    const { db, programs } = app.services;
    app.setNow('2026-11-02T18:00:00.000Z');
    await planCalls(app, { from: '2026-11-04', to: '2026-11-18' });
    const key = await app.newKey('coordinator');
    const path = '/api/v1/calls/legal-working-group-2026-11-11/questions';
    app.setNow('2026-11-05T18:00:00.000Z');
    const asked = await app.call(path, { method: 'POST', key, body: goodQuestion() });
    expect(asked.status).toBe(201);
    const { callQuestionDays } = programs.current().program.retention;
    const { endsAt } = await db.call.findUniqueOrThrow({
      where: { id: 'legal-working-group-2026-11-11' },
      include: withKey,
    });
    const pass = (ms: number) =>
      app.setNow(new Date(endsAt.getTime() + callQuestionDays * 86_400_000 + ms).toISOString());
    pass(0);
    expect(await purgeDue(app.services)).toMatchObject({ callQuestions: 0 });
    pass(1000);
    expect(await purgeDue(app.services)).toMatchObject({ callQuestions: 1 });
    expect(await db.callQuestion.count()).toBe(0);
    expect(await db.call.count({ where: { id: 'legal-working-group-2026-11-11' } })).toBe(1);
  });

  test('who was there, recap, reasons and poll go so many days after the call; the call stays', async () => {
    const { db, vault, programs } = app.services;
    const id = 'legal-working-group-2026-11-18';
    const { dataKey, endsAt } = await db.call.findUniqueOrThrow({ where: { id }, include: withKey });
    const seal = (field: string) => vault.seal(dataKey, { table: 'call', rowId: id, field }, 'words');
    await db.call.update({
      where: { id },
      data: { sealedRecap: seal('recap'), sealedReason: seal('reason') },
    });
    const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()];
    await db.callAttendance.create({
      data: { id: one, callId: id, name: 'Ana', intervals: [], minutes: 5, source: 'staff' },
    });
    await db.callText.create({
      data: {
        id: two,
        callId: id,
        field: 'recap',
        status: 'effective',
        updateId: 'x',
        author: 'system',
        sealed: seal('recap'),
        createdAt: endsAt,
      },
    });
    await db.callPollAnswer.create({
      data: { id: three, callId: id, useful: 1, easyToFollow: 1, at: endsAt },
    });
    const { callRecordDays } = programs.current().program.retention;
    const pass = (ms: number) =>
      app.setNow(new Date(endsAt.getTime() + callRecordDays * 86_400_000 + ms).toISOString());
    pass(0);
    expect(await purgeDue(app.services)).toMatchObject({
      callAttendance: 0,
      callTexts: 0,
      callPollAnswers: 0,
    });
    pass(1000);
    expect(await purgeDue(app.services)).toMatchObject({
      callAttendance: 1,
      callTexts: 2,
      callPollAnswers: 1,
    });
    expect(await db.call.findUnique({ where: { id }, include: withKey })).toMatchObject({
      sealedRecap: null,
      sealedReason: null,
    });
    expect(await purgeDue(app.services)).toMatchObject({
      callAttendance: 0,
      callTexts: 0,
      callPollAnswers: 0,
    });
  });

  test('a registration goes so many days after it ended; of one that stands only old words go', async () => {
    const { db, programs } = app.services;
    app.setNow('2026-11-05T18:00:00.000Z');
    const key = await app.newKey('coordinator');
    const send = async (path: string, body: unknown) =>
      (await (await app.call(`/api/v1/registrations${path}`, { key, body })).json()) as { id: string };
    const waiting = () => send('', goodRegistration({ employer: '' }));
    const [revoked, approved, pending] = [await waiting(), await waiting(), await waiting()];
    await send(`/${revoked.id}/decisions`, { kind: 'deny', reason: 'No employer.' });
    await send(`/${approved.id}/decisions`, { kind: 'deny', reason: 'No employer.' });
    await send(`/${approved.id}/decisions`, { kind: 'approve', reason: 'Known to us.' });
    const { endedRegistrationDays } = programs.current().program.retention;
    const decided = Date.parse('2026-11-05T18:00:00.000Z');
    const pass = (ms: number) =>
      app.setNow(new Date(decided + endedRegistrationDays * 86_400_000 + ms).toISOString());
    pass(-1000);
    const nothing = { callRegistrations: 0, callRegistrationReplies: 0 };
    expect(await purgeDue(app.services)).toMatchObject(nothing);
    pass(60_000);
    expect(await purgeDue(app.services)).toMatchObject({ callRegistrations: 1, callRegistrationReplies: 1 });
    const left = await db.callRegistration.findMany({ select: { id: true, sealedReason: true } });
    expect(left.map(({ id }) => id).sort()).toEqual([approved.id, pending.id].sort());
    expect(left.find(({ id }) => id === approved.id)?.sealedReason).not.toBeNull();
    const events = await db.callRegistrationEvent.findMany({ orderBy: { seq: 'asc' } });
    const spoken = events.filter(({ sealedReason }) => sealedReason !== null);
    expect(spoken.map(({ registrationId, type }) => [registrationId, type])).toEqual([
      [approved.id, 'approved'],
    ]);
    expect(await purgeDue(app.services)).toMatchObject(nothing);
  });
});
