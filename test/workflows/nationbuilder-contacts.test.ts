import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createNoContacts } from '../../src/adapters/nationbuilder/create-no-contacts.js';
import type { ContactPolling } from '../../src/ports/contacts.js';
import { reconcile } from '../../src/usecases/reconcile/reconcile.js';
import { ensureContactPoll } from '../../src/usecases/subscriptions/ensure-contact-poll.js';
import { ownSubscription } from '../../src/usecases/subscriptions/own-subscription.js';
import { unsubscribeLink } from '../../src/usecases/subscriptions/tokens.js';
import { connectNation, nationVariables } from '../replay/contact-paths.js';
import { startDesk, type TestDesk } from '../support/desk.js';
import {
  type FakeNationBuilder,
  type FakeSignup,
  startFakeNationBuilder,
} from '../support/fake-nationbuilder.js';
import { type SmtpSink, startSmtpSink } from '../support/smtp-sink.js';
import { unsaid } from '../support/summaries.js';

/** A desk connected to a nation, from Monday, January 10, 2056, each part on from the one before. */
const LWG = 'legal-working-group';
const TOKEN = 'the-webhooks-token';
let nation: FakeNationBuilder;
let sink: SmtpSink;
let desk: TestDesk;
let usual: ContactPolling | undefined;
let everyMs = 15 * 60_000;
beforeAll(async () => {
  nation = await startFakeNationBuilder();
  nation.now = () => new Date().toISOString();
  sink = await startSmtpSink();
  desk = await startDesk({
    startAt: '2056-01-10T08:00:00-08:00',
    series: true,
    env: {
      SMTP_URL: sink.url,
      ...nationVariables(nation),
      NATIONBUILDER_WEBHOOK_TOKEN: TOKEN,
    },
  });
  const { services } = desk.wired;
  usual = services.contactPolling;
  // As in production: every 15 minutes of the desk's time, not of the wall's.
  services.contactPolling = { mayAsk: () => true, waitMs: () => everyMs, untilMs: () => 0 };
}, 120_000);
afterAll(async () => {
  await desk?.close();
  await sink?.close();
  await nation?.close();
});

describe('before the desk is let in', () => {
  test('what cannot be told stands as a problem that staff can read', async () => {
    await subscribe('early@legal-aid.example');
    await desk.advance({ by: 'PT20M' });
    expect(await rowOf('early@legal-aid.example')).toMatchObject({ pushProblem: 'not-connected' });
    expect((await pollRow()).problem).toBe('not-connected');
  });

  test('once it is let in, it is told by itself', async () => {
    await connectNation(desk, nation);
    await desk.advance({ by: 'PT65M' });
    expect(there('early@legal-aid.example')).toMatchObject({ email_opt_in: true });
    expect(await rowOf('early@legal-aid.example')).toMatchObject({ pushProblem: null, pushedSeq: 1 });
    expect((await pollRow()).problem).toBeNull();
  });
});

describe('a choice made here is told there', () => {
  test('asking for mail makes the person known, with the opt-in said out loud', async () => {
    await subscribe('ana@legal-aid.example');
    await settle();
    expect(there('ana@legal-aid.example')).toMatchObject({ email_opt_in: true, unsubscribed_at: null });
    expect(await addressesKept()).toContainEqual(['ana@legal-aid.example', true]);
    expect(await choiceOf('ana@legal-aid.example')).toMatchObject({ wants: true, saidNoElsewhere: false });
  });

  test('what goes to the engine are ids and numbers', async () => {
    const rows = await desk.wired.services.db.outbox.findMany({ where: { name: { startsWith: 'contact' } } });
    expect(rows.length).toBeGreaterThan(2);
    for (const { payload, workflowId } of rows)
      expect(JSON.stringify([payload, workflowId])).not.toMatch(/@|ana/);
  });

  test.each([
    ['by the button of a mail program', leaveByOneClick],
    ['by the page', leaveByApi],
  ])('leaving %s opts out there', async (_how, leave) => {
    const email = `leaver-${randomUUID().slice(0, 8)}@legal-aid.example`;
    await subscribe(email);
    await settle();
    await leave(email);
    expect(await rowOf(email)).toMatchObject({ status: 'unsubscribed' });
    await settle();
    expect(there(email)).toMatchObject({ email_opt_in: false });
  });

  test('who leaves while their asking is being told has left, there as well', async () => {
    const email = 'breath@legal-aid.example';
    let left: Promise<void> | undefined;
    // Between the look whether they are known and their being made known.
    nation.afterPage = () => {
      left = leaveByOneClick(email);
    };
    await subscribe(email);
    await until(async () => left !== undefined);
    await left;
    await settle();
    expect(there(email)?.email_opt_in ?? false).toBe(false);
    expect(await rowOf(email)).toMatchObject({ status: 'unsubscribed', pushSeq: 2, pushedSeq: 2 });
  });

  test('who opted out there stays so, and the desk says so too', async () => {
    const email = 'gone@legal-aid.example';
    const before = { ...nation.add({ email1: email, email_opt_in: false, unsubscribed_at: nation.now() }) };
    await subscribe(email);
    await settle();
    expect(there(email)).toEqual(before);
    expect(await rowOf(email)).toMatchObject({ status: 'unsubscribed', emailUpdates: false });
    expect(await choiceOf(email)).toMatchObject({ wants: false, saidNoElsewhere: true });
  });

  test('a complaint opts out; an address that bounces is marked, and the opt-in stays', async () => {
    for (const [email, reason] of [
      ['angry@legal-aid.example', 'complaint'],
      ['dead@legal-aid.example', 'bounce'],
    ] as const) {
      await subscribe(email);
      await settle();
      await desk.api('POST', '/api/v1/subscriptions/suppressions', { body: { email, reason } });
      await settle();
    }
    expect(there('angry@legal-aid.example')).toMatchObject({ email_opt_in: false, email1_is_bad: false });
    expect(there('dead@legal-aid.example')).toMatchObject({ email_opt_in: true, email1_is_bad: true });
  });

  test('a limit is waited out; what the nation doesn’t take stays as a problem', async () => {
    nation.failNext({ path: /signups$/ }, LIMIT);
    await subscribe('patient@legal-aid.example');
    await until(async () => (await rowOf('patient@legal-aid.example'))?.pushProblem === 'rate-limited');
    await desk.advance({ by: 'PT3M' });
    expect(there('patient@legal-aid.example')).toMatchObject({ email_opt_in: true });
    nation.failNext({ method: 'PATCH', path: /push/ }, { kind: 'reply', status: 422, body: {} });
    await subscribe('odd@legal-aid.example');
    await until(async () => (await rowOf('odd@legal-aid.example'))?.pushProblem !== null);
    await desk.advance({ by: 'PT3H' });
    const problems = await desk.wired.services.db.subscription.findMany({
      where: { pushProblem: { not: null } },
    });
    expect(problems.map(({ pushProblem }) => pushProblem)).toEqual(['invalid']);
  });
});

describe('a choice made there counts here', () => {
  test('an opt-out ends the subscription here by the next quarter of an hour', async () => {
    change('ana@legal-aid.example', { email_opt_in: false, unsubscribed_at: nation.now() });
    await desk.advance({ by: 'PT16M' });
    expect(await rowOf('ana@legal-aid.example')).toMatchObject({
      status: 'unsubscribed',
      emailUpdates: false,
    });
  });

  test('an opt-in after it brings it back', async () => {
    change('ana@legal-aid.example', { email_opt_in: true, unsubscribed_at: null });
    await desk.advance({ by: 'PT16M' });
    expect(await rowOf('ana@legal-aid.example')).toMatchObject({ status: 'confirmed', emailUpdates: true });
  });

  test('an opt-in there that is older than leaving here does not', async () => {
    const email = 'ana@legal-aid.example';
    nation.setOutage(LIMIT);
    await leaveByOneClick(email);
    await settle();
    change(email, { first_name: 'Somebody edits the record' });
    nation.setOutage(null);
    await desk.advance({ by: 'PT16M' });
    expect(await rowOf(email)).toMatchObject({ status: 'unsubscribed' });
    expect(there(email)).toMatchObject({ email_opt_in: false });
  });

  test('nor does a record that an import made afterwards: it is told of the “no”', async () => {
    const email = 'breath@legal-aid.example';
    nation.signups.splice(0, nation.signups.length, ...nation.signups.filter((one) => one.email1 !== email));
    const imported = nation.add({ email1: email, updated_at: nation.now() });
    await desk.advance({ by: 'PT17M' });
    expect(imported).toMatchObject({ email_opt_in: false });
    expect(await rowOf(email)).toMatchObject({ status: 'unsubscribed' });
  });

  test('of strangers nothing is kept', async () => {
    nation.add({ email1: 'stranger@elsewhere.example', updated_at: nation.now() });
    await desk.advance({ by: 'PT16M' });
    expect((await addressesKept()).map(([email]) => email)).not.toContain('stranger@elsewhere.example');
  });

  test('two records merged: the addresses are of the one that stayed', async () => {
    await subscribe('one@legal-aid.example');
    await subscribe('two@legal-aid.example');
    await settle();
    const [one, two] = [there('one@legal-aid.example'), there('two@legal-aid.example')];
    if (!one || !two) throw new Error('not told');
    nation.merge(one, two, nation.now());
    await desk.advance({ by: 'PT16M' });
    expect(await ownersOf('one@legal-aid.example')).toEqual([two.id]);
    expect(await ownersOf('two@legal-aid.example')).toEqual([two.id]);
    expect(await rowOf('one@legal-aid.example')).toMatchObject({ status: 'confirmed' });
  });
});

describe('the nation’s webhook', () => {
  test('lets the desk read at once whom it names, and take a repetition for one', async () => {
    const email = 'two@legal-aid.example';
    const { id } = change(email, { email_opt_in: false, unsubscribed_at: nation.now() });
    const taken = [await tell(id, TOKEN, 'same'), await tell(id, TOKEN, 'same')];
    expect(await Promise.all(taken.map((answer) => answer.json()))).toEqual([
      { taken: true },
      { taken: false },
    ]);
    await until(async () => (await rowOf(email))?.status === 'unsubscribed');
    expect(await rowOf(email)).toMatchObject({ status: 'unsubscribed' });
    expect((await tell(id, 'a guess')).status).toBe(401);
  });

  test('of a deleted person nothing is kept but their own choice here', async () => {
    const email = 'two@legal-aid.example';
    const gone = there(email);
    nation.signups.splice(nation.signups.indexOf(gone as FakeSignup), 1);
    await tell(gone?.id ?? '');
    await until(async () => (await ownersOf(email)).length === 0);
    expect(await ownersOf(email)).toEqual([]);
    expect(await rowOf(email)).toMatchObject({ status: 'unsubscribed' });
  });
});

describe('mail about a call', () => {
  const CALL = `${LWG}-2056-01-12`;
  const toListeners = () => sink.received.filter(({ headers }) => headers['list-unsubscribe']);
  const reminders = (email: string) => toListeners().filter(({ recipients }) => recipients.includes(email));
  const reminded = () =>
    toListeners()
      .flatMap(({ recipients }) => recipients)
      .sort();

  test('goes to whom the nation says yes of, with a way out, and to nobody else', async () => {
    everyMs = 12 * 60 * 60_000;
    await register('yes@legal-aid.example');
    await register('no@legal-aid.example');
    await register('late@legal-aid.example');
    const late = await register('two-addresses@legal-aid.example');
    await desk.wired.services.db.personEmail.create({
      data: { email: 'at-home@mail.example', personId: late },
    });
    nation.add({ email1: 'yes@legal-aid.example', updated_at: nation.now() });
    nation.add({ email1: 'no@legal-aid.example', email_opt_in: false, updated_at: nation.now() });
    sink.clear();
    await desk.advance({ to: '2056-01-12T09:05:00-08:00' });
    expect(reminded()).toEqual(['yes@legal-aid.example']);
    const [mail] = reminders('yes@legal-aid.example');
    expect(mail?.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    expect(mail?.headers['list-unsubscribe']).toMatch(/\/unsubscribe\/\w+>$/);
  });

  test('who opts in there after it was sent gets it still, once, by whichever address', async () => {
    for (const email of ['late@legal-aid.example', 'at-home@mail.example']) {
      const { id } = nation.add({ email1: email, updated_at: nation.now() });
      await tell(id);
    }
    await until(async () => reminded().length === 3);
    const { id } = change('late@legal-aid.example', { first_name: 'Again' });
    await tell(id);
    await desk.advance({ by: 'PT1M' });
    expect(reminders('late@legal-aid.example')).toHaveLength(1);
    expect(reminders('two-addresses@legal-aid.example')).toHaveLength(1);
    expect(reminders('no@legal-aid.example')).toHaveLength(0);
    const rows = await desk.wired.services.db.message.findMany({
      where: { aboutId: CALL, to: { has: 'late@legal-aid.example' } },
      orderBy: { status: 'asc' },
    });
    expect(rows.map(({ status }) => status)).toEqual(['sent', 'suppressed']);
  });

  test('leaving by the mail’s own link, without ever having subscribed here, ends it here and there', async () => {
    const email = 'yes@legal-aid.example';
    expect(await choiceOf(email)).toMatchObject({ wants: true, view: { status: 'pending' } });
    const header = reminders(email)[0]?.headers['list-unsubscribe'] ?? '';
    const { pathname } = new URL(header.slice(1, -1));
    expect((await oneClick(pathname)).status).toBe(200);
    await settle();
    expect(there(email)).toMatchObject({ email_opt_in: false });
  });

  test('an address that the mail server doesn’t know gets no more of it, and is marked there', async () => {
    const email = 'late@legal-aid.example';
    sink.clear();
    sink.setFault({ kind: 'refuse-recipient', address: email, code: 550, text: '5.1.1 no such user' });
    const cancel = { kind: 'cancel', reason: 'Ill.' };
    await desk.api('POST', `/api/v1/calls/${CALL}/decisions`, { body: cancel });
    await until(async () => there(email)?.email1_is_bad ?? false);
    sink.setFault({ kind: 'none' });
    expect(reminded()).toEqual(['two-addresses@legal-aid.example']);
    expect(await rowOf(email)).toMatchObject({ suppressed: 'bounce' });
    expect(there(email)).toMatchObject({ email1_is_bad: true, email_opt_in: true });
  });
});

describe('the process that asks what changed', () => {
  const running = async () => {
    const { episode } = await pollRow();
    return [episode, await desk.wired.services.processes.stateOf(`contact-poll/${episode}`)];
  };

  test('starting the worker again adds none', async () => {
    await ensureContactPoll(desk.wired.services);
    await settle();
    expect(await running()).toEqual([1, 'running']);
  });

  test('ends when nothing is connected any more, and the next one follows when something is', async () => {
    const { services } = desk.wired;
    const { contacts } = services;
    nation.failNext({ path: /signups$/ }, LIMIT);
    await subscribe('meanwhile@legal-aid.example');
    await until(async () => (await rowOf('meanwhile@legal-aid.example'))?.pushProblem === 'rate-limited');
    services.contacts = createNoContacts();
    await desk.advance({ by: 'PT12H' });
    expect(await running()).toEqual([1, 'ended']);
    services.contacts = contacts;
    await ensureContactPoll(services);
    await settle();
    expect(await running()).toEqual([2, 'running']);
    // A choice whose telling was under way waited.
    await desk.advance({ by: 'P1D' });
    expect(there('meanwhile@legal-aid.example')).toMatchObject({ email_opt_in: true });
    everyMs = 15 * 60_000;
  });

  test('reconcile follows up one that was ended by hand, and tells again what was given up', async () => {
    const { client, services } = desk.wired;
    await client.workflow.getHandle('contact-poll/2').terminate();
    const report = await reconcile(services);
    await settle();
    const odd = await rowOf('odd@legal-aid.example');
    const patient = await rowOf('patient@legal-aid.example');
    expect(await running()).toEqual([3, 'running']);
    expect(report.restarted).toContain('contact-poll/3');
    expect([odd, patient].map((row) => row?.pushProblem)).toEqual([null, null]);
    expect(there('odd@legal-aid.example') && there('patient@legal-aid.example')).toBeTruthy();
  });

  test('in a rehearsal a jump over a week asks the nation once at most', async () => {
    desk.wired.services.contactPolling = usual;
    const asked = () => nation.seen.filter(({ query }) => query.has('filter[updated_at][gte]')).length;
    const before = asked();
    await desk.advance({ by: 'P7D' });
    expect(asked() - before).toBeLessThanOrEqual(1);
    expect(await running()).toEqual([3, 'running']);
  });

  test('one that was terminated at work holds no later jump', async () => {
    const { workflow } = desk.wired.client;
    const atWork = { taskQueue: 'nobody-is-there', workflowId: 'terminated-at-work', args: [] };
    await (await workflow.start('contactPoll', atWork)).terminate();
    await desk.advance({ by: 'P7D' });
    expect(await running()).toEqual([3, 'running']);
  });
});

test('every activity and timer of these processes says what it is for, in a code', async () => {
  const { types, silent } = await unsaid(desk);
  expect(types).toEqual(expect.arrayContaining(['contactPoll', 'contactPush', 'contactRead']));
  expect(silent).toEqual([]);
});

const LIMIT = { kind: 'reply', status: 429, headers: { 'retry-after': '60' } } as const;

/** Until each choice is told, or stands as a problem. */
async function settle(): Promise<void> {
  await until(async () => {
    const rows = await desk.wired.services.db.subscription.findMany({ where: { pushProblem: null } });
    return rows.every(({ pushSeq, pushedSeq }) => pushSeq === pushedSeq);
  });
}

/** A second of the desk's time after the other, until it is so; the expectation after it says what isn't. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let n = 0; n < 30; n += 1) {
    await desk.advance({ by: 'PT1S' });
    if (await isSo()) return;
  }
}

function there(email: string): FakeSignup | undefined {
  return nation.signups.find((one) => [one.email1, one.email2].includes(email));
}

/** Somebody changes a record at the nation itself. */
function change(email: string, what: Partial<FakeSignup>): FakeSignup {
  const one = there(email);
  if (!one) throw new Error('the nation knows nobody with this address');
  return Object.assign(one, what, { updated_at: nation.now() });
}

async function subscribe(email: string): Promise<void> {
  const body = { email, name: 'Ana Ortiz', lists: [], emailUpdates: true };
  expect((await desk.api('POST', '/api/v1/subscriptions', { body })).status).toBe(201);
}

function rowOf(email: string) {
  return desk.wired.services.db.subscription.findUnique({ where: { email } });
}

/** As their own page shows it. */
function choiceOf(email: string) {
  return ownSubscription(desk.wired.services, { kind: 'person', id: randomUUID(), name: 'Ana', email });
}

function pollRow() {
  return desk.wired.services.db.contactPoll.findFirstOrThrow();
}

async function wayOut(email: string): Promise<string> {
  return new URL(unsubscribeLink(desk.wired.services, (await rowOf(email))?.id ?? '')).pathname;
}

function oneClick(path: string) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return fetch(`${desk.url}${path}`, { method: 'POST', headers, body: 'List-Unsubscribe=One-Click' });
}

async function leaveByOneClick(email: string): Promise<void> {
  expect((await oneClick(await wayOut(email))).status).toBe(200);
}

async function leaveByApi(email: string): Promise<void> {
  const token = (await wayOut(email)).split('/').at(-1);
  expect((await desk.api('DELETE', `/api/v1/subscriptions/${token}`, { as: null })).status).toBe(200);
}

async function register(email: string): Promise<string> {
  const { status, body } = await desk.api('POST', '/api/v1/registrations', {
    body: {
      series: LWG,
      name: 'Ana Ortiz',
      email,
      role: 'attorney',
      licensedIn: ['CA'],
      employer: 'Legal Aid',
    },
  });
  expect([status, body.status]).toEqual([201, 'approved']);
  const { db } = desk.wired.services;
  return (await db.callRegistration.findUniqueOrThrow({ where: { id: body.id } })).personId;
}

async function addressesKept(): Promise<[string, boolean][]> {
  const rows = await desk.wired.services.db.contactAddress.findMany();
  return rows.map(({ email, mayMail }) => [email, mayMail]);
}

async function ownersOf(email: string): Promise<string[]> {
  const rows = await desk.wired.services.db.contactAddress.findMany({ where: { email } });
  return rows.map(({ contactId }) => contactId);
}

/** A delivery of the nation's webhook; others of the same word are the same delivery. */
function tell(id: string, token = TOKEN, word: string = randomUUID()): Promise<Response> {
  return fetch(`${desk.url}/webhooks/nationbuilder`, {
    method: 'POST',
    body: JSON.stringify({ token, payload: { person: { id: Number(id), word } } }),
  });
}
