import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../src/domain/people/actor.js';
import { isOpen, REQUEST_STATUSES } from '../../src/domain/requests/statuses.js';
import { withKey } from '../../src/usecases/data-keys.js';
import { previewDocument } from '../../src/usecases/documents/preview-document.js';
import { casesOfKeptFiles } from './documents/files.cases.js';
import { casesOfScans } from './documents/scans.cases.js';
import { createVisitor } from './support/form-visitor.js';
import { signedIn } from './support/signed-in.js';
import { goodSubmission } from './support/submission.js';
import { startTestApp, type TestApp } from './support/test-app.js';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ncanary-content\n%%EOF\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let app: TestApp;
let key: string;
let url: string;
beforeAll(async () => {
  app = await startTestApp();
  key = await app.newKey('attorney');
  const created = await app.call('/api/v1/ta-requests', { key, body: goodSubmission() });
  url = `${created.headers.get('location')}/documents`;
});
afterAll(() => app.close());

function form(name: string, content: Uint8Array, fields: Record<string, string> = {}): FormData {
  const data = new FormData();
  for (const [field, value] of Object.entries(fields)) data.append(field, value);
  data.append('file', new Blob([new Uint8Array(content)]), name);
  return data;
}
const send = (body: FormData) => app.call(url, { key, body });

describe('documents of a request', () => {
  test('are kept sealed, name and content, and come back as they were', async () => {
    const sent = await send(form('Bescheid „RFE“ canary.pdf', PDF, { documentKind: 't-visa-rfe' }));
    expect(sent.status).toBe(201);
    const view = (await sent.json()) as { links: { self: string } };
    expect(view).toMatchObject({
      mediaType: 'application/pdf',
      documentKind: 't-visa-rfe',
      size: PDF.length,
    });
    const [row] = await app.services.db.caseDocument.findMany();
    const bytes = await app.services.files.get(row?.fileKey ?? '');
    const stored = Buffer.concat([bytes, row?.sealedName ?? PDF]).toString('latin1');
    expect(stored).not.toContain('canary');
    const back = await app.call(view.links.self, { key });
    expect(back.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(back.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Buffer.from(await back.arrayBuffer()).equals(PDF)).toBe(true);
    expect(app.logged.join('\n')).not.toContain('canary');
  });

  test.each<[string, Buffer]>([
    ['look.pdf', PDF],
    ['look.png', PNG],
    ['look.txt', Buffer.from('<script>alert(1)</script>')],
    ['look.rtf', Buffer.from('{\\rtf1 words}')],
  ])(
    '%s is never shown as it is: an attachment, cut off from this site, and logged',
    async (name, content) => {
      const sent = (await (await send(form(name, content))).json()) as { links: { self: string } };
      for (const way of ['', '?as=preview']) {
        const before = await app.services.db.caseAccess.count({ where: { what: 'document' } });
        const looked = await app.call(`${sent.links.self}${way}`, { key });
        expect(looked.status).toBe(200);
        expect(looked.headers.get('content-disposition')).toMatch(/^attachment;/);
        expect(looked.headers.get('x-content-type-options')).toBe('nosniff');
        expect(looked.headers.get('content-security-policy')).toMatch(
          /^default-src 'none';.* frame-ancestors 'none'; sandbox$/,
        );
        expect(looked.headers.get('content-security-policy')).not.toMatch(/allow-|script/);
        expect(await app.services.db.caseAccess.count({ where: { what: 'document' } })).toBe(before + 1);
      }
      expect((await app.call(`${sent.links.self}?as=preview`)).status).toBe(401);
      expect((await app.call(`${sent.links.self}?as=html`, { key })).status).toBe(422);
    },
  );

  test('are drawn for staff page by page, which is a reading; what can’t be drawn says so', async () => {
    const { id: keyId } = await app.services.db.apiKey.findFirstOrThrow({ where: { role: 'attorney' } });
    const reader: Actor = { kind: 'key', id: keyId, role: 'attorney', scopes: ['read'] };
    const look = async (name: string, content: Buffer) => {
      const { id } = (await (await send(form(name, content))).json()) as { id: string };
      const requestId = url.split('/')[4] ?? '';
      const before = await app.services.db.caseAccess.count({ where: { what: 'document' } });
      const seen = await previewDocument(app.services, reader, { id: requestId, documentId: id, page: 1 });
      expect(await app.services.db.caseAccess.count({ where: { what: 'document' } })).toBe(before + 1);
      return seen.ok ? seen.value.drawn : seen.problem;
    };
    expect(await look('drawn.png', PNG)).toMatchObject({ pages: 1 });
    expect(await look('broken.pdf', PDF)).toEqual({ fault: 'unreadable' });
    expect(await look('words.txt', Buffer.from('words'))).toEqual({ fault: 'unreadable' });
  });

  test('a picture is kept without its hidden details, other files as they came; both say so', async () => {
    const words = Buffer.concat([Buffer.from([0, 0, 0, 6]), Buffer.from('tEXtcanary'), Buffer.alloc(4)]);
    const told = Buffer.concat([PNG.subarray(0, PNG.length - 12), words, PNG.subarray(PNG.length - 12)]);
    const sent = async (name: string, content: Buffer) => {
      const { id, size } = (await (await send(form(name, content))).json()) as { id: string; size: number };
      const { details } = await app.services.db.caseDocument.findUniqueOrThrow({ where: { id } });
      return { size, details };
    };
    expect(await sent('told.png', told)).toEqual({ size: PNG.length, details: 'removed' });
    expect(await sent('told.pdf', PDF)).toEqual({ size: PDF.length, details: 'kept' });
  });

  test('are taken whatever the case of the address, as routes are found', async () => {
    const sent = await app.call(url.replace('/api/v1', '/API/V1'), { key, body: form('notice.pdf', PDF) });
    expect(sent.status).toBe(201);
  });

  test('are listed, and each reading is logged', async () => {
    const before = await app.services.db.caseAccess.count({ where: { what: 'document' } });
    const list = (await (await app.call(url, { key })).json()) as { items: { name: string }[] };
    expect(list.items.map((item) => item.name)).toContain('Bescheid „RFE“ canary.pdf');
    expect(await app.services.db.caseAccess.count({ where: { what: 'document' } })).toBe(before + 1);
  });

  test.each([
    ['a picture', 'scan.png', PNG, 201],
    ['plain text', 'notes.txt', Buffer.from('plain words, ünïcode'), 201],
    ['rich text', 'notes.rtf', Buffer.from('{\\rtf1\\ansi words}'), 201],
    ['a program', 'tool.exe', Buffer.from('MZ\u0090\u0000'), 422],
    ['a program named like a PDF', 'tool.pdf', Buffer.from('MZ\u0090\u0000'), 422],
    ['a picture named like a PDF', 'scan.pdf', PNG, 422],
    ['a PDF named like text', 'words.txt', PDF, 422],
    ['a page of script', 'page.html', Buffer.from('<script>alert(1)</script>'), 422],
    ['binary named like text', 'words.txt', Buffer.from([1, 0, 255]), 422],
    ['no extension', 'words', Buffer.from('words'), 422],
    ['an empty file', 'empty.pdf', Buffer.alloc(0), 422],
  ])('%s (%s)', async (_name, name, content, status) => {
    const before = await app.services.db.caseDocument.count();
    const response = await send(form(name, content));
    expect(response.status).toBe(status);
    expect(await app.services.db.caseDocument.count()).toBe(before + (status === 201 ? 1 : 0));
  });

  test.each([
    ['folders', '../../etc/letter.pdf', 'letter.pdf'],
    ['a turned direction', 'letter\u202efdp.pdf', 'letterfdp.pdf'],
    ['what can’t be seen', '\u200b\u3164.pdf', 'document.pdf'],
    ['no joiners', 'نامه\u200cها.pdf', 'نامه\u200cها.pdf'],
    [
      'no half of a character',
      `${'x'.repeat(99)}👩‍⚖️${'y'.repeat(99)}.pdf`,
      `${'x'.repeat(99)}…${'y'.repeat(11)}.pdf`,
    ],
    ['excess length', `${'x'.repeat(200)}.pdf`, `${'x'.repeat(100)}…${'x'.repeat(11)}.pdf`],
  ])('names lose %s', async (_name, sent, kept) => {
    const view = (await (await send(form(sent, PDF))).json()) as { name: string; links: { self: string } };
    expect(view.name).toBe(kept);
    expect((await app.call(view.links.self, { key })).status).toBe(200);
  });

  test.each([
    [
      'more than 10 MB',
      form('big.pdf', Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)])),
      413,
      'too-large',
    ],
    ['an unknown kind', form('a.pdf', PDF, { documentKind: 'diary' }), 422, 'invalid'],
    ['a name with a control character', form('a\u0001b.pdf', PDF), 422, 'invalid'],
    ['a name with the next-line control', form('a\u0085b.pdf', PDF), 422, 'invalid'],
    ['an unknown field', form('a.pdf', PDF, { comment: 'x' }), 422, 'invalid'],
  ])('%s', async (_name, body, status, code) => {
    const response = await send(body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
  });

  test('two files at once, and none', async () => {
    const two = form('a.pdf', PDF);
    two.append('file', new Blob([new Uint8Array(PDF)]), 'b.pdf');
    expect((await send(two)).status).toBe(422);
    expect((await send(new FormData())).status).toBe(422);
    expect((await app.call(url, { key, body: { file: 'words' } })).status).toBe(422);
  });

  test('nobody in particular, and another request', async () => {
    expect((await app.call(url, { body: form('a.pdf', PDF) })).status).toBe(401);
    const elsewhere = `/api/v1/ta-requests/${crypto.randomUUID()}/documents`;
    expect((await app.call(elsewhere, { key, body: form('a.pdf', PDF) })).status).toBe(404);
  });

  test('a file is not taken anywhere else', async () => {
    expect((await app.call('/api/v1/completions', { key, body: form('a.pdf', PDF) })).status).toBe(400);
  });
});

describe('on the page of one’s own request', () => {
  const email = 'requester@own-page.example';
  let visitor: ReturnType<typeof createVisitor>;
  let page: string;
  beforeAll(async () => {
    const body = goodSubmission({ requester: { ...(goodSubmission().requester as object), email } });
    const created = await app.call('/api/v1/ta-requests', { key, body });
    const id = created.headers.get('location')?.split('/').at(-1);
    page = `/my/requests/${id}/documents`;
    visitor = createVisitor(app);
    const token = await app.deps.auth.make({ email, validMs: 60_000 });
    visitor.adopt((await app.deps.auth.use(token))?.setCookies ?? []);
  });
  const sendPage = async (name: string, content: Uint8Array, fields: Record<string, string> = {}) => {
    const token = /name="_csrf" value="([^"]+)"/.exec(await (await visitor.open(page)).text())?.[1] ?? '';
    const body = form(name, content, { _csrf: token, documentKind: 't-visa-rfe', ...fields });
    const response = await app.call(page, { body, headers: { cookie: visitor.cookie() } });
    return { status: response.status, html: await response.text() };
  };

  test('a form that is sent three times at once adds one document, another file from the same form a second', async () => {
    const commandId = crypto.randomUUID();
    const count = () => app.services.db.caseDocument.count({ where: { requestId: page.split('/')[3] } });
    const before = await count();
    const sent = await Promise.all([1, 2, 3].map(() => sendPage('once.pdf', PDF, { commandId })));
    expect(sent.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await count()).toBe(before + 1);
    await sendPage('twice.pdf', PDF, { commandId });
    await sendPage('once.pdf', Buffer.concat([PDF, PDF]), { commandId });
    await sendPage('once.pdf', PDF, { commandId, documentKind: 't-visa-denial' });
    expect(await count()).toBe(before + 4);
  });

  test('a form sent again after the request has ended says that the document is there, and takes no other', async () => {
    const commandId = crypto.randomUUID();
    const where = { id: page.split('/')[3] };
    expect((await sendPage('before.pdf', PDF, { commandId })).status).toBe(303);
    const { status } = await app.services.db.taRequest.findUniqueOrThrow({ where, include: withKey });
    const token = /name="_csrf" value="([^"]+)"/.exec(await (await visitor.open(page)).text())?.[1] ?? '';
    await app.services.db.taRequest.update({ where, data: { status: 'responded' } });
    const again = async (name: string) => {
      const body = form(name, PDF, { _csrf: token, documentKind: 't-visa-rfe', commandId });
      return (await app.call(page, { body, headers: { cookie: visitor.cookie() } })).status;
    };
    try {
      expect([await again('before.pdf'), await again('after.pdf')]).toEqual([303, 409]);
    } finally {
      await app.services.db.taRequest.update({ where, data: { status } });
    }
  });

  test('a file that is too large is told at its field, on the same page', async () => {
    const { status, html } = await sendPage('big.pdf', Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]));
    expect(status).toBe(413);
    expect(html).toContain('href="#file"');
    expect(html).toContain('The file is larger than 10 MB');
    expect(html).toMatch(/value="t-visa-rfe"[^>]* checked/);
  });

  test('a name that may identify the client is asked about, once', async () => {
    const asked = await sendPage('A123456789_RFE.pdf', PDF);
    expect(asked.status).toBe(422);
    expect(asked.html).toContain('Looks like an A-number');
    expect(asked.html).toContain('name="nameChecked"');
    expect((await sendPage('A123456789_RFE.pdf', PDF, { nameChecked: 'yes' })).status).toBe(303);
  });

  test('what one sent can be opened from there, and the opening is logged', async () => {
    await sendPage('my own letter.pdf', PDF);
    const before = await app.services.db.caseAccess.count({ where: { what: 'document' } });
    const html = await (await visitor.open(page.replace(/\/documents$/, ''))).text();
    const [, href = ''] = /href="([^"]+)">my own letter\.pdf</.exec(html) ?? [];
    const opened = await visitor.open(href);
    expect([opened.status, opened.headers.get('content-disposition')]).toEqual([
      200,
      expect.stringMatching(/^attachment;/),
    ]);
    expect(Buffer.from(await opened.arrayBuffer()).equals(PDF)).toBe(true);
    expect(await app.services.db.caseAccess.count({ where: { what: 'document' } })).toBe(before + 1);
  });
});

describe('removing', () => {
  const ADA = 'ada@removes.example';
  const SUE = 'sue@removes.example';
  const keys: Record<string, string> = {};
  let n = 0;
  beforeAll(async () => {
    for (const role of ['coordinator', 'attorney', 'reviewer', 'director', 'admin'] as const) {
      keys[role] = await app.newKey(role);
    }
    keys['read-only'] = await app.newKey('admin', ['read']);
  });

  /** A request of Ada's that Sue supervises, with one document; `change` as if time had passed. */
  async function sent(change: Record<string, unknown> = {}) {
    n += 1;
    const requester = { ...(goodSubmission().requester as object), email: ADA, role: 'paralegal' };
    const supervisor = { name: 'Sue Lee', email: SUE, role: 'attorney' };
    const body = goodSubmission({ facts: `Facts ${n}.`, requester, supervisor });
    const request = (await app.call('/api/v1/ta-requests', { key, body })).headers.get('location') ?? '';
    const added = await app.call(`${request}/documents`, { key, body: form('letter.pdf', PDF) });
    const { id: documentId, links } = (await added.json()) as { id: string; links: { self: string } };
    const id = request.split('/').at(-1) ?? '';
    await app.services.db.taRequest.update({
      where: { id },
      data: { supervisorStatus: 'confirmed', ...change },
    });
    return { id, documentId, request, self: links.self };
  }
  const isThere = async (id: string) => (await app.services.db.caseDocument.count({ where: { id } })) === 1;
  const remove = (path: string, as: string) => app.call(path, { method: 'DELETE', key: keys[as] });
  const eventsOf = async (request: string, as = 'admin') => {
    const events = await app.call(`${request}/events`, { key: keys[as] });
    const { items } = (await events.json()) as { items: { type: string }[] };
    return items.filter(({ type }) => type === 'document-removed');
  };

  test.each([
    ['the requester', { email: ADA }, 204],
    ['a supervisor who has confirmed', { email: SUE }, 403],
    ['a supervisor who has not', { email: SUE, supervisorStatus: 'unconfirmed' }, 404],
    ['somebody else', { email: 'bob@elsewhere.example' }, 404],
    ['nobody in particular', {}, 401],
    ['a coordinator', { as: 'coordinator' }, 204],
    ['an attorney', { as: 'attorney' }, 204],
    ['a reviewer', { as: 'reviewer' }, 204],
    ['a director', { as: 'director' }, 204],
    ['an admin', { as: 'admin' }, 204],
    ['a key that only reads', { as: 'read-only' }, 403],
  ])('by %s', async (_name, who: { email?: string; as?: string; supervisorStatus?: string }, status) => {
    const { documentId, self } = await sent({ supervisorStatus: who.supervisorStatus ?? 'confirmed' });
    const visitor = who.email ? await signedIn(app, who.email) : null;
    const answer = visitor ? await visitor.delete(self) : await remove(self, who.as ?? '');
    expect([answer.status, await isThere(documentId)]).toEqual([status, status !== 204]);
  });

  test.each(REQUEST_STATUSES)('of a request that is %s', async (status) => {
    const { documentId, self, request } = await sent({ status });
    const open = isOpen(status);
    const answer = await remove(self, 'coordinator');
    expect([answer.status, await isThere(documentId)]).toEqual(open ? [204, false] : [409, true]);
    if (!open) expect(await answer.json()).toMatchObject({ code: 'not-allowed-now' });
    expect(await eventsOf(request)).toHaveLength(open ? 1 : 0);
  });

  test('that one was added stands in the timeline, as that it was removed does', async () => {
    const { documentId, request } = await sent();
    const events = await app.call(`${request}/events`, { key: keys.coordinator });
    const { items } = (await events.json()) as { items: { type: string; data: object }[] };
    expect(items.filter(({ type }) => type === 'document-added')).toMatchObject([{ data: { documentId } }]);
  });

  test('several times at once, and again: it goes once and is told once', async () => {
    const { self, request } = await sent();
    const version = async () => (await app.call(request, { key })).headers.get('etag');
    const before = await version();
    const answers = await Promise.all([1, 2, 3].map(() => remove(self, 'coordinator')));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
    expect((await remove(self, 'coordinator')).status).toBe(404);
    expect((await app.call(self, { key })).status).toBe(404);
    expect(await eventsOf(request)).toHaveLength(1);
    expect(await version()).toBe(`"${Number(before?.replaceAll('"', '')) + 1}"`);
  });

  test('through another request finds nothing', async () => {
    const [one, other] = [await sent(), await sent()];
    const crossed = `${other.request}/documents/${one.documentId}`;
    expect((await remove(crossed, 'admin')).status).toBe(404);
    expect((await remove(`${one.request}/documents/letter.pdf`, 'admin')).status).toBe(404);
    expect(await isThere(one.documentId)).toBe(true);
  });

  test('stands in the audit with who did it and for whom, without a mail, and leaves no word', async () => {
    const { id, documentId, self, request } = await sent();
    const mails = () => app.services.db.message.count({ where: { aboutId: id } });
    const [before, outbox] = [await mails(), await app.services.db.outbox.count()];
    await remove(self, 'coordinator');
    expect(await eventsOf(request)).toMatchObject([
      { actor: { kind: 'key' }, onBehalfOf: expect.stringMatching(/^person:/), data: { documentId } },
    ]);
    expect([await mails(), await app.services.db.outbox.count()]).toEqual([before, outbox]);
    const content = (await (await app.call(`${request}/content`, { key })).json()) as {
      documents: unknown[];
    };
    expect(content.documents).toEqual([]);
  });

  describe('on the pages', () => {
    const visit = async (email: string) => {
      const visitor = createVisitor(app);
      const token = await app.deps.auth.make({ email, validMs: 60_000 });
      visitor.adopt((await app.deps.auth.use(token))?.setCookies ?? []);
      return visitor;
    };

    test('asks once more, removes, says so to both sides, and doesn’t mind being sent twice', async () => {
      const { id, documentId } = await sent();
      const ada = await visit(ADA);
      const page = `/my/requests/${id}`;
      const removal = `${page}/documents/${documentId}/remove`;
      expect(await (await ada.open(page)).text()).toContain(`href="${removal}"`);
      expect(await (await ada.open(removal)).text()).toContain('letter.pdf');
      const csrf = /name="_csrf" value="([^"]+)"/.exec(await (await ada.open(removal)).text())?.[1] ?? '';
      for (const _time of [1, 2]) {
        const answer = await app.call(removal, {
          body: new URLSearchParams({ _csrf: csrf }).toString(),
          headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: ada.cookie() },
        });
        expect([answer.status, answer.headers.get('location')]).toEqual([303, `${page}?done=removal`]);
      }
      expect((await ada.open(removal)).status).toBe(404);
      for (const visitor of [ada, await visit(SUE)]) {
        const shown = await (await visitor.open(page)).text();
        expect(shown).toContain('A document was removed');
        expect(shown).not.toContain('letter.pdf');
      }
    });

    test('a supervisor is shown no way to do it, and finds none', async () => {
      const { id, documentId } = await sent();
      const sue = await visit(SUE);
      expect(await (await sue.open(`/my/requests/${id}`)).text()).not.toContain('/remove"');
      expect((await sue.open(`/my/requests/${id}/documents/${documentId}/remove`)).status).toBe(403);
    });

    test('after the answer there is none either; a form opened before it says why', async () => {
      const { id, documentId } = await sent();
      const ada = await visit(ADA);
      const page = `/my/requests/${id}`;
      const removal = `${page}/documents/${documentId}/remove`;
      const csrf = /name="_csrf" value="([^"]+)"/.exec(await (await ada.open(removal)).text())?.[1] ?? '';
      await app.services.db.taRequest.update({ where: { id }, data: { status: 'responded' } });
      const late = await app.call(removal, {
        body: new URLSearchParams({ _csrf: csrf }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: ada.cookie() },
      });
      expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('until we answer')]);
      expect(await (await ada.open(page)).text()).not.toContain('/remove"');
      expect((await ada.open(removal)).headers.get('location')).toBe(page);
      expect(await isThere(documentId)).toBe(true);
    });
  });
});

describe('in a store', () => casesOfKeptFiles(() => ({ app, key })));
describe('with a virus scanner', () => casesOfScans(() => ({ app, key })));
