import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CallState } from '../../src/domain/calls/call-state.js';
import type { Actor } from '../../src/domain/people/actor.js';
import type { ZoomFact } from '../../src/ports/meetings.js';
import { joinLinkOf } from '../../src/usecases/calls/join-link.js';
import { presentIn } from '../../src/usecases/calls/presence.js';
import { setJoinLink } from '../../src/usecases/calls/set-join-link.js';
import { withKey } from '../../src/usecases/data-keys.js';
import { purgeDue } from '../../src/usecases/purge-due.js';
import { reconcile } from '../../src/usecases/reconcile/reconcile.js';
import { recording } from '../../src/usecases/recording.js';
import { once } from '../../src/usecases/webhooks/once.js';
import { takeZoomFact } from '../../src/usecases/webhooks/take-zoom-fact.js';
import { startDesk, type TestDesk } from '../support/desk.js';
import { type FakeZoom, startFakeZoom } from '../support/fake-zoom.js';
import { unsaid } from '../support/summaries.js';
import { attends, goodAsker } from './call-people.js';

/** Four weeks of calls whose meetings the desk makes at Zoom, in order, each part on from the one before. */
const GENERAL = 'legal-working-group-2056-01-12';
const MOVED = 'legal-working-group-2056-01-19';
const CANCELLED = 'legal-working-group-2056-01-26';
const ANA = 'ana@legal-aid.example';
const NEW_ANA = 'ana@new-office.example';
const BEN = 'ben@legal-aid.example';
const CYD = 'cyd@legal-aid.example';
const DOWN = { kind: 'reply', status: 503, headers: { 'retry-after': '900' } } as const;

type Heard = WithoutMeeting<ZoomFact>;
type WithoutMeeting<F> = F extends ZoomFact ? Omit<F, 'meetingId'> : never;

let zoom: FakeZoom;
let desk: TestDesk;
const ids = new Map<string, string>();
beforeAll(async () => {
  zoom = await startFakeZoom();
  desk = await startDesk({
    startAt: '2056-01-03T08:00:00-08:00',
    series: true,
    env: {
      ZOOM_ACCOUNT_ID: 'account',
      ZOOM_CLIENT_ID: 'client',
      ZOOM_CLIENT_SECRET: 'secret',
      ZOOM_HOST_ID: 'host@desk.example',
      ZOOM_API_URL: zoom.settings.apiUrl,
      ZOOM_TOKEN_URL: zoom.settings.tokenUrl,
    },
  });
}, 120_000);
afterAll(async () => {
  await desk?.close();
  await zoom?.close();
});

describe('the meeting of a call', () => {
  test('is not made before the window opens', async () => {
    await register(ANA);
    await register(BEN);
    await desk.advance({ to: '2056-01-05T12:59:00-08:00' });
    expect(meetingOf(GENERAL)).toBeUndefined();
  });

  test('is made when it opens, once, and each approved registrant has a link of their own', async () => {
    await desk.advance({ to: '2056-01-05T13:05:00-08:00' });
    expect(tagged(GENERAL)).toHaveLength(1);
    const { services } = desk.wired;
    const call = await services.db.call.findUniqueOrThrow({ where: { id: GENERAL }, include: withKey });
    expect([call.meetingCapacity, call.meetingUnchecked]).toEqual([100, []]);
    expect(registrantsOf(GENERAL)).toEqual([
      [ANA, 'approved', 1],
      [BEN, 'approved', 1],
    ]);
    expect(await linkOf(ANA, GENERAL)).toMatch(/tk=personal$/);
    expect(await linkOf(ANA, GENERAL)).not.toBe(await linkOf(BEN, GENERAL));
  });

  test('who is approved later is added, who is revoked is taken off and has no way in', async () => {
    await register(CYD);
    await desk.api('POST', `/api/v1/registrations/${ids.get(BEN)}/decisions`, {
      body: { kind: 'revoke', reason: 'Has left.' },
    });
    await desk.advance({ by: 'PT5M' });
    expect(registrantsOf(GENERAL)).toEqual([
      [ANA, 'approved', 1],
      [BEN, 'cancelled', 1],
      [CYD, 'approved', 1],
    ]);
    expect(await linkOf(BEN, GENERAL)).toBeNull();
    expect(await linkOf(CYD, GENERAL)).toMatch(/tk=personal$/);
  });

  test('who is approved again is back, and a new address takes the place of the old one', async () => {
    await desk.api('POST', `/api/v1/registrations/${ids.get(BEN)}/decisions`, {
      body: { kind: 'approve', reason: 'Is back.' },
    });
    const { services } = desk.wired;
    const ana = await services.db.callRegistration.findUniqueOrThrow({
      where: { id: ids.get(ANA) ?? '' },
      include: withKey,
    });
    await services.db.personEmail.create({ data: { email: NEW_ANA, personId: ana.personId } });
    await register(NEW_ANA);
    expect(ids.get(NEW_ANA)).toBe(ids.get(ANA));
    await desk.advance({ by: 'PT5M' });
    expect(registrantsOf(GENERAL)).toEqual([
      [ANA, 'cancelled', 1],
      [BEN, 'approved', 2],
      [CYD, 'approved', 1],
      [NEW_ANA, 'approved', 1],
    ]);
    expect(await linkOf(BEN, GENERAL)).toMatch(/tk=personal$/);
    expect(await linkOf(NEW_ANA, GENERAL)).toMatch(/reg-4\?tk=personal$/);
  });

  test('a recording that is forced on holds the links back until it is off; staff hear of it once', async () => {
    const meeting = meetingOf(GENERAL);
    if (!meeting) throw new Error('no meeting');
    meeting.settings.auto_recording = 'cloud';
    await ask(GENERAL);
    await desk.advance({ to: '2056-01-11T14:05:00-08:00' });
    expect([await problemOf(GENERAL), await linkOf(NEW_ANA, GENERAL)]).toEqual(['kept', null]);
    await desk.advance({ by: 'PT2H' });
    expect([await problemOf(GENERAL), await staffMails(GENERAL)]).toEqual(['kept', ['kept']]);
    meeting.settings.auto_recording = 'none';
    await desk.advance({ by: 'PT2H' });
    expect(await problemOf(GENERAL)).toBeNull();
    expect(await linkOf(NEW_ANA, GENERAL)).toMatch(/tk=personal$/);
  });

  test('a process of a meeting that was lost begins anew; one that is there is left alone', async () => {
    const lost = `zoom-meeting/${GENERAL}`;
    expect((await reconcileWithout(lost)).restarted).toEqual([lost]);
    expect((await reconcileWithout()).restarted).toEqual([]);
    await desk.advance({ by: 'PT1M' });
    expect(tagged(GENERAL)).toHaveLength(1);
  });

  test('when nobody can be added staff hear of it once; who has a link keeps it', async () => {
    const off = { code: 404, message: 'Registration has not been enabled for this meeting: 81.' };
    const refusal = { kind: 'reply', status: 404, body: off } as const;
    zoom.failNext({ method: 'POST', path: /registrants$/ }, refusal, refusal);
    await register('eve@legal-aid.example');
    await desk.advance({ by: 'PT70M' });
    expect(await problemOf(GENERAL)).toBe('registration-off');
    expect(await linkOf(NEW_ANA, GENERAL)).toMatch(/tk=personal$/);
    await desk.advance({ by: 'PT2H' });
    expect([await problemOf(GENERAL), await staffMails(GENERAL)]).toEqual([null, ['kept', 'other']]);
  });

  test('with Zoom away on the day of the call, a link that staff set goes first', async () => {
    await desk.advance({ to: '2056-01-12T10:00:00-08:00' });
    zoom.setOutage(DOWN);
    const staff = { kind: 'key', id: randomUUID(), role: 'coordinator', scopes: [] } satisfies Actor;
    const set = await setJoinLink(desk.wired.services, staff, GENERAL, 'https://other.example/j/1');
    expect(set.ok).toBe(true);
    await register('dee@legal-aid.example');
    await desk.advance({ by: 'PT5M' });
    expect(await problemOf(GENERAL)).toBe('unavailable');
    expect(await linkOf(NEW_ANA, GENERAL)).toBe('https://other.example/j/1');
    zoom.setOutage(null);
    await desk.advance({ by: 'PT30M' });
    expect([await problemOf(GENERAL), await staffMails(GENERAL)]).toEqual([null, ['kept', 'other', 'other']]);
    expect(registrantsOf(GENERAL)).toContainEqual(['dee@legal-aid.example', 'approved', 1]);
  });
});

describe('while the call is on', () => {
  test('who comes and goes is known at once, whatever the order in which Zoom tells it', async () => {
    await desk.advance({ to: '2056-01-12T12:20:00-08:00' });
    const ana = registrantIdOf(NEW_ANA);
    await hear(GENERAL, { ...person('p-ben', '20:05:00', 'left'), registrantId: registrantIdOf(BEN) });
    await hear(GENERAL, { ...person('p-ana', '20:01:00', 'joined'), registrantId: ana });
    await hear(GENERAL, { ...person('p-ben', '20:02:00', 'joined'), registrantId: registrantIdOf(BEN) });
    await hear(GENERAL, { ...person('p-guest', '20:03:00', 'joined'), name: 'Gast Guest' });
    await hear(GENERAL, {
      ...person('p-phone', '20:04:00', 'joined'),
      email: NEW_ANA.toUpperCase(),
      name: 'iPhone',
    });
    // A trial the day before is none of it.
    await hear(GENERAL, { ...person('p-trial', '20:00:00', 'joined'), at: '2056-01-11T20:00:00.000Z' });
    expect(await presentNames(GENERAL)).toEqual(['Ana Ortiz', 'Gast Guest']);
    const { db } = desk.wired.services;
    const rows = await db.callPresence.findMany({ where: { callId: GENERAL } });
    expect(rows).toHaveLength(4);
    expect(JSON.stringify(rows)).not.toMatch(/Gast|Ortiz|@/);
    await hear(GENERAL, { ...person('p-guest', '20:06:00', 'left') });
    expect(await presentNames(GENERAL)).toEqual(['Ana Ortiz']);
  });

  test('that something is being kept is told to staff once for each kind of thing', async () => {
    const kept = { kind: 'being-kept', ...OF_MEETING, at: '2056-01-12T20:10:00.000Z' } as const;
    for (const what of ['recording', 'recording', 'meeting-summary', 'recording'] as const) {
      await hear(GENERAL, { ...kept, what });
    }
    expect(await staffMails(GENERAL)).toEqual(['kept', 'other', 'other', 'being-kept', 'being-kept']);
    const { services } = desk.wired;
    const call = await services.db.call.findUniqueOrThrow({ where: { id: GENERAL }, include: withKey });
    expect(call.beingKept).toEqual(['recording', 'meeting-summary']);
  });

  test('after the end of the meeting nobody is in, though Zoom told of no going', async () => {
    await hear(GENERAL, { kind: 'meeting-ended', ...OF_MEETING, at: '2056-01-12T20:59:00.000Z' });
    expect(await presentNames(GENERAL)).toEqual([]);
  });
});

describe('who was there', () => {
  test('is not known while Zoom does not say; then it is asked for again, and kept once', async () => {
    await desk.advance({ to: '2056-01-12T14:00:00-08:00' });
    expect([await knownAt(GENERAL), await attendanceOf(GENERAL)]).toEqual([null, []]);
    const meeting = meetingOf(GENERAL);
    zoom.instances.set(String(meeting?.id), [{ uuid: 'first==', start_time: '2056-01-12T19:58:00Z' }]);
    await desk.advance({ by: 'PT1H' });
    expect([await knownAt(GENERAL), await attendanceOf(GENERAL)]).toEqual([null, []]);
    const lost = `zoom-attendance/${GENERAL}`;
    expect((await reconcileWithout(lost)).restarted).toEqual([lost]);
    zoom.stays.set('first==', [
      stay('Ana O.', registrantIdOf(NEW_ANA), '20:00:00', '20:20:00'),
      stay('Ana O.', registrantIdOf(NEW_ANA), '20:30:00', '20:40:00'),
      stay('iPhone', undefined, '20:00:00', '20:01:00'),
    ]);
    await desk.advance({ by: 'PT1H' });
    expect(await knownAt(GENERAL)).not.toBeNull();
    expect(await attendanceOf(GENERAL)).toEqual([
      ['Ana O.', NEW_ANA, 30],
      ['iPhone', null, 1],
    ]);
    const told = await desk.api('GET', `/api/v1/calls/${GENERAL}/events`);
    const facts = told.body.items?.filter((event: { type: string }) => event.type === 'attendance-known');
    if (facts) expect(facts).toHaveLength(1);
    expect((await reconcileWithout(lost)).restarted).toEqual([]);
  });
});

describe('a change of the call', () => {
  test('moves its meeting', async () => {
    await desk.advance({ to: '2056-01-13T08:00:00-08:00' });
    const moved = await desk.api('POST', `/api/v1/calls/${MOVED}/decisions`, {
      body: { kind: 'reschedule', startsAt: '2056-01-20T20:00:00.000Z' },
    });
    expect(moved.status).toBe(200);
    await desk.advance({ by: 'PT5M' });
    expect(meetingOf(MOVED)?.start_time).toBe('2056-01-20T20:00:00Z');
  });

  test('its end, told twice by Zoom, makes the desk ask once; the end of a trial before does not', async () => {
    await desk.advance({ to: '2056-01-20T12:40:00-08:00' });
    const { services } = desk.wired;
    const take = takeZoomFact(services);
    const ended = (id: string, at: string) => {
      const meetingId = String(meetingOf(MOVED)?.id);
      const fact = { kind: 'meeting-ended', meetingId, meetingUuid: 'm==', at } as const;
      return once(services, { id, source: 'zoom', at: services.clock.now() }, (rec) => take(rec, fact));
    };
    const asked = () => services.db.outbox.count({ where: { workflowId: `zoom-attendance/${MOVED}` } });
    expect([await ended('trial', '2056-01-19T20:00:00.000Z'), await asked()]).toEqual([true, 0]);
    expect([await ended('end', '2056-01-20T20:38:00.000Z'), await asked()]).toEqual([true, 1]);
    expect([await ended('end', '2056-01-20T20:38:00.000Z'), await asked()]).toEqual([false, 1]);
  });

  test('what staff entered about a call stands, whatever Zoom says later', async () => {
    await desk.advance({ to: '2056-01-20T13:05:00-08:00' });
    const rows = [
      { ...attends(CYD, MOVED), joinedAt: '2056-01-20T20:00:00.000Z', leftAt: '2056-01-20T21:00:00.000Z' },
    ];
    const told = await desk.api('POST', `/api/v1/calls/${MOVED}/attendance`, { body: rows });
    expect(told.status).toBe(200);
    zoom.instances.set(String(meetingOf(MOVED)?.id), [{ uuid: 'm==', start_time: '2056-01-20T19:58:00Z' }]);
    zoom.stays.set('m==', [stay('Somebody', undefined, '20:00:00', '20:10:00')]);
    await desk.advance({ by: 'PT3H' });
    expect((await attendanceOf(MOVED)).map(([name]) => name)).toEqual([CYD]);
  });

  test('too many changes at Zoom today: cancelled there once Zoom allows it', async () => {
    await desk.advance({ to: '2056-01-21T08:00:00-08:00' });
    expect(tagged(CANCELLED)).toHaveLength(1);
    const limit = { kind: 'reply', status: 429, headers: { 'retry-after': '3600' } } as const;
    zoom.failNext({ method: 'DELETE', path: /meetings/ }, limit);
    await desk.api('POST', `/api/v1/calls/${CANCELLED}/decisions`, {
      body: { kind: 'cancel', reason: 'Ill.' },
    });
    await desk.advance({ by: 'PT5M' });
    expect(tagged(CANCELLED)).toHaveLength(1);
    await desk.advance({ by: 'PT2H' });
    expect(tagged(CANCELLED)).toHaveLength(0);
  });
});

describe('what is left of who came and went', () => {
  test('nothing once the call is completed; of one that never is, nothing a day later', async () => {
    const { services } = desk.wired;
    const { db } = services;
    const row = await db.call.findUniqueOrThrow({ where: { id: GENERAL }, include: withKey });
    const kept = (callId: string) => db.callPresence.count({ where: { callId } });
    expect([row.status, await kept(GENERAL)]).toEqual(['completed', 0]);
    const late = { ...person('p-late', '20:01:00', 'joined'), meetingId: row.zoomMeetingId ?? '' };
    await recording(services, (rec) => takeZoomFact(services)(rec, late));
    expect(await kept(GENERAL)).toBe(0);
    await db.callPresence.create({ data: { callId: MOVED, participantId: 'p' } });
    expect([(await purgeDue(services)).callPresence, await kept(MOVED)]).toEqual([0, 1]);
    await desk.advance({ to: '2056-01-21T13:01:00-08:00' });
    expect([(await purgeDue(services)).callPresence, await kept(MOVED)]).toEqual([1, 0]);
  });
});

describe('a call that was lost', () => {
  test('right after its cut-off, with nobody asking: it is cancelled as it would have been', async () => {
    const { services } = desk.wired;
    const id = 'legal-working-group-2056-01-05';
    const cancelled = await services.db.call.findUniqueOrThrow({ where: { id }, include: withKey });
    const state = cancelled.processState as unknown as CallState;
    expect([state.status, state.cancelReason]).toEqual(['cancelled', 'no-questions']);
    const before: CallState = {
      ...state,
      status: 'questions-closed',
      seq: state.seq - 1,
      cancelReason: null,
      cancelledAt: null,
      handedOver: false,
    };
    const workflowId = `call/${id}`;
    await services.db.processEvent.deleteMany({ where: { workflowId, seq: state.seq } });
    await services.db.call.update({
      where: { id },
      data: {
        status: 'questions-closed',
        processSeq: before.seq,
        processState: JSON.parse(JSON.stringify(before)),
      },
    });
    const starts = () => services.db.outbox.count({ where: { workflowId, kind: 'start' } });
    const [known, report] = [await starts(), await reconcileWithout(workflowId)];
    expect(report).toMatchObject({ restarted: [id], alarms: [] });
    const after = await services.db.call.findUniqueOrThrow({ where: { id }, include: withKey });
    expect([after.status, after.cancelReason, after.processSeq]).toEqual([
      'cancelled',
      'no-questions',
      state.seq,
    ]);
    expect(await starts()).toBe(known);
  });
});

test('every activity and timer of these processes says what it is for, in a code', async () => {
  const { types, silent } = await unsaid(desk);
  expect(types).toEqual(expect.arrayContaining(['callCycle', 'callSeries', 'zoomAttendance', 'zoomMeeting']));
  expect(silent).toEqual([]);
}, 60_000);

/** Reconciles as if Temporal had lost these and nothing else. */
function reconcileWithout(...lost: string[]) {
  const { services } = desk.wired;
  const stateOf = async (id: string) => (lost.includes(id) ? ('missing' as const) : ('running' as const));
  return reconcile({ ...services, processes: { ...services.processes, stateOf } });
}

function tagged(callId: string) {
  return zoom.meetings.filter(({ agenda }) => agenda.includes(`${callId}]`));
}

function meetingOf(callId: string) {
  return tagged(callId)[0];
}

function registrantsOf(callId: string): [string, string, number][] {
  return (meetingOf(callId)?.registrants ?? []).map(({ email, status, adds }) => [email, status, adds]);
}

function registrantIdOf(email: string): string {
  return meetingOf(GENERAL)?.registrants.find((one) => one.email === email)?.id ?? '';
}

const OF_MEETING = { meetingUuid: 'first==' } as const;

function person(participantId: string, time: string, how: 'joined' | 'left') {
  return {
    kind: `participant-${how}` as const,
    ...OF_MEETING,
    at: `2056-01-12T${time}.000Z`,
    participantId,
    registrantId: null as string | null,
    email: null as string | null,
    name: '',
  };
}

/** As Zoom's webhook tells it; each delivery twice. */
async function hear(callId: string, told: Heard): Promise<void> {
  const { services } = desk.wired;
  const take = takeZoomFact(services);
  const fact = { ...told, meetingId: String(meetingOf(callId)?.id) } as ZoomFact;
  for (let n = 0; n < 2; n += 1) await recording(services, (rec) => take(rec, fact));
}

async function presentNames(callId: string): Promise<string[]> {
  const { services } = desk.wired;
  const call = await services.db.call.findUniqueOrThrow({ where: { id: callId }, include: withKey });
  return (await presentIn(services, call))?.map(({ name }) => name) ?? ['not known'];
}

/** What each mail to staff about a call's meeting says is wrong. */
async function staffMails(callId: string): Promise<string[]> {
  const { db, vault } = desk.wired.services;
  const rows = await db.message.findMany({
    where: { aboutId: callId, kind: 'call-meeting-problem' },
    orderBy: { queuedAt: 'asc' },
    include: withKey,
  });
  return rows.map(({ id, dataKey, sealed }) => {
    const place = { table: 'message', rowId: id, field: 'data' };
    return sealed && JSON.parse(vault.open(dataKey, place, sealed)).meetingTrouble;
  });
}

function stay(name: string, registrantId: string | undefined, from: string, until: string) {
  return {
    name,
    registrant_id: registrantId,
    join_time: `2056-01-12T${from}Z`,
    leave_time: `2056-01-12T${until}Z`,
  };
}

async function register(email: string): Promise<void> {
  const { status, body } = await desk.api('POST', '/api/v1/registrations', {
    body: {
      series: 'legal-working-group',
      name: 'Ana Ortiz',
      email,
      role: 'attorney',
      licensedIn: ['CA'],
      employer: 'Legal Aid',
    },
  });
  expect([status < 300, body.status]).toEqual([true, 'approved']);
  ids.set(email, body.id);
}

async function ask(callId: string): Promise<void> {
  const { status } = await desk.api('POST', `/api/v1/calls/${callId}/questions`, {
    body: { asker: goodAsker(0), question: 'How would you begin?' },
  });
  expect(status).toBe(201);
}

async function linkOf(email: string, callId: string): Promise<string | null> {
  const { services } = desk.wired;
  const registration = await services.db.callRegistration.findFirstOrThrow({
    where: { email },
    include: withKey,
  });
  if (registration.status !== 'approved') return null;
  const call = await services.db.call.findUniqueOrThrow({ where: { id: callId }, include: withKey });
  return joinLinkOf(services.db, services, registration, call);
}

async function problemOf(callId: string): Promise<string | null> {
  return (await desk.wired.services.db.call.findUniqueOrThrow({ where: { id: callId }, include: withKey }))
    .meetingProblem;
}

async function knownAt(callId: string): Promise<Date | null> {
  return (await desk.wired.services.db.call.findUniqueOrThrow({ where: { id: callId }, include: withKey }))
    .attendanceKnownAt;
}

async function attendanceOf(callId: string): Promise<[string, string | null, number][]> {
  const { db } = desk.wired.services;
  const rows = await db.callAttendance.findMany({ where: { callId }, orderBy: { name: 'asc' } });
  const owners = await db.callRegistration.findMany({ select: { personId: true, email: true } });
  return rows.map(({ name, personId, minutes }) => [
    name,
    owners.find((one) => one.personId === personId)?.email ?? null,
    minutes,
  ]);
}
