import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../../../src/domain/people/actor.js';
import { withKey } from '../../../../../src/usecases/data-keys.js';
import { renderMessage } from '../../../../../src/usecases/mail/render-message.js';
import { stillWanted } from '../../../../../src/usecases/mail/still-wanted.js';
import { hiddenOf, summaryOf } from '../staff-site.js';
import { admin, ana, aRequest, cora, decide, rob, site } from './site.js';

const pageOf = async (as: Actor, id: string) => (await site.get(as, `/staff/requests/${id}`)).html;

const eventsOf = (id: string) =>
  site.desk.wired.services.db.processEvent.findMany({ where: { requestId: id } });

const countOf = async (id: string, type: string) =>
  (await eventsOf(id)).filter((row) => row.type === type).length;

describe('who may come in', () => {
  test('a stranger is led to signing in and back', async () => {
    const page = await site.get({ kind: 'public' }, '/staff?tab=all');
    expect(page).toMatchObject({ status: 303, location: '/sign-in?next=%2Fstaff%3Ftab%3Dall' });
  });

  test('a requester is refused', async () => {
    const requester: Actor = { kind: 'person', id: randomUUID(), name: 'Rita', email: 'rita@legal.example' };
    expect((await site.get(requester, '/staff')).status).toBe(403);
  });

  test.each(['/staff/people', '/staff/keys', '/staff/people/add'])('%s is for admins', async (path) => {
    expect((await site.get(ana, path)).status).toBe(403);
    expect((await site.get(admin, path)).status).toBe(200);
    const refused = { kind: 'permission-refused', actor: `user:${ana.id}` };
    const { securityEvent } = site.desk.wired.services.db;
    const [last] = await securityEvent.findMany({ where: refused, orderBy: { id: 'desc' }, take: 1 });
    expect(last).toMatchObject({ whence: 'page', data: { reason: 'page-not-for-role', route: path } });
  });
});

describe('the work on one request', () => {
  test('taken, asked back, drafted, returned, reviewed and sent', async () => {
    const id = await aRequest();
    const taking = hiddenOf(await pageOf(ana, id));
    expect(await site.post(ana, `/staff/requests/${id}/take`, taking)).toMatchObject({ status: 303 });
    await site.post(ana, `/staff/requests/${id}/take`, taking);
    expect(await countOf(id, 'assigned')).toBe(1);

    expect((await decide(ana, id, 'request-information', { question: 'Which year was it?' })).status).toBe(
      303,
    );
    expect(await pageOf(ana, id)).toContain('Waiting for the requester’s answer.');
    await site.desk.api('POST', `/api/v1/ta-requests/${id}/information`, { body: { answer: 'In 2024.' } });
    expect(await pageOf(ana, id)).toContain('In 2024.');

    await decide(ana, id, 'draft-response', { body: 'First draft', also: 'submit' });
    const own = await decide(ana, id, 'send-response');
    expect(own).toMatchObject({ status: 403 });
    expect(summaryOf(own.html)).toEqual(['Nobody reviews their own draft; ask a colleague.']);

    await decide(rob, id, 'return-response', { note: 'Cite the rule.' });
    const again = await site.get(ana, `/staff/requests/${id}/decide/draft-response`);
    expect(again.html).toContain('Cite the rule.');
    expect(again.html).toContain('First draft');
    await decide(ana, id, 'draft-response', { body: 'Second **draft**\n\n# In short', also: 'submit' });

    const preview = await site.get(rob, `/staff/requests/${id}/decide/send-response`);
    const asRead = 'Second <strong>draft</strong>';
    expect(preview.html).toContain(asRead);
    expect(preview.html).toContain('In short</h3>');
    expect(await pageOf(ana, id)).toContain(asRead);
    expect(preview.html).toContain('holds none of the text');
    const sent = await site.post(rob, `/staff/requests/${id}/decide/send-response`, hiddenOf(preview.html));
    expect(sent.location).toBe(`/staff/requests/${id}?done=send-response`);
    const done = await site.get(rob, sent.location ?? '');
    expect(done.html).toContain('The answer is sent and the clock has stopped.');
    expect(done.html).toContain(asRead);
  });

  test.each([
    ['sam@legal.example', false],
    ['sam@other-firm.example', true],
  ])('a supervisor at %s: told that the domains differ, %s', async (email, differ) => {
    const supervisor = { name: 'Sam Lee', email, role: 'attorney' };
    const id = await aRequest({ supervisor }, { role: 'paralegal' });
    expect((await pageOf(ana, id)).includes('Different e-mail domains')).toBe(differ);
  });

  test('what can’t be decided now leads back to what can', async () => {
    const id = await aRequest();
    const page = await site.get(ana, `/staff/requests/${id}/decide/close`);
    expect(page.location).toBe(`/staff/requests/${id}?not-now=close`);
    expect((await site.get(ana, page.location ?? '')).html).toContain('That can’t be done now.');
  });

  test('asking back while courses are missing says why, and what to do instead', async () => {
    const id = await aRequest({ kind: 'document-review', documentKind: 't-visa-rfe' });
    const page = await site.get(ana, `/staff/requests/${id}/decide/request-information`);
    const { html } = await site.get(ana, page.location ?? '');
    expect(html).toContain('our clock starts only once they have passed their courses');
    expect(html).toContain('Write to the requester');
  });

  test('an unknown decision or request is not found', async () => {
    const id = await aRequest();
    expect((await site.get(ana, `/staff/requests/${id}/decide/forget`)).status).toBe(404);
    expect((await site.get(ana, `/staff/requests/${randomUUID()}`)).status).toBe(404);
    expect((await site.get(ana, '/staff/requests/nonsense')).status).toBe(404);
  });

  test('a double click extends once', async () => {
    const id = await aRequest();
    const path = `/staff/requests/${id}/decide/extend`;
    const form = { ...hiddenOf((await site.get(ana, path)).html), businessDays: '2', reason: 'Volume' };
    const answers = await Promise.all([site.post(ana, path, form), site.post(ana, path, form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await countOf(id, 'extended')).toBe(1);
  });

  test('what was typed stays when something is missing', async () => {
    const id = await aRequest();
    const answer = await decide(ana, id, 'decline', { reason: 'This is <outside> of TA.' });
    expect(answer.status).toBe(422);
    expect(summaryOf(answer.html)).toEqual(['Choose a ground.']);
    expect(answer.html).toContain('This is &lt;outside&gt; of TA.');
    expect(answer.html).toContain('<title>Error: ');
  });

  test('too long an extension is refused with the rule, at once', async () => {
    const id = await aRequest();
    const answer = await decide(ana, id, 'extend', { businessDays: '6', reason: 'Volume' });
    expect(answer.status).toBe(403);
    expect(summaryOf(answer.html)).toEqual(['More than 5 business days need a director.']);
  });

  test('a colleague who was quicker is named before the request is taken from them', async () => {
    const id = await aRequest();
    const path = `/staff/requests/${id}/decide/assign`;
    const form = { ...hiddenOf((await site.get(cora, path)).html), to: rob.email };
    await decide(admin, id, 'assign', { to: ana.email });
    const late = await site.post(cora, path, form);
    expect(late.status).toBe(409);
    expect(summaryOf(late.html)[0]).toContain('Ana Attorney now has this request.');
    expect((await site.post(cora, path, { ...hiddenOf(late.html), to: rob.email })).status).toBe(303);
  });

  test('a name in a note that is nobody’s is said after it is saved', async () => {
    const id = await aRequest();
    const said = 'A name behind an @ in your note is no colleague’s here';
    for (const [body, named] of [
      ['Look at this, @nobody.', true],
      [`Look at this, @${ana.email}.`, false],
    ] as const) {
      const saved = await decide(cora, id, 'note', { body });
      const { html } = await site.get(cora, saved.location ?? '');
      expect([html.includes('Note saved.'), html.includes(said)]).toEqual([true, named]);
    }
  });

  test('a second extension says who may decide it', async () => {
    const id = await aRequest();
    await decide(cora, id, 'assign', { to: ana.email });
    const extended = await decide(cora, id, 'extend', {
      businessDays: '2',
      reason: 'We need a second look.',
    });
    expect(extended.status).toBe(303);
    const back = await site.get(cora, `/staff/requests/${id}/decide/extend`);
    expect((await site.get(cora, back.location ?? '')).html).toContain('A second extension needs a director');
    expect((await site.get(cora, `/staff/requests/${id}/clock`)).html).toContain(
      'the promise of 15 business days, and the 2 of extensions',
    );
  });

  test('a draft that changed after it was read is not sent', async () => {
    const id = await aRequest();
    await decide(cora, id, 'assign', { to: ana.email });
    await decide(ana, id, 'draft-response', { body: 'One', also: 'submit' });
    const read = hiddenOf((await site.get(rob, `/staff/requests/${id}/decide/send-response`)).html);
    await site.desk.advance({ by: 'PT1M' });
    await decide(admin, id, 'return-response', { note: 'Again' });
    // Whose draft it is hears of it, and reads it before anything else.
    expect(await pageOf(ana, id)).toContain('A reviewer returned the draft.');
    expect((await site.get(ana, '/staff?tab=mine')).html).toContain('Revise the draft');
    expect(await site.desk.mails(id)).toContain('draft-returned');
    await site.desk.advance({ by: 'PT1M' });
    await decide(ana, id, 'draft-response', { body: 'Two' });
    expect(await pageOf(ana, id)).not.toContain('A reviewer returned the draft.');
    await decide(ana, id, 'submit-for-review');
    const stale = await site.post(rob, `/staff/requests/${id}/decide/send-response`, read);
    expect(stale.status).toBe(409);
    expect(stale.html).toContain('Two');
    expect(await countOf(id, 'responded')).toBe(0);
  });

  test.each([
    ['nobody', null],
    ['who returned it', () => rob],
  ])('a draft is returned while %s has the request: its author hears of it', async (_what, whose) => {
    const id = await aRequest();
    if (whose) await decide(cora, id, 'assign', { to: whose().email });
    await decide(ana, id, 'draft-response', { body: 'One', also: 'submit' });
    await site.desk.advance({ by: 'PT1M' });
    await decide(rob, id, 'return-response', { note: 'Shorter' });
    expect(await pageOf(ana, id)).toContain('A reviewer returned the draft.');
    const mail = await site.desk.wired.services.db.message.findFirstOrThrow({
      where: { aboutId: id, kind: 'draft-returned' },
      include: withKey,
    });
    expect(mail.to).toEqual([ana.email]);
    expect(await stillWanted(site.desk.wired.services, mail)).toBe('yes');
  });

  test('merging takes a reference and the earliest date counts', async () => {
    const requester = { email: 'asks.twice@legal.example' };
    const first = await aRequest({}, requester);
    const second = await aRequest({}, requester);
    expect((await site.get(cora, `/staff/requests/${second}/decide/merge`)).html).toContain(
      'Case consultation · Immigration',
    );
    const unknown = await decide(cora, second, 'merge', { reference: 'TA-2001-0001' });
    expect(summaryOf(unknown.html)).toEqual(['There is no open request with this reference.']);
    const nul = await decide(cora, second, 'merge', { reference: 'TA-2001-0001\0' });
    expect([nul.status, summaryOf(nul.html)]).toEqual([422, summaryOf(unknown.html)]);
    const { reference } = await site.desk.wired.services.db.taRequest.findUniqueOrThrow({
      where: { id: first },
      include: withKey,
    });
    expect((await decide(cora, second, 'merge', { reference: reference.toLowerCase() })).status).toBe(303);
    expect(await pageOf(cora, second)).toContain(`Merged into ${reference}.`);

    // Whoever answers the one that goes on is led to what the other asks; so is the requester, page and mail.
    const { services } = site.desk.wired;
    const ended = await services.db.taRequest.findUniqueOrThrow({ where: { id: second }, include: withKey });
    const led = `<a class="govuk-link" href="/staff/requests/${second}">questions and facts of ${ended.reference}</a>`;
    expect(await pageOf(cora, first)).toContain(led);
    expect((await site.get(ana, `/staff/requests/${first}/decide/draft-response`)).html).toContain(led);
    const asker: Actor = { kind: 'person', id: ended.requesterId, name: 'Rita', email: requester.email };
    const goesOn = (await site.get(asker, `/my/requests/${first}`)).html;
    expect(goesOn).toContain(`href="/my/requests/${second}"`);
    expect(goesOn).toContain(`That was ${ended.reference}.`);
    // What ends it ends the other too, and says so first.
    for (const [who, page] of [
      [asker, `/my/requests/${first}/withdraw`],
      [ana, `/staff/requests/${first}/decide/decline`],
    ] as const) {
      expect((await site.get(who, page)).html).toMatch(new RegExp(`${ended.reference}.* no one will answer`));
    }
    const over = (await site.get(asker, `/my/requests/${second}`)).html;
    expect(over).toContain(`We are answering this together with your request ${reference}.`);
    expect(over).toContain(`href="/my/requests/${first}"`);
    const told = await services.db.message.findFirstOrThrow({
      where: { aboutId: second, kind: 'merged' },
      include: withKey,
    });
    const { text } = await renderMessage(services, told);
    expect(text).toContain(`your request ${reference}`);
    expect(text).toContain(`/my/requests/${first}`);

    const elses = await aRequest();
    expect((await site.get(cora, `/staff/requests/${elses}/decide/merge`)).html).toContain(
      'This person has no other open request now.',
    );
    expect(summaryOf((await decide(cora, elses, 'merge', { reference })).html)).toEqual([
      `${reference} is another person’s request, and merging would show each of them the other’s dates. Answer both, or redirect this one.`,
    ]);
    expect(summaryOf((await decide(cora, elses, 'merge', { into: first, reference: '' })).html)).toHaveLength(
      1,
    );
    expect(await countOf(elses, 'merged')).toBe(0);
  });
});

test('a ground that is none of ours is asked for in our words', async () => {
  const id = await aRequest();
  const answer = await decide(admin, id, 'decline', { policy: 'whim', reason: 'Not this one.' });
  expect([answer.status, summaryOf(answer.html)]).toEqual([422, ['Choose a ground.']]);
});

test('a form of a colleague’s, sent as their own, is a decision of their own', async () => {
  const id = await aRequest();
  const path = `/staff/requests/${id}/decide/request-information`;
  const { commandId = '' } = hiddenOf((await site.get(ana, path)).html);
  const form = { commandId, question: 'Which year?' };
  expect((await site.post(ana, path, form)).status).toBe(303);
  // Once more it is done; of a colleague it is a second question, and refused.
  expect((await site.post(ana, path, form)).status).toBe(303);
  expect((await site.post(cora, path, form)).status).toBe(409);
});

describe('while the engine is away', () => {
  /** Runs with an engine that can't be reached. */
  async function away<T>(work: () => Promise<T>): Promise<T> {
    const { processes } = site.desk.wired.services;
    const { decide: original } = processes;
    processes.decide = async () => ({ outcome: 'unavailable' });
    try {
      return await work();
    } finally {
      processes.decide = original;
    }
  }

  test.each([
    ['the same words', 'Which year?', 'Which year?'],
    ['other words', 'Which year?', 'Which month?'],
  ])('the question stays on the page; sent again with %s it counts once', async (_name, before, after) => {
    const id = await aRequest();
    const path = `/staff/requests/${id}/decide/request-information`;
    const failed = await away(() => decide(ana, id, 'request-information', { question: before }));
    expect(failed.status).toBe(503);
    expect(failed.html).toContain(before);
    expect(summaryOf(failed.html)[0]).toContain('try again');
    expect((await site.post(ana, path, { ...hiddenOf(failed.html), question: after })).status).toBe(303);
    const html = await pageOf(ana, id);
    expect(html).toContain(after);
    expect(html.split('Our question <').length - 1).toBe(1);
  });
});
