import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import { MAX_TEXT } from '../../../../../src/domain/requests/submission.schema.js';
import { goodSubmission } from '../../../support/submission.js';
import { FIRST, newEmail, SECOND, signedIn, THIRD, wordsOf } from '../calls-site.js';
import { app, ask, MONDAY, myId, NEXT_GENERAL, question } from './site.js';

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
