import type { RecordServices } from '../../ports/services.js';
import { heldPeople, heldRequests } from '../erasure/held.js';
import { sql } from '../sql.js';
import { recordSecurity } from './record-security.js';

const DAY_MS = 86_400_000;

/**
 * Readings and security events go when their own time is up; that they went is an event itself, by which the chain, whose
 * links stay, tells them from rows that somebody took away. Answers how many of each.
 */
export async function purgeRecords(
  services: Pick<RecordServices, 'db' | 'clock' | 'programs' | 'whence'>,
): Promise<{ readings: number; events: number }> {
  const { retention } = services.programs.current().program;
  const now = services.clock.now().getTime();
  return services.db.$transaction(async (tx) => {
    const note = async (record: string, before: Date, rows: number) => {
      if (rows === 0) return;
      const data = { record, before: before.toISOString(), rows };
      await recordSecurity(tx, services, { kind: 'records-purged', actor: 'system', data });
    };
    const [reads, past] = [retention.accessLogDays, retention.securityEventDays].map(
      (days) => new Date(now - days * DAY_MS),
    ) as [Date, Date];
    // Who read what is held is held with it.
    const readings = await tx.$executeRaw`${sql`DELETE FROM case_access WHERE at < ${reads}
      AND request_id NOT IN (${heldRequests})
      AND request_id NOT IN (SELECT id FROM conduct_review WHERE person_id IN (${heldPeople}))`}`;
    const events = await tx.securityEvent.deleteMany({ where: { at: { lt: past } } });
    await note('reading', reads, readings);
    await note('security', past, events.count);
    return { readings, events: events.count };
  });
}
