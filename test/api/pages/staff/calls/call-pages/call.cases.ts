import { describe, expect, test } from '@jest/globals';
import { sendWhiteSpace } from '../../../../../support/white-space.js';
import { hiddenOf, summaryOf } from '../../staff-site.js';
import { CLOSED, NON_LEGAL, register } from '../call-world.js';
import { ana, eventsOf, pageAt, room, send, site } from './site.js';

describe('the room', () => {
  test('a link that is none is refused, a good one is kept sealed', async () => {
    const path = `${room}/decide/link`;
    const wrong = await send(path, { link: 'zoom.example/j/1' });
    expect([wrong.status, summaryOf(wrong.html)]).toEqual([422, ['Enter a link that begins with https://.']]);
    expect(wrong.html).toContain('zoom.example/j/1');
    const kept = await send(path, { link: 'https://zoom.example/j/1?pwd=secret' });
    expect(kept.location).toBe(`${room}?done=link`);
    const { html } = await site.get(ana, room);
    expect(html).toContain('A join link is set.');
    expect(html).not.toContain('pwd=secret');
  });

  test('more are registered than the license takes, and something was kept: staff see both', async () => {
    const { db } = site.desk.wired.services;
    for (const name of ['kim', 'lou']) await register(site, { email: `${name}@county-legal.example` });
    const of = { seriesId: 'legal-working-group', status: 'approved' };
    const approved = await db.callRegistration.count({ where: of });
    const board = async () => (await site.get(ana, '/staff/calls')).html;
    expect(await board()).toContain(`${approved} approved registrants; the meeting holds 100.`);
    await db.call.update({
      where: { id: NON_LEGAL },
      data: { meetingCapacity: approved - 1, beingKept: ['recording'], meetingUnchecked: ['host-summary'] },
    });
    const { html } = await site.get(ana, room);
    expect(html).toContain('More people are registered than the meeting takes');
    expect(html).toContain(
      `${approved} people approved for this series. The meeting takes ${approved - 1} at once.`,
    );
    expect(html).toContain('Zoom told of a recording.');
    expect(html).toContain('Zoom does not say whether');
    expect(await board()).toContain('More are registered than can be in at once.');
    await db.call.update({
      where: { id: NON_LEGAL },
      data: { meetingCapacity: null, beingKept: [], meetingUnchecked: [] },
    });
  });

  test('a call on a closure is confirmed, then offered no more', async () => {
    const path = `/staff/calls/${CLOSED}/decide/confirm`;
    expect((await send(path, {})).location).toBe(`/staff/calls/${CLOSED}?done=confirm`);
    expect((await site.get(ana, path)).location).toBe(`/staff/calls/${CLOSED}`);
    expect((await site.get(ana, '/staff/calls')).html).toContain('Confirmed by staff');
  });

  test('a moved call says its old and new time', async () => {
    const path = `/staff/calls/${CLOSED}/decide/move`;
    const past = await send(path, { 'date-month': '11', 'date-day': '1', 'date-year': '2055', time: '9 AM' });
    expect(past.status).toBe(422);
    expect(past.html).toMatch(/value="9 AM"/);
    const form = { 'date-month': '11', 'date-day': '30', 'date-year': '2055', time: '1:00 PM' };
    expect((await send(path, form)).status).toBe(303);
    const { html } = await site.get(ana, `/staff/calls/${CLOSED}`);
    expect(html).toContain('Tuesday, November 30, 2055, 1:00 PM PT');
    expect(html).toContain('The call was moved from Wednesday, November 24, 2055, 12:00 PM PT');
  });

  test.each([
    `${CLOSED}/decide/move`,
    `${CLOSED}/decide/cancel`,
    `${CLOSED}/decide/link`,
    'series/legal-working-group',
  ])('half a megabyte of white space, typed into %s', (form) =>
    sendWhiteSpace(`/staff/calls/${form}`, {
      open: pageAt,
      send: (path, fields) => send(path, { kind: 'extra', ...fields }),
    }),
  );

  test('cancelling wants a reason, then it is done once', async () => {
    const path = `/staff/calls/${CLOSED}/decide/cancel`;
    expect(summaryOf((await send(path, { reason: '' })).html)).toEqual(['Say why the call is cancelled.']);
    const page = (await site.get(ana, path)).html;
    expect(page).toMatch(/value="other" checked/);
    const form = {
      ...hiddenOf(page),
      reason: 'Ben broke a leg.',
      publicReason: 'facilitator-unavailable',
    };
    const answers = await Promise.all([site.post(ana, path, form), site.post(ana, path, form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await eventsOf(CLOSED, 'cancelled')).toBe(1);
    const { html } = await site.get(ana, `/staff/calls/${CLOSED}`);
    expect(html).toContain('Cancelled: staff decided so.');
    expect(html).toContain('Everybody is told: Nobody is available to lead it.');
    expect(html).toContain('Ben broke a leg.');
    const told = await site.desk.api('GET', `/api/v1/calls/${CLOSED}`);
    expect(told.body).toMatchObject({ cancelReason: 'staff', publicReason: 'facilitator-unavailable' });
  });

  test('a question of it that becomes a request is one timeline with it, from either page', async () => {
    const { db } = site.desk.wired.services;
    const question = await db.callQuestion.findFirstOrThrow({
      where: { callId: CLOSED, status: 'not-selected' },
    });
    const path = `/calls/${CLOSED}/questions/${question.id}`;
    const made = await site.desk.api('POST', `/api/v1${path}/request`);
    expect(made.status).toBe(201);
    const { html } = await site.get(ana, `/staff/requests/${made.body.requestId}`);
    expect(html).toContain('From a call');
    expect(html).toMatch(/Tuesday, November 30, 2055, 1:00 PM PT/);
    expect(html).toContain('Asked as a question for a call');
    expect(html).toContain(`href="/staff${path}"`);
    const back = await site.get(ana, `/staff${path}`);
    expect(back.html).toContain(`href="/staff/requests/${made.body.requestId}"`);
    expect(back.html).toContain(`${made.body.reference}, `);
    expect(back.html).toContain('It became a request');
  });
});
