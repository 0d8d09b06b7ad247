import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import type { CallCommandEnvelope } from '../../src/domain/calls/call-command.js';
import { because } from '../../src/domain/result.js';
import type { UpdateOutcome } from '../../src/ports/engine.js';
import { readCallText } from '../../src/usecases/calls/call-text.js';
import { withKey } from '../../src/usecases/data-keys.js';
import { goodQuestion, goodRegistration, planCalls, stranger } from './support/calls.js';
import { startTestApp, type TestApp } from './support/test-app.js';

const GENERAL = 'legal-working-group-2026-11-25';
const CALLS = '/api/v1/calls';

let app: TestApp;
let key: string;
let sent: { workflowId: string; command: CallCommandEnvelope }[];
let outcome: UpdateOutcome;
beforeAll(async () => {
  app = await startTestApp();
  await planCalls(app, { from: '2026-11-02', to: '2027-01-04' });
  key = await app.newKey('coordinator');
  app.services.processes.decide = async (workflowId, command) => {
    sent.push({ workflowId, command: command as unknown as CallCommandEnvelope });
    return outcome;
  };
});
afterAll(() => app.close());
beforeEach(() => {
  sent = [];
  outcome = { outcome: 'done', result: { seq: 1 } };
  app.setNow('2026-11-23T18:00:00.000Z');
});

interface CallAnswer {
  id: string;
  startsAt: string;
  topic: string;
  status: string;
  questionCount: number;
  selected: string[];
  code: string;
  errors: { pointer: string }[];
}
interface ListAnswer {
  items: CallAnswer[];
  nextCursor: string | null;
}

async function get<T = CallAnswer>(
  path: string,
  as?: string,
): Promise<{ status: number; body: T; text: string }> {
  const response = await app.call(path, { key: as });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as T };
}
async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await app.call(`/api/v1${path}`, { key, body, headers });
  return { status: response.status, body: (await response.json()) as CallAnswer & Record<string, unknown> };
}
async function ask(change: Record<string, unknown> = {}): Promise<string> {
  return (await post(`/calls/${GENERAL}/questions`, goodQuestion(change))).body.id;
}

describe('the list of calls', () => {
  test('shows a whole year, planned or not, in order', async () => {
    const year = 'series=legal-working-group&from=2026-12-01&to=2027-11-30';
    const { items, nextCursor } = (await get<ListAnswer>(`${CALLS}?${year}`)).body;
    expect([items.length, nextCursor]).toEqual([52, null]);
    expect(items.map(({ startsAt }) => startsAt)).toEqual(items.map(({ startsAt }) => startsAt).toSorted());
    expect(items.filter(({ topic }) => topic === 'trafficking-analysis')).toHaveLength(12);
    expect(items.find(({ id }) => id.endsWith('2027-03-10'))?.startsAt).toBe('2027-03-10T20:00:00.000Z');
    expect(items.find(({ id }) => id.endsWith('2027-03-17'))?.startsAt).toBe('2027-03-17T19:00:00.000Z');
    const social = await get<ListAnswer>(`${CALLS}?series=social-services&from=2026-12-01&to=2027-11-30`);
    expect(social.body.items).toHaveLength(12);
  });

  test('comes in pages without gaps or repeats', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await get<ListAnswer>(`${CALLS}?from=2026-11-02&to=2027-02-28&limit=7${cursor}`);
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(17 + 4);
  });

  test('leaves out what staff skipped, and everything ahead of a paused series', async () => {
    const { db } = app.services;
    const where = { id: 'legal-working-group' };
    const row = await db.callSeries.findUniqueOrThrow({ where });
    const state = row.processState as Record<string, unknown>;
    const range = `${CALLS}?series=legal-working-group&from=2027-01-01&to=2027-01-31`;
    const days = async () => (await get<ListAnswer>(range)).body.items.map(({ id }) => id.slice(-2));
    await db.callSeries.update({ where, data: { processState: { ...state, skipped: ['2027-01-13'] } } });
    expect(await days()).toEqual(['06', '20', '27']);
    expect((await get(`${CALLS}/legal-working-group-2027-01-13`)).status).toBe(404);
    await db.callSeries.update({ where, data: { processState: state as object, paused: true } });
    expect(await days()).toEqual([]);
    await db.callSeries.update({ where, data: { paused: false } });
    expect(await days()).toEqual(['06', '13', '20', '27']);
  });

  test.each([
    ['no such series', 'series=knitting', '/series'],
    ['no day', 'from=2026-02-30', '/from'],
    ['an instant without zone', 'to=2026-02-20T10:00:00', '/to'],
    ['backwards', 'from=2026-12-02&to=2026-12-01', '/to'],
    ['to the end of all dates', 'to=9999-12-31', '/to'],
    ['from their beginning', 'from=0000-01-01', '/from'],
    ['limit 0', 'limit=0', '/limit'],
    ['limit 101', 'limit=101', '/limit'],
    ['an unknown name', 'topic=general', '/topic'],
  ])('%s is 422', async (_name, query, pointer) => {
    const { status, body } = await get(`${CALLS}?${query}`);
    expect([status, body.errors[0]?.pointer]).toEqual([422, pointer]);
  });
});

describe('one call', () => {
  test('says how many questions there are, and to staff alone which are selected', async () => {
    const asker = stranger();
    const id = await ask({ asker, question: 'CANARY question' });
    await app.services.db.callQuestion.update({ where: { id }, data: { status: 'selected' } });
    const open = await get(`${CALLS}/${GENERAL}`);
    expect(open.body).toMatchObject({
      id: GENERAL,
      series: 'legal-working-group',
      topic: 'general',
      selected: [],
    });
    expect(open.body.questionCount).toBeGreaterThan(0);
    expect((await get(`${CALLS}/${GENERAL}`, key)).body.selected).toEqual([id]);
    const all = await get<ListAnswer>(`${CALLS}?from=2026-11-01`);
    for (const secret of ['CANARY', asker.email, asker.name, asker.organization, id]) {
      expect(open.text + all.text).not.toContain(secret);
    }
    await app.services.db.callQuestion.update({ where: { id }, data: { status: 'asked' } });
  });

  test('far ahead it is what the rule says; elsewhere it is unknown', async () => {
    expect((await get(`${CALLS}/legal-working-group-2027-06-02`)).body).toMatchObject({
      status: 'planned',
      topic: 'trafficking-analysis',
      startsAt: '2027-06-02T19:00:00.000Z',
    });
    for (const id of [
      'legal-working-group-2027-06-03',
      'legal-working-group-2025-06-04',
      'x',
      crypto.randomUUID(),
    ]) {
      expect([id, (await get(`${CALLS}/${id}`)).status]).toEqual([id, 404]);
    }
  });
});

describe('calendars, as another program reads them', () => {
  const read = async (path: string) => {
    const response = await app.call(path);
    expect(response.headers.get('content-type')).toMatch(/^text\/calendar/);
    const text = await response.text();
    const calendar = new ICAL.Component(ICAL.parse(text));
    return { text, events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)) };
  };

  test('a call keeps its UID; a move raises SEQUENCE; a cancellation stays visible', async () => {
    const id = 'legal-working-group-2026-12-09';
    const before = (await read(`${CALLS}/${id}/calendar.ics`)).events[0];
    expect(before?.startDate.toJSDate().toISOString()).toBe('2026-12-09T20:00:00.000Z');
    expect(before?.endDate.toJSDate().toISOString()).toBe('2026-12-09T21:00:00.000Z');
    await app.services.db.call.update({
      where: { id },
      data: {
        status: 'cancelled',
        calendarSequence: 3,
        startsAt: new Date('2026-12-10T20:00:00Z'),
        endsAt: new Date('2026-12-10T21:00:00Z'),
      },
    });
    const after = (await read(`${CALLS}/${id}/calendar.ics`)).events[0];
    expect(after?.uid).toBe(before?.uid);
    expect(after?.sequence).toBe(3);
    expect(after?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(after?.startDate.toJSDate().toISOString()).toBe('2026-12-10T20:00:00.000Z');
  });

  test('a feed has a year of calls with one UID each and no way in', async () => {
    const { events, text } = await read('/api/v1/series/social-services/calendar.ics');
    expect(events).toHaveLength(12);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(12);
    expect(text).not.toMatch(/zoom|meet\.example|@office|traffick/i);
    expect((await app.call('/api/v1/series/knitting/calendar.ics')).status).toBe(404);
    expect((await app.call(`${CALLS}/x/calendar.ics`)).status).toBe(404);
  });
});

describe('decisions', () => {
  const decide = (decision: unknown, headers = {}, id = GENERAL) =>
    post(`/calls/${id}/decisions`, decision, headers);

  test('select sends a number; which ones waits, sealed, under the same id', async () => {
    const ids = [await ask(), await ask()];
    const { status } = await decide({ kind: 'select', questionIds: ids });
    expect(status).toBe(200);
    expect(sent).toMatchObject([
      { workflowId: `call/${GENERAL}`, command: { command: { kind: 'select', count: 2 } } },
    ]);
    const commandId = sent[0]?.command.commandId ?? '';
    const { services } = app;
    const row = await services.db.call.findUniqueOrThrow({ where: { id: GENERAL }, include: withKey });
    const text = await readCallText(services.db, services, row, { commandId, field: 'selection' });
    expect(JSON.parse(text ?? '')).toEqual(ids);
  });

  test.each([
    ['a question nobody asked', async () => [crypto.randomUUID()], '/questionIds/0'],
    ['one named twice', async () => Array(2).fill(await ask()) as string[], '/questionIds/1'],
    ['one withdrawn', async () => [await withdrawn()], '/questionIds/0'],
    ['not an id', async () => ['first'], '/questionIds/0'],
  ])('select refuses %s', async (_name, ids, pointer) => {
    const answer = await decide({ kind: 'select', questionIds: await ids() });
    expect([answer.status, answer.body.errors[0]?.pointer]).toEqual([422, pointer]);
    expect(sent).toEqual([]);
  });

  test('a move brings the new times along: the cut-off is never earlier than announced', async () => {
    await decide({ kind: 'reschedule', startsAt: '2026-11-27T12:00:00-08:00' });
    expect(sent[0]?.command.command).toMatchObject({
      kind: 'reschedule',
      times: { startsAt: '2026-11-27T20:00:00.000Z', questionsCloseAt: '2026-11-26T22:00:00.000Z' },
    });
    await decide({ kind: 'reschedule', startsAt: '2026-11-24T12:00:00-08:00' });
    expect(sent[1]?.command.command).toMatchObject({
      times: { questionsCloseAt: '2026-11-24T20:00:00.000Z' },
    });
  });

  test('a refusal leaves no words behind, and reaches whoever asked', async () => {
    outcome = { outcome: 'refused', problem: because('call-over') };
    const before = await app.services.db.callText.count();
    const answer = await decide({ kind: 'cancel', reason: 'CANARY-CANCEL' });
    expect([answer.status, answer.body.code]).toEqual([409, 'not-allowed-now']);
    expect(await app.services.db.callText.count()).toBe(before);
    outcome = { outcome: 'unavailable' };
    expect((await decide({ kind: 'cancel', reason: 'CANARY-CANCEL' })).status).toBe(503);
    expect(app.logged.join('\n')).not.toContain('CANARY');
    expect(JSON.stringify(sent)).not.toContain('CANARY');
  });

  test.each([
    ['no kind', {}],
    ['an unknown kind', { kind: 'postpone' }],
    ['a cancellation without reason', { kind: 'cancel' }],
    ['a move to no moment', { kind: 'reschedule', startsAt: 'tomorrow' }],
    ['a move to the year 3026', { kind: 'reschedule', startsAt: '3026-11-27T12:00:00-08:00' }],
    ['a move to the last year there is', { kind: 'reschedule', startsAt: '9999-12-31T23:59:59-12:00' }],
    ['a move more than two years ahead', { kind: 'reschedule', startsAt: '2028-11-27T12:00:00-08:00' }],
    ['a move into the past', { kind: 'reschedule', startsAt: '1926-11-27T12:00:00-08:00' }],
    ['an empty recap', { kind: 'publish-recap', body: ' ' }],
    ['an unknown field', { kind: 'confirm', force: true }],
  ])('%s is 422', async (_name, decision) => {
    expect((await decide(decision)).status).toBe(422);
    expect(sent).toEqual([]);
  });

  test('not on stale facts, not far ahead, not without a key', async () => {
    expect((await decide({ kind: 'confirm' }, { 'if-match': '"99"' })).status).toBe(412);
    expect((await decide({ kind: 'confirm' }, {}, 'legal-working-group-2027-06-02')).status).toBe(409);
    expect((await decide({ kind: 'confirm' }, {}, 'legal-working-group-2027-06-03')).status).toBe(404);
    const nobody = await app.call(`${CALLS}/${GENERAL}/decisions`, { body: { kind: 'confirm' } });
    expect(nobody.status).toBe(401);
  });
});

describe('decisions about a series', () => {
  const decide = (decision: unknown) => post('/series/legal-working-group/decisions', decision);
  test.each<[string, Record<string, unknown>, number]>([
    ['skip a call day', { kind: 'skip', date: '2027-02-03' }, 200],
    ['skip another day', { kind: 'skip', date: '2027-02-04' }, 422],
    ['skip a past day', { kind: 'skip', date: '2026-11-04' }, 422],
    ['an extra call', { kind: 'extra', date: '2026-12-11', topic: 'general' }, 200],
    [
      'an extra call of another series’ topic',
      { kind: 'extra', date: '2026-12-11', topic: 'social-services' },
      422,
    ],
    ['an extra call where one is', { kind: 'extra', date: '2026-12-16', topic: 'general' }, 409],
    ['an extra call in three years', { kind: 'extra', date: '2029-12-12', topic: 'general' }, 422],
    ['skip a day in three years', { kind: 'skip', date: '2029-12-12' }, 422],
    ['pause', { kind: 'pause' }, 200],
    ['resume', { kind: 'resume' }, 200],
    ['something else', { kind: 'stop' }, 422],
  ])('%s: %j is %i', async (_name, decision, status) => {
    expect((await decide(decision)).status).toBe(status);
    expect(sent).toHaveLength(status === 200 ? 1 : 0);
    if (status === 200)
      expect(sent[0]).toMatchObject({
        workflowId: 'call-series/legal-working-group',
        command: { command: decision },
      });
  });
});

describe('attendance', () => {
  const during = { joinedAt: '2026-11-25T20:00:00Z', leftAt: '2026-11-25T20:30:00Z' };
  const record = (rows: unknown, headers = {}) => post(`/calls/${GENERAL}/attendance`, rows, headers);

  test('knows registrants and askers, merges rejoins, leaves doubt to a person', async () => {
    const asker = stranger();
    await ask({ asker });
    await post('/registrations', goodRegistration({ name: 'Same Name' }));
    await post('/registrations', goodRegistration({ name: 'Same Name' }));
    app.setNow('2026-11-25T22:00:00.000Z');
    const answer = await record([
      { email: asker.email.toUpperCase(), name: 'Whoever', ...during },
      {
        email: asker.email,
        name: 'Whoever',
        joinedAt: '2026-11-25T20:20:00Z',
        leftAt: '2026-11-25T20:50:00Z',
      },
      { email: null, name: 'same name', ...during },
      { name: 'Nobody Known', ...during },
    ]);
    expect(answer).toMatchObject({ status: 200, body: { attendees: 3, ambiguous: 1, unknown: 1 } });
    expect(sent).toMatchObject([{ command: { command: { kind: 'mark-attendance' } } }]);
    const rows = await app.services.db.callAttendance.findMany({ where: { callId: GENERAL } });
    expect(rows.find(({ email }) => email === asker.email)).toMatchObject({ minutes: 50, ambiguous: false });
  });

  test('before the call nothing is taken, and the rows of before stay', async () => {
    const before = await app.services.db.callAttendance.count();
    app.setNow('2026-11-25T19:00:00.000Z');
    expect((await record([{ name: 'Early Bird', ...during }])).body.code).toBe('not-allowed-now');
    expect(await app.services.db.callAttendance.count()).toBe(before);
    expect(sent).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['an empty list', []],
    ['no list', { name: 'x' }],
    ['a row without a time', [{ name: 'x' }]],
    ['a time without a zone', [{ name: 'x', joinedAt: '2026-11-25T20:00:00' }]],
    ['a report where nobody reads reports', 'Name,Email\nx,y'],
  ])('%s is 422', async (_name, rows) => {
    app.setNow('2026-11-25T22:00:00.000Z');
    const headers = typeof rows === 'string' ? { 'content-type': 'text/csv' } : {};
    expect((await record(rows, headers)).status).toBe(422);
  });

  test('a report is read by the meeting service’s reader, or refused as a whole', async () => {
    app.setNow('2026-11-25T22:00:00.000Z');
    const row = {
      email: 'a@b.example',
      name: 'A',
      registrantId: null,
      joinedAt: '2026-11-25T20:00:00.000Z',
      leftAt: '2026-11-25T20:10:00.000Z',
    };
    const { services } = app;
    const given: unknown[] = [];
    services.meetings = {
      readReport: (text) => {
        given.push(text);
        return {
          rows: [row],
          problems: text.toString().includes('bad') ? [{ line: 2, code: 'bad-time' }] : [],
        };
      },
    };
    const csv = { 'content-type': 'text/csv' };
    expect(await record('Name\nA', csv)).toMatchObject({ status: 200, body: { attendees: 1 } });
    expect((await record('Name\nbad', csv)).status).toBe(422);
    // As bytes: whoever reads it finds out how they were written.
    expect(given).toEqual([Buffer.from('Name\nA'), Buffer.from('Name\nbad')]);
    services.meetings = undefined;
  });
});

async function withdrawn(): Promise<string> {
  const id = await ask();
  await app.call(`${CALLS}/${GENERAL}/questions/${id}`, { method: 'DELETE', key });
  return id;
}
