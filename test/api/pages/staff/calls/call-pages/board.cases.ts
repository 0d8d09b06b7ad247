import { describe, expect, test } from '@jest/globals';
import { hiddenOf, summaryOf } from '../../staff-site.js';
import { CLOSED, register } from '../call-world.js';
import { ana, room, send, site } from './site.js';

describe('who may see them', () => {
  test.each(['/staff/calls', room, `${room}/questions`, '/staff/registrations'])(
    '%s leads strangers to signing in',
    async (path) => {
      const page = await site.get({ kind: 'public' }, path);
      expect([page.status, page.location]).toEqual([303, `/sign-in?next=${encodeURIComponent(path)}`]);
    },
  );

  test('a requester is refused, and a call that does not exist is not there', async () => {
    const person = { kind: 'person' as const, id: 'p1', name: 'Pat', email: 'pat@x.example' };
    expect((await site.get(person, room)).status).toBe(403);
    expect((await site.get(ana, '/staff/calls/legal-working-group-2058-01-02')).status).toBe(404);
    expect((await site.get(ana, `${room}/decide/burn`)).status).toBe(404);
  });
});

describe('the series board', () => {
  test('shows coming calls with topic, questions and what is next, and flags a closure', async () => {
    const { html } = await site.get(ana, '/staff/calls');
    expect(html).toContain('Wednesday, November 17, 2055, 12:00 PM PT / 3:00 PM ET');
    expect(html).toContain('0 asked, 6 places');
    expect(html).toContain('On Staff retreat');
    expect(html).toContain('Confirm, move or cancel it');
    // Marked in its own week: before, there is time.
    expect(html).toContain('No join link');
    expect((await site.get(ana, room)).html).toContain('No join link yet.');
    expect((await site.get(ana, `/staff/calls/${CLOSED}`)).html).toContain(
      'Unless somebody confirms it, it is cancelled by itself on Wednesday, November 17, 2055, 1:00 PM PT',
    );
  });

  test('what a closure does to calls is named before it is entered, and before it is removed', async () => {
    const director = await site.person('Dora Director', 'director');
    const closure = { 'date-month': '12', 'date-day': '8', 'date-year': '2055', name: 'Storm' };
    const preview = await site.post(director, '/staff/closures/preview', closure);
    expect(preview.html).toMatch(
      /Wednesday, December 8, 2055.*<\/a>: cancelled by itself on Wednesday, December 1, 2055, 1:00 PM PT/,
    );
    const { call } = site.desk.wired.services.db;
    const { status, cancelReason } = await call.findUniqueOrThrow({ where: { id: CLOSED } });
    await call.update({ where: { id: CLOSED }, data: { status: 'cancelled', cancelReason: 'day-off' } });
    const removal = await site.get(director, '/staff/closures/2055-11-24/remove');
    await call.update({ where: { id: CLOSED }, data: { status, cancelReason } });
    expect(removal.html).toMatch(/They stay cancelled:[\s\S]*Wednesday, November 24, 2055/);
  });

  test('an extra call is planned once, however often the form is sent', async () => {
    const path = '/staff/calls/series/social-services';
    const page = await site.get(ana, path);
    const form = {
      ...hiddenOf(page.html),
      kind: 'extra',
      'extra-month': '12',
      'extra-day': '7',
      'extra-year': '2055',
      topic: 'social-services',
    };
    const answers = await Promise.all([site.post(ana, path, form), site.post(ana, path, form)]);
    expect(answers.map(({ location }) => location)).toContain(`${path}?done=extra`);
    expect((await site.get(ana, '/staff/calls')).html).toContain('Tuesday, December 7, 2055');
    const planned = { workflowId: 'call-series/social-services', type: 'extra-planned' };
    expect(await site.desk.wired.services.db.processEvent.count({ where: planned })).toBe(1);
  });

  test('a date without a call is refused and stays typed', async () => {
    const form = { kind: 'skip', 'skip-month': '3', 'skip-day': '2', 'skip-year': '2056' };
    const page = await send('/staff/calls/series/social-services', form);
    expect([page.status, summaryOf(page.html)]).toEqual([422, ['The series has no call on this day.']]);
    expect(page.html).toMatch(/name="skip-year"[^>]*value="2056"/);
  });

  test('a series is paused and resumed', async () => {
    const path = '/staff/calls/series/social-services';
    expect((await send(path, { kind: 'pause' })).location).toBe(`${path}?done=pause`);
    expect((await site.get(ana, '/staff/calls')).html).toContain('Paused: no further calls are planned.');
    expect((await send(path, { kind: 'resume' })).location).toBe(`${path}?done=resume`);
  });
});

describe('registrations', () => {
  let id: string;
  test('one from a personal address waits, with its reason in words', async () => {
    await register(site);
    id = await register(site, { email: 'pat.lee@gmail.com', name: 'Pat Lee' });
    const list = await site.get(ana, '/staff/registrations');
    expect(list.html).toContain('Pat Lee');
    expect(list.html).toContain('The address is a personal one, not a work address.');
    expect(list.html).toContain('Approved so far: Legal Working Group 1');
    // Seen where everybody on staff begins.
    const queue = await site.get(ana, '/staff');
    expect(queue.html).toContain('1 registration for the calls to decide about');
    expect(queue.html).not.toContain('Nothing is waiting for you.');
  });

  test('denying needs a reason; what was chosen stays', async () => {
    const page = await send(`/staff/registrations/${id}`, { kind: 'deny', reason: '' });
    expect([page.status, summaryOf(page.html)]).toEqual([422, ['Say why.']]);
    expect(page.html).toMatch(/value="deny" checked/);
  });

  test('a double click decides once; somebody else’s page is stale afterwards', async () => {
    const path = `/staff/registrations/${id}`;
    const form = { ...hiddenOf((await site.get(ana, path)).html), kind: 'approve', reason: 'Known to us.' };
    const answers = await Promise.all([site.post(ana, path, form), site.post(ana, path, form)]);
    expect(answers.map(({ location }) => location)).toEqual([
      '/staff/registrations?done=approve',
      '/staff/registrations?done=approve',
    ]);
    const mails = { aboutId: id, kind: 'registration-approved' };
    expect(await site.desk.wired.services.db.message.count({ where: mails })).toBe(1);
    const late = await site.post(ana, path, { ...form, kind: 'deny', reason: 'Too late' });
    expect(late.status).toBe(412);
    expect(late.html).toContain('Too late');
  });

  test('its history tells who decided, and it can be revoked', async () => {
    const { html } = await site.get(ana, `/staff/registrations/${id}`);
    expect(html).toContain('Ana Attorney');
    expect(html).toContain('Mail: Registration received');
    const revoked = await send(`/staff/registrations/${id}`, { kind: 'revoke', reason: 'Left the office.' });
    expect(revoked.location).toBe('/staff/registrations?done=revoke');
    const after = await site.get(ana, `/staff/registrations/${id}`);
    for (const line of [
      'Registered; waits for a person',
      'To look at: The address is a personal one',
      'Known to us.',
      'Left the office.',
    ]) {
      expect(after.html).toContain(line);
    }
    expect(after.html.match(/Ana Attorney/g)).toHaveLength(2);
    expect(after.html).toContain('not asked');
  });
});
