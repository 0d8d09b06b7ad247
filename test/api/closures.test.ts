import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Notice } from '../../src/domain/requests/notice.js';
import { toRequester } from '../../src/domain/requests/notice.js';
import { ok } from '../../src/domain/result.js';
import type { MailTransport } from '../../src/ports/mail.js';
import { cancelledCallsOn } from '../../src/usecases/closures/closure-calls.js';
import { withKey } from '../../src/usecases/data-keys.js';
import type { MessageRow } from '../../src/usecases/mail/message-row.js';
import { mailDataOf } from '../../src/usecases/mail/render-message.js';
import { recording } from '../../src/usecases/recording.js';
import { queueNotice } from '../../src/usecases/requests/queue-notice.js';
import { planCalls } from './support/calls.js';
import { goodSubmission } from './support/submission.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let app: TestApp;
let director: string;
let id: string;
beforeAll(async () => {
  app = await startTestApp();
  director = await app.newKey('director');
  app.setNow('2026-11-02T18:00:00.000Z');
  const created = await app.call('/api/v1/ta-requests', { key: director, body: goodSubmission() });
  id = ((await created.json()) as { id: string }).id;
});
afterAll(() => app.close());

interface Change {
  moves: { id: string; dueAt: string; newDueAt: string }[];
}
const enter = (date: string, preview = false) =>
  app.call(`/api/v1/closures${preview ? '?preview=true' : ''}`, {
    key: director,
    body: { date, name: 'Move' },
  });
const remove = (date: string) => app.call(`/api/v1/closures/${date}`, { method: 'DELETE', key: director });
const facts = () =>
  app.services.db.outbox.findMany({ where: { name: 'requestFact' }, orderBy: { id: 'asc' } });

const listed = async () => {
  const answer = await app.call('/api/v1/closures', { key: director });
  return ((await answer.json()) as { items: { date: string; until?: string; name: string }[] }).items;
};
const NO_SERVER: MailTransport = {
  kind: 'smtp',
  send: () => Promise.reject(new Error('nothing is sent here')),
};

/** What the recording activity would do: the deadline as the calendar now says. */
describe('closures', () => {
  test('a preview says whom it would move, and keeps nothing', async () => {
    const response = await enter('2026-11-18', true);
    expect(response.status).toBe(200);
    const { moves } = (await response.json()) as Change;
    // Day 15 after Monday, November 2, with Veterans Day: Tuesday, November 24; with the closure Wednesday.
    expect(moves).toEqual([
      expect.objectContaining({
        id,
        dueAt: '2026-11-25T01:00:00.000Z',
        newDueAt: '2026-11-26T01:00:00.000Z',
      }),
    ]);
    expect(await app.services.db.closure.count()).toBe(0);
    expect(await facts()).toEqual([]);
  });

  test.each([
    '2026-11-01',
    '2031-11-03',
    '3026-11-18',
    '9999-12-31',
    '0000-01-01',
    '1926-11-18',
    '2027-02-29',
  ])('a closure on %s is refused', async (date) => {
    const response = await enter(date);
    expect(response.status).toBe(422);
    const { errors } = (await response.json()) as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/date']);
    expect((await remove(date)).status).toBe(404);
  });

  test('entering it tells exactly the requests it touches, in the same transaction', async () => {
    expect((await enter('2026-11-18')).status).toBe(201);
    const told = await facts();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ workflowId: `ta-request/${id}/1`, deliveredAt: null });
    expect(JSON.stringify(told[0]?.payload)).toContain('calendar-changed');
  });

  test('a day after everybody’s deadline tells nobody', async () => {
    const before = (await facts()).length;
    const { moves } = (await (await enter('2027-03-10')).json()) as Change;
    expect(moves).toEqual([]);
    expect(await facts()).toHaveLength(before);
  });

  test.each([
    ['a day that is closed already', '2026-11-18', 409],
    ['a past day', '2026-10-30', 422],
    ['a day that does not exist', '2026-02-30', 422],
    ['no day', 'tomorrow', 422],
  ])('%s', async (_name, date, status) => {
    expect((await enter(date)).status).toBe(status);
  });

  test('the list has them by date', async () => {
    const { items } = (await (await app.call('/api/v1/closures', { key: director })).json()) as {
      items: { date: string }[];
    };
    const dates = items.map((item) => item.date);
    expect(dates).toEqual(expect.arrayContaining(['2026-11-18', '2027-03-10']));
    expect(dates).toEqual(dates.toSorted());
  });

  test('removing one near the deadline leaves five business days', async () => {
    app.setNow('2026-11-17T18:00:00.000Z');
    const response = await remove('2026-11-18');
    expect(response.status).toBe(200);
    // Without the closure it would be Tuesday the 24th; five business days from the 17th are that Tuesday too.
    expect(((await response.json()) as Change).moves).toEqual([
      expect.objectContaining({ dueAt: '2026-11-26T01:00:00.000Z', newDueAt: '2026-11-25T01:00:00.000Z' }),
    ]);
    expect((await remove('2026-11-18')).status).toBe(404);
  });

  test('nearer still, the date told before stands', async () => {
    await enter('2026-11-20');
    app.setNow('2026-11-19T18:00:00.000Z');
    const { moves } = (await (await remove('2026-11-20')).json()) as Change;
    expect(moves).toEqual([]);
    expect(JSON.stringify((await facts()).at(-1)?.payload)).toContain('"floor":"2026-11-25"');
  });

  test('a call that a closure has cancelled stays so when it is removed, and the answer names it', async () => {
    await planCalls(app, { from: '2026-12-09', to: '2026-12-16' });
    const [coming, gone] = ['2026-12-09', '2026-12-16'].map((date) => `legal-working-group-${date}`);
    await app.services.db.call.update({
      where: { id: gone ?? '' },
      data: { status: 'cancelled', cancelReason: 'day-off' },
    });
    const at = (date: string, time: string) => `${date}T${time}:00.000Z`;
    const entered = (await (await enter('2026-12-09')).json()) as Change;
    const [startsAt, cancelsAt] = [at('2026-12-09', '20:00'), at('2026-12-02', '21:00')];
    expect(entered).toMatchObject({ calls: [{ id: coming, startsAt, cancelsAt }], cancelledCalls: [] });
    const opened = (await (await remove('2026-12-09')).json()) as Change;
    expect(opened).toMatchObject({
      calls: [{ id: coming, startsAt, cancelsAt: null }],
      cancelledCalls: [],
    });
    const stays = { calls: [], cancelledCalls: [{ id: gone, startsAt: at('2026-12-16', '20:00') }] };
    expect(await (await enter('2026-12-16')).json()).toMatchObject(stays);
    expect(await cancelledCallsOn(app.services, { kind: 'system' }, '2026-12-16')).toEqual(
      ok(stays.cancelledCalls),
    );
    expect(await cancelledCallsOn(app.services, { kind: 'public' }, '2026-12-16')).toMatchObject({
      ok: false,
    });
    expect(await (await remove('2026-12-16')).json()).toMatchObject(stays);
  });

  test.each([
    ['a last day before the first', { date: '2027-05-10', until: '2027-05-07' }, 422, '/until'],
    ['a last day that does not exist', { date: '2027-05-10', until: '2027-05-32' }, 422, '/until'],
    ['a last day more than five years ahead', { date: '2031-11-10', until: '2031-12-01' }, 422, '/until'],
    ['more days than a quarter has', { date: '2027-05-10', until: '2027-08-10' }, 422, '/until'],
    ['a first day that is closed already', { date: '2027-03-10', until: '2027-03-12' }, 409, undefined],
    ['a last day that is closed already', { date: '2027-03-08', until: '2027-03-10' }, 409, undefined],
  ])('%s is refused', async (_what, days, status, pointer) => {
    const response = await app.call('/api/v1/closures', { key: director, body: { ...days, name: 'Break' } });
    expect(response.status).toBe(status);
    const { errors } = (await response.json()) as { errors?: { pointer: string }[] };
    expect(errors?.[0]?.pointer).toBe(pointer);
  });

  test('several days are one entry: whom it touches is told once, its name is its first day', async () => {
    const other = await app.call('/api/v1/ta-requests', {
      key: director,
      body: goodSubmission({
        requester: { ...(goodSubmission().requester as object), email: 'range@legal-aid.example' },
      }),
    });
    const { id: asked, dueAt } = (await other.json()) as { id: string; dueAt: string };
    const before = (await facts()).length;
    const span = { date: '2026-11-30', until: '2026-12-04' };
    const entered = await app.call('/api/v1/closures', { key: director, body: { ...span, name: 'Move' } });
    expect(entered.status).toBe(201);
    expect(entered.headers.get('location')).toBe('/api/v1/closures/2026-11-30');
    const change = (await entered.json()) as Change;
    expect(change).toMatchObject(span);
    const moved = change.moves.find((move) => move.id === asked);
    // Five business days more, of which none is a holiday.
    expect(moved).toMatchObject({ dueAt });
    expect(Date.parse(moved?.newDueAt ?? '') - Date.parse(dueAt)).toBe(7 * 86_400_000);
    const told = (await facts()).slice(before).filter(({ workflowId }) => workflowId.includes(asked));
    expect(told).toHaveLength(1);
    expect((await listed()).find(({ date }) => date === span.date)).toMatchObject({ ...span, name: 'Move' });
    expect((await remove('2026-12-02')).status).toBe(404);
    const removed = await remove('2026-11-30');
    expect(await removed.json()).toMatchObject(span);
    expect((await facts()).slice(before).filter(({ workflowId }) => workflowId.includes(asked))).toHaveLength(
      2,
    );
    expect((await listed()).map(({ date }) => date)).not.toContain('2026-11-30');
  });

  test('of one that is under way the days to come are opened, and a day between that was closed before stays', async () => {
    await enter('2027-06-09');
    await app.call('/api/v1/closures', {
      key: director,
      body: { date: '2027-06-07', until: '2027-06-11', name: 'Retreat' },
    });
    app.setNow('2027-06-08T18:00:00.000Z');
    expect(await (await remove('2027-06-07')).json()).toMatchObject({
      date: '2027-06-08',
      until: '2027-06-11',
    });
    const dates = (await listed()).filter(({ date }) => date.startsWith('2027-06'));
    expect(dates.map(({ date, until }) => [date, until])).toEqual([
      ['2027-06-07', undefined],
      ['2027-06-09', undefined],
    ]);
    expect((await remove('2027-06-07')).status).toBe(409);
  });

  test('of closures entered in a row one mail tells, with the date that was told last', async () => {
    const row = await app.services.db.taRequest.findUniqueOrThrow({ where: { id }, include: withKey });
    const { program } = app.services.programs.current();
    const byServer = { ...app.services, mail: { ...app.services.mail, transport: NO_SERVER } };
    const [first, second] = await Promise.all(
      ['2027-03-10', '2027-06-09'].map((date) =>
        app.services.db.closure.findFirstOrThrow({ where: { date: new Date(`${date}T00:00:00Z`) } }),
      ),
    );
    const tell = (seq: number, notice: Partial<Notice>) =>
      recording(byServer, (rec) =>
        queueNotice(rec, byServer, {
          row,
          state: { requestId: id, episode: 1 },
          event: { seq },
          program,
          index: 0,
          at: rec.at,
          notice: toRequester('deadline-moved', notice),
        }),
      );
    const closes = (entry: { entryId: string } | undefined) => ({
      closure: { entryId: entry?.entryId ?? '', opens: false },
    });
    const was = (date: string) => ({ wasOn: date, wasDueAt: `${date}T23:00:00.000Z` });
    await tell(91, { dueOn: '2027-06-15', ...was('2027-06-14'), ...closes(first) });
    await tell(92, { dueOn: '2027-06-16', ...was('2027-06-15'), ...closes(second) });
    const mails = await app.services.db.message.findMany({
      where: { aboutId: id, kind: 'deadline-moved' },
      orderBy: { queuedAt: 'asc' },
      include: withKey,
    });
    expect(mails.map(({ status, code }) => [status, code])).toEqual([
      ['suppressed', 'overtaken'],
      ['queued', null],
    ]);
    expect(mailDataOf(app.services, mails[1] as MessageRow)).toMatchObject({
      dueOn: '2027-06-16',
      ...was('2027-06-14'),
      closures: [
        { from: '2027-03-10', until: '2027-03-10', name: 'Move' },
        { from: '2027-06-09', until: '2027-06-09', name: 'Move' },
      ],
    });
  });

  test.each(['2026-11-18x', 'tomorrow', '2030-01-02'])('removing %s is 404', async (date) => {
    expect((await remove(date)).status).toBe(404);
  });
});
