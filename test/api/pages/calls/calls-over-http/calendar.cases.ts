import { describe, expect, test } from '@jest/globals';
import { FIRST, LWG, SECOND, wordsOf } from '../calls-site.js';
import { app, MONDAY, pageOf } from './site.js';

describe('what everybody sees', () => {
  test('the calendar names series, audiences, topics and the next calls', async () => {
    const words = await pageOf('/calls');
    expect(words).toContain('Legal Working Group');
    expect(words).toContain('Social Services Monthly TA Call');
    expect(words).toContain('Wednesday, November 4, 2026, 12:00 PM PT / 3:00 PM ET');
    expect(words).toContain('First Wednesday of the month');
    expect(words).toContain('Thursday, November 26, 2026');
  });

  test.each([
    ['Arizona', 'America/Phoenix', 'Where you are: Wednesday, November 4, 2026, 1:00 PM Arizona time'],
    ['Guam', 'Pacific/Guam', 'Where you are: Thursday, November 5, 2026, 6:00 AM Guam time'],
    ['New York', 'America/New_York', 'Where you are, that is one of the two times above.'],
    ['a made-up zone', 'Mars/Olympus', 'Pacific and Eastern'],
  ])('a call in %s', async (_place, zone, expected) => {
    expect(await pageOf(`/calls/${FIRST}?zone=${encodeURIComponent(zone)}`)).toContain(expected);
  });

  test('the chosen zone stays in the links', async () => {
    const html = await (await app.call('/calls?zone=Pacific%2FGuam')).text();
    expect(html).toContain(`/calls/${FIRST}?zone=Pacific%2FGuam`);
  });

  test('how long questions are taken, counted down', async () => {
    expect(await pageOf(`/calls/${FIRST}`)).toContain('Time left: 1 day and 4 hours.');
    app.setNow('2026-11-03T21:59:30.000Z');
    expect(await pageOf(`/calls/${FIRST}`)).toContain('Time left: less than a minute.');
    app.setNow('2026-11-03T22:00:00.000Z');
    const closed = await pageOf(`/calls/${FIRST}`);
    expect(closed).toContain('Questions for this call closed on Tuesday, November 3, 2026, 2:00 PM PT');
    expect(closed).not.toContain('Ask a question for this call');
    expect(await pageOf(`/calls/${SECOND}`)).toContain(
      'Questions open on Wednesday, November 4, 2026, 1:00 PM PT',
    );
  });

  test('a cancelled call says so and why, a moved one where from', async () => {
    const { db } = app.services;
    const id = `${LWG}-2026-12-02`;
    await db.call.update({
      where: { id },
      data: { status: 'cancelled', cancelReason: 'staff', publicReason: 'facilitator-unavailable' },
    });
    expect(wordsOf(await (await app.call(`/calls/${id}`)).text())).toContain(
      'Nobody is available to lead it.',
    );
    await db.call.update({ where: { id }, data: { cancelReason: 'no-questions', publicReason: null } });
    const words = await pageOf(`/calls/${id}`);
    expect(words).toContain('This call is cancelled Nobody asked a question for it in time.');
    const moved = `${LWG}-2026-12-09`;
    const row = await db.call.findUniqueOrThrow({ where: { id: moved } });
    const state = row.processState as { times: object };
    await db.call.update({
      where: { id: moved },
      data: { processState: { ...state, movedAt: MONDAY, times: { ...state.times, date: '2026-12-10' } } },
    });
    expect(await pageOf(`/calls/${moved}`)).toContain('It was scheduled for Wednesday, December 9, 2026.');
  });

  test.each([
    ['what the group talks about', '/calls', 'post-conviction relief; survivor-centered lawyering'],
    ['why others stay out, and where they go', '/calls', 'there is the Social Services Monthly TA Call'],
    ['the same before registering', `/calls/register/${LWG}`, 'Social workers, case managers and volunteers'],
    ['that the asker must be there', `/calls/${FIRST}`, 'we discuss it only with you'],
    ['that nothing is asked twice', `/calls/${FIRST}`, 'asked the same in writing already'],
  ])('it says %s', async (_what, path, expected) => {
    expect(await pageOf(path)).toContain(expected);
  });

  test('no such call or series is not found', async () => {
    for (const path of ['/calls/nothing', `/calls/${LWG}-2026-11-05`, '/calls/register/nothing']) {
      expect((await app.call(path)).status).toBe(404);
    }
  });
});
