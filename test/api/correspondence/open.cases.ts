import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../../src/domain/limits.js';
import { withKey } from '../../../src/usecases/data-keys.js';
import { ADA, app, aRequest, attorneyId, decide, keys, mails, person, SAM, viewOf } from './site.js';

describe('while the request is open', () => {
  test('requester and supervisor write, staff reply, and no clock moves', async () => {
    const { id, path } = await aRequest({ assigneeId: attorneyId });
    const before = await viewOf(path);
    const [ada, sam] = [await person(ADA), await person(SAM)];
    const sent = await ada.call(`${path}/correspondence`, { body: 'The hearing was moved.' });
    expect(sent.status).toBe(201);
    expect(await sent.json()).toEqual({ id: expect.any(String), at: expect.any(String), from: 'requester' });
    expect(await (await sam.call(`${path}/correspondence`, { body: 'And I am away.' })).json()).toMatchObject(
      { from: 'supervisor' },
    );
    const waiting = await viewOf(path);
    expect(waiting).toMatchObject({ status: before.status, dueAt: before.dueAt, clock: before.clock });
    expect(waiting.messageWaitingSince).not.toBeNull();
    expect(waiting.version).toBe((before.version as number) + 2);

    expect((await decide(path, 'coordinator', { kind: 'reply', body: 'Noted.' })).status).toBe(200);
    expect((await viewOf(path)).messageWaitingSince).toBeNull();
    for (const reader of [ada, sam]) {
      const { items } = (await (await reader.call(`${path}/correspondence`)).json()) as { items: unknown[] };
      expect(items).toMatchObject([
        { from: 'requester', body: 'The hearing was moved.' },
        { from: 'supervisor', body: 'And I am away.' },
        { from: 'staff', body: 'Noted.', author: { name: null } },
      ]);
    }
    const { items } = (await (await app.call(`${path}/events`, { key: keys.admin })).json()) as {
      items: { type: string; seq: number }[];
    };
    expect(items.map(({ seq, type }) => `${seq} ${type}`)).toEqual([
      '0 received',
      '1 message-received',
      '2 message-received',
      '3 message-sent',
    ]);
    // One mail for both: nobody had looked in between.
    expect((await mails(id, 'message-from-requester')).map(({ to }) => to)).toEqual([['ana@desk.example']]);
    expect(await mails(id, 'message-from-staff')).toMatchObject([{ to: [ADA], cc: [SAM] }]);
  });

  test('with nobody assigned the coordinators hear of it; no mail repeats a word', async () => {
    const { id, path } = await aRequest();
    const ada = await person(ADA);
    await ada.call(`${path}/correspondence`, { body: 'quixotry' });
    await decide(path, 'attorney', { kind: 'reply', body: 'quixotry too' });
    expect(await mails(id, 'message-from-requester')).toMatchObject([{ to: ['cora@desk.example'] }]);
    const rows = await app.services.db.message.findMany({ where: { aboutId: id }, include: withKey });
    const opened = rows.map((row) =>
      app.services.vault.open(
        row.dataKey,
        { table: 'message', rowId: row.id, field: 'data' },
        row.sealed ?? new Uint8Array(),
      ),
    );
    expect(`${opened}${rows.map(({ subject }) => subject)}`).not.toContain('quixotry');
  });

  test('a supervisor who has not confirmed, and a stranger, find nothing there', async () => {
    const { path } = await aRequest({ supervisorStatus: 'unconfirmed' });
    for (const email of [SAM, 'bob@other-firm.example']) {
      const somebody = await person(email);
      expect((await somebody.call(`${path}/correspondence`)).status).toBe(404);
      expect((await somebody.call(`${path}/correspondence`, { body: 'x' })).status).toBe(404);
      expect((await somebody.call(`${path}/reopening`, { reason: 'x' })).status).toBe(404);
    }
  });

  test('staff write for a requester, and the audit says so', async () => {
    const { path } = await aRequest();
    const sent = await app.call(`${path}/correspondence`, {
      key: keys.coordinator,
      body: { body: 'By phone.' },
    });
    expect(await sent.json()).toMatchObject({ from: 'requester' });
    const { items } = (await (await app.call(`${path}/events`, { key: keys.admin })).json()) as {
      items: unknown[];
    };
    expect(items.at(-1)).toMatchObject({
      actor: { kind: 'key' },
      onBehalfOf: expect.stringMatching(/^person:/),
    });
  });

  test('each reading is logged', async () => {
    const { id, path } = await aRequest();
    await app.call(`${path}/correspondence`, { key: keys.reviewer });
    const reads = await app.services.db.caseAccess.findMany({ where: { requestId: id } });
    expect(reads).toMatchObject([{ what: 'correspondence' }]);
  });
});

describe('many messages', () => {
  const write = async (who: Awaited<ReturnType<typeof person>>, path: string, times = 1) => {
    const statuses: number[] = [];
    for (let n = 0; n < times; n += 1) {
      statuses.push((await who.call(`${path}/correspondence`, { body: `Message ${n}.` })).status);
    }
    return [...new Set(statuses)];
  };
  const told = async (id: string) => (await mails(id, 'message-from-requester')).length;

  test('make one mail until somebody on staff looks, replies, takes the request, or a day has gone', async () => {
    const { id, path } = await aRequest({ assigneeId: attorneyId });
    const ada = await person(ADA);
    const at = (time: string) => app.setNow(`2026-11-${time}:00.000Z`);
    at('02T18:00');
    expect(await write(ada, path, 5)).toEqual([201]);
    expect(await told(id)).toBe(1);

    at('02T18:10');
    await app.call(`${path}/correspondence`, { key: keys.attorney });
    at('02T18:20');
    await write(ada, path, 3);
    expect(await told(id)).toBe(2);
    // The requester's own reading is nobody's on staff.
    await ada.call(`${path}/correspondence`);
    await write(ada, path);
    expect(await told(id)).toBe(2);

    at('02T18:30');
    await decide(path, 'attorney', { kind: 'reply', body: 'Noted.' });
    await write(ada, path, 2);
    expect(await told(id)).toBe(3);

    await app.services.db.taRequest.update({ where: { id }, data: { assigneeId: null } });
    await write(ada, path, 2);
    expect((await mails(id, 'message-from-requester')).at(-1)).toMatchObject({ to: ['cora@desk.example'] });
    expect(await told(id)).toBe(4);

    at('03T19:00');
    await write(ada, path, 2);
    expect(await told(id)).toBe(5);
    at('02T18:00');
  });

  test('of one person about one request end at a number a day; a letter sent again and staff are not counted', async () => {
    await app.services.db.rateCount.deleteMany();
    const [{ path }, another] = [await aRequest(), await aRequest()];
    const [ada, sam] = [await person(ADA), await person(SAM)];
    const same = { 'idempotency-key': crypto.randomUUID() };
    await ada.call(`${path}/correspondence`, { body: 'The first.' }, same);
    expect(await write(ada, path, LIMITS.letters.most - 1)).toEqual([201]);
    const over = await ada.call(`${path}/correspondence`, { body: 'One more.' });
    expect([over.status, await over.json()]).toMatchObject([429, { code: 'too-many-requests' }]);
    expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(3_600);
    // On the page what was typed comes back.
    const page = `${path.replace('/api/v1/ta-requests', '/my/requests')}/message`;
    await ada.visitor.open(page);
    const sent = await ada.visitor.send(page, { commandId: crypto.randomUUID(), words: 'Typed with care.' });
    expect([sent.status, await sent.text()]).toEqual([429, expect.stringContaining('Typed with care.')]);
    expect((await ada.call(`${path}/correspondence`, { body: 'The first.' }, same)).status).toBe(201);
    expect(await write(sam, path)).toEqual([201]);
    expect(await write(ada, another.path)).toEqual([201]);
    const byStaff = await app.call(`${path}/correspondence`, {
      key: keys.admin,
      body: { body: 'By phone.' },
    });
    expect(byStaff.status).toBe(201);
  });

  test('are read a page at a time: no more are opened than are shown', async () => {
    await app.services.db.rateCount.deleteMany();
    const { path } = await aRequest();
    const ada = await person(ADA);
    await write(ada, path, 7);
    const { open } = app.services.vault;
    let opened = 0;
    app.services.vault.open = (...args) => {
      opened += 1;
      return open(...args);
    };
    const read = async (list: string) => {
      const bodies: unknown[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const query: string = cursor && `&cursor=${cursor}`;
        opened = 0;
        const page = await app.call(`${path}/${list}?limit=3${query}`, { key: keys.admin });
        const { items, nextCursor } = (await page.json()) as { items: unknown[]; nextCursor: string | null };
        expect(items.length).toBeLessThanOrEqual(3);
        expect(opened).toBeLessThanOrEqual(3);
        bodies.push(...items);
        cursor = nextCursor;
      }
      return bodies;
    };
    try {
      const messages = await read('correspondence');
      expect(messages).toMatchObject([0, 1, 2, 3, 4, 5, 6].map((n) => ({ body: `Message ${n}.` })));
      const events = await read('events');
      expect(events).toMatchObject([0, 1, 2, 3, 4, 5, 6, 7].map((seq) => ({ episode: 1, seq })));
      const foreign = await app.call(
        `${path}/events?cursor=${Buffer.from('["correspondence",[1,1]]').toString('base64url')}`,
        { key: keys.admin },
      );
      expect(foreign.status).toBe(422);
    } finally {
      app.services.vault.open = open;
    }
  });
});
