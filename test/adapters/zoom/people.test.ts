import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ada, oneCall, startZoomWorld, type ZoomWorld } from './zoom-world.js';

let world: ZoomWorld;
let id: string;
beforeEach(async () => {
  world = await startZoomWorld();
  await world.meetings.ensureMeeting(oneCall);
  id = String(world.zoom.meetings[0]?.id);
});
afterEach(() => world.zoom.close());

const adds = () =>
  world.zoom.seen.filter(({ method, path }) => method === 'POST' && path.endsWith('/registrants'));

describe('an approved registration', () => {
  test('becomes a registrant with a link of their own', async () => {
    const added = await world.meetings.addRegistrant(id, ada);
    expect(added).toEqual({
      outcome: 'done',
      value: { registrantId: 'reg-1', joinUrl: 'https://zoom.test/w/reg-1?tk=personal' },
    });
    expect(JSON.parse(adds()[0]?.body ?? '')).toEqual({
      email: ada.email,
      first_name: 'Ada',
      last_name: 'Attorney',
      org: 'Legal Aid',
      auto_approve: true,
    });
  });

  test('added again is the same registrant', async () => {
    expect(await world.meetings.addRegistrant(id, ada)).toEqual(await world.meetings.addRegistrant(id, ada));
  });

  test('whose answer was lost is looked up and not added twice', async () => {
    world.zoom.failNext({ method: 'POST', path: /registrants$/ }, { kind: 'hang-up-after-doing' });
    expect(await world.meetings.addRegistrant(id, ada)).toMatchObject({ value: { registrantId: 'reg-1' } });
    expect(adds()).toHaveLength(1);
  });

  test('left pending by the account is approved by hand', async () => {
    world.zoom.failNext(
      { method: 'POST', path: /registrants$/ },
      { kind: 'reply', status: 201, body: { registrant_id: 'reg-1' } },
    );
    world.zoom.meetings[0]?.registrants.push({
      id: 'reg-1',
      email: ada.email,
      first_name: 'Ada',
      last_name: 'Attorney',
      status: 'pending',
      join_url: 'https://zoom.test/w/reg-1',
      adds: 1,
      changes: 0,
    });
    expect(await world.meetings.addRegistrant(id, ada)).toEqual({
      outcome: 'done',
      value: { registrantId: 'reg-1', joinUrl: 'https://zoom.test/w/reg-1' },
    });
  });

  test('a fourth addition of one day meets the daily limit, and the link is found all the same', async () => {
    for (const _ of [1, 2, 3]) await world.meetings.addRegistrant(id, ada);
    expect(await world.meetings.addRegistrant(id, ada)).toMatchObject({ value: { registrantId: 'reg-1' } });
  });

  test('somebody revoked who hits the daily limit is told when to come back', async () => {
    for (const _ of [1, 2, 3]) await world.meetings.addRegistrant(id, ada);
    await world.meetings.setRegistrantStatus(id, {
      registrantId: 'reg-1',
      email: ada.email,
      action: 'cancel',
    });
    expect(await world.meetings.addRegistrant(id, ada)).toEqual({
      outcome: 'retry',
      code: 'registrant-daily-limit',
      retryAt: '2026-12-03T00:00:00.000Z',
    });
  });

  test('ten changes of status a day, then tomorrow', async () => {
    await world.meetings.addRegistrant(id, ada);
    const change = { registrantId: 'reg-1', email: ada.email, action: 'deny' } as const;
    for (let n = 0; n < 10; n += 1) {
      expect(await world.meetings.setRegistrantStatus(id, change)).toEqual({ outcome: 'done', value: null });
    }
    expect(await world.meetings.setRegistrantStatus(id, change)).toMatchObject({
      outcome: 'retry',
      code: 'registrant-daily-limit',
    });
  });

  test('registrants are listed over all pages, by status', async () => {
    world.zoom.pageSize = 2;
    for (const n of [1, 2, 3, 4, 5])
      await world.meetings.addRegistrant(id, { ...ada, email: `P${n}@legal-aid.example` });
    await world.meetings.setRegistrantStatus(id, {
      registrantId: 'reg-2',
      email: 'P2@legal-aid.example',
      action: 'deny',
    });
    const approved = await world.meetings.listRegistrants(id, 'approved');
    expect(approved.outcome === 'done' && approved.value.map(({ registrantId }) => registrantId)).toEqual([
      'reg-1',
      'reg-3',
      'reg-4',
      'reg-5',
    ]);
    expect(await world.meetings.listRegistrants(id, 'denied')).toMatchObject({
      value: [{ email: 'p2@legal-aid.example' }],
    });
  });

  test.each([
    ['a meeting that is gone', '999', 'not-found'],
    ['a meeting without registration', '', 'registration-off'],
  ])('%s is a refusal', async (_, meetingId, code) => {
    const meeting = world.zoom.meetings[0];
    if (meeting) meeting.settings.approval_type = 2;
    expect(await world.meetings.addRegistrant(meetingId || id, ada)).toEqual({ outcome: 'refused', code });
  });
});

describe('attendance', () => {
  const uuid = '/aB//c+d==';
  const stay = (from: string, to: string, more: object = {}) => ({
    name: 'Ada A.',
    user_email: 'Ada@legal-aid.example',
    registrant_id: 'reg-1',
    join_time: `2026-12-02T${from}:00Z`,
    leave_time: `2026-12-02T${to}:00Z`,
    ...more,
  });

  test('somebody who came back has a row for each stay; people without registration have no id', async () => {
    world.zoom.pageSize = 2;
    world.zoom.stays.set(uuid, [
      stay('20:00', '20:10'),
      stay('20:08', '20:30'),
      { name: 'iPhone', join_time: '2026-12-02T20:05:00Z', leave_time: '2026-12-02T21:00:00Z' },
    ]);
    expect(await world.meetings.participants(uuid)).toEqual({
      outcome: 'done',
      value: [
        {
          registrantId: 'reg-1',
          email: 'ada@legal-aid.example',
          name: 'Ada A.',
          joinedAt: '2026-12-02T20:00:00.000Z',
          leftAt: '2026-12-02T20:10:00.000Z',
        },
        expect.objectContaining({ registrantId: 'reg-1', joinedAt: '2026-12-02T20:08:00.000Z' }),
        expect.objectContaining({ registrantId: null, email: null, name: 'iPhone' }),
      ],
    });
  });

  test('waiting in the waiting room is not attending; a forgotten leaving is', async () => {
    world.zoom.stays.set(uuid, [
      stay('19:50', '20:00', { status: 'in_waiting_room' }),
      stay('20:00', '20:10', { status: 'in_meeting', leave_time: '' }),
    ]);
    expect(await world.meetings.participants(uuid)).toMatchObject({
      value: [{ joinedAt: '2026-12-02T20:00:00.000Z', leftAt: null }],
    });
  });

  test('without permission for reports the past meeting is read', async () => {
    world.zoom.forbidden = /\/report\//;
    world.zoom.stays.set(uuid, [stay('20:00', '20:10')]);
    expect(await world.meetings.participants(uuid)).toMatchObject({ value: [{ registrantId: 'reg-1' }] });
  });

  test('a report that is not there yet is not an empty one', async () => {
    expect(await world.meetings.participants('not-yet==')).toEqual({ outcome: 'refused', code: 'not-found' });
  });

  test('a call that was ended and started again took place twice', async () => {
    world.zoom.instances.set(id, [
      { uuid: 'one==', start_time: '2026-12-02T20:00:00Z' },
      { uuid: 'two==', start_time: '2026-12-02T20:20:00Z' },
    ]);
    expect(await world.meetings.instances(id)).toEqual({
      outcome: 'done',
      value: [
        { meetingUuid: 'one==', startedAt: '2026-12-02T20:00:00.000Z' },
        { meetingUuid: 'two==', startedAt: '2026-12-02T20:20:00.000Z' },
      ],
    });
  });
});
