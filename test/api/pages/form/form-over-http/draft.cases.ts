import { describe, expect, test } from '@jest/globals';
import { app, fillIn, visitor } from './site.js';

const drafts = () => app.services.db.formDraft.count();

describe('the door', () => {
  test.each(['survivor', 'member-of-public'])(
    'a %s is led to the hotline and nothing is kept',
    async (who) => {
      const someone = visitor();
      const answer = await someone.post('/request/start', { who });
      expect(answer).toMatchObject({ status: 303, location: '/hotline' });
      expect((await someone.go('/hotline')).text).toContain('1-888-539-2373');
      expect(await drafts()).toBe(0);
      expect([...someone.jar.keys()]).toEqual(['ta-desk-form']);
    },
  );

  test('asking which call is theirs keeps nothing', async () => {
    const someone = visitor();
    expect((await someone.go('/request/talk?role=attorney')).text).toContain('Legal Working Group');
    expect((await someone.go('/request/talk?role=case-manager')).text).toContain('Social Services Monthly');
    expect((await someone.go('/request/talk?role=law-enforcement')).text).toContain('no call for your role');
    expect((await someone.go('/request/talk?role=survivor')).status).toBe(422);
    expect(await drafts()).toBe(0);
  });
});

describe('the draft', () => {
  test('is sealed, and forgotten on leaving', async () => {
    const someone = visitor();
    await fillIn(someone, 7);
    const [row] = await app.services.db.formDraft.findMany();
    expect(Buffer.from(row?.sealed ?? []).includes('canary-7f3a')).toBe(false);
    const cookie = [...someone.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    // A browser or mail program that looks ahead has not left.
    await app.call('/exit', { method: 'HEAD', headers: { cookie } });
    await app.call('/exit', { headers: { cookie, 'sec-purpose': 'prefetch' } });
    expect(await drafts()).toBe(1);
    const left = await someone.go('/exit');
    expect(left).toMatchObject({ status: 303, location: 'https://www.weather.gov/' });
    expect(await drafts()).toBe(0);
    expect(await someone.go('/request/facts')).toMatchObject({ status: 303, location: '/request/role' });
  });

  test('of yesterday is gone', async () => {
    const someone = visitor();
    await fillIn(someone, 3);
    await app.services.db.formDraft.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await someone.go('/request/kind')).toMatchObject({ status: 303, location: '/request/role' });
  });

  test('is nobody else’s: another browser starts from the beginning', async () => {
    await fillIn(visitor(), 7);
    expect(await visitor().go('/request/check')).toMatchObject({ status: 303, location: '/request/role' });
  });
});

describe('a form on its way is found again', () => {
  test('from the front page and the door, in the browser that began it alone', async () => {
    const someone = visitor();
    expect((await someone.go('/')).text).not.toContain('Go on with your request');
    await fillIn(someone, 6);
    for (const page of ['/', '/request/start']) {
      const { text } = await someone.go(page);
      expect(text).toMatch(
        /<a class="govuk-link" href="\/request\/facts"><strong>Go on with your request, begun \w+day, /,
      );
      expect((await visitor().go(page)).text).not.toContain('Go on with your request');
    }
  });

  test('only the role was asked for: nothing was begun', async () => {
    const someone = visitor();
    await fillIn(someone, 1);
    expect((await someone.go('/')).text).not.toContain('Go on with your request');
  });

  test('or it is deleted for another', async () => {
    const someone = visitor();
    await fillIn(someone, 6);
    expect(await someone.post('/request/start', { anew: 'yes' })).toMatchObject({
      status: 303,
      location: '/request/start',
    });
    expect(await drafts()).toBe(0);
    expect((await someone.go('/request/start')).text).not.toContain('Go on with your request');
  });

  test('with the database away the front page is there all the same', async () => {
    const someone = visitor();
    await fillIn(someone, 6);
    const { db } = app.services;
    const { findUnique } = db.formDraft;
    db.formDraft.findUnique = (() => Promise.reject(new Error('away'))) as unknown as typeof findUnique;
    expect((await someone.go('/')).status).toBe(200);
    db.formDraft.findUnique = findUnique;
  });
});

describe('what a date comes to is told while it is typed', () => {
  const now = () => app.services.clock.now();
  const asked = async (kind: string, date: Date | null) => {
    const [year = '', month = '', day = ''] = date?.toISOString().slice(0, 10).split('-') ?? [];
    const query = new URLSearchParams({
      deadlineKind: kind,
      'deadline-month': month,
      'deadline-day': day,
      'deadline-year': year,
    });
    const { said } = (await (await app.call(`/request/deadline-aim?${query}`)).json()) as { said: string };
    return said;
  };
  const inDays = (days: number) => new Date(now().getTime() + days * 86_400_000);

  test.each<[string, string, number | null, RegExp]>([
    ['no date yet: nothing', 'court', null, /^$/],
    ['a date and a No: nothing', 'none', 12, /^$/],
    ['a date in the past: nothing', 'filing', -3, /^$/],
    ['two weeks ahead: the day we aim for', 'court', 14, /aim to answer by \w+day, /],
    ['a year ahead: the promise', 'filing', 365, /our answer comes by \w+day, .* PT/],
    ['tomorrow: it is close', 'court', 1, /very close/],
  ])('%s', async (_name, kind, days, said) => {
    expect(await asked(kind, days === null ? null : inDays(days))).toMatch(said);
  });
});

describe('with the database away', () => {
  test('what was typed is still on the page', async () => {
    const someone = visitor();
    await fillIn(someone, 6);
    await someone.go('/request/facts');
    const csrf = someone.hidden('_csrf');
    const { db } = app.services;
    const { update } = db.formDraft;
    db.formDraft.update = (() => Promise.reject(new Error('database away'))) as unknown as typeof update;
    const answer = await someone.go('/request/facts', {
      _csrf: csrf,
      facts: 'A long text somebody wrote.',
      questions: 'And a question?',
    });
    db.formDraft.update = update;
    expect(answer.status).toBe(503);
    expect(answer.text).toContain('A long text somebody wrote.');
    expect(answer.text).toContain('And a question?');
    expect(answer.text).toContain('What you typed is still on this page');
    expect(app.logged.join('\n')).not.toContain('A long text');
  });
});
