import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../src/domain/people/actor.js';
import { submissionSchema } from '../../src/domain/requests/submission.schema.js';
import { withKey } from '../../src/usecases/data-keys.js';
import { submitRequest } from '../../src/usecases/requests/submit-request.js';
import { storedKey } from '../support/stored-key.js';
import { goodSubmission } from './support/submission.js';
import { startTestApp, type TestApp } from './support/test-app.js';

let app: TestApp;
let key: string;
beforeAll(async () => {
  app = await startTestApp();
  key = await app.newKey('coordinator');
});
afterAll(() => app.close());

const submit = (body: unknown, idempotencyKey?: string, by = key) =>
  app.call('/api/v1/ta-requests', {
    key: by,
    body,
    headers: idempotencyKey ? { 'idempotency-key': idempotencyKey } : {},
  });
const own = (facts: string) => goodSubmission({ facts });

describe('Idempotency-Key', () => {
  test('the same key and body get the same answer, and one request', async () => {
    const body = own('sent twice');
    const first = await submit(body, 'k-1');
    const second = await submit(body, 'k-1');
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await second.json()).toEqual(await first.json());
  });

  test('the order of fields does not make another body', async () => {
    const body = own('other order');
    const first = await submit(body, 'k-order');
    const turned = Object.fromEntries(Object.entries(body).reverse());
    expect(((await (await submit(turned, 'k-order')).json()) as { id: string }).id).toBe(
      ((await first.json()) as { id: string }).id,
    );
  });

  test('another body under the same key is refused', async () => {
    await submit(own('first body'), 'k-2');
    const response = await submit(own('second body'), 'k-2');
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'idempotency-key-reused' });
  });

  test('the same key at another address is refused', async () => {
    await submit(own('address'), 'k-address');
    const headers = { 'idempotency-key': 'k-address' };
    const response = await app.call('/api/v1/completions', { key, body: own('address'), headers });
    expect(await response.json()).toMatchObject({ code: 'idempotency-key-reused' });
  });

  test('twenty at once are one request', async () => {
    const body = own('twenty at once');
    const before = await app.services.db.taRequest.count();
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit(body, 'k-20')));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    const ids = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as { id: string }).id),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await app.services.db.taRequest.count()).toBe(before + 1);
  });

  test('a refused body leaves nothing, and may be sent corrected under the same key', async () => {
    const refused = await submit({ ...own('corrected'), topics: [] }, 'k-3');
    expect(refused.status).toBe(422);
    expect(await app.services.db.idempotencyKey.count({ where: { key: 'k-3' } })).toBe(0);
    expect((await submit(own('corrected'), 'k-3')).status).toBe(201);
  });

  test('keys of different callers do not meet', async () => {
    const other = await app.newKey('director');
    const first = await submit(own('caller one'), 'k-4');
    const second = await submit(own('caller two'), 'k-4', other);
    expect([first.status, second.status]).toEqual([201, 201]);
  });

  test('kept answers are sealed', async () => {
    const rows = await app.services.db.idempotencyKey.findMany();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(Buffer.from(row.sealed).toString('latin1')).not.toContain('ada@legal-aid.example');
    }
  });

  test('a call that died is taken over', async () => {
    const id = crypto.randomUUID();
    const [row] = await app.services.db.apiKey.findMany({ where: { role: 'coordinator' } });
    const long = new Date(Date.now() - 60_000);
    await app.services.db.idempotencyKey.create({
      data: {
        id,
        actor: `key:${row?.id}`,
        key: 'k-dead',
        route: '/api/v1/ta-requests',
        bodyHash: '',
        status: 0,
        dataKeyId: (await storedKey(app.services.db)).id,
        sealed: new Uint8Array(),
        createdAt: long,
      },
    });
    expect((await submit(own('taken over'), 'k-dead')).status).toBe(201);
  });

  test('a call that died between commit and answer is answered when it is repeated, and is one request', async () => {
    const body = own('committed, never answered');
    const first = await submit(body, 'k-committed');
    const dead = { status: 0, bodyHash: '', createdAt: new Date(Date.now() - 60_000) };
    await app.services.db.idempotencyKey.updateMany({ where: { key: 'k-committed' }, data: dead });
    const second = await submit(body, 'k-committed');
    expect(second.status).toBe(201);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    await app.services.db.idempotencyKey.updateMany({ where: { key: 'k-committed' }, data: dead });
    const other = await submit(own('not what was committed'), 'k-committed');
    expect(await other.json()).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  });

  test('what it had left may be erased while it is repeated: a new request, with a number of its own', async () => {
    const { db, clock } = app.services;
    const actor: Actor = { kind: 'key', id: randomUUID(), role: 'coordinator', scopes: [] };
    const sent = submissionSchema.parse(own('erased meanwhile'));
    const id = randomUUID();
    await submitRequest(app.services, actor, sent, { id });
    await db.taRequest.update({ where: { id }, data: { status: 'withdrawn', endedAt: clock.now() } });
    const erasing = db.$extends({
      query: {
        taRequest: {
          async findUnique({ args, query }) {
            await db.taRequest.deleteMany({ where: { id } });
            return query(args);
          },
        },
      },
    });
    const again = await submitRequest({ ...app.services, db: erasing as never }, actor, sent, { id });
    expect(again).toMatchObject({ ok: true, value: { id, status: 'queued' } });
    expect(again.ok && again.value.reference).toMatch(/^TA-2026-\d{4,}$/);
  });

  describe('what was answered is not said again', () => {
    const post = async (by: string, path: string, body: unknown, idempotencyKey = `k-${path}`) => {
      const headers = { 'idempotency-key': idempotencyKey };
      const answer = await app.call(`/api/v1${path}`, { key: by, body, headers });
      return { status: answer.status, text: await answer.text() };
    };

    test('to staff with another role than then', async () => {
      const director = await app.newKey('director');
      const { id } = JSON.parse((await (await submit(own('reviewed'))).text()) as string);
      const personId = (
        await app.services.db.taRequest.findUniqueOrThrow({ where: { id }, include: withKey })
      ).requesterId;
      const body = { personId, grounds: 'plagiarism', evidence: 'Evidence of somebody.' };
      const opened = await post(director, '/conduct-reviews', body);
      expect([opened.status, opened.text]).toEqual([201, expect.stringContaining('Evidence of somebody.')]);
      expect((await post(director, '/conduct-reviews', body)).text).toBe(opened.text);
      await app.services.db.apiKey.updateMany({ where: { role: 'director' }, data: { role: 'coordinator' } });
      const again = await post(director, '/conduct-reviews', body);
      expect([again.status, again.text]).toEqual([403, expect.not.stringContaining('Evidence')]);
    });

    test('once a document was removed, its name', async () => {
      const { id } = JSON.parse(await (await submit(own('with a document'))).text()) as { id: string };
      const upload = async () => {
        const body = new FormData();
        body.append('file', new Blob(['Words.']), 'Maria Lopez.txt');
        const headers = { 'idempotency-key': 'k-document' };
        return app.call(`/api/v1/TA-requests/${id.toUpperCase()}/documents?`, { key, body, headers });
      };
      const sent = (await (await upload()).json()) as { id: string };
      const gone = await app.call(`/api/v1/ta-requests/${id}/documents/${sent.id}`, {
        key,
        method: 'DELETE',
      });
      expect(gone.status).toBe(204);
      expect((await upload()).headers.get('idempotency-replayed')).toBeNull();
    });

    test('once a precedent was erased, its words', async () => {
      const [writer, director] = [await app.newKey('attorney'), await app.newKey('director')];
      const body = {
        ...{ question: 'What counts?', answer: 'Facts that slipped in.', kind: 'general-information' },
        ...{ topics: ['immigration'], audience: 'public', reviewBy: '2027-06-01' },
      };
      const suggested = await post(writer, '/precedents', body);
      const decisions = `/precedents/${(JSON.parse(suggested.text) as { id: string }).id}/decisions`;
      const withdrawn = await post(director, decisions, { kind: 'withdraw' });
      expect(withdrawn.text).toContain('slipped in');
      expect((await post(director, decisions, { kind: 'erase' }, 'k-erase')).status).toBe(200);
      const again = await post(writer, '/precedents', body);
      expect([again.status, again.text]).toEqual([201, expect.not.stringContaining('slipped in')]);
      expect((await post(director, decisions, { kind: 'withdraw' })).text).not.toContain('slipped in');
    });
  });

  test.each([
    ['with a space', 'a b'],
    ['too long', 'x'.repeat(256)],
  ])('a key %s is 422', async (_name, bad) => {
    expect((await submit(own('bad key'), bad)).status).toBe(422);
  });
});

describe('If-Match', () => {
  test('a decision about another version is 412, an unreadable one 422', async () => {
    const created = await submit(own('versions'));
    const { id, version } = (await created.json()) as { id: string; version: number };
    expect(created.headers.get('etag')).toBe(`"${version}"`);
    const note = (match: string) =>
      app.call(`/api/v1/ta-requests/${id}/decisions`, {
        key,
        body: { kind: 'note', body: 'words' },
        headers: { 'if-match': match },
      });
    expect((await note(`"${version + 1}"`)).status).toBe(412);
    expect((await note('yesterday')).status).toBe(422);
    const done = await note(`"${version}"`);
    expect(done.status).toBe(200);
    expect((await note(`"${version}"`)).status).toBe(412);
  });
});
