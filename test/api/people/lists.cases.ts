import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OPEN_STATUSES } from '../../../src/domain/requests/statuses.js';
import { WAITING_ON } from '../../../src/domain/requests/waiting-on.js';
import { goodSubmission } from '../support/submission.js';
import { app, by, staffKey } from './site.js';

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
      ['&sort=-standing', false, ['early', 'urgent', 'grantee', 'waiting']],
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

  describe('what is equal', () => {
    const RECEIVED = [9, 3, 7, 5, 1];
    beforeAll(async () => {
      for (const day of RECEIVED) {
        const body = by(`day${day}@tied.example`, `Came on day ${day}.`);
        const { id } = (await (await app.call('/api/v1/ta-requests', { key: staffKey, body })).json()) as {
          id: string;
        };
        const [receivedAt, dueAt] = [new Date(Date.UTC(2026, 10, day)), new Date(Date.UTC(2026, 10, 25))];
        await app.services.db.taRequest.update({
          where: { id },
          data: { receivedAt, dueAt, targetAt: dueAt },
        });
      }
    });

    test.each(['target', 'due', 'priority'])(
      'by %s stands by receipt, on one page and on several',
      async (sort) => {
        const path = `/api/v1/ta-requests?q=tied.example&sort=${sort}`;
        const days = (items: unknown[]) =>
          (items as { requester: { email: string } }[]).map(({ requester }) => requester.email.split('@')[0]);
        const inOrder = ['day1', 'day3', 'day5', 'day7', 'day9'];
        expect(days((await page(path)).items)).toEqual(inOrder);
        expect(days(await walk(`${path}&limit=2`))).toEqual(inOrder);
      },
    );
  });

  describe('what is asked for', () => {
    /** Each with what sets it apart; all of one organization, by which they are found again. */
    const ROWS: Record<string, object> = {
      fresh: { status: 'queued' },
      'with-courses': { status: 'awaiting-prerequisites' },
      asked: { status: 'awaiting-information', escalationLevel: 1 },
      unconfirmed: { status: 'in-review', supervisorStatus: 'unconfirmed' },
      review: { status: 'in-review', supervisorStatus: 'confirmed', requesterState: 'NV' },
      ended: { status: 'lapsed' },
      'asks-again': { status: 'lapsed', reopeningAskedAt: new Date(Date.UTC(2026, 10, 20)) },
      document: { kind: 'document-review', documentKind: 't-visa-rfe', topics: ['ethics', 'civil'] },
    };
    beforeAll(async () => {
      const { db } = app.services;
      const hers = await db.staff.create({
        data: {
          id: crypto.randomUUID(),
          email: 'zoe@program.example',
          name: 'Zoe',
          role: 'attorney',
          createdAt: new Date(0),
        },
      });
      const his = await db.staff.create({
        data: {
          id: crypto.randomUUID(),
          email: 'ben@program.example',
          name: 'Ben',
          role: 'attorney',
          createdAt: new Date(0),
        },
      });
      for (const [index, [name, data]] of Object.entries(ROWS).entries()) {
        const body = by(`${name}@asked-for.example`, name);
        const { id } = (await (await app.call('/api/v1/ta-requests', { key: staffKey, body })).json()) as {
          id: string;
        };
        const assigneeId = [hers.id, his.id][index] ?? null;
        await db.taRequest.update({
          where: { id },
          data: {
            ...data,
            assigneeId,
            requesterName: `N${9 - index}`,
            receivedAt: new Date(Date.UTC(2026, 10, 1 + index)),
          },
        });
      }
    });

    test.each([
      ['status=open', 'asked document fresh review unconfirmed with-courses'],
      ['status=open,reopening-asked', 'asked asks-again document fresh review unconfirmed with-courses'],
      ['waitingOn=us', 'asks-again document fresh review'],
      ['waitingOn=courses', 'with-courses'],
      ['waitingOn=requester', 'asked'],
      ['waitingOn=supervisor', 'unconfirmed'],
      ['supervisor=confirmed', 'review'],
      ['supervisor=unconfirmed', 'unconfirmed'],
      ['escalated=true', 'asked'],
      ['escalated=true&waitingOn=us', ''],
      ['kind=document-review', 'document'],
      ['documentKind=t-visa-rfe', 'document'],
      ['topic=ethics', 'document'],
      ['state=NV', 'review'],
      ['assignee=zoe@program.example', 'fresh'],
      ['assignee=ZOE@program.example', 'fresh'],
      ['assignee=nobody@program.example', ''],
    ])('%s: %s', async (asked, expected) => {
      expect((await found(asked)).sort().join(' ')).toBe(expected);
    });

    test('whom each waits on is what the filter says', async () => {
      for (const who of WAITING_ON) {
        const { items } = await page(`/api/v1/ta-requests?q=asked-for.example&waitingOn=${who}`);
        expect(items.map((item) => (item as unknown as { waitingOn: string }).waitingOn)).toEqual(
          items.map(() => who),
        );
      }
    });

    test.each([
      ['requester', 'document asks-again ended review unconfirmed asked with-courses fresh'],
      ['-requester', 'fresh with-courses asked unconfirmed review ended asks-again document'],
      ['assignee', 'with-courses fresh asked unconfirmed review ended asks-again document'],
    ])('by %s, on one page and on several', async (sort, expected) => {
      const path = `/api/v1/ta-requests?q=asked-for.example&sort=${sort}`;
      expect(names((await page(path)).items)).toEqual(expected.split(' '));
      expect(names(await walk(`${path}&limit=3`))).toEqual(expected.split(' '));
    });

    test.each(['kind=Any', 'state=ca', 'escalated=1', 'supervisor=maybe', 'waitingOn=godot', 'sort=name'])(
      '%s is refused',
      async (asked) => {
        expect((await app.call(`/api/v1/ta-requests?${asked}`, { key: staffKey })).status).toBe(422);
      },
    );

    test('one or two letters find where a word begins', async () => {
      const of = async (q: string) => (await found('', q)).length;
      expect(await of('n9')).toBe(1);
      expect(await of('9')).toBe(0);
      expect(await of('as')).toBeGreaterThan(0);
      expect(await of('ked')).toBeGreaterThan(0);
      expect(await of('ke')).toBe(0);
    });

    test('the indexes of the open ones hold all that is open', async () => {
      const indexes = await app.services.db.$queryRaw<{ indexname: string; indexdef: string }[]>`
        SELECT indexname, indexdef FROM pg_indexes WHERE indexname LIKE 'ta_request_open_%'`;
      expect(indexes.length).toBeGreaterThan(3);
      for (const { indexdef } of indexes) {
        const [, held = ''] = /WHERE (.*)$/.exec(indexdef) ?? [];
        expect([...held.matchAll(/'([a-z-]+)'/g)].map(([, status]) => status)).toEqual(OPEN_STATUSES);
      }
    });

    const names = (items: unknown[]) =>
      (items as { requester: { email: string } }[]).map(
        ({ requester }) => requester.email.split('@')[0] ?? '',
      );

    async function found(asked: string, q = 'asked-for.example'): Promise<string[]> {
      const { items } = await page(`/api/v1/ta-requests?q=${q}&limit=100${asked && `&${asked}`}`);
      const ours = (items as unknown as { requester: { email: string } }[]).filter(({ requester }) =>
        requester.email.endsWith('@asked-for.example'),
      );
      return names(ours);
    }
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
