import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import type { CallState } from '../../../../src/domain/calls/call-state.js';
import { MAX_TEXT } from '../../../../src/domain/requests/submission.schema.js';
import { loadCalendar } from '../../../../src/usecases/calendar/load-calendar.js';
import { seriesRule } from '../../../../src/usecases/calls/load-series.js';
import { pollToken } from '../../../../src/usecases/calls/poll.js';
import { applySelection, closeSelection } from '../../../../src/usecases/calls/questions.js';
import { recording } from '../../../../src/usecases/recording.js';
import { subscribersOf } from '../../../../src/usecases/subscriptions/subscribers-of.js';
import { hashToken } from '../../../../src/usecases/tokens.js';
import { createVisitor } from '../../support/form-visitor.js';
import { goodSubmission } from '../../support/submission.js';
import type { TestApp } from '../../support/test-app.js';
import {
  FIRST,
  LWG,
  mailedLink,
  newEmail,
  SECOND,
  signedIn,
  startCallsSite,
  THIRD,
  wordsOf,
} from './calls-site.js';

let app: TestApp;
beforeAll(async () => {
  app = await startCallsSite();
});
afterAll(() => app.close());

const MONDAY = '2026-11-02T18:00:00.000Z';
beforeEach(() => app.setNow(MONDAY));

/** A fourth Wednesday. */
const NEXT_GENERAL = `${LWG}-2026-11-25`;

const pageOf = async (path: string) => wordsOf(await (await app.call(path)).text());

const registration = {
  name: 'Ana Ortiz',
  role: 'attorney',
  licensedIn: 'California',
  employer: 'Valley Legal Aid',
  attest: 'yes',
};
const question = {
  name: 'Ana Ortiz',
  role: 'attorney',
  question: 'How would you begin?',
  questionAbout: 'general-legal',
  needsLegalAnalysis: 'yes',
};

/** From an organization of its own, unless the test names one. */
async function ask(visitor: Awaited<ReturnType<typeof signedIn>>, call: string, change = {}) {
  const organization = `Office ${randomUUID()}`;
  return visitor.send(`/calls/${call}/ask`, {
    ...question,
    organization,
    commandId: randomUUID(),
    ...change,
  });
}

const myId = async (email: string) =>
  (await app.services.db.callQuestion.findFirstOrThrow({ where: { askerEmail: email } })).id;

describe('what everybody sees', () => {
  test('the calendar names series, audiences, topics and the next calls', async () => {
    const words = await pageOf('/calls');
    expect(words).toContain('Legal Working Group');
    expect(words).toContain('Social Services Monthly TA Call');
    expect(words).toContain('Wednesday, November 4, 2026, 12:00 PM PT / 3:00 PM ET');
    expect(words).toContain('First Wednesday of the month');
    expect(words).toContain('Thursday, November 26, 2026');
  });

  test.each([
    ['Arizona', 'America/Phoenix', 'Where you are: Wednesday, November 4, 2026, 1:00 PM Arizona time'],
    ['Guam', 'Pacific/Guam', 'Where you are: Thursday, November 5, 2026, 6:00 AM Guam time'],
    ['New York', 'America/New_York', 'Where you are, that is one of the two times above.'],
    ['a made-up zone', 'Mars/Olympus', 'Pacific and Eastern'],
  ])('a call in %s', async (_place, zone, expected) => {
    expect(await pageOf(`/calls/${FIRST}?zone=${encodeURIComponent(zone)}`)).toContain(expected);
  });

  test('the chosen zone stays in the links', async () => {
    const html = await (await app.call('/calls?zone=Pacific%2FGuam')).text();
    expect(html).toContain(`/calls/${FIRST}?zone=Pacific%2FGuam`);
  });

  test('how long questions are taken, counted down', async () => {
    expect(await pageOf(`/calls/${FIRST}`)).toContain('Time left: 1 day and 4 hours.');
    app.setNow('2026-11-03T21:59:30.000Z');
    expect(await pageOf(`/calls/${FIRST}`)).toContain('Time left: less than a minute.');
    app.setNow('2026-11-03T22:00:00.000Z');
    const closed = await pageOf(`/calls/${FIRST}`);
    expect(closed).toContain('Questions for this call closed on Tuesday, November 3, 2026, 2:00 PM PT');
    expect(closed).not.toContain('Ask a question for this call');
    expect(await pageOf(`/calls/${SECOND}`)).toContain(
      'Questions open on Wednesday, November 4, 2026, 1:00 PM PT',
    );
  });

  test('a cancelled call says so and why, a moved one where from', async () => {
    const { db } = app.services;
    const id = `${LWG}-2026-12-02`;
    await db.call.update({
      where: { id },
      data: { status: 'cancelled', cancelReason: 'staff', publicReason: 'facilitator-unavailable' },
    });
    expect(wordsOf(await (await app.call(`/calls/${id}`)).text())).toContain(
      'Nobody is available to lead it.',
    );
    await db.call.update({ where: { id }, data: { cancelReason: 'no-questions', publicReason: null } });
    const words = await pageOf(`/calls/${id}`);
    expect(words).toContain('This call is cancelled Nobody asked a question for it in time.');
    const moved = `${LWG}-2026-12-09`;
    const row = await db.call.findUniqueOrThrow({ where: { id: moved } });
    const state = row.processState as { times: object };
    await db.call.update({
      where: { id: moved },
      data: { processState: { ...state, movedAt: MONDAY, times: { ...state.times, date: '2026-12-10' } } },
    });
    expect(await pageOf(`/calls/${moved}`)).toContain('It was scheduled for Wednesday, December 9, 2026.');
  });

  test.each([
    ['what the group talks about', '/calls', 'post-conviction relief; survivor-centered lawyering'],
    ['why others stay out, and where they go', '/calls', 'there is the Social Services Monthly TA Call'],
    ['the same before registering', `/calls/register/${LWG}`, 'Social workers, case managers and volunteers'],
    ['that the asker must be there', `/calls/${FIRST}`, 'we discuss it only with you'],
    ['that nothing is asked twice', `/calls/${FIRST}`, 'asked the same in writing already'],
  ])('it says %s', async (_what, path, expected) => {
    expect(await pageOf(path)).toContain(expected);
  });

  test('no such call or series is not found', async () => {
    for (const path of ['/calls/nothing', `/calls/${LWG}-2026-11-05`, '/calls/register/nothing']) {
      expect((await app.call(path)).status).toBe(404);
    }
  });
});

describe('registering', () => {
  test('strangers read what is needed, sign in, and come back', async () => {
    const html = await (await app.call(`/calls/register/${LWG}`)).text();
    expect(wordsOf(html)).toContain('active Zoom account');
    expect(html).toContain(`/sign-in?next=%2Fcalls%2Fregister%2F${LWG}`);
    expect(html).not.toContain('name="employer"');
  });

  test.each([
    ['a clean one is approved', {}, ['Approved', 'You can join every call']],
    ['without a state of licensure', { licensedIn: '' }, ['In review', 'You named no state']],
    ['without an employer', { employer: '' }, ['In review', 'You named no employer']],
    [
      'a role that is not served',
      { role: 'case-manager' },
      ['In review', 'These calls are not for your role'],
    ],
  ])('%s', async (_name, change, expected) => {
    const visitor = await signedIn(app, newEmail());
    const sent = await visitor.send(`/calls/register/${LWG}`, { ...registration, ...change });
    expect(sent.status).toBe(303);
    const words = wordsOf(await (await visitor.open(sent.headers.get('location') ?? '')).text());
    for (const part of expected) expect(words).toContain(part);
  });

  test.each([
    ['who does not confirm active practice', { attest: '' }, 'Confirm this'],
    ['who says something else than that', { attest: 'perhaps' }, 'Confirm this'],
    ['an unknown state', { licensedIn: 'Calfornia' }, 'We don’t know this state or territory: Calfornia.'],
    ['no role', { role: '' }, 'Choose your role.'],
    ['a made-up role', { role: 'wizard' }, 'Choose your role.'],
  ])('%s is told so, and nothing typed is lost', async (_name, change, expected) => {
    const visitor = await signedIn(app, newEmail());
    const sent = await visitor.send(`/calls/register/${LWG}`, { ...registration, ...change });
    expect(sent.status).toBe(422);
    const html = await sent.text();
    expect(html).toContain(expected);
    expect(html).toContain('Valley Legal Aid');
  });

  test('the way in is on the page of an approved registrant and of nobody else', async () => {
    const { db, vault } = app.services;
    const email = newEmail();
    const visitor = await signedIn(app, email);
    await visitor.send(`/calls/register/${LWG}`, registration);
    expect(wordsOf(await (await visitor.open('/my/calls')).text())).toContain(
      'There is no join link yet. It appears here once it is set.',
    );
    const call = await db.call.findUniqueOrThrow({ where: { id: FIRST } });
    const link = 'https://zoom.example/j/secret';
    const field = { table: 'call', rowId: FIRST, field: 'join-link' };
    await db.call.update({
      where: { id: FIRST },
      data: { sealedJoinLink: vault.seal(call.dataKey, field, link) },
    });
    expect(await (await visitor.open('/my/calls')).text()).toContain(link);
    expect(await (await visitor.open(`/calls/${FIRST}`)).text()).not.toContain(link);
    // The call's page leads to it, and asks for no second registration.
    const page = await (await visitor.open(`/calls/${FIRST}`)).text();
    expect(wordsOf(page)).toContain('You are registered for these calls.');
    expect(wordsOf(page)).not.toContain('Register for these calls');
    expect(page).toContain('href="/my/calls"');
    expect(await (await app.call(`/calls/${FIRST}`)).text()).toContain('href="/sign-in?next=%2Fmy%2Fcalls"');
    await db.callRegistration.updateMany({ where: { email }, data: { status: 'revoked' } });
    expect(await (await visitor.open('/my/calls')).text()).not.toContain(link);
  });
});

describe('registering, from the side of who registers', () => {
  const waysOn = (html: string) =>
    load(html)('main .desk-card a')
      .toArray()
      .map(({ attribs }) => attribs.href);

  test('one that ended names no reason that staff had waived, and leads to writing', async () => {
    const email = newEmail();
    const visitor = await signedIn(app, email);
    await visitor.send(`/calls/register/${LWG}`, { ...registration, licensedIn: '' });
    const stands = (status: string) =>
      app.services.db.callRegistration.updateMany({ where: { email }, data: { status } });
    await stands('denied');
    const denied = await (await visitor.open('/my/calls')).text();
    expect(wordsOf(denied)).toContain('You named no state');
    expect(waysOn(denied)).toContain('/request/start');
    await stands('revoked');
    const ended = await (await visitor.open('/my/calls')).text();
    expect(wordsOf(ended)).not.toContain('You named no state');
    expect(waysOn(ended)).toContain('/request/start');
  });

  test('the form says what else rests on what is said there', async () => {
    const visitor = await signedIn(app, newEmail());
    const form = async () => wordsOf(await (await visitor.open('/calls/register/social-services')).text());
    expect(await form()).not.toContain('You are registered for');
    await visitor.send(`/calls/register/${LWG}`, registration);
    const title = app.services.programs.current().program.callSeries.find(({ id }) => id === LWG)?.title;
    expect(await form()).toContain(`You are registered for ${title} too.`);
    // Also where something has to be put right first.
    const again = await visitor.send('/calls/register/social-services', { ...registration, role: '' });
    expect(wordsOf(await again.text())).toContain(`You are registered for ${title} too.`);
  });

  test('nobody is called by the beginning of an address; whoever asks is known by the name typed there', async () => {
    const email = newEmail();
    const visitor = await signedIn(app, email);
    const nameOf = async (path: string) =>
      load(await (await visitor.open(path)).text())('main [name=name]').attr('value') ?? '';
    expect(await nameOf(`/calls/register/${LWG}`)).toBe('');
    app.setNow('2026-11-05T18:00:00.000Z');
    expect(await nameOf(`/calls/${SECOND}/ask`)).toBe('');
    await ask(visitor, SECOND, { name: 'Dora Doj' });
    expect(await nameOf(`/calls/register/${LWG}`)).toBe('Dora Doj');
  });
});

describe('asking', () => {
  beforeEach(() => app.setNow('2026-11-05T18:00:00.000Z'));

  test('strangers sign in first and come back', async () => {
    const answer = await app.call(`/calls/${SECOND}/ask`);
    expect(answer.headers.get('location')).toBe(`/sign-in?next=%2Fcalls%2F${SECOND}%2Fask`);
  });

  test('asked, changed, withdrawn and asked anew', async () => {
    const email = newEmail();
    const visitor = await signedIn(app, email);
    expect((await ask(visitor, SECOND)).headers.get('location')).toBe('/my/calls?done=asked');
    const id = await myId(email);
    const mine = `/my/calls/${SECOND}/questions/${id}`;
    expect(wordsOf(await (await visitor.open('/my/calls')).text())).toContain(
      'You can change or withdraw it until',
    );
    const changed = await visitor.send(mine, { ...question, question: 'How would you end?' });
    expect(changed.headers.get('location')).toBe('/my/calls?done=changed');
    expect(await (await visitor.open('/my/calls')).text()).toContain('How would you end?');
    await visitor.send(`${mine}/withdraw`, {});
    expect(wordsOf(await (await visitor.open('/my/calls')).text())).toContain('You withdrew it.');
    expect((await ask(visitor, SECOND)).status).toBe(303);
  });

  test('the same form sent twice is one question', async () => {
    const email = newEmail();
    const visitor = await signedIn(app, email);
    const commandId = randomUUID();
    const same = { commandId, organization: `Office ${randomUUID()}` };
    const sent = [await ask(visitor, SECOND, same), await ask(visitor, SECOND, same)];
    expect(sent.map(({ status }) => status)).toEqual([303, 303]);
    // Gone back to and sent with other words, it is another one, and not silently the first.
    expect((await ask(visitor, SECOND, { ...same, question: 'And how would you end?' })).status).toBe(409);
    expect(await app.services.db.callQuestion.count({ where: { askerEmail: email } })).toBe(1);
  });

  test.each([
    ['a paralegal wants analysis', SECOND, { role: 'paralegal' }, 'names your supervisor'],
    ['a case manager', SECOND, { role: 'case-manager' }, 'not for your role'],
    [
      'analysis on a general call',
      SECOND,
      { questionAbout: 'trafficking-analysis' },
      'Trafficking analysis has its own calls',
    ],
  ])('%s: why, and what to do next', async (_name, call, change, expected) => {
    const visitor = await signedIn(app, newEmail());
    const sent = await ask(visitor, call, change);
    expect([403, 409]).toContain(sent.status);
    const html = await sent.text();
    expect(wordsOf(html)).toContain(expected);
    expect(wordsOf(html)).toContain('What you can do');
    expect(html).toContain('How would you begin?');
  });

  test('on a first Wednesday the course that is missing is named', async () => {
    app.setNow(MONDAY);
    const visitor = await signedIn(app, newEmail());
    const sent = await ask(visitor, FIRST);
    const html = await sent.text();
    expect(wordsOf(html)).toContain('first complete Human Trafficking Defined');
    // Where no address of it is known, whom to ask; and the way in writing.
    const ways = load(html)('main .desk-next a')
      .toArray()
      .map(({ attribs }) => attribs.href);
    expect(ways).toEqual([expect.stringMatching(/^mailto:/), '#instead']);
  });

  test.each([
    ['a call whose window is not open', THIRD, 'Questions for this call are not open yet'],
    ['a call whose cut-off is past', FIRST, 'The time to ask for this call is over.'],
  ])('%s has no form', async (_name, call, expected) => {
    const visitor = await signedIn(app, newEmail());
    const html = await (await visitor.open(`/calls/${call}/ask`)).text();
    expect(wordsOf(html)).toContain(expected);
    expect(html).not.toContain('name="question"');
  });

  test('a second question of the organization points to the colleague', async () => {
    const change = { organization: 'Clinic of the North' };
    await ask(await signedIn(app, 'one@north-clinic.example'), SECOND, change);
    const second = await signedIn(app, 'two@north-clinic.example');
    const sent = await ask(second, SECOND, change);
    const page = await sent.text();
    expect(wordsOf(page)).toContain('Agree with your colleague');
    expect(page).toMatch(/name="instead"[^>]*value="written"|value="written"[^>]*name="instead"/);
    // What was typed goes along into the form for assistance in writing.
    const written = await ask(second, SECOND, { ...change, instead: 'written' });
    expect(written.headers.get('location')).toBe('/request/details');
    expect(
      await app.services.db.callQuestion.count({ where: { askerEmail: 'two@north-clinic.example' } }),
    ).toBe(0);
  });

  test('a form for assistance in writing that is full has no room for a question, which stays on its page', async () => {
    const visitor = await signedIn(app, newEmail());
    const full = 'x'.repeat(MAX_TEXT);
    const form: [string, Record<string, string>][] = [
      ['start', { who: 'professional' }],
      ['role', { role: 'attorney' }],
      ['details', { name: 'Ana Ortiz', email: newEmail(), ovcGrantee: 'no' }],
      ['kind', { kind: 'case-consultation' }],
      ['topics', { topics: 'immigration' }],
      ['resources', { reviewedResources: 'yes' }],
      ['facts', { facts: full, questions: full }],
    ];
    for (const [step, fields] of form) {
      expect((await visitor.send(`/request/${step}`, fields)).status).toBe(303);
    }
    const sent = await ask(visitor, SECOND, { instead: 'written' });
    const html = await sent.text();
    expect([sent.status, load(html)('#question').text()]).toEqual([409, 'How would you begin?']);
    expect(wordsOf(html)).toContain('has no room left for this question');
    expect(html).toContain('href="/request/facts"');
    expect(wordsOf(html)).toContain('Ask this in writing instead');
    // Once there is room, it comes along.
    await visitor.send('/request/facts', { facts: 'x', questions: full });
    const again = await ask(visitor, SECOND, { instead: 'written' });
    expect([again.status, again.headers.get('location')]).toEqual([303, '/request/facts']);
  });

  test('sent a minute too late, a question has no button that refuses it again, and a way in writing', async () => {
    const visitor = await signedIn(app, newEmail());
    app.setNow(MONDAY);
    const form = await (await visitor.open(`/calls/${FIRST}/ask`)).text();
    const csrf = /name="_csrf" value="([^"]+)"/.exec(form)?.[1] ?? '';
    app.setNow('2026-11-03T22:01:00.000Z');
    const sent = await app.call(`/calls/${FIRST}/ask`, {
      method: 'POST',
      body: new URLSearchParams({ ...question, _csrf: csrf }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: visitor.cookie() },
    });
    const html = await sent.text();
    expect(wordsOf(html)).toContain('The time to ask for this call is over.');
    expect(html).toContain('How would you begin?');
    expect(wordsOf(html)).toContain('Ask this in writing instead');
    expect(wordsOf(html)).not.toContain('Send question');
  });

  test('a supervised role reads before typing what it may ask, and where the rest goes', async () => {
    const email = newEmail();
    const visitor = await signedIn(app, email);
    const open = async (call: string) => wordsOf(await (await visitor.open(`/calls/${call}/ask`)).text());
    app.setNow(MONDAY);
    expect(await open(FIRST)).not.toContain('Everything asked on this call needs legal analysis.');
    await app.services.db.person.updateMany({
      where: { emails: { some: { email } } },
      data: { role: 'paralegal' },
    });
    const first = await open(FIRST);
    expect(first).toContain('Everything asked on this call needs legal analysis.');
    expect(first).not.toContain('Your supervisor');
    const refused = wordsOf(await (await ask(visitor, FIRST, { role: 'paralegal' })).text());
    expect(refused).not.toContain('ask what needs no analysis');
    app.setNow('2026-11-05T18:00:00.000Z');
    expect(await open(SECOND)).toContain('Here you can ask what needs none.');
  });

  test('identifiers are pointed out before anything is kept', async () => {
    const email = newEmail();
    const visitor = await signedIn(app, email);
    const risky = { question: 'My client Maria Lopez, A123456789, asks.', commandId: randomUUID() };
    const warned = await (await ask(visitor, SECOND, risky)).text();
    expect(wordsOf(warned)).toContain('Looks like an A-number');
    expect(await app.services.db.callQuestion.count({ where: { askerEmail: email } })).toBe(0);
    const back = await (await ask(visitor, SECOND, { ...risky, identifiers: 'change' })).text();
    expect(back).toContain('A123456789');
    expect(back).toContain('name="question"');
    expect((await ask(visitor, SECOND, { ...risky, identifiers: 'keep' })).status).toBe(303);
    expect(app.logged.join()).not.toContain('Maria');
  });

  test('another person’s question is not there', async () => {
    const email = newEmail();
    await ask(await signedIn(app, email), SECOND);
    const other = await signedIn(app, newEmail());
    for (const end of ['', '/withdraw', '/request']) {
      const page = await other.open(`/my/calls/${SECOND}/questions/${await myId(email)}${end}`);
      expect(page.status).toBe(404);
    }
  });
});

describe('asked as a request before', () => {
  test('leads to that one request', async () => {
    const email = newEmail();
    const visitor = await signedIn(app, email);
    const words = `How would you begin? ${randomUUID()}`;
    const { requester, ...submission } = goodSubmission({ questions: words });
    const body = { ...submission, requester: { ...(requester as object), email } };
    const made = await app.call('/api/v1/ta-requests', { key: await app.newKey('coordinator'), body });
    const { id, reference } = (await made.json()) as { id: string; reference: string };
    app.setNow('2026-11-19T18:00:00.000Z');
    const again = await ask(visitor, NEXT_GENERAL, { question: words });
    const html = await again.text();
    expect([again.status, html]).toEqual([409, expect.stringContaining(`href="/my/requests/${id}"`)]);
    expect(wordsOf(html)).toContain(`See the request ${reference}`);
  });
});

describe('a question that staff propose to move', () => {
  const OPEN = '2026-11-12T18:00:00.000Z';
  let key: string;
  beforeAll(async () => {
    key = await app.newKey('coordinator');
  });
  beforeEach(() => app.setNow(OPEN));
  const rowOf = (id: string) => app.services.db.callQuestion.findUniqueOrThrow({ where: { id } });
  const mailsTo = async (email: string) =>
    (await app.services.db.message.findMany({ where: { to: { has: email } }, orderBy: { queuedAt: 'asc' } }))
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith('question-') && kind !== 'question-received');
  const move = (id: string, body: unknown, path = 'move') =>
    app.call(`/api/v1/calls/${THIRD}/questions/${id}/${path}`, { key, body });

  async function proposed() {
    const email = newEmail();
    const visitor = await signedIn(app, email);
    await ask(visitor, THIRD, { needsLegalAnalysis: 'no', questionAbout: 'non-legal' });
    const id = await myId(email);
    const answer = await move(id, { to: NEXT_GENERAL, consent: 'ask' });
    expect(answer.status).toBe(200);
    return { email, visitor, id, path: `/my/calls/${THIRD}/questions/${id}/move` };
  }
  /** As at five o'clock on the day before, with everything chosen that staff could choose. */
  async function selectionCloses(ids: string[], { late = false } = {}) {
    const { services } = app;
    const row = await services.db.call.findUniqueOrThrow({ where: { id: THIRD } });
    app.setNow(row.selectUntil.toISOString());
    const series = seriesRule(services, row.seriesId);
    if (!series) throw new Error('no series');
    await recording(services, async (rec) => {
      const { tx } = rec;
      await applySelection(tx, THIRD, ids);
      await closeSelection(rec, services, {
        row,
        series,
        state: row.processState as unknown as CallState,
        calendar: await loadCalendar(tx, services),
        late,
      });
    });
  }

  test('is asked for by one mail without its words, and moves when its asker agrees, with its first date', async () => {
    const { email, visitor, id, path } = await proposed();
    expect((await move(id, { to: NEXT_GENERAL, consent: 'ask' })).status).toBe(200);
    expect(await mailsTo(email)).toEqual(['question-move-proposed']);
    expect(new URL(await mailedLink(app, email, 'question-move-proposed')).pathname).toBe(path);
    expect(wordsOf(await (await visitor.open('/my/calls')).text())).toContain('Agree or decline to move it');
    const page = wordsOf(await (await visitor.open(path)).text());
    for (const words of ['How would you begin?', 'November 18', 'November 25', 'November 17']) {
      expect(page).toContain(words);
    }
    expect((await visitor.send(path, {})).status).toBe(422);
    for (let time = 0; time < 2; time += 1) {
      const sent = await visitor.send(path, { answer: 'agree' });
      // The second finds no form any more.
      expect([303, 403]).toContain(sent.status);
    }
    const before = await rowOf(id);
    const [after, ...more] = await app.services.db.callQuestion.findMany({
      where: { callId: NEXT_GENERAL, askerEmail: email },
    });
    expect([before.status, before.moveAnswer, more]).toEqual(['moved', 'agreed', []]);
    expect(after).toMatchObject({
      status: 'asked',
      askedAt: before.askedAt,
      needsLegalAnalysis: true,
      moveToCallId: null,
    });
    expect(await mailsTo(email)).toEqual(['question-move-proposed', 'question-moved']);
  });

  test.each([
    ['declined', true],
    ['not answered in time', false],
  ])('%s, it is handed over with the unselected, whoever chose it', async (_how, declines) => {
    const { email, visitor, id, path } = await proposed();
    if (declines) expect((await visitor.send(path, { answer: 'decline' })).status).toBe(303);
    await selectionCloses([id]);
    const row = await rowOf(id);
    expect([row.status, row.moveAnswer]).toEqual(['not-selected', declines ? 'declined' : null]);
    expect(await mailsTo(email)).toEqual(['question-move-proposed', 'question-not-selected']);
    expect(wordsOf(await (await visitor.open(path)).text())).toContain('nothing left to answer');
    if (declines) expect((await move(id, { to: NEXT_GENERAL, consent: 'ask' })).status).toBe(409);
    const answer = await app.call(`/api/v1/calls/${THIRD}/questions/${id}/move/answer`, {
      method: 'POST',
      headers: { cookie: visitor.cookie(), origin: app.services.appUrl },
      body: { answer: 'agree' },
    });
    expect(answer.status).not.toBe(200);
    expect((await rowOf(id)).status).toBe('not-selected');
  });

  test('handed over only after an outage it is told to nobody, and its asker’s page leads to a written answer', async () => {
    const { email, visitor, id } = await proposed();
    await selectionCloses([], { late: true });
    expect(await mailsTo(email)).toEqual(['question-move-proposed']);
    const html = await (await visitor.open('/my/calls')).text();
    expect(html).toContain(`href="/my/calls/${THIRD}/questions/${id}/request"`);
  });

  test('is answered for by nobody else, staff included', async () => {
    const { id, path } = await proposed();
    const other = await signedIn(app, newEmail());
    expect((await other.open(path)).status).toBe(404);
    expect((await move(id, { answer: 'agree' }, 'move/answer')).status).toBe(404);
    expect((await rowOf(id)).moveAnswer).toBeNull();
  });

  test('moves at once with a consent that staff record, and its organization is theirs to correct', async () => {
    const { id } = await proposed();
    const name = `Office ${randomUUID()}`;
    const corrected = await move(id, { name }, 'organization');
    expect(await corrected.json()).toMatchObject({ asker: { organization: name } });
    const moved = await move(id, { to: NEXT_GENERAL, consent: 'given' });
    expect([moved.status, await moved.json()]).toEqual([200, expect.objectContaining({ status: 'moved' })]);
  });

  test.each([
    ['a call that takes no such questions', { to: FIRST, consent: 'ask' }, 409],
    ['no such call', { to: `${LWG}-2031-01-01`, consent: 'ask' }, 404],
    ['no word of consent', { to: NEXT_GENERAL }, 422],
  ])('%s changes nothing', async (_what, body, status) => {
    const { id } = await proposed();
    const before = await rowOf(id);
    expect((await move(id, body)).status).toBe(status);
    expect(await rowOf(id)).toEqual(before);
  });
});

describe('handing over', () => {
  // The selection stands; before that a question may still be discussed.
  const standing = (status: string) =>
    app.services.db.call.update({ where: { id: SECOND }, data: { status } });
  afterAll(() => standing('planned').then(() => undefined));

  async function unselected(role: string) {
    app.setNow('2026-11-05T18:00:00.000Z');
    const email = newEmail();
    const visitor = await signedIn(app, email);
    await standing('planned');
    await ask(visitor, SECOND, { role, needsLegalAnalysis: 'no' });
    await standing('confirmed');
    const token = randomUUID();
    const where = { id: await myId(email) };
    await app.services.db.callQuestion.update({
      where,
      data: { status: 'not-selected', handoverTokenHash: hashToken(token) },
    });
    return { email, visitor, token, id: where.id };
  }

  test('before sign-in the link says nothing, not even whether it leads anywhere', async () => {
    const { token } = await unselected('attorney');
    const [real, made] = [`/handover/${token}`, `/handover/${randomUUID()}`];
    const strip = (html: string) => wordsOf(html.replaceAll(/handover[^"]*/g, ''));
    const pages = await Promise.all(
      [real, made].map(async (path) => strip(await (await app.call(path)).text())),
    );
    expect(pages[0]).toBe(pages[1]);
    expect(pages[0]).not.toContain('How would you begin?');
  });

  test('one click makes the request, and a second finds it', async () => {
    const { visitor, token, id } = await unselected('attorney');
    expect(await (await visitor.open(`/handover/${token}`)).text()).toContain('How would you begin?');
    const sent = await visitor.send(`/handover/${token}`, {});
    const row = await app.services.db.callQuestion.findUniqueOrThrow({ where: { id } });
    expect(row.status).toBe('converted');
    expect(sent.headers.get('location')).toBe(`/my/requests/${row.requestId}/sent`);
    expect(wordsOf(await (await visitor.open(`/handover/${token}`)).text())).toContain(
      'It is already a request',
    );
    const request = wordsOf(await (await visitor.open(`/my/requests/${row.requestId}`)).text());
    expect(request).toContain('Asked first for Legal Working Group, Wednesday, November 11, 2026');
    expect(request).toContain('You asked it for a call');
    expect(wordsOf(await (await visitor.open('/my/calls')).text())).toMatch(/See the request TA-2026-\d+/);
  });

  test.each([
    ['without room', 'confirmed', 'There was no room for it.'],
    ['that is cancelled', 'cancelled', 'The call was cancelled. Nothing is lost'],
  ])('the question of a call %s says so among one’s own', async (_which, status, expected) => {
    const { visitor } = await unselected('attorney');
    await standing(status);
    expect(wordsOf(await (await visitor.open('/my/calls')).text())).toContain(expected);
  });

  test('a paralegal names a supervisor first', async () => {
    const { visitor, token, id } = await unselected('paralegal');
    const refused = await visitor.send(`/handover/${token}`, {});
    expect(refused.status).toBe(422);
    expect(wordsOf(await refused.text())).toContain('Choose their role.');
    const sent = await visitor.send(`/my/calls/${SECOND}/questions/${id}/request`, {
      'supervisor-name': 'Sam Reyes',
      'supervisor-email': 'sam@legal-aid.example',
      'supervisor-role': 'attorney',
    });
    expect(sent.status).toBe(303);
  });

  test('another person with the link finds nothing', async () => {
    const { token } = await unselected('attorney');
    const other = await signedIn(app, newEmail());
    const page = await other.open(`/handover/${token}`);
    expect(page.status).toBe(404);
    expect(wordsOf(await page.text())).toContain('sign in with that one');
  });
});

describe('after the call', () => {
  test('the recap is for approved registrants', async () => {
    const { db, vault } = app.services;
    const id = `${LWG}-2026-10-21`;
    const call = await db.call.findUniqueOrThrow({ where: { id } });
    const field = { table: 'call', rowId: id, field: 'recap' };
    await db.call.update({
      where: { id },
      data: {
        status: 'held',
        recapPublishedAt: new Date(MONDAY),
        sealedRecap: vault.seal(
          call.dataKey,
          field,
          'We spoke of secondary trauma: https://a.example/guide.',
        ),
      },
    });
    expect(await pageOf(`/calls/${id}`)).toContain('Approved registrants read it here');
    expect(await pageOf(`/calls/${id}`)).not.toContain('secondary trauma');
    expect(await (await app.call(`/calls/${id}`)).text()).toContain(`/sign-in?next=%2Fcalls%2F${id}"`);
    const visitor = await signedIn(app, newEmail());
    await visitor.send(`/calls/register/${LWG}`, registration);
    const recap = await (await visitor.open(`/calls/${id}`)).text();
    expect(recap).toContain('secondary trauma');
    expect(recap).toContain('href="https://a.example/guide"');
  });

  describe('the poll', () => {
    const call = `${LWG}-2026-10-28`;
    const path = `/calls/${call}/poll`;
    const answers = () => app.services.db.callPollAnswer.findMany({ where: { callId: call } });
    const answer = (useful: string) => ({ useful, easyToFollow: '5' });
    async function registered() {
      const visitor = await signedIn(app, newEmail());
      await visitor.send(`/calls/register/${LWG}`, registration);
      return visitor;
    }
    /** Whether there is a form or not: with the token of another one. */
    async function post(visitor: ReturnType<typeof createVisitor>, to: string, form = '/subscribe') {
      const page = await (await visitor.open(form)).text();
      const _csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
      return app.call(to, {
        method: 'POST',
        body: new URLSearchParams({ ...answer('3'), _csrf }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: visitor.cookie() },
      });
    }
    const idOf = async (email: string) =>
      (await app.services.db.personEmail.findUniqueOrThrow({ where: { email } })).personId;

    test('counts each registrant once, by their last word, and keeps no person and no time', async () => {
      const visitor = await registered();
      expect((await visitor.send(path, { useful: '9' })).status).toBe(422);
      for (const useful of ['1', '4']) expect((await visitor.send(path, answer(useful))).status).toBe(200);
      const [row, ...more] = await answers();
      expect([row?.useful, row?.easyToFollow, more]).toEqual([4, 5, []]);
      expect(row?.at.toISOString()).toBe('2026-10-28T20:00:00.000Z');
      await (await registered()).send(path, answer('2'));
      expect(await answers()).toHaveLength(2);
      expect(await pageOf(`/calls/${FIRST}/poll`)).toContain('This call is not over yet');
    });

    test('takes the link of somebody’s own mail without sign-in, as the same person', async () => {
      const email = newEmail();
      const visitor = await signedIn(app, email);
      await visitor.send(`/calls/register/${LWG}`, registration);
      const before = (await answers()).length;
      const link = `${path}/${pollToken(app.services, call, await idOf(email))}`;
      expect((await createVisitor(app).send(link, answer('3'))).status).toBe(200);
      await visitor.send(path, answer('2'));
      expect(await answers()).toHaveLength(before + 1);
      const elsewhere = link.replace(call, `${LWG}-2026-10-21`);
      expect(wordsOf(await (await post(createVisitor(app), elsewhere)).text())).toContain('were invited');
      expect(app.logged.join('\n')).not.toContain(link.split('/').at(-1));
    });

    test('takes who was there though not registered', async () => {
      const email = newEmail();
      const visitor = await signedIn(app, email);
      expect(wordsOf(await (await post(visitor, path, '/my/subscription')).text())).toContain('were invited');
      const [was, before] = [await idOf(email), (await answers()).length];
      await app.services.db.callAttendance.create({
        data: {
          id: randomUUID(),
          callId: call,
          personId: was,
          name: 'Ana',
          intervals: [],
          minutes: 5,
          source: 'staff',
        },
      });
      expect((await visitor.send(path, answer('3'))).status).toBe(200);
      expect(await answers()).toHaveLength(before + 1);
    });

    test('ends two weeks after the call or its recap: page, link and answer say so, and the call’s page leads nowhere', async () => {
      const email = newEmail();
      const visitor = await signedIn(app, email);
      await visitor.send(`/calls/register/${LWG}`, registration);
      const link = `${path}/${pollToken(app.services, call, await idOf(email))}`;
      const { endsAt } = await app.services.db.call.findUniqueOrThrow({ where: { id: call } });
      const lastDay = endsAt.getTime() + 14 * 86_400_000;
      app.setNow(new Date(lastDay).toISOString());
      expect(wordsOf(await (await visitor.open(link)).text())).toContain(
        'You can answer until Wednesday, November 11, 2026.',
      );
      expect(await pageOf(`/calls/${call}`)).toContain('30 seconds how the call went');
      app.setNow(new Date(lastDay + 86_400_000).toISOString());
      const before = await answers();
      for (const answered of [
        await visitor.open(link),
        await visitor.open(path),
        await post(visitor, link),
      ]) {
        expect([answered.status, wordsOf(await answered.text())]).toEqual([
          410,
          expect.stringContaining('These questions are closed'),
        ]);
      }
      expect(await answers()).toEqual(before);
      expect(await pageOf(`/calls/${call}`)).not.toContain('30 seconds how the call went');
      app.setNow(MONDAY);
    });

    test.each([
      ['a stranger is asked to sign in', path, 200, 'Sign in'],
      ['a made-up link is refused', `${path}/made-up`, 403, 'were invited'],
    ])('%s, and nothing is kept', async (_who, to, status, words) => {
      const before = await answers();
      const sent = await post(createVisitor(app), to);
      expect([sent.status, wordsOf(await sent.text())]).toEqual([status, expect.stringContaining(words)]);
      expect(await answers()).toEqual(before);
    });
  });
});

describe('mail about the calls', () => {
  test('strangers are asked by mail, whoever they are', async () => {
    const visitor = createVisitor(app);
    const sent = await visitor.send('/subscribe', { email: 'new@office.example', name: 'New' });
    expect(sent.headers.get('location')).toBe('/subscribe/sent');
    const wrong = await visitor.send('/subscribe', { email: 'not an address' });
    expect(wrong.status).toBe(422);
  });

  test('confirmed by the button, ended by one click', async () => {
    const { db, vault } = app.services;
    const email = 'listener@office.example';
    const visitor = createVisitor(app);
    await visitor.send('/subscribe', { email, name: '' });
    const row = await db.message.findFirstOrThrow({ where: { to: { has: email } } });
    const field = { table: 'message', rowId: row.id, field: 'data' };
    const { link } = JSON.parse(vault.open(row.dataKey, field, row.sealed ?? new Uint8Array()));
    const path = new URL(link as string).pathname;
    expect(wordsOf(await (await visitor.open(path)).text())).toContain('Press the button');
    expect((await db.subscription.findUniqueOrThrow({ where: { email } })).status).toBe('pending');
    expect(wordsOf(await (await visitor.send(path, {})).text())).toContain('You are subscribed');
    expect((await db.subscription.findUniqueOrThrow({ where: { email } })).status).toBe('confirmed');
    expect(wordsOf(await (await visitor.open(path)).text())).toContain('You are subscribed');
    await db.subscription.update({ where: { email }, data: { unsubscribeTokenHash: hashToken('stop') } });
    expect((await visitor.open('/unsubscribe/stop')).status).toBe(200);
    expect((await db.subscription.findUniqueOrThrow({ where: { email } })).status).toBe('confirmed');
    expect(wordsOf(await (await visitor.send('/unsubscribe/stop', {})).text())).toContain('no more mail');
    expect((await db.subscription.findUniqueOrThrow({ where: { email } })).status).toBe('unsubscribed');
    expect((await visitor.open(path)).status).toBe(404);
    expect((await visitor.send('/unsubscribe/made-up', {})).status).toBe(404);
  });

  test('who asks for word of a workshop reads what comes, and is on the list that the team writes to', async () => {
    const { db, vault } = app.services;
    const list = 'emp-analysis-workshop';
    const visitor = createVisitor(app);
    const email = newEmail();
    await visitor.send('/subscribe', { email, name: '=Ann', lists: list });
    const row = await db.message.findFirstOrThrow({ where: { to: { has: email } } });
    const field = { table: 'message', rowId: row.id, field: 'data' };
    const { link } = JSON.parse(vault.open(row.dataKey, field, row.sealed ?? new Uint8Array()));
    const path = new URL(link as string).pathname;
    const emails = async () => (await subscribersOf(app.services, list)).map((one) => one.email);
    expect(await emails()).not.toContain(email);
    const promise = 'About EMP Analysis Workshop: word from our team when its next date is set';
    for (const page of [await visitor.open(path), await visitor.send(path, {})]) {
      const words = wordsOf(await page.text());
      expect(words).toContain(promise);
      expect(words).not.toContain('about the calls');
    }
    expect(await emails()).toContain(email);
    const { unsubscribe } =
      (await subscribersOf(app.services, list)).find((one) => one.email === email) ?? {};
    await visitor.send(new URL(unsubscribe ?? '').pathname, {});
    expect(await emails()).not.toContain(email);
  });

  test('a registrant reads whether they hear when a call is cancelled or moved, and where to ask for it', async () => {
    const visitor = await signedIn(app, newEmail());
    const told = 'are mailed only to people who ask for mail about the calls';
    expect(wordsOf(await (await visitor.open(`/calls/register/${LWG}`)).text())).toContain(told);
    await visitor.send(`/calls/register/${LWG}`, registration);
    const before = await (await visitor.open('/my/calls')).text();
    expect(wordsOf(before)).toContain('so no e-mail tells you when one is cancelled or moved');
    expect(before).toContain(`href="/subscribe?list=${LWG}"`);
    await visitor.send('/my/subscription', { emailUpdates: 'yes', lists: LWG });
    const after = await (await visitor.open('/my/calls')).text();
    expect(wordsOf(after)).toContain('You hear by e-mail when a call is cancelled or moved.');
    await visitor.send('/my/subscription', { emailUpdates: 'yes', lists: 'social-services' });
    expect(wordsOf(await (await visitor.open('/my/calls')).text())).toContain('so no e-mail tells you');
  });

  test('a signed-in person chooses at once', async () => {
    const email = newEmail();
    const visitor = await signedIn(app, email);
    expect((await visitor.send('/my/subscription', {})).status).toBe(422);
    const sent = await visitor.send('/my/subscription', { emailUpdates: 'yes', lists: LWG });
    expect(sent.headers.get('location')).toBe('/my/calls?done=mail');
    const known = await app.services.db.subscription.findUniqueOrThrow({ where: { email } });
    expect(known).toMatchObject({ status: 'confirmed', lists: [LWG], emailUpdates: true });
    await visitor.send('/my/subscription', { emailUpdates: 'no' });
    const left = await app.services.db.subscription.findUniqueOrThrow({ where: { email } });
    expect(left.emailUpdates).toBe(false);
  });
});
