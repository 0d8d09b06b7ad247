import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { adminLink } from '../../../../src/api/auth/admin-link.js';
import { sendForm } from '../../../../src/api/pages/form/send-form.js';
import { holdSubmission } from '../../../../src/api/requests/hold-submission.js';
import { submissionSchema } from '../../../../src/domain/requests/submission.schema.js';
import { findOrCreatePerson } from '../../../../src/records/people/find-or-create-person.js';
import { submission } from '../../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { mailedLink, newEmail } from '../calls/calls-site.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
}, 60_000);
afterAll(() => app?.close());

/** A visitor without a browser: keeps cookies, finds hidden inputs, posts forms. */
function visitor() {
  const jar = new Map<string, string>();
  let page = '';
  const go = async (path: string, body?: Record<string, string | string[]>) => {
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(body ?? {}))
      for (const one of [value].flat()) form.append(name, one);
    const answer = await fetch(`${app.url}${path}`, {
      method: body ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
      body: body ? form : undefined,
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    page = await answer.text();
    return { status: answer.status, location: answer.headers.get('location'), text: page };
  };
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  return {
    jar,
    go,
    hidden,
    /** Opens the page, then posts to it as its form would. */
    async post(path: string, fields: Record<string, string | string[]>) {
      await go(path);
      return go(path, { _csrf: hidden('_csrf'), ...fields });
    },
  };
}

type Visitor = ReturnType<typeof visitor>;

const ANSWERS: [string, Record<string, string>][] = [
  ['/request/start', { who: 'professional' }],
  ['/request/role', { role: 'attorney' }],
  ['/request/details', { name: 'Pat Ruiz', email: 'pat@legal-aid.example', ovcGrantee: 'no' }],
  ['/request/kind', { kind: 'case-consultation' }],
  ['/request/topics', { topics: 'immigration' }],
  ['/request/resources', { reviewedResources: 'yes' }],
  ['/request/facts', { facts: 'Facts canary-7f3a.', questions: 'Questions?' }],
  ['/request/deadline', { deadlineKind: 'none' }],
];

async function fillIn(someone: Visitor, until = ANSWERS.length) {
  for (const [path, fields] of ANSWERS.slice(0, until)) {
    const answer = await someone.post(path, fields);
    expect([path, answer.status]).toEqual([path, 303]);
  }
}

const drafts = () => app.services.db.formDraft.count();
const held = () => app.services.db.unconfirmedSubmission.count();

beforeEach(async () => {
  await app.services.db.formDraft.deleteMany();
  await app.services.db.unconfirmedSubmission.deleteMany();
});

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

describe('sending', () => {
  test('keeps the form sealed until the address is proved, and mails a link', async () => {
    const someone = visitor();
    await fillIn(someone);
    const sent = await someone.post('/request/check', { acknowledgesScope: 'yes', formToken: 'x' });
    expect(sent.location).toBe('/request/start');
    await someone.go('/request/check');
    const token = someone.hidden('formToken');
    expect(
      await someone.post('/request/check', { acknowledgesScope: 'yes', formToken: token }),
    ).toMatchObject({
      status: 303,
      location: '/request/sent',
    });
    const [row] = await app.services.db.unconfirmedSubmission.findMany();
    expect(row?.email).toBe('pat@legal-aid.example');
    expect(Buffer.from(row?.sealed ?? []).includes('canary-7f3a')).toBe(false);
    expect(await app.services.db.taRequest.count()).toBe(0);
    expect(
      await app.services.db.message.count({
        where: { kind: 'sign-in', to: { has: 'pat@legal-aid.example' } },
      }),
    ).toBe(1);
  });

  test('twice at once, and once more later, is one sending', async () => {
    const someone = visitor();
    await fillIn(someone);
    await someone.go('/request/check');
    const form = {
      _csrf: someone.hidden('_csrf'),
      acknowledgesScope: 'yes',
      formToken: someone.hidden('formToken'),
    };
    const answers = await Promise.all([
      someone.go('/request/check', form),
      someone.go('/request/check', form),
    ]);
    expect(answers.map(({ location }) => location)).toEqual(['/request/sent', '/request/sent']);
    expect((await someone.go('/request/check', form)).location).toBe('/request/sent');
    expect(await held()).toBe(1);
    // The answers themselves are gone from the draft.
    expect((await someone.go('/request/facts')).location).toBe('/request/sent');
  });

  test('the same form through two web processes is held once', async () => {
    const form = submissionSchema.parse(submission());
    const formId = randomUUID();
    await Promise.all([1, 2].map(() => holdSubmission(app.services, form, formId)));
    await holdSubmission(app.services, form, formId);
    expect(await held()).toBe(1);
    expect(await app.services.db.outbox.count({ where: { workflowId: { contains: formId } } })).toBe(1);
  });

  test('the same form of somebody signed in, through two web processes, is one request', async () => {
    const form = submissionSchema.parse(submission());
    const { db } = app.services;
    const { email, name } = form.requester;
    const { id } = await db.$transaction((tx) =>
      findOrCreatePerson(tx, form.requester, new Date(), { refresh: false }),
    );
    const actor = { kind: 'person' as const, id, name, email };
    const formId = randomUUID();
    const sent = await Promise.all([1, 2].map(() => sendForm(app.deps, actor, form, formId)));
    expect(sent).toEqual([1, 2].map(() => ({ ok: true, value: `/my/requests/${formId}/sent` })));
    expect(await db.taRequest.count()).toBe(1);
  });

  test('without the scope confirmed shows the page again', async () => {
    const someone = visitor();
    await fillIn(someone);
    await someone.go('/request/check');
    const answer = await someone.post('/request/check', { formToken: someone.hidden('formToken') });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('<title>Error: Check your answers');
    expect(answer.text).toContain('href="#acknowledgesScope"');
    expect(await held()).toBe(0);
  });

  test('without this site’s own token is refused', async () => {
    const someone = visitor();
    await fillIn(someone, 2);
    expect((await someone.go('/request/kind', { kind: 'case-consultation' })).status).toBe(403);
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

describe('signing in', () => {
  test('the answer is the same for any address, and says what is wrong with a bad one', async () => {
    const someone = visitor();
    expect(await someone.post('/sign-in', { email: 'nobody@nowhere.example' })).toMatchObject({
      location: '/sign-in/sent',
    });
    expect(await someone.post('/sign-in', { email: 'pat@legal-aid.example' })).toMatchObject({
      location: '/sign-in/sent',
    });
    const bad = await someone.post('/sign-in', { email: 'pat' });
    expect(bad.status).toBe(422);
    expect(bad.text).toContain('Enter an e-mail address');
  });

  let ANA = '';
  beforeEach(() => {
    ANA = newEmail();
  });
  const masked = () => ANA.replace(/^ana\d+/, 'a•••');
  const tokenFor = async (someone: Visitor, email: string) => {
    await someone.post('/sign-in', { email });
    const link = new URL(await mailedLink(app, email, 'sign-in'));
    return link.searchParams.get('token') ?? '';
  };
  /** A page's own form, sent with what it carries and what is typed. */
  const press = (someone: Visitor, typed: Record<string, string> = {}) =>
    someone.go('/sign-in/confirm', {
      _csrf: someone.hidden('_csrf'),
      token: someone.hidden('token'),
      next: someone.hidden('next'),
      ...typed,
    });
  const open = (someone: Visitor, token: string) => someone.go(`/sign-in/confirm?token=${token}`);

  test('the page says whom a link signs in, masked; the navigation then says it whole', async () => {
    const someone = visitor();
    const token = await tokenFor(someone, ANA);
    for (let looked = 0; looked < 3; looked += 1) {
      const page = await open(someone, token);
      expect(page).toMatchObject({ status: 200, text: expect.stringContaining(masked()) });
      expect(page.text).not.toContain(ANA);
      expect(page.text).not.toContain('name="email"');
    }
    expect(await press(someone)).toMatchObject({ status: 303, location: '/my/requests' });
    expect((await someone.go('/my/requests')).text).toContain(`Signed in as ${ANA}`);
    expect(await open(visitor(), token)).toMatchObject({ status: 404 });
  });

  test('in another browser a link asks for the address, and signs nobody in without it', async () => {
    const token = await tokenFor(visitor(), ANA);
    const phone = visitor();
    const page = await open(phone, token);
    expect(page.text).toContain('name="email"');
    for (const email of ['', 'mallory@elsewhere.example', masked()]) {
      const refused = await press(phone, { email });
      expect(refused).toMatchObject({ status: 422, text: expect.stringContaining('name="email"') });
      expect([...phone.jar.keys()]).not.toContain('ta-desk-session');
    }
    expect(await press(phone, { email: ` ${ANA.toUpperCase()} ` })).toMatchObject({ status: 303 });
    expect((await phone.go('/my/requests')).text).toContain(`Signed in as ${ANA}`);
  });

  test('five wrong addresses end a link, also for who asked for it', async () => {
    const owner = visitor();
    const token = await tokenFor(owner, ANA);
    const guesser = visitor();
    await open(guesser, token);
    const form = { _csrf: guesser.hidden('_csrf'), token, next: '' };
    const guesses = Array.from({ length: 12 }, (_, n) => `a${n}@legal-aid.example`);
    await Promise.all(guesses.map((email) => guesser.go('/sign-in/confirm', { ...form, email })));
    const right = await guesser.go('/sign-in/confirm', { ...form, email: ANA });
    expect(right).toMatchObject({ status: 422, text: expect.stringContaining('doesn’t work any more') });
    expect(await open(owner, token)).toMatchObject({ status: 404 });
  });

  test('somebody signed in is told by whom a link replaces them, and their session ends', async () => {
    const someone = visitor();
    await open(someone, await tokenFor(someone, ANA));
    await press(someone);
    const session = someone.jar.get('ta-desk-session') ?? '';
    const bo = newEmail();
    await open(someone, await tokenFor(visitor(), bo));
    const asked = await press(someone);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain(`You are signed in as ${ANA} here.`);
    expect(await press(someone, { email: bo })).toMatchObject({ status: 303 });
    expect((await someone.go('/my/requests')).text).toContain(`Signed in as ${bo}`);
    const stale = visitor();
    stale.jar.set('ta-desk-session', session);
    expect((await stale.go('/my/requests')).location).toContain('/sign-in');
  });

  test('the link printed at the start is named, and asks for nothing: whoever reads it has started the desk', async () => {
    const link = new URL((await adminLink(app.services, app.deps.auth, { production: false })) ?? '');
    const admin = visitor();
    const page = await admin.go(link.pathname + link.search);
    expect(page.text).toContain('•••@');
    expect(page.text).not.toContain('name="email"');
    expect(await press(admin)).toMatchObject({ status: 303, location: '/staff' });
    expect((await admin.go('/staff')).text).toMatch(/Signed in as \S+@/);
  });

  test('leaving forgets for which addresses a link was asked', async () => {
    const someone = visitor();
    const token = await tokenFor(someone, ANA);
    await someone.go('/exit');
    expect((await open(someone, token)).text).toContain('name="email"');
  });

  test('a link that was never made is told kindly', async () => {
    const answer = await visitor().post('/sign-in/confirm', { token: 'made-up' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('doesn’t work any more');
  });

  test('one’s own pages ask for it and lead back', async () => {
    const { location } = await visitor().go('/my/requests');
    expect(location).toBe('/sign-in?next=%2Fmy%2Frequests');
  });
});
