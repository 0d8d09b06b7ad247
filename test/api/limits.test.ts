import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createApp } from '../../src/api/app.js';
import { sendForm } from '../../src/api/pages/form/send-form.js';
import { LIMITS, type Limit } from '../../src/domain/limits.js';
import { submissionSchema } from '../../src/domain/requests/submission.schema.js';
import { spend } from '../../src/usecases/limits/spend.js';
import { changeCourtDate } from '../../src/usecases/requests/requester-actions.js';
import { submitRequest } from '../../src/usecases/requests/submit-request.js';
import { createLinkDelivery } from '../../src/usecases/sign-in/deliver-link.js';
import { submission } from '../support/desk.js';
import { goodQuestion, goodRegistration, planCalls, stranger } from './support/calls.js';
import { signedIn } from './support/signed-in.js';
import { goodSubmission } from './support/submission.js';
import { startTestApp, type TestApp } from './support/test-app.js';

/** Two processes of one desk in production, on one database. */
let app: TestApp;
let key: string;
let second: { url: string; close(): void };
beforeAll(async () => {
  app = await startTestApp({
    config: {
      ...{ appUrl: 'http://desk.test', appSecret: 'x'.repeat(40), production: true, mode: 'start' },
      ...{ secondFactor: 'offered', sessions: { idleMinutes: 120, hours: 12 } },
    },
  });
  key = await app.newKey('coordinator');
  const server = createApp(app.deps).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  second = { url, close: () => server.close() && server.closeAllConnections() };
});
afterAll(async () => {
  second?.close();
  await app?.close();
});
beforeEach(() => app.services.db.rateCount.deleteMany());

/** A network of its own for each test: our proxy says where somebody comes from. */
const from = (network: string) => ({ 'x-forwarded-for': network });
const SUBSCRIBE = '/api/v1/subscriptions';
const wish = (email: string) => ({ email, name: 'Ada', lists: [], emailUpdates: true });

async function use(limit: Limit, who: string, hits: number = limit.most): Promise<void> {
  for (let n = 0; n < hits; n += 1) await spend(app.services, limit, who);
}
const runOut = () => app.services.db.rateCount.updateMany({ data: { until: new Date(0) } });
const statusOf = async (answer: Promise<Response>) => (await answer).status;
const confirmations = (email?: string) =>
  app.services.db.message.count({
    where: { kind: 'subscription-confirmation', ...(email ? { to: { has: email } } : {}) },
  });

describe('what strangers send', () => {
  test('is counted by network, whatever the path and the process', async () => {
    const headers = from('203.0.113.7');
    const paths = [SUBSCRIBE, '/subscribe', '/sign-in', '/request/facts', '/api/v1/ta-requests', '/nowhere'];
    for (let n = 0; n < LIMITS.strangersPosts.most; n += 1) {
      const sent = app.call(paths[n % paths.length] ?? '', { method: 'POST', headers });
      expect(await statusOf(sent)).not.toBe(429);
    }
    for (const path of paths) {
      expect([path, await statusOf(app.call(path, { method: 'POST', headers }))]).toEqual([path, 429]);
    }
    const elsewhere = await fetch(`${second.url}${SUBSCRIBE}`, { method: 'POST', headers });
    expect([elsewhere.status, elsewhere.headers.get('content-type')]).toEqual([
      429,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(await elsewhere.json()).toMatchObject({ code: 'too-many-requests' });
    expect(Number(elsewhere.headers.get('retry-after'))).toBeGreaterThan(0);

    // Reading goes on, and so does everybody else.
    expect(await statusOf(app.call('/subscribe', { headers }))).toBe(200);
    expect(await statusOf(app.call(SUBSCRIBE, { method: 'POST', headers: from('203.0.113.8') }))).toBe(422);
    const one = { ...wish('by.key@office.example'), emailUpdates: false };
    expect(await statusOf(app.call(SUBSCRIBE, { body: one, key, headers }))).toBe(201);
    // The desk's own calendar has no say in it.
    app.setNow('2030-01-01T00:00:00.000Z');
    expect(await statusOf(app.call(SUBSCRIBE, { method: 'POST', headers }))).toBe(429);
    app.setNow('2026-11-02T18:00:00.000Z');
    await runOut();
    expect(await statusOf(app.call(SUBSCRIBE, { method: 'POST', headers }))).toBe(422);
  });

  test('from one household’s addresses counts as one, and no address is kept', async () => {
    await app.call(SUBSCRIBE, { method: 'POST', headers: from('2001:db8:1:2:3::1') });
    await app.call(SUBSCRIBE, { method: 'POST', headers: from('2001:db8:1:2:4::2') });
    const rows = await app.services.db.rateCount.findMany();
    expect(rows).toMatchObject([{ hits: 2, key: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  test('somebody signed in is counted by themself', async () => {
    const ada = await signedIn(app, 'counted@legal-aid.example');
    await ada.call(SUBSCRIBE, {});
    const { personId } = await app.services.db.personEmail.findUniqueOrThrow({
      where: { email: 'counted@legal-aid.example' },
    });
    await use(LIMITS.personsPosts, `person:${personId}`);
    expect((await ada.call(SUBSCRIBE, {})).status).toBe(429);
    expect((await ada.call('/my/requests')).status).toBe(200);
    expect((await (await signedIn(app, 'another@legal-aid.example')).call(SUBSCRIBE, {})).status).toBe(422);
  });
});

describe('mails that ask to confirm', () => {
  test('go out up to a number an hour at one asker’s wish', async () => {
    const { most } = LIMITS.confirmationsByAsker;
    const before = await confirmations();
    const statuses: number[] = [];
    for (let n = 0; n < most + 5; n += 1) {
      const body = wish(`flood${n}@office.example`);
      statuses.push(await statusOf(app.call(SUBSCRIBE, { body, headers: from('203.0.113.20') })));
    }
    expect(statuses).toEqual([...Array(most).fill(201), ...Array(5).fill(429)]);
    expect((await confirmations()) - before).toBe(most);
    // Signed in, they go on being somebody who asks for others.
    const ada = await signedIn(app, 'floods@legal-aid.example');
    expect((await ada.call(SUBSCRIBE, wish('others@office.example'))).status).toBe(201);
  });

  test('go out up to a number an hour in all, staff’s own word apart', async () => {
    await use(LIMITS.confirmations, 'all');
    const refused = await app.call(SUBSCRIBE, {
      body: wish('late@office.example'),
      headers: from('203.0.113.21'),
    });
    expect([refused.status, await refused.json()]).toMatchObject([429, { code: 'too-many-requests' }]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000);
    expect(await app.services.db.subscription.count({ where: { email: 'late@office.example' } })).toBe(0);
    expect(await statusOf(app.call(SUBSCRIBE, { body: wish('vouched@office.example'), key }))).toBe(201);
    // What was refused is told each time, and doesn't count as asked.
    for (let n = 0; n <= LIMITS.confirmationsToAddress.most; n += 1) {
      const late = app.call(SUBSCRIBE, {
        body: wish('late@office.example'),
        headers: from(`203.0.113.${30 + n}`),
      });
      expect([n, await statusOf(late)]).toEqual([n, 429]);
    }
    const { until } = await app.services.db.rateCount.findFirstOrThrow({ where: { hits: { gt: 99 } } });
    await app.services.db.rateCount.updateMany({ where: { until }, data: { until: new Date(0) } });
    const again = app.call(SUBSCRIBE, { body: wish('late@office.example'), headers: from('203.0.113.21') });
    expect(await statusOf(again)).toBe(201);
    expect(await confirmations('late@office.example')).toBe(1);
  });

  test('to one mailbox stop before it is filled, and the answer does not show it', async () => {
    const email = 'mailbox@office.example';
    await use(LIMITS.confirmationsToAddress, email);
    expect(await statusOf(app.call(SUBSCRIBE, { body: wish(email), headers: from('203.0.113.22') }))).toBe(
      201,
    );
    expect(await confirmations(email)).toBe(0);
  });
});

/** A form that was filled in under an address, from a network, through either of the two processes. */
const holdForm = (email: string, network: string) =>
  sendForm(
    app.deps,
    { actor: { kind: 'public' }, caller: { ref: `network:${network}`, times: 1 } },
    submissionSchema.parse(submission({}, { email })),
    randomUUID(),
  );
const formMails = (email: string) =>
  app.services.db.message.count({ where: { kind: 'confirm-address', to: { has: email } } });
const formsOf = (email: string) => app.services.db.unconfirmedSubmission.count({ where: { email } });

describe('forms of somebody whose address isn’t proved', () => {
  test('are all held, however many a stranger sends in their name; a bounded number of mails leaves', async () => {
    const email = 'many.forms@legal-aid.example';
    for (let n = 0; n < 15; n += 1) expect(await holdForm(email, '203.0.113.40')).toMatchObject({ ok: true });
    expect([await formsOf(email), await formMails(email)]).toEqual([15, LIMITS.formMailsByAsker.most]);
    // The owner, elsewhere, sends theirs and gets its mail.
    expect(await holdForm(email, '203.0.113.41')).toMatchObject({ ok: true });
    expect([await formsOf(email), await formMails(email)]).toEqual([16, LIMITS.formMailsByAsker.most + 1]);
    for (let n = 0; n < 12; n += 1) await holdForm(email, `203.0.113.${50 + n}`);
    expect([await formsOf(email), await formMails(email)]).toEqual([28, LIMITS.formMailsToAddress.most]);
    await runOut();
    await holdForm(email, '203.0.113.42');
    expect(await formMails(email)).toBe(LIMITS.formMailsToAddress.most + 1);
  });

  test.each<[string, Limit, (email: string) => string]>([
    ['to the address in a day', LIMITS.formMailsToAddressInADay, (email) => email],
    ['in all', LIMITS.formMails, () => 'all'],
  ])('are held when too many mails went out %s', async (name, limit, who) => {
    const email = `${name.replaceAll(' ', '.')}@legal-aid.example`;
    await use(limit, who(email));
    expect(await holdForm(email, '203.0.113.43')).toMatchObject({ ok: true });
    expect([await formsOf(email), await formMails(email)]).toEqual([1, 0]);
  });

  test('are refused to the network alone that sends too many', async () => {
    await use(LIMITS.formsFromNetwork, 'network:203.0.113.44');
    expect(await holdForm('x@legal-aid.example', '203.0.113.44')).toMatchObject({
      ok: false,
      problem: { code: 'too-many-requests', reason: 'too-many-forms' },
    });
    expect(await holdForm('x@legal-aid.example', '203.0.113.45')).toMatchObject({ ok: true });
  });
});

describe('sign-in mails to one address', () => {
  const mails = (email: string) =>
    app.services.db.message.count({ where: { kind: 'sign-in', to: { has: email } } });

  test('stop at a number in ten minutes, in all processes together', async () => {
    const email = 'many.links@legal-aid.example';
    const deliveries = [createLinkDelivery(app.services), createLinkDelivery(app.services)];
    const most = LIMITS.signInMails.most;
    for (let n = 0; n < most + 3; n += 1) await deliveries[n % 2]?.({ email, token: `token${n}`, next: '/' });
    expect(await mails(email)).toBe(most);
    await runOut();
    await deliveries[0]?.({ email, token: 'later', next: '/' });
    expect(await mails(email)).toBe(most + 1);
  });

  test('stop at five of one network, which leaves the owner theirs; the answer is the same', async () => {
    const email = 'asked.for@legal-aid.example';
    const ask = async (network: string, url: string) => {
      const page = await fetch(`${url}/sign-in`);
      const csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
      const cookie = page.headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; ');
      const body = new URLSearchParams({ email, next: '', _csrf: csrf });
      const sent = {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, ...from(network) },
        body,
      } as const;
      return (await fetch(`${url}/sign-in`, sent)).headers.get('location');
    };
    const answers: (string | null)[] = [];
    for (let n = 0; n < 8; n += 1) answers.push(await ask('203.0.113.46', n % 2 ? app.url : second.url));
    expect(new Set(answers)).toEqual(new Set(['/sign-in/sent']));
    expect(await mails(email)).toBe(LIMITS.signInMailsByAsker.most);
    await ask('203.0.113.47', app.url);
    expect(await mails(email)).toBe(LIMITS.signInMailsByAsker.most + 1);
  });
});

/** What a person from outside may do that writes rows or mails others, each up to a number a day. */
describe('one person', () => {
  beforeAll(async () => {
    await planCalls(app, { from: '2026-11-02', to: '2026-11-06' });
    const course = { courseId: 'human-trafficking-defined', completedAt: '2026-10-01T12:00:00Z' };
    const body = { email, ...course, passed: true, score: 1, source: 'lms', sourceId: 'one-person' };
    const told = app.call('/api/v1/completions', { key: await app.newKey('admin'), body });
    expect(await statusOf(told)).toBe(201);
  });
  const email = 'one.person@legal-aid.example';
  const requester = { ...(goodSubmission().requester as object), email };
  const file = () => {
    const form = new FormData();
    form.append('file', new Blob(['Words.']), 'words.txt');
    return form;
  };
  const courtDate = {
    kind: 'change-deadline',
    courtOrFilingDeadline: { kind: 'filing', date: '2026-12-18' },
  };

  test.each<[string, Limit, (id: string) => [path: string, body: unknown], about: 'it' | 'all']>([
    ['messages', LIMITS.letters, (id) => [`/ta-requests/${id}/correspondence`, { body: 'Words.' }], 'it'],
    ['documents', LIMITS.documents, (id) => [`/ta-requests/${id}/documents`, file()], 'it'],
    ['court dates', LIMITS.courtDates, (id) => [`/ta-requests/${id}/decisions`, courtDate], 'it'],
    ['requests', LIMITS.requests, () => ['/ta-requests', goodSubmission({ requester })], 'all'],
    [
      'questions for calls',
      LIMITS.questions,
      () => [
        '/calls/legal-working-group-2026-11-04/questions',
        goodQuestion({ asker: { ...stranger(), email } }),
      ],
      'all',
    ],
    ['registrations', LIMITS.registrations, () => ['/registrations', goodRegistration({ email })], 'all'],
  ])('%s', async (what, limit, ask, about) => {
    const facts = `Facts for ${what}.`;
    const made = await app.call('/api/v1/ta-requests', {
      key: await app.newKey('admin'),
      body: goodSubmission({ requester, facts }),
    });
    const { id } = (await made.json()) as { id: string };
    const ada = await signedIn(app, email);
    const { personId } = await app.services.db.personEmail.findUniqueOrThrow({ where: { email } });
    const who = `person:${personId}/${about === 'it' ? id : 'all'}`;
    const [path, body] = ask(id);
    await use(limit, who);
    const over = await ada.call(`/api/v1${path}`, body);
    expect([over.status, await over.json()]).toMatchObject([429, { code: 'too-many-requests' }]);
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(3_600);
    await runOut();
    expect((await ada.call(`/api/v1${path}`, ask(id)[1])).status).not.toBe(429);
    expect(await hitsOf(limit, who)).toBe(1);
  });
  const hitsOf = async ({ name }: Limit, who: string) => {
    const where = { key: app.services.vault.fingerprint('limit', `${name}/${who}`) };
    return (await app.services.db.rateCount.findUnique({ where }))?.hits ?? 0;
  };

  test('has counted what was taken, and neither what was refused nor what was sent again', async () => {
    const ada = await signedIn(app, email);
    const { personId } = await app.services.db.personEmail.findUniqueOrThrow({ where: { email } });
    const submitted = goodSubmission({ requester, facts: 'Facts taken once.' });
    const actor = { kind: 'person' as const, id: personId, email, name: 'Ada' };
    const taken = submissionSchema.parse(submitted);
    const requestId = randomUUID();
    for (let n = 0; n < 3; n += 1) {
      expect(await submitRequest(app.services, actor, taken, { id: requestId })).toMatchObject({ ok: true });
      expect((await ada.call('/api/v1/ta-requests', submitted)).status).toBe(409);
    }
    expect(await hitsOf(LIMITS.requests, `person:${personId}/all`)).toBe(1);

    const path = `/api/v1/ta-requests/${requestId}`;
    const program = new FormData();
    program.append('file', new Blob(['Words.']), 'words.exe');
    expect((await ada.call(`${path}/documents`, program)).status).toBe(422);
    expect(await hitsOf(LIMITS.documents, `person:${personId}/${requestId}`)).toBe(0);

    const question = goodQuestion({ asker: { ...stranger(), email } });
    expect((await ada.call('/api/v1/calls/no-such-call/questions', question)).status).toBe(404);
    expect(await hitsOf(LIMITS.questions, `person:${personId}/all`)).toBe(0);

    const change = { ...courtDate, courtOrFilingDeadline: { kind: 'filing', date: '2026-12-17' } };
    const commandId = randomUUID();
    for (let n = 0; n < 3; n += 1) {
      await changeCourtDate(app.services, actor, requestId, change.courtOrFilingDeadline as never, {
        commandId,
      });
    }
    expect(await hitsOf(LIMITS.courtDates, `person:${personId}/${requestId}`)).toBe(1);
  });
});

describe('keys', () => {
  test('wrong ones are told to wait, right ones never', async () => {
    const headers = from('203.0.113.30');
    const guess = (n: number) => ({ key: `tad_guessing_${String(n).padStart(43, 'x')}`, headers });
    const path = '/api/v1/ta-requests?limit=1';
    for (let n = 0; n < LIMITS.wrongKeys.most; n += 1) {
      expect(await statusOf(app.call(path, guess(n)))).toBe(401);
    }
    const waiting = await app.call(path, guess(1_000));
    expect([waiting.status, Number(waiting.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(await statusOf(app.call(path, { key, headers }))).toBe(200);
  });

  test('hundreds of calls with a key are counted nowhere', async () => {
    const calls = Array.from({ length: 400 }, () => app.call(SUBSCRIBE, { body: {}, key }));
    const statuses = await Promise.all(calls.map(statusOf));
    expect(new Set(statuses)).toEqual(new Set([422]));
    expect(await app.services.db.rateCount.count()).toBe(0);
  });
});

test('tries at once are each counted, and counts that have run out go', async () => {
  await use(LIMITS.wrongKeys, 'somebody of before', 1);
  await runOut();
  const limit: Limit = { name: 'test', most: 10, windowMs: 60_000 };
  const spent = await Promise.all(Array.from({ length: 30 }, () => spend(app.services, limit, 'at once')));
  expect(spent.filter(({ allowed }) => allowed)).toHaveLength(10);
  expect(spent.map(({ hits }) => hits).sort((a, b) => a - b)).toEqual(spent.map((_, n) => n + 1));
  expect(await app.services.db.rateCount.count()).toBe(1);
});
