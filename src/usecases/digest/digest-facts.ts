import type { FactsOf } from '../../domain/mail/overtaken.js';
import type { RecordServices } from '../../ports/services.js';
import { digestSections } from './digest-sections.js';
import { wantedReminders } from './wanted-reminders.js';

/** What a digest tells if it leaves now. */
export async function digestFacts(
  services: Pick<RecordServices, 'db' | 'programs' | 'appUrl'>,
  id: string,
  at: Date,
): Promise<FactsOf['digest'] | null> {
  const { db } = services;
  const digest = await db.digest.findUnique({
    where: { id },
    include: { staff: true, lines: { include: { message: true } } },
  });
  if (!digest) return null;
  const reminders = await wantedReminders(
    db,
    digest.lines.map(({ message }) => message),
    at,
  );
  return { sections: await digestSections(db, services, { reader: digest.staff, reminders, at }) };
}
