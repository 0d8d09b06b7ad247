import { describe, expect, jest, test } from '@jest/globals';
import { load } from 'cheerio';
import { cookiesOf } from '../../../../support/sign-in.js';
import { somebodyWaits } from '../../../support/somebody-waits.js';
import { hiddenOf, summaryOf } from '../staff-site.js';
import { admin, ana, aRequest, cora, decide, site } from './site.js';

const typed = (name: string, date: string) => {
  const [year, month, day] = date.split('-').map(Number);
  return { [`${name}-month`]: `${month}`, [`${name}-day`]: `${day}`, [`${name}-year`]: `${year}` };
};

describe('around the requests', () => {
  test('a closure shows whom it moves, moves them, and can be removed', async () => {
    const id = await aRequest();
    const date = { 'date-month': '1', 'date-day': '20', 'date-year': '2055', name: 'Move of the office' };
    expect((await site.post(cora, '/staff/closures/preview', date)).status).toBe(403);
    const preview = await site.post(admin, '/staff/closures/preview', date);
    const { reference } = await site.desk.wired.services.db.taRequest.findUniqueOrThrow({ where: { id } });
    expect(preview.html).toContain(reference);
    expect(await site.post(admin, '/staff/closures', hiddenOf(preview.html))).toMatchObject({
      status: 303,
      location: '/staff/closures?done=added-moving',
    });
    // No example of a date grows old.
    expect(preview.html).not.toMatch(/For example, \d/);
    expect((await site.get(admin, '/staff/closures')).html).toContain('Move of the office');
    const twice = await site.post(admin, '/staff/closures', hiddenOf(preview.html));
    expect(summaryOf(twice.html)).toEqual(['The office is already closed on that day.']);
    expect(await site.post(admin, '/staff/closures/2055-01-20/remove')).toMatchObject({ status: 303 });
    expect((await site.get(admin, '/staff/closures')).html).not.toContain('Move of the office');
  });

  test('a page is not sent to that takes nothing, nor opened that only takes; what is not there is not found', async () => {
    const statuses = await Promise.all([
      site.post(admin, '/staff/numbers'),
      site.post(admin, '/staff/workload'),
      site.get(admin, '/staff/closures/preview'),
      site.post(admin, '/staff/nothing-here'),
      site.get(admin, '/staff/nothing-here'),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([405, 405, 405, 404, 404]);
    expect(statuses[0]?.html).toContain('This address takes GET only.');
  });

  test('several days are one line, one preview, one link to remove them', async () => {
    const days = { ...typed('date', '2055-12-23'), ...typed('until', '2055-12-31'), name: 'Winter break' };
    const preview = await site.post(admin, '/staff/closures/preview', days);
    const words = 'Thursday, December 23, 2055, to Friday, December 31, 2055';
    expect(preview.html).toContain(`<strong>${words}</strong>: Winter break`);
    expect(await site.post(admin, '/staff/closures', hiddenOf(preview.html))).toMatchObject({ status: 303 });
    const { html } = await site.get(admin, '/staff/closures');
    expect(html.match(/closures\/2055-12-\d\d\/remove/g)).toEqual(['closures/2055-12-23/remove']);
    expect(html).toContain(words);
    expect((await site.get(admin, '/staff/closures/2055-12-23/remove')).html).toContain(words);
    expect(await site.post(admin, '/staff/closures/2055-12-23/remove')).toMatchObject({ status: 303 });
    expect((await site.get(admin, '/staff/closures')).html).not.toContain('Winter break');
  });

  test.each([
    [
      { 'date-month': '2', 'date-day': '30', 'date-year': '2055', name: 'X' },
      ['The date must be a real date: that month doesn’t have this day.'],
    ],
    [{ name: '' }, ['Enter the date.', 'Say why the office is closed.']],
    [
      { ...typed('date', '2055-01-20'), ...typed('until', '2055-01-19'), name: 'X' },
      ['The last day must not come before the first.'],
    ],
    [
      { ...typed('date', '2055-01-20'), 'until-month': '1', name: 'X' },
      ['The last day must include a day and a year.'],
    ],
    [
      { 'date-month': '1', 'date-day': '4', 'date-year': '2055', name: 'X' },
      ['This day is past; past days stay as they were.'],
    ],
  ])('a closure with %j', async (form, errors) => {
    const answer = await site.post(admin, '/staff/closures/preview', form as Record<string, string>);
    expect(answer.status).toBe(422);
    expect(summaryOf(answer.html)).toEqual(errors);
  });

  test('mail of unknown fate is settled by a person', async () => {
    const id = await aRequest();
    const { db } = site.desk.wired.services;
    const row = await db.message.findFirstOrThrow({ where: { aboutId: id } });
    await db.message.update({ where: { id: row.id }, data: { status: 'unknown' } });
    expect((await site.get(cora, '/staff/mail')).html).toContain(row.id);
    const from = `/staff/requests/${id}`;
    expect(
      (await site.post(cora, `/staff/mail/${row.id}/resolve`, { action: 'mark-sent', from })).location,
    ).toBe(`${from}?done=mark-sent`);
    expect((await site.get(cora, '/staff/mail')).html).not.toContain(row.id);
    const again = await site.post(cora, `/staff/mail/${row.id}/resolve`, { action: 'resend', from });
    expect(again.status).toBe(409);
  });

  test('what could not be told to NationBuilder stands there with the reason, until it is told', async () => {
    const { db } = site.desk.wired.services;
    expect((await site.get(cora, '/staff/mail')).html).not.toContain('NationBuilder');
    const body = { email: 'untold@legal.example', lists: [], emailUpdates: true };
    await site.desk.api('POST', '/api/v1/subscriptions', { body });
    const mine = { where: { email: body.email } };
    await db.subscription.update({ ...mine, data: { pushProblem: 'change-ignored' } });
    await db.contactPoll.create({ data: { source: 'nationbuilder', problem: 'reconnect-needed' } });
    const { html } = await site.get(cora, '/staff/mail');
    expect(html).toContain('untold@legal.example');
    expect(html).toContain('Make the change there by hand.');
    expect(html).toContain('an administrator has to connect it again.');
    await db.subscription.update({ ...mine, data: { pushProblem: null } });
    await db.contactPoll.deleteMany();
    expect((await site.get(cora, '/staff/mail')).html).not.toContain('NationBuilder');
  });

  test('somebody joins, changes role and leaves; one admin remains', async () => {
    const form = { name: 'New Person', email: 'New@Program.example', role: 'attorney' };
    expect((await site.post(admin, '/staff/people/add', form)).status).toBe(303);
    const twice = await site.post(admin, '/staff/people/add', form);
    expect(summaryOf(twice.html)).toEqual(['Somebody with this e-mail address is on the list already.']);
    expect(twice.html).toContain('New Person');
    const row = await site.desk.wired.services.db.staff.findUniqueOrThrow({
      where: { email: 'new@program.example' },
    });
    const left = await cookiesOf(site.desk, row.email);
    expect(await site.desk.auth.signedIn(left)).toMatchObject({ email: row.email });
    await site.post(admin, `/staff/people/${row.id}`, { name: 'New Person', role: 'director', active: 'no' });
    // What they left open somewhere doesn't come back with them.
    expect(await site.desk.auth.signedIn(left)).toBeNull();
    const changed = await site.desk.wired.services.db.staff.findUniqueOrThrow({ where: { id: row.id } });
    expect(changed).toMatchObject({ role: 'director', active: false });
    expect(await eventsAbout(`user:${row.id}`)).toEqual([
      { kind: 'colleague-added', actor: `user:${admin.id}`, whence: 'page', data: { role: 'attorney' } },
      {
        kind: 'role-changed',
        actor: `user:${admin.id}`,
        whence: 'page',
        data: { from: 'attorney', to: 'director' },
      },
      {
        kind: 'colleague-deactivated',
        actor: `user:${admin.id}`,
        whence: 'page',
        data: { sessions: 1, keys: 0 },
      },
    ]);
    const last = await site.post(admin, `/staff/people/${admin.id}`, {
      name: 'Ada',
      role: 'attorney',
      active: 'yes',
    });
    expect(last.status).toBe(409);
    expect(summaryOf(last.html)[0]).toContain('There must be one active admin.');
  });

  test('a key is shown once and ends when revoked', async () => {
    const empty = await site.post(admin, '/staff/keys', {});
    expect(summaryOf(empty.html)).toHaveLength(3);
    const made = await site.post(admin, '/staff/keys', {
      name: 'Website',
      role: 'coordinator',
      scope: 'write',
      days: '30',
    });
    const key = /tad_\w{8}_[\w-]{43}/.exec(made.html)?.[0] ?? '';
    expect((await site.get(admin, '/staff/keys')).html).not.toContain(key);
    const headers = { authorization: `Bearer ${key}` };
    const call = () => site.desk.api('GET', '/api/v1/ta-requests', { as: null, headers });
    expect((await call()).status).toBe(200);
    const row = await site.desk.wired.services.db.apiKey.findFirstOrThrow({ where: { name: 'Website' } });
    expect((await site.post(admin, `/staff/keys/${row.id}/revoke`)).status).toBe(303);
    expect((await call()).status).toBe(401);
    expect((await eventsAbout(`key:${row.id}`)).map(({ kind, data }) => [kind, data])).toEqual([
      ['key-made', { role: 'coordinator', scopes: ['read', 'write'], owner: `user:${admin.id}` }],
      ['key-revoked', {}],
    ]);
  });

  test('what can’t be revoked now is said on the list of keys', async () => {
    await site.post(admin, '/staff/keys', { name: 'Intake', role: 'coordinator', scope: 'read' });
    const { db, log } = site.desk.wired.services;
    const row = await db.apiKey.findFirstOrThrow({ where: { name: 'Intake' } });
    const failing = jest.spyOn(log, 'info').mockImplementation((_about: unknown, said?: string) => {
      if (said === 'API key revoked') throw new Error('away');
    });
    const failed = await site.post(admin, `/staff/keys/${row.id}/revoke`);
    failing.mockRestore();
    expect([failed.status, summaryOf(failed.html)]).toEqual([503, [expect.stringContaining('try again')]]);
    expect(failed.html).toContain('Intake');
  });

  test('a completion entered by hand counts once', async () => {
    const form = {
      ...hiddenOf((await site.get(cora, '/staff/completions')).html),
      email: 'learner@legal.example',
      courseId: 'human-trafficking-defined',
      passed: 'yes',
      score: '90',
      'date-month': '1',
      'date-day': '4',
      'date-year': '2055',
    };
    expect((await site.post(cora, '/staff/completions', form)).location).toBe(
      '/staff/completions?done=recorded',
    );
    expect((await site.post(cora, '/staff/completions', form)).location).toBe(
      '/staff/completions?done=known',
    );
    const future = await site.post(cora, '/staff/completions', {
      ...form,
      'date-year': '2056',
      score: '101',
    });
    expect(summaryOf(future.html)).toHaveLength(2);
  });

  test('a score that says otherwise than the result is settled there, once', async () => {
    const form = {
      ...hiddenOf((await site.get(cora, '/staff/completions')).html),
      email: 'doubtful@legal.example',
      courseId: 't-visas-part-1',
      passed: 'yes',
      score: '40',
      'date-month': '1',
      'date-day': '4',
      'date-year': '2055',
    };
    expect((await site.post(cora, '/staff/completions', form)).location).toBe(
      '/staff/completions?done=doubtful',
    );
    const { html } = await site.get(cora, '/staff/completions?done=doubtful');
    expect(html).toContain('Said to be passed with 40 percent');
    // A day was recorded, so no hour is told.
    expect(html).toContain('percent, on Jan 4, 2055; passing takes 70');
    const settle = /name="settle" value="([^"]+)"/.exec(html)?.[1] ?? '';
    // A request of theirs that is being accepted comes first, under whichever address: it is told of the course.
    const { db } = site.desk.wired.services;
    const begun: ReturnType<typeof site.post>[] = [];
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT p.id FROM person p JOIN person_email e ON e.person_id = p.id
        WHERE e.email = ${form.email} FOR UPDATE OF p`;
      begun.push(site.post(cora, '/staff/completions', { settle, counts: 'no' }));
      await somebodyWaits(db);
    });
    const [sure] = await Promise.all(begun);
    expect(sure?.location).toBe('/staff/completions?done=settled');
    expect((await site.get(cora, '/staff/completions')).html).not.toContain('name="settle"');
    const again = await site.post(cora, '/staff/completions', { settle, counts: 'yes' });
    expect([again.status, summaryOf(again.html)]).toEqual([
      409,
      ['Somebody has decided about this result already.'],
    ]);
  });

  test('high volume is switched on and off', async () => {
    expect((await site.post(cora, '/staff/settings', { highVolume: 'on' })).status).toBe(303);
    expect((await site.get(cora, '/staff/settings')).html).toContain('volume counts as high now');
    expect((await site.post(cora, '/staff/settings', { highVolume: 'off' })).status).toBe(303);
    expect((await site.post(cora, '/staff/settings')).status).toBe(422);
  });

  test('the director’s numbers count what is there, and each the right ones', async () => {
    const { db, clock } = site.desk.wired.services;
    const counted = async () => {
      const page = load((await site.get(admin, '/staff/numbers')).html);
      return Object.fromEntries(
        page('dt')
          .toArray()
          .map((one) => [page(one).text().trim(), Number(page(one).next('dd').text().trim())]),
      );
    };
    const LABELS = [
      'Open requests',
      'Overdue',
      'Escalated',
      'Waiting on requesters',
      'Unassigned',
      'Received this month',
    ];
    const before = await counted();
    await aRequest();
    const [late, waits, over] = [await aRequest(), await aRequest(), await aRequest()];
    await decide(cora, late, 'assign', { to: ana.email });
    const past = new Date(clock.now().getTime() - 60_000);
    await db.taRequest.update({ where: { id: late }, data: { dueAt: past, escalationLevel: 2 } });
    await decide(cora, waits, 'request-information', { question: 'Which office?' });
    expect((await decide(admin, over, 'decline', { policy: 'scope', reason: 'Not ours.' })).status).toBe(303);
    const after = await counted();
    expect(LABELS.map((label) => [label, (after[label] ?? 0) - (before[label] ?? 0)])).toEqual([
      ['Open requests', 3],
      ['Overdue', 1],
      ['Escalated', 1],
      ['Waiting on requesters', 1],
      ['Unassigned', 2],
      ['Received this month', 4],
    ]);
  });

  test('the director’s numbers', async () => {
    const { status, html } = await site.get(admin, '/staff/numbers');
    expect(status).toBe(200);
    expect(html).toContain('Median business days to an answer');
    // A rule about small groups is no value of a median or a share.
    expect(html).toMatch(
      /Answered within the promise<\/dt><dd[^>]*>(Not shown: fewer than 5 answers|No answers yet|\d+%)<\/dd>/,
    );
    expect(html).toMatch(/<dt>Median business days to an answer<\/dt><dd[^>]*>(?!Fewer than)/);
    expect(html).toMatch(/>State<\/th>|No request was received in this time\./);
    expect(html).toMatch(/Received this month<\/dt><dd>\d+/);
    expect(html).toContain('Groups of fewer than five are counted together.');
    expect(html).toContain('Ana Attorney');
  });
});

const eventsAbout = (about: string) =>
  site.desk.wired.services.db.securityEvent.findMany({
    where: { about },
    orderBy: { id: 'asc' },
    select: { kind: true, actor: true, whence: true, data: true },
  });
