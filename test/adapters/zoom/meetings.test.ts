import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { oneCall, startZoomWorld, wholeSeries, type ZoomWorld } from './zoom-world.js';

let world: ZoomWorld;
beforeEach(async () => {
  world = await startZoomWorld();
});
afterEach(() => world.zoom.close());

describe('a meeting for a call', () => {
  test('is made for approved registrants only, without any mail from Zoom', async () => {
    const made = await world.meetings.ensureMeeting(oneCall);
    expect(made).toMatchObject({ outcome: 'done', value: { privacy: { on: [], unchecked: [] } } });
    expect(world.zoom.meetings[0]).toMatchObject({
      type: 2,
      start_time: '2026-12-02T20:00:00Z',
      timezone: 'America/Los_Angeles',
      duration: 60,
      settings: {
        approval_type: 1,
        registrants_confirmation_email: false,
        registrants_email_notification: false,
        meeting_authentication: true,
        waiting_room: true,
        join_before_host: false,
      },
    });
  });

  test('is found again by its tag, not made twice', async () => {
    const first = await world.meetings.ensureMeeting(oneCall);
    const again = await world.meetings.ensureMeeting(oneCall);
    expect(again).toEqual(first);
    expect(world.zoom.meetings).toHaveLength(1);
  });

  test('is looked up, page by page, when the answer to making it was lost', async () => {
    world.zoom.pageSize = 1;
    await world.meetings.ensureMeeting({ ...oneCall, tag: 'legal-working-group-2026-11-25' });
    world.zoom.failNext({ method: 'POST', path: /\/meetings$/ }, { kind: 'hang-up-after-doing' });
    const made = await world.meetings.ensureMeeting(oneCall);
    expect(made).toMatchObject({ outcome: 'done', value: { meetingId: String(world.zoom.meetings[1]?.id) } });
    expect(world.zoom.meetings).toHaveLength(2);
  });

  test('one of the same beginning is another one', async () => {
    await world.meetings.ensureMeeting({ ...oneCall, tag: 'legal-working-group-2026-12-02-extra' });
    await world.meetings.ensureMeeting(oneCall);
    expect(world.zoom.meetings).toHaveLength(2);
  });

  test('a weekly series is one recurring meeting on Wednesdays that people register for once', async () => {
    await world.meetings.ensureMeeting(wholeSeries);
    const body = JSON.parse(
      world.zoom.seen.find(({ method, path }) => method === 'POST' && path.endsWith('/meetings'))?.body ??
        '{}',
    );
    expect(body).toMatchObject({
      type: 8,
      recurrence: { type: 2, repeat_interval: 1, weekly_days: '4', end_date_time: '2026-12-31T00:00:00Z' },
      settings: { registration_type: 1 },
    });
  });

  test('a series longer than Zoom allows is refused before anything is made', async () => {
    const recurrence = { every: 'week', weekday: 4, until: '2028-01-31T00:00:00.000Z' } as const;
    const made = await world.meetings.ensureMeeting({ ...wholeSeries, recurrence });
    expect(made).toEqual({ outcome: 'refused', code: 'too-many-calls' });
    expect(world.zoom.seen).toHaveLength(0);
  });
});

describe('nothing of a call is kept', () => {
  test('what the account switches on by default is switched off again', async () => {
    world.zoom.defaults = { auto_recording: 'cloud', auto_start_meeting_summary: true };
    const made = await world.meetings.ensureMeeting(oneCall);
    expect(made).toMatchObject({ value: { privacy: { on: [] } } });
    expect(world.zoom.meetings[0]?.settings).toMatchObject({
      auto_recording: 'none',
      auto_start_meeting_summary: false,
    });
  });

  test.each([
    ['recording', { auto_recording: 'local' }],
    ['meeting-summary', { auto_start_meeting_summary: true }],
    ['ai-questions', { auto_start_ai_companion_questions: true }],
    ['continuous-chat', { continuous_meeting_chat: { enable: true } }],
  ])('%s forced by the account is reported', async (thing, forced) => {
    world.zoom.forced = forced;
    const made = await world.meetings.ensureMeeting(oneCall);
    expect(made).toMatchObject({ outcome: 'done', value: { privacy: { on: [thing] } } });
  });

  test.each([
    ['host-saved-chat', { in_meeting: { auto_saving_chat: true } }],
    ['host-recording', { recording: { auto_recording: 'cloud' } }],
    ['host-summary', { in_meeting: { meeting_summary_with_ai_companion: { auto_enable: true } } }],
    ['host-ai-questions', { in_meeting: { ai_companion_questions: { auto_enable: true } } }],
  ])('%s of the host is reported on the day of the call', async (thing, settings) => {
    await world.meetings.ensureMeeting(oneCall);
    world.zoom.hostSettings = settings;
    const checked = await world.meetings.checkPrivacy(String(world.zoom.meetings[0]?.id));
    expect(checked).toMatchObject({ outcome: 'done', value: { on: [thing] } });
  });

  test.each([
    ['the license alone', { meeting_capacity: 300, large_meeting: false, large_meeting_capacity: 1000 }, 300],
    [
      'with the large meeting add-on',
      { meeting_capacity: 300, large_meeting: true, large_meeting_capacity: 500 },
      500,
    ],
    ['not told', undefined, null],
    ['told in words', { meeting_capacity: 'many' }, null],
  ])('how many people may be in at once: %s', async (_which, feature, capacity) => {
    world.zoom.hostSettings = { feature };
    const made = await world.meetings.ensureMeeting(oneCall);
    expect(made).toMatchObject({ outcome: 'done', value: { privacy: { capacity } } });
  });

  test('what the app has no permission to read is said to be unchecked', async () => {
    world.zoom.forbidden = /\/settings$/;
    const made = await world.meetings.ensureMeeting(oneCall);
    expect(made).toMatchObject({
      value: {
        privacy: {
          on: [],
          unchecked: ['host-recording', 'host-summary', 'host-ai-questions', 'host-saved-chat'],
        },
      },
    });
  });
});

describe('a call that moves or is cancelled', () => {
  const change = {
    from: '2026-12-09T20:00:00.000Z',
    to: '2026-12-10T20:00:00.000Z',
    zone: oneCall.zone,
    durationMinutes: 60,
  };

  test('one occurrence of a series moves; moved again it stays', async () => {
    await world.meetings.ensureMeeting(wholeSeries);
    const meetingId = String(world.zoom.meetings[0]?.id);
    for (const _ of [1, 2]) {
      expect(await world.meetings.moveMeeting({ meetingId, ...change })).toEqual({
        outcome: 'done',
        value: null,
      });
    }
    const starts = world.zoom.meetings[0]?.occurrences.map(({ start_time }) => start_time);
    expect(starts?.slice(0, 3)).toEqual([
      '2026-12-02T20:00:00Z',
      '2026-12-10T20:00:00Z',
      '2026-12-16T20:00:00Z',
    ]);
    expect(world.zoom.seen.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  });

  test('one occurrence is deleted, the others stay, and deleting again does nothing', async () => {
    await world.meetings.ensureMeeting(wholeSeries);
    const meetingId = String(world.zoom.meetings[0]?.id);
    for (const _ of [1, 2]) {
      const cancelled = await world.meetings.cancelMeeting({ meetingId, startsAt: change.from });
      expect(cancelled).toEqual({ outcome: 'done', value: null });
    }
    expect(world.zoom.meetings[0]?.occurrences.filter(({ status }) => status === 'deleted')).toHaveLength(1);
    expect(world.zoom.seen.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  });

  test('a single meeting is deleted; one that is gone counts as cancelled', async () => {
    await world.meetings.ensureMeeting(oneCall);
    const meetingId = String(world.zoom.meetings[0]?.id);
    for (const _ of [1, 2]) {
      const cancelled = await world.meetings.cancelMeeting({ meetingId, startsAt: oneCall.startsAt });
      expect(cancelled).toEqual({ outcome: 'done', value: null });
    }
    expect(world.zoom.meetings).toHaveLength(0);
  });
});
