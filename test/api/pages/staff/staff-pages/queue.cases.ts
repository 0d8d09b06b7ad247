import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { Prisma } from '../../../../../src/adapters/database/generated/client.js';
import { sendWhiteSpace } from '../../../../support/white-space.js';
import { hiddenOf, summaryOf } from '../staff-site.js';
import { admin, ana, aRequest, cora, decide, site } from './site.js';

describe('the queue', () => {
  test('tabs, search and paging stand in the address', async () => {
    await manyLike(await aRequest({}, { name: 'Quentin 0', organization: 'Paging Project' }), 51);
    const first = await site.get(cora, '/staff?tab=unassigned&q=paging');
    expect(first.html.match(/>Quentin \d+/g)).toHaveLength(50);
    expect(first.html).toMatch(/<th[^>]*>(?:(?!<\/th>).)*Answer by/s);
    expect(first.html).toContain('50th');
    const next = /href="([^"]+)" rel="next"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await site.get(cora, next);
    expect(second.html.match(/>Quentin \d+/g)).toHaveLength(2);
    expect(second.html).toContain('52nd');
    expect(second.html).toContain('href="/staff?tab=unassigned&amp;q=paging" rel="prev"');
  }, 60_000);

  test('a filter that isn’t understood is left out and said', async () => {
    const page = await site.get(cora, '/staff?tab=all&due=someday&page=forged');
    expect(page.status).toBe(200);
    expect(page.html).toContain('One of the filters was not understood');
  });

  test('the next thing to do is named on top', async () => {
    const id = await aRequest({ courtOrFilingDeadline: { kind: 'court', date: '2055-01-15' } });
    const una = await site.person('Una Urgent', 'attorney');
    await decide(cora, id, 'assign', { to: una.email });
    const { html } = await site.get(una, '/staff');
    expect(html).toMatch(/Next for you: TA-\d+-\d+<\/a><\/strong>\s+Write the answer/);
    expect(html).toContain('Urgent');
    // Where one is done, the next is a link away.
    const other = await aRequest();
    await decide(cora, other, 'assign', { to: una.email });
    const asked = await site.get(una, `/staff/requests/${other}?done=note`);
    expect(asked.html).not.toContain('Next for you');
    await decide(una, other, 'request-information', { question: 'Which year?' });
    const after = await site.get(una, `/staff/requests/${other}?done=request-information`);
    expect(after.html).toMatch(new RegExp(`/staff/requests/${id}">Next for you: TA-`));
    expect((await site.get(una, `/staff/requests/${other}`)).html).not.toContain('Next for you');
  });
});

describe('several at once', () => {
  const form = (ids: string[], to: string, more: Record<string, string> = {}) =>
    new URLSearchParams([...ids.map((id) => ['request', id]), ['to', to], ...Object.entries(more)]);

  test('each is a decision of its own; what can’t be assigned is named, and why', async () => {
    const [one = '', two = '', gone = ''] = [await aRequest(), await aRequest(), await aRequest()];
    await decide(cora, gone, 'decline', { policy: 'scope', reason: 'Fact gathering.' });
    await decide(cora, two, 'assign', { to: ana.email });
    const commandId = randomUUID();
    const send = () =>
      site.post(cora, '/staff/assign', form([one, two, gone, one], ana.email, { commandId }));
    const { status, html } = await send();
    expect(status).toBe(200);
    expect(html).toContain('<h1 class="govuk-heading-l">1 assigned, 1 theirs already, and 1 not</h1>');
    expect(html).toMatch(/Not assigned\. [A-Z]/);
    const assigned = async (id: string) =>
      (await site.desk.timeline(id)).filter((line) => line.startsWith('assigned')).length;
    expect([await assigned(one), await assigned(two), await assigned(gone)]).toEqual([1, 1, 0]);
    await send();
    expect(await assigned(one)).toBe(1);
  });

  test('without a name or a mark nothing is done, and what was marked stays marked', async () => {
    const id = await aRequest();
    const unsaid = await site.post(cora, '/staff/assign', form([id], ''));
    expect([unsaid.status, summaryOf(unsaid.html)]).toEqual([422, ['Choose who should answer them.']]);
    expect(unsaid.html).toMatch(new RegExp(`value="${id}" checked`));
    const back = '/staff?tab=all&sort=due';
    const unmarked = await site.post(cora, '/staff/assign', form([], ana.email, { back }));
    expect([unmarked.status, unmarked.location]).toEqual([303, `${back}&chosen=none`]);
    expect((await site.get(cora, `${back}&chosen=none`)).html).toContain('No request was chosen');
    const elsewhere = await site.post(
      cora,
      '/staff/assign',
      form([], ana.email, { back: '//other.example' }),
    );
    expect(elsewhere.location).toBe('/staff?chosen=none');
    const nobody = await site.post(cora, '/staff/assign', form([id], 'nobody@program.example'));
    expect([nobody.status, summaryOf(nobody.html)]).toEqual([422, [expect.stringMatching(/staff/)]]);
    const many = Array.from({ length: 51 }, () => randomUUID());
    expect((await site.post(cora, '/staff/assign', form([id, ...many], ana.email))).status).toBe(422);
  });
});

describe('views of one’s own', () => {
  test('are kept without what was searched for, open the queue, and are nobody else’s', async () => {
    const vera = await site.person('Vera Views', 'attorney');
    expect((await site.get(vera, '/staff')).html).toContain('tab=mine&amp;sort=target" aria-current="true"');
    const view = 'tab=all&waitingOn=us&q=Somebody&sort=-received&assignee=no-one&kind=my-words';
    const page = await site.get(vera, `/staff/views?${new URLSearchParams({ view })}`);
    const kept = 'tab=all&amp;waitingOn=us&amp;sort=-received';
    expect(page.html).toContain(`name="view" value="${kept}"`);
    // Who opens the list came from none that could be saved.
    expect((await site.get(vera, '/staff/views')).html).not.toContain('name="name"');
    const fields = { ...hiddenOf(page.html), view, name: 'Ours', first: 'yes' };
    expect((await site.post(vera, '/staff/views', fields)).location).toBe('/staff/views?done=saved');
    expect((await site.get(vera, '/staff')).html).toContain(
      `href="/staff?${kept}" aria-current="true">Ours</a>`,
    );
    expect((await site.get(cora, '/staff')).html).not.toContain('>Ours</a>');
    const row = await site.desk.wired.services.db.savedView.findFirstOrThrow({ where: { staffId: vera.id } });
    for (const what of ['first', 'remove']) {
      expect((await site.post(cora, `/staff/views/${row.id}/${what}`)).status).toBe(404);
    }
    expect((await site.post(vera, `/staff/views/${row.id}/first`)).status).toBe(303);
    expect((await site.get(vera, '/staff')).html).toContain('tab=mine&amp;sort=target" aria-current="true"');
    expect((await site.post(vera, `/staff/views/${row.id}/remove`)).status).toBe(303);
    expect((await site.get(vera, '/staff')).html).not.toContain('>Ours</a>');

    // As many as there may be, also of those that are sent at one moment.
    const { savedView } = site.desk.wired.services.db;
    const rows = Array.from({ length: 19 }, (_, n) => ({ id: randomUUID(), name: `View ${n}` }));
    await savedView.createMany({
      data: rows.map((one) => ({ ...one, staffId: vera.id, view: 'tab=all', createdAt: new Date() })),
    });
    const sent = ['A', 'B', 'C', 'D'].map(async (name) => {
      const { html } = await site.get(vera, `/staff/views?${new URLSearchParams({ view })}`);
      return { ...hiddenOf(html), name };
    });
    const answers = await Promise.all(
      (await Promise.all(sent)).map((one) => site.post(vera, '/staff/views', one)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422]);
    expect(await savedView.count({ where: { staffId: vera.id } })).toBe(20);
  });
});

/** Rows like one that came in, of the same person, without processes. */
async function manyLike(id: string, more: number): Promise<void> {
  const { db } = site.desk.wired.services;
  const row = await db.taRequest.findUniqueOrThrow({ where: { id } });
  await db.taRequest.createMany({
    data: Array.from({ length: more }, (_, n) => ({
      ...(row as object as Prisma.TaRequestCreateManyInput),
      id: randomUUID(),
      reference: `TA-2055-9${String(n).padStart(5, '0')}`,
      requesterName: `Quentin ${n + 1}`,
      textFingerprint: `like ${n}`,
    })),
  });
}

describe('half a megabyte of white space', () => {
  test.each([
    'request-information',
    'redirect',
    'decline',
    'extend',
    'draft-response',
    'note',
    'merge',
    'reclassify',
    'change-deadline',
    'reprioritise',
  ])('typed into %s', async (kind) => {
    const id = await aRequest();
    const path = `/staff/requests/${id}/decide/${kind}`;
    await sendWhiteSpace(path, {
      open: async () => (await site.get(admin, path)).html,
      send: async (_path, fields) =>
        site.post(admin, path, { ...hiddenOf((await site.get(admin, path)).html), ...fields }),
    });
  });

  test.each([
    ['/staff/closures', '/staff/closures/preview'],
    ['/staff/people/add', '/staff/people/add'],
    ['/staff/keys', '/staff/keys'],
    ['/staff/completions', '/staff/completions'],
    ['/staff/settings', '/staff/settings'],
  ])('typed into %s', async (page, path) => {
    await sendWhiteSpace(path, {
      open: async () => (await site.get(admin, page)).html,
      send: (_path, fields) => site.post(admin, path, fields),
    });
  });
});
