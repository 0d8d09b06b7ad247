import { describe, expect, test } from '@jest/globals';
import { sendWhiteSpace } from '../../../../support/white-space.js';
import { hiddenOf } from '../staff-site.js';
import { admin, aRequest, cora, decide, site } from './site.js';

describe('the queue', () => {
  test('tabs, search and paging stand in the address', async () => {
    for (let n = 0; n < 27; n += 1)
      await aRequest({}, { name: `Quentin ${n}`, organization: 'Paging Project' });
    const first = await site.get(cora, '/staff?tab=unassigned&q=paging');
    expect(first.html.match(/Quentin \d+/g)).toHaveLength(25);
    const next = /href="([^"]+)" rel="next"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await site.get(cora, next);
    expect(second.html.match(/Quentin \d+/g)).toHaveLength(2);
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
  });
});

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
