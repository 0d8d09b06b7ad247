import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { normalizeOrganization } from '../../src/domain/people/organization-name.js';
import { lock } from '../../src/usecases/lock.js';
import { renderMessage } from '../../src/usecases/mail/render-message.js';
import { findOrCreateOrganization } from '../../src/usecases/people/find-or-create-organization.js';
import { findOrCreatePerson } from '../../src/usecases/people/find-or-create-person.js';
import { mendOrganizations } from '../../src/usecases/people/mend-organizations.js';
import { trySupervisorAddress } from '../../src/usecases/requests/try-supervisor-address.js';
import { createVisitor } from './support/form-visitor.js';
import { signedIn as browserOf } from './support/signed-in.js';
import { somebodyWaits } from './support/somebody-waits.js';
import { goodSubmission } from './support/submission.js';
import { startTestApp, type TestApp } from './support/test-app.js';

/** What people who are signed in, and nobody in particular, may do over the API. */

let app: TestApp;
let staffKey: string;
beforeAll(async () => {
  app = await startTestApp();
  staffKey = await app.newKey('coordinator');
});
afterAll(() => app.close());

const signedIn = (email: string) => browserOf(app, email);

const by = (email: string, facts: string) =>
  goodSubmission({ facts, requester: { ...(goodSubmission().requester as object), email } });

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
    const { processState } = await app.services.db.taRequest.findUniqueOrThrow({ where: { id } });
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
    const rows = await app.services.db.message.findMany({ where, orderBy: { queuedAt: 'asc' } });
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
      expect((await stranger.send(link, { confirms: 'yes' })).status).toBe(503);
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
      expect(await app.services.db.taRequest.findUnique({ where: { id } })).toMatchObject({
        supervisorStatus: 'unconfirmed',
      });
      await app.services.db.taRequest.update({ where: { id }, data: { status: 'withdrawn' } });
      expect((await visitor.open(links[1] ?? '')).status).toBe(404);
    } finally {
      app.setNow('2026-11-02T18:00:00.000Z');
    }
  });
});

describe('lists', () => {
  test('go page by page, each item once', async () => {
    for (let n = 0; n < 5; n += 1) {
      await app.call('/api/v1/ta-requests', { key: staffKey, body: by(`p${n}@x.example`, 'paging') });
    }
    const { items } = await page('/api/v1/ta-requests?sort=received&limit=100');
    const walked = await walk('/api/v1/ta-requests?sort=received&limit=2');
    expect(walked.map((item) => item.id)).toEqual(items.map((item) => item.id));
    const mails = await page('/api/v1/messages?limit=100');
    expect((await walk('/api/v1/messages?limit=3')).map((mail) => mail.id)).toEqual(
      mails.items.map((mail) => mail.id),
    );
  });

  describe('of requests', () => {
    /** Day in November at which each is wanted, due and came in. */
    const REQUESTS: Record<
      string,
      { target: number; due: number; received: number; urgent?: true; ovc?: true }
    > = {
      waiting: { target: 0, due: 0, received: 1 },
      early: { target: 10, due: 20, received: 4 },
      urgent: { target: 18, due: 18, received: 3, urgent: true },
      grantee: { target: 16, due: 16, received: 2, ovc: true },
    };
    beforeAll(async () => {
      for (const [name, { target, due, received, urgent = false, ovc = false }] of Object.entries(REQUESTS)) {
        const body = by(`${name}@orderly.example`, name);
        const { id } = (await (await app.call('/api/v1/ta-requests', { key: staffKey, body })).json()) as {
          id: string;
        };
        const on = (day: number) => (day === 0 ? null : new Date(Date.UTC(2026, 10, day)));
        await app.services.db.taRequest.update({
          where: { id },
          data: {
            targetAt: on(target),
            dueAt: on(due),
            receivedAt: new Date(Date.UTC(2026, 10, received)),
            urgent,
            ovcGrantee: ovc,
          },
        });
      }
    });
    afterAll(() => app.services.db.setting.deleteMany({ where: { key: 'high-volume' } }));

    test.each<[string, boolean, string[]]>([
      ['', false, ['early', 'grantee', 'urgent', 'waiting']],
      ['&sort=-target', false, ['waiting', 'urgent', 'grantee', 'early']],
      ['&sort=due', false, ['grantee', 'urgent', 'early', 'waiting']],
      ['&sort=received', false, ['waiting', 'grantee', 'urgent', 'early']],
      ['&sort=priority', false, ['urgent', 'early', 'grantee', 'waiting']],
      ['&sort=priority', true, ['urgent', 'grantee', 'early', 'waiting']],
      ['&sort=-priority', true, ['waiting', 'early', 'grantee', 'urgent']],
    ])('“%s”, high volume %s: in order, on one page and on several', async (sort, highVolume, order) => {
      await app.services.db.setting.upsert({
        where: { key: 'high-volume' },
        create: { key: 'high-volume', value: highVolume },
        update: { value: highVolume },
      });
      const path = `/api/v1/ta-requests?q=orderly.example${sort}`;
      const names = (items: unknown[]) =>
        (items as { requester: { email: string } }[]).map(({ requester }) => requester.email.split('@')[0]);
      expect(names((await page(path)).items)).toEqual(order);
      expect(names(await walk(`${path}&limit=1`))).toEqual(order);
    });
  });

  describe('search finds a name however its letters were typed', () => {
    const NAMES: [name: string, typed: string[]][] = [
      ['İpek Yılmaz', ['ipek yilmaz', 'İPEK YILMAZ', 'İpek', 'yılmaz', 'I\u0307pek']],
      ['ΣΊΣΥΦΟΣ Παπαδόπουλος', ['σίσυφος', 'ΣΙΣΥΦΟΣ', 'σισυφοσ παπαδοπουλοσ']],
      ['Jose\u0301 Nun\u0303ez', ['José Nuñez', 'jose nunez', 'JOSÉ']],
      ['Niamh O’Neill-Sørensen', ["o'neill", 'O´NEILL', 'neill‐sorensen', 'oneill', 'niamh o`neill']],
      ['Hawaiʻi Kaʻu', ['hawaii', "hawai'i", 'kau', 'Hawai’i Kaʼu']],
      ['Weiß Œuvre', ['WEISS', 'weiss oeuvre']],
      ['Ada\u00a0 Zero', ['ada zero', 'Ada\u200b Zero']],
    ];
    beforeAll(async () => {
      for (const [index, [name]] of NAMES.entries()) {
        const requester = {
          ...(goodSubmission().requester as object),
          name,
          email: `search${index}@folded.example`,
        };
        const body = goodSubmission({ requester, facts: `Facts of ${index}.` });
        const { status } = await app.call('/api/v1/ta-requests', { key: staffKey, body });
        expect([name, status]).toEqual([name, 201]);
      }
    });

    test.each(NAMES.flatMap(([name, typed], index) => typed.map((q) => [name, q, index] as const)))(
      '%s by “%s”',
      async (_name, q, index) => {
        const { items } = await page(`/api/v1/ta-requests?q=${encodeURIComponent(q)}`);
        expect(items).toMatchObject([{ requester: { email: `search${index}@folded.example` } }]);
      },
    );

    test.each(['\u0301', '100%', '_____', '\\'])('nothing by “%s”', async (q) => {
      expect((await page(`/api/v1/ta-requests?q=${encodeURIComponent(q)}`)).items).toEqual([]);
    });
  });

  test.each(['closures', `ta-requests/${crypto.randomUUID()}/events`, 'messages'])(
    '%s takes limit and cursor',
    async (of) => {
      expect([200, 404]).toContain((await app.call(`/api/v1/${of}?limit=5`, { key: staffKey })).status);
      for (const query of ['limit=0', 'limit=101', 'limit=x', 'cursor=%20', 'cursor=abc', 'offset=1']) {
        const { status } = await app.call(`/api/v1/${of}?${query}`, { key: staffKey });
        expect([query, [422, 404]]).toEqual([query, expect.arrayContaining([status])]);
      }
    },
  );

  async function page(path: string) {
    const response = await app.call(path, { key: staffKey });
    return (await response.json()) as { items: { id: string }[]; nextCursor: string | null };
  }

  async function walk(path: string): Promise<{ id: string }[]> {
    const found: { id: string }[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { items, nextCursor } = await page(cursor ? `${path}&cursor=${cursor}` : path);
      found.push(...items);
      cursor = nextCursor;
    }
    return found;
  }
});

describe('mail that went wrong', () => {
  test.each([
    ['resend', 'unknown', 200],
    ['mark-sent', 'failed', 200],
    ['resend', 'sent', 409],
    ['ignore', 'unknown', 422],
  ])('%s of one that is %s', async (action, status, answer) => {
    const { db } = app.services;
    const row = await db.message.findFirstOrThrow({ where: { resolvedBy: null, kind: 'request-received' } });
    await db.message.update({ where: { id: row.id }, data: { status } });
    const url = `/api/v1/messages/${row.id}/resolution`;
    const response = await app.call(url, { key: staffKey, body: { action } });
    expect(response.status).toBe(answer);
    if (answer !== 200) return;
    const mail = (await response.json()) as { id: string; messageId: string; status: string };
    expect(mail.status).toBe('sent');
    expect(mail.messageId === row.messageId).toBe(action === 'mark-sent');
    expect((await app.call(url, { key: staffKey, body: { action } })).status).toBe(409);
  });
});

describe('who may do what', () => {
  const words = { reason: 'Because.', note: 'Words', body: 'Words', question: 'Which year?' };
  const decisions: [string, Record<string, unknown>][] = [
    ['assign', { kind: 'assign', to: 'nobody@desk.example' }],
    ['request information', { kind: 'request-information', question: words.question }],
    ['redirect', { kind: 'redirect', to: 'resources' }],
    ['note', { kind: 'note', body: words.body }],
    ['extend', { kind: 'extend', businessDays: 5, reason: words.reason }],
    ['reprioritise', { kind: 'reprioritise', urgent: true, reason: words.reason }],
    ['merge', { kind: 'merge', into: crypto.randomUUID() }],
    ['close', { kind: 'close' }],
    ['reopen', { kind: 'reopen', reason: words.reason }],
    ['reclassify', { kind: 'reclassify', requestKind: 'general-information' }],
    ['change the deadline', { kind: 'change-deadline', courtOrFilingDeadline: null }],
    ['decline for scope', { kind: 'decline', policy: 'scope', reason: words.reason }],
    ['decline for ethics', { kind: 'decline', policy: 'ethics', reason: words.reason }],
    ['decline for overuse', { kind: 'decline', policy: 'overuse', reason: words.reason }],
    ['draft', { kind: 'draft-response', body: words.body }],
    ['submit for review', { kind: 'submit-for-review' }],
    ['reply', { kind: 'reply', body: words.body }],
    ['refuse to reopen', { kind: 'refuse-reopening', reason: words.reason }],
    ['return', { kind: 'return-response', note: words.note }],
    ['send', { kind: 'send-response' }],
  ];
  const judging = ['decline for ethics', 'decline for overuse'];
  const writing = ['draft', 'submit for review', 'refuse to reopen', 'return', 'send'];
  const others: [string, string, unknown][] = [
    ['enter a closure', '/api/v1/closures?preview=true', { date: '2027-01-15', name: 'Retreat' }],
  ];

  test.each([
    ['coordinator', [...judging, ...writing, 'enter a closure']],
    ['attorney', [...judging, 'enter a closure']],
    ['reviewer', [...judging, 'enter a closure']],
    ['director', []],
    ['admin', []],
  ] as const)(
    'the %s is refused what the table of roles leaves to others, and nothing else',
    async (role, no) => {
      const key = await app.newKey(role);
      const body = by(`for-${role}@legal-aid.example`, `asked for by ${role}`);
      const made = await app.call('/api/v1/ta-requests', { key, body });
      const at = `${made.headers.get('location')}/decisions`;
      const all = [...decisions.map(([name, sent]) => [name, at, sent] as const), ...others];
      const refused: string[] = [];
      for (const [name, path, sent] of all) {
        // What is allowed gets further: here to an engine that is away, or to what the request does not allow.
        if ((await app.call(path, { key, body: sent })).status === 403) refused.push(name);
      }
      expect(refused).toEqual(no);
    },
  );
});

describe('organizations of before the rule', () => {
  const at = new Date('2026-01-01T00:00:00Z');
  const record = async (name: string, domain: string | null = null) => {
    const id = crypto.randomUUID();
    const nameKey = normalizeOrganization(name);
    await app.services.db.organization.create({ data: { id, name, nameKey, domain, createdAt: at } });
    return id;
  };
  const member = async (email: string, organizationId: string) => {
    const id = crypto.randomUUID();
    const facts = { name: 'Ada', role: 'attorney', organizationId, createdAt: at };
    await app.services.db.person.create({ data: { id, ...facts, emails: { create: { email } } } });
    return id;
  };
  const recordOf = async (id: string) =>
    (await app.services.db.person.findUniqueOrThrow({ where: { id } })).organizationId;

  test('become one where the name is their own, are parted where many have it, and go where it is none', async () => {
    const [one, two] = [
      await record('Hope Rising', 'hr-one.example'),
      await record('HOPE RISING', 'hr-two.example'),
    ];
    const rising = [await member('a@hr-one.example', one), await member('b@hr-two.example', two)];
    const shared = await record('Catholic Charities');
    const charities = [
      await member('a@cc-north.example', shared),
      await member('b@cc-north.example', shared),
      await member('c@cc-south.example', shared),
      await member('d.charities@gmail.com', shared),
    ];
    const nobody = await member('a@not-said.example', await record('N/A'));

    expect(await mendOrganizations(app.services)).toBe(3);
    const [first, second] = await Promise.all(rising.map(recordOf));
    expect([first, second].every((id) => id === one || id === two)).toBe(true);
    expect(first).toBe(second);
    const [north, alsoNorth, south, unknown] = await Promise.all(charities.map(recordOf));
    expect(north).not.toBeNull();
    expect(alsoNorth).toBe(north);
    expect([south === null, south === north, unknown]).toEqual([false, false, null]);
    expect(await recordOf(nobody)).toBeNull();
    expect(await mendOrganizations(app.services)).toBe(0);
  });

  test('take the questions on open calls along, so that each organization still has one', async () => {
    const { db } = app.services;
    await db.callSeries.create({ data: { id: 'kept-apart', createdAt: at } });
    const times = ['startsAt', 'endsAt', 'windowOpensAt', 'questionsCloseAt', 'selectUntil', 'reminderAt'];
    const call = {
      id: 'kept-apart-1',
      seriesId: 'kept-apart',
      topic: 'general',
      status: 'open',
      ...Object.fromEntries([...times, 'flagAt', 'createdAt'].map((time) => [time, at])),
      dataKey: new Uint8Array(1),
    };
    await db.call.create({ data: call as never });
    const asked = async (email: string, organizationId: string, status = 'asked') => {
      const id = crypto.randomUUID();
      await db.callQuestion.create({
        data: {
          id,
          callId: call.id,
          personId: await member(email, organizationId),
          askerEmail: email,
          askerName: 'Ada',
          askerRole: 'attorney',
          organizationKey: `record:${organizationId}`,
          questionAbout: 'other',
          needsLegalAnalysis: false,
          empWorksheetCompleted: false,
          convertIfUnselected: false,
          status,
          textFingerprint: id,
          dataKey: new Uint8Array(1),
          sealed: new Uint8Array(1),
          askedAt: at,
        },
      });
      return id;
    };
    const keyOf = async (id: string) =>
      (await db.callQuestion.findUniqueOrThrow({ where: { id } })).organizationKey;
    const shared = await record('Salvation Army');
    const north = await asked('a@sa-north.example', shared);
    const southern = await asked('b@sa-south.example', shared, 'withdrawn');
    const none = await asked('a@unsaid.example', await record('TBD'));
    const [first, second] = [
      await record('Rivers Rise', 'rr-one.example'),
      await record('Rivers Rise', 'rr-two.example'),
    ];
    // Withdrawn, it holds no place against a colleague.
    const withdrawn = await asked('a@rr-one.example', first, 'withdrawn');
    const standing = await asked('b@rr-two.example', second);

    await mendOrganizations(app.services);
    const owner = async (email: string) =>
      (await db.person.findFirstOrThrow({ where: { emails: { some: { email } } } })).organizationId;
    expect(await keyOf(north)).toBe(`record:${await owner('a@sa-north.example')}`);
    expect(await keyOf(southern)).toBe(`record:${await owner('b@sa-south.example')}`);
    expect(await keyOf(none)).toBe('domain:unsaid.example');
    const rivers = `record:${await owner('a@rr-one.example')}`;
    expect([await keyOf(withdrawn), await keyOf(standing)]).toEqual([rivers, rivers]);
  });

  type Transaction = Parameters<typeof findOrCreateOrganization>[0];
  const ada = (email: string) => ({ name: 'Ada', email, role: 'attorney' });

  test.each<[string, (tx: Transaction, name: string, email: string) => Promise<string | null>]>([
    ['names it', (tx, name, email) => findOrCreateOrganization(tx, name, { email, state: null, at })],
    ['names none', async (tx, _, email) => (await findOrCreatePerson(tx, ada(email), at)).organizationId],
  ])('made one while somebody there writes who %s: it counts for the one that stays', async (how, find) => {
    const { db } = app.services;
    const name = `Open Harbor ${how}`;
    const email = `b@oh-${how.replace(' ', '-')}.example`;
    const stays = await record(name, 'oh-one.example');
    const goes = await record(name, email.slice(2));
    const id = await member(email, goes);
    const long = { timeout: 30_000 };
    let found: Promise<string | null> | undefined;
    await db.$transaction(async (tx) => {
      await lock(tx, 'organization', normalizeOrganization(name));
      await tx.person.update({ where: { id }, data: { organizationId: stays } });
      await tx.organization.delete({ where: { id: goes } });
      found = db.$transaction((other) => find(other, name, email), long);
      await Promise.race([found, somebodyWaits(db)]);
    }, long);
    expect(await found).toBe(stays);
  });

  test('where all is well nobody is kept waiting', async () => {
    await mendOrganizations(app.services);
    const untouched = {
      ...app.services,
      db: Object.create(app.services.db, { $transaction: { value: null } }),
    };
    expect(await mendOrganizations(untouched)).toBe(0);
  });
});
