import type { Instant } from '../../domain/time/instant.js';
import type { RecordServices } from '../../ports/services.js';
import { awayNow } from '../absences/away-now.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { settled } from '../mail/settled.js';
import { recording } from '../recording.js';
import { isMorningPast, nextDigestAt } from './next-digest.js';
import { writeDigest } from './write-digest.js';

/**
 * The digests of the day to whose morning time has come, one transaction a reader: whatever stops it in between, the rest
 * follows and nobody gets a second one. Answers when the next are due.
 */
export async function writeDigests(services: RecordServices, at: Date): Promise<Instant> {
  const { db, programs } = services;
  const { program } = programs.current();
  const calendar = await loadCalendar(db, services);
  const { remindersAt } = program.clock;
  if (isMorningPast({ calendar, remindersAt, at: at.toISOString() })) {
    const day = calendar.dateOf(at.toISOString());
    const staff = await db.staff.findMany({ where: { active: true }, orderBy: { createdAt: 'asc' } });
    const away = await awayNow(db, at);
    for (const reader of staff) {
      // What waits for them, whoever stands in reads; what was collected before waits for their return.
      if (away.get(reader.id)?.standIn) continue;
      // Whoever wants everything at once still hears of what was collected before they did.
      const onlyReminders = reader.mailAtOnce || !program.mail.staffDigest;
      await recording(services, (rec) => writeDigest(rec, services, { reader, day, onlyReminders }), { at });
    }
    await dropThoseOfNobody(services, at);
  }
  return nextDigestAt({ calendar, remindersAt, after: at.toISOString() });
}

/** Collected for people who have left since. */
async function dropThoseOfNobody({ db }: RecordServices, at: Date): Promise<void> {
  const staff = await db.staff.findMany({ where: { active: true }, select: { email: true } });
  await db.message.updateMany({
    where: {
      status: 'collected',
      queuedAt: { lt: at },
      NOT: { collectedFor: { hasSome: staff.map(({ email }) => email) } },
    },
    data: settled('suppressed', { code: 'overtaken', at }),
  });
}
