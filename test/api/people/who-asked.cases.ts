import { beforeEach, describe, expect, test } from '@jest/globals';
import { withKey } from '../../../src/usecases/data-keys.js';
import { renderMessage } from '../../../src/usecases/mail/render-message.js';
import { trySupervisorAddress } from '../../../src/usecases/requests/try-supervisor-address.js';
import { createVisitor } from '../support/form-visitor.js';
import { signedIn as browserOf } from '../support/signed-in.js';
import { goodSubmission } from '../support/submission.js';
import { app, by, staffKey } from './site.js';

const signedIn = (email: string) => browserOf(app, email);

describe('a requester', () => {
  test('submits for themself, reads it, and nobody else’s', async () => {
    const ada = await signedIn('ada@legal-aid.example');
    const bob = await signedIn('bob@other-firm.example');
    const created = await ada.call('/api/v1/ta-requests', by('ada@legal-aid.example', 'hers'));
    expect(created.status).toBe(201);
    const path = created.headers.get('location') ?? '';
    expect((await ada.call(path)).status).toBe(200);
    for (const part of ['', '/events', '/clock', '/response', '/content', '/documents']) {
      expect([part, (await bob.call(`${path}${part}`)).status]).toEqual([part, 404]);
    }
    expect((await bob.call(`${path}/withdrawal`, {})).status).toBe(404);
    const theirs = (await (await bob.call('/api/v1/ta-requests')).json()) as { items: unknown[] };
    expect(theirs.items).toEqual([]);
  });

  test('keeps the promise they were given, whatever the program says by now', async () => {
    const ada = await signedIn('ada@legal-aid.example');
    const created = await ada.call('/api/v1/ta-requests', by('ada@legal-aid.example', 'promised five days'));
    const { id, dueAt } = (await created.json()) as { id: string; dueAt: string };
    const { processState } = await app.services.db.taRequest.findUniqueOrThrow({
      where: { id },
      include: withKey,
    });
    const promised = { ...(processState as object), promiseBusinessDays: 5 };
    await app.services.db.taRequest.update({ where: { id }, data: { processState: promised } });
    const clock = (await (await ada.call(`/api/v1/ta-requests/${id}/clock`)).json()) as { dueAt: string };
    expect([dueAt, clock.dueAt]).toEqual(['2026-11-25T01:00:00.000Z', '2026-11-10T01:00:00.000Z']);
    expect(await (await ada.call(`/my/requests/${id}/clock`)).text()).toContain('within 5 business days');
  });

  test('does not submit under somebody else’s address', async () => {
    const ada = await signedIn('ada@legal-aid.example');
    const response = await ada.call('/api/v1/ta-requests', by('bob@other-firm.example', 'his'));
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ pointer: '/requester/email' }] });
  });

  test('decides nothing, and sees nothing of the staff’s', async () => {
    const ada = await signedIn('ada@legal-aid.example');
    const created = await ada.call('/api/v1/ta-requests', by('ada@legal-aid.example', 'decides'));
    const path = created.headers.get('location') ?? '';
    expect((await ada.call(`${path}/decisions`, { kind: 'close' })).status).toBe(403);
    for (const name of ['closures', 'messages?about=x', 'settings/high-volume']) {
      expect([name, (await ada.call(`/api/v1/${name}`)).status]).toEqual([name, 403]);
    }
  });

  test('with the cookie alone, as another site would send it, changes nothing', async () => {
    const ada = await signedIn('ada@legal-aid.example');
    const forged = await ada.call('/api/v1/ta-requests', by('ada@legal-aid.example', 'forged'), {});
    expect(forged.status).toBe(403);
  });
});

describe('a supervisor', () => {
  const SUE = 'sue@legal-aid.example';
  async function supervised(facts: string, email = SUE) {
    const body = goodSubmission({
      facts,
      supervisor: { name: 'Sue Pervisor', email, role: 'attorney' },
      requester: { ...(goodSubmission().requester as object), name: 'Polly Paralegal', role: 'paralegal' },
    });
    const { id } = (await (await app.call('/api/v1/ta-requests', { key: staffKey, body })).json()) as {
      id: string;
    };
    return id;
  }
  async function linksOf(aboutId: string): Promise<string[]> {
    const where = { aboutId, kind: 'supervisor-confirmation' };
    const rows = await app.services.db.message.findMany({
      where,
      orderBy: { queuedAt: 'asc' },
      include: withKey,
    });
    const mails = await Promise.all(rows.map((row) => renderMessage(app.services, row)));
    return mails.map(({ text }) => /\/supervisor\/[\w-]+/.exec(text)?.[0] ?? '');
  }

  test('sees the documents and the words of a request once they confirmed, and adds none', async () => {
    const id = await supervised('supervised facts');
    const data = new FormData();
    data.append('file', new Blob(['plain words']), 'notes.txt');
    const path = `/api/v1/ta-requests/${id}`;
    expect((await app.call(`${path}/documents`, { key: staffKey, body: data })).status).toBe(201);
    const sue = await signedIn(SUE);
    const statuses = () =>
      Promise.all(
        ['', '/content', '/documents', '/events'].map(async (at) => (await sue.call(path + at)).status),
      );
    expect(await statuses()).toEqual([404, 404, 404, 404]);
    await app.services.db.taRequest.update({ where: { id }, data: { supervisorStatus: 'confirmed' } });
    expect(await statuses()).toEqual([200, 200, 200, 200]);
    const { items } = (await (await sue.call(`${path}/documents`)).json()) as {
      items: { name: string; links: { self: string } }[];
    };
    const content = (await (await sue.call(`${path}/content`)).json()) as { documents: { name: string }[] };
    expect(content.documents.map(({ name }) => name)).toEqual(items.map(({ name }) => name));
    expect(await (await sue.call(items[0]?.links.self ?? '')).text()).toBe('plain words');
    expect((await sue.call(`${path}/documents`, data)).status).toBe(403);
    const reads = await app.services.db.caseAccess.findMany({ where: { requestId: id, what: 'document' } });
    expect(reads.map(({ actor }) => actor.split(':')[0])).toEqual(['person', 'person', 'person']);
  });

  describe('opening the mailed link', () => {
    let n = 0;
    let id = '';
    let link = '';
    let email = '';
    beforeEach(async () => {
      n += 1;
      email = `sue${n}@legal-aid.example`;
      id = await supervised(`facts of link ${n}`, email);
      link = (await linksOf(id))[0] ?? '';
    });
    const QUESTION = 'Which address was this link mailed to?';
    const decided = () => app.services.db.processEvent.count({ where: { workflowId: { contains: id } } });
    const pending = () => app.services.db.caseText.count({ where: { requestId: id } });

    test('without being signed in names the address first; nobody answers before', async () => {
      const stranger = createVisitor(app);
      const before = [await decided(), await pending()];
      const asked = await (await stranger.open(link)).text();
      expect(asked).toContain(QUESTION);
      expect(asked).toContain('s•••@legal-aid.example');
      for (const fields of [
        { confirms: 'yes' },
        { confirms: 'no' },
        { confirms: 'unknown' },
        { confirms: 'yes', email: '' },
        { confirms: 'yes', email: 'polly@legal-aid.example' },
      ]) {
        const refused = await stranger.send(link, fields as Record<string, string>);
        expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(QUESTION)]);
      }
      expect(asked).not.toContain('Polly');
      expect([await decided(), await pending()]).toEqual(before);
      // The right one shows who asks, and answers nothing by itself.
      const named = await stranger.send(link, { email: ` ${email.toUpperCase()}` });
      expect([named.status, await named.text()]).toEqual([200, expect.stringContaining('Polly Paralegal')]);
      expect([await decided(), await pending()]).toEqual(before);
      // Without an engine here, an answer is as far as it gets: it was allowed.
      for (const confirms of ['unknown', 'yes']) {
        expect((await stranger.send(link, { confirms })).status).toBe(503);
      }
      expect((await stranger.send(link, { confirms: 'perhaps' })).status).not.toBe(503);
    });

    test('five wrong addresses an hour are all; what is none counts as no try, and signing in opens it', async () => {
      const stranger = createVisitor(app);
      for (const none of ['', 'x', '@']) await stranger.send(link, { email: none });
      const statuses: number[] = [];
      for (let tried = 0; tried < 6; tried += 1) {
        statuses.push((await stranger.send(link, { email: `a${tried}@b.example` })).status);
      }
      expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
      const late = await stranger.send(link, { email });
      expect([late.status, await late.text()]).toEqual([429, expect.stringContaining('Sign in')]);
      const sue = await signedIn(email);
      expect(await (await sue.call(link)).text()).toContain('Polly Paralegal');
    });

    test('right addresses count as no try, and wrong ones of another network or link shut nobody out', async () => {
      for (let tried = 0; tried < 7; tried += 1) {
        expect((await createVisitor(app).send(link, { email })).status).toBe(200);
      }
      const stranger = createVisitor(app);
      for (let tried = 0; tried < 6; tried += 1) await stranger.send(link, { email: `a${tried}@b.example` });
      const token = link.split('/').at(-1) ?? '';
      const from = (network: string, of = token) =>
        trySupervisorAddress(app.services, { id, email }, { typed: email, token: of, network });
      expect(await from('network:203.0.113.9')).toBe('right');
      for (let tried = 0; tried < 6; tried += 1) {
        const guess = { typed: 'a@b.example', token, network: 'network:203.0.113.10' };
        await trySupervisorAddress(app.services, { id, email }, guess);
      }
      expect(await from('network:203.0.113.10')).toBe('too-many');
      expect(await from('network:203.0.113.10', 'a-later-link')).toBe('right');
    });

    test('as somebody else shows and answers nothing', async () => {
      const other = await signedIn('mallory@elsewhere.example');
      const shown = await other.call(link);
      expect([shown.status, await shown.text()]).toEqual([403, expect.not.stringContaining('Polly')]);
      expect((await other.call(link, { confirms: 'yes', email })).status).toBe(403);
    });
  });

  test('has a link that ends after thirty days, and then asks their mailbox for a new one', async () => {
    const visitor = createVisitor(app);
    const id = await supervised('facts of an old link', 'old.link@legal-aid.example');
    const [link = ''] = await linksOf(id);
    await visitor.send(link, { email: 'old.link@legal-aid.example' });
    expect(await (await visitor.open(link)).text()).toContain('Polly Paralegal');
    try {
      app.setNow('2026-12-02T18:00:00.001Z');
      const old = await (await visitor.open(link)).text();
      expect(old).toContain('This link has expired');
      expect(old).not.toContain('Polly');
      const body = new URLSearchParams({ _csrf: /name="_csrf" value="([^"]+)"/.exec(old)?.[1] ?? '' });
      const headers = {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: visitor.cookie(),
      };
      // Pressed twice, it is asked for once, and said both times.
      for (const _press of [1, 2]) {
        const asked = await app.call(link, { method: 'POST', body: `${body}`, headers });
        expect([asked.status, await asked.text()]).toEqual([200, expect.stringContaining('Check your mail')]);
      }
      const links = await linksOf(id);
      expect(links).toHaveLength(2);
      expect((await visitor.open(link)).status).toBe(404);
      expect(await (await visitor.open(links[1] ?? '')).text()).toContain('Polly Paralegal');
      expect(await app.services.db.taRequest.findUnique({ where: { id }, include: withKey })).toMatchObject({
        supervisorStatus: 'unconfirmed',
      });
      await app.services.db.taRequest.update({ where: { id }, data: { status: 'withdrawn' } });
      expect((await visitor.open(links[1] ?? '')).status).toBe(404);
    } finally {
      app.setNow('2026-11-02T18:00:00.000Z');
    }
  });
});
