import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createManualMeetings } from '../../../src/adapters/zoom/create-manual-meetings.js';
import { zoomSettings } from '../../../src/adapters/zoom/zoom-settings.js';
import { ada, oneCall, startZoomWorld, type ZoomWorld } from './zoom-world.js';

let world: ZoomWorld;
beforeEach(async () => {
  world = await startZoomWorld();
});
afterEach(() => world.zoom.close());

const list = (method = 'GET') => ({ method, path: /\/v2\/users\/[^/]+\/meetings$/ });

describe('the token', () => {
  test('is asked for once, however many calls start at the same time', async () => {
    await Promise.all(Array.from({ length: 8 }, () => world.meetings.checkPrivacy('1')));
    expect(world.zoom.tokensGiven()).toBe(1);
  });

  test('is renewed before it ends', async () => {
    await world.meetings.checkPrivacy('1');
    world.time.advance(3_599_000);
    await world.meetings.checkPrivacy('1');
    expect(world.zoom.tokensGiven()).toBe(2);
  });

  test('that was refused is renewed once by all who met the refusal', async () => {
    await world.meetings.ensureMeeting(oneCall);
    world.zoom.expireTokens();
    const id = String(world.zoom.meetings[0]?.id);
    const checks = await Promise.all(Array.from({ length: 6 }, () => world.meetings.checkPrivacy(id)));
    expect(checks.every(({ outcome }) => outcome === 'done')).toBe(true);
    expect(world.zoom.tokensGiven()).toBe(2);
  });

  test('a second refusal in a row is an answer, not a loop', async () => {
    const no = { kind: 'reply', status: 401, body: { code: 124, message: 'Invalid access token.' } } as const;
    world.zoom.failNext(list(), no, no);
    expect(await world.meetings.ensureMeeting(oneCall)).toEqual({ outcome: 'refused', code: 'bad-token' });
    expect(world.zoom.tokensGiven()).toBe(2);
  });

  test('wrong credentials are told apart from an outage', async () => {
    world.zoom.failNext({ path: /oauth/ }, { kind: 'reply', status: 400, body: { error: 'invalid_client' } });
    expect(await world.meetings.ensureMeeting(oneCall)).toEqual({
      outcome: 'refused',
      code: 'bad-credentials',
    });
  });
});

describe('too many requests', () => {
  const tooMany = (
    headers: Record<string, string>,
    message = 'You have reached the maximum per-second rate limit.',
  ) => ({ kind: 'reply', status: 429, headers, body: { code: 429, message } }) as const;

  test('a wait of seconds is waited for', async () => {
    world.zoom.failNext(list(), tooMany({ 'retry-after': '2' }));
    expect(await world.meetings.ensureMeeting(oneCall)).toMatchObject({ outcome: 'done' });
    expect(world.time.slept).toEqual([2_000]);
  });

  test('even where asking twice would make two: nothing had been made', async () => {
    world.zoom.failNext(list('POST'), tooMany({ 'retry-after': '1' }));
    expect(await world.meetings.ensureMeeting(oneCall)).toMatchObject({ outcome: 'done' });
    expect(world.zoom.meetings).toHaveLength(1);
  });

  test('without a word on how long, waits grow, and end', async () => {
    world.zoom.failNext(list(), ...Array.from({ length: 9 }, () => tooMany({})));
    const made = await world.meetings.ensureMeeting(oneCall);
    expect(made).toMatchObject({ outcome: 'retry', code: 'rate-limited' });
    expect(world.time.slept).toEqual([500, 1_000, 2_000]);
  });

  test.each([
    [
      'its date',
      { 'retry-after': '2026-12-03T00:00:00Z', 'x-ratelimit-type': 'Daily-limit' },
      '2026-12-03T00:00:00.000Z',
    ],
    [
      'an HTTP date',
      { 'retry-after': 'Thu, 03 Dec 2026 00:00:00 GMT', 'x-ratelimit-type': 'Daily-limit' },
      '2026-12-03T00:00:00.000Z',
    ],
    ['midnight GMT, when only the message says so', {}, '2026-12-03T00:00:00.000Z'],
  ])('a daily limit is handed back with %s', async (_, headers, retryAt) => {
    world.zoom.failNext(
      list('POST'),
      tooMany(headers, 'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests.'),
    );
    expect(await world.meetings.ensureMeeting(oneCall)).toEqual({
      outcome: 'retry',
      code: 'daily-limit',
      retryAt,
    });
    expect(world.time.slept).toEqual([]);
  });

  test('we ourselves stay below 30, 20 and 10 a second', async () => {
    const { zoom, meetings, time } = await startZoomWorld({ timeout: 60_000 });
    const start = time.now();
    await Promise.all(Array.from({ length: 35 }, () => meetings.participants('abc==')));
    await zoom.close();
    // 35 heavy calls are three full seconds and a beginning.
    expect(time.now() - start).toBe(3_000);
  });
});

describe('an outage on the day of a call', () => {
  test('is an outcome with a time to try again, not an error', async () => {
    world.zoom.setOutage({ kind: 'reply', status: 503 });
    const checked = await world.meetings.checkPrivacy('81000000001');
    expect(checked).toMatchObject({ outcome: 'retry', code: 'unavailable' });
    expect(world.time.slept).toEqual([500, 1_000, 2_000]);
  });

  test('so is one that breaks connections, and a server that is not there', async () => {
    world.zoom.setOutage({ kind: 'hang-up' });
    expect(await world.meetings.checkPrivacy('1')).toMatchObject({ outcome: 'retry', code: 'no-answer' });
    await world.zoom.close();
    expect(await world.meetings.checkPrivacy('1')).toMatchObject({ outcome: 'retry', code: 'no-answer' });
  });

  test('a hiccup is got over', async () => {
    world.zoom.failNext(
      list(),
      { kind: 'hang-up' },
      { kind: 'reply', status: 502, body: '<html>Bad gateway</html>' },
    );
    expect(await world.meetings.ensureMeeting(oneCall)).toMatchObject({ outcome: 'done' });
  });

  test('afterwards everything goes on', async () => {
    world.zoom.setOutage({ kind: 'reply', status: 500 });
    await world.meetings.ensureMeeting(oneCall);
    world.zoom.setOutage(null);
    expect(await world.meetings.ensureMeeting(oneCall)).toMatchObject({ outcome: 'done' });
    expect(world.zoom.meetings).toHaveLength(1);
  });
});

describe('malformed answers', () => {
  test.each([
    ['no JSON', '<html>Maintenance</html>'],
    ['cut off', '{"meetings": [{"id": 1'],
    ['nothing', ''],
    ['another shape', { meetings: 'none' }],
    ['the same page for ever', { next_page_token: 'again', meetings: [] }],
  ])('%s', async (_, body) => {
    const fault = { kind: 'reply', status: 200, body } as const;
    world.zoom.failNext(list(), fault, fault, fault);
    const made = await world.meetings.ensureMeeting(oneCall);
    expect(made).toMatchObject({ outcome: 'retry', code: 'malformed-answer' });
    expect(world.zoom.meetings).toHaveLength(0);
  });

  test('fields we do not know are let be', async () => {
    const body = { meetings: [], surprise: { deep: [1] }, next_page_token: '' };
    world.zoom.failNext(list(), { kind: 'reply', status: 200, body });
    expect(await world.meetings.ensureMeeting(oneCall)).toMatchObject({ outcome: 'done' });
  });

  test('an answer that leads elsewhere is not followed with our token', async () => {
    world.zoom.failNext(list(), {
      kind: 'reply',
      status: 302,
      headers: { location: `${world.zoom.url}/elsewhere` },
    });
    expect(await world.meetings.ensureMeeting(oneCall)).toEqual({ outcome: 'refused', code: 'zoom-302' });
    expect(world.zoom.seen.map(({ path }) => path)).not.toContain('/elsewhere');
  });
});

test('names, addresses, links and tokens stay out of the log, and Zoom’s words too', async () => {
  await world.meetings.ensureMeeting(oneCall);
  const id = String(world.zoom.meetings[0]?.id);
  const message = 'Registrant Ada Attorney <ada@legal-aid.example> was refused.';
  for (const status of [400, 403, 404, 409, 429, 500]) {
    const fault = { kind: 'reply', status, body: { code: 300, message } } as const;
    world.zoom.failNext({ path: /registrants/ }, fault, fault, fault, fault);
    await world.meetings.addRegistrant(id, ada);
  }
  world.zoom.setOutage({ kind: 'hang-up' });
  await world.meetings.addRegistrant(id, ada);
  expect(world.logged.length).toBeGreaterThan(5);
  expect(world.logged.join('\n')).not.toMatch(
    /ada|attorney|legal-aid|zoom\.test|token-|secret|127\.0\.0\.1/i,
  );
});

describe('configuration', () => {
  const all = { ZOOM_ACCOUNT_ID: 'a', ZOOM_CLIENT_ID: 'b', ZOOM_CLIENT_SECRET: 'c', ZOOM_HOST_ID: 'd' };

  test('nothing set: staff make the meetings', async () => {
    expect(zoomSettings({ ZOOM_WEBHOOK_SECRET: 'only this' })).toBeNull();
    const meetings = createManualMeetings();
    expect(meetings.kind).toBe('manual');
    expect(await meetings.ensureMeeting(oneCall)).toEqual({ outcome: 'refused', code: 'not-configured' });
  });

  test('all set: Zoom’s addresses are the real ones', () => {
    expect(zoomSettings(all)).toMatchObject({
      apiUrl: 'https://api.zoom.us/v2',
      tokenUrl: 'https://zoom.us/oauth/token',
    });
  });

  test('set in part: says what is missing and repeats no value', () => {
    expect(() => zoomSettings({ ZOOM_CLIENT_SECRET: 'hush-hush' })).toThrow(
      /missing: ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID, ZOOM_HOST_ID/,
    );
    expect(() => zoomSettings({ ZOOM_CLIENT_SECRET: 'hush-hush' })).not.toThrow(/hush-hush/);
  });
});
