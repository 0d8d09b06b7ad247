import { describe, expect, test } from '@jest/globals';
import { formatDate } from '../../../src/domain/time/format.js';
import { withKey } from '../../../src/usecases/data-keys.js';
import { renderMessage } from '../../../src/usecases/mail/render-message.js';
import { decisionAs, desk } from './site.js';

describe('dates that move', () => {
  test('five more days with a reason; the second extension is the director’s', async () => {
    const { id, dueAt } = await desk.submit({}, { email: 'extended@legal-aid.example' });
    const extended = await desk.decide(
      id,
      { kind: 'extend', businessDays: 5, reason: 'Volume.' },
      'coordinator',
    );
    expect(extended.dueAt > dueAt).toBe(true);
    expect(extended.clock.businessDaysLeft).toBe(20);
    expect(
      await decisionAs(id, { kind: 'extend', businessDays: 1, reason: 'Again.' }, 'attorney'),
    ).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    await desk.decide(id, { kind: 'extend', businessDays: 1, reason: 'Again.' }, 'director');
    expect((await desk.mails(id)).filter((kind) => kind === 'extension-notice')).toHaveLength(2);
  });

  test('reminders, lapses and ways out are those of the program it was accepted under', async () => {
    const { db, programs } = desk.wired.services;
    const { program } = programs.current();
    const { clock, referrals } = program;
    const before = {
      ...program,
      clock: { ...clock, information: { reminderDays: [5], lapseDays: 20 } },
      referrals: { ...referrals, mentors: false },
    };
    const id = 'feedfacefeedface';
    await db.programVersion.create({ data: { id, body: before, loadedAt: new Date() } });
    const request = await desk.submit({}, { email: 'pinned@legal-aid.example' });
    await db.taRequest.update({ where: { id: request.id }, data: { programVersionId: id } });
    const asked = desk.wired.services.clock.now().toISOString();
    await desk.decide(request.id, { kind: 'request-information', question: 'When?' }, 'coordinator');
    const mail = await db.message.findFirstOrThrow({
      where: { aboutId: request.id, kind: 'information-requested' },
      include: withKey,
    });
    const { text } = await renderMessage(desk.wired.services, mail);
    // Twenty days on, or the business day after them; by the program of today it would be thirty.
    const days = [20, 21, 22, 23, 24].map((n) => new Date(Date.parse(asked) + n * 86_400_000).toISOString());
    const said = text.replace(/\s+/g, ' ');
    expect(days.some((at) => said.includes(`before ${formatDate(at.slice(0, 10))}`))).toBe(true);
    const mentor = { kind: 'redirect', to: 'mentor', note: 'Ask for one.' };
    expect(await decisionAs(request.id, mentor, 'coordinator')).toMatchObject({ status: 422 });
    expect(
      (await desk.api('POST', `/api/v1/ta-requests/${request.id}/withdrawal`, { body: {} })).status,
    ).toBe(200);
  });

  test('a closure moves open deadlines and is told; taken back, the date is not pulled in under people', async () => {
    const { id, dueAt } = await desk.submit({}, { email: 'closure@legal-aid.example' });
    const { days } = (await desk.api('GET', `/api/v1/ta-requests/${id}/clock`)).body;
    const { date } = days.filter((day: { kind: string }) => day.kind === 'counted').at(-1);
    const preview = await desk.api('POST', '/api/v1/closures?preview=true', {
      as: 'director',
      body: { date, name: 'Storm' },
    });
    expect(preview.status).toBe(200);
    const entered = await desk.api('POST', '/api/v1/closures', {
      as: 'director',
      body: { date, name: 'Storm' },
    });
    expect(entered.status).toBe(201);
    await desk.advance({ by: 'PT1M' });
    const moved = (await desk.api('GET', `/api/v1/ta-requests/${id}`)).body;
    expect(moved.dueAt > dueAt).toBe(true);
    expect((await desk.mails(id)).at(-1)).toBe('deadline-moved');
    const removed = await desk.api('DELETE', `/api/v1/closures/${date}`, { as: 'director' });
    expect(removed.status).toBeLessThan(300);
    await desk.advance({ by: 'PT1M' });
    expect((await desk.api('GET', `/api/v1/ta-requests/${id}`)).body.dueAt).toBe(dueAt);
  });

  test('several days are one entry: one event, one mail, with the reason and the date of before', async () => {
    const { id, dueAt } = await desk.submit({}, { email: 'range@legal-aid.example' });
    const { days } = (await desk.api('GET', `/api/v1/ta-requests/${id}/clock`)).body;
    const counted = days.filter((day: { kind: string }) => day.kind === 'counted');
    const span = { date: counted.at(-4).date, until: counted.at(-2).date };
    const entered = await desk.api('POST', '/api/v1/closures', {
      as: 'director',
      body: { ...span, name: 'Winter break' },
    });
    expect(entered.body).toMatchObject({ ...span, name: 'Winter break' });
    await desk.advance({ by: 'PT1M' });
    const moved = (await desk.api('GET', `/api/v1/ta-requests/${id}`)).body;
    expect(moved.dueAt > dueAt).toBe(true);
    expect((await desk.mails(id)).filter((kind) => kind === 'deadline-moved')).toHaveLength(1);
    const { services } = desk.wired;
    const mail = await services.db.message.findFirstOrThrow({
      where: { aboutId: id, kind: 'deadline-moved' },
      include: withKey,
    });
    const { text } = await renderMessage(services, mail);
    const said = text.replace(/\s+/g, ' ');
    const words = (at: string) => formatDate(at.slice(0, 10));
    expect(said).toContain(`closed from ${words(span.date)} to ${words(span.until)} (Winter break)`);
    const office = (at: string) => words(new Date(Date.parse(at) - 86_400_000 / 2).toISOString());
    expect(said).toContain(`by ${office(moved.dueAt)}. Until now it was ${office(dueAt)}.`);
    const removed = await desk.api('DELETE', `/api/v1/closures/${span.date}`, { as: 'director' });
    expect(removed.body).toMatchObject(span);
    await desk.advance({ by: 'PT1M' });
    expect((await desk.api('GET', `/api/v1/ta-requests/${id}`)).body.dueAt).toBe(dueAt);
  });

  test('another court date makes it urgent, none makes it ordinary again', async () => {
    const { id } = await desk.submit({}, { email: 'court@legal-aid.example' });
    const now = (await desk.api('GET', '/api/v1/rehearsal')).body.now;
    const date = new Date(Date.parse(now) + 9 * 86_400_000).toISOString().slice(0, 10);
    const urgent = await desk.decide(id, {
      kind: 'change-deadline',
      courtOrFilingDeadline: { kind: 'filing', date },
    });
    expect(urgent).toMatchObject({
      urgent: true,
      priority: 'urgent',
      courtOrFilingDeadline: { kind: 'filing', date },
    });
    const ordinary = await desk.decide(id, { kind: 'change-deadline', courtOrFilingDeadline: null });
    expect(ordinary).toMatchObject({ urgent: false, courtOrFilingDeadline: null, targetAt: ordinary.dueAt });
  });
});
