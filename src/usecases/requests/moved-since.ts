import type { Program } from '../../domain/program/program.schema.js';
import type { Notice } from '../../domain/requests/notice.js';
import type { MailData } from '../../emails/mail-data.js';
import type { Transaction } from '../../ports/database.js';
import type { RecordServices } from '../../ports/services.js';
import { isoOf } from '../closures/closure-entry.js';
import { withKey } from '../data-keys.js';
import { mailDataOf } from '../mail/render-message.js';
import { settled } from '../mail/settled.js';
import type { Recording } from '../recording.js';
import type { RequestRow } from './request-row.js';

type Moved = Pick<MailData, 'wasOn' | 'wasDueAt' | 'closures'>;

/**
 * What moved the date, and what it was when the requester last heard of it: a mail that waits still is replaced by this
 * one, so that of closures entered in a row one mail tells.
 */
export async function movedSince(
  rec: Recording,
  services: Pick<RecordServices, 'vault'>,
  { row, program, notice }: { row: RequestRow; program: Program; notice: Notice },
): Promise<Moved> {
  const unheard = await takeBackUnsent(rec, services, row);
  const { wasOn, wasDueAt } = [...unheard, notice][0] ?? {};
  const closures = [
    ...unheard.flatMap((mail) => mail.closures ?? []),
    ...(await closuresOf(rec.tx, notice, program.mail.closureNames)),
  ];
  return { wasOn, wasDueAt, ...(closures.length > 0 ? { closures } : {}) };
}

/** Mails about a new date that have not left, oldest first; from now on they never will. */
async function takeBackUnsent(
  { tx, at }: Recording,
  services: Pick<RecordServices, 'vault'>,
  { id }: RequestRow,
): Promise<Moved[]> {
  const waiting = await tx.message.findMany({
    where: { aboutId: id, kind: 'deadline-moved', status: 'queued' },
    orderBy: { queuedAt: 'asc' },
    include: withKey,
  });
  const taken: Moved[] = [];
  for (const mail of waiting) {
    const told = mailDataOf(services, mail);
    // One that leaves at this moment has been heard of.
    const { count } = await tx.message.updateMany({
      where: { id: mail.id, status: 'queued' },
      data: settled('suppressed', { code: 'overtaken', at }),
    });
    if (count > 0) taken.push(told);
  }
  return taken;
}

async function closuresOf(
  tx: Transaction,
  { closure }: Notice,
  named: boolean,
): Promise<NonNullable<Moved['closures']>> {
  if (!closure) return [];
  const { entryId, opens } = closure;
  const last = opens ? await tx.closure.aggregate({ where: { entryId }, _max: { removedAt: true } }) : null;
  const removedAt = last?._max.removedAt ?? null;
  // Taken back in the meantime, or entered anew: what moved the date was something else.
  if (opens && removedAt === null) return [];
  const days = await tx.closure.findMany({ where: { entryId, removedAt }, orderBy: { date: 'asc' } });
  const [first, end] = [days[0], days.at(-1)];
  if (!first || !end) return [];
  const name = named ? { name: first.name } : {};
  return [{ from: isoOf(first.date), until: isoOf(end.date), ...name, ...(opens ? { opens } : {}) }];
}
