import { describe, expect, test } from '@jest/globals';
import { app, expectProblem, INSTANT, key } from './site.js';

const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');

const ID = crypto.randomUUID();

describe('queries', () => {
  test.each([
    ['an unknown status', 'status=lost', '/status/0'],
    ['an unknown due', 'due=yesterday', '/due'],
    ['urgent in words', 'urgent=very', '/urgent'],
    ['an unknown sort', 'sort=mood', '/sort'],
    ['limit 0', 'limit=0', '/limit'],
    ['limit 101', 'limit=101', '/limit'],
    ['limit in words', 'limit=all', '/limit'],
    ['limit with an exponent', 'limit=1e1', '/limit'],
    ['limit in hexadecimal', 'limit=0x10', '/limit'],
    ['limit with decimals', 'limit=10.0', '/limit'],
    ['limit with zeros before it', 'limit=010', '/limit'],
    ['limit with a sign', 'limit=%2B10', '/limit'],
    ['limit with spaces', 'limit=%2010', '/limit'],
    ['no limit', 'limit=', '/limit'],
    ['a search with NUL', 'q=a%00b', '/q'],
    ['a search for nothing to be seen', 'q=%E2%80%8B', '/q'],
    ['a search that turns the line', 'q=%E2%80%AEb', '/q'],
    ['somebody on staff with NUL', 'assignee=a%00b', '/assignee'],
    ['a made-up cursor', 'cursor=abc', '/cursor'],
    ['a cursor with NUL', 'cursor=%00', '/cursor'],
    ['a cursor of another order', `cursor=${cursor(['requests -received', [INSTANT, ID]])}`, '/cursor'],
    ['a cursor of another list', `cursor=${cursor(['messages', [INSTANT, ID]])}`, '/cursor'],
    ['a cursor with no instant', `cursor=${cursor(['requests target', ['soon', ID]])}`, '/cursor'],
    [
      'a cursor with no day of the calendar',
      `cursor=${cursor(['requests target', ['2026-02-30T00:00:00.000000Z', ID]])}`,
      '/cursor',
    ],
    [
      'a cursor of the year 0',
      `cursor=${cursor(['requests target', ['0000-01-01T00:00:00.000000Z', ID]])}`,
      '/cursor',
    ],
    ['a cursor without an id', `cursor=${cursor(['requests target', [INSTANT, 'x']])}`, '/cursor'],
    ['a cursor that is no list', `cursor=${cursor({ 0: 'requests target' })}`, '/cursor'],
    ['an unknown name', 'page=2', '/page'],
    ['a name twice', 'due=today&due=week', '/due'],
  ])('%s', async (_name, query, pointer) => {
    const response = await app.call(`/api/v1/ta-requests?${query}`, { key });
    await expectProblem(response, 422, 'invalid', pointer);
  });
});

describe('addresses and queries that nobody was given', () => {
  test.each([
    '/api/v1/ta-requests/%00',
    '/api/v1/calls/%00',
    '/api/v1/calls/legal-working-group-2026-12-02%00',
    '/api/v1/calls/%E2%80%AEx/calendar.ics',
    '/api/v1/series/%07',
    '/api/v1/closures/%00',
    '/api/v1/subscriptions/%00',
    '/api/v1/handover/%C2%85',
    '/api/v1/messages/%00/resolution',
    '/api/v1/%00',
    '/api/v1/calls/%ff',
    '/api/v1/calls/%',
    '/api/%00',
  ])('%s is not there, whatever is done with it', async (path) => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
      await expectProblem(await app.call(path, { key, method }), 404, 'not-found');
    }
  });

  test.each([
    '/%00',
    '/calls/%00',
    '/calls/%00/ask',
    '/calls/register/%00',
    '/supervisor/%00',
    '/subscribe/confirm/a%00',
    '/unsubscribe/%E2%80%AE',
    '/outbox/%00',
    '/my/requests/%0A',
    '/staff/calls/%00',
    '/assets/%00',
    '/webhooks/%00',
    '/healthz%00',
    '/calls/%c3',
  ])('the page %s is not there', async (path) => {
    for (const method of ['GET', 'POST']) expect((await app.call(path, { method })).status).toBe(404);
  });

  test.each([
    '/api/v1/messages?about=%00',
    '/api/v1/messages?about=a%00b',
    '/api/v1/messages?about=a%0A',
    '/api/v1/registrations?series=a%00',
    '/api/v1/calls?series=%00',
    '/api/v1/calls?from=%00',
    '/api/v1/calls?limit=1e1',
    '/api/v1/closures?limit=0x10',
    '/api/v1/messages?limit=10.0',
    `/api/v1/messages?cursor=${cursor(['registrations', [INSTANT, ID]])}`,
    `/api/v1/registrations?cursor=${cursor(['messages', [INSTANT, ID]])}`,
    `/api/v1/registrations?cursor=${cursor(['registrations', ['0000-01-01T00:00:00.000Z', ID]])}`,
    `/api/v1/calls?cursor=${cursor(['closures', '2026-12-24'])}`,
    `/api/v1/closures?cursor=${Buffer.from('k:2026').toString('base64url')}`,
    '/api/v1/closures?%00=1',
  ])('%s is refused', async (path) => {
    await expectProblem(await app.call(path, { key }), 422, 'invalid');
  });

  test.each(['/calls?zone=%00', '/sign-in?next=%00', '/request/talk?role=a%00', '/?x=%E2%80%AE'])(
    'the page %s is refused',
    async (path) => {
      expect((await app.call(path)).status).toBe(422);
    },
  );
});
