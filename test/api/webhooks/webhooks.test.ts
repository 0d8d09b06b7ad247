import { createHash, createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { whoIsIn } from '../../../src/domain/calls/who-is-in.js';
import type { ContactFact } from '../../../src/ports/contacts.js';
import type { PresenceFact, ZoomFact } from '../../../src/ports/meetings.js';
import { presentIn } from '../../../src/usecases/calls/presence.js';
import { withKey } from '../../../src/usecases/data-keys.js';
import { recording } from '../../../src/usecases/recording.js';
import { takeZoomFact } from '../../../src/usecases/webhooks/take-zoom-fact.js';
import { planCalls } from '../support/calls.js';
import { somebodyWaits } from '../support/somebody-waits.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const zoomSecret = 'zoom-secret';
const lmsSecret = `whsec_${Buffer.from('a secret of thirty-two bytes ....').toString('base64')}`;
const nationSecret = 'nation-token';

let app: TestApp;
let zoomFacts: ZoomFact[] = [];
let contactFacts: ContactFact[] = [];
let committed = 0;
/** What taking in a fact does besides. */
let trouble: () => Promise<void> = async () => undefined;
/** Facts are also taken in as the running desk does. */
let forReal = false;

beforeAll(async () => {
  app = await startTestApp({
    webhooks: {
      zoom: {
        secret: zoomSecret,
        take: async (rec, fact) => {
          await trouble();
          zoomFacts.push(fact);
          if (forReal) await takeZoomFact(app.services)(rec, fact);
          rec.outbox.start('contactRead', 'a-workflow', { v: 1, contactId: '1' });
        },
      },
      nationBuilder: {
        secret: nationSecret,
        take: async (_rec, fact) => void contactFacts.push(fact),
      },
      lms: { secret: lmsSecret },
    },
  });
  app.services.relay.deliver = async () => {
    committed += 1;
  };
});
afterAll(() => app.close());
beforeEach(() => {
  zoomFacts = [];
  contactFacts = [];
  committed = 0;
  trouble = async () => undefined;
  forReal = false;
  app.logged.length = 0;
});

function zoom(event: unknown, { ago = 0, secret = zoomSecret } = {}): Promise<Response> {
  const body = typeof event === 'string' ? event : JSON.stringify(event);
  const timestamp = String(Math.floor(Date.now() / 1000) - ago);
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  return app.call('/webhooks/zoom', {
    method: 'POST',
    body,
    headers: { 'x-zm-request-timestamp': timestamp, 'x-zm-signature': signature },
  });
}

const start = Date.parse('2026-12-02T20:00:00.000Z');
const instant = (minute: number) => new Date(start + minute * 60_000).toISOString();
let stamp = start;
const event = (name: string, object: object) => ({
  event: name,
  // Each delivery has bytes of its own, as Zoom's have.
  event_ts: ++stamp,
  payload: { account_id: 'acc', object: { id: 81000000001, uuid: '/aB==', topic: 'LWG', ...object } },
});
const person = (name: 'joined' | 'left', who: string, minute: number) =>
  event(`meeting.participant_${name}`, {
    participant: {
      user_id: '16778240',
      participant_uuid: who,
      registrant_id: `reg-${who}`,
      user_name: `Name of ${who}`,
      email: `${who}@Legal-Aid.example`,
      [name === 'joined' ? 'join_time' : 'leave_time']: instant(minute).replace('.000Z', 'Z'),
    },
  });

describe('Zoom', () => {
  test('checks the address and hears its token encrypted', async () => {
    const answer = await zoom({
      event: 'endpoint.url_validation',
      event_ts: start,
      payload: { plainToken: 'qgg8' },
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      plainToken: 'qgg8',
      encryptedToken: createHmac('sha256', zoomSecret).update('qgg8').digest('hex'),
    });
    expect(
      (await zoom({ event: 'endpoint.url_validation', payload: { plainToken: 'x' } }, { secret: 'no' }))
        .status,
    ).toBe(401);
  });

  test('tells who came, and the fact carries its own time', async () => {
    expect((await zoom(person('joined', 'ada', 3))).status).toBe(200);
    expect(zoomFacts).toEqual([
      {
        kind: 'participant-joined',
        meetingId: '81000000001',
        meetingUuid: '/aB==',
        at: instant(3),
        participantId: 'ada',
        registrantId: 'reg-ada',
        email: 'ada@legal-aid.example',
        name: 'Name of ada',
      },
    ]);
    expect(committed).toBe(1);
  });

  test.each([
    ['meeting.started', {}, { kind: 'meeting-started' }],
    ['meeting.ended', {}, { kind: 'meeting-ended' }],
    ['recording.started', {}, { kind: 'being-kept', what: 'recording' }],
    [
      'meeting.summary_completed',
      { meeting_id: 81000000001, meeting_uuid: '/aB==', summary_overview: 'SECRET' },
      { kind: 'being-kept', what: 'meeting-summary' },
    ],
  ])('%s', async (name, object, fact) => {
    await zoom(event(name, object));
    expect(zoomFacts).toMatchObject([{ ...fact, meetingId: '81000000001', meetingUuid: '/aB==' }]);
    expect(JSON.stringify(zoomFacts)).not.toContain('SECRET');
  });

  test('the same delivery twice, even at the same time, is taken in once and answered well each time', async () => {
    const one = person('joined', 'bea', 1);
    const answers = [...(await Promise.all([zoom(one), zoom(one)])), await zoom(one, { ago: 60 })];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(zoomFacts).toHaveLength(1);
    expect(await app.services.db.webhookDelivery.count({ where: { source: 'zoom' } })).toBeGreaterThan(0);
  });

  test('in every order who is in comes out the same', async () => {
    const deliveries = [
      person('joined', 'cleo', 0),
      person('left', 'cleo', 10),
      person('joined', 'cleo', 12),
      person('joined', 'dora', 5),
      person('left', 'dora', 40),
    ];
    const orders = [deliveries, [...deliveries].reverse(), [2, 4, 0, 3, 1].map((n) => deliveries[n])];
    for (const order of orders) {
      zoomFacts = [];
      await app.services.db.webhookDelivery.deleteMany();
      for (const delivery of order) await zoom(delivery);
      const facts = zoomFacts.filter((fact): fact is PresenceFact => 'participantId' in fact);
      expect(whoIsIn(facts).map(({ participantId, at }) => [participantId, at])).toEqual([
        ['cleo', instant(12)],
      ]);
    }
  });

  test('taken in for real: who is in, whoever told it first, and no name or address in the log', async () => {
    const { services } = app;
    const id = 'legal-working-group-2026-12-02';
    await planCalls(app, { from: '2026-12-02', to: '2026-12-02' });
    const call = await services.db.call.update({
      where: { id },
      data: { status: 'confirmed', zoomMeetingId: '81000000001' },
      include: withKey,
    });
    forReal = true;
    const [left, joined] = [person('left', 'hal', 20), person('joined', 'hal', 1)];
    const deliveries = [left, joined, person('joined', 'ida', 2), left, joined];
    for (const one of deliveries) expect((await zoom(one)).status).toBe(200);
    const many = Array.from({ length: 6 }, (_, n) => person('joined', `guest${n}`, n));
    await Promise.all(many.map((one) => zoom(one)));
    const present = (await presentIn(services, call)) ?? [];
    const guests = many.map((_, n) => `Name of guest${n}`);
    expect(present.map(({ name }) => name)).toEqual([...guests, 'Name of ida']);
    expect((await zoom(event('recording.started', {}))).status).toBe(200);
    expect(await services.db.message.count({ where: { aboutId: id, kind: 'call-meeting-problem' } })).toBe(1);
    const about = { meetingId: '81000000001', meetingUuid: 'm', at: instant(3) };
    const summary: ZoomFact = { kind: 'being-kept', what: 'meeting-summary', ...about };
    let second: Promise<unknown> = Promise.resolve();
    await recording(services, async (rec) => {
      await takeZoomFact(services)(rec, summary);
      second = recording(services, (other) => takeZoomFact(services)(other, summary));
      await somebodyWaits(services.db);
    });
    await second;
    const { beingKept } = await services.db.call.findUniqueOrThrow({ where: { id }, include: withKey });
    expect(beingKept).toEqual(['recording', 'meeting-summary']);
    expect(JSON.stringify(app.logged)).not.toMatch(/Name of|legal-aid/i);
  });

  test('what could not be taken in is not marked as seen, so that Zoom sends it again', async () => {
    const one = person('joined', 'eve', 2);
    trouble = async () => {
      throw new Error('Name of eve at eve@Legal-Aid.example');
    };
    expect((await zoom(one)).status).toBe(503);
    expect(committed).toBe(0);
    trouble = async () => undefined;
    expect((await zoom(one)).status).toBe(200);
    expect(zoomFacts).toHaveLength(1);
  });

  test('Zoom is answered in time, however slow we are', async () => {
    let finish: () => void = () => undefined;
    const work = new Promise<void>((resolve) => {
      finish = resolve;
    });
    trouble = () => work;
    const one = person('joined', 'fay', 2);
    // Zoom waits three seconds; here the answer comes while the work has not even ended.
    expect((await zoom(one)).status).toBe(503);
    finish();
    // Even once the slow work has ended, nothing of it stands.
    await work;
    expect((await app.call('/healthz')).status).toBe(200);
    const id = `zoom:${createHash('sha256').update(JSON.stringify(one)).digest('hex')}`;
    expect(await app.services.db.webhookDelivery.count({ where: { id } })).toBe(0);
    expect(committed).toBe(0);
  });

  test.each([
    [
      'a wrong signature',
      () => zoom(person('joined', 'gus', 1), { secret: 'guess' }),
      401,
      'signature-wrong',
    ],
    ['an old delivery', () => zoom(person('joined', 'gus', 1), { ago: 301 }), 401, 'signature-stale'],
    [
      'no signature',
      () => app.call('/webhooks/zoom', { body: person('joined', 'gus', 1) }),
      401,
      'signature-missing',
    ],
    ['no JSON', () => zoom('{"event":'), 400, 'malformed'],
    [
      'a fact without its meeting',
      () => zoom({ event: 'meeting.ended', event_ts: start, payload: {} }),
      422,
      'invalid',
    ],
    [
      'a fact without a time',
      () => zoom({ event: 'meeting.ended', payload: { object: { id: 1, uuid: 'x' } } }),
      422,
      'invalid',
    ],
    ['a flood', () => zoom(JSON.stringify({ event: 'x'.repeat(300_000) })), 413, 'too-large'],
  ])('%s is refused with a code', async (_, send, status, code) => {
    const answer = await send();
    expect([answer.status, await answer.json()]).toEqual([status, { code }]);
    expect(zoomFacts).toEqual([]);
  });

  test('events that are none of our business are thanked for and forgotten', async () => {
    const answer = await zoom(
      event('meeting.registration_created', { registrant: { email: 'hal@x.example' } }),
    );
    expect([answer.status, await answer.json()]).toEqual([200, { taken: false }]);
    expect(zoomFacts).toEqual([]);
  });
});

describe('NationBuilder', () => {
  const send = (body: unknown) => app.call('/webhooks/nationbuilder', { body });
  const changed = (id: number, token = nationSecret) => ({
    nation_slug: 'our-nation',
    payload: { person: { id, email: 'ida@legal-aid.example', email_opt_in: true, updated_at: instant(0) } },
    token,
    version: 4,
  });

  test('says that somebody changed; what changed is read from the nation, not believed', async () => {
    expect((await send(changed(65_536))).status).toBe(200);
    expect(contactFacts).toMatchObject([{ kind: 'contact-changed', contactId: '65536' }]);
  });

  test('the same delivery again is taken in once', async () => {
    await send(changed(7));
    await send(changed(7));
    expect(contactFacts).toHaveLength(1);
  });

  test.each([
    ['a wrong token', changed(8, 'guess')],
    ['a token that only begins right', changed(8, `${nationSecret}x`)],
    ['no token', { payload: { person: { id: 8 } } }],
    ['a token of another kind', { token: { $ne: '' }, payload: { person: { id: 8 } } }],
  ])('%s is refused', async (_, body) => {
    expect((await send(body)).status).toBe(401);
    expect(contactFacts).toEqual([]);
  });

  test('a donation is none of our business', async () => {
    expect((await send({ token: nationSecret, payload: { donation: { id: 1 } } })).status).toBe(200);
    expect(contactFacts).toEqual([]);
  });
});

describe('a learning management system', () => {
  const completion = {
    email: 'Jo@legal-aid.example',
    courseId: 'human-trafficking-defined',
    passed: true,
    score: 0.9,
    completedAt: '2026-11-01T10:00:00-08:00',
    sourceId: 'attempt-1',
  };
  function send(body: unknown, { id = 'msg_1', secret = lmsSecret, ago = 0 } = {}): Promise<Response> {
    const text = JSON.stringify(body);
    const timestamp = String(Math.floor(Date.now() / 1000) - ago);
    const key = Buffer.from(secret.slice(6), 'base64');
    const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${text}`).digest('base64');
    return app.call('/webhooks/lms', {
      method: 'POST',
      body: text,
      headers: { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` },
    });
  }
  const stored = () =>
    app.services.db.completion.findMany({ where: { source: 'lms' }, orderBy: { sourceId: 'asc' } });

  test('tells of a completion, which is recorded once, whatever else it says', async () => {
    const body = {
      type: 'course.completed',
      timestamp: instant(0),
      data: { ...completion, gradebook: 'B12' },
    };
    for (const id of ['msg_1', 'msg_1', 'msg_2']) expect((await send(body, { id })).status).toBe(200);
    expect(await stored()).toMatchObject([
      { courseId: 'human-trafficking-defined', sourceId: 'attempt-1', passed: true, score: 0.9 },
    ]);
  });

  test('without an id of its own the delivery’s stands for it', async () => {
    const { sourceId: _, ...data } = completion;
    await send({ type: 'course.completed', data }, { id: 'msg_own' });
    expect((await stored()).map(({ sourceId }) => sourceId)).toContain('msg_own');
  });

  test.each([
    [
      'a wrong signature',
      () => send({ type: 'course.completed', data: completion }, { id: 'm3', secret: 'whsec_AAAA' }),
      401,
      'signature-wrong',
    ],
    [
      'an old delivery',
      () => send({ type: 'course.completed', data: completion }, { id: 'm4', ago: 301 }),
      401,
      'signature-stale',
    ],
    [
      'a course we don’t have',
      () => send({ type: 'course.completed', data: { ...completion, courseId: 'knitting' } }, { id: 'm5' }),
      422,
      'invalid',
    ],
    [
      'a score beyond 1',
      () => send({ type: 'course.completed', data: { ...completion, score: 90 } }, { id: 'm6' }),
      422,
      'invalid',
    ],
  ])('%s is refused with a code', async (_, call, status, code) => {
    const answer = await call();
    expect([answer.status, await answer.json()]).toEqual([status, { code }]);
  });

  test('other events are thanked for', async () => {
    expect(await (await send({ type: 'course.started', data: {} }, { id: 'm7' })).json()).toEqual({
      taken: false,
    });
  });
});

test('an address that is not configured isn’t there, and needs no session, cookie or form token to say so', async () => {
  const bare = await startTestApp();
  for (const path of ['/webhooks/zoom', '/webhooks/nationbuilder', '/webhooks/lms', '/webhooks/other']) {
    const answer = await bare.call(path, { body: {} });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([404, null]);
  }
  await bare.close();
});

test('nothing personal is logged, whatever comes', async () => {
  trouble = async () => {
    throw new Error('Name of kim at kim@Legal-Aid.example');
  };
  await zoom(person('joined', 'kim', 1));
  await zoom(person('joined', 'kim', 1), { secret: 'guess' });
  await zoom({ ...person('joined', 'kim', 1), payload: { object: { id: {}, uuid: 'kim' } } });
  await app.call('/webhooks/kim@legal-aid.example', { body: { name: 'kim' } });
  expect(app.logged.length).toBeGreaterThan(3);
  expect(app.logged.join('\n')).not.toMatch(/kim|legal-aid/i);
});
