import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { recordRequestEvent } from '../../src/activities/requests/record-request-event.js';
import { letterText } from '../../src/api/text/en/pages/requester/letters.js';
import { LIMITS } from '../../src/domain/limits.js';
import { carryOut as decideRequest } from '../../src/domain/requests/decide.js';
import type { RequestState } from '../../src/domain/requests/state.js';
import { REQUEST_STATUSES, type RequestStatus } from '../../src/domain/requests/statuses.js';
import { writeCaseText } from '../../src/usecases/requests/case-text.js';
import { deskNumbers } from '../../src/usecases/requests/desk-numbers.js';
import { envelopeOf } from '../domain/requests/request-states.js';
import { createVisitor } from './support/form-visitor.js';
import { goodSubmission } from './support/submission.js';
import { startTestApp, type TestApp } from './support/test-app.js';

/** What requester and staff write to each other, on a web side whose workflow engine can't be reached. */

let app: TestApp;
const keys: Record<string, string> = {};
let attorneyId: string;

/** What the attorney reads above the queue. */
async function figures() {
  const attorney = { kind: 'user', id: attorneyId, role: 'attorney', name: '', email: '' } as const;
  const counted = await deskNumbers(app.services, attorney);
  if (!counted.ok) throw new Error(counted.problem.code);
  return counted.value;
}
beforeAll(async () => {
  app = await startTestApp();
  for (const role of ['coordinator', 'attorney', 'reviewer', 'director', 'admin'] as const) {
    keys[role] = await app.newKey(role);
  }
  attorneyId = crypto.randomUUID();
  await app.services.db.staff.createMany({
    data: [
      {
        id: attorneyId,
        email: 'ana@desk.example',
        name: 'Ana Park',
        role: 'attorney',
        createdAt: new Date(),
      },
      {
        id: crypto.randomUUID(),
        email: 'cora@desk.example',
        name: 'Cora Lim',
        role: 'coordinator',
        createdAt: new Date(),
      },
      {
        id: crypto.randomUUID(),
        email: 'dora@desk.example',
        name: 'Dora Diaz',
        role: 'director',
        createdAt: new Date(),
      },
    ],
  });
});
afterAll(() => app.close());

const ADA = 'ada@legal-aid.example';
const SAM = 'sam@legal-aid.example';

async function person(email: string) {
  const token = await app.deps.auth.make({ email, validMs: 60_000 });
  const visitor = createVisitor(app);
  visitor.adopt((await app.deps.auth.use(token))?.setCookies ?? []);
  const page = await (await visitor.open('/sign-out')).text();
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
  return {
    visitor,
    call: (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      app.call(path, { body, headers: { cookie: visitor.cookie(), 'x-csrf-token': csrf, ...headers } }),
  };
}

let n = 0;
/** A paralegal's request, its supervisor confirmed, in any status. */
async function aRequest(change: Record<string, unknown> = {}): Promise<{ id: string; path: string }> {
  n += 1;
  const requester = { ...(goodSubmission().requester as object), email: ADA, role: 'paralegal' };
  const supervisor = { name: 'Sam Lee', email: SAM, role: 'attorney' };
  const body = goodSubmission({ facts: `Facts ${n}.`, requester, supervisor });
  const created = await app.call('/api/v1/ta-requests', { key: keys.admin, body });
  const { id } = (await created.json()) as { id: string };
  await app.services.db.taRequest.update({
    where: { id },
    data: { supervisorStatus: 'confirmed', ...change },
  });
  return { id, path: `/api/v1/ta-requests/${id}` };
}

const mails = async (id: string, kind: string) =>
  app.services.db.message.findMany({ where: { aboutId: id, kind }, orderBy: { queuedAt: 'asc' } });
const viewOf = async (path: string) =>
  (await app.call(path, { key: keys.admin })).json() as Promise<Record<string, unknown>>;
const decide = (path: string, role: string, body: unknown, headers: Record<string, string> = {}) =>
  app.call(`${path}/decisions`, { key: keys[role], body, headers });

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
    const rows = await app.services.db.message.findMany({ where: { aboutId: id } });
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

describe('a message that comes in while the end is on its way into the database', () => {
  /** Declined at one moment, and recorded when `meanwhile` is done. */
  async function decline(id: string, at: string, meanwhile: () => Promise<unknown>) {
    const { processState } = await app.services.db.taRequest.findUniqueOrThrow({ where: { id } });
    const decline = { kind: 'decline', policy: 'scope' } as const;
    const state = processState as unknown as RequestState;
    const decided = decideRequest(state, envelopeOf(decline, { commandId: crypto.randomUUID() }), at);
    await meanwhile();
    await recordRequestEvent(app.services)({ v: 1, ...decided });
  }

  test('waits for a reply all the same, and can have one; what was there before is settled', async () => {
    await app.services.db.rateCount.deleteMany();
    const [late, early] = [await aRequest(), await aRequest()];
    const ada = await person(ADA);
    const write = (path: string) => ada.call(`${path}/correspondence`, { body: 'One more thing.' });
    const figure = async () => (await figures())['message-waiting'];
    const before = await figure();
    for (const { path } of [late, early]) await write(path);
    app.setNow('2026-11-02T18:05:02.000Z');
    await decline(late.id, '2026-11-02T18:05:00.000Z', () => write(late.path));
    await decline(early.id, '2026-11-02T18:05:00.000Z', async () => undefined);
    expect(await viewOf(early.path)).toMatchObject({ status: 'declined', messageWaitingSince: null });
    expect(await viewOf(late.path)).toMatchObject({
      status: 'declined',
      messageWaitingSince: '2026-11-02T18:05:02.000Z',
    });
    const waiting = await app.call('/api/v1/ta-requests?status=message-waiting', { key: keys.admin });
    expect(((await waiting.json()) as { items: { id: string }[] }).items.map(({ id }) => id)).toContain(
      late.id,
    );
    expect((await figure()) - before).toBe(1);
    expect((await decide(late.path, 'coordinator', { kind: 'reply', body: 'We saw it.' })).status).toBe(200);
    expect((await decide(late.path, 'coordinator', { kind: 'reply', body: 'Again.' })).status).toBe(409);
    expect((await viewOf(late.path)).messageWaitingSince).toBeNull();
    app.setNow('2026-11-02T18:00:00.000Z');
  });
});

describe('the same letter', () => {
  test('under one key is written once, and other words under it are refused', async () => {
    const { id, path } = await aRequest();
    const ada = await person(ADA);
    const key = { 'idempotency-key': crypto.randomUUID() };
    const answers = await Promise.all(
      [1, 2, 3].map(() => ada.call(`${path}/correspondence`, { body: 'Once.' }, key)),
    );
    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect((await ada.call(`${path}/correspondence`, { body: 'Twice.' }, key)).status).toBe(422);
    expect(await app.services.db.caseText.count({ where: { requestId: id, field: 'message' } })).toBe(1);
  });

  test('of five who reply to one version, one is let through', async () => {
    const { path } = await aRequest();
    const { version } = await viewOf(path);
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((k) =>
        decide(path, 'attorney', { kind: 'reply', body: `Reply ${k}.` }, { 'if-match': `"${version}"` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412]);
  });

  test('a form sent again with other words is another letter', async () => {
    const { id } = await aRequest();
    const ada = await person(ADA);
    const path = `/my/requests/${id}/message`;
    const page = await (await ada.visitor.open(path)).text();
    const commandId = /name="commandId" value="([^"]+)"/.exec(page)?.[1] ?? '';
    for (const words of ['First.', 'First.', 'Second.']) {
      expect((await ada.visitor.send(path, { commandId, words })).status).toBe(303);
    }
    const shown = await (await ada.visitor.open(`/my/requests/${id}`)).text();
    expect([shown.split('First.').length - 1, shown.split('Second.').length - 1]).toEqual([1, 1]);
    expect(shown).toContain('A message to us');
  });
});

/** Whether one may write, or ask for a reopening, by status. */
const WHEN: Record<RequestStatus, [message: number, reopening: number]> = {
  received: [201, 409],
  'awaiting-prerequisites': [201, 409],
  'awaiting-information': [201, 409],
  queued: [201, 409],
  'in-progress': [201, 409],
  'in-review': [201, 409],
  responded: [409, 202],
  closed: [409, 202],
  redirected: [409, 202],
  declined: [409, 202],
  withdrawn: [409, 202],
  lapsed: [409, 202],
  merged: [409, 409],
};

describe('after the end', () => {
  test.each(REQUEST_STATUSES)('of a request that is %s', async (status) => {
    const { path } = await aRequest({ status });
    const ada = await person(ADA);
    const message = await ada.call(`${path}/correspondence`, { body: 'x' });
    const reopening = await ada.call(`${path}/reopening`, { reason: 'x' });
    expect([message.status, reopening.status]).toEqual(WHEN[status]);
    const reply = await decide(path, 'director', { kind: 'reply', body: 'x' });
    expect(reply.status).toBe(WHEN[status][0] === 201 ? 200 : 409);
  });

  test('a reopening is asked for once, and refused with a reason the requester reads', async () => {
    const { id, path } = await aRequest({ status: 'declined' });
    const ada = await person(ADA);
    const asked = await ada.call(`${path}/reopening`, { reason: 'A new decision came.' });
    expect([asked.status, (await asked.json()) as unknown]).toEqual([
      202,
      expect.objectContaining({ id, reopeningAskedAt: expect.any(String) }),
    ]);
    expect((await ada.call(`${path}/reopening`, { reason: 'Again.' })).status).toBe(409);
    expect(await mails(id, 'reopening-requested')).toHaveLength(1);
    const listed = await app.call('/api/v1/ta-requests?status=reopening-asked', { key: keys.admin });
    expect(((await listed.json()) as { items: { id: string }[] }).items.map((item) => item.id)).toContain(id);

    const no = { kind: 'refuse-reopening', reason: 'It is outside of what we do.' };
    expect((await decide(path, 'coordinator', no)).status).toBe(403);
    expect(await (await decide(path, 'attorney', no)).json()).toMatchObject({
      status: 'declined',
      reopeningAskedAt: null,
    });
    expect((await decide(path, 'director', no)).status).toBe(409);
    expect(await mails(id, 'reopening-refused')).toMatchObject([{ to: [ADA] }]);
    const page = await (await ada.visitor.open(`/my/requests/${id}`)).text();
    expect(page).toContain('It is outside of what we do.');
    expect(page).toContain('We decided not to reopen it');
    expect(page).toContain(`/my/requests/${id}/reopening`);
  });

  test.each([
    ['an attorney who has it', 'ana@desk.example', 'ana@desk.example'],
    ['the directors, where a coordinator has it', 'cora@desk.example', 'dora@desk.example'],
    ['the directors, where nobody has it', null, 'dora@desk.example'],
  ])('those who may say no hear of the wish: %s', async (_name, has, hears) => {
    const staff = has ? await app.services.db.staff.findUnique({ where: { email: has } }) : null;
    const { id, path } = await aRequest({ status: 'closed', assigneeId: staff?.id ?? null });
    await (await person(ADA)).call(`${path}/reopening`, { reason: 'A new decision came.' });
    expect(await mails(id, 'reopening-requested')).toMatchObject([{ to: [hears] }]);
  });

  test.each([
    ['who is still there', true, { status: 'in-progress', assignee: { email: 'ana@desk.example' } }],
    ['who has left', false, { status: 'queued', assignee: null }],
  ])('reopened, it goes to the person who had it, %s', async (_name, active, expected) => {
    const where = { id: attorneyId };
    const { id, path } = await aRequest({ status: 'lapsed', assigneeId: attorneyId });
    await app.services.db.staff.update({ where, data: { active } });
    const opened = await decide(path, 'coordinator', { kind: 'reopen', reason: 'Fair.' });
    await app.services.db.staff.update({ where, data: { active: true } });
    expect(await opened.json()).toMatchObject(expected);
    expect(await mails(id, 'assigned')).toHaveLength(active ? 1 : 0);
  });

  test('of one that has ended staff say yes, and the wish is done with', async () => {
    const { path } = await aRequest({ status: 'lapsed' });
    const ada = await person(ADA);
    await ada.call(`${path}/reopening`, { reason: 'I was ill.' });
    const opened = await decide(path, 'coordinator', { kind: 'reopen', reason: 'Fair.' });
    expect(await opened.json()).toMatchObject({ status: 'queued', episode: 2, reopeningAskedAt: null });
    expect((await ada.call(`${path}/correspondence`, { body: 'Thank you.' })).status).toBe(201);
  });
});

test('list, view and figures mean the same by overdue, and what is near is in some list', async () => {
  const now = app.services.clock.now().getTime();
  const day = (n: number) => new Date(now + n * 86_400_000);
  const started = (n: number) => [{ type: 'started', at: day(n).toISOString() }];
  const state = (n: number) => ({ courtDateSince: day(n).toISOString() });
  type Due = 'overdue' | 'today' | 'week';
  const rows: [Due[], Record<string, unknown>][] = [
    [['overdue'], { dueAt: day(-1), targetAt: day(-1) }],
    [['overdue'], { dueAt: day(9), targetAt: day(-1) }],
    [['today', 'week'], { dueAt: day(9), targetAt: day(-9) }],
    [['today', 'week'], { dueAt: day(9), targetAt: day(-1), processState: state(0) }],
    [['week'], { dueAt: day(9), targetAt: day(3) }],
    [[], { dueAt: day(9), targetAt: day(9) }],
    [
      ['today', 'week'],
      {
        dueAt: null,
        targetAt: day(-1),
        clockState: 'not-started',
        clockEvents: [],
        status: 'awaiting-prerequisites',
      },
    ],
    [
      ['overdue'],
      { dueAt: day(-1), targetAt: day(-1), clockState: 'paused', status: 'awaiting-information' },
    ],
    [
      ['today', 'week'],
      { dueAt: null, targetAt: day(-1), clockState: 'paused', status: 'awaiting-information' },
    ],
    [[], { dueAt: day(-1), targetAt: day(-1), clockState: 'stopped', status: 'responded' }],
  ];
  const levels = async () =>
    ((await (await app.call('/api/v1/service-levels')).json()) as { backlog: { overdue: number } }).backlog
      .overdue;
  const week = async () => (await figures()).week;
  const before = await levels();
  const weekBefore = await week();
  const ids: string[] = [];
  for (const [, change] of rows) {
    const base = { clockState: 'running', clockEvents: started(-5), processState: state(-5) };
    ids.push((await aRequest({ ...base, ...change })).id);
  }
  const expected = (due: Due) => ids.filter((_id, n) => rows[n]?.[0].includes(due));
  for (const due of ['overdue', 'today', 'week'] as const) {
    const found = await app.call(`/api/v1/ta-requests?due=${due}&limit=100`, { key: keys.admin });
    const { items } = (await found.json()) as { items: { id: string; overdue: boolean }[] };
    const listed = items.map(({ id }) => id);
    expect([due, ids.filter((id) => listed.includes(id))]).toEqual([due, expected(due)]);
    expect(new Set(items.map(({ overdue }) => overdue))).toEqual(new Set([due === 'overdue']));
  }
  for (const [n, id] of ids.entries()) {
    expect([n, (await viewOf(`/api/v1/ta-requests/${id}`)).overdue]).toEqual([
      n,
      rows[n]?.[0].includes('overdue'),
    ]);
  }
  expect((await levels()) - before).toBe(expected('overdue').length);
  expect((await week()) - weekBefore).toBe(expected('week').length);
});

describe('on the pages', () => {
  test.each([
    ['message', 'queued', 'Write your message'],
    ['reopening', 'responded', 'Say why it should be reopened'],
  ])(
    '%s: what was typed stays after an error, and identifiers are pointed out',
    async (kind, status, missing) => {
      const { id } = await aRequest({ status });
      const ada = await person(ADA);
      const path = `/my/requests/${id}/${kind}`;
      await ada.visitor.open(path);
      expect(await (await ada.visitor.send(path, { words: ' ' })).text()).toContain(missing);
      const warned = await ada.visitor.send(path, { words: 'Of A123456789.' });
      expect([warned.status, await warned.text()]).toEqual([422, expect.stringContaining('Of A123456789.')]);
      const checked = await ada.visitor.send(path, { words: 'Of A123456789.', identifiersChecked: 'yes' });
      expect(checked.headers.get('location')).toBe(`/my/requests/${id}?done=${kind}`);
    },
  );

  test.each([
    ['answer', 'Your answer was sent'],
    ['document', 'The document was added'],
    ['removal', 'The document was removed'],
    ['withdrawal', 'The request was withdrawn'],
    ['court-date', 'filing date was saved'],
    ['message', letterText.message.done],
    ['reopening', letterText.reopening.done],
    ['constructor', null],
  ])('after %s a banner says what happened, and is not there without', async (done, words) => {
    const { id } = await aRequest();
    const ada = await person(ADA);
    const banner = async (search: string) =>
      /govuk-notification-banner__content[\s\S]*?<\/div>/.exec(
        await (await ada.visitor.open(`/my/requests/${id}${search}`)).text(),
      )?.[0] ?? null;
    if (words) expect(await banner(`?done=${done}`)).toContain(words);
    else expect(await banner(`?done=${done}`)).toBeNull();
    expect(await banner('')).toBeNull();
  });

  test('the answer comes first on the page of what was answered', async () => {
    const { id } = await aRequest({ status: 'responded', respondedAt: new Date('2026-11-03T18:00:00Z') });
    const page = await (await (await person(ADA)).visitor.open(`/my/requests/${id}`)).text();
    const at = ['Read our answer', 'Our answer is ready', 'Ask us to reopen it'].map((words) =>
      page.indexOf(words),
    );
    expect(at).not.toContain(-1);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });

  test.each([
    ['declined', 'declined', true],
    ['queued', 'extended', true],
    ['queued', 'reprioritised', false],
    ['queued', 'reopened', false],
  ])(
    'a reason of before, of a request %s that was %s: outside it is read, %s',
    async (status, type, told) => {
      const { id, path } = await aRequest({ status });
      const { db, clock } = app.services;
      const request = await db.taRequest.findUniqueOrThrow({ where: { id } });
      const author = `user:${attorneyId}`;
      const at = clock.now();
      await writeCaseText(db, app.services, {
        request,
        field: 'reason',
        text: 'Words of before.',
        author,
        at,
      });
      await db.processEvent.create({
        data: {
          workflowId: `ta-request/${id}/1`,
          seq: 7,
          requestId: id,
          type,
          at,
          actor: author,
          data: { policy: 'scope' },
          contentHash: '',
        },
      });
      const ada = await person(ADA);
      const page = await (await ada.visitor.open(`/my/requests/${id}`)).text();
      expect(page.includes('Words of before.')).toBe(told);
      // Where the decision stands, before what the requester wrote.
      if (told) expect(page.indexOf('Words of before.')).toBeLessThan(page.indexOf('id="thread"'));
      expect(await (await app.call(`${path}/content`, { key: keys.coordinator })).text()).toContain(
        'Words of before.',
      );
    },
  );

  test('a page that is not for now leads back to the request', async () => {
    const { id } = await aRequest({ status: 'closed' });
    const ada = await person(ADA);
    expect((await ada.visitor.open(`/my/requests/${id}/message`)).headers.get('location')).toBe(
      `/my/requests/${id}`,
    );
  });
});

describe('a request that ended leads on', () => {
  const ended = async (type: 'redirected' | 'declined', data: Record<string, unknown>, role = 'attorney') => {
    const { id } = await aRequest({ status: type, requesterRole: role });
    await app.services.db.processEvent.create({
      data: {
        workflowId: `ta-request/${id}/1`,
        seq: 1,
        requestId: id,
        type,
        at: new Date(),
        actor: 'system',
        data: data as object,
        contentHash: '',
      },
    });
    const ada = await person(ADA);
    return (await ada.visitor.open(`/my/requests/${id}`)).text();
  };

  beforeAll(async () => {
    const at = (time: string) => new Date(`2026-11-${time}Z`);
    for (const [id, day] of [
      ['legal-working-group', '11'],
      ['social-services', '26'],
    ] as const) {
      await app.services.db.callSeries.create({ data: { id, createdAt: new Date() } });
      await app.services.db.call.create({
        data: {
          id: `${id}-2026-11-${day}`,
          seriesId: id,
          topic: id === 'social-services' ? id : 'general',
          status: 'open',
          startsAt: at(`${day}T20:00:00`),
          endsAt: at(`${day}T21:00:00`),
          windowOpensAt: at('04T21:00:00'),
          questionsCloseAt: at('10T22:00:00'),
          selectUntil: at('11T01:00:00'),
          reminderAt: at('11T17:00:00'),
          flagAt: at('01T17:00:00'),
          dataKey: new Uint8Array(1),
          createdAt: new Date(),
        },
      });
    }
  });

  test.each([
    [
      'their call',
      'redirected',
      { to: 'legal-working-group' },
      'attorney',
      '/calls/legal-working-group-2026-11-11',
      'Legal Working Group: the next call is on Wednesday, November 11, 2026, 12:00 PM PT',
    ],
    [
      'their call',
      'redirected',
      { to: 'legal-working-group' },
      'case-manager',
      '/calls/social-services-2026-11-26',
      'Social Services Monthly TA Call',
    ],
    [
      'a workshop’s list',
      'redirected',
      { to: 'workshop', workshop: 'emp-analysis-workshop' },
      'attorney',
      '/subscribe?list=emp-analysis-workshop',
      'EMP Analysis Workshop',
    ],
    ['referral lists', 'redirected', { to: 'referral' }, 'attorney', '/referrals', 'Service Referral Lists'],
    [
      'what is covered',
      'declined',
      { policy: 'scope' },
      'attorney',
      '/about',
      'What written assistance covers',
    ],
    ['the hotline', 'declined', { policy: 'not-served' }, 'attorney', '/hotline', 'The hotline'],
  ] as const)('to %s', async (_name, type, data, role, href, words) => {
    const page = await ended(type, data, role);
    expect(page).toContain(`href="${href}"`);
    expect(page).toContain(words);
    const led = await app.call(href);
    expect([href, led.status]).toEqual([href, 200]);
  });

  test('to the resources picked, by name', async () => {
    const page = await ended('redirected', { to: 'resources', resources: ['t-visa-process-guide'] });
    expect(page).toContain('A Guide to Human Trafficking and the T-Visa Process, by American University');
  });

  test.each([
    ['a mentor needs a note', { to: 'mentor' }, '/note'],
    ['a resource the program has not', { to: 'resources', resources: ['no-such'] }, '/resources'],
    ['a workshop the program has not', { to: 'workshop', workshop: 'no-such' }, '/workshop'],
  ])('%s', async (_name, redirect, pointer) => {
    const { path } = await aRequest();
    const refused = await decide(path, 'coordinator', { kind: 'redirect', ...redirect });
    expect([refused.status, await refused.json()]).toEqual([
      422,
      expect.objectContaining({ errors: [expect.objectContaining({ pointer })] }),
    ]);
  });

  test('where no call is open to a role, the note has to say what to do', async () => {
    const { path } = await aRequest({ requesterRole: 'law-enforcement' });
    const redirect = { kind: 'redirect', to: 'legal-working-group' };
    expect((await decide(path, 'coordinator', redirect)).status).toBe(422);
    // With a note only the engine is missing.
    expect((await decide(path, 'coordinator', { ...redirect, note: 'Write to us again.' })).status).toBe(503);
  });

  test('the list of a workshop is added to all calls, for somebody who gets mail about all of them', async () => {
    const ada = await person(ADA);
    const key = { key: keys.admin, body: { email: ADA, name: 'Ada', lists: [], emailUpdates: true } };
    await app.call('/api/v1/subscriptions', key);
    const page = await (await ada.visitor.open('/my/subscription?list=emp-analysis-workshop')).text();
    const checked = [...page.matchAll(/name="lists" type="checkbox" value="([^"]+)" checked/g)].map(
      ([, id]) => id,
    );
    expect(checked).toEqual(['legal-working-group', 'social-services', 'emp-analysis-workshop']);
  });
});
