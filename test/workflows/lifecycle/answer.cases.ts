import { randomUUID } from 'node:crypto';
import { describe, expect, jest, test } from '@jest/globals';
import { load } from 'cheerio';
import type { StaffRole } from '../../../src/domain/people/actor.js';
import { requestWorkflowId } from '../../../src/domain/requests/workflow-id.js';
import { withKey } from '../../../src/usecases/data-keys.js';
import { readPdf } from '../../support/read-pdf.js';
import { cookiesOf, headersOf } from '../../support/sign-in.js';
import { desk } from './site.js';

/** A reviewer sends what they have read, whatever else was written at the same moment. */
describe('the answer', () => {
  test('saved while another draft was being submitted: the one submitted is shown, and sent', async () => {
    const { id } = await desk.submit({}, { email: 'two.drafts@legal-aid.example' });
    const { db, processes, clock } = desk.wired.services;
    await desk.decide(id, { kind: 'draft-response', body: 'As submitted.' }, 'attorney');
    const submitted = await db.caseText.findFirstOrThrow({ where: { requestId: id, field: 'draft' } });
    await desk.advance({ by: 'PT1M' });
    await desk.decide(id, { kind: 'draft-response', body: 'Saved a moment later.' }, 'director');
    // As sent by whoever submitted before the other one was saved.
    const outcome = await processes.decide(requestWorkflowId(id, 1), {
      v: 1,
      commandId: randomUUID(),
      actor: submitted.author,
      role: 'attorney',
      notAfter: new Date(clock.now().getTime() + 60_000).toISOString(),
      onBehalfOf: null,
      command: { kind: 'submit-for-review', draftAuthor: submitted.author, draftId: submitted.id },
    });
    expect(outcome.outcome).toBe('done');

    const content = (await desk.api('GET', `/api/v1/ta-requests/${id}/content`)).body;
    expect(content.draft.body).toBe('As submitted.');
    // Whose draft it is counts, not who wrote last.
    expect(
      await desk.api('POST', `/api/v1/ta-requests/${id}/decisions`, {
        as: 'attorney',
        body: { kind: 'send-response' },
      }),
    ).toMatchObject({ status: 403, body: { code: 'own-draft' } });
    await desk.decide(id, { kind: 'send-response' }, 'director');
    expect((await desk.api('GET', `/api/v1/ta-requests/${id}/response`)).body.body).toBe('As submitted.');
  });

  test('returned, it is the last draft again that is worked on and submitted', async () => {
    const { id } = await desk.submit({}, { email: 'returned@legal-aid.example' });
    await desk.decide(id, { kind: 'draft-response', body: 'First.' }, 'attorney');
    await desk.decide(id, { kind: 'submit-for-review' }, 'attorney');
    await desk.decide(id, { kind: 'return-response', note: 'Shorter.' }, 'reviewer');
    await desk.decide(id, { kind: 'draft-response', body: 'Second.' }, 'attorney');
    await desk.decide(id, { kind: 'submit-for-review' }, 'attorney');
    await desk.decide(id, { kind: 'send-response' }, 'reviewer');
    expect((await desk.api('GET', `/api/v1/ta-requests/${id}/response`)).body.body).toBe('Second.');
  });

  test('saved and submitted, or changed and returned, is one decision: refused, nothing of it stands', async () => {
    const { id } = await desk.submit({}, { email: 'one.decision@legal-aid.example' });
    const { db } = desk.wired.services;
    const decide = (as: StaffRole, body: object) =>
      desk.api('POST', `/api/v1/ta-requests/${id}/decisions`, { as, body });
    const drafts = async () => (await desk.api('GET', `/api/v1/ta-requests/${id}/content`)).body.draft?.body;
    await desk.decide(id, { kind: 'request-information', question: 'Which office?' }, 'attorney');
    const submit = { kind: 'submit-for-review', body: 'Dear colleague' };
    expect(await decide('attorney', submit)).toMatchObject({
      status: 409,
      body: { code: 'not-allowed-now' },
    });
    expect(await db.caseText.count({ where: { requestId: id, field: 'draft' } })).toBe(0);
    await desk.api('POST', `/api/v1/ta-requests/${id}/information`, { body: { answer: 'Vermont.' } });

    expect((await decide('attorney', submit)).body.status).toBe('in-review');
    expect(await drafts()).toBe('Dear colleague');
    // Their own, as if it had been saved before.
    expect(await decide('attorney', { kind: 'send-response' })).toMatchObject({
      body: { code: 'own-draft' },
    });

    const back = { kind: 'return-response', note: 'Shorter.', body: 'Dear Rita' };
    expect(await decide('attorney', back)).toMatchObject({ body: { code: 'own-draft' } });
    expect(await drafts()).toBe('Dear colleague');
    expect((await decide('reviewer', back)).status).toBe(200);
    expect(await drafts()).toBe('Dear Rita');
    const words = await db.caseText.findMany({
      where: { requestId: id, field: { in: ['draft', 'return-note'] } },
    });
    const command = words.find(({ field }) => field === 'return-note')?.updateId;
    expect(
      words
        .filter(({ updateId }) => updateId === command)
        .map(({ field }) => field)
        .sort(),
    ).toEqual(['draft', 'return-note']);
    // What a reviewer wrote last is theirs: who wrote first may send it, and they may not.
    await desk.decide(id, { kind: 'submit-for-review' }, 'attorney');
    expect(await decide('reviewer', { kind: 'send-response' })).toMatchObject({
      body: { code: 'own-draft' },
    });
    expect((await decide('attorney', { kind: 'send-response' })).body.status).toBe('responded');
  });

  test('sent on unchanged it stays whose it was, who may not review it', async () => {
    const { id } = await desk.submit({}, { email: 'unchanged@legal-aid.example' });
    const decide = (as: StaffRole, body: object) =>
      desk.api('POST', `/api/v1/ta-requests/${id}/decisions`, { as, body });
    const own = { status: 403, body: { code: 'own-draft' } };
    const body = 'All of it hers';
    await desk.decide(id, { kind: 'draft-response', body }, 'attorney');
    await desk.decide(id, { kind: 'draft-response', body }, 'director');
    await desk.decide(id, { kind: 'submit-for-review', body }, 'director');
    expect(await decide('attorney', { kind: 'send-response' })).toMatchObject(own);
    await desk.decide(id, { kind: 'return-response', note: 'Look again.', body }, 'reviewer');
    await desk.decide(id, { kind: 'submit-for-review' }, 'attorney');
    expect(await decide('attorney', { kind: 'send-response' })).toMatchObject(own);
    const where = { requestId: id, field: 'draft' };
    expect(await desk.wired.services.db.caseText.count({ where })).toBe(1);
    expect((await decide('reviewer', { kind: 'send-response' })).body.status).toBe('responded');
  });

  test('begun from another version than the last one, it is refused, whichever decision brings it', async () => {
    const { id } = await desk.submit({}, { email: 'moved.base@legal-aid.example' });
    const { db } = desk.wired.services;
    const decide = (as: StaffRole, body: object) =>
      desk.api('POST', `/api/v1/ta-requests/${id}/decisions`, { as, body });
    const saved = async (body: string) => {
      await desk.decide(id, { kind: 'draft-response', body }, 'attorney');
      await desk.advance({ by: 'PT1M' });
      const where = { requestId: id, field: 'draft' };
      return (await db.caseText.findFirstOrThrow({ where, orderBy: { createdAt: 'desc' } })).id;
    };
    const moved = { status: 409, body: { code: 'not-allowed-now', errors: [{ pointer: '/body' }] } };
    const first = await saved('One');
    const second = await saved('Two');
    const draft = { kind: 'draft-response', body: 'Mine' };
    expect(await decide('director', { ...draft, base: first })).toMatchObject(moved);
    expect(await decide('director', { ...draft, base: null })).toMatchObject(moved);
    expect(await decide('director', { ...draft, base: 'x' })).toMatchObject({ status: 422 });
    // The same words lose nothing, and from the last version there is nothing to lose.
    expect((await decide('director', { kind: 'draft-response', body: 'Two', base: first })).status).toBe(200);
    expect(await db.caseText.count({ where: { requestId: id, field: 'draft' } })).toBe(2);
    await saved('Two and a half');
    const submit = { kind: 'submit-for-review', body: 'Three' };
    expect(await decide('director', { ...submit, base: second })).toMatchObject(moved);
    expect(await db.caseText.count({ where: { requestId: id, field: 'draft' } })).toBe(3);
    // Absent means as ever.
    expect((await decide('director', submit)).body.status).toBe('in-review');
    const back = { kind: 'return-response', note: 'Shorter.', body: 'Four' };
    expect(await decide('reviewer', { ...back, base: second })).toMatchObject(moved);
    expect((await decide('reviewer', back)).status).toBe(200);
  });

  test.each([
    ['submit-for-review', 'attorney', 'Submitted over it'],
    ['submit-for-review', 'attorney', 'Begun'],
    ['return-response', 'reviewer', 'Returned over it'],
  ] as const)(
    '%s by the %s (%s): what a colleague saves while it is on its way is not covered unread',
    async (kind, as, body) => {
      const { id } = await desk.submit({}, { email: `at.once.${body.length}.${as}@legal-aid.example` });
      const { db, processes } = desk.wired.services;
      await desk.decide(id, { kind: 'draft-response', body: 'Begun' }, 'attorney');
      if (kind === 'return-response') await desk.decide(id, { kind: 'submit-for-review' }, 'attorney');
      const drafts = () =>
        db.caseText.findMany({ where: { requestId: id, field: 'draft' }, orderBy: { createdAt: 'asc' } });
      const [begun] = await drafts();
      const { status } = await db.taRequest.findUniqueOrThrow({ where: { id }, include: withKey });
      // Saved after the decision was looked at and before it is written down.
      const onItsWay = processes.decide.bind(processes);
      const decide = jest.spyOn(processes, 'decide').mockImplementationOnce(async (...asked) => {
        if (!begun) throw new Error('no version');
        const at = new Date(begun.createdAt.getTime() + 1);
        const told = { ...begun, id: randomUUID(), author: 'user:colleague', createdAt: at, updateId: null };
        const { dataKey } = await db.taRequest.findUniqueOrThrow({ where: { id }, include: withKey });
        const place = { table: 'case_text', rowId: told.id, field: 'draft' };
        const sealed = desk.wired.services.vault.seal(dataKey, place, 'Of the colleague');
        await db.caseText.create({ data: { ...told, sealed: new Uint8Array(sealed) } });
        return onItsWay(...asked);
      });
      const decision = { kind, body, ...(kind === 'return-response' ? { note: 'Shorter.' } : {}) };
      const refused = await desk.api('POST', `/api/v1/ta-requests/${id}/decisions`, {
        as,
        body: { ...decision, base: begun?.id },
      });
      decide.mockRestore();
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'not-allowed-now', errors: [{ pointer: '/body' }] },
      });
      // Nothing of it stands, and nobody's words are gone.
      expect((await db.taRequest.findUniqueOrThrow({ where: { id }, include: withKey })).status).toBe(status);
      expect((await drafts()).map(({ author }) => author)).toEqual([begun?.author, 'user:colleague']);
      expect(await db.caseText.count({ where: { requestId: id, status: 'pending' } })).toBe(0);
      // Read, it may be decided.
      const [, latest] = await drafts();
      expect(
        (
          await desk.api('POST', `/api/v1/ta-requests/${id}/decisions`, {
            as,
            body: { ...decision, base: latest?.id },
          })
        ).status,
      ).toBe(200);
    },
  );

  test('saved or submitted again without a change, it is no other version', async () => {
    const { id } = await desk.submit({}, { email: 'same.words@legal-aid.example' });
    const { db } = desk.wired.services;
    const versions = () => db.caseText.count({ where: { requestId: id, field: 'draft' } });
    await desk.decide(id, { kind: 'draft-response', body: 'The same' }, 'attorney');
    const { version } = await db.taRequest.findUniqueOrThrow({ where: { id }, include: withKey });
    await desk.decide(id, { kind: 'draft-response', body: 'The same' }, 'attorney');
    expect(await versions()).toBe(1);
    expect((await db.taRequest.findUniqueOrThrow({ where: { id }, include: withKey })).version).toBe(version);
    await desk.decide(id, { kind: 'submit-for-review', body: 'The same' }, 'attorney');
    await desk.decide(id, { kind: 'return-response', note: 'Look again.', body: 'The same' }, 'reviewer');
    expect(await versions()).toBe(1);
    // What was sent is another answer's: of a reopened request the same words are a version again.
    await desk.decide(id, { kind: 'submit-for-review', body: 'The same' }, 'attorney');
    await desk.decide(id, { kind: 'send-response' }, 'reviewer');
    await desk.decide(id, { kind: 'reopen', reason: 'Asked again.' }, 'attorney');
    await desk.decide(id, { kind: 'draft-response', body: 'The same' }, 'attorney');
    expect(await versions()).toBe(2);
  });

  test('is read as a letter: whose it is, what it answers, its links, and by whose role it is signed', async () => {
    const asker = 'letter@legal-aid.example';
    const { id } = await desk.submit(
      { questions: 'Which <form> first?', facts: 'kept apart' },
      { email: asker },
    );
    const written = await fetch(`${desk.url}/api/v1/ta-requests/${id}/decisions`, {
      method: 'POST',
      headers: { ...(await headersOf(desk, 'attorney@desk.example')), 'content-type': 'application/json' },
      body: JSON.stringify({
        kind: 'draft-response',
        body: '# In short\n\n2. See [the rubric](https://a.example/rubric) <b>and</b> [this](javascript:alert(1)).',
      }),
    });
    expect(written.status).toBe(200);
    await desk.decide(id, { kind: 'submit-for-review' }, 'attorney');
    await desk.decide(id, { kind: 'send-response' }, 'director');

    const { db } = desk.wired.services;
    const readings = () => db.caseAccess.count({ where: { requestId: id, what: 'response' } });
    const before = await readings();
    const cookie = await cookiesOf(desk, asker);
    const page = load(
      await (await fetch(`${desk.url}/my/requests/${id}/response`, { headers: { cookie } })).text(),
    );
    const letter = page('article');
    expect(letter.find('h2').text()).toBe('In short');
    expect(letter.find('li').attr('value')).toBe('2');
    expect(letter.find('a').attr('href')).toBe('https://a.example/rubric');
    expect(letter.find('a, b').length).toBe(1);
    expect(letter.find('dl').text()).toContain(
      `FromAn attorney of ${desk.wired.services.programs.current().program.organization.name}`,
    );
    expect(page('aside').text()).toContain('Which <form> first?');
    expect(page('main').text()).not.toMatch(/kept apart|attorney@desk/);
    expect(await readings()).toBe(before + 1);

    const download = (as: string) =>
      fetch(`${desk.url}/api/v1/ta-requests/${id}/response/pdf`, { headers: { cookie: as } });
    const file = await download(cookie);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    const pdf = await readPdf(Buffer.from(await file.arrayBuffer()));
    expect([pdf.lang, pdf.links]).toEqual(['en', ['https://a.example/rubric']]);
    expect(pdf.text).toMatch(
      /Coalition to Abolish Slavery and Trafficking\s+\S+@\S+\s+Our answer.*An attorney of .*In short.*the rubric \(https:\/\/a\.example\/rubric\).*The question\s+Which <form> first\?/s,
    );
    expect(await readings()).toBe(before + 2);
    expect((await download(await cookiesOf(desk, 'no.reader@legal-aid.example'))).status).toBe(404);

    // In the list it is known again by label and first words, among what was answered.
    await desk.submit({ clientAlias: 'R.', questions: `May they ${'wait '.repeat(40)}?` }, { email: asker });
    const list = load(await (await fetch(`${desk.url}/my/requests`, { headers: { cookie } })).text());
    const cards = list('.desk-cards')
      .toArray()
      .map((one) => list(one).text().replace(/\s+/g, ' '));
    expect(
      list('main h2')
        .toArray()
        .map((one) => list(one).text()),
    ).toEqual(['With us', 'Answered']);
    expect(cards[0]).toMatch(/R\. · TA-\S+ May they (wait )+…/);
    expect(cards[1]).toContain('Which <form> first?');
  });
});
