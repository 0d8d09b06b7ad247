import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { local, startDesk, type TestDesk } from '../support/desk.js';
import { listenTo } from '../workflows/call-people.js';

/** A whole year of both series, as the API tells it, with next to nobody doing anything. */
const LISTENS = 'listens@legal-aid.example';
const REGISTERED_ONLY = 'registered@legal-aid.example';
const PENDING = 'pending@gmail.com';
const COORDINATOR = 'coordinator@desk.example';
const WITH_QUESTION = 'legal-working-group-2057-05-02';

/** Date, hour in UTC, series, topic, and what became of it. */
const YEAR = `
  2057-01-03 20:00Z lwg trafficking-analysis cancelled no-questions
  2057-01-10 20:00Z lwg general completed
  2057-01-17 20:00Z lwg non-legal completed
  2057-01-24 20:00Z lwg general completed
  2057-01-25 20:00Z social social-services completed
  2057-01-31 20:00Z lwg general completed
  2057-02-07 20:00Z lwg trafficking-analysis cancelled no-questions
  2057-02-14 20:00Z lwg general completed
  2057-02-21 20:00Z lwg non-legal completed
  2057-02-22 20:00Z social social-services completed
  2057-02-28 20:00Z lwg general completed
  2057-03-07 20:00Z lwg trafficking-analysis cancelled no-questions
  2057-03-14 19:00Z lwg general completed
  2057-03-21 19:00Z lwg non-legal completed
  2057-03-22 19:00Z social social-services completed
  2057-03-28 19:00Z lwg general completed
  2057-04-04 19:00Z lwg trafficking-analysis cancelled no-questions
  2057-04-11 19:00Z lwg general completed
  2057-04-18 19:00Z lwg non-legal completed
  2057-04-25 19:00Z lwg general completed
  2057-04-26 19:00Z social social-services completed
  2057-05-02 19:00Z lwg trafficking-analysis completed
  2057-05-09 19:00Z lwg general completed
  2057-05-16 19:00Z lwg non-legal completed
  2057-05-23 19:00Z lwg general completed
  2057-05-24 19:00Z social social-services completed
  2057-05-30 19:00Z lwg general completed
  2057-06-06 19:00Z lwg trafficking-analysis cancelled no-questions
  2057-06-13 19:00Z lwg general completed
  2057-06-20 19:00Z lwg non-legal completed
  2057-06-27 19:00Z lwg general completed
  2057-06-28 19:00Z social social-services completed
  2057-07-04 19:00Z lwg trafficking-analysis cancelled day-off
  2057-07-11 19:00Z lwg general completed
  2057-07-18 19:00Z lwg non-legal completed
  2057-07-25 19:00Z lwg general completed
  2057-07-26 19:00Z social social-services completed
  2057-08-01 19:00Z lwg trafficking-analysis cancelled no-questions
  2057-08-08 19:00Z lwg general completed
  2057-08-15 19:00Z lwg non-legal completed
  2057-08-22 19:00Z lwg general completed
  2057-08-23 19:00Z social social-services completed
  2057-08-29 19:00Z lwg general completed
  2057-09-05 19:00Z lwg trafficking-analysis cancelled no-questions
  2057-09-12 19:00Z lwg general completed
  2057-09-19 19:00Z lwg non-legal completed
  2057-09-26 19:00Z lwg general completed
  2057-09-27 19:00Z social social-services completed
  2057-10-03 19:00Z lwg trafficking-analysis cancelled no-questions
  2057-10-10 19:00Z lwg general completed
  2057-10-17 19:00Z lwg non-legal completed
  2057-10-24 19:00Z lwg general completed
  2057-10-25 19:00Z social social-services completed
  2057-10-31 19:00Z lwg general completed
  2057-11-07 20:00Z lwg trafficking-analysis cancelled no-questions
  2057-11-14 20:00Z lwg general completed
  2057-11-21 20:00Z lwg non-legal completed
  2057-11-22 20:00Z social social-services cancelled day-off
  2057-11-28 20:00Z lwg general completed
  2057-12-05 20:00Z lwg trafficking-analysis cancelled no-questions
  2057-12-12 20:00Z lwg general completed
  2057-12-19 20:00Z lwg non-legal completed
  2057-12-26 20:00Z lwg general completed
  2057-12-27 20:00Z social social-services completed
`;

let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ startAt: '2057-01-02T08:00:00-08:00', series: true });
  await desk.wired.services.db.staff.create({
    data: {
      id: randomUUID(),
      email: COORDINATOR,
      name: 'Co',
      role: 'coordinator',
      active: true,
      createdAt: new Date(),
    },
  });
  for (const email of [LISTENS, REGISTERED_ONLY, PENDING]) await register(email);
  await listenTo(desk, LISTENS);
  await listenTo(desk, PENDING);
  await desk.advance({ to: '2057-04-30T10:00:00-07:00' });
  await askEmpQuestion();
  await desk.advance({ to: '2058-01-14T12:00:00-08:00' });
}, 240_000);
afterAll(() => desk?.close());

describe('2057', () => {
  test('52 calls of the Legal Working Group and 12 social ones: date, topic and end of each', async () => {
    const told = (await calls()).map(({ series, startsAt, topic, status, cancelReason }) =>
      [
        startsAt.slice(0, 10),
        startsAt.slice(11, 16).concat('Z'),
        series === 'social-services' ? 'social' : 'lwg',
        topic,
        status,
        cancelReason ?? '',
      ]
        .join(' ')
        .trim(),
    );
    expect(told).toEqual(
      YEAR.trim()
        .split('\n')
        .map((line) => line.trim()),
    );
    expect(told.filter((line) => line.includes(' lwg '))).toHaveLength(52);
    expect(told.filter((line) => line.includes(' social '))).toHaveLength(12);
  });

  test('it is noon in California all year, over both changes of the clock', async () => {
    const hours = (await calls()).map(({ startsAt, endsAt }) => [
      local(startsAt).slice(11),
      local(endsAt).slice(11),
    ]);
    expect(new Set(hours.map(String))).toEqual(new Set(['12:00,13:00']));
  });

  test('a first Wednesday nobody asked for is cancelled on Tuesday at two, and told once to who listens', async () => {
    const { db } = desk.wired.services;
    const quiet = await db.call.findMany({
      where: { cancelReason: 'no-questions', startsAt: { lt: new Date('2058-01-01T00:00:00Z') } },
      orderBy: { startsAt: 'asc' },
    });
    expect(quiet).toHaveLength(10);
    for (const call of quiet) {
      expect(call.topic).toBe('trafficking-analysis');
      const tuesday = new Date(call.startsAt.getTime() - 22 * 3_600_000);
      // To the second; the engine takes some milliseconds.
      const second = (at: Date | null) => at?.toISOString().slice(0, 19);
      expect([call.id, second(call.cancelledAt)]).toEqual([call.id, second(tuesday)]);
      expect(local(tuesday.toISOString()).slice(11)).toBe('14:00');
      const mails = await db.message.findMany({ where: { aboutId: call.id } });
      expect(mails.map(({ kind, to }) => `${kind} ${to}`)).toEqual([`call-cancelled ${LISTENS}`]);
    }
  });

  test('each other call of the group reminds who listens, once, at nine on its day', async () => {
    const { db } = desk.wired.services;
    const held = (await calls()).filter(
      ({ series, status }) => series === 'legal-working-group' && status === 'completed',
    );
    expect(held).toHaveLength(41);
    for (const { id, startsAt } of held) {
      const all = await db.message.findMany({ where: { aboutId: id } });
      const mails = all.filter(({ kind }) => kind !== 'call-meeting-problem');
      // Nobody entered a join link all year: on the eve and in the morning staff hear so.
      expect([id, all.length - mails.length]).toEqual([id, 2]);
      const nine = `${startsAt.slice(0, 10)}T09:00`;
      expect(mails.map(({ kind, to, queuedAt }) => `${kind} ${to} ${local(queuedAt.toISOString())}`)).toEqual(
        [`call-reminder ${LISTENS} ${nine}`],
      );
    }
  });

  test('nobody else hears a thing about any call', async () => {
    const rows = await desk.wired.services.db.message.findMany({ where: { kind: { startsWith: 'call-' } } });
    expect(new Set(rows.flatMap(({ to }) => to))).toEqual(new Set([LISTENS, COORDINATOR]));
  });

  test('with a question a first Wednesday takes place', async () => {
    const { body } = await desk.api('GET', `/api/v1/calls/${WITH_QUESTION}`);
    expect(body).toMatchObject({ status: 'completed', topic: 'trafficking-analysis', questionCount: 1 });
    expect(body.selected).toHaveLength(1);
  });

  test.each([
    ['Independence Day, a first Wednesday', 'legal-working-group-2057-07-04', '2057-06-20T09:00'],
    // The window of a monthly call opens weeks earlier, so staff hear two weeks before that.
    ['Thanksgiving, a fourth Thursday', 'social-services-2057-11-22', '2057-10-11T09:00'],
  ])('staff hear of %s two weeks ahead', async (_name, aboutId, at) => {
    const mails = await desk.wired.services.db.message.findMany({ where: { aboutId, kind: 'call-day-off' } });
    expect(mails.map(({ to, queuedAt }) => [to, local(queuedAt.toISOString())])).toEqual([
      [[COORDINATOR], at],
    ]);
  });

  test('of an ordinary day they hear nothing', async () => {
    const rows = await desk.wired.services.db.message.findMany({
      where: { kind: 'call-day-off', queuedAt: { lt: new Date('2057-12-01T00:00:00Z') } },
      select: { aboutId: true },
    });
    expect(rows.map(({ aboutId }) => aboutId).sort()).toEqual([
      'legal-working-group-2057-07-04',
      'social-services-2057-11-22',
    ]);
  });
});

async function calls() {
  const query = 'from=2057-01-01&to=2057-12-31&limit=100';
  const { status, body } = await desk.api('GET', `/api/v1/calls?${query}`);
  expect(status).toBe(200);
  return body.items as {
    id: string;
    series: string;
    startsAt: string;
    endsAt: string;
    topic: string;
    status: string;
    cancelReason: string | null;
  }[];
}

async function register(email: string): Promise<void> {
  const { status } = await desk.api('POST', '/api/v1/registrations', {
    body: {
      series: 'legal-working-group',
      name: 'Ana Ortiz',
      email,
      role: 'attorney',
      licensedIn: ['CA'],
      employer: 'Valley Legal Aid',
    },
  });
  expect(status).toBe(201);
}

async function askEmpQuestion(): Promise<void> {
  const asker = {
    name: 'Ada',
    email: 'ada@office.example',
    role: 'attorney',
    organization: 'Office of Ada',
  };
  const completed = await desk.api('POST', '/api/v1/completions', {
    body: {
      email: asker.email,
      courseId: 'emp-analysis-workshop',
      passed: true,
      score: 1,
      completedAt: '2057-01-10T12:00:00Z',
      source: 'lms',
      sourceId: randomUUID(),
    },
  });
  expect(completed.status).toBeLessThan(300);
  const asked = await desk.api('POST', `/api/v1/calls/${WITH_QUESTION}/questions`, {
    body: { asker, question: 'How would you begin?', empWorksheetCompleted: true },
  });
  expect(asked.status).toBe(201);
}
