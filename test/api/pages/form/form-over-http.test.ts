import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sendForm } from '../../../../src/api/pages/form/send-form.js';
import { LIMITS } from '../../../../src/domain/limits.js';
import { type Submission, submissionSchema } from '../../../../src/domain/requests/submission.schema.js';
import { renderMessage } from '../../../../src/usecases/mail/render-message.js';
import { findOrCreatePerson } from '../../../../src/usecases/people/find-or-create-person.js';
import { reconcileForms } from '../../../../src/usecases/reconcile/reconcile-forms.js';
import type { ReconcileReport } from '../../../../src/usecases/reconcile/report.js';
import { submitUnconfirmed } from '../../../../src/usecases/requests/submit-unconfirmed.js';
import { openSubmission, sealSubmission } from '../../../../src/usecases/requests/unconfirmed-submission.js';
import { adminLink } from '../../../../src/usecases/sign-in/admin-link.js';
import { submission } from '../../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { LWG, mailedLink, newEmail } from '../calls/calls-site.js';

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

/** Whoever reads the mail of an address, signed in. */
async function ownerOf(email: string): Promise<Visitor> {
  const owner = visitor();
  await owner.post('/sign-in', { email });
  const link = new URL(await mailedLink(app, email, 'sign-in'));
  await owner.go(link.pathname + link.search);
  await owner.go('/sign-in/confirm', {
    _csrf: owner.hidden('_csrf'),
    token: owner.hidden('token'),
    next: '',
  });
  return owner;
}

const drafts = () => app.services.db.formDraft.count();
const held = () => app.services.db.unconfirmedSubmission.count();

beforeEach(async () => {
  await app.services.db.formDraft.deleteMany();
  await app.services.db.unconfirmedSubmission.deleteMany();
  await app.services.db.rateCount.deleteMany();
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
        where: { kind: 'confirm-address', to: { has: 'pat@legal-aid.example' } },
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
    await Promise.all([1, 2].map(() => submitUnconfirmed(app.services, form, formId)));
    await submitUnconfirmed(app.services, form, formId);
    expect(await held()).toBe(1);
    expect(await app.services.db.outbox.count({ where: { workflowId: { contains: formId } } })).toBe(1);
    expect(await app.services.db.message.count({ where: { aboutId: formId } })).toBe(1);
  });

  test('the same form of somebody signed in, through two web processes, is one request', async () => {
    const form = submissionSchema.parse(submission());
    const { db } = app.services;
    const { email, name } = form.requester;
    const { id } = await db.$transaction((tx) => findOrCreatePerson(tx, form.requester, new Date()));
    const actor = { kind: 'person' as const, id, name, email };
    const formId = randomUUID();
    const sender = { actor, caller: { ref: `person:${id}`, times: 1 } };
    const sent = await Promise.all([1, 2].map(() => sendForm(app.deps, sender, form, formId)));
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

/** Sends a paralegal's form, as the browser that filled it in; gives its link. */
async function sendAs(
  someone: Visitor,
  email: string,
  deadline: Record<string, string> = { deadlineKind: 'none' },
): Promise<string> {
  const paralegal: typeof ANSWERS = [
    ['/request/start', { who: 'professional' }],
    ['/request/role', { role: 'paralegal' }],
    ['/request/details', { name: 'Pat Ruiz', email, ovcGrantee: 'no' }],
    [
      '/request/supervisor',
      {
        'supervisor-name': 'Sam Lee',
        'supervisor-email': 'sam@elsewhere.example',
        'supervisor-role': 'attorney',
      },
    ],
    ...ANSWERS.slice(3, -1),
    ['/request/deadline', deadline],
  ];
  for (const [path, fields] of paralegal) {
    expect([path, (await someone.post(path, fields)).status]).toEqual([path, 303]);
  }
  await someone.go('/request/check');
  await someone.go('/request/check', {
    _csrf: someone.hidden('_csrf'),
    acknowledgesScope: 'yes',
    formToken: someone.hidden('formToken'),
  });
  return linkTo(email);
}

/** A form that somebody sent from elsewhere; gives its link. */
async function sentElsewhere(email: string, over: Record<string, unknown> = {}, requester = {}) {
  const form = submissionSchema.parse(submission(over, { email, ...requester }));
  const held = await submitUnconfirmed(app.services, form, randomUUID());
  expect(held).toMatchObject({ ok: true });
  return linkTo(email);
}

const linkTo = async (email: string) => new URL(await mailedLink(app, email, 'confirm-address')).pathname;
const requestsOf = (email: string) =>
  app.services.db.taRequest.findMany({ where: { requesterEmail: email } });

describe('a form that waits for its sender', () => {
  let email = '';
  beforeEach(() => {
    email = newEmail();
    app.setNow('2026-11-02T18:00:00.000Z');
  });
  const confirm = async (someone: Visitor, link: string) => {
    await someone.go(link);
    return someone.go(link, { _csrf: someone.hidden('_csrf'), confirms: someone.hidden('confirms') });
  };
  const CONFIRMED = { status: 200, text: expect.stringContaining('We have your request') };
  const say = async (someone: Visitor, link: string, address: string) => {
    await someone.go(link);
    return someone.go(link, { _csrf: someone.hidden('_csrf'), email: address });
  };
  const hidesAll = (text: string) => {
    for (const word of ['canary-7f3a', 'Pat Ruiz', 'Sam Lee', email]) expect(text).not.toContain(word);
  };

  test('is shown by its link, and counts from its sending once confirmed; its sender is signed in', async () => {
    const someone = visitor();
    const link = await sendAs(someone, email);
    app.setNow('2026-11-05T18:00:00.000Z');
    for (let looked = 0; looked < 3; looked += 1) {
      const page = await someone.go(link);
      for (const word of ['canary-7f3a', 'Pat Ruiz', 'Sam Lee', 'sam@elsewhere.example', email])
        expect(page.text).toContain(word);
    }
    expect(await requestsOf(email)).toEqual([]);
    const confirmed = await confirm(someone, link);
    const [request] = await requestsOf(email);
    expect(confirmed).toMatchObject({ status: 303, location: `/my/requests/${request?.id}/sent` });
    expect(request?.receivedAt.toISOString()).toBe('2026-11-02T18:00:00.000Z');
    expect((await someone.go('/my/requests')).text).toContain(`Signed in as ${email}`);
    // A second press, and the link opened again.
    expect(await confirm(someone, link)).toMatchObject({ status: 303 });
    expect((await someone.go(link)).text).toContain('We have your request');
    expect(await requestsOf(email)).toHaveLength(1);
    const [row] = await app.services.db.unconfirmedSubmission.findMany();
    expect(row?.sealed).toHaveLength(0);
  });

  test('pressed several times at once, it is confirmed once, and no answer says that it was not sent', async () => {
    // Which press comes first is chance.
    for (let person = 0; person < 8; person += 1) {
      const [someone, address] = [visitor(), newEmail()];
      const link = await sendAs(someone, address);
      await someone.go(link);
      const sent = { _csrf: someone.hidden('_csrf'), confirms: someone.hidden('confirms') };
      const presses = await Promise.all([1, 2, 3].map(() => someone.go(link, sent)));
      for (const { status } of presses) expect([200, 303]).toContain(status);
      expect(await requestsOf(address)).toHaveLength(1);
    }
  });

  test.each([
    ['before the form is erased', '9', true],
    ['after it', '20', false],
  ])('says whether a court date comes %s', async (_when, day, named) => {
    const someone = visitor();
    await sendAs(someone, email, {
      deadlineKind: 'court',
      'deadline-month': '11',
      'deadline-day': day,
      'deadline-year': '2026',
    });
    const { text } = await someone.go('/request/sent');
    expect(text).toContain('It then counts as sent on Monday, November 2, 2026');
    expect(text.includes('confirm today')).toBe(named);
  });

  test('is nobody’s by signing in with its address: they see that it waits, no more', async () => {
    const link = await sentElsewhere(email, { facts: 'Facts canary-7f3a.' }, { name: 'Mallory' });
    const owner = await ownerOf(email);
    const mine = await owner.go('/my/requests');
    expect(mine.text).toContain('A form is not sent yet');
    expect(mine.text).toContain(`href="${link}"`);
    expect(mine.text).not.toContain('canary-7f3a');
    expect([await requestsOf(email), await held()]).toEqual([[], 1]);
    const known = await app.services.db.personEmail.findUnique({
      where: { email },
      include: { person: true },
    });
    expect(known?.person.name).not.toBe('Mallory');
    expect((await owner.go(link)).text).toContain('canary-7f3a');
    expect(await confirm(owner, link)).toMatchObject({ status: 303 });
    expect(await requestsOf(email)).toHaveLength(1);
  });

  test('a profile changes by its owner alone: not by a form in their name, a key or an import', async () => {
    const { db } = app.services;
    const profile = async () =>
      (await db.personEmail.findUnique({ where: { email }, include: { person: true } }))?.person;
    const owner = visitor();
    await confirm(owner, await sendAs(owner, email));
    expect(await profile()).toMatchObject({ name: 'Pat Ruiz', role: 'paralegal' });
    const link = await sentElsewhere(email, {}, { name: 'Mallory', role: 'attorney' });
    const as = submission({}, { email, name: 'Mallory', role: 'case-manager', ovcGrantee: true });
    const sent = await app.call('/api/v1/ta-requests', { key: await app.newKey('admin'), body: as });
    expect(sent.status).toBe(201);
    const { series, employer, ...rest } = { series: LWG, employer: 'Elsewhere', name: 'Mallory', email };
    await app.call('/api/v1/registrations', {
      key: await app.newKey('admin'),
      body: { ...rest, series, employer, role: 'attorney', licensedIn: ['CA'] },
    });
    expect(await profile()).toMatchObject({ name: 'Pat Ruiz', role: 'paralegal', ovcGrantee: false });
    await confirm(owner, link);
    expect(await profile()).toMatchObject({ name: 'Mallory', role: 'attorney' });
  });

  test('in another browser its link asks for the address first, shows it then, and signs nobody in', async () => {
    const link = await sendAs(visitor(), email);
    const phone = visitor();
    const asked = await phone.go(link);
    expect(asked.text).toContain(email.replace(/^ana\d+/, 'a•••'));
    hidesAll(asked.text);
    for (const wrong of ['', 'mallory@elsewhere.example']) {
      const refused = await say(phone, link, wrong);
      expect(refused.status).toBe(422);
      hidesAll(refused.text);
    }
    const shown = { status: 200, text: expect.stringContaining('canary-7f3a') };
    expect(await say(phone, link, ` ${email.toUpperCase()} `)).toMatchObject(shown);
    // Sent twice, as impatient people do, an address shows the form and confirms nothing.
    for (let again = 0; again < 2; again += 1) await phone.go(link, { email });
    expect(await requestsOf(email)).toEqual([]);
    expect(await phone.go(link)).toMatchObject(shown);
    expect(await confirm(phone, link)).toMatchObject(CONFIRMED);
    const [request] = await requestsOf(email);
    expect((await phone.go(link)).text).toContain(request?.reference);
    expect([...phone.jar.keys()]).not.toContain('ta-desk-session');
    hidesAll((await visitor().go(link)).text);
  });

  test('a browser without cookies, as mail programs have them, gets through too', async () => {
    const link = await sentElsewhere(email, { facts: 'Facts canary-7f3a.' });
    const bare = visitor();
    const send = (fields: Record<string, string>) => {
      bare.jar.clear();
      return bare.go(link, fields);
    };
    expect((await send({ email: 'mallory@elsewhere.example', confirms: 'yes' })).status).toBe(422);
    expect((await send({ confirms: 'yes' })).status).toBe(422);
    expect((await send({ email })).text).toContain('canary-7f3a');
    const form = { email: bare.hidden('email'), confirms: bare.hidden('confirms') };
    expect(await send(form)).toMatchObject(CONFIRMED);
    expect(await requestsOf(email)).toHaveLength(1);
  });

  test('whoever it is not from throws it away, and nothing of it stays', async () => {
    const link = await sentElsewhere(email, { facts: 'Facts canary-7f3a.' });
    const victim = visitor();
    await say(victim, link, email);
    const page = await victim.go(link);
    expect(page.text).toContain('This is not my form');
    const thrown = await victim.go(link, { _csrf: victim.hidden('_csrf'), discard: 'yes' });
    expect(thrown.text).toContain('The form was deleted');
    expect([await held(), await requestsOf(email)]).toEqual([0, []]);
    expect(await app.services.db.personEmail.findUnique({ where: { email } })).toBeNull();
    for (const answer of [await victim.go(link), await confirm(victim, link)])
      expect(answer.status).toBe(404);
  });

  test('five wrong addresses end its link; the next mail brings another', async () => {
    const someone = visitor();
    const link = await sendAs(someone, email);
    const guesser = visitor();
    await guesser.go(link);
    const _csrf = guesser.hidden('_csrf');
    const guesses = Array.from({ length: 12 }, (_, n) => `a${n}@office.example`);
    await Promise.all(guesses.map((guess) => guesser.go(link, { _csrf, email: guess })));
    expect((await guesser.go(link, { _csrf, email })).status).toBe(404);
    expect((await someone.go(link)).status).toBe(404);
    app.setNow('2026-11-02T18:00:01.000Z');
    expect(await someone.post('/request/sent', { again: 'yes' })).toMatchObject({
      location: '/request/sent?done=again',
    });
    const fresh = await linkTo(email);
    expect(fresh).not.toBe(link);
    expect(await confirm(someone, fresh)).toMatchObject({ status: 303 });
  });

  test.each<[string, Record<string, string>, number]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbor of this site', { 'sec-fetch-site': 'same-site' }, 403],
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['another port of this machine', { origin: 'http://desk.test:81' }, 403],
    ['this site', { 'sec-fetch-site': 'same-origin', origin: 'null' }, 200],
    ['an old browser here', { origin: 'http://desk.test' }, 200],
    ['a mail program', { origin: 'null' }, 200],
  ])('%s sends the right address', async (_name, headers, status) => {
    const link = await sentElsewhere(email);
    const body = new URLSearchParams({ email });
    const sent = await fetch(app.url + link, { method: 'POST', headers, body });
    expect([sent.status, sent.headers.getSetCookie().join().includes('addresses')]).toEqual([
      status,
      status === 200,
    ]);
    for (const path of [
      '/unsubscribe/x',
      '/subscribe/confirm/x',
      '/calls/x/poll/x',
      '/api/v1/subscriptions',
    ]) {
      const other = await fetch(app.url + path, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ _csrf: '' }),
      });
      expect([path, other.status === 403]).toEqual([path, status === 403]);
    }
  });

  test('the address named for a form opens that form alone', async () => {
    const phone = visitor();
    await say(phone, await sentElsewhere(email, { facts: 'Facts canary-7f3a.' }), email);
    app.setNow('2026-11-02T18:00:01.000Z');
    expect((await phone.go(await sentElsewhere(email))).text).toContain('Which address is this form from?');
    await app.deps.auth.send({ email, next: '/' });
    const signIn = new URL(await mailedLink(app, email, 'sign-in'));
    expect((await phone.go(signIn.pathname + signIn.search)).text).toContain('name="email"');
  });

  test('what is no address costs no try', async () => {
    const link = await sentElsewhere(email, { facts: 'Facts canary-7f3a.' });
    const guesser = visitor();
    await guesser.go(link);
    const _csrf = guesser.hidden('_csrf');
    for (const typed of [
      '',
      ' ',
      'nobody',
      '@',
      'a b@c.example',
      email.replace(/@.*/, ''),
      'x'.repeat(300),
    ]) {
      expect([typed, (await guesser.go(link, { _csrf, email: typed })).status]).toEqual([typed, 422]);
    }
    expect((await guesser.go(link, { _csrf, email })).text).toContain('canary-7f3a');
  });

  test('whose link was guessed away waits for its owner, who signs in; nothing is there to mend', async () => {
    const link = await sentElsewhere(email, { facts: 'Facts canary-7f3a.' });
    for (let n = 0; n < 5; n += 1)
      await fetch(app.url + link, {
        method: 'POST',
        body: new URLSearchParams({ email: `a${n}@b.example` }),
      });
    const gone = await visitor().go(link);
    expect([gone.status, gone.text]).toEqual([
      404,
      expect.stringContaining('a wrong address was entered too many times'),
    ]);
    const report = { checked: 0, restarted: [], mended: [] as string[] } as unknown as ReconcileReport;
    await reconcileForms(app.services, report);
    expect(report.mended).toEqual([]);
    expect(await app.services.db.message.count({ where: { to: { has: email } } })).toBe(1);

    const owner = await ownerOf(email);
    const mine = (await owner.go('/my/requests')).text;
    const theirs = /href="(\/request\/confirm\/[^"]+)"/.exec(mine)?.[1] ?? '';
    expect(theirs).not.toBe(link);
    expect((await owner.go(theirs)).text).toContain('canary-7f3a');
    expect(await confirm(owner, theirs)).toMatchObject({ status: 303 });
    expect(await requestsOf(email)).toHaveLength(1);
  });

  test('somebody signed in with another address is told so, and stays who they are', async () => {
    const link = await sentElsewhere(email);
    const other = newEmail();
    const someone = visitor();
    await confirm(someone, await sendAs(someone, other));
    expect((await someone.go(link)).text).toContain(`You are signed in as ${other} here`);
    await say(someone, link, email);
    expect((await someone.go(link)).text).toContain(`You are signed in as ${other} here`);
    expect(await confirm(someone, link)).toMatchObject(CONFIRMED);
    expect(await requestsOf(email)).toHaveLength(1);
    expect((await someone.go('/my/requests')).text).toContain(`Signed in as ${other}`);
  });

  test('in the name of somebody on staff opens no session of theirs, and is their own request', async () => {
    const { db } = app.services;
    await db.staff.create({
      data: { id: randomUUID(), email, name: 'Kim', role: 'director', createdAt: new Date() },
    });
    const someone = visitor();
    const link = await sendAs(someone, email);
    expect(await confirm(someone, link)).toMatchObject(CONFIRMED);
    expect([...someone.jar.keys()]).not.toContain('ta-desk-session');
    const [request] = await requestsOf(email);
    const [event] = await db.processEvent.findMany({
      where: { workflowId: { contains: request?.id ?? '' } },
    });
    expect(event?.actor).toBe(`person:${request?.requesterId}`);
  });

  test.each<[string, (link: string) => Promise<void>]>([
    ['the same is open already', async () => void (await sameByKey())],
    [
      'its role is not served any more',
      () => rewrite((form) => ({ ...form, requester: { ...form.requester, role: 'retired' } })),
    ],
    ['a topic is gone', () => rewrite((form) => ({ ...form, topics: ['retired'] }))],
    ['a supervisor is needed by now', () => rewrite((form) => ({ ...form, supervisor: undefined }))],
  ])('is shown with the reason, and kept, when %s', async (_name, change) => {
    const someone = visitor();
    const link = await sendAs(someone, email);
    await change(link);
    const before = (await requestsOf(email)).length;
    await someone.go(link);
    const refused = await someone.go(link, { _csrf: someone.hidden('_csrf'), confirms: 'yes' });
    expect([409, 422]).toContain(refused.status);
    expect(refused.text).toContain('We can’t take this form as it is');
    expect(refused.text).toContain('canary-7f3a');
    expect(refused.text).toContain('before Monday, November 9, 2026');
    expect([await held(), (await requestsOf(email)).length]).toEqual([1, before]);
    expect((await someone.go(link)).text).toContain('canary-7f3a');
  });
  const waiting = () => app.services.db.unconfirmedSubmission.findFirstOrThrow();
  const sameByKey = async () => {
    const body = openSubmission(app.services, await waiting());
    await app.call('/api/v1/ta-requests', { key: await app.newKey('admin'), body });
  };
  const rewrite = async (change: (form: Submission) => Submission) => {
    const row = await waiting();
    const sealed = sealSubmission(app.services, row, change(openSubmission(app.services, row)));
    await app.services.db.unconfirmedSubmission.update({ where: { id: row.id }, data: { sealed } });
  };

  test('is gone after its days, whatever is pressed', async () => {
    const someone = visitor();
    const link = await sendAs(someone, email);
    await someone.go(link);
    const form = { _csrf: someone.hidden('_csrf'), confirms: 'yes' };
    app.setNow('2026-11-09T18:00:00.000Z');
    expect((await someone.go(link)).status).toBe(404);
    expect((await someone.go(link, form)).status).toBe(404);
    expect((await someone.go('/request/sent')).text).toContain('is no longer waiting');
    expect(await requestsOf(email)).toEqual([]);
  });

  test('its mail says what is not sent yet and when it is erased, and nothing of it', async () => {
    await sentElsewhere(email, { facts: 'Facts canary-7f3a.' }, { name: 'Pat Ruiz' });
    const row = await app.services.db.message.findFirstOrThrow({ where: { to: { has: email } } });
    const { subject, text } = await renderMessage(app.services, row);
    expect([row.kind, subject]).toEqual(['confirm-address', 'Your form is not sent yet: please confirm it']);
    expect(text).toContain('We have not received it yet');
    expect(text).toContain('Please confirm before Monday, November 9, 2026');
    expect(text).not.toMatch(/canary|Pat|minutes/);
  });

  test('whose mail can’t leave now is kept, and its page says so and what to do', async () => {
    for (let sent = 0; sent < 10; sent += 1) await sentElsewhere(email);
    const someone = visitor();
    const mails = () => app.services.db.message.count({ where: { to: { has: email } } });
    await sendAs(someone, email);
    expect([await held(), await mails()]).toEqual([11, 10]);
    const page = (await someone.go('/request/sent')).text;
    expect(page).toContain('no link to it is on its way');
    expect(page).not.toMatch(/We have sent|we have sent before/);
    expect(page).toContain(email);
    const again = await someone.post('/request/sent', { again: 'yes' });
    expect(again.location).toBe('/request/sent?done=later');
    const told = (await someone.go('/request/sent?done=later')).text;
    expect(told).toContain('We have not sent the link');
    expect(told).not.toContain('govuk-notification-banner--success');
    expect(await mails()).toBe(10);
    // An hour later.
    await app.services.db.rateCount.updateMany({ data: { until: new Date(0) } });
    app.setNow('2026-11-02T19:00:01.000Z');
    expect((await someone.post('/request/sent', { again: 'yes' })).location).toBe('/request/sent?done=again');
    expect((await someone.go('/request/sent')).text).toContain('We have sent a link to this address');
    expect(await confirm(someone, await linkTo(email))).toMatchObject({ status: 303 });
  });

  test('whose link was guessed away is not said to have one mailed, until it has', async () => {
    const someone = visitor();
    const link = await sendAs(someone, email);
    expect((await someone.go('/request/sent')).text).toContain('We have sent a link to this address');
    for (let n = 0; n < 5; n += 1) {
      const body = new URLSearchParams({ email: `a${n}@b.example` });
      await fetch(app.url + link, { method: 'POST', body });
    }
    expect((await someone.go('/request/sent')).text).toContain('no link to it is on its way');
    await someone.post('/request/sent', { again: 'yes' });
    expect((await someone.go('/request/sent')).text).toContain('We have sent a link to this address');
  });

  test.each(['failed', 'suppressed'])('whose mail is %s is not said to have one mailed', async (status) => {
    const someone = visitor();
    await sendAs(someone, email);
    await app.services.db.message.updateMany({ where: { to: { has: email } }, data: { status } });
    expect((await someone.go('/request/sent')).text).toContain('no link to it is on its way');
  });

  test('moved there and back, where the last can’t be mailed to any more', async () => {
    const someone = visitor();
    for (let sent = 0; sent < 9; sent += 1) await sentElsewhere(email);
    await sendAs(someone, email);
    await someone.post('/request/sent', { email: newEmail() });
    await someone.post('/request/sent', { email });
    expect((await someone.go('/request/sent')).text).toContain('no link to it is on its way');
  });

  test('and a corrected address that can’t be mailed to just now', async () => {
    const full = newEmail();
    for (let sent = 0; sent < 10; sent += 1) await sentElsewhere(full);
    const someone = visitor();
    await sendAs(someone, email);
    expect((await someone.post('/request/sent', { email: full })).location).toBe('/request/sent?done=later');
    const page = (await someone.go('/request/sent')).text;
    expect(page).toContain('no link to it is on its way');
    expect(page).toContain(full);
  });
});

test('a form whose process is lost, or that never had a link, gets them from reconcile', async () => {
  app.setNow('2026-11-02T18:00:00.000Z');
  const { services } = app;
  const email = newEmail();
  const link = await sentElsewhere(email);
  const { id } = await services.db.unconfirmedSubmission.findFirstOrThrow();
  await services.db.unconfirmedSubmission.update({ where: { id }, data: { tokenHash: null } });
  await services.db.message.deleteMany({ where: { aboutId: id } });
  app.setNow('2026-11-04T18:00:00.000Z');
  const report = { checked: 0, restarted: [] as string[], mended: [] as string[] } as ReconcileReport;
  const processes = { ...services.processes, stateOf: async () => 'missing' as const };
  await reconcileForms({ ...services, processes }, report);
  expect(report).toMatchObject({ restarted: [`submission-expiry/${id}`], mended: [id] });
  const starts = await services.db.outbox.findMany({
    where: { workflowId: `submission-expiry/${id}` },
    orderBy: { id: 'asc' },
  });
  expect(starts.map(({ payload }) => payload)).toEqual([
    [expect.objectContaining({ remindAt: [3, 5, 8].map((day) => `2026-11-0${day}T18:00:00.000Z`) })],
    [expect.objectContaining({ remindAt: [5, 8].map((day) => `2026-11-0${day}T18:00:00.000Z`) })],
  ]);
  expect(await linkTo(email)).toBe(link);
});

describe('after sending', () => {
  let email = '';
  beforeEach(() => {
    email = newEmail();
  });

  test('the page names the address; a corrected one gets a link, and the old link dies', async () => {
    const someone = visitor();
    const old = await sendAs(someone, email);
    expect((await someone.go('/request/sent')).text).toContain(email);
    const right = newEmail();
    const moved = await someone.post('/request/sent', { email: right });
    expect(moved.location).toBe('/request/sent?done=changed');
    expect((await someone.go('/request/sent')).text).toContain(right);
    expect((await someone.go(old)).status).toBe(404);
    const link = await linkTo(right);
    expect((await someone.go(link)).text).toContain(right);
    await someone.go(link, { _csrf: someone.hidden('_csrf'), confirms: 'yes' });
    expect([await requestsOf(email), (await requestsOf(right)).length]).toEqual([[], 1]);
    expect((await someone.go('/request/sent')).text).toContain('is no longer waiting');
  });

  test('a slip of the keyboard is pointed out, one press mends it', async () => {
    const someone = visitor();
    const name = email.split('@')[0];
    await sendAs(someone, `${name}@gmail.con`);
    expect((await someone.go('/request/sent')).text).toContain(`Did you mean ${name}@gmail.com?`);
    await someone.go('/request/sent', { _csrf: someone.hidden('_csrf'), email: `${name}@gmail.com` });
    expect(await linkTo(`${name}@gmail.com`)).toMatch(/^\/request\/confirm\//);
    expect((await someone.go('/request/sent')).text).not.toContain('Did you mean');
  });

  test('no other browser sees the address, moves the form or has it mailed', async () => {
    const link = await sendAs(visitor(), email);
    const other = visitor();
    const page = await other.go('/request/sent');
    expect(page.text).not.toContain(email);
    await other.go('/sign-in');
    for (const [name, value] of [
      ['email', 'mallory@elsewhere.example'],
      ['again', 'yes'],
    ] as const) {
      const answer = await other.go('/request/sent', { _csrf: other.hidden('_csrf'), [name]: value });
      expect(answer).toMatchObject({ status: 303, location: '/request/sent' });
      await other.go('/sign-in');
    }
    const row = await app.services.db.unconfirmedSubmission.findFirstOrThrow();
    expect(row.email).toBe(email);
    expect(await app.services.db.message.count({ where: { aboutId: row.id } })).toBe(1);
    expect(await linkTo(email)).toBe(link);
  });

  test.each([
    ['no address', 'nobody', 422],
    ['nothing', '', 422],
    ['the supervisor’s own', 'sam@elsewhere.example', 422],
  ])('%s is no address to move it to, and what was typed stays', async (_name, typed, status) => {
    const someone = visitor();
    await sendAs(someone, email);
    const answer = await someone.post('/request/sent', { email: typed });
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(`value="${typed}"`.replace('value=""', 'name="email"'));
    expect((await app.services.db.unconfirmedSubmission.findFirstOrThrow()).email).toBe(email);
  });

  test('it is no way to write to anybody: the address changes five times', async () => {
    const someone = visitor();
    await sendAs(someone, email);
    const moved: number[] = [];
    for (let n = 0; n < 7; n += 1) {
      moved.push((await someone.post('/request/sent', { email: newEmail() })).status);
    }
    expect(moved).toEqual([303, 303, 303, 303, 303, 429, 429]);
  });

  test('the same is said of an address that is known here and of one that is not', async () => {
    const known = newEmail();
    const first = visitor();
    await first.go(await sendAs(first, known));
    await first.go(await linkTo(known), { _csrf: first.hidden('_csrf'), confirms: 'yes' });
    const pages = [];
    for (const address of [known, newEmail()]) {
      app.setNow(`2026-11-0${3 + pages.length}T18:00:00.000Z`);
      const someone = visitor();
      await sendAs(someone, address);
      const { status, text } = await someone.go('/request/sent');
      pages.push([
        status,
        text
          .replaceAll(address, 'ADDRESS')
          .replace(/value="[^"]{20,}"/g, '')
          .replace(/November \d+/g, 'DAY')
          .replace(/[A-Z][a-z]+day/g, 'WEEKDAY'),
      ]);
    }
    expect(pages[0]).toEqual(pages[1]);
  });

  test('leaving forgets the form: its link asks for the address again', async () => {
    const someone = visitor();
    const link = await sendAs(someone, email);
    await someone.go('/exit');
    expect((await someone.go('/request/sent')).text).not.toContain(email);
    expect((await someone.go(link)).text).toContain('Which address is this form from?');
  });
});

describe('filled in as one, and signed in as another', () => {
  const signInAs = async (someone: Visitor, email: string) => {
    const token = await app.deps.auth.make({ email, validMs: 60_000 });
    await someone.go(`/sign-in/confirm?token=${token}`);
    await someone.go('/sign-in/confirm', { _csrf: someone.hidden('_csrf'), token, next: '' });
  };
  const send = async (someone: Visitor) => {
    await someone.go('/request/check');
    return someone.go('/request/check', {
      _csrf: someone.hidden('_csrf'),
      acknowledgesScope: 'yes',
      formToken: someone.hidden('formToken'),
    });
  };

  test('the answers show what is sent, and whose it is; what was typed stays for who signs out', async () => {
    const someone = visitor();
    await fillIn(someone);
    expect((await someone.go('/request/check')).text).not.toContain('You are signed in as');
    const own = newEmail();
    await signInAs(someone, own);
    const page = (await someone.go('/request/check')).text;
    expect(page).toContain(`filled in with the address pat@legal-aid.example. You are signed in as ${own}`);
    const rows = page.slice(page.indexOf('govuk-summary-list'));
    expect(rows).toContain(own);
    expect(rows).not.toContain('pat@legal-aid.example');
    expect(rows).toContain('Pat Ruiz');
    await someone.post('/sign-out', {});
    expect((await someone.go('/request/check')).text).toContain('pat@legal-aid.example');
    expect((await someone.go('/request/facts')).text).toContain('canary-7f3a');

    await signInAs(someone, own);
    const sent = await send(someone);
    const [request] = await requestsOf(own);
    expect(sent.location).toBe(`/my/requests/${request?.id}/sent`);
    expect(request?.requesterName).toBe('Pat Ruiz');
    expect(await requestsOf('pat@legal-aid.example')).toEqual([]);
  });

  test('somebody’s own form says nothing of the kind', async () => {
    const someone = visitor();
    await signInAs(someone, newEmail());
    await fillIn(someone);
    expect((await someone.go('/request/check')).text).not.toContain('This form was filled in with');
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

  test('on a laptop, where everybody is one network, it comes as often as somebody asks', async () => {
    const email = newEmail();
    const often = LIMITS.signInMailsByAsker.most + 2;
    for (let n = 0; n < often; n += 1) await visitor().post('/sign-in', { email });
    const mails = { kind: 'sign-in', to: { has: email } };
    expect(await app.services.db.message.count({ where: mails })).toBe(often);
  });

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

  test('what is no address costs no try', async () => {
    const token = await tokenFor(visitor(), ANA);
    const phone = visitor();
    await open(phone, token);
    for (let n = 0; n < 6; n += 1) {
      expect((await press(phone, { email: n % 2 ? '' : 'nobody' })).status).toBe(422);
    }
    expect(await press(phone, { email: ANA })).toMatchObject({ status: 303 });
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
    expect(right).toMatchObject({ status: 422, text: expect.stringContaining('no longer works') });
    expect(await open(owner, token)).toMatchObject({ status: 404 });
  });

  test('asking for a link by another address after the other does not name it for the other', async () => {
    const token = await tokenFor(visitor(), ANA);
    const guesser = visitor();
    for (const email of [newEmail(), ANA]) {
      await guesser.go('/sign-in');
      await guesser.go('/sign-in', { _csrf: guesser.hidden('_csrf'), email });
    }
    expect((await open(guesser, token)).text).toContain('name="email"');
    expect((await press(guesser)).status).toBe(422);
    // Whoever asked twice has both links.
    const owner = visitor();
    const [older, newer] = [await tokenFor(owner, ANA), await tokenFor(owner, ANA)];
    for (const one of [older, newer]) expect((await open(owner, one)).text).not.toContain('name="email"');
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
    expect(answer.text).toContain('no longer works');
  });

  test('one’s own pages ask for it and lead back', async () => {
    const { location } = await visitor().go('/my/requests');
    expect(location).toBe('/sign-in?next=%2Fmy%2Frequests');
  });
});
