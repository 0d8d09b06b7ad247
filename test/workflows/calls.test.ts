import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { local, startDesk, type TestDesk } from '../support/desk.js';

/** A season of calls with nobody doing anything: over the end of daylight saving time, Thanksgiving and New Year. */
let desk: TestDesk;
beforeAll(async () => {
  desk = await startDesk({ startAt: '2027-10-18T10:00:00-07:00', series: true });
}, 120_000);
afterAll(() => desk?.close());

describe('from Monday, October 18, 2027, to the middle of January', () => {
  test('the weeks go by', async () => {
    await desk.advance({ to: '2028-01-15T12:00:00-08:00' });
  });

  test('each call had its date, topic and end', async () => {
    const rows = await desk.wired.services.db.call.findMany({
      where: { startsAt: { lt: new Date('2028-01-01T20:00:00Z') } },
      orderBy: { startsAt: 'asc' },
    });
    expect(
      rows.map((row) =>
        `${row.id} ${local(row.startsAt.toISOString())} ${row.topic} ${row.status} ${row.cancelReason ?? ''}`.trim(),
      ),
    ).toEqual([
      'legal-working-group-2027-10-20 2027-10-20T12:00 non-legal completed',
      'legal-working-group-2027-10-27 2027-10-27T12:00 general completed',
      'social-services-2027-10-28 2027-10-28T12:00 social-services completed',
      'legal-working-group-2027-11-03 2027-11-03T12:00 trafficking-analysis cancelled no-questions',
      'legal-working-group-2027-11-10 2027-11-10T12:00 general completed',
      'legal-working-group-2027-11-17 2027-11-17T12:00 non-legal completed',
      'legal-working-group-2027-11-24 2027-11-24T12:00 general completed',
      'social-services-2027-11-25 2027-11-25T12:00 social-services cancelled day-off',
      'legal-working-group-2027-12-01 2027-12-01T12:00 trafficking-analysis cancelled no-questions',
      'legal-working-group-2027-12-08 2027-12-08T12:00 general completed',
      'legal-working-group-2027-12-15 2027-12-15T12:00 non-legal completed',
      'legal-working-group-2027-12-22 2027-12-22T12:00 general completed',
      'social-services-2027-12-23 2027-12-23T12:00 social-services completed',
      'legal-working-group-2027-12-29 2027-12-29T12:00 general completed',
    ]);
  });

  test('a first Wednesday nobody asked for is cancelled on Tuesday at two', async () => {
    const row = await desk.wired.services.db.call.findUniqueOrThrow({
      where: { id: 'legal-working-group-2027-12-01' },
    });
    expect(local(row.cancelledAt?.toISOString() ?? '')).toBe('2027-11-30T14:00');
  });
});
