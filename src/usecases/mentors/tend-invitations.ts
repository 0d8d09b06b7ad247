import { addDays } from '../../domain/time/add-days.js';
import { createZone } from '../../domain/time/zone.js';
import type { RecordServices } from '../../ports/services.js';
import { loadCalendar } from '../calendar/load-calendar.js';
import { isMorningPast } from '../digest/next-digest.js';
import { type Recording, recording } from '../recording.js';
import { writeMentorEvent } from './mentor-events.js';
import { lockMentor, type MentorRow } from './mentor-row.js';
import { queueMentorMail } from './queue-mentor-mail.js';

/**
 * Invitations into the pool that nobody has answered, each morning of a business day: reminded once after the program's
 * days, and ended when the time to answer is over. A transaction each; what was done is not done again. One that can't be
 * tended keeps no other waiting.
 * @throws once all have been looked at, where one can't be tended
 */
export async function tendInvitations(services: RecordServices, at: Date): Promise<void> {
  const { db, log, programs } = services;
  const { remindersAt } = programs.current().program.clock;
  const calendar = await loadCalendar(db, services);
  if (!isMorningPast({ calendar, remindersAt, at: at.toISOString() })) return;
  const rows = await db.mentor.findMany({
    where: { status: 'invited' },
    select: { id: true },
    orderBy: [{ invitedAt: 'asc' }, { id: 'asc' }],
  });
  let failed = 0;
  for (const { id } of rows) {
    try {
      await tendOne(services, id, at);
    } catch (error) {
      failed += 1;
      const code = error instanceof Error ? error.name : 'Error';
      log.error({ mentorId: id, code }, 'an invitation of a mentor can neither be reminded of nor ended');
    }
  }
  if (failed > 0) throw new Error('invitations that cannot be tended');
}

function tendOne(services: RecordServices, id: string, at: Date): Promise<void> {
  return recording(
    services,
    async (rec) => {
      const row = await lockMentor(rec.tx, id);
      if (row?.status === 'invited') await tend(rec, services, row);
    },
    { at },
  );
}

async function tend(rec: Recording, services: RecordServices, row: MentorRow): Promise<void> {
  const { tx, at } = rec;
  const { id } = row;
  if (row.invitedUntil <= at) {
    const over = { status: 'unanswered', endedAt: at, version: { increment: 1 } };
    await tx.mentor.update({ where: { id }, data: over });
    return writeMentorEvent(rec, { mentorId: id, actor: 'system', type: 'unanswered' });
  }
  const { program } = services.programs.current();
  const days = program.mentoring.invitationReminderDays;
  const { dateOf } = createZone(program.zone);
  const remindOn = addDays(dateOf(row.invitedAt.toISOString()), days);
  if (days === 0 || row.remindedAt !== null || dateOf(at.toISOString()) < remindOn) return;
  await tx.mentor.update({ where: { id }, data: { remindedAt: at } });
  await writeMentorEvent(rec, { mentorId: id, actor: 'system', type: 'reminded' });
  await queueMentorMail(rec, services, {
    kind: 'mentor-invitation-reminder',
    row,
    effectKey: `mentor/${id}#reminded#${row.linkNumber}`,
  });
}
