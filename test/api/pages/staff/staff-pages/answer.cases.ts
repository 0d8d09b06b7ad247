import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import type { StaffRole } from '../../../../../src/domain/people/actor.js';
import { withKey } from '../../../../../src/usecases/data-keys.js';
import { digestSections, type Reminder } from '../../../../../src/usecases/digest/digest-sections.js';
import { purgeDue } from '../../../../../src/usecases/purge-due.js';
import { hiddenOf, type StaffUser, summaryOf } from '../staff-site.js';
import { ana, aRequest, decide, rob, site } from './site.js';

const pathOf = (id: string, kind = 'draft-response') => `/staff/requests/${id}/decide/${kind}`;
const db = () => site.desk.wired.services.db;

/** What the page's script asks, with the form as it stands on the page. */
async function ask(as: StaffUser, id: string, what: string, form: Record<string, string>) {
  const page = await site.get(as, pathOf(id));
  const answer = await site.post(as, pathOf(id), { ...hiddenOf(page.html), ...form }, { 'x-asks': what });
  return { status: answer.status, said: answer.html.startsWith('{') ? JSON.parse(answer.html) : answer.html };
}

async function press(as: StaffUser, id: string, form: Record<string, string>, kind = 'draft-response') {
  const page = await site.get(as, pathOf(id, kind));
  return site.post(as, pathOf(id, kind), { ...hiddenOf(page.html), ...form });
}

/** What their digest tells of this request in a section. */
async function told(as: StaffUser, name: string, id: string, reminders: Reminder[] = []) {
  const { services } = site.desk.wired;
  const reader = await db().staff.findUniqueOrThrow({ where: { email: as.email } });
  const sections = await digestSections(db(), services, { reader, reminders, at: services.clock.now() });
  const { reference } = await db().taRequest.findUniqueOrThrow({ where: { id }, include: withKey });
  return (
    sections.find((one) => one.name === name)?.requests.filter((one) => one.reference === reference) ?? []
  );
}

const bodyOf = (html: string) => load(html)('textarea[name=body]').text().trim();

describe('an answer on its way', () => {
  test('is kept as it is typed, for its writer alone, and is neither an event nor another version of the request', async () => {
    const id = await aRequest();
    const before = await db().taRequest.findUniqueOrThrow({ where: { id }, include: withKey });
    const events = await db().processEvent.count({ where: { requestId: id } });
    const kept = await ask(ana, id, 'keep', { body: 'Dear colleague, see A 123 456 789' });
    expect(kept).toMatchObject({ status: 200, said: { saves: 1 } });
    expect(kept.said.said).toMatch(/^Saved at \d+:\d\d [AP]M$/);
    expect(kept.said.places).toEqual(['Looks like an A-number: A 123 456 789']);
    const after = await db().taRequest.findUniqueOrThrow({ where: { id }, include: withKey });
    expect([after.version, after.processSeq]).toEqual([before.version, before.processSeq]);
    expect(await db().processEvent.count({ where: { requestId: id } })).toBe(events);
    expect(await db().caseText.count({ where: { requestId: id, field: 'draft' } })).toBe(0);

    expect(bodyOf((await site.get(ana, pathOf(id))).html)).toBe('Dear colleague, see A 123 456 789');
    const robs = (await site.get(rob, pathOf(id))).html;
    expect(bodyOf(robs)).toBe('');
    expect(robs).toContain('Ana Attorney is writing this answer too: last saved');

    // By a button it does the same, without a script.
    expect((await press(ana, id, { body: 'By a button', do: 'keep' })).status).toBe(303);
    expect(bodyOf((await site.get(ana, pathOf(id))).html)).toBe('By a button');
    const sealed = await db().answerInWork.findFirstOrThrow({
      where: { requestId: id, savedAt: { not: null } },
    });
    expect(Buffer.from(sealed.sealed ?? []).toString('latin1')).not.toContain('button');

    // A version of it ends it.
    await press(ana, id, { body: 'By a button' });
    expect(await db().answerInWork.count({ where: { requestId: id, savedAt: { not: null } } })).toBe(0);
  });

  test('of two windows the second one is told, and overwrites nothing', async () => {
    const id = await aRequest();
    const first = hiddenOf((await site.get(ana, pathOf(id))).html);
    await ask(ana, id, 'keep', { body: 'In the other window' });
    const late = await site.post(ana, pathOf(id), { ...first, body: 'In this one' }, { 'x-asks': 'keep' });
    expect([late.status, JSON.parse(late.html).said]).toEqual([
      412,
      expect.stringContaining('You have typed on in another window'),
    ]);
    const shown = await site.post(ana, pathOf(id), { ...first, body: 'In this one', do: 'keep' });
    expect([shown.status, bodyOf(shown.html)]).toEqual([412, 'In this one']);
    expect(bodyOf((await site.get(ana, pathOf(id))).html)).toBe('In the other window');
  });

  test('goes with the answer or the end of the request, whoever typed it: said before, and nothing comes later', async () => {
    const id = await aRequest();
    const days = site.desk.wired.services.programs.current().program.retention.unsentAnswerDays;
    const form = hiddenOf((await site.get(ana, pathOf(id))).html);
    expect((await site.get(ana, pathOf(id))).html).toContain(`${days} days after you last opened this page`);
    await ask(rob, id, 'keep', { body: 'What Rob typed' });
    await decide(ana, id, 'draft-response', { body: 'The answer', also: 'submit' });
    const sending = await site.get(rob, pathOf(id, 'send-response'));
    expect(sending.html).toContain('Rob Reviewer has typed an answer here that is not saved as a version.');
    await decide(rob, id, 'send-response');
    const left = () => db().answerInWork.count({ where: { requestId: id } });
    expect(await left()).toBe(0);
    const late = await site.post(ana, pathOf(id), { ...form, body: 'Late' }, { 'x-asks': 'keep' });
    expect([late.status, await left()]).toEqual([409, 0]);

    // What was on its way into the database at that moment goes with the next erasing.
    const staff = await db().staff.findUniqueOrThrow({ where: { email: rob.email } });
    const openedAt = site.desk.wired.services.clock.now();
    await db().answerInWork.create({
      data: { id: randomUUID(), requestId: id, staffId: staff.id, field: 'draft', openedAt },
    });
    expect((await purgeDue(site.desk.wired.services)).answersInWork).toBe(1);

    const ended = await aRequest();
    await ask(ana, ended, 'keep', { body: 'What Ana typed' });
    const declining = await site.get(ana, pathOf(ended, 'decline'));
    expect(declining.html).toContain('Ana Attorney has typed an answer here');
    await decide(ana, ended, 'decline', { policy: 'scope', reason: 'Not our field.' });
    expect(await db().answerInWork.count({ where: { requestId: ended } })).toBe(0);
  });

  test('from another window it comes too late once it is a version, however often it was kept since', async () => {
    const id = await aRequest();
    const first = hiddenOf((await site.get(ana, pathOf(id))).html);
    await press(ana, id, { body: 'A version' });
    const late = (form: Record<string, string>) =>
      site.post(ana, pathOf(id), { ...form, body: 'In this one' }, { 'x-asks': 'keep' });
    expect((await late(first)).status).toBe(412);
    const kept = hiddenOf((await site.get(ana, pathOf(id))).html);
    await ask(ana, id, 'keep', { body: 'More' });
    await press(ana, id, { body: 'More' });
    await ask(ana, id, 'keep', { body: 'And more' });
    expect((await late({ ...first, saves: '1' })).status).toBe(412);
    expect((await late(kept)).status).toBe(412);
    expect(bodyOf((await site.get(ana, pathOf(id))).html)).toBe('And more');
  });

  test('with an id that is none it is refused, and no failure of ours', async () => {
    const id = await aRequest();
    expect((await ask(ana, id, 'keep', { body: 'x', base: 'x' })).status).toBe(404);
    const pressed: Record<string, string>[] = [
      { resolve: 'x' },
      { reopen: 'x' },
      { 'answer-to': 'x', 'answer-x': 'Yes.' },
    ];
    for (const form of pressed) expect((await press(ana, id, form)).status).toBe(404);
    const about = { 'comment-on': '1', paragraph: '1', comment: 'Say which.', base: 'x' };
    expect((await press(ana, id, about)).status).toBe(404);
  });

  test('asked without a session, a script is told so, and nothing is kept aside', async () => {
    const id = await aRequest();
    const forms = await db().keptForm.count();
    const hidden = hiddenOf((await site.get(ana, pathOf(id))).html);
    const stranger = await site.post(
      { kind: 'public' },
      pathOf(id),
      { ...hidden, body: 'x' },
      { 'x-asks': 'keep' },
    );
    expect(stranger.status).toBe(403);
    expect(await db().keptForm.count()).toBe(forms);
    // Sent by a person it is kept, as every form.
    const sent = await site.post({ kind: 'public' }, pathOf(id), { ...hidden, body: 'x', do: 'keep' });
    expect([sent.status, await db().keptForm.count()]).toEqual([303, forms + 1]);
  });

  test('the preview is made by the server, and nothing typed in it runs', async () => {
    const id = await aRequest();
    const body = '# In short\n\n<script>alert(1)</script> **yes**';
    const { said } = await ask(ana, id, 'preview', { body });
    expect(said.html).toContain('<strong>yes</strong>');
    expect(said.html).not.toContain('<script');
    const page = await press(ana, id, { body, do: 'preview' });
    expect([page.status, bodyOf(page.html)]).toEqual([200, body]);
    expect(load(page.html)('#preview').html()).toContain(said.html.split('\n')[0]);
  });

  test('saved over a version of somebody else, both are shown first', async () => {
    const id = await aRequest();
    const form = hiddenOf((await site.get(ana, pathOf(id))).html);
    await decide(rob, id, 'draft-response', { body: 'The version of Rob' });
    const late = await site.post(ana, pathOf(id), { ...form, body: 'The version of Ana' });
    expect(late.status).toBe(409);
    expect(summaryOf(late.html)[0]).toMatch(/Rob Reviewer saved another version .* after you began/);
    expect(bodyOf(late.html)).toBe('The version of Ana');
    const moved = load(late.html)('section[aria-labelledby=moved]');
    expect(moved.text()).toContain('The version of Rob');
    expect([moved.find('del').text(), moved.find('ins').text()]).toEqual([
      expect.stringContaining('Rob'),
      expect.stringContaining('Ana'),
    ]);
    // Read, it may be saved; both stand among the versions.
    const again = await site.post(ana, pathOf(id), { ...hiddenOf(late.html), body: 'The version of Ana' });
    expect(again.status).toBe(303);
    const versions = load((await site.get(ana, `/staff/requests/${id}/versions`)).html);
    expect(versions('.desk-lines li').length).toBe(2);
    const href = versions('.desk-lines a[href*="&to="]').attr('href') ?? '';
    const compared = load((await site.get(ana, href)).html)('.desk-changes');
    expect(compared.text()).toContain('The version of');
    expect([compared.find('del').text(), compared.find('ins').text()]).toEqual([
      'Taken out: Rob',
      'Put in: Ana',
    ]);
  });
});

describe('what is put in', () => {
  test('resources with what is said of them, and earlier answers, whose reading is logged', async () => {
    const earlier = await aRequest({ topics: ['immigration'] });
    await decide(ana, earlier, 'draft-response', { body: 'Words of *before*', also: 'submit' });
    await decide(rob, earlier, 'send-response');
    const id = await aRequest({ topics: ['immigration'] });
    const { html } = await site.get(ana, pathOf(id));
    const page = load(html);
    const buttons = page('button[name=insert]')
      .toArray()
      .map((one) => page(one).attr('value') ?? '');
    expect(buttons).toContain('resource:t-visa-declaration-rubric');
    const own = buttons.find((value) => value === `answer:${earlier}`) ?? '';
    expect(html).not.toContain('Words of');
    const readings = () => db().caseAccess.count({ where: { requestId: earlier, what: 'response' } });
    const before = await readings();
    const at = await ask(ana, id, 'insert', { insert: own });
    expect([at.said.text, await readings()]).toEqual(['Words of *before*', before + 1]);
    // Without a script it goes to the end, and what was typed stays.
    const put = await press(ana, id, { body: 'First mine.', insert: 'resource:t-visa-declaration-rubric' });
    expect(bodyOf(put.html)).toBe('First mine.\n\n- Initial T Visa Declaration Rubric (CAST)');
    expect((await ask(ana, id, 'insert', { insert: 'resource:gone' })).status).toBe(404);
  });

  test('a precedent is read whole before it is put in, and is not in the text until then', async () => {
    const at = new Date('2026-01-05T18:00:00Z');
    const id = randomUUID();
    await db().precedent.create({
      data: {
        ...{ id, status: 'published', audience: 'staff', kind: 'general-information', author: 'user:a' },
        ...{ topics: ['ethics'], question: 'May we?', answer: 'You *may*.\n\n<b>Not so</b>' },
        ...{ createdAt: at, changedAt: at, publishedAt: at, reviewBy: new Date('2999-01-01') },
      },
    });
    const page = load((await site.get(ana, pathOf(await aRequest({ topics: ['ethics'] })))).html);
    const whole = page(`li:has(button[value="precedent:${id}"]) details`);
    expect(whole.find('summary').text()).toBe('Read it first May we?');
    expect(whole.find('em').text()).toBe('may');
    expect(whole.find('b')).toHaveLength(0);
    expect(page('textarea[name=body]').text()).not.toContain('may');
    await db().precedent.delete({ where: { id } });
  });

  test('a precedent begins without the words of the answer it comes from, until they are asked for', async () => {
    const answered = await aRequest();
    await decide(ana, answered, 'draft-response', { body: 'Words that went out', also: 'submit' });
    await decide(rob, answered, 'send-response');
    const path = `/staff/precedents/suggest/${answered}`;
    const { html } = await site.get(ana, path);
    expect(html).not.toContain('Words that went out');
    expect(load(html)('textarea[name=answer]').val()).toBe('');
    const begin = load(html)('a[role=button]')
      .toArray()
      .map((one) => load(html)(one).attr('href'))
      .find((href) => href?.startsWith(path));
    const asked = await site.get(ana, begin ?? '');
    expect(load(asked.html)('textarea[name=answer]').val()).toBe('Words that went out');
  });
});

describe('the reviewer', () => {
  test('comments on the version that stood there, whatever came since', async () => {
    const id = await aRequest();
    await decide(ana, id, 'draft-response', { body: 'First\n\nSecond' });
    const form = hiddenOf((await site.get(rob, pathOf(id))).html);
    await decide(ana, id, 'draft-response', { body: 'Put before\n\nFirst\n\nSecond' });
    const comment = { 'comment-on': '1', paragraph: '2', comment: 'Say which.' };
    expect((await site.post(rob, pathOf(id), { ...form, ...comment })).status).toBe(200);
    const { draftId } = await db().draftComment.findFirstOrThrow({ where: { requestId: id } });
    expect(draftId).toBe(form.base);
    // Another case's version is none of this one.
    const other = await aRequest();
    const foreign = await press(rob, other, { ...comment, base: draftId });
    expect([foreign.status, await db().draftComment.count({ where: { requestId: other } })]).toEqual([
      404, 0,
    ]);
  });

  test('comments on a paragraph, changes the text, returns both; the author answers, and may send what is not theirs', async () => {
    const id = await aRequest();
    await decide(ana, id, 'draft-response', { body: 'Dear Rita\n\n- One\n- Two', also: 'submit' });
    const review = 'return-response';
    const empty = await press(rob, id, { 'comment-on': '1', paragraph: '2', note: 'Half a note' }, review);
    expect(summaryOf(empty.html)).toEqual(['Write the comment first.']);
    const commented = await press(
      rob,
      id,
      { 'comment-on': '1', paragraph: '2', comment: 'Say which.', note: 'Half a note', body: 'Changed' },
      review,
    );
    expect(commented.status).toBe(200);
    expect(commented.html).toContain('Comment added.');
    expect(bodyOf(commented.html)).toBe('Changed');
    expect(load(commented.html)('textarea[name=note]').text()).toContain('Half a note');
    const again = { ...hiddenOf(commented.html), 'comment-on': '1', paragraph: '2', comment: 'Say which.' };
    await site.post(rob, pathOf(id, review), again);
    expect(await db().draftComment.count({ where: { requestId: id } })).toBe(1);

    // Whoever reads it to send it finds the other way from there.
    const sending = load((await site.get(rob, pathOf(id, 'send-response'))).html);
    expect(sending(`a[href="${pathOf(id, review)}"]`)).toHaveLength(1);

    const returned = await press(
      rob,
      id,
      { note: 'See below.', body: 'Dear Rita\n\n- One\n- Three' },
      review,
    );
    expect(returned.location).toBe(`/staff/requests/${id}?done=return-response`);
    const page = load((await site.get(ana, pathOf(id))).html);
    const comment = page('.desk-comment');
    // Whoever has returned it has left.
    expect(page('main').text()).not.toContain('has had this page open');
    expect(comment.text()).toContain('Say which.');
    expect(page('.desk-editor__returned').text()).toContain('See below.');
    expect(page('h1').text()).toBe('Revise the draft');
    // Not the note alone: what changed in the text, too, on the page, where it goes on, and in the digest.
    expect(page('.desk-editor__returned').text()).toContain('They changed the text, too');
    const overview = load((await site.get(ana, `/staff/requests/${id}`)).html);
    expect(overview('main').text()).toContain('A reviewer returned the draft and changed its text.');
    const changes = overview('a:contains("See what the reviewer changed")').attr('href') ?? '';
    expect(page('.desk-editor__returned a').attr('href')).toBe(changes);
    const compared = load((await site.get(ana, changes)).html)('.desk-changes');
    expect([compared.find('del').text(), compared.find('ins').text()]).toEqual([
      expect.stringContaining('Two'),
      expect.stringContaining('Three'),
    ]);
    const reminders = [{ kind: 'draft-returned', aboutId: id }];
    expect(await told(ana, 'returned', id, reminders)).toMatchObject([{ changed: true }]);
    // Whoever returned it takes it over: that is a draft of theirs, and no change beside their note.
    const said = 'A reviewer returned the draft and changed its text.';
    for (const last of ['Four', 'Three']) {
      await press(rob, id, { body: `Dear Rita\n\n- One\n- ${last}` });
      expect((await site.get(ana, `/staff/requests/${id}`)).html).not.toContain(said);
      const goesOn = load((await site.get(ana, pathOf(id))).html);
      expect([goesOn('h1').text(), goesOn('main').text().includes('They changed the text, too')]).toEqual([
        'Finish the draft',
        false,
      ]);
    }
    expect(comment.find('blockquote').text()).toBe('• One • Two');
    expect(page('textarea[name=body]').text()).toContain('Three');
    const about = page('button[name=resolve]').attr('value') ?? '';
    const answered = await press(ana, id, { 'answer-to': about, [`answer-${about}`]: 'The first.' });
    expect(load(answered.html)('.desk-comment').text()).toContain('The first.');
    const done = await press(ana, id, { resolve: about });
    expect(done.html).toContain('1 comment done');

    // What a colleague wrote last, who wrote first may send.
    const asItStands = { body: 'Dear Rita\n\n- One\n- Three', also: 'submit' };
    expect((await press(ana, id, asItStands)).location).toContain('done=submit-for-review');
    // Reviewed is what can be sent now: nobody is told of what waits for its supervisor.
    const where = { where: { id } };
    await db().taRequest.update({ ...where, data: { supervisorStatus: 'unconfirmed' } });
    expect(await told(ana, 'review', id)).toEqual([]);
    await db().taRequest.update({ ...where, data: { supervisorStatus: 'not-needed' } });
    expect(await told(ana, 'review', id)).toHaveLength(1);
    expect((await press(ana, id, {}, 'send-response')).location).toContain('done=send-response');
    const stored = await db().draftComment.findMany({ where: { requestId: id } });
    expect(stored.every(({ sealed }) => !Buffer.from(sealed).toString('latin1').includes('Say which'))).toBe(
      true,
    );
  });
});

describe('over the API', () => {
  const call = (id: string, method: string, path: string, body?: object, as: StaffRole = 'attorney') =>
    site.desk.api(method, `/api/v1/ta-requests/${id}/${path}`, { as, ...(body ? { body } : {}) });

  test('versions are told in order and read, and what changed between two of them', async () => {
    const id = await aRequest();
    await decide(ana, id, 'draft-response', { body: 'The version of Ana' });
    await decide(rob, id, 'draft-response', { body: 'The version of Rob' });
    const readings = () => db().caseAccess.count({ where: { requestId: id } });
    const [first, second] = (await call(id, 'GET', 'answer-versions')).body.items;
    expect([first, second]).toMatchObject([
      { number: 1, author: 'Ana Attorney' },
      { number: 2, author: 'Rob Reviewer' },
    ]);
    const page = (await call(id, 'GET', 'answer-versions?limit=1')).body;
    const next = (await call(id, 'GET', `answer-versions?limit=1&cursor=${page.nextCursor}`)).body;
    expect([page.items, next.items, next.nextCursor]).toEqual([[first], [second], null]);
    const before = await readings();
    const read = await call(id, 'GET', `answer-versions/${first.id}`);
    expect([read.body.body, await readings()]).toEqual(['The version of Ana', before + 1]);
    const { body } = await call(id, 'GET', `answer-versions/${second.id}/changes`);
    expect([body.from.id, body.to.id, body.stretches]).toEqual([
      first.id,
      second.id,
      [
        { kind: 'same', text: 'The version of ' },
        { kind: 'removed', text: 'Ana' },
        { kind: 'added', text: 'Rob' },
      ],
    ]);
    expect((await call(id, 'GET', `answer-versions/${first.id}/changes`)).body.from).toBeNull();
    const other = await aRequest();
    expect((await call(other, 'GET', `answer-versions/${first.id}`)).status).toBe(404);
    expect((await call(id, 'GET', `answer-versions/${first.id}?of=follow-up-draft`)).status).toBe(404);
  });

  test('comments are written by those who write answers, read by staff, and bounded under one lock', async () => {
    const id = await aRequest();
    await decide(ana, id, 'draft-response', { body: 'First\n\nSecond' });
    const [{ id: version }] = (await call(id, 'GET', 'answer-versions')).body.items;
    const comment = { version, paragraph: 2, words: 'Say which.' };
    expect((await call(id, 'POST', 'comments', comment, 'coordinator')).status).toBe(403);
    for (const wrong of [
      { paragraph: 3 },
      { words: ' ' },
      { words: 'a\u0000b' },
      { words: 'x'.repeat(30_000) },
    ]) {
      expect((await call(id, 'POST', 'comments', { ...comment, ...wrong })).status).toBe(422);
    }
    const added = await call(id, 'POST', 'comments', comment);
    expect([added.status, added.body]).toMatchObject([
      201,
      { draftId: version, quote: 'Second', words: 'Say which.', done: false, answers: [] },
    ]);
    const about = `comments/${added.body.id}`;
    const answered = await call(id, 'POST', `${about}/answers`, { words: 'The first.' }, 'reviewer');
    expect([answered.status, answered.body.answers]).toMatchObject([201, [{ words: 'The first.' }]]);
    const done = await call(id, 'POST', `${about}/decisions`, { kind: 'resolve' });
    expect([done.status, done.body.done]).toEqual([200, true]);
    const readings = () => db().caseAccess.count({ where: { requestId: id } });
    const before = await readings();
    expect((await call(id, 'GET', 'comments', undefined, 'coordinator')).body.items).toEqual([done.body]);
    expect(await readings()).toBe(before + 1);

    // The page takes no others than the API does.
    const form = { 'comment-on': '1', paragraph: '1', comment: 'a\u0000b' };
    expect((await press(ana, id, form)).status).toBe(422);

    // There is room for two more: of four at one moment two are taken.
    const row = await db().draftComment.findUniqueOrThrow({ where: { id: added.body.id } });
    const { dataKey } = await db().taRequest.findUniqueOrThrow({ where: { id }, include: withKey });
    const said = JSON.stringify({ quote: 'Second', words: 'Which?' });
    const many = Array.from({ length: 296 }, () => randomUUID()).map((rowId) => {
      const place = { table: 'draft_comment', rowId, field: 'words' };
      return { ...row, id: rowId, sealed: site.desk.wired.services.vault.seal(dataKey, place, said) };
    });
    await db().draftComment.createMany({ data: many });
    const last = await Promise.all([1, 2, 3, 4].map(() => call(id, 'POST', 'comments', comment)));
    expect(last.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
    expect(await db().draftComment.count({ where: { requestId: id } })).toBe(300);
    await decide(ana, id, 'decline', { policy: 'scope', reason: 'Not our field.' });
    expect((await call(id, 'POST', `${about}/decisions`, { kind: 'reopen' })).status).toBe(409);
  });

  test('what can be put in is listed without its words, and read one by one', async () => {
    const id = await aRequest();
    const { items } = (await call(id, 'GET', 'insertables?kind=resource')).body;
    expect(items.length).toBeGreaterThan(1);
    expect(items.every((item: object) => !('body' in item))).toBe(true);
    const page = (await call(id, 'GET', 'insertables?kind=resource&limit=1')).body;
    const next = (await call(id, 'GET', `insertables?kind=resource&limit=1&cursor=${page.nextCursor}`)).body;
    expect([page.items[0], next.items[0]]).toEqual(items.slice(0, 2));
    const read = await call(id, 'GET', 'insertables/resource:t-visa-declaration-rubric');
    expect([read.status, read.body.body]).toEqual([200, expect.stringContaining('Rubric')]);
    expect((await call(id, 'GET', 'insertables/resource:gone')).status).toBe(404);
    expect((await call(id, 'GET', 'insertables/x')).status).toBe(404);
  });
});

describe('what may tell who a client is', () => {
  test('is said before a draft goes to review and before it is sent, with where it stands; it may stay', async () => {
    const id = await aRequest();
    const body = 'First line\nOf A 123 456 789';
    const first = await press(ana, id, { body, also: 'submit' });
    expect(first.status).toBe(422);
    expect(first.html).toContain('A 123 456 789</strong>, line 2');
    expect((await press(ana, id, { body, also: 'submit', identifiersChecked: 'yes' })).status).toBe(303);
    const sending = await press(rob, id, {}, 'send-response');
    expect(summaryOf(sending.html)).toEqual([expect.stringContaining('may identify a client')]);
    expect((await press(rob, id, { identifiersChecked: 'yes' }, 'send-response')).status).toBe(303);
    const note = await press(ana, id, { body: 'The client Maria Lopez called' }, 'note');
    expect(summaryOf(note.html)).toEqual([expect.stringContaining('may identify a client')]);
    const task = { what: 'Call Maria Lopez about A 123 456 789', to: ana.email };
    const due = { 'dueOn-month': '1', 'dueOn-day': '20', 'dueOn-year': '2055' };
    const set = () => decide(ana, id, 'add-task', { ...task, ...due });
    expect(summaryOf((await set()).html)).toEqual([expect.stringContaining('may identify a client')]);
  });
});
