import { randomUUID } from 'node:crypto';
import { isIdle } from '../../domain/mail/digest.js';
import type { IsoDate } from '../../domain/time/instant.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { programFacts } from '../mail/program-facts.js';
import { queueMessage } from '../mail/queue-message.js';
import { settled } from '../mail/settled.js';
import type { Recording } from '../recording.js';
import { type DigestReader, digestSections } from './digest-sections.js';
import { type CollectedReminder, wantedReminders } from './wanted-reminders.js';

const DAY_MS = 86_400_000;
/** A reminder older than this is of no use. */
const LOOK_BACK_MS = 60 * DAY_MS;

/**
 * The digest of one member of staff for a day, with the reminders that were collected for them: written once, and not at all
 * where there is nothing to do. One of before that has not left is replaced by it.
 */
export async function writeDigest(
  rec: Recording,
  services: RecordServices,
  { reader, day, onlyReminders }: { reader: DigestReader; day: IsoDate; onlyReminders: boolean },
): Promise<void> {
  const { tx, at } = rec;
  const on = new Date(`${day}T00:00:00Z`);
  if (await tx.digest.findUnique({ where: { staffId_day: { staffId: reader.id, day: on } } })) return;
  await takeBackUnsent(tx, reader, at);
  const collected: CollectedReminder[] = await tx.message.findMany({
    where: {
      collectedFor: { has: reader.email },
      status: { not: 'suppressed' },
      queuedAt: { gt: new Date(at.getTime() - LOOK_BACK_MS) },
      digestLines: { none: { digest: { staffId: reader.id } } },
    },
    orderBy: { queuedAt: 'asc' },
    select: { id: true, kind: true, aboutId: true, to: true, status: true },
  });
  if (onlyReminders && collected.length === 0) return;
  const wanted = await wantedReminders(tx, collected, at);
  const sections = await digestSections(tx, services, { reader, reminders: wanted, at });
  const told = isIdle(sections) ? [] : wanted;
  await settle(tx, told, settled('digested', { code: null, at }));
  const untold = collected.filter((reminder) => !told.includes(reminder));
  await settle(tx, untold, settled('suppressed', { code: 'overtaken', at }));
  if (isIdle(sections)) return;
  const id = randomUUID();
  await tx.digest.create({ data: { id, staffId: reader.id, day: on } });
  await tx.digestLine.createMany({
    data: told.map(({ id: messageId }) => ({ digestId: id, messageId })),
  });
  await queueMessage(rec, services, {
    kind: 'daily-digest',
    aboutId: id,
    to: [reader.email],
    data: { ...programFacts(services), link: `${services.appUrl}/staff`, audience: 'staff', sections },
    effectKey: `staff-digest/${reader.id}/${day}`,
  });
}

/** Those that went to others at once keep what became of that mail. */
async function settle(tx: Transaction, reminders: readonly CollectedReminder[], data: object): Promise<void> {
  const ids = reminders.map(({ id }) => id);
  if (ids.length > 0) {
    await tx.message.updateMany({ where: { id: { in: ids }, status: 'collected' }, data });
  }
}

/** The reminders of a digest that never arrived go with the next. */
async function takeBackUnsent(tx: Transaction, { id: staffId }: DigestReader, at: Date): Promise<void> {
  const since = new Date(at.getTime() - LOOK_BACK_MS);
  const digests = await tx.digest.findMany({ where: { staffId, day: { gt: since } }, select: { id: true } });
  if (digests.length === 0) return;
  const mails = await tx.message.findMany({
    where: {
      kind: 'daily-digest',
      aboutId: { in: digests.map(({ id }) => id) },
      status: { in: ['queued', 'failed'] },
    },
    select: { id: true, aboutId: true, status: true },
  });
  for (const { id, aboutId, status } of mails) {
    const { count } = await tx.message.updateMany({
      where: { id, status },
      data: status === 'queued' ? settled('suppressed', { code: 'overtaken', at }) : {},
    });
    if (count > 0 && aboutId) await tx.digestLine.deleteMany({ where: { digestId: aboutId } });
  }
}
